import { CELL, NUMBER } from '../report/tokens.js';
import type { Unvoiced } from './reading.js';
import type { Words } from './words.js';

const BULLETS = new Set([0x2022, 0x2a, 0x25aa, 0x25e6, 0x2d, 0x2013]);

/** Does a mark begin an entry of a list? */
export const isBullet = (mark: number): boolean => mark !== 0 && BULLETS.has(mark);

/** Is the sentence of more than one cell of a table? */
export function hasCells({ reading: { text, tokens } }: Words, { from, to }: Unvoiced): boolean {
  for (let i = from + 1; i < to; i++)
    if (tokens.gap[i] === CELL || (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === 0x7c))
      return true;
  return false;
}

/** Does the sentence name a year, as background does? */
export const hasYear = (words: Words, sentence: Unvoiced): boolean => hasNumber(words, sentence, true);

/** Does it name a number that is no year? */
export const hasFigure = (words: Words, sentence: Unvoiced): boolean => hasNumber(words, sentence, false);

/** Tokens of a sentence in which numbers are looked for. */
const REACH = 60;

function hasNumber({ reading: { text, tokens } }: Words, { from, to }: Unvoiced, year: boolean): boolean {
  const end = Math.min(to, from + REACH);
  for (let i = from; i < end; i++)
    if (tokens.kind[i] === NUMBER && isYear(text, tokens.start[i]!, tokens.end[i]!) === year) return true;
  return false;
}

/** 1900 to 2099. */
function isYear(text: string, start: number, end: number): boolean {
  if (end - start !== 4) return false;
  const [first, second] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  const century = (first === 0x31 && second === 0x39) || (first === 0x32 && second === 0x30);
  return century && isDigit(text.charCodeAt(start + 2)) && isDigit(text.charCodeAt(start + 3));
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
