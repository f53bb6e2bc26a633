import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import { isInAside } from './aside.js';
import { isDash } from './clause.js';
import { lastBefore } from './counts.js';
import type { DateMention } from './dates.js';
import { isOnTimes, SEASONS, UNITS } from './timeWords.js';
import { isQuote, isVerbal } from './verbs.js';
import type { ReadSentence } from './reading.js';
import type { Words } from './words.js';

/**
 * The date that belongs to a grade: the nearest behind it before the next grade, else the last one before it. A date
 * that a "when" follows belongs to what comes after, and one behind "by" or "until" to no grade.
 */
export function dateFor(
  words: Words,
  { from }: Pick<ReadSentence, 'from'>,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
): DateMention | undefined {
  if (dates.length === 0) return undefined;
  const own = dateOfBracket(words, mention, dates);
  if (own) return own;
  const given = dates.filter(d => isGiven(words, d));
  if (given.length === 0) return undefined;
  const next = grades.find(g => g.from > mention.from)?.from ?? Infinity;
  const behind = given.find(d => d.from >= mention.to && d.from < next && !opensNext(words, d));
  const inFront = behind && given.some(d => d.to <= mention.from) && isInFrontOf(words, behind, next);
  if (behind && !inFront && isOfGrade(words, mention, behind, next === Infinity)) return behind;
  const joint = jointWith(words, mention, grades);
  if (joint !== undefined) {
    const shared = given.find(d => d.from >= joint.to);
    if (shared && isOfGrade(words, joint, shared)) return shared;
  }
  // "found unsatisfactory in 2016, is now good": the date is the other grade's.
  if (NOW.has(words.at(mention.from - 1)) || words.at(mention.from - 1) === 'from') return undefined;
  // "unsatisfactory in 2011 and good today", "… and good last month"
  if (hasOwnTime(words, mention.to) && lastBefore(grades, mention.from)) return undefined;
  const before = given.filter(d => d.to <= mention.from && mention.from - d.to < 28).at(-1);
  if (!before) return undefined;
  if (isInAside(words, before.from, mention.from) || isOfAnotherEvent(words, from, before)) return undefined;
  // "was set up in 2017 and by 2019 it was good"
  if (dates.some(d => d.from >= before.to && d.to <= mention.from && words.at(d.from - 1) === 'by'))
    return undefined;
  // "graded on its own since 2023, …" tells how long, "the visit since July 2017, when …" when.
  if (words.at(before.from - 1) === 'since' && words.at(before.to + 1) !== 'when') return undefined;
  // "rated inadequate in 2017 but has since climbed to good": the earlier grade has taken it, unless what follows has no verb of its own.
  // "judged inadequate in 2022, when leadership was too": of both.
  if (words.at(before.to) === 'when' || words.at(before.to + 1) === 'when') return before;
  if (isInFrontOf(words, before, mention.from)) return before;
  const taker = lastBefore(grades, before.from);
  // "fell from outstanding, awarded in 2013, to good"
  if (taker && wordBefore(words, mention) === 'to' && wordBefore(words, taker) === 'from') return undefined;
  if (taker && isOfGrade(words, taker, before) && hasVerb(words, before.to, mention.from + 1))
    return undefined;
  const clash = grades.some(g => g.from >= before.to && g.to <= mention.from);
  if (clash && startsAnew(words, before.to, mention.from)) return undefined;
  return before;
}

/** "In 2016 it was inadequate, in 2019 good": the second date stands before the next grade, as the first does before its own. */
function isInFrontOf(words: Words, date: DateMention, next: number): boolean {
  if (next - date.to > 2) return false;
  const before = words.at(date.from - 1) === 'in' ? date.from - 2 : date.from - 1;
  return words.mark(before) === 0x2c || words.mark(before) === 0x3b || words.at(before) === 'and';
}

/** "Before it joined the trust in 2020 the school was good": the date is of what the sentence opens with. */
const isOfAnotherEvent = (words: Words, from: number, date: DateMention): boolean =>
  OPENERS.has(words.at(from)) && hasVerb(words, from + 1, date.from);
const OPENERS = new Set(['before', 'since', 'after']);

/** The word before a grade and its quotation mark. */
const wordBefore = (words: Words, { from }: Mention): string =>
  words.at(isQuote(words, from - 1) ? from - 2 : from - 1);

/** "in 2020 (good), 2017 (inadequate)": each in brackets behind its year. */
const dateOfBracket = (
  words: Words,
  { from, to }: Mention,
  dates: readonly DateMention[],
): DateMention | undefined =>
  words.mark(from - 1) === 0x28 && words.mark(to) === 0x29 ? dates.find(d => d.to === from - 1) : undefined;

const NOW = new Set(['now', 'currently', 'today', 'still']);
const LATELY = new Set(['yesterday', 'recently']);
const RECENT = new Set(['last', 'this', 'earlier']);

/** "today", "last month", "earlier this year": a time of its own, which is none of the dates. */
const hasOwnTime = (words: Words, token: number): boolean =>
  NOW.has(words.at(token)) ||
  LATELY.has(words.at(token)) ||
  (RECENT.has(words.at(token)) &&
    (isOnTimes(words, token + 1, UNITS | SEASONS) || words.at(token + 1) === 'this'));

