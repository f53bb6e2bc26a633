import type { Mention } from '../lexicon/entry.js';
import { type DateMention, isMonth } from './dates.js';
import type { Quote } from './finding.js';
import type { JudgementCarry } from './judgementCarry.js';
import { isVerbal } from './verbs.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Words } from './words.js';

export interface Counted {
  readonly count: number;
  readonly of?: number;
}

/** The whole of which a sentence counts parts: how many, and of what, where it says so. */
interface Whole {
  readonly of: number;
  readonly counted?: Quote;
}

export const NUMBERS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

export const numberAt = (words: Words, token: number): number | undefined => {
  if (words.isNumber(token)) return Number(words.at(token).replaceAll(',', ''));
  return NUMBERS.get(words.at(token));
};

const AFTER_NO_COUNT = new Set(
  'in on since after not with for by from until to between paragraph section page aged age table year years every grade key question part chapter figure note'.split(
    ' ',
  ),
);
const UNITS = new Set(
  'years months weeks days year month week day decade decades hours grade grades notch notches step steps times thirds quarters fifths quarter tenths half per percent pc st nd rd th million thousand pupils children people places'.split(
    ' ',
  ),
);
/** Before "one" that stands for a noun and counts nothing: "the only one", "this one". */
const NO_ONE = new Set([
  'the',
  'only',
  'odd',
  'this',
  'that',
  'no',
  'every',
  'last',
  'which',
  'another',
  'any',
]);

/** Is the number at a token one of things, rather than a date, a share, a span of time or a paragraph's own number? */
function isCount(
  words: Words,
  sentence: ReadSentence,
  i: number,
  n: number,
  dates: readonly DateMention[],
): boolean {
  if (!Number.isInteger(n) || dates.some(d => d.from <= i && i < d.to)) return false;
  const digits = words.isNumber(i);
  if (digits && n > 1900 && n < 2100) return false;
  const [before, next] = [words.at(i - 1), words.at(i + 1)];
  if (AFTER_NO_COUNT.has(before) || UNITS.has(next) || isMonth(next)) return false;
  const things = mentionsOf(sentence, 'counted', i + 1, Math.min(sentence.to, i + 4)).length > 0;
  if (isMonth(before) && !things) return false;
  // "four-point", "between 11 and 15", "one, Highcastle, is"
  if (words.mark(i + 1) === 0x2d && words.gap(i + 1) === 0) return false;
  if (before === 'and' && words.at(i - 3) === 'between') return false;
  if (n === 1 && words.mark(i + 1) === 0x2c && words.isCapital(i + 2)) return false;
  if (words.mark(i + 1) === 0x25 || words.isNumber(i + 1) || [0xa3, 0x2f].includes(words.mark(i - 1)))
    return false;
  // "eight in ten", "one in every eight"
  if (next === 'in' && (numberAt(words, i + 2) !== undefined || words.at(i + 2) === 'every')) return false;
  if (n === 1 && NO_ONE.has(before)) return false;
  // "5. Leadership is good": the paragraph's number.
  if (digits && (i === sentence.from || !words.isWord(i - 1)))
    if ([0x2e, 0x29, 0x3a].includes(words.mark(i + 1)) || (i === sentence.from && words.isCapital(i + 1)))
      return false;
  return true;
}

/** "Seven were found to be good", "two adequate", "of eight areas five were rated good", "good in three of five areas". */
export function countOf(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
  carry: JudgementCarry,
): Counted | undefined {
  const count =
    countBehind(words, sentence, mention, dates) ?? countBefore(words, sentence, mention, grades, dates);
  if (count === undefined) return undefined;
  const whole = wholeOf(words, sentence, count);
  const all = ['both', 'all'].some(all => isAllOf(words, sentence, mention, all));
  const of = whole?.of ?? (all ? count : carry.of);
  if (of !== undefined && of < count) return { count };
  // A bare "one" is a count only of something that is counted.
  if (count === 1 && of === undefined) return undefined;
  return { count, ...(of === undefined ? {} : { of }) };
}

function isAllOf(words: Words, sentence: ReadSentence, mention: Mention, all: string): boolean {
  for (let i = mention.from - 1; i >= Math.max(sentence.from, mention.from - 14); i--)
    if (words.at(i) === all) return true;
  return false;
}

function countBefore(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
): number | undefined {
  const judged = grades.filter(g => g.to <= mention.from).at(-1);
  const from = Math.max(sentence.from, judged?.to ?? sentence.from, mention.from - 16);
  for (let i = mention.from - 1; i >= from; i--) {
    // What stands before these is of another clause.
    if ([0x3b, 0x3a].includes(words.mark(i)) || ['although', 'whereas', 'because'].includes(words.at(i)))
      return undefined;
    if (words.at(i) === 'both' && !isVerbal(words, i - 1) && !isPairing(words, i, mention.from)) return 2;
    const n = numberAt(words, i);
    if (n === undefined) continue;
    // "the 17 inadequate authorities": no one says that so many were judged so.
    if (words.at(i - 1) === 'the' && i + 1 === mention.from) return undefined;
    const part = partBefore(words, i);
    if (part === undefined && words.at(i - 1) === 'of' && words.at(i - 2) === 'out') return undefined;
    if (part !== undefined) {
      if (part < from || !isCount(words, sentence, part, numberAt(words, part)!, dates)) return undefined;
      return numberAt(words, part);
    }
    // "each of the eleven", "one by one": a whole without its part.
    if (
      words.at(i - 1) === 'of' ||
      (words.at(i - 2) === 'of' && ['the', 'its', 'our'].includes(words.at(i - 1)))
    )
      continue;
    if (isCount(words, sentence, i, n, dates))
      return isOfOpening(words, sentence, i, mention.from) ? undefined : n;
  }
  return undefined;
}

