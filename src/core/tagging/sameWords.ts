import type { Span } from '../report/text.js';

/**
 * A text as its words are, whatever its white space and composition: blanks of any kind and length are one space,
 * soft hyphens are gone, letters are composed (NFC). With the way back to positions in the text as it stands.
 *
 * Nearly all of a report is as it should be already: only where it is not, a stretch begins, so that neither the time
 * nor the memory is that of its length in numbers.
 */
export class PlainWords {
  readonly text: string;
  /** Where each stretch begins in `text`, and in the source; a last one at both ends. `undefined`: the source itself. */
  readonly #plain: number[] | undefined;
  readonly #source: number[] = [];
  /** Of each stretch, whether it goes unit by unit with its source, or all comes from one place. */
  readonly #even: boolean[] = [];

  constructor(source: string) {
    ODD.lastIndex = 0;
    let odd = UNPLAIN.test(source) ? ODD.exec(source) : null;
    if (!odd) {
      this.text = source;
      return;
    }
    const plain: number[] = (this.#plain = []);
    const pieces: string[] = [];
    let length = 0;
    const put = (piece: string, from: number, even: boolean): void => {
      if (piece === '') return;
      plain.push(length);
      this.#source.push(from);
      this.#even.push(even);
      pieces.push(piece);
      length += piece.length;
    };
    let kept = 0;
    for (; odd; ODD.lastIndex = kept, odd = ODD.exec(source)) {
      let i = odd.index;
      const unit = source.charCodeAt(i);
      const before = i > kept ? source.charCodeAt(i - 1) : NOTHING;
      // A blank takes in the space before it, a mark the letter that it stands on.
      if (isBlank(unit) ? before === 0x20 : isMark(unit) && before !== 0x20 && before !== NOTHING) i--;
      put(source.slice(kept, i), kept, true);
      const start = i;
      if (isBlank(source.charCodeAt(i))) {
        while (i < source.length && isBlank(source.charCodeAt(i))) i++;
        put(' ', start, false);
      } else if (unit === SOFT_HYPHEN) i++;
      else {
        i += (source.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
        while (i < source.length && isMark(source.charCodeAt(i))) i++;
        put(source.slice(start, i).normalize('NFC'), start, false);
      }
      kept = i;
    }
    put(source.slice(kept), kept, true);
    put('\0', source.length, false);
    pieces.pop();
    this.text = pieces.join('');
  }

  /** The stretch of the source that `[start, end)` of `text` comes from, without white space at its end. */
  source({ start, end }: Span): Span {
    return { start: this.origin(start), end: this.origin(end) };
  }

  /** Where the unit at a position of `text`, or its end, comes from. */
  origin(position: number): number {
    const plain = this.#plain;
    if (!plain) return position;
    const k = lastUpTo(plain, position);
    return this.#source[k]! + (this.#even[k]! ? position - plain[k]! : 0);
  }

  /** The unit of `text` that comes from the source's position. */
  position(offset: number): number {
    const plain = this.#plain;
    if (!plain) return offset;
    const k = lastUpTo(this.#source, offset - 1);
    if (k < 0) return 0;
    const next = plain[k + 1] ?? plain[k]!;
    return this.#even[k]! ? Math.min(plain[k]! + offset - this.#source[k]!, next) : next;
  }
}

/** The last of ascending numbers that is not above a bound; -1 where all are. */
export function lastUpTo(numbers: readonly number[], bound: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= bound) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** A text as its words are, without the way back. */
export const plainWords = (text: string): string => (UNPLAIN.test(text) ? new PlainWords(text).text : text);

/** Where words begin in a text; at most a thousand places. */
export function indicesOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < 1000; at = text.indexOf(words, at + 1))
    found.push(at);
  return found;
}

/** Anything but single spaces and characters that are composed whatever follows (a mark would be one itself). */
const UNPLAIN = /[^\u0020-\u007e\u2013\u2014\u2018-\u201d\u2026]| {2}/;
/** Where something else may be put in the place of what stands there. What it leaves out goes over as it is. */
const ODD = /[\u0300-\u200f\u2028-\uffff\t-\r\u00a0\u00ad]| {2}/g;
const NOTHING = -1;
const SOFT_HYPHEN = 0xad;
const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x202f ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200b);
const isMark = (unit: number): boolean =>
  (unit >= 0x300 && unit <= 0x36f) ||
  (unit >= 0x1ab0 && unit <= 0x1aff) ||
  (unit >= 0x20d0 && unit <= 0x20ff);
