import type { Mention } from '../lexicon/entry.js';
import { CELL, TIGHT } from '../report/tokens.js';
import { type Cell, cellsOf, columnOf } from './cells.js';
import type { Quote } from './finding.js';
import { datesIn, isMonth, isYear } from './dates.js';
import type { Frame } from './frame.js';
import { isOf, WORTH } from './grammar.js';
import { phrase } from './nounPhrase.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { upToOccasion } from './subjectTidy.js';
import { isOnTimes, SEASONS } from './timeWords.js';
import { isBullet } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const SLASH = 0x2f;
const LEADERS = new Set([0x7c, 0x3a, 0x2013, 0x2014, 0x2026]);
/** A slash or a hyphen parts cells only where it stands free: "Sixth form / Good", "Sixth form - Good". */
function leads(words: Words, token: number): boolean {
  const mark = words.mark(token);
  if (mark === SLASH || mark === 0x2d) return words.gap(token) > TIGHT && words.gap(token + 1) > TIGHT;
  return LEADERS.has(mark);
}

/** What the row of a table or the line of a list is about: its first cell, or what stands before the colon. */
export function rowLabel(words: Words, sentence: ReadSentence, mention: Mention): Quote | undefined {
  let to = sentence.from;
  while (to < mention.from && (words.mark(to) === 0x7c || isBullet(words.mark(to)))) to++;
  if (to === mention.from) return labelBehind(words, sentence, mention);
  // "3  Leadership", "3. Leadership" and "2.1 Adoption", but "14 Cotter Street"
  const isNumbering = (): boolean =>
    words.mark(to + 1) !== SLASH &&
    !isYear(words, to) &&
    (words.gap(to + 1) === CELL || !words.isWord(to + 1) || words.at(to).includes('.'));
  while (to < mention.from && words.isNumber(to) && isNumbering()) to += words.mark(to + 1) === 0x2e ? 2 : 1;
  const from = to;
  to = labelEnd(words, from, mention.from);
  if (to === mention.from && words.gap(to) !== CELL && words.mark(to - 1) !== 0x3f && !isScored(words, to))
    return undefined;
  // "Key Question 2: How good is provision?": the question says it, its number does not.
  if (words.mark(to) === 0x3a && words.isNumber(to - 1) && words.isWord(to + 1) && to + 1 < mention.from) {
    const next = labelEnd(words, to + 1, mention.from);
    return labelled(words, to + 1, next) ?? labelled(words, from, to);
  }
  return labelled(words, from, to);
}

/** "Very good | Care planning": the label stands behind the grade. */
function labelBehind(words: Words, sentence: ReadSentence, { to: grade }: Mention): Quote | undefined {
  const cells = cellsOf(words, sentence);
  if (words.gap(grade) !== CELL && words.mark(grade) !== 0x7c) return undefined;
  const next = cells.find(({ from, to }) => from >= grade && to > from);
  if (!next || (next.to - next.from > LONGEST_LABEL && !namesArea(sentence, next))) return undefined;
  for (let i = next.from; i < next.to; i++) if (words.isNumber(i)) return undefined;
  return words.isWord(next.from) ? labelled(words, next.from, next.to) : undefined;
}
/** In tokens: more explain what the grade means, unless a framework has an area of that name. */
const LONGEST_LABEL = 8;
const namesArea = (sentence: ReadSentence, { from, to }: Cell): boolean =>
  mentionsOf(sentence, 'area', from, to).some(area => area.from <= from + 1);

/** "How good is our setting? 5 - Very good": the figure that comes before the grade. */
const isScored = (words: Words, grade: number): boolean =>
  words.isNumber(grade - 2) && words.mark(grade - 1) !== 0;

function labelEnd(words: Words, from: number, limit: number): number {
  let to = from;
  while (
    to < limit &&
    !(to > from && words.gap(to) === CELL) &&
    !leads(words, to) &&
    words.mark(to) !== 0x3f &&
    !(words.mark(to) === 0x2e && words.mark(to + 1) === 0x2e)
  )
    to++;
  return to;
}

const ASKING = new Set([
  'how',
  'good',
  'well',
  'effective',
  'is',
  'are',
  'our',
  'the',
  'this',
  'your',
  'safe',
]);

