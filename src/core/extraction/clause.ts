import { TIGHT } from '../report/tokens.js';
import { firstTime } from './times.js';
import type { ReadSentence } from './reading.js';
import {
  ADVERBS,
  AND,
  CONJUNCTIONS,
  DETERMINERS,
  HELPERS,
  isOn,
  LEADING,
  LEADS,
  listsAt,
  NUMERALS,
  OPENERS,
  PREPOSITIONS,
  QUANTITIES,
  RELATIVES,
  SAYING,
  SAYING_BARE,
  VERBS,
  WHICH,
} from './shareWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** Tokens `[from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const REACH = 45;
const COMMA = 0x2c;
const HARD = new Set([0x3b, 0x3a, 0x201c, 0x22, 0x2022, 0x2a, 0x25aa, 0x25a0, 0x7c, 0x2e, 0x21, 0x3f]);
const STAR = 0x2a;
const CLOSE = 0x29;
const OPEN = 0x28;

const isDashMark = (mark: number): boolean => mark === 0x2d || mark === 0x2013 || mark === 0x2014;

/** A dash that stands free, or a bullet. */
export const isDash = (words: Words, i: number): boolean =>
  isDashMark(words.mark(i)) && words.gap(i) > 0 && words.gap(i + 1) > 0;

/** Marks that no clause goes across. */
export function isHard(words: Words, i: number): boolean {
  const mark = words.mark(i);
  // "grades A* to C"
  if (mark === STAR && words.gap(i) === TIGHT) return false;
  return mark !== 0 && (HARD.has(mark) || isDash(words, i));
}

/** Is there a verb that carries a clause among the tokens, and not that of a relative clause? */
export function hasVerb(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (isOn(words, i, i > from ? HELPERS | VERBS : HELPERS) && !isRelative(words, from, i)) return true;
  return false;
}

export const isRelative = (words: Words, from: number, i: number): boolean => {
  for (let k = i - 1; k >= Math.max(from, i - 3); k--) {
    if (isOn(words, k, RELATIVES)) return true;
    if (words.mark(k) !== 0) return false;
  }
  return false;
};

/** First token of the clause that ends before `to`. */
export function clauseStart(words: Words, sentence: ReadSentence, to: number, floor: number): number {
  const least = Math.max(sentence.from, floor, to - REACH);
  for (let i = to - 1; i >= least; i--) {
    const mark = words.mark(i);
    if (mark === CLOSE) {
      // A bracket closed again is no part of the clause, and no end to it.
      let open = i;
      while (open > least && words.mark(open) !== OPEN) open--;
      i = open;
      continue;
    }
    if (mark !== 0) {
      if (mark === OPEN || isHard(words, i)) return i + 1;
      continue;
    }
    const lists = listsAt(words, i, CONJUNCTIONS | AND);
    if ((lists & CONJUNCTIONS) !== 0) return i + 1;
    if ((lists & AND) === 0) continue;
    if (words.mark(i - 1) === COMMA && hasVerb(words, Math.max(least, i - 15), i - 1)) return i + 1;
    if (
      hasVerb(words, i + 1, to) &&
      (hasVerb(words, Math.max(least, i - 12), i) || speaksOn(words, least, i))
    )
      return i + 1;
  }
  return least;
}

/** "We’ve recruited 24 nurses and our sickness rate is", "He sleeps well and his attendance has": somebody before the "and", and their own behind it. */
const speaksOn = (words: Words, from: number, and: number): boolean =>
  OWN.has(words.reading, and + 1) && WHO.hasAny(words.reading, from, Math.min(and, from + 4));
const WHO = new WordSet("we we've i i've he she they");
const OWN = new WordSet('our my his her their');

/** Where the subject of a clause begins: behind adverbs, phrases in front, and "who said that". */
export function subjectStart(words: Words, sentence: ReadSentence, from: number, to: number): number {
  // "That said, 61% were on time"
  if (words.at(from) === 'that' && words.at(from + 1) === 'said' && words.mark(from + 2) === COMMA) from += 3;
  let lists = 0;
  for (let i = from; i < to; i++) lists |= listsAt(words, i, SAYING | WHICH);
  let start = (lists & SAYING) === 0 ? from : behindSaying(words, from, to);
  if ((lists & WHICH) !== 0) start = behindWhich(words, start, to);
  while (start < to) {
    const next = behindLead(words, sentence, start, to);
    if (next === start) break;
    start = next;
  }
  return start;
}

