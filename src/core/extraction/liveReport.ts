import type { Lexicon } from '../lexicon/lexicon.js';
import { paragraphEnd } from '../report/paragraphs.js';
import { same } from './carry.js';
import { placed } from './draft.js';
import { type Finding, inTextOrder } from './finding.js';
import { settle, weigh } from './frameworks.js';
import { Identities } from './identity.js';
import { type ParagraphFindings, ParagraphReader, start } from './paragraph.js';

interface Paragraph {
  text: string;
  findings: ParagraphFindings;
}

/** A report that can be edited: an edit re-reads the paragraphs it touches, and further only while the carry changes. */
export class LiveReport {
  readonly #reader: ParagraphReader;
  #paragraphs: Paragraph[] = [];
  #findings: readonly Finding[] | undefined;

  /** `text` as `toLf` gives it. `framework` pins the framework, where a setting does. */
  constructor(
    text: string,
    lexicon: Lexicon,
    readonly framework?: string,
  ) {
    this.#reader = new ParagraphReader(lexicon);
    this.#paragraphs = this.#read(text);
  }

  get text(): string {
    return this.#paragraphs.map(p => p.text).join('');
  }

  /** In text order. */
  get findings(): readonly Finding[] {
    return (this.#findings ??= this.#settle());
  }

  /**
   * Replaces `[start, end)` (UTF-16 code units of the LF text) by `insert` (LF line ends).
   *
   * @throws RangeError where the place lies outside the text.
   */
  edit(from: number, to: number, insert: string): void {
    const text = this.text;
    if (from < 0 || to < from || to > text.length)
      throw new RangeError(`no such place: ${String(from)}–${String(to)} of ${String(text.length)}`);
    this.#paragraphs = this.#read(text.slice(0, from) + insert + text.slice(to));
    this.#findings = undefined;
  }

  #read(text: string): Paragraph[] {
    const paragraphs: Paragraph[] = [];
    let carry = start;
    for (let from = 0; from < text.length;) {
      const to = paragraphEnd(text, from);
      const paragraph = text.slice(from, to);
      const findings = this.#reader.read(paragraph, carry);
      if (!same(carry, findings.carryOut)) carry = findings.carryOut;
      paragraphs.push({ text: paragraph, findings });
      from = to;
    }
    return paragraphs;
  }

  #settle(): readonly Finding[] {
    const weights = weigh(this.#paragraphs.flatMap(p => p.findings.evidence));
    const identities = new Identities();
    const findings: Finding[] = [];
    let at = 0;
    for (const { text, findings: read } of this.#paragraphs) {
      for (const draft of read.drafts) {
        const id = identities.of(draft, draft.text, text.slice(draft.sentence.start, draft.sentence.end));
        const whole = placed(draft, at);
        if (!('readings' in whole)) findings.push({ ...whole, id } as Finding);
        else {
          const { readings, ...rest } = whole;
          findings.push({ ...rest, id, ...settle(readings, weights, this.#reader.lexicon, this.framework) });
        }
      }
      at += text.length;
    }
    return findings.sort(inTextOrder);
  }
}

/** The findings of a whole text (as `toLf` gives it). */
export const findingsOf = (text: string, lexicon: Lexicon, framework?: string): readonly Finding[] =>
  new LiveReport(text, lexicon, framework).findings;
