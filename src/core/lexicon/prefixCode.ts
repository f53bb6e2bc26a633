/**
 * Bits as characters of a JSON string: two for every 13 bits, the first bit the highest, as in basE91 (Henke 2006) but
 * with 91 characters that JSON need not escape.
 */
export const BITS = 13;
/** Characters from `#` on; the backslash is left out. */
const [FIRST, BACKSLASH] = [0x23, 0x5c];
export const BASE = 91;

/** The character of a digit, 0 to 90. */
export const digitOf = (value: number): string =>
  String.fromCharCode(FIRST + value < BACKSLASH ? FIRST + value : FIRST + value + 1);

const valueOf = (unit: number): number => unit - FIRST - (unit > BACKSLASH ? 1 : 0);

/** Reads bits from left to right; behind the last there are zeros. */
export class BitReader {
  #at = 0;
  #held = 0;
  #count = 0;

  constructor(private readonly text: string) {}

  /** The next bits, 12 at most, as a number; they stay. */
  peek(bits: number): number {
    if (this.#count < bits) {
      const { text } = this;
      const at = this.#at;
      const next =
        at < text.length ? valueOf(text.charCodeAt(at)) * BASE + valueOf(text.charCodeAt(at + 1)) : 0;
      this.#at = at + 2;
      this.#held = ((this.#held & ((1 << this.#count) - 1)) << BITS) | next;
      this.#count += BITS;
    }
    return (this.#held >>> (this.#count - bits)) & ((1 << bits) - 1);
  }

  /** Goes on behind bits that were peeked at. */
  skip(bits: number): void {
    this.#count -= bits;
  }

  read(bits: number): number {
    if (bits === 0) return 0;
    const value = this.peek(bits);
    this.#count -= bits;
    return value;
  }
}

/** No code word is longer, in bits. */
export const LONGEST = 12;

/** How many bits each symbol has, as a digit to the base 36; `0` where it does not occur. */
export type CodeLengths = string;

/** The code words of symbols by their lengths alone, shorter and lower ones first: a canonical Huffman code (Huffman 1952; Schwartz and Kallick 1964). */
export function codeWords(
  lengths: CodeLengths,
): readonly { readonly length: number; readonly word: number }[] {
  const words = Array.from(lengths, digit => ({ length: parseInt(digit, 36), word: 0 }));
  let next = 0;
  for (let length = 1; length <= LONGEST; length++) {
    for (const own of words) if (own.length === length) own.word = next++;
    next <<= 1;
  }
  return words;
}

/** Reads symbols that are the shorter the more often they occur. */
export class PrefixCode {
  readonly #longest: number;
  /** By the next `#longest` bits: symbol and length of its word, in one number. */
  readonly #table: Uint16Array;

  constructor(lengths: CodeLengths) {
    const words = codeWords(lengths);
    let longest = 1;
    for (const { length } of words) if (length > longest) longest = length;
    this.#longest = longest;
    this.#table = new Uint16Array(1 << longest);
    for (let symbol = 0; symbol < words.length; symbol++) {
      const { length, word } = words[symbol]!;
      if (length === 0) continue;
      const free = longest - length;
      this.#table.fill((symbol << 4) | length, word << free, (word + 1) << free);
    }
  }

  read(bits: BitReader): number {
    const found = this.#table[bits.peek(this.#longest)]!;
    bits.skip(found & 15);
    return found >> 4;
  }

  /** A number from 0 on: its symbol is how many bits it has, and all but the first of them follow. */
  readNumber(bits: BitReader): number {
    const length = this.read(bits);
    return length < 2 ? length : (1 << (length - 1)) | bits.read(length - 1);
  }
}