/** Is it said of when something was done, rather than by when, up to when or as things stood? */
function isGiven(words: Words, { from, to }: DateMention): boolean {
  const [before, earlier] = [words.at(from - 1), words.at(from - 2)];
  // "right through to 2022, when it fell to good"
  if (before === 'to' && words.at(to + 1) === 'when') return true;
  if (['by', 'until', 'before', 'between', 'to', 'than'].includes(before)) return false;
  if (['by', 'until'].includes(earlier)) return false;
  // "At 31 March 2020, 80% were good", "as of March 2022"
  if (before === 'of' && earlier === 'end') return false;
  if (before === 'at' || (before === 'of' && earlier === 'as') || (before === 'at' && earlier === 'as'))
    return false;
  // "2021 to 2022", "between 1 April 2021 and 31 March 2022"
  if (['to', 'and'].includes(words.at(to)) && words.isNumber(to + 1) && words.at(to) === 'to') return false;
  return !(
    before === 'and' &&
    words.isNumber(from - 2) &&
    words.at(from - 3) !== 'in' &&
    isRange(words, from)
  );
}

function isRange(words: Words, from: number): boolean {
  for (let i = from - 2; i > from - 8; i--) if (words.at(i) === 'between') return true;
  return false;
}

/** "requires improvement (2019: inadequate)": the date is of the grade that follows. */
const opensNext = (words: Words, { to }: DateMention): boolean => words.mark(to) === 0x3a;

/** Nothing but the words of a time and a place between a grade and the date behind it. */
function isOfGrade(words: Words, grade: Mention, date: DateMention, isLast = false): boolean {
  if (date.from - grade.to > 14) return false;
  // "judged inadequate in 2022, when leaders …": straight behind its grade it is that grade’s all the same.
  const straight = date.from - grade.to <= 1;
  if (!straight && !isLast && (words.at(date.to) === 'when' || words.at(date.to + 1) === 'when'))
    return false;
  // "came from Wexby – rated good – in 2020": what goes on behind the dash tells of something else.
  if (isDash(words, grade.to) && hasDash(words, grade.from)) return false;
  let when = false;
  for (let i = grade.to; i < date.from; i++) {
    const word = words.at(i);
    if (word === 'when' || RECEIVED.has(word)) when = true;
    // "for the first time since 2010", ", as in 2019" tell of other grades.
    // "dates from March 2015"
    if (word === 'dates' || (word === 'from' && words.at(i - 1) === 'dates')) continue;
    if (BARS.has(word) && !(word === 'since' && i === date.from - 1 && words.at(i - 1) !== 'time'))
      return false;
    if (word === 'as' && words.mark(i - 1) === 0x2c) return false;
    if (
      word === 'as' &&
      !['long', 'recently', 'far', 'early'].includes(words.at(i + 1)) &&
      i + 1 < date.from &&
      !['recently', 'long', 'far', 'early'].includes(words.at(i - 1))
    )
      return false;
    // "which in 2018 was the case for two"
    if (word === 'which' && words.at(i + 1) === 'in' && i + 2 === date.from && isVerbal(words, date.to))
      return false;
    const mark = words.mark(i);
    if (mark === 0x3b || mark === 0x3a || words.gap(i) === CELL) return false;
    // ", in 2019" tells when; ", up from 37% in 2016" or ", and in 2019" tells more.
    if (mark === 0x2c && i + 1 < date.from && !TIMES.has(words.at(i + 1)) && words.at(i + 2) !== 'grade')
      return false;
    // "when it was inspected in", "it received in": what tells of the grade’s own time.
    if (isVerbal(words, i) && !when && !OWN.has(word) && !OWN.has(words.at(i + 1))) return false;
  }
  return true;
}
const hasDash = (words: Words, to: number): boolean => [1, 2, 3].some(back => isDash(words, to - back));
const BARS = new Set('from than compared unchanged against up down since but while whereas until'.split(' '));
const RECEIVED = new Set(['received', 'awarded', 'given', 'got', 'won', 'achieved']);
const OWN = new Set(['was', 'were', 'inspected', 'published', ...RECEIVED]);
const TIMES = new Set([...'in on at after following as when last published which'.split(' '), ...RECEIVED]);

/** "good or outstanding in 2019": the last of the grades that are given together with this one. */
function jointWith(words: Words, mention: Mention, grades: readonly Mention[]): Mention | undefined {
  const next = grades.find(g => g.from >= mention.to);
  return next && next.from - mention.to <= 2 && ['or'].includes(words.at(next.from - 1)) ? next : undefined;
}

function hasVerb(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isVerbal(words, i)) return true;
  return false;
}

/** Does a new statement begin between a date and a grade: a semicolon, a "now", a "but" with its own verb? */
function startsAnew(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (words.mark(i) === 0x3b || NOW.has(words.at(i)) || words.at(i) === 'since') return true;
  return false;
}

/** The date of a grade in a table's row: the one of its own cell, or the row's for what is not told of an earlier time. */
export function dateInRow(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
  earlier: boolean,
): DateMention | undefined {
  const own = dateOfBracket(words, mention, dates);
  if (own) return own;
  const next = grades.find(g => g.from > mention.from)?.from ?? sentence.to;
  // "Good (was inadequate)": the row's date is of the first.
  if (words.mark(mention.to) === 0x28 && next - mention.to <= 3) earlier = false;
  const given = dates.filter(d => !['until', 'by'].includes(words.at(d.from - 1)));
  const behind = given.find(d => d.from >= mention.to && d.from < next && !opensNext(words, d));
  if (behind && (behind.from - mention.to <= 2 || grades.length === 1)) return behind;
  if (grades.length > 1 && earlier) return undefined;
  const before = given.filter(d => d.to <= mention.from).at(-1);
  // A label that names a year ("Assessment 2010: good") is no column of dates.
  const named = before?.iso.length === 4 && words.gap(before.from) < CELL && words.isWord(before.from - 1);
  return named && !['in', 'of', 'on'].includes(words.at(before.from - 1)) ? undefined : before;
}
