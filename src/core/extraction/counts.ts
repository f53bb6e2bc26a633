import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { hashOf, TIGHT } from '../report/tokens.js';
import { isInAside } from './aside.js';
import { isDash } from './clause.js';
import { hasCue } from './cues.js';
import { type DateMention, isMonth } from './dates.js';
import type { Quote } from './finding.js';
import type { JudgementCarry } from './judgementCarry.js';
import { isNumeral } from './nounPhrase.js';
import type { ReadSentence } from './reading.js';
import { AND, isOf, NUMERAL_WORDS, WORTH } from './grammar.js';
import { isAll, isQuote, isRelative, isVerbal } from './verbs.js';
import { endsIn, isOwner, WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

export interface Counted {
  readonly count: number;
  readonly of?: number;
}

/** The whole of which a sentence counts parts: how many, and of what, where it says so. */
export interface Whole {
  readonly of: number;
  readonly counted?: Quote;
}

const COUNTED = placeOf('counted');

export const NUMBERS: ReadonlyMap<string, number> = new Map(
  NUMERAL_WORDS.split(' ').map((word, i) => [word, i < 19 ? i + 1 : 10 * (i - 17)]),
);

/** The number at a token, in figures or in words; at the last word of “twenty-two”, all of it. */
export function numberAt(words: Words, token: number): number | undefined {
  if (words.isNumber(token)) return valueOf(words, token);
  const number = isNumeral(words, token) ? NUMBERS.get(words.at(token)) : undefined;
  if (number === undefined || number > 9 || words.mark(token - 1) !== HYPHEN) return number;
  const tens = words.gap(token) === TIGHT ? NUMBERS.get(words.at(token - 2)) : undefined;
  return tens !== undefined && tens >= 20 ? tens + number : number;
}
const HYPHEN = 0x2d;

/** What the figures say: "1,200" is one number, "3.1.2" none. */
function valueOf({ reading: { text, tokens } }: Words, token: number): number {
  let value = 0;
  for (let i = tokens.start[token]!; i < tokens.end[token]!; i++) {
    const unit = tokens.folded[i]!;
    if (unit === 0x2e || value > 1e9)
      return Number(text.slice(tokens.start[token], tokens.end[token]).replaceAll(',', ''));
    if (unit !== 0x2c) value = value * 10 + unit - 0x30;
  }
  return value;
}

/** Words that have nothing to do with a count straight behind them. */
const AFTER_NO_COUNT = 1 << 0;
/** What a number is one of, where it counts no things. */
const UNIT = 1 << 1;
/** Before "one" that stands for a noun and counts nothing: "the only one", "this one". */
const NO_ONE = 1 << 2;
/** What opens a phrase in front of the sentence. */
const OPENER = 1 << 3;
/** What may stand between "of" and the number of the whole. */
const BETWEEN = 1 << 4;
const MOVED = 1 << 5;
const NOT_THING = 1 << 6;
/** "Of", "among": the whole comes next. */
const PARTITIVE = 1 << 7;
/** What begins another clause. */
const ANEW = 1 << 8;

const COUNTING = new WordClasses([
  [
    AFTER_NO_COUNT,
    'in on since after not with for by from until to between paragraph section page aged age table year years every grade key question part chapter figure note',
  ],
  [
    UNIT,
    'years months weeks days yrs yr year month week day decade decades hours grade grades notch notches step steps times thirds quarters fifths quarter tenths half per percent pc st nd rd th million thousand pupils children people places',
  ],
  [NO_ONE, 'the only odd this that no every last which another any'],
  [OPENER, 'in at on since after under against before during following with despite over'],
  [BETWEEN, 'the its our their his her these those other remaining own what were then all'],
  [MOVED, 'rose rises risen fell falls fallen dropped grew grown'],
  [
    NOT_THING,
    'that which who where when in at on to so it we they for with under since inspected set and or but beneath',
  ],
  [PARTITIVE, 'of among'],
  [ANEW, 'although whereas because'],
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
  if (COUNTING.has(words, i - 1, AFTER_NO_COUNT) || COUNTING.has(words, i + 1, UNIT)) return false;
  const [before, next] = [words.at(i - 1), words.at(i + 1)];
  if (isMonth(next)) return false;
  // "four or five years before we could be good"
  if ((next === 'or' || next === 'to') && COUNTING.has(words, i + 3, UNIT)) return false;
  if (isMonth(before) && !hasCue(sentence, COUNTED, i + 1, Math.min(sentence.to, i + 4))) return false;
  // "four-point", "between 11 and 15", "one, Highcastle, is"
  if (words.mark(i + 1) === 0x2d && words.gap(i + 1) === 0) return false;
  if (before === 'and' && words.at(i - 3) === 'between') return false;
  if (n === 1 && words.mark(i + 1) === 0x2c && words.isCapital(i + 2)) return false;
  if (words.mark(i + 1) === 0x25 || words.isNumber(i + 1) || [0xa3, 0x2f].includes(words.mark(i - 1)))
    return false;
  // "where 6 is excellent", "Staffing 5 - Very good"
  if (digits && ((n > 1 && next === 'is') || isDash(words, i + 1))) return false;
  // "eight in ten", "one in every eight"
  if (next === 'in' && (numberAt(words, i + 2) !== undefined || words.at(i + 2) === 'every')) return false;
  if (n === 1 && COUNTING.has(words, i - 1, NO_ONE)) return false;
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
  const count = listsGradesFirst(words, grades)
    ? numberBehind(words, mention)
    : (countBehind(words, sentence, mention, dates) ?? countBefore(words, sentence, mention, grades, dates));
  if (count === undefined) return undefined;
  const whole = wholeOf(words, sentence, count);
  const of = whole?.of ?? (saysAll(words, sentence, mention) ? count : carry.of);
  if (of !== undefined && of < count) return { count };
  // A bare "one" is a count only of something that is counted, or beside another: "two perform well and one poorly".
  if (count === 1 && of === undefined && !isCountedBeside(words, sentence, mention, grades, dates))
    return undefined;
  return { count, ...(of === undefined ? {} : { of }) };
}

/** "Outstanding 2, good 33, inadequate 4": does the number of each grade stand behind it, and is no step of a scale? */
function listsGradesFirst(words: Words, grades: readonly Mention[]): boolean {
  if (grades.length < 2) return false;
  const first = numberBehind(words, grades[0]!);
  const second = first === undefined ? undefined : numberBehind(words, grades[1]!);
  if (first === undefined || second === undefined) return false;
  const third = grades[2] && numberBehind(words, grades[2]);
  return third === undefined || Math.abs(first - second) !== 1 || third - second !== second - first;
}

/** "good 33,", "good (33)", "good: 33;", "good – 33 and": a number and nothing else behind a grade. */
function numberBehind(words: Words, { to }: Mention): number | undefined {
  const at = words.isNumber(to) ? to : PARTING.has(words.mark(to)) ? to + 1 : -1;
  if (at < 0 || !words.isNumber(at) || (words.isWord(at + 1) && words.at(at + 1) !== 'and')) return undefined;
  const n = valueOf(words, at);
  return Number.isInteger(n) && !(n > 1900 && n < 2100) && !PARTED.has(words.mark(at + 1)) ? n : undefined;
}
const PARTING = new Set(Array.from('(:-–—', mark => mark.charCodeAt(0)));
/** Behind a number that counts nothing: a share, a date, a range. */
const PARTED = new Set(Array.from('%/-–—', mark => mark.charCodeAt(0)));

/** Is another grade of the sentence counted by more than one? */
function isCountedBeside(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
): boolean {
  for (const other of grades)
    if (other !== mention && (countBefore(words, sentence, other, grades, dates) ?? 0) > 1) return true;
  return false;
}

function saysAll(words: Words, sentence: ReadSentence, mention: Mention): boolean {
  for (let i = mention.from - 1; i >= Math.max(sentence.from, mention.from - 14); i--)
    if (isAll(words, i)) return true;
  return false;
}

function countBefore(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
): number | undefined {
  const judged = lastBefore(grades, mention.from);
  const from = Math.max(sentence.from, judged?.to ?? sentence.from, mention.from - 16);
  for (let i = mention.from - 1; i >= from; i--) {
    // What stands before these is of another clause.
    const mark = words.mark(i);
    if (mark === 0x3b || mark === 0x3a || COUNTING.has(words, i, ANEW)) return undefined;
    if (isAll(words, i) && words.at(i) === 'both')
      if (!isVerbal(words, i - 1) && !isPairing(words, i, mention.from)) return 2;
    const n = numberAt(words, i);
    if (n === undefined) continue;
    const part = partBefore(words, i);
    // "the 17 inadequate authorities": no one says that so many were judged so.
    if (part === undefined && words.at(i - 1) === 'the' && i + 1 === mention.from) return undefined;
    if (part === undefined && words.at(i - 1) === 'of' && words.at(i - 2) === 'out') return undefined;
    if (part !== undefined) {
      if (part < from || !isCount(words, sentence, part, numberAt(words, part)!, dates)) return undefined;
      return numberAt(words, part);
    }
    // "a six, or ‘excellent’": the grade itself, on a scale of numbers.
    if (words.at(i - 1) === 'a' && !words.isWord(i + 1)) continue;
    // "each of the eleven", "one by one": a whole without its part.
    if (isWhole(words, i) || isInAside(words, i, mention.from)) continue;
    // "Three schools were seen, and none was inadequate"
    if (COUNTING_NONE.hasAny(words.reading, i, mention.from)) return undefined;
    if (isCount(words, sentence, i, n, dates))
      return isOfOpening(words, sentence, i, mention.from) || isOfClauseBefore(words, i, mention.from)
        ? undefined
        : n;
  }
  return undefined;
}

const COUNTING_NONE = new WordSet('none neither nobody nothing');

/** "of the other three councils": a number behind "of". */
function isWhole(words: Words, number: number): boolean {
  let i = number - 1;
  while (i > number - 5 && (WHOSE.has(words.reading, i) || isOwner(words, i))) i--;
  return words.at(i) === 'of';
}
const WHOSE = new WordSet('the its our their other remaining those these');

/** "Under the four headings, leadership is good": the number belongs to what stands before the comma. */
function isOfOpening(words: Words, sentence: ReadSentence, number: number, to: number): boolean {
  let start = number;
  while (start > sentence.from && words.mark(start - 1) !== 0x2c && number - start < 12) start--;
  if (!COUNTING.has(words, start, OPENER)) return false;
  for (let i = number + 1; i < to; i++) {
    if (isVerbal(words, i)) return false;
    if (words.mark(i) === 0x2c && !(i === number + 1)) return true;
  }
  return false;
}

/** "Whatever two papers wrote, Ofsted did not rate it good": a clause with a subject of its own begins behind the comma. */
function isOfClauseBefore(words: Words, number: number, to: number): boolean {
  let comma = to - 1;
  while (comma > number && words.mark(comma) !== 0x2c) comma--;
  if (comma === number || isVerbal(words, comma + 1) || isRelative(words, comma + 1)) return false;
  if (isOf(words, comma + 1, AND)) return false;
  for (let i = comma + 2; i < to; i++) if (isVerbal(words, i)) return true;
  return false;
}

/** "Both leadership and help were good": "both" pairs two, and counts as little as the "and" does. */
function isPairing(words: Words, both: number, to: number): boolean {
  for (let i = both + 1; i < to; i++) if (isOf(words, i, AND)) return true;
  return false;
}

/** "Three of the four", "two of the city’s five", "eleven out of 14": where the part stands, seen from the whole. */
function partBefore(words: Words, whole: number): number | undefined {
  let i = whole - 1;
  while (i > whole - 6 && (COUNTING.has(words, i, BETWEEN) || isOwner(words, i))) i--;
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
  let i = isQuote(words, mention.to) ? mention.to + 1 : mention.to;
  if (!words.isWord(i)) return undefined;
  // "good judgements in three of the four areas"
  if (isOf(words, i, WORTH)) i++;
  const risen = ['has', 'have', 'had'].includes(words.at(i)) ? i + 1 : i;
  if (COUNTING.has(words, risen, MOVED) && words.at(risen + 1) === 'to') i = risen + 2;
  else if (['in', 'for', 'on'].includes(words.at(i))) i++;
  else return undefined;
  while (i < sentence.to && ['the', 'its', 'just', 'only', 'remaining', 'other'].includes(words.at(i))) i++;
  const n = numberAt(words, i);
  if (n === undefined || !Number.isInteger(n) || dates.some(d => d.from <= i && i < d.to)) return undefined;
  if (
    COUNTING.has(words, i + 1, UNIT) ||
    words.mark(i + 1) === 0x25 ||
    (words.isNumber(i) && n > 1900 && n < 2100)
  )
    return undefined;
  const ends = !words.isWord(i + 1) || ['of', 'and', 'but'].includes(words.at(i + 1)) || i + 1 >= sentence.to;
  return (ends || hasCue(sentence, COUNTED, i + 1, Math.min(sentence.to, i + 5))) &&
    words.at(i + 1) !== 'other'
    ? n
    : undefined;
}

const OF = hashOf('of');
const AMONG = hashOf('among');

/** "of the 17 authorities", "among our eleven homes": the whole that is counted, with what it is a whole of. */
export function wholeOf(words: Words, sentence: ReadSentence, count?: number): Whole | undefined {
  const { hash } = words.reading.tokens;
  const to = Math.min(sentence.to, sentence.from + 60);
  for (let i = sentence.from; i < to; i++) {
    // Asked of every word of a report: most are known by their hash alone to be none of these.
    if (hash[i] !== OF && hash[i] !== AMONG) continue;
    if (!COUNTING.has(words, i, PARTITIVE)) continue;
    let at = i + 1;
    while (at < i + 6 && (COUNTING.has(words, at, BETWEEN) || isOwner(words, at))) at++;
    const of = numberAt(words, at);
    if (
      of === undefined ||
      !Number.isInteger(of) ||
      words.mark(at + 1) === 0x25 ||
      COUNTING.has(words, at + 1, UNIT)
    )
      continue;
    if (of === 1 || (words.isNumber(at) && of > 1900 && of < 2100) || isMonth(words.at(at - 1))) continue;
    const counted = thingsAt(words, sentence, at + 1);
    return { of, ...(counted ? { counted } : {}) };
  }
  return hasCategory(sentence, COUNTED) ? wholeOfThings(words, sentence, count) : undefined;
}

/** "Our eleven homes": the whole is what is counted. */
function wholeOfThings(words: Words, sentence: ReadSentence, count: number | undefined): Whole | undefined {
  for (const things of sentence.mentions) {
    if (things.place !== COUNTED || things.to > sentence.to) continue;
    for (let i = things.from - 1; i >= Math.max(sentence.from, things.from - 4); i--) {
      const n = numberAt(words, i);
      // "64. Fostering agencies remain" is paragraph 64.
      if (n === undefined || [0x25, 0x2e].includes(words.mark(i + 1)) || !Number.isInteger(n)) continue;
      // "Twenty authorities were good": these are the part.
      if (n === count || COUNTING.has(words, i - 1, AFTER_NO_COUNT)) break;
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
    // "Of 18 separate grades"
    (!isVerbal(words, to) || isOf(words, to, WORTH)) &&
    !COUNTING.has(words, to, NOT_THING) &&
    !(to > from && endsIn(words, to, 'ed'))
  )
    to++;
  return to > from && !endsIn(words, from, 'ed') && !endsIn(words, from, 'ing')
    ? words.quote(from, to)
    : undefined;
}

/** The last of some mentions that ends before a token. */
export function lastBefore(mentions: readonly Mention[], token: number): Mention | undefined {
  for (let i = mentions.length - 1; i >= 0; i--) if (mentions[i]!.to <= token) return mentions[i];
  return undefined;
}
