import { CATEGORIES, placeOf } from '../lexicon/categories.js';
import type { GradeMeaning, Lexicon } from '../lexicon/lexicon.js';
import { NUMBER } from '../report/tokens.js';
import type { FrameworkEvidence } from './draft.js';
import { exact } from './exact.js';
import type { Reading } from './reading.js';

/** Weight of what the whole report says for each framework, and the years it speaks of. */
export interface Weights {
  readonly frameworks: ReadonlyMap<string, number>;
  readonly inspectorates: ReadonlyMap<string, number>;
  /** The latest year named, or 0. */
  readonly year: number;
}

/** What a paragraph says for frameworks, inspectorates (`inspectorate:…`) and the report’s year (`year`). */
export function evidenceOf({ mentions, tokens, text }: Reading): readonly FrameworkEvidence[] {
  let evidence: FrameworkEvidence[] | undefined;
  for (let i = 0; i < mentions.length; i++) {
    const { place, id, from, to } = mentions[i]!;
    const kind = place === AREA && to === from + 1 ? WORD : KINDS[place];
    if (kind) (evidence ??= []).push(kind.of(id));
  }
  const { count, kind, start, end } = tokens;
  for (let i = 0; i < count; i++) {
    if (kind[i] !== NUMBER || end[i]! - start[i]! !== 4) continue;
    const first = text.charCodeAt(start[i]!);
    if (first !== 0x31 && first !== 0x32) continue;
    const year = Number(text.slice(start[i], end[i]));
    if (year >= 1990 && year < 2100) (evidence ??= []).push(YEARS[year - 1990]!);
  }
  return evidence ? exact(evidence) : NONE;
}
const NONE: readonly FrameworkEvidence[] = [];

/** Evidence of one kind, made once for each id: a report says the same few things thousands of times. */
class Kind {
  readonly #known = new Map<string, FrameworkEvidence>();
  constructor(
    private readonly weight: number,
    private readonly prefix = '',
  ) {}
  of(id: string): FrameworkEvidence {
    let one = this.#known.get(id);
    if (!one) this.#known.set(id, (one = { framework: this.prefix + id, weight: this.weight }));
    return one;
  }
}

/** Evidence of each year that reports may be of, made once. */
const YEARS = Array.from({ length: 110 }, (_, i): FrameworkEvidence => ({
  framework: 'year',
  weight: 1990 + i,
}));

/** "Staff", "services", "planning" are what one framework grades and any text speaks of. */
const WORD = new Kind(0.25);
const AREA = placeOf('area');
/** By the place of a category: what its mentions say. */
const KINDS: readonly (Kind | undefined)[] = CATEGORIES.map(category =>
  category === 'framework'
    ? new Kind(8)
    : category === 'area'
      ? new Kind(3)
      : category === 'framework-word'
        ? new Kind(1)
        : category === 'inspectorate'
          ? new Kind(1, 'inspectorate:')
          : undefined,
);

/** The sum of what all paragraphs of a report say; a paragraph’s part can be taken out again. */
export class Tally {
  readonly #sums = new Map<string, number>();
  readonly #years = new Map<number, number>();

  /** Adds what a paragraph says; with `sign` -1, takes it out. */
  count(evidence: readonly FrameworkEvidence[], sign: 1 | -1): void {
    for (const { framework, weight } of evidence)
      if (framework === 'year') this.#years.set(weight, (this.#years.get(weight) ?? 0) + sign);
      else this.#sums.set(framework, (this.#sums.get(framework) ?? 0) + sign * weight);
  }

  weights(): Weights {
    const frameworks = new Map<string, number>();
    const inspectorates = new Map<string, number>();
    for (const [name, sum] of this.#sums)
      if (name.startsWith('inspectorate:')) inspectorates.set(name.slice('inspectorate:'.length), sum);
      else frameworks.set(name, sum);
    let year = 0;
    for (const [named, times] of this.#years) if (times > 0) year = Math.max(year, named);
    return { frameworks, inspectorates, year };
  }
}

/** What most reports are of; it decides where nothing else does. */
const USUAL = new Map([
  ['ofsted-social-care', 0.5],
  ['ofsted-social-care-2013', 0.4],
  ['ofsted-safeguarding-2009', 0.3],
  ['ofsted-education-2012', 0.2],
  ['ofsted-education-2005', 0.1],
]);
/** Whose grades most are: words that others share with them ("school", "leadership") do not make a grade another's. */
const USUALLY = 'Ofsted';
const ABROAD = 3;

/**
 * Whose words a report speaks where it names no inspectorate at all: a report card of 2026 tells whose the grade of
 * 2021 was. Nobody's where two inspectorates' words weigh the same: which of them stands first must not decide, as an
 * edit may bring either first.
 */
function spokenOf({ frameworks, inspectorates }: Weights, lexicon: Lexicon): string | undefined {
  for (const named of inspectorates.values()) if (named > 0) return undefined;
  let most = ENOUGH;
  let spoken: string | undefined;
  for (const [framework, weight] of frameworks) {
    if (weight <= ENOUGH || weight < most) continue;
    const whose = lexicon.frameworks.get(framework)?.inspectorate;
    if (weight > most) spoken = whose;
    else if (whose !== spoken) spoken = undefined;
    most = weight;
  }
  return spoken;
}
/** So much evidence is more than a word that all have in common. */
const ENOUGH = 6;

/**
 * Which of its readings a judgement has in this report: the framework that the report speaks of most, by its
 * inspectorate, its years and its words. `pinned` is the framework that a setting fixes.
 */
export function settle(
  readings: readonly GradeMeaning[],
  weights: Weights,
  lexicon: Lexicon,
  pinned?: string,
): GradeMeaning {
  const fixed = readings.find(r => r.framework === pinned);
  if (fixed) return fixed;
  const spoken = spokenOf(weights, lexicon);
  const score = ({ framework }: GradeMeaning): number => {
    const { inspectorate, years } = lexicon.frameworks.get(framework)!;
    const inTime = weights.year === 0 || (weights.year >= years[0] && weights.year <= (years[1] ?? 9999) + 1);
    const named = weights.inspectorates.get(inspectorate) ?? 0;
    const usual = USUAL.get(framework) ?? 0;
    const unnamed = inspectorate === spoken ? 15 : inspectorate === USUALLY ? 0 : -ABROAD;
    return (
      (inTime ? 20 : 0) +
      (named > 0 ? 30 + Math.min(named, 10) : unnamed) +
      (weights.frameworks.get(framework) ?? 0) +
      usual
    );
  };
  return readings.reduce((best, r) => (score(r) > score(best) ? r : best));
}
