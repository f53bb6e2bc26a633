import { hashOf, reads } from '../report/tokens.js';
import type { Reading } from './reading.js';

type Spoken = Pick<Reading, 'text' | 'tokens'>;

/** A few words that many tokens are asked for: their hash settles nearly all, and no token is made a string. */
export class WordSet {
  readonly #words: readonly string[];
  /** Open addressing, hash → place of the word; hash 0 is free, as only marks have it. */
  readonly #hashes: Int32Array;
  readonly #places: Uint8Array;

  /** `words`: folded, with blanks between them. */
  constructor(words: string) {
    this.#words = words.split(' ');
    let size = 8;
    while (size < this.#words.length * 4) size *= 2;
    this.#hashes = new Int32Array(size);
    this.#places = new Uint8Array(size);
    this.#words.forEach((word, place) => {
      let slot = hashOf(word) & (size - 1);
      while (this.#hashes[slot] !== 0) slot = (slot + 1) & (size - 1);
      this.#hashes[slot] = hashOf(word);
      this.#places[slot] = place;
    });
  }

  /** Which of the words a token is: its place among them, -1 for none. */
  placeAt({ text, tokens }: Spoken, token: number): number {
    if (token < 0 || token >= tokens.count) return -1;
    const hash = tokens.hash[token]!;
    const hashes = this.#hashes;
    const mask = hashes.length - 1;
    for (let slot = hash & mask; hashes[slot] !== 0; slot = (slot + 1) & mask) {
      if (hashes[slot] !== hash) continue;
      const place = this.#places[slot]!;
      if (reads(text, tokens.start[token]!, tokens.end[token]!, this.#words[place]!)) return place;
    }
    return -1;
  }

  has(reading: Spoken, token: number): boolean {
    return this.placeAt(reading, token) >= 0;
  }

  /** Is any of the tokens `[from, to)` one of them? */
  hasAny(reading: Spoken, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.placeAt(reading, i) >= 0) return true;
    return false;
  }
}
