import { hashOf, MARK, reads } from '../report/tokens.js';
import type { Words } from './words.js';

/**
 * Words and all that each of them is, a bit for each class: one look-up by a token's hash answers for all the lists
 * together, and makes no string.
 */
export class WordClasses {
  /** Open addressing, by hash; 0: free. Four places for each word, so that a word of no class is mostly known at once. */
  readonly #hashes: Int32Array;
  readonly #classes: Int32Array;
  readonly #words: string[];
  readonly #mask: number;

  /** Each class with its words, folded, a blank between them. */
  constructor(lists: readonly (readonly [bit: number, words: string])[]) {
    const classes = new Map<string, number>();
    for (const [bit, words] of lists)
      for (const word of words.split(' ')) classes.set(word, (classes.get(word) ?? 0) | bit);
    const size = 1 << Math.ceil(Math.log2(classes.size * 4));
    this.#mask = size - 1;
    this.#hashes = new Int32Array(size);
    this.#classes = new Int32Array(size);
    this.#words = new Array<string>(size).fill('');
    for (const [word, bits] of classes) {
      const hash = hashOf(word);
      let slot = hash & this.#mask;
      while (this.#hashes[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#hashes[slot] = hash;
      this.#classes[slot] = bits;
      this.#words[slot] = word;
    }
  }

  /**
   * All that the word at a token is, of the classes that are asked for; 0 for a word of none, for marks, and outside
   * the paragraph. Only where the answer is not 0 need the word be read.
   */
  at(words: Words, token: number, among = -1): number {
    const { tokens, text } = words.reading;
    if (token < 0 || token >= tokens.count) return 0;
    const [hashes, mask, hash] = [this.#hashes, this.#mask, tokens.hash[token]!];
    for (let slot = hash & mask; hashes[slot] !== 0; slot = (slot + 1) & mask)
      if (hashes[slot] === hash) {
        const classes = this.#classes[slot]! & among;
        if (classes !== 0 && reads(text, tokens.start[token]!, tokens.end[token]!, this.#words[slot]!))
          return classes;
      }
    return 0;
  }

  /** Is the word at a token of any of these classes? */
  has(words: Words, token: number, classes: number): boolean {
    return this.at(words, token, classes) !== 0;
  }
}

/** Does the word at a token end in these letters, in whatever case? */
export function endsIn(words: Words, token: number, ending: string): boolean {
  const { tokens, text } = words.reading;
  if (token < 0 || token >= tokens.count) return false;
  const end = tokens.end[token]!;
  return end - tokens.start[token]! >= ending.length && reads(text, end - ending.length, end, ending);
}

/** Is there an apostrophe at the end, as in "the city’s" and "the schools’"? */
export function isOwner(words: Words, token: number): boolean {
  const { tokens, text } = words.reading;
  if (token < 0 || token >= tokens.count) return false;
  const end = tokens.end[token]!;
  if (tokens.kind[token] === MARK) return isApostrophe(text.charCodeAt(end - 1));
  return (
    (text.charCodeAt(end - 1) | 0x20) === 0x73 &&
    end - tokens.start[token]! > 2 &&
    isApostrophe(text.charCodeAt(end - 2))
  );
}
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2018;