/** A label without its article and its question: "setting" of "How good is our setting?", "safe" of "Is the service safe?". */
function labelled(words: Words, from: number, end: number): Quote | undefined {
  let [start, to] = [from, end];
  while (to > start && words.mark(to - 1) !== 0 && words.mark(to - 1) !== 0x29) to--;
  to = upToOccasion(words, start, beforeDate(words, start, beforeAccount(words, start, to)));
  if (words.at(start) === 'is' && words.at(start + 1) === 'the' && to - start > 3) {
    const asked = start + 3;
    return words.quote(asked, to);
  }
  if (words.at(start) === 'how' && (words.at(start + 2) === 'is' || words.at(start + 2) === 'are'))
    while (start < to - 1 && ASKING.has(words.at(start))) start++;
  start = behindWorth(words, start, to);
  if (['the', 'a'].includes(words.at(start))) start++;
  if (
    words.at(start) === 'overall' &&
    words.at(start + 1) === 'effectiveness' &&
    words.at(start + 2) === 'of'
  )
    start += 3;
  // The date of a row is no subject.
  if (to <= start || isDated(words, start, to) || isWorth(words, start, to)) return undefined;
  const worth =
    ['rating', 'grade', 'judgement', 'quality'].includes(words.at(start + 1)) &&
    words.at(start) === 'overall';
  return (
    (worth && ['for', 'of'].includes(words.at(start + 2)) ? phrase(words, start, to).quote : undefined) ??
    words.quote(start, to)
  );
}

/** "Inspectors’ rating for leadership": what the grade is for. */
function behindWorth(words: Words, start: number, to: number): number {
  for (let i = start; i < Math.min(to - 2, start + 4); i++)
    if (isOf(words, i, WORTH) && (words.at(i + 1) === 'for' || words.at(i + 1) === 'on')) return i + 2;
  return start;
}

/** "Alder House 15/10/2024", "Fostering, March 2019": what comes before the date. */
function beforeDate(words: Words, start: number, end: number): number {
  if (!words.isNumber(end - 1)) return end;
  const date = datesIn(words, start, end).at(-1);
  if (date?.to !== end || date.from <= start) return end;
  let to = date.from;
  while (to > start + 1 && (words.mark(to - 1) !== 0 || BEFORE_DATE.has(words.at(to - 1)))) to--;
  return to;
}
const BEFORE_DATE = new Set(['in', 'on', 'of', 'since']);

/** "3 May 2019", "May 2019 (this inspection)", "2019", "Spring 2019": does the label only say when? */
function isDated(words: Words, start: number, to: number): boolean {
  const next = start + 1;
  if (words.isNumber(start) && (isMonth(words.at(next)) || words.mark(next) === 0x2f)) return true;
  const year = words.isNumber(start) ? start : next;
  if (year > start && !isMonth(words.at(start)) && !isOnTimes(words, start, SEASONS)) return false;
  return isYear(words, year) && (year + 1 >= to || !words.isWord(year + 1));
}

/** "Current judgement (2023)", "Previous rating", "Judgement outcome": says only that a grade follows, and not whose. */
function isWorth(words: Words, start: number, to: number): boolean {
  if (!WHICH_GRADE.has(words.reading, start)) return false;
  for (let i = start + 1; i < to; i++)
    if (words.mark(i) === 0 && !words.isNumber(i) && !GRADE_WORDS.has(words.reading, i)) return false;
  return true;
}
const WHICH_GRADE = new WordSet('current latest previous last judgement grade');
const GRADE_WORDS = new WordSet(
  'judgement judgment rating grade verdict outcome overall ofsted inspection result',
);

/** "Overall experiences of children, taking into account": what is taken into account are the rows below. */
export const beforeAccount = (words: Words, from: number, to: number): number =>
  to - 4 > from &&
  words.at(to - 1) === 'account' &&
  words.at(to - 3) === 'taking' &&
  words.mark(to - 4) === 0x2c
    ? to - 4
    : to;

/** "Is the service safe?" and the like, when the grade after it has become a sentence of its own. */
export function askedBefore(words: Words, sentence: ReadSentence | undefined): Quote | undefined {
  return sentence && words.mark(sentence.to - 1) === 0x3f
    ? labelled(words, sentence.from, sentence.to)
    : undefined;
}

/** Of a row with several grades: what the header says of the column, unless that is the row’s own or tells a time. */
export function columnLabel(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grades: readonly Mention[],
  frame: Frame,
  header: readonly Quote[],
): Quote | undefined {
  if (grades.length < 3 || header.length === 0) return undefined;
  if (frame.columns?.some(Boolean)) return undefined;
  // Where the rows are the areas, the columns are whose.
  if (mentionsOf(sentence, 'area', sentence.from, grades[0]!.from).length > 0) return undefined;
  const label = header[columnOf(words, sentence, mention.from)];
  // The first is the row's own, unless the row only says when.
  if (mention === grades[0] && rowLabel(words, sentence, mention)) return undefined;
  return label && label.text !== '' ? label : undefined;
}
