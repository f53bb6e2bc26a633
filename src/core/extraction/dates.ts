import type { Words } from './words.js';
import { isYearAt } from './year.js';

const LONG = 'january february march april may june july august september october november december'.split(
  ' ',
);
const MONTHS: ReadonlySet<string> = new Set(LONG);
/** Month by its name or its first letters ("Nov.", "Sept"), where they are no whole word of their own. */
const SHORT = new Map(
  'jan feb mar apr jun jul aug sep oct nov dec'
    .split(' ')
    .map(m => [m, LONG.findIndex(l => l.startsWith(m))]),
);
SHORT.set('sept', 8);
const MONTH_OF: ReadonlyMap<string, number> = new Map([
  ...LONG.map((month, i): [string, number] => [month, i]),
  ...SHORT,
]);
/** The words for months, long and short, folded. */
export const MONTH_WORDS: readonly string[] = [...MONTH_OF.keys()];
/** The name of a month in a folded text. */
export const MONTH_NAME = new RegExp(`\\b(?:${LONG.join('|')})\\b`);
const ANY_MONTH = new RegExp(`\\b(?:${MONTH_WORDS.join('|')})\\b`, 'i');
/** The first month that a text names, long or short, from 1; 0 for none. */
export function monthIn(text: string): number {
  const name = ANY_MONTH.exec(text)?.[0];
  return name === undefined ? 0 : MONTH_OF.get(name.toLowerCase())! + 1;
}
const two = (n: number): string => String(n).padStart(2, '0');

/** A date in the text: tokens `[from, to)`, and as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface DateMention {
  readonly from: number;
  readonly to: number;
  readonly iso: string;
}

/** Every date with a year among tokens `[from, to)`: "2016", "February 2016", "22 May 2017", "12/03/2012", "04.07.2022". */
export function datesIn(words: Words, from: number, to: number): readonly DateMention[] {
  let dates: DateMention[] | undefined;
  for (let i = from; i < to; i++) {
    if (!words.isNumber(i)) continue;
    const date = dotted(words, i) ?? slashed(words, i) ?? (isYear(words, i) ? ofYear(words, i) : undefined);
    if (!date) continue;
    // "30/02/31/2012": numbers in a row that are no date.
    if (date.iso !== '') (dates ??= []).push(date);
    i = date.to - 1;
  }
  return dates ?? NONE;
}
const NONE: readonly DateMention[] = [];

/** Is the token a year of these centuries, in four digits? */
export const isYear = (words: Words, token: number): boolean =>
  words.isNumber(token) && isYearAt(words.reading.tokens, token);

/** "04.07.2022", which is one token. */
function dotted(words: Words, i: number): DateMention | undefined {
  const { tokens } = words.reading;
  const length = tokens.end[i]! - tokens.start[i]!;
  if (length < 8 || length > 10) return undefined;
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(words.at(i));
  if (!parts) return undefined;
  return { from: i, to: i + 1, iso: `${parts[3]!}-${two(Number(parts[2]))}-${two(Number(parts[1]))}` };
}

/** "12/03/2012", "06/2009"; with no `iso` where the numbers are parted so and are no date. */
function slashed(words: Words, i: number): DateMention | undefined {
  if (words.mark(i + 1) !== 0x2f || !words.isNumber(i + 2)) return undefined;
  if (words.mark(i + 3) === 0x2f && words.isNumber(i + 4)) {
    const [day, month, year] = [Number(words.at(i)), Number(words.at(i + 2)), Number(words.at(i + 4))];
    const valid = year > 1900 && month >= 1 && month <= 12;
    return { from: i, to: i + 5, iso: valid ? `${String(year)}-${two(month)}-${two(day)}` : '' };
  }
  const { tokens } = words.reading;
  if (tokens.end[i]! - tokens.start[i]! > 2 || !isYear(words, i + 2)) return undefined;
  const month = Number(words.at(i));
  const valid = month >= 1 && month <= 12;
  return { from: i, to: i + 3, iso: valid ? `${words.at(i + 2)}-${two(month)}` : '' };
}

/** The date that a year ends: "2016", "February 2016", "22 May 2017", "Nov. 2011". */
function ofYear(words: Words, i: number): DateMention {
  const year = words.at(i);
  const last = words.mark(i - 1) === 0x2e && SHORT.has(words.at(i - 2)) ? i - 2 : i - 1;
  const month = MONTH_OF.get(words.at(last));
  if (month === undefined) return monthFirst(words, i) ?? { from: i, to: i + 1, iso: year };
  const ordinal = /^(st|nd|rd|th)$/.test(words.at(last - 1));
  const at = ordinal ? last - 2 : last - 1;
  const day = words.isNumber(at) ? Number(words.at(at)) : 0;
  const hasDay = day >= 1 && day <= 31;
  const first = hasDay ? rangeFrom(words, at, day) : at;
  // "3 to 14 May 2019": no one day.
  if (first < at) return { from: first, to: i + 1, iso: `${year}-${two(month + 1)}` };
  return {
    from: hasDay ? at : last,
    to: i + 1,
    iso: `${year}-${two(month + 1)}${hasDay ? `-${two(day)}` : ''}`,
  };
}

/** Where the days of a month begin whose last is at hand: "3 to 14", "between 3 and 14", "3–14"; the token itself where it stands alone. */
function rangeFrom(words: Words, last: number, day: number): number {
  if (!JOINS.has(words.at(last - 1)) && words.mark(last - 1) !== 0x2013 && words.mark(last - 1) !== 0x2d)
    return last;
  const at = last - 2;
  if (!words.isNumber(at) || words.at(at).length > 2 || Number(words.at(at)) >= day) return last;
  return SPANS.has(words.at(at - 1)) ? at - 1 : at;
}
const JOINS = new Set(['to', 'and']);
const SPANS = new Set(['from', 'between']);

/** "September 12, 2016" */
function monthFirst(words: Words, i: number): DateMention | undefined {
  const at = words.mark(i - 1) === 0x2c ? i - 2 : i - 1;
  const month = words.isNumber(at) ? MONTH_OF.get(words.at(at - 1)) : undefined;
  const day = Number(words.at(at));
  if (month === undefined || !(day >= 1 && day <= 31)) return undefined;
  return { from: at - 1, to: i + 1, iso: `${words.at(i)}-${two(month + 1)}-${two(day)}` };
}

export const isMonth = (word: string): boolean => MONTHS.has(word);
