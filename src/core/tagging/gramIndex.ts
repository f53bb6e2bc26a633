/** UTF-16 code units of a gram. */
const GRAM = 8;
/** Of the rolling hash, and its power that takes a unit out again. */
const BASE = 0x01000193;
const OUT = Array.from({ length: GRAM }).reduce<number>(power => Math.imul(power, BASE), 1);
/** Spreads a hash over the upper bits (Knuth). */
const SPREAD = 0x9e3779b1;
const MOST = 1000;

/**
 * Every stretch of eight units of a text by its hash, so that thousands of quotes are found in it without a search
 * through all of it for each: the rarest stretch of a quote says where to look. About 10 bytes a unit of text.
 */
export class GramIndex {
  /** Shorter words cannot be looked for. */
  static readonly SHORTEST = GRAM;
  readonly #shift: number;
  /** By hash, where its positions begin in `#positions`; one more at the end. */
  readonly #begin: Int32Array;
  /** By hash, ascending. */
  readonly #positions: Int32Array;

  constructor(readonly text: string) {
    const count = Math.max(0, text.length - GRAM + 1);
    const bits = Math.min(20, Math.max(4, 32 - Math.clz32(count)));
    this.#shift = 32 - bits;
    const hashes = new Int32Array(count);
    const begin = (this.#begin = new Int32Array((1 << bits) + 1));
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash, BASE) + text.charCodeAt(i);
      if (i >= GRAM) hash -= Math.imul(OUT, text.charCodeAt(i - GRAM));
      if (i < GRAM - 1) continue;
      const slot = Math.imul(hash, SPREAD) >>> this.#shift;
      hashes[i - GRAM + 1] = slot;
      begin[slot] = begin[slot]! + 1;
    }
    // Counts become ends, and ends beginnings as the positions are put in from the last to the first.
    for (let slot = 1; slot < begin.length; slot++) begin[slot] = begin[slot]! + begin[slot - 1]!;
    const positions = (this.#positions = new Int32Array(count));
    for (let i = count - 1; i >= 0; i--) {
      const slot = hashes[i]!;
      begin[slot] = begin[slot]! - 1;
      positions[begin[slot]!] = i;
    }
  }

  /** Where words of eight units and more begin in the text, in order; at most a thousand places. */
  indicesOf(words: string): number[] {
    let [slot, offset, fewest] = [0, 0, Infinity];
    let hash = 0;
    for (let i = 0; i < words.length; i++) {
      hash = Math.imul(hash, BASE) + words.charCodeAt(i);
      if (i >= GRAM) hash -= Math.imul(OUT, words.charCodeAt(i - GRAM));
      if (i < GRAM - 1) continue;
      const here = Math.imul(hash, SPREAD) >>> this.#shift;
      const count = this.#begin[here + 1]! - this.#begin[here]!;
      if (count < fewest) [slot, offset, fewest] = [here, i - GRAM + 1, count];
    }
    const { text } = this;
    const found: number[] = [];
    const end = this.#begin[slot + 1]!;
    const last = words.length - 1;
    // Looked at first, since it is cheaper than to compare all.
    const [firstUnit, lastUnit] = [words.charCodeAt(0), words.charCodeAt(last)];
    for (let i = this.#begin[slot]!; i < end && found.length < MOST; i++) {
      const at = this.#positions[i]! - offset;
      if (
        text.charCodeAt(at) === firstUnit &&
        text.charCodeAt(at + last) === lastUnit &&
        text.startsWith(words, at)
      )
        found.push(at);
    }
    return found;
  }
}
