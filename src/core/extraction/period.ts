import { datesIn, isMonth } from './dates.js';
import type { Quote } from './finding.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import type { Words } from './words.js';

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const UNITS = list(
  'year years month months quarter quarters term terms week weeks day days decade decades half-year period',
);
const QUALIFIED = list('financial academic school calendar working');
const EVENTS = list('inspection visit inspections review audit census publication framework');
const SEASONS = list('spring summer autumn winter christmas easter midsummer midwinter');
const NAMED = list('morning afternoon evening time week night');
const WHICH = list(
  'last previous past same following next this first second third fourth latest current preceding early late mid final recent full provisional single initial our the that six',
);
const NUMBERS = list('two three four five six seven eight nine ten eleven twelve eighteen a one');
const PARTS = list(
  'end start beginning middle close time day week month quarter year half summer spring autumn winter eve',
);
const ARTICLES = list('the a an our your its their his her');
const BEFORE_TIME = list(
  'in over during since by at on until across before from throughout between for of last this as',
);
const AGO = list('ago earlier before on previously');
const NOW = list('now currently today presently nowadays');

interface Time {
  readonly from: number;
  readonly to: number;
}

/** Every time named among tokens `[from, to)`, in order: dates, and phrases of a unit, a season or an event. */
export function timesIn(
  words: Words,
  sentence: ReadSentence,
  from: number,
  to: number,
  joins = true,
): Time[] {
  const times: Time[] = [];
  const dates = datesIn(words, from, to);
  const phrases = mentionsOf(sentence, 'period', from, to);
  for (let i = from; i < to; i++) {
    const phrase = phrases
      .filter(p => p.from === i && !words.at(p.to - 1).endsWith("'s") && !isLength(words, i))
      .reduce((most, p) => Math.max(most, p.to), 0);
    // "in January" may go on: "in January 2017".
    const more = phrase > i + 1 ? timeAt(words, dates, i + 1, to, true) : 0;
    const end = Math.max(timeAt(words, dates, i, to, true), phrase, more);
    if (end <= i) continue;
    // "between April and September" is one time.
    const second =
      joins && words.at(i - 1) === 'between' && words.at(end) === 'and'
        ? timeAt(words, dates, end + 1, to, false)
        : 0;
    times.push({ from: i, to: Math.max(end, second) });
    i = Math.max(end, second) - 1;
  }
  return times;
}

/** "Within a year", "more than a month": how long, and not when. */
const isLength = (words: Words, i: number): boolean =>
  words.at(i) === 'a' && LENGTHS.has(words.at(i - 1)) && words.at(i + 2) !== 'ago';
const LENGTHS = list('within than least most about for after once twice of nearly almost');

type Dates = readonly { from: number; to: number }[];

/** End of the time phrase that begins at a token, 0 if none does. A bare unit needs a preposition or "last" and the like. */
function timeAt(words: Words, dates: Dates, i: number, limit: number, free: boolean): number {
  if (NOW.has(words.at(i))) return i + 1;
  const date = dates.find(d => d.from === i);
  if (date) return yearsTo(words, date.to);
  let j = i;
  while (j < limit && ARTICLES.has(words.at(j)) && words.at(j) !== 'a') j++;
  const licensed = !free || BEFORE_TIME.has(words.at(i - 1)) || (j > i && BEFORE_TIME.has(words.at(i - 1)));
  let which = false;
  while (j < limit && WHICH.has(words.at(j)) && j - i < 5) {
    which ||= !ARTICLES.has(words.at(j));
    j++;
  }
  if (j >= limit) return 0;
  const inner = j > i ? dates.find(d => d.from === j) : undefined;
  if (inner && which) return yearsTo(words, inner.to);
  const word = words.at(j);
  const named = dates.find(d => d.from === j);
  if (named) return yearsTo(words, named.to);
  if (isMonth(word) && (which || licensed || words.isNumber(j - 1))) return tail(words, dates, j + 1, limit);
  if (words.isNumber(j) && isMonth(words.at(j + 1)) && words.at(j).length < 3) return j + 2;
  if (SEASONS.has(word) && (which || licensed)) return tail(words, dates, j + 1, limit);
  if (word === 'half' && words.mark(j + 1) === 0x2d) return which || licensed ? j + 3 : 0;
  if (PARTS.has(word) && words.at(j + 1) === 'of' && (licensed || which || j > i)) {
    const end = timeAt(words, dates, j + 2, limit, false);
    if (end > 0) return end;
  }
  // Numbers of units: "two years ago", "in three months".
  let counted = false;
  if (NUMBERS.has(word) || (words.isNumber(j) && words.at(j).length < 3)) {
    counted = true;
    j++;
  }
  let unit = j;
  while (unit < limit && QUALIFIED.has(words.at(unit)) && UNITS.has(words.at(unit + 1))) unit++;
  while (unit < limit && UNITS.has(words.at(unit))) unit++;
  // "Year 11"
  if (unit > j && words.isNumber(unit) && words.at(unit).length < 3) return 0;
  if (unit > j) {
    if (AGO.has(words.at(unit)) && (words.at(unit) !== 'on' || counted))
      return words.at(unit) === 'before' ? tail(words, dates, unit, limit) : unit + 1;
    if (which || !free || (licensed && words.at(i - 1) !== 'for' && words.at(i - 1) !== 'of'))
      return tail(words, dates, unit, limit);
    return 0;
  }
  if (EVENTS.has(word) && (which || !free)) {
    return words.at(j - 1) === 'this' && free ? 0 : tail(words, dates, j + 1, limit);
  }
  if (which && NAMED.has(word) && ['last', 'this', 'same'].includes(words.at(j - 1))) return j + 1;
  // "end of the single inspection framework": whatever it is called, up to three words.
  if (!free) {
    for (let k = j; k < Math.min(j + 3, limit); k++) if (EVENTS.has(words.at(k))) return lastEvent(words, k);
  }
  return 0;
}

