import { MARK, readsFrom } from '../report/tokens.js';
import { type Spoken, WordTable } from './wordTable.js';
import type { Words } from './words.js';

/** Tokens to be looked at, with or without what else is known of their sentence. */
interface Looked {
  readonly reading: Spoken;
}

/**
 * Words and all that each of them is, a bit for each class: one look-up by a token's hash answers for all the lists
 * together, and makes no string.
 */
export class WordClasses {
  readonly #table: WordTable;

  /** Each class with its words, folded, a blank between them. */
  constructor(lists: readonly (readonly [bit: number, words: string])[]) {
    const classes = new Map<string, number>();
    for (const [bit, words] of lists)
      for (const word of words.split(' ')) classes.set(word, (classes.get(word) ?? 0) | bit);
    this.#table = new WordTable(classes);
  }

  /** All that the word at a token is, of the classes that are asked for. */
  at(words: Looked, token: number, among = -1): number {
    return this.#table.at(words.reading, token, among);
  }

  /** Is the word at a token of any of these classes? */
  has(words: Looked, token: number, classes: number): boolean {
    return this.#table.at(words.reading, token, classes) !== 0;
  }
}

/** Does the word at a token end in these letters, in whatever case? */
export function endsIn(words: Words, token: number, ending: string): boolean {
  const { tokens } = words.reading;
  if (token < 0 || token >= tokens.count || tokens.kind[token] === MARK) return false;
  const from = tokens.end[token]! - ending.length;
  return from >= tokens.start[token]! && readsFrom(tokens.folded, from, ending);
}

/** Is there an apostrophe at the end, as in "the city’s" and "the schools’"? */
export function isOwner(words: Words, token: number): boolean {
  const { tokens } = words.reading;
  if (token < 0 || token >= tokens.count) return false;
  if (tokens.kind[token] === MARK) return isApostrophe(tokens.mark[token]!);
  const end = tokens.end[token]!;
  return tokens.folded[end - 1] === 0x73 && end - tokens.start[token]! > 2 && tokens.folded[end - 2] === 0x27;
}
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2018;
