import { WordClasses } from './wordClasses.js';
import type { Words } from './words.js';

/** Lists of words that times are made of, each a bit: a word may be on several, and several are asked at once. */
export const UNITS = 1 << 0;
/** Before a unit: "financial year". */
export const QUALIFIED = 1 << 1;
/** What happened then: "since the inspection". */
export const EVENTS = 1 << 2;
export const SEASONS = 1 << 3;
export const MONTHS = 1 << 4;
/** Months by their first letters, which are a time only with a year. */
const SHORT_MONTHS = 1 << 5;
/** Times that need "last" or "this" before them. */
export const NAMED = 1 << 6;
/** Which of several: "last", "the same". */
export const WHICH = 1 << 7;
/** Counts of units: "two years ago". */
export const NUMBERS = 1 << 8;
/** Parts of times: "the end of". */
export const PARTS = 1 << 9;
export const ARTICLES = 1 << 10;
/** Before a unit or a season that is a time. */
export const BEFORE_TIME = 1 << 11;
/** Behind a count of units. */
export const AGO = 1 << 12;
export const NOW = 1 << 13;
/** Before "a year" that is how long, and not when. */
export const LENGTHS = 1 << 14;
/** What joins a time to one that it is part of: "the end of April". */
export const TAILS = 1 << 15;
/** What a time that is quoted does not begin with. */
export const LEADING = 1 << 16;
/** Behind them the words are of the next figure. */
export const TURNS = 1 << 17;
/** All that a time may begin with, but for numbers. */
export const BEGINNINGS =
  UNITS |
  QUALIFIED |
  EVENTS |
  SEASONS |
  MONTHS |
  SHORT_MONTHS |
  NAMED |
  WHICH |
  NUMBERS |
  PARTS |
  ARTICLES |
  NOW;

const LISTS = new WordClasses([
  [
    UNITS,
    'year years month months quarter quarters term terms week weeks day days decade decades half-year period',
  ],
  [QUALIFIED, 'financial academic school calendar working half'],
  [EVENTS, 'inspection visit inspections review audit census publication framework'],
  [SEASONS, 'spring summer autumn winter christmas easter midsummer midwinter'],
  [
    MONTHS,
    'january february march april may june july august september october november december q1 q2 q3 q4',
  ],
  [SHORT_MONTHS, 'jan feb mar apr jun jul aug sep sept oct nov dec'],
  [NAMED, 'morning afternoon evening time week night occasion'],
  [
    WHICH,
    'last previous past same following next this first second third fourth latest current preceding early late mid final recent full provisional single initial our the that six',
  ],
  [NUMBERS, 'two three four five six seven eight nine ten eleven twelve eighteen a one'],
  [
    PARTS,
    'end start beginning middle close time day week month quarter year half summer spring autumn winter eve',
  ],
  [ARTICLES, 'the an our your its their his her'],
  [
    BEFORE_TIME,
    'in over during since by at on until across before from throughout between for of last this as',
  ],
  [AGO, 'ago earlier before on previously later'],
  [NOW, 'now currently today presently nowadays'],
  [LENGTHS, 'within than least most about for after once twice of nearly almost'],
  [TAILS, 'of to before ending in since'],
  [LEADING, 'the in at on since over for during by across of from throughout'],
  [TURNS, 'compared against where whereas when but'],
]);

/** All the lists that the word at a token is on. */
export const timeListsAt = (words: Words, token: number): number => LISTS.at(words, token);

/** Is the word at a token on one of the lists? */
export const isOnTimes = (words: Words, token: number, lists: number): boolean =>
  LISTS.has(words, token, lists);
