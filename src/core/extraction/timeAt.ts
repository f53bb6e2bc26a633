import {
  AGO,
  ARTICLES,
  BEFORE_TIME,
  EVENTS,
  isOnTimes,
  MONTHS,
  NAMED,
  NOW,
  NUMBERS,
  PARTS,
  QUALIFIED,
  SEASONS,
  TAILS,
  timeListsAt,
  UNITS,
  WHICH,
} from './timeWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

export type Dates = readonly { readonly from: number; readonly to: number }[];

const HYPHEN = 0x2d;

/** End of the time phrase that begins at a token, 0 if none does. A bare unit needs a preposition or "last" and the like. */
export function timeAt(words: Words, dates: Dates, i: number, limit: number, free: boolean): number {
  let lists = timeListsAt(words, i);
  if ((lists & NOW) !== 0) return i + 1;
  const date = dateAt(dates, i);
  if (date) return yearsTo(words, date.to);
  let j = i;
  while (j < limit && (lists & ARTICLES) !== 0) lists = timeListsAt(words, ++j);
  let which = false;
  while (j < limit && (lists & WHICH) !== 0 && j - i < 5) {
    which ||= (lists & ARTICLES) === 0;
    lists = timeListsAt(words, ++j);
  }
  if (j >= limit) return 0;
  const named = j > i ? dateAt(dates, j) : undefined;
  if (named) return yearsTo(words, named.to);
  const isNumber = words.isNumber(j);
  if (lists === 0 && !isNumber) return free ? 0 : eventFrom(words, j, limit);
  const licensed = which || !free || isOnTimes(words, i - 1, BEFORE_TIME);
  if ((lists & MONTHS) !== 0 && (licensed || words.isNumber(j - 1))) return tail(words, dates, j + 1, limit);
  const isShort = isNumber && words.at(j).length < 3;
  if (isShort && isOnTimes(words, j + 1, MONTHS)) return j + 2;
  if ((lists & SEASONS) !== 0 && licensed) return tail(words, dates, j + 1, limit);
  if ((lists & PARTS) !== 0) {
    if (words.mark(j + 1) === HYPHEN && words.at(j) === 'half') return licensed ? j + 3 : 0;
    if ((licensed || j > i) && words.at(j + 1) === 'of') {
      const end = timeAt(words, dates, j + 2, limit, false);
      if (end > 0) return end;
    }
  }
  // Numbers of units: "two years ago", "in three months".
  const counted = isShort || (lists & NUMBERS) !== 0;
  if (counted) j++;
  const unit = unitsTo(words, j, limit);
  // "quarter 3", "quarter 2 of 2023/24"
  if (unit > j && words.at(unit - 1) === 'quarter' && words.isNumber(unit) && words.at(unit).length === 1)
    return tail(words, dates, unit + 1, limit);
  // "Year 11"
  if (unit > j && words.isNumber(unit) && words.at(unit).length < 3) return 0;
  if (unit > j) {
    const behind = timeListsAt(words, unit);
    if ((behind & AGO) !== 0 && (counted || words.at(unit) !== 'on'))
      return words.at(unit) === 'before' ? tail(words, dates, unit, limit) : unit + 1;
    // "in seven working days", "in 28 days", "on the day they come in": how soon, and not when.
    if (DAYS.has(words.reading, unit - 1) && !which && (counted || THINGS.has(words.reading, unit))) return 0;
    if (which || !free || (licensed && words.at(i - 1) !== 'for' && words.at(i - 1) !== 'of'))
      return tail(words, dates, unit, limit);
    return 0;
  }
  if ((lists & EVENTS) !== 0 && (which || !free))
    return free && words.at(j - 1) === 'this' ? 0 : tail(words, dates, j + 1, limit);
  if (which && (lists & NAMED) !== 0 && isLast(words.at(j - 1))) return j + 1;
  return free ? 0 : eventFrom(words, j, limit);
}

const DAYS = new WordSet('day days');
/** What comes in or is due on a day. */
const THINGS = new WordSet('they it');

function dateAt(dates: Dates, i: number): Dates[number] | undefined {
  for (let k = 0; k < dates.length; k++) if (dates[k]!.from === i) return dates[k];
  return undefined;
}

const isLast = (word: string): boolean => word === 'last' || word === 'this' || word === 'same';

/** Behind the units, and what qualifies them, from a token on. */
function unitsTo(words: Words, from: number, limit: number): number {
  if (!isOnTimes(words, from, QUALIFIED | UNITS)) return from;
  let to = from;
  while (to < limit && isOnTimes(words, to, QUALIFIED) && isOnTimes(words, to + 1, UNITS)) to++;
  while (to < limit && isOnTimes(words, to, UNITS)) to++;
  return to;
}

/** "End of the single inspection framework": whatever it is called, up to three words. */
function eventFrom(words: Words, from: number, limit: number): number {
  for (let k = from; k < from + 3 && k < limit; k++)
    if (isOnTimes(words, k, EVENTS)) return isOnTimes(words, k + 1, EVENTS) ? k + 2 : k + 1;
  return 0;
}

/** "2013–14", "2021 to 2022", "2010/11". */
function yearsTo(words: Words, to: number): number {
  const mark = words.mark(to);
  if (mark === 0x2013 || mark === HYPHEN || mark === 0x2f)
    return /^(?:\d\d|(?:19|20)\d\d)$/.test(words.at(to + 1)) && words.mark(to + 2) !== 0x25 ? to + 2 : to;
  if (mark !== 0 || !words.isNumber(to - 1) || words.at(to) !== 'to') return to;
  return /^(?:19|20)\d\d$/.test(words.at(to + 1)) ? to + 2 : to;
}

/** "… of 2021", "… to the end of April", "… before the inspection", "… before we visited". */
function tail(words: Words, dates: Dates, to: number, limit: number): number {
  if (to < limit && isOnTimes(words, to, TAILS)) {
    const isBefore = words.at(to) === 'before';
    if (isBefore && words.at(to + 1) === 'we') return to + 3;
    const end = timeAt(words, dates, to + 1, limit, false);
    if (end > 0) return end;
    if (isBefore) return to + 1;
  }
  const date = dateAt(dates, to);
  return date ? yearsTo(words, date.to) : to;
}

/** "for three years". */
export const isDuration = (words: Words, i: number, limit: number): boolean =>
  words.at(i) === 'for' && timeAt(words, NO_DATES, i + 1, limit, false) > 0;
export const NO_DATES: Dates = [];