const lastEvent = (words: Words, k: number): number => (EVENTS.has(words.at(k + 1)) ? k + 2 : k + 1);

/** "2013–14", "2021 to 2022", "2010/11". */
function yearsTo(words: Words, to: number): number {
  const mark = words.mark(to);
  const next = words.at(to + 1);
  if ((mark === 0x2013 || mark === 0x2d || mark === 0x2f) && /^(\d\d|(19|20)\d\d)$/.test(next)) return to + 2;
  return words.at(to) === 'to' && /^(19|20)\d\d$/.test(next) && words.isNumber(to - 1) ? to + 2 : to;
}

/** "… of 2021", "… to the end of April", "… before the inspection", "… before we visited". */
function tail(words: Words, dates: Dates, to: number, limit: number): number {
  const word = words.at(to);
  if (to < limit && ['of', 'to', 'before', 'ending', 'in', 'since'].includes(word)) {
    if (word === 'before' && words.at(to + 1) === 'we') return to + 3;
    const end = timeAt(words, dates, to + 1, limit, false);
    if (end > 0) return end;
    if (word === 'before') return to + 1;
  }
  const date = dates.find(d => d.from === to);
  return date ? yearsTo(words, date.to) : to;
}

/** "for three years". */
export const isDuration = (words: Words, i: number, limit: number): boolean =>
  words.at(i) === 'for' && timeAt(words, [], i + 1, limit, false) > 0;

const LEADING = list('the in at on since over for during by across of from throughout');
const CLAUSE = new Set([0x3b, 0x3a]);

/** When the figure is of: the nearest time behind it in its clause, before the next share; else that before it. */
export function periodOf(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  previous: Share | undefined,
  next: Share | undefined,
): Quote | undefined {
  const range = spanOfMany(words, sentence, share, previous, next);
  if (range) return quoteOf(words, range);
  let end = Math.min(sentence.to, next?.from ?? sentence.to, share.to + 28);
  for (let i = share.to; i < end; i++) if (endsClause(words, i, next)) end = i;
  const [first] = timesIn(words, sentence, share.to, end);
  const direct = words.at(share.to) === 'for' ? timeAt(words, [], share.to + 1, end, false) : 0;
  if (direct > 0) return quoteOf(words, { from: share.to + 1, to: direct });
  if (first) return quoteOf(words, first);
  let start = Math.max(sentence.from, previous?.to ?? sentence.from, share.from - 30);
  for (let i = share.from - 1; i >= start; i--) if (CLAUSE.has(words.mark(i))) start = i + 1;
  const last = timesIn(words, sentence, start, share.from).at(-1);
  return last && quoteOf(words, last);
}

/** "from 6.9% to 3.8% between 2009 and 2012": the first date is the first figure's. */
function spanOfMany(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  previous: Share | undefined,
  next: Share | undefined,
): Time | undefined {
  const isFirst = next !== undefined && words.at(next.from - 1) === 'to' && next.from - share.to <= 3;
  const isSecond =
    previous !== undefined && words.at(share.from - 1) === 'to' && share.from - previous.to <= 3;
  if (!isFirst && !isSecond) return undefined;
  const behind = isFirst ? next.to : share.to;
  if (words.at(behind) !== 'between' && words.at(behind) !== 'from') return undefined;
  const [one, two] = timesIn(words, sentence, behind + 1, Math.min(sentence.to, behind + 12), false);
  return one && two && (isFirst ? one : two);
}

const endsClause = (words: Words, i: number, next: Share | undefined): boolean =>
  CLAUSE.has(words.mark(i)) ||
  (next !== undefined && ['compared', 'against', 'where', 'whereas', 'when', 'but'].includes(words.at(i))) ||
  (next !== undefined && words.mark(i) === 0x28 && next.from - i < 8);

function quoteOf(words: Words, time: Time): Quote {
  let start = time.from;
  while (start + 1 < time.to && LEADING.has(words.at(start))) start++;
  return words.quote(start, time.to);
}
