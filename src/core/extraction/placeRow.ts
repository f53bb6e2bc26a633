import { placeOf } from '../lexicon/categories.js';
import { CELL } from '../report/tokens.js';
import { isParting } from './cells.js';
import type { Unvoiced } from './reading.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const GRADE = placeOf('grade');
const THEME = placeOf('theme');
const SMALL = new WordSet('of and the upon on in le with');
const COUNTRIES = new WordSet('england wales scotland britain uk london');
const [PIPE, PERCENT] = [0x7c, 0x25];
/** Tokens that a name may have. */
const LONGEST = 8;

/** "North West | 61% | 8%", "Midlands and East (8) 25% 50%": figures beside a name, so of one body or region out of many. */
export function isPlaceRow(words: Words, sentence: Unvoiced): boolean {
  const from = words.mark(sentence.from) === PIPE ? sentence.from + 1 : sentence.from;
  const to = nameEnd(words, from, sentence.to);
  if (to === from) return false;
  // "Primary" is a kind of school; a name by itself is no word that anything else is said with.
  if (to === from + 1 && words.reading.words[from]! > 0 && !COUNTRIES.has(words.reading, from)) return false;

  // "Attendance | 92%" is of one body, at more than one time.
  for (const { place, from: at } of sentence.mentions)
    if ((place === THEME || place === GRADE) && at < to) return false;
  return hasShare(words, to, sentence.to);
}

/** Where the first cell ends, if a name is all that stands in it; else where it begins. */
function nameEnd(words: Words, from: number, end: number): number {
  const last = Math.min(end, from + LONGEST);
  for (let i = from; i < last; i++) {
    if (i > from && (words.gap(i) === CELL || isParting(words, i))) return i;
    const named = words.isCapital(i) || (i > from && SMALL.has(words.reading, i));
    const bracketed = words.mark(i) !== 0 || words.mark(i - 1) === 0x28;
    if (!named && (i === from || !bracketed)) return from;
  }
  return from;
}

function hasShare(words: Words, from: number, to: number): boolean {
  const last = Math.min(to, from + 40);
  for (let i = from; i < last; i++) if (words.mark(i) === PERCENT && words.isNumber(i - 1)) return true;
  return false;
}
