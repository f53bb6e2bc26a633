import type { Lexicon } from '../lexicon/lexicon.js';
import { paragraphEnd } from '../report/paragraphs.js';
import type { Carry } from './carry.js';
import type { Finding } from './finding.js';
import { type ParagraphReader, readerOf, start } from './paragraph.js';
import { Paragraph, ParagraphList } from './paragraphList.js';
import { same } from './same.js';
import { keysOf, Settling } from './settling.js';

/**
 * A report that can be edited. An edit re-reads the paragraphs it touches, and goes on only while what they hand to
 * the next (the carry) differs from what it was: the result is that of reading the whole text anew, at the price of
 * a paragraph or two.
 */
export class LiveReport {
  readonly #reader: ParagraphReader;
  readonly #paragraphs: ParagraphList;
  readonly #settling: Settling;
  #findings: readonly Finding[] | undefined;

  /** `text` as `toLf` gives it. `framework` pins the framework, where a setting does. */
  constructor(
    text: string,
    lexicon: Lexicon,
    readonly framework?: string,
  ) {
    this.#reader = readerOf(lexicon);
    const texts: string[] = [];
    for (let from = 0; from < text.length;) {
      const to = paragraphEnd(text, from);
      texts.push(text.slice(from, to));
      from = to;
    }
    this.#paragraphs = new ParagraphList(this.#readAll(texts, start));
    this.#settling = new Settling(lexicon, framework);
    this.#settling.count(this.#paragraphs, 1);
  }

  get text(): string {
    let text = '';
    for (const paragraph of this.#paragraphs) text += paragraph.text;
    return text;
  }

  /** UTF-16 code units. */
  get length(): number {
    return this.#paragraphs.length;
  }

  /** How many findings there are. */
  get count(): number {
    return this.#settling.drafts;
  }

  /**
   * In text order. Put together when asked for, and kept until the next edit; after one, what has neither moved nor
   * changed is not made anew.
   */
  get findings(): readonly Finding[] {
    return (this.#findings ??= this.#settle());
  }

  /**
   * Those of `findings` that begin in a paragraph that `[from, to)` touches: what an editor asks for its visible
   * lines after each keystroke, at a price that hardly grows with the report.
   */
  findingsIn(from: number, to: number): readonly Finding[] {
    const list = this.#paragraphs;
    const first = list.locate(Math.max(0, from));
    const last = list.locate(Math.max(from, to));
    const touched = [...list.between(first.index, Math.min(last.index + 1, list.count))];
    const seen = list.countBefore(first.index, new Set(touched.flatMap(keysOf)));
    const findings: Finding[] = [];
    let at = first.start;
    for (const paragraph of touched) {
      this.#settleOne(paragraph, at, seen, findings);
      at += paragraph.text.length;
    }
    return findings;
  }

  /**
   * Replaces `[from, to)` (UTF-16 code units of the LF text) by `insert` (LF line ends).
   *
   * @throws RangeError where the place lies outside the text.
   */
  edit(from: number, to: number, insert: string): void {
    const { length } = this;
    if (from < 0 || to < from || to > length)
      throw new RangeError(`no such place: ${String(from)}–${String(to)} of ${String(length)}`);
    const list = this.#paragraphs;
    let { index: first, start: regionStart } = list.locate(from);
    // Where the paragraph before ends depends on the first line of this one.
    if (first > 0) regionStart -= list.at(--first).text.length;
    const { texts, replaced } = this.#split(first, from - regionStart, to - regionStart, insert);
    this.#findings = undefined;

    const carryIn = first === 0 ? start : list.at(first - 1).carryOut;
    const fresh = this.#readAll(texts, carryIn, index =>
      index < replaced ? list.at(first + index) : undefined,
    );
    let carry = fresh.at(-1)?.carryOut ?? carryIn;
    let next = first + replaced;
    for (; next < list.count && !same(list.at(next).carryIn, carry); next++) {
      const { text } = list.at(next);
      const findings = this.#reader.read(text, carry);
      fresh.push(new Paragraph(text, carry, findings));
      carry = findings.carryOut;
    }
    this.#settling.count(list.between(first, next), -1);
    this.#settling.count(fresh, 1);
    list.replace(first, next, fresh);
  }

  /**
   * Splits the text from paragraph `first` on, edited at `[from, to)` of it, until a paragraph begins where one began
   * before: from there on everything is as it was. Gives the new paragraphs and how many old ones they replace.
   */
  #split(first: number, from: number, to: number, insert: string): { texts: string[]; replaced: number } {
    const list = this.#paragraphs;
    const starts = [0];
    let old = '';
    const take = (): boolean => {
      if (first + starts.length - 1 >= list.count) return false;
      old += list.at(first + starts.length - 1).text;
      starts.push(old.length);
      return true;
    };
    while (old.length < to && take());
    take();
    take();
    const growth = insert.length - (to - from);
    const edited = (): string => old.slice(0, from) + insert + old.slice(to);
    let region = edited();
    const texts: string[] = [];
    let known = 0;
    for (let position = 0; ;) {
      let end = paragraphEnd(region, position);
      // A paragraph that reaches the region's end has not seen what follows it: take more, twice as much each time.
      for (let more = starts.length; end >= region.length && more > 0; end = paragraphEnd(region, position)) {
        const before = starts.length;
        while (more-- > 0 && take());
        more = starts.length - before;
        if (more === 0) break;
        more = starts.length;
        region = edited();
      }
      if (end > position) texts.push(region.slice(position, end));
      position = end;
      if (position >= region.length) return { texts, replaced: starts.length - 1 };
      if (position < from + insert.length) continue;
      while (known < starts.length && starts[known]! < position - growth) known++;
      if (starts[known] === position - growth) return { texts, replaced: known };
    }
  }

