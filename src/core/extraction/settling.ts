import type { GradeMeaning, Lexicon } from '../lexicon/lexicon.js';
import type { Draft, JudgementDraft } from './draft.js';
import { type Finding, sortInTextOrder } from './finding.js';
import { settle, Tally, type Weights } from './frameworks.js';
import { idOf, keyOf } from './identity.js';
import type { Paragraph } from './paragraphList.js';
import { Placing } from './placing.js';

/** The findings of a paragraph in the form that others see, and what they hold good for. */
export interface Settled {
  readonly findings: readonly Finding[];
  /** Where the paragraph stood. */
  readonly at: number;
  /** How often each draft's words had stood in the report, itself included. */
  readonly numbers: readonly number[];
  readonly version: number;
}

/**
 * Makes findings of drafts: where in the report they stand, which framework their grades are of, and their ids. All
 * three hang on the whole report, so each paragraph remembers what it was made into, and what that hung on.
 */
export class Settling {
  readonly #tally = new Tally();
  /** What the readings met so far mean in this report, by the year that the grade is of: 0 for the report's own. */
  readonly #meanings = new Map<readonly GradeMeaning[], Map<number, GradeMeaning>>();
  /** Goes up when a grade comes to mean another. */
  #version = 0;
  #stale = false;
  #drafts = 0;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly framework?: string,
  ) {}

  /** How many findings all the paragraphs have. */
  get drafts(): number {
    return this.#drafts;
  }

  /** Counts what paragraphs that came (1) or went (-1) say for frameworks. */
  count(paragraphs: Iterable<Paragraph>, sign: 1 | -1): void {
    for (const { drafts, evidence } of paragraphs) {
      this.#drafts += sign * drafts.length;
      if (evidence.length === 0) continue;
      this.#tally.count(evidence, sign);
      this.#stale = true;
    }
  }

  /** The findings of a paragraph that begins at `at`; `numbers` as in `Settled`. */
  findingsOf(paragraph: Paragraph, at: number, numbers: readonly number[]): readonly Finding[] {
    if (this.#stale) this.#weighAnew();
    const known = paragraph.settled;
    if (known?.at === at && known.version === this.#version && equal(known.numbers, numbers))
      return known.findings;
    const { drafts } = paragraph;
    const keys = keysOf(paragraph);
    const placing = new Placing(at);
    const findings: Finding[] = drafts.map((draft, i) =>
      this.#finding(draft, placing, idOf(keys[i]!, numbers[i]!)),
    );
    sortInTextOrder(findings);
    paragraph.settled = { findings, at, numbers, version: this.#version };
    return findings;
  }

  #finding(draft: Draft, placing: Placing, id: string): Finding {
    if (draft.kind === 'theme') return placing.theme(draft, id);
    if (draft.kind === 'percentage') return placing.percentage(draft, id);
    return placing.judgement(draft, id, this.#meaning(draft));
  }

  #meaning({ readings, date }: JudgementDraft): GradeMeaning {
    const year = date === undefined ? 0 : Number(date.slice(0, 4));
    let known = this.#meanings.get(readings);
    if (!known) this.#meanings.set(readings, (known = new Map()));
    let meaning = known.get(year);
    if (!meaning) {
      meaning = this.#settled(readings, this.#tally.weights(), year);
      known.set(year, meaning);
    }
    return meaning;
  }

  /** "adequate in 2011": a grade of old is on the scale of its own year. */
  #settled(readings: readonly GradeMeaning[], weights: Weights, year: number): GradeMeaning {
    const own = year === 0 ? weights : { ...weights, year };
    return settle(readings, own, this.lexicon, this.framework);
  }

  /** The report says other things than it did: do the grades still mean the same? */
  #weighAnew(): void {
    this.#stale = false;
    const weights = this.#tally.weights();
    let changed = false;
    for (const [readings, known] of this.#meanings)
      for (const [year, before] of known) {
        const now = this.#settled(readings, weights, year);
        if (now === before) continue;
        known.set(year, now);
        changed = true;
      }
    if (changed) this.#version++;
  }
}

/** The keys of a paragraph's drafts, made when first asked for. */
export const keysOf = (paragraph: Paragraph): readonly string[] =>
  (paragraph.keys ??= paragraph.drafts.map(draft => keyOf(draft, paragraph.text)));

function equal(a: readonly number[], b: readonly number[]): boolean {
  for (let i = 0; i < b.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}
