import { CELL, NUMBER } from '../report/tokens.js';
import type { Unvoiced } from './reading.js';
import type { Words } from './words.js';
import { isYearAt } from './year.js';

/** Bullets, squares and dots, also those that word processors keep in the private use area. */
const BULLETS = new Set(Array.from('•*▪◦-–■◼●○‣·⬤❖➢\uf0b7\uf0a7\uf076', bullet => bullet.charCodeAt(0)));

/** Does a mark begin an entry of a list? */
export const isBullet = (mark: number): boolean => mark !== 0 && BULLETS.has(mark);

/** Is the sentence a short paragraph of its own that ends without a stop? `first`: it is its paragraph's first. */
export function isTitleLine(words: Words, { from, to }: Unvoiced, first: boolean): boolean {
  if (!first || to - from > 14 || to !== words.reading.tokens.count) return false;
  const last = words.mark(to - 1);
  const ends = last === 0x2e || last === 0x21 || last === 0x3f || last === 0x201d || last === 0x3b;
  return !ends && !isBullet(words.mark(from));
}

/** Is the sentence of more than one cell of a table? */
export function hasCells({ reading: { tokens } }: Words, { from, to }: Unvoiced): boolean {
  const { gap, mark } = tokens;
  for (let i = from + 1; i < to; i++) if (gap[i] === CELL || mark[i] === 0x7c) return true;
  return false;
}

/** Does the sentence name a year, as background does? */
export const hasYear = (words: Words, sentence: Unvoiced): boolean => hasNumber(words, sentence, true);

/** Does it name a number that is no year? */
export const hasFigure = (words: Words, sentence: Unvoiced): boolean => hasNumber(words, sentence, false);

/** Tokens of a sentence in which numbers are looked for. */
const REACH = 60;

function hasNumber({ reading: { tokens } }: Words, { from, to }: Unvoiced, year: boolean): boolean {
  const end = Math.min(to, from + REACH);
  for (let i = from; i < end; i++) if (tokens.kind[i] === NUMBER && isYearAt(tokens, i) === year) return true;
  return false;
}
