import { hashOf, readsAt } from '../report/tokens.js';
import type { Reading } from './reading.js';

export type Spoken = Pick<Reading, 'tokens'>;

/**
 * Words and a number for each, looked up by the hash that every token has already: it settles nearly all, and no token
 * is made a string.
 */
export class WordTable {
  /** Open addressing, hash → slot; 0 is free, as only marks have that hash. */
  readonly #hashes: Int32Array;
  readonly #values: Int32Array;
  readonly #words: string[];
  readonly #mask: number;

  /** Folded words, each with its number: any but 0. */
  constructor(words: ReadonlyMap<string, number>) {
    // Four places for each word, so that a word that is none of them is mostly known at once.
    let size = 8;
    while (size < words.size * 4) size *= 2;
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#values = new Int32Array(size);
    this.#words = new Array<string>(size).fill('');
    for (const [word, value] of words) {
      const hash = hashOf(word);
      let slot = hash & this.#mask;
      while (this.#hashes[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hashes[slot] = hash;
      this.#values[slot] = value;
      this.#words[slot] = word;
    }
  }

  /**
   * The number of the word at a token, as far as its bits are asked for; 0 for any other word, for marks, and outside
   * the paragraph. The word is only read where the answer would not be 0.
   */
  at({ tokens }: Spoken, token: number, among = -1): number {
    if (token < 0 || token >= tokens.count) return 0;
    const [hashes, mask, hash] = [this.#hashes, this.#mask, tokens.hash[token]!];
    for (let slot = hash & mask; hashes[slot] !== 0; slot = (slot + 1) & mask)
      if (hashes[slot] === hash) {
        const value = this.#values[slot]! & among;
        if (value !== 0 && readsAt(tokens, token, this.#words[slot]!)) return value;
      }
    return 0;
  }
}
