import type { Span } from '../report/text.js';

/**
 * A text as its words are, whatever its white space and composition: blanks of any kind and length are one space,
 * soft hyphens are gone, letters are composed (NFC). With the way back to positions in the text as it stands.
 */
export class PlainWords {
  readonly text: string;
  /** For each unit of `text`, where it comes from; one more at the end. `undefined`: it is the source itself. */
  readonly #origin: Int32Array | undefined;

  constructor(source: string) {
    if (!UNPLAIN.test(source)) {
      this.text = source;
      return;
    }
    let origin = new Int32Array(source.length + 1);
    let length = 0;
    const pieces: string[] = [];
    // Whatever is as it should be already goes over in one piece.
    let kept = 0;
    const keep = (to: number): void => {
      if (to > kept) pieces.push(source.slice(kept, to));
    };
    const put = (piece: string, from: number, to: number): void => {
      keep(from);
      pieces.push(piece);
      kept = to;
      if (length + piece.length + source.length - to + 1 > origin.length) {
        const larger = new Int32Array(origin.length + piece.length + 1024);
        larger.set(origin);
        origin = larger;
      }
      origin.fill(from, length, (length += piece.length));
    };
    for (let i = 0; i < source.length;) {
      const unit = source.charCodeAt(i);
      const start = i;
      if (unit === 0x20 || isBlank(unit)) {
        while (i < source.length && isBlank(source.charCodeAt(i))) i++;
        if (unit === 0x20 && i === start + 1) origin[length++] = start;
        else put(' ', start, i);
      } else if (unit === SOFT_HYPHEN) put('', start, ++i);
      else if ((unit < FIRST_MARK || isDash(unit)) && !isMark(source.charCodeAt(i + 1))) {
        origin[length++] = start;
        i++;
      } else {
        i += (source.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
        while (i < source.length && isMark(source.charCodeAt(i))) i++;
        const cluster = source.slice(start, i);
        put(unit < FIRST_MARK && cluster.length === 1 ? cluster : cluster.normalize('NFC'), start, i);
      }
    }
    keep(source.length);
    this.text = pieces.join('');
    origin[length] = source.length;
    this.#origin = origin.subarray(0, length + 1);
  }

  /** The stretch of the source that `[start, end)` of `text` comes from, without white space at its end. */
  source({ start, end }: Span): Span {
    const origin = this.#origin;
    return origin ? { start: origin[start]!, end: origin[end]! } : { start, end };
  }

  /** The unit of `text` that comes from the source's position. */
  position(offset: number): number {
    const origin = this.#origin;
    if (!origin) return offset;
    let [low, high] = [0, origin.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (origin[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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
const SOFT_HYPHEN = 0xad;
const FIRST_MARK = 0x300;
const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x202f ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200b);
/** Dashes and quotation marks, which the text of reports is full of. */
const isDash = (unit: number): boolean => unit >= 0x2010 && unit <= 0x2027;
const isMark = (unit: number): boolean =>
  (unit >= FIRST_MARK && unit <= 0x36f) ||
  (unit >= 0x1ab0 && unit <= 0x1aff) ||
  (unit >= 0x20d0 && unit <= 0x20ff);
