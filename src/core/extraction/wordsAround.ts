import { MARK, NUMBER } from '../report/tokens.js';
import type { Words } from './words.js';

/** What training sees of the words around a grade. */
export interface WordsAround {
  /** Folded words before it, nearest first, and behind it; '' for marks, '#' for numbers. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The words around tokens of a sentence, up to `reach` on either side. */
export function wordsAround(words: Words, sentence: Range, { from, to }: Range, reach: number): WordsAround {
  const before: string[] = [];
  const behind: string[] = [];
  for (let i = from - 1; i >= Math.max(sentence.from, from - reach); i--) before.push(wordAt(words, i));
  for (let i = to; i < Math.min(sentence.to, to + reach); i++) behind.push(wordAt(words, i));
  return { before, behind };
}

/** The folded word at a token; "" for marks, "#" for numbers. */
export function wordAt(words: Words, token: number): string {
  const kind = words.reading.tokens.kind[token];
  return kind === MARK ? '' : kind === NUMBER ? '#' : words.at(token);
}