/** Behind the last "who said that", or "they said" where no "that" need follow. */
function behindSaying(words: Words, from: number, to: number): number {
  let start = from;
  for (let i = from; i < to; i++) {
    const lists = listsAt(words, i, SAYING | SAYING_BARE);
    if ((lists & SAYING) === 0) continue;
    const that = thatBehind(words, i, to);
    if (that > 0) start = that + 1;
    else if (
      i > from &&
      (lists & SAYING_BARE) !== 0 &&
      !isOn(words, i + 1, OPENERS) &&
      !isOn(words, i - 1, HELPERS) &&
      words.mark(i + 1) === 0
    )
      start = i + 1;
  }
  return start;
}

/** Behind the last "in which". */
function behindWhich(words: Words, from: number, to: number): number {
  for (let i = to - 1; i > from; i--)
    if (isOn(words, i, WHICH) && isOn(words, i - 1, PREPOSITIONS)) return i + 1;
  return from;
}

/** "That" within four words behind a token; 0 if there is none. */
function thatBehind(words: Words, i: number, to: number): number {
  for (let k = i + 1; k <= i + 4 && k < to; k++) if (words.at(k) === 'that') return k;
  return 0;
}

/** Behind what stands before the subject: adverbs and marks, or a time, or a phrase up to its comma. */
function behindLead(words: Words, sentence: ReadSentence, from: number, to: number): number {
  let start = from;
  while (
    start < to &&
    (words.mark(start) !== 0 || isOn(words, start, ADVERBS) || isNumbering(words, sentence, start))
  )
    start++;
  if (words.at(start - 1) === 'there' && isOn(words, start, HELPERS)) return start + 1;
  const lists = listsAt(words, start);
  if ((lists & LEADING) !== 0) {
    const length = leadAt(words, start);
    if (length > 0) return start + length;
  }
  const opens = (lists & OPENERS) !== 0;
  // "In 2019 attendance was"; but "In the 2019 tests" is no time.
  const time = firstTime(words, sentence, start, Math.min(to, start + 10), start + (opens ? 2 : 1));
  if (time && !(words.isNumber(time.to - 1) && words.at(time.to - 2) === 'the')) {
    // "From 1 April to 31 December 2013"
    const until =
      words.at(start) === 'from' && words.at(time.to) === 'to'
        ? firstTime(words, sentence, time.to + 1, Math.min(to, time.to + 8), time.to + 2)
        : undefined;
    return (until ?? time).to;
  }
  const comma = opens ? commaFrom(words, start, Math.min(to, start + 22)) : undefined;
  return comma ? comma + 1 : start;
}

/** How many words the phrase of `LEADS` has that begins at a token; 0 if none does. */
function leadAt(words: Words, i: number): number {
  const phrases = LEADS.get(words.at(i)) ?? [];
  for (const phrase of phrases) {
    let k = 1;
    while (k < phrase.length && words.at(i + k) === phrase[k]) k++;
    if (k === phrase.length) return k;
  }
  return 0;
}

/** "2.4", "(b)", "iv)" and the like in front of a paragraph. */
function isNumbering(words: Words, sentence: ReadSentence, i: number): boolean {
  if (i > sentence.from + 1) return false;
  if (words.mark(i + 1) === CLOSE) return words.isNumber(i) || words.at(i).length === 1 || isRoman(words, i);
  return words.isNumber(i) && (words.at(i).includes('.') || words.mark(i + 1) === 0x2e);
}
const isRoman = ({ reading }: Words, i: number): boolean => ROMAN.has(reading, i);
const ROMAN = new WordSet('ii iii iv vi vii viii ix xi xii');

export function commaFrom(words: Words, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (words.mark(i) === COMMA) return i;
  return undefined;
}

/** "five of the 12" authorities: the part and the whole that it is of. */
export const isPart = (words: Words, start: number): boolean =>
  (isOn(words, start, NUMERALS) || words.isNumber(start)) &&
  words.at(start + 1) === 'of' &&
  words.at(start + 2) === 'the' &&
  (words.isNumber(start + 3) || isOn(words, start + 3, NUMERALS));

/** The noun phrase that a clause begins with: up to its verb. */
export function firstNoun(words: Words, sentence: ReadSentence, from: number, to: number): Range | undefined {
  let start = subjectStart(words, sentence, from, to);
  while (start < to)
    if (isPart(words, start)) start += 4;
    else if (isOn(words, start, DETERMINERS | QUANTITIES) || words.isNumber(start)) start++;
    else break;
  let end = start;
  for (; end < to && end - start < 10; end++) {
    const mark = words.mark(end);
    if (mark === COMMA || mark === OPEN || (mark !== 0 && isHard(words, end))) break;
    if (end === start) continue;
    const lists = listsAt(words, end, CONJUNCTIONS | HELPERS | VERBS);
    if ((lists & CONJUNCTIONS) !== 0) break;
    if ((lists & (HELPERS | VERBS)) !== 0 && !isRelative(words, start, end)) break;
  }
  return end > start ? { from: start, to: end } : undefined;
}
