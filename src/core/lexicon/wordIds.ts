import { hashOf, reads } from '../report/tokens.js';
import { longer } from './longer.js';

/** Words and a number for each, from 1; looked up by the hash that every token has already, so that no token is made a string. */
export class WordIds {
  /** By hash; open addressing. A slot is two numbers beside each other: word id (0: free), hash. */
  #slots = new Int32Array(32_768);
  readonly #words: string[] = [''];
  /** The code units of all words one behind another, and where each word’s end by its id. */
  #units = new Uint16Array(65_536);
  #ends = new Int32Array(8192);

  /** The words by their ids. */
  get words(): readonly string[] {
    return this.#words;
  }

  /** The id of a folded word; 0 where it is not known. */
  idOf(word: string): number {
    const hash = hashOf(word);
    const mask = this.#slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = this.#slots[slot]!;
      if (id === 0 || (this.#slots[slot + 1] === hash && reads(word, 0, word.length, this.#words[id]!)))
        return id;
    }
  }

  /** The id of the word whose folded code units are `units[start, end)`. */
  lookup(hash: number, units: Uint16Array, start: number, end: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = slots[slot]!;
      if (id === 0 || (slots[slot + 1] === hash && this.#isWord(id, units, start, end))) return id;
    }
  }

  /** The id of a folded word, which is known from now on. */
  intern(word: string): number {
    const known = this.idOf(word);
    if (known !== 0) return known;
    const id = this.#words.push(word) - 1;
    if (id >= this.#ends.length) this.#ends = longer(this.#ends, id);
    this.#keep(word, id);
    if (this.#words.length * 6 > this.#slots.length) this.#rehash();
    else this.#place(hashOf(word), id);
    return id;
  }

  #isWord(id: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units;
    let at = this.#ends[id - 1]!;
    if (this.#ends[id]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (units[i] !== own[at++]) return false;
    return true;
  }

  #keep(word: string, id: number): void {
    let end = this.#ends[id - 1]!;
    if (end + word.length > this.#units.length) this.#units = longer(this.#units, end + word.length);
    for (let i = 0; i < word.length; i++) this.#units[end++] = word.charCodeAt(i);
    this.#ends[id] = end;
  }

  #place(hash: number, id: number): void {
    const mask = this.#slots.length - 1;
    let slot = (hash << 1) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 2) & mask;
    this.#slots[slot] = id;
    this.#slots[slot + 1] = hash;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 1; id < this.#words.length; id++) this.#place(hashOf(this.#words[id]!), id);
  }
}
