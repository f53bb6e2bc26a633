import type { Words } from './words.js';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** "Nov.", "Sept": the first letters, where they are no whole word of their own. */
const SHORT = new Map(
  'jan feb mar apr jun jul aug sep oct nov dec'
    .split(' ')
    .map(m => [m, MONTHS.findIndex(l => l.startsWith(m))]),
);
SHORT.set('sept', 8);
const monthOf = (word: string): number => SHORT.get(word) ?? MONTHS.indexOf(word);
const two = (n: number): string => String(n).padStart(2, '0');

/** A date in the text: tokens `[from, to)`, and as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export interface DateMention {
  readonly from: number;
  readonly to: number;
  readonly iso: string;
}

/** Every date with a year among tokens `[from, to)`: "2016", "February 2016", "22 May 2017", "12/03/2012", "04.07.2022". */
export function datesIn(words: Words, from: number, to: number): DateMention[] {
  const dates: DateMention[] = [];
  for (let i = from; i < to; i++) {
    if (!words.isNumber(i)) continue;
    const number = words.at(i);
    const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(number);
    if (dotted) {
      dates.push({
        from: i,
        to: i + 1,
        iso: `${dotted[3]!}-${two(Number(dotted[2]))}-${two(Number(dotted[1]))}`,
      });
      continue;
    }
    if (
      words.mark(i + 1) === 0x2f &&
      words.isNumber(i + 2) &&
      words.mark(i + 3) === 0x2f &&
      words.isNumber(i + 4)
    ) {
      const [day, month, year] = [Number(number), Number(words.at(i + 2)), Number(words.at(i + 4))];
      if (year > 1900 && month >= 1 && month <= 12)
        dates.push({ from: i, to: i + 5, iso: `${String(year)}-${two(month)}-${two(day)}` });
      i += 4;
      continue;
    }
    // "06/2009"
    if (words.mark(i + 1) === 0x2f && /^\d{1,2}$/.test(number) && /^(19|20)\d\d$/.test(words.at(i + 2))) {
      const month = Number(number);
      if (month >= 1 && month <= 12)
        dates.push({ from: i, to: i + 3, iso: `${words.at(i + 2)}-${two(month)}` });
      i += 2;
      continue;
    }
    if (!/^(19|20)\d\d$/.test(number)) continue;
    // "Nov. 2011"
    const last = words.mark(i - 1) === 0x2e && SHORT.has(words.at(i - 2)) ? i - 2 : i - 1;
    const month = monthOf(words.at(last));
    if (month < 0) {
      dates.push({ from: i, to: i + 1, iso: number });
      continue;
    }
    const ordinal = /^(st|nd|rd|th)$/.test(words.at(last - 1));
    const at = ordinal ? last - 2 : last - 1;
    const day = words.isNumber(at) ? Number(words.at(at)) : 0;
    const hasDay = day >= 1 && day <= 31;
    dates.push({
      from: hasDay ? at : last,
      to: i + 1,
      iso: `${number}-${two(month + 1)}${hasDay ? `-${two(day)}` : ''}`,
    });
  }
  return dates;
}

export const isMonth = (word: string): boolean => MONTHS.includes(word);