/** "Under the four headings, leadership is good": the number belongs to what stands before the comma. */
function isOfOpening(words: Words, sentence: ReadSentence, number: number, to: number): boolean {
  let start = number;
  while (start > sentence.from && words.mark(start - 1) !== 0x2c && number - start < 12) start--;
  if (!OPENERS.has(words.at(start))) return false;
  for (let i = number + 1; i < to; i++) {
    if (isVerbal(words, i)) return false;
    if (words.mark(i) === 0x2c && !(i === number + 1)) return true;
  }
  return false;
}

const OPENERS = new Set(
  'in at on since after under against before during following with despite over'.split(' '),
);

/** "Both leadership and help were good": "both" pairs two, and counts as little as the "and" does. */
function isPairing(words: Words, both: number, to: number): boolean {
  for (let i = both + 1; i < to; i++) if (words.at(i) === 'and') return true;
  return false;
}

const BETWEEN = new Set(
  'the its our their his her these those other remaining own what were then all'.split(' '),
);

/** "Three of the four", "two of the city’s five", "eleven out of 14": where the part stands, seen from the whole. */
function partBefore(words: Words, whole: number): number | undefined {
  let i = whole - 1;
  while (i > whole - 6 && (BETWEEN.has(words.at(i)) || /['’]s?$/.test(words.at(i)))) i--;
  if (words.at(i) !== 'of') return undefined;
  const part = words.at(i - 1) === 'out' ? i - 2 : i - 1;
  // "nine out of ten" is a share.
  if (part === i - 2 && numberAt(words, whole) === 10) return undefined;
  return numberAt(words, part) === undefined ? undefined : part;
}

/** "good in three of the five areas", "adequate in the remaining two", "outstanding in nine", "graded inadequate rose to 41". */
export function countBehind(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  dates: readonly DateMention[],
): number | undefined {
  let i = mention.to;
  const risen = ['has', 'have', 'had'].includes(words.at(i)) ? i + 1 : i;
  if (MOVED.has(words.at(risen)) && words.at(risen + 1) === 'to') i = risen + 2;
  else if (['in', 'for', 'on'].includes(words.at(i))) i++;
  else return undefined;
  while (i < sentence.to && ['the', 'its', 'just', 'only', 'remaining', 'other'].includes(words.at(i))) i++;
  const n = numberAt(words, i);
  if (n === undefined || !Number.isInteger(n) || dates.some(d => d.from <= i && i < d.to)) return undefined;
  if (UNITS.has(words.at(i + 1)) || words.mark(i + 1) === 0x25 || (words.isNumber(i) && n > 1900 && n < 2100))
    return undefined;
  const ends = !words.isWord(i + 1) || ['of', 'and', 'but'].includes(words.at(i + 1)) || i + 1 >= sentence.to;
  const things = mentionsOf(sentence, 'counted', i + 1, Math.min(sentence.to, i + 5)).length > 0;
  return (ends || things) && words.at(i + 1) !== 'other' ? n : undefined;
}
const MOVED = new Set(['rose', 'rises', 'risen', 'fell', 'falls', 'fallen', 'dropped', 'grew', 'grown']);

/** "of the 17 authorities", "among our eleven homes": the whole that is counted, with what it is a whole of. */
export function wholeOf(words: Words, sentence: ReadSentence, count?: number): Whole | undefined {
  const to = Math.min(sentence.to, sentence.from + 60);
  for (let i = sentence.from; i < to; i++) {
    if (words.at(i) !== 'of' && words.at(i) !== 'among') continue;
    let at = i + 1;
    while (at < i + 6 && (BETWEEN.has(words.at(at)) || /['’]s?$/.test(words.at(at)))) at++;
    const of = numberAt(words, at);
    if (
      of === undefined ||
      !Number.isInteger(of) ||
      words.mark(at + 1) === 0x25 ||
      UNITS.has(words.at(at + 1))
    )
      continue;
    if (of === 1 || (words.isNumber(at) && of > 1900 && of < 2100) || isMonth(words.at(at - 1))) continue;
    const counted = thingsAt(words, sentence, at + 1);
    return { of, ...(counted ? { counted } : {}) };
  }
  for (const things of mentionsOf(sentence, 'counted')) {
    for (let i = things.from - 1; i >= Math.max(sentence.from, things.from - 4); i--) {
      const n = numberAt(words, i);
      if (n === undefined || words.mark(i + 1) === 0x25 || !Number.isInteger(n)) continue;
      // "Twenty authorities were good": these are the part.
      if (n === count || AFTER_NO_COUNT.has(words.at(i - 1))) break;
      const owner = words.at(i + 1) === 'of' ? things.from : i + 1;
      return { of: n, counted: words.quote(owner, things.to) };
    }
  }
  return undefined;
}

/** What is counted, after its number: "children’s homes inspected" of "the six children’s homes inspected this year". */
function thingsAt(words: Words, sentence: ReadSentence, from: number): Quote | undefined {
  let to = from;
  while (
    to < sentence.to &&
    to - from < 6 &&
    words.isWord(to) &&
    !words.isNumber(to) &&
    !isVerbal(words, to) &&
    !NOT_THINGS.has(words.at(to)) &&
    !(to > from && words.at(to).endsWith('ed'))
  )
    to++;
  return to > from && !/(ed|ing)$/.test(words.at(from)) ? words.quote(from, to) : undefined;
}
const NOT_THINGS = new Set(
  'that which who where when in at on to so it we they for with under since inspected set and or but beneath'.split(
    ' ',
  ),
);
