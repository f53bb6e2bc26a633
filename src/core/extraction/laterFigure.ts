import { clauseStart } from './clause.js';
import { MONTH_NAME } from './dates.js';
import { year } from './newer.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import { AND, isOn } from './shareWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COMMA = 0x2c;

const PAST = /\b(ago|earlier|before|previous|previously|last|then)\b/;
const LATELY = /\blast (?:week|month|year|summer|autumn|winter|spring|term|quarter)\b/;
const LONG_AGO = /\b(?:back then|years ago|when (?:i|we|he|she) \w+)\b/;
const PRESENT = /\b(now|today|this|currently|so far|latest|present)\b/;

/** Is the second figure the newer one? By what the clauses say, else by their years. */
export function isLater(words: Words, sentence: ReadSentence, a: Share, b: Share): boolean {
  const own = (share: Share, floor: number, limit: number): string => {
    const from = clauseStart(words, sentence, share.from, floor);
    let to = share.to;
    while (to < Math.min(limit, share.to + 12) && words.mark(to) === 0 && !isOn(words, to, AND)) to++;
    return to > from ? words.quote(from, to).text.toLowerCase() : '';
  };
  const [first, second] = [own(a, sentence.from, b.from), own(b, a.to, sentence.to)];
  if (PRESENT.test(second) && !PRESENT.test(first)) return true;
  // "In 2016 41% were on time, and last month it was 83%": the last month of all, and not the one before.
  if (LATELY.test(second) && (year(first) !== undefined || LONG_AGO.test(first)) && !PRESENT.test(first))
    return true;
  if (PAST.test(second)) return false;
  if (PAST.test(first) && /\b(is|are|has|have)\b/.test(second)) return true;
  const [x, y] = [year(first), year(second)];
  // "In February 2021 … 54%; the figure was 91% at the end of May": a month without a year is of the latest.
  if (x !== undefined && y === undefined) return MONTH_NAME.test(second);
  return x !== undefined && y !== undefined && y > x;
}

/** "were 31% and are 17%", "was 12% and is now 9%": nothing but the verb of today between the two. */
export function isNowAgain(words: Words, ahead: number, from: number, link: number): boolean {
  if (!WAS_ONCE.has(words.reading, ahead - 1) || words.at(from) !== 'and') return false;
  const verb = words.at(link - 1) === 'now' ? link - 2 : link - 1;
  return verb === from + 1 && IS.has(words.reading, verb);
}
const WAS_ONCE = new WordSet('was were');
const IS = new WordSet('is are');

/** "a year later", "two years on" */
export const isLaterOn = (words: Words, to: number): boolean =>
  LATER_ON.has(words.reading, to + 2) && YEARS.has(words.reading, to + 1);
const LATER_ON = new WordSet('later on');
const YEARS = new WordSet('year years month months');

/** "It was 52% in 2017 and is 79% now", "we lost a fifth, and now we lose 8 per cent", "27% in May, now 28%": the second says that it is of now. */
export function isNow(words: Words, a: Share, b: Share): boolean {
  const [last, before] = [b.from - 1, b.from - 2];
  if (NOW.has(words.reading, last) && words.mark(before) === COMMA && b.from - a.to < 9) return true;
  if (b.from - a.to > 16 || NOW.hasAny(words.reading, a.from - 3, a.to + 3)) return false;
  let joined = false;
  for (let i = a.to; i < b.from; i++)
    joined ||=
      words.mark(i) === 0x3b ||
      words.at(i) === 'and' ||
      words.at(i) === 'but' ||
      // "who made up 24% in 2013, now make up 51%"
      (words.mark(i) === COMMA && NOW.has(words.reading, i + 1));
  if (!joined) return false;
  const isLast = (token: number): boolean => words.mark(token) !== 0 || words.at(token) === '';
  if (NOW.has(words.reading, b.to)) return isLast(b.to + 1);
  // "now 57% are"
  const end = ELLIPSIS.has(words.reading, b.to) ? b.to + 1 : b.to;
  return isLast(end) && NOW.hasAny(words.reading, Math.max(a.to, b.from - 6), b.from);
}
/** The verb that may be left of what was said before: "57% are". */
export const ELLIPSIS = new WordSet('are is do does have has were was did');
export const NOW = new WordSet('now today');
