import type { Mention } from '../lexicon/entry.js';
import { behindInvitation } from './antecedent.js';
import type { Quote } from './finding.js';
import { AND, isOf, PREPOSITION, STOP } from './grammar.js';
import { isAim, phrase, phraseEnd } from './nounPhrase.js';
import type { ReadSentence } from './reading.js';
import { isOnTimes, MONTHS, SEASONS, UNITS } from './timeWords.js';
import { isPronoun, isVerbal, pronounAt } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

export const PARTS = ['whole', 'pronoun', 'head', 'tail', 'first', 'second'] as const;

/** A noun phrase of a sentence, or what stands before or behind a preposition or an "and" in it. */
export interface Piece {
  readonly quote: Quote;
  /** Its tokens, with its article and whatever else `quote` leaves out. */
  readonly from: number;
  readonly to: number;
  /** The token at which the noun phrase begins that it is of. */
  readonly opens: number;
  /** Which noun phrase of the sentence that is, from 0. */
  readonly nth: number;
  readonly part: (typeof PARTS)[number];
  /** The preposition or "and" that parts it from the rest; '' for a whole one. */
  readonly joint: string;
}

/** What no grade is said of, though a noun phrase may end in it: "on course to be", "the goal of being". */
export const isNoSubject = (words: Words, token: number): boolean =>
  (NONE.has(words.reading, token) && !words.isCapital(token)) ||
  PEOPLE.has(words.reading, token) ||
  DOING.has(words.reading, token) ||
  (isAim(words, token) && !words.isCapital(token));
const NONE = new WordSet(
  'than sure confident certain convinced disappointed delighted pleased yes milestone position course track way journey path route potential chance doubt disappointment view road finding object morning settle nor compared ago time today yesterday current latest dates rather finally solid secure successive possible reasonable likely unlikely necessary somewhat blow whether',
);

/** "Being good again is a tribute": what one does or is, with a capital too. */
const DOING_WORDS = 'being getting keeping having becoming going';
const DOING = new WordSet(DOING_WORDS);
const ALONE = new Set(DOING_WORDS.split(' '));
export const isDoing = ({ text }: Quote): boolean => ALONE.has(text.toLowerCase());

/** "June 2015", "11 June 2015", "June 11", "June" */
const isDate = (words: Words, { start }: Quote, last: number): boolean =>
  isOnTimes(words, words.isNumber(last) ? last - 1 : last, MONTHS) &&
  start >= words.reading.tokens.start[Math.max(0, last - 2)]!;

/** "next inspection", "latest full inspection": when a grade is given. */
const isOccasion = ({ reading }: Words, last: number): boolean =>
  VISIT.has(reading, last) && (WHICH_VISIT.has(reading, last - 1) || WHICH_VISIT.has(reading, last - 2));
const VISIT = new WordSet('inspection inspections visit');
const WHICH_VISIT = new WordSet('next latest last previous recent');

const WHICH = new WordSet('last this next');

const PEOPLE = new WordSet(
  'director councillor cllr chair minister spokesman spokeswoman spokesperson inspector inspectors mp officers owners members reviewers auditors leader',
);

/** The last token of a quote that ends before token `to`. */
function lastOf({ reading: { tokens } }: Words, { end }: Quote, to: number): number {
  let last = to - 1;
  while (tokens.start[last]! >= end) last--;
  return last;
}

/**
 * All of a sentence that may be what is graded, by where its noun phrases begin. Its grades part them: "leadership
 * *good* and fostering *outstanding*".
 */
export function piecesOf(
  words: Words,
  { from, to }: Pick<ReadSentence, 'from' | 'to'>,
  grades: readonly Mention[],
): Piece[] {
  const pieces: Piece[] = [];
  let [nth, next] = [0, 0];
  for (let i = behindInvitation(words, from); i < to;) {
    while (next < grades.length && grades[next]!.to <= i) next++;
    const grade = grades[next];
    if (grade && grade.from <= i) {
      i = grade.to;
      continue;
    }
    if (!words.isWord(i) || isVerbal(words, i) || isOf(words, i, STOP)) {
      i++;
      continue;
    }
    // "Until last week the home was good": when, and not what.
    if (WHICH.has(words.reading, i) && isOnTimes(words, i + 1, UNITS | SEASONS)) {
      i += 2;
      continue;
    }
    const end = isPronoun(words, i) ? i : endOf(words, i, grade ? Math.min(to, grade.from) : to);
    if (end > i) addPhrase(words, i, end, nth, pieces);
    else addPronoun(words, i, nth, pieces);
    nth++;
    i = Math.max(end, i + 1);
  }
  return pieces;
}

/** Where the noun phrase that begins at a token ends; a pronoun is none of it. */
function endOf(words: Words, from: number, to: number): number {
  const end = phraseEnd(words, from, to);
  for (let i = from + 1; i < end; i++) if (isPronoun(words, i)) return i;
  return end;
}

/** "We are good": who writes, or is spoken to, is graded as such. */
function addPronoun(words: Words, token: number, nth: number, pieces: Piece[]): void {
  const text = pronounAt(words, token);
  if (text !== 'we' && text !== 'us' && text !== 'you') return;
  const { start } = words.quote(token, token + 1);
  const quote = { text, start, end: start + text.length };
  pieces.push({ quote, from: token, to: token + 1, opens: token, nth, part: 'pronoun', joint: '' });
}

function addPhrase(words: Words, from: number, end: number, nth: number, pieces: Piece[]): void {
  const first = pieces.length;
  const add = (start: number, to: number, part: Piece['part'], joint: string): void => {
    // "A reasonable aim is good": what kind of aim it is.
    if (to === end && isAim(words, to) && !words.isCapital(to)) return;
    const { quote } = phrase(words, start, to);
    if (!quote) return;
    const last = lastOf(words, quote, to);
    if (isNoSubject(words, last) || isDate(words, quote, last) || isOccasion(words, last)) return;
    for (let i = first; i < pieces.length; i++) {
      const known = pieces[i]!.quote;
      if (known.start === quote.start && known.end === quote.end) return;
    }
    pieces.push({ quote, from: start, to, opens: from, nth, part, joint });
  };
  add(from, end, 'whole', '');
  for (let i = from + 1; i < end - 1; i++) {
    const isAnd = isOf(words, i, AND);
    if (!isAnd && !isOf(words, i, PREPOSITION)) continue;
    const joint = words.at(i);
    add(from, i, isAnd ? 'first' : 'head', joint);
    add(i + 1, end, isAnd ? 'second' : 'tail', joint);
  }
}
