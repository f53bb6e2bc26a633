import { type Spoken, WordTable } from './wordTable.js';

/** A few words that many tokens are asked for. */
export class WordSet {
  readonly #table: WordTable;

  /** `words`: folded, with blanks between them. */
  constructor(words: string) {
    this.#table = new WordTable(new Map(words.split(' ').map((word, place) => [word, place + 1])));
  }

  /** Which of the words a token is: its place among them, -1 for none. */
  placeAt(reading: Spoken, token: number): number {
    return this.#table.at(reading, token) - 1;
  }

  has(reading: Spoken, token: number): boolean {
    return this.#table.at(reading, token) > 0;
  }

  /** Is any of the tokens `[from, to)` one of them? */
  hasAny(reading: Spoken, from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.#table.at(reading, i) > 0) return true;
    return false;
  }
}