  /** Reads paragraphs one after another; `before` may name what stood in a paragraph's place, to use it again. */
  #readAll(
    texts: readonly string[],
    carryIn: Carry,
    before?: (index: number) => Paragraph | undefined,
  ): Paragraph[] {
    const paragraphs: Paragraph[] = [];
    let carry = carryIn;
    for (let i = 0; i < texts.length; i++) {
      const text = texts[i]!;
      const old = before?.(i);
      if (old?.text === text && same(old.carryIn, carry)) {
        paragraphs.push(old);
        // What was kept hands on what it was handed, where nothing changed: that object, and not an equal one.
        const { carryOut } = old;
        if (!same(carry, carryOut)) carry = carryOut;
        continue;
      }
      const findings = this.#reader.read(text, carry);
      paragraphs.push(new Paragraph(text, carry, findings));
      carry = findings.carryOut;
    }
    return paragraphs;
  }

  #settle(): readonly Finding[] {
    const findings: Finding[] = [];
    const seen = new Map<string, number>();
    let at = 0;
    for (const paragraph of this.#paragraphs) {
      this.#settleOne(paragraph, at, seen, findings);
      at += paragraph.text.length;
    }
    return findings;
  }

  /** Adds the findings of a paragraph; `seen` counts how often each key has stood before it. */
  #settleOne(paragraph: Paragraph, at: number, seen: Map<string, number>, findings: Finding[]): void {
    if (paragraph.drafts.length === 0) return;
    const numbers = numbersOf(keysOf(paragraph), seen);
    const settled = this.#settling.findingsOf(paragraph, at, numbers);
    for (let i = 0; i < settled.length; i++) findings.push(settled[i]!);
  }
}

/** The how-manieth in the report each of some keys is, counted on in `seen`. */
function numbersOf(keys: readonly string[], seen: Map<string, number>): readonly number[] {
  let numbers: number[] | undefined;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    if (before === 0) continue;
    numbers ??= keys.map(() => 1);
    numbers[i] = before + 1;
  }
  return numbers ?? allFirst(keys.length);
}

/** The numbers of keys that all stand for the first time, as most do: one list for each length that is common. */
const allFirst = (count: number): readonly number[] => FIRST[count] ?? new Array<number>(count).fill(1);
const FIRST = Array.from({ length: 32 }, (_, count): readonly number[] => new Array<number>(count).fill(1));

/** The findings of a whole text (as `toLf` gives it). */
export const findingsOf = (text: string, lexicon: Lexicon, framework?: string): readonly Finding[] =>
  new LiveReport(text, lexicon, framework).findings;
