import type { Span } from '../report/text.js';

/**
 * A text as its words are, whatever its white space and composition: blanks of any kind and length are one space,
 * soft hyphens are gone, letters are composed (NFC). With the way back to positions in the text as it stands.
 */
export class PlainWords {
  readonly text: string;
  /** For each unit of `text`, where it comes from; one more at the end. */
  readonly #origin: Int32Array;

  constructor(source: string) {
    const origin: number[] = [];
    let text = '';
    const push = (piece: string, at: number): void => {
      for (let i = 0; i < piece.length; i++) origin.push(at);
      text += piece;
    };
    for (let i = 0; i < source.length;) {
      const start = i;
      if (isBlank(source.charCodeAt(i))) {
        while (i < source.length && isBlank(source.charCodeAt(i))) i++;
        push(' ', start);
      } else if (source.charCodeAt(i) === SOFT_HYPHEN) i++;
      else {
        i += (source.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
        const plain = i >= source.length || source.charCodeAt(i) < FIRST_MARK;
        while (i < source.length && isMark(source.charCodeAt(i))) i++;
        const cluster = source.slice(start, i);
        push(plain && cluster.length === 1 ? cluster : cluster.normalize('NFC'), start);
      }
    }
    origin.push(source.length);
    this.text = text;
    this.#origin = Int32Array.from(origin);
  }

  /** The stretch of the source that `[start, end)` of `text` comes from, without white space at its end. */
  source({ start, end }: Span): Span {
    return { start: this.#origin[start]!, end: this.#origin[end]! };
  }

  /** The unit of `text` that comes from the source's position. */
  position(offset: number): number {
    let [low, high] = [0, this.#origin.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#origin[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const SOFT_HYPHEN = 0xad;
const FIRST_MARK = 0x300;
const isBlank = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0xa0 ||
  unit === 0x202f ||
  unit === 0x3000 ||
  (unit >= 0x2000 && unit <= 0x200b);
const isMark = (unit: number): boolean =>
  (unit >= FIRST_MARK && unit <= 0x36f) ||
  (unit >= 0x1ab0 && unit <= 0x1aff) ||
  (unit >= 0x20d0 && unit <= 0x20ff);
