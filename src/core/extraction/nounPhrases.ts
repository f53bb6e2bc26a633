import { commaFrom, hasVerb, isHard, isPart, isRelative, type Range, subjectStart } from './clause.js';
import { isMonth } from './dates.js';
import type { ReadSentence } from './reading.js';
import {
  AND,
  ARTICLES,
  CAUSES,
  COUNTS,
  DETERMINERS,
  HELPERS,
  isOn,
  LINKS,
  listsAt,
  MOVE_NOUNS,
  MOVES,
  NEARLY,
  NUMERALS,
  PREPOSITIONS,
  PRONOUNS,
  ROUGHLY,
  STOPS,
  VERBS,
} from './shareWords.js';
import { timesIn } from './times.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COMMA = 0x2c;
const OPEN = 0x28;
const CLOSE = 0x29;
export const LONGEST = 14;

/** Before the words that only say how near the number is: "at least", "no more than", "a little under". */
export function roughlyFrom(words: Words, to: number, floor: number): number {
  let from = to;
  while (from > floor) {
    const lists = listsAt(words, from - 1, NEARLY | ROUGHLY | ARTICLES);
    const length = (lists & NEARLY) !== 0 ? nearlyAt(words, from - 1) : 0;
    if (length > 0) from -= length;
    else if ((lists & (ROUGHLY | ARTICLES)) !== 0) from--;
    else break;
  }
  return Math.max(from, floor);
}

/** How many of the words that end at a token say together how near a number is: "no more than", "as many as"; 0 if none do. */
function nearlyAt(words: Words, i: number): number {
  const before = words.at(i - 1);
  switch (words.at(i)) {
    case 'than':
      return before === 'higher' || before === 'lower' || isOn(words, i - 1, ROUGHLY) ? 2 : 0;
    case 'as':
      if (before !== 'many' && before !== 'much') return 0;
      return words.at(i - 2) === 'as' ? 3 : 2;
    case 'to':
      return before === 'up' || before === 'close' ? 2 : 0;
    case 'target':
      return 1;
    default:
      return before === 'at' ? 2 : 0;
  }
}

export function afterBracket(words: Words, from: number, limit: number): number {
  let to = from;
  if (words.mark(to) === OPEN) {
    while (to < limit && words.mark(to) !== CLOSE) to++;
    to++;
  }
  if (words.mark(to) === CLOSE) to++;
  return to;
}

/** "has cut absence from 8%", "which brings vacancies down to 20%": what is moved stands behind the verb. */
function causedOf(words: Words, start: number, link: number): Range | undefined {
  if (!isOn(words, link - 1, LINKS)) return undefined;
  for (let i = link - 2; i > start; i--) {
    if (words.mark(i) === COMMA) return undefined;
    // "has doubled in two years to 57%": nothing but the measure moved.
    if (
      !isOn(words, i, CAUSES) ||
      isOn(words, i + 1, PREPOSITIONS) ||
      (isOn(words, i - 1, HELPERS) && !isHave(words.at(i - 1)))
    )
      continue;
    let to = link;
    while (to > i + 1 && isOn(words, to - 1, LINKS | MOVES)) to--;
    const from = trimmedStart(words, i + 1, to);
    return to > from ? { from, to } : undefined;
  }
  return undefined;
}

const isHave = (word: string): boolean => word === 'has' || word === 'have' || word === 'had';

/** The noun behind the last count. */
export function counted(words: Words, from: number, to: number): Range | undefined {
  for (let i = to - 1; i >= from; i--)
    if (words.isNumber(i) && words.mark(i + 1) === 0 && !isMonth(words.at(i - 1))) {
      const noun = nounOf(words, i + 1, to);
      if (noun) return noun;
    }
  return undefined;
}

/** The subject before a verb: without the verb, what is moved by and its asides. */
export function subjectOf(
  words: Words,
  sentence: ReadSentence,
  start: number,
  link: number,
): Range | undefined {
  const caused = causedOf(words, start, link);
  if (caused) return caused;
  let to = verbStart(words, sentence, start, link);
  // A relative clause or an aside between commas before the verb belongs to the subject, but does not name it.
  if (words.mark(to) === COMMA) {
    const first = commaFrom(words, start, to);
    if (first !== undefined && !hasVerb(words, start, first)) to = first;
  }
  for (let i = start; i < to; i++)
    if (words.mark(i) === COMMA && opensRelative(words.at(i + 1))) {
      to = i;
      break;
    }
  let from = start;
  for (let i = start; i < to; i++)
    if (words.mark(i) === COMMA && words.at(i + 1) !== 'who' && hasVerb(words, from, i)) from = i + 1;
  from = subjectStart(words, sentence, from, to);
  from = trimmedStart(words, from, to);
  if (to <= from || (to - from <= 2 && isOn(words, from, PRONOUNS) && !isGroup(words.at(from))))
    return undefined;
  return { from, to: Math.min(to, from + LONGEST) };
}

const opensRelative = (word: string): boolean =>
  word === 'which' || word === 'who' || word === 'whose' || word === 'where';
const isGroup = (word: string): boolean => word === 'those' || word === 'us';

/** Where the verb before a figure begins, with the times and marks before it. */
function verbStart(words: Words, sentence: ReadSentence, start: number, link: number): number {
  const times = timesIn(words, sentence, start, link);
  let last = times.length - 1;
  let to = link;
  while (to > start) {
    while (last >= 0 && times[last]!.to > to) last--;
    const time = last >= 0 ? times[last]! : undefined;
    if (time && time.to === to && time.from > start) to = time.from;
    else if (isBeforeFigure(words, to - 1)) to--;
    else break;
  }
  return to;
}

/** Is a token of the verb of a figure, or of what links the two? */
function isBeforeFigure(words: Words, i: number): boolean {
  const mark = words.mark(i);
  if (mark !== 0) return mark !== CLOSE;
  if (words.isNumber(i)) return isOn(words, i - 1, LINKS);
  if (isOn(words, i, HELPERS | MOVES | LINKS | ROUGHLY)) return true;
  // "remains high at 57%"
  if (STATES.has(words.reading, i) && isOn(words, i - 1, HELPERS | MOVES)) return true;
  const word = words.at(i);
  return word === 'than' || word === 'which' || word === 'who';
}

const STATES = new WordSet('high low steady stable unchanged');

export function trimmedStart(words: Words, from: number, to: number): number {
  let start = from;
  while (start < to) {
    const lists = listsAt(words, start, COUNTS | AND | DETERMINERS);
    const counts = (lists & COUNTS) !== 0;
    if (counts && words.at(start + 1) === 'of') start += 2;
    // "too many plans", "five of the 12 authorities"
    else if (words.at(start) === 'many' || (words.at(start) === 'too' && words.at(start + 1) === 'many'))
      start++;
    else if (isPart(words, start)) start += 4;
    else if ((lists & AND) !== 0 || words.mark(start) !== 0) start++;
    else if ((lists & DETERMINERS) !== 0 && words.at(start) !== 'those') start++;
    else break;
  }
  return start;
}

export const isMove = (words: Words, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isOn(words, i, MOVES | MOVE_NOUNS)) return true;
  return false;
};

export const isVerbAt = (words: Words, i: number): boolean =>
  isOn(words, i, VERBS | MOVES | HELPERS) || /(ed|ing|s)$/.test(words.at(i));

/** A clause without the preposition, the verb "be" and the marks that it ends in. */
export function verbEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (
    end > from + 1 &&
    (words.mark(end - 1) !== 0 || isOn(words, end - 1, PREPOSITIONS | HELPERS | ROUGHLY))
  )
    end--;
  return Math.min(end, from + LONGEST);
}

export function tight(words: Words, range: Range): Range {
  const from = trimmedStart(words, range.from, range.to);
  return { from, to: Math.max(from + 1, verbEnd(words, from, range.to)) };
}

/** The noun phrase from a token on: up to its verb. */
export function nounOf(words: Words, from: number, limit: number): Range | undefined {
  let start = from;
  while (
    start < limit &&
    (isOn(words, start, DETERMINERS) || words.isNumber(start) || words.at(start) === 'of')
  )
    start++;
  let to = agesTo(words, start - 1) ?? start;
  if (to > start) start--;
  for (; to < limit && to - start < 10; to++) {
    const mark = words.mark(to);
    if (mark !== 0 && !isInWord(mark)) break;
    if (isHard(words, to)) break;
    if (to === start) continue;
    const lists = listsAt(words, to, HELPERS | VERBS | STOPS | AND);
    if ((lists & (HELPERS | VERBS)) !== 0 && !isRelative(words, start, to)) break;
    if ((lists & STOPS) !== 0 && isStop(words, to)) break;
    if ((lists & AND) !== 0 && isClauseBehind(words, to + 1)) break;
  }
  while (to > start && (words.mark(to - 1) !== 0 || isOn(words, to - 1, PREPOSITIONS | AND))) to--;
  return to > start ? { from: start, to } : undefined;
}

/** "16 and 17 year olds", "19 to 21-year-olds": where the ages end, if a token begins them. */
export function agesTo(words: Words, from: number): number | undefined {
  if (!words.isNumber(from)) return undefined;
  // "17- and 18-year-olds"
  const joint = words.mark(from + 1) === HYPHEN ? from + 2 : from + 1;
  if (!words.isNumber(joint + 1) || !JOINING.has(words.reading, joint)) return undefined;
  const year = isInWord(words.mark(joint + 2)) ? joint + 3 : joint + 2;
  return words.at(year) === 'year' ? year + 1 : undefined;
}
const HYPHEN = 0x2d;
const JOINING = new WordSet('and or to');

/** A hyphen or a slash: what it stands between may be one word. */
const isInWord = (mark: number): boolean => mark === 0x2d || mark === 0x2f;

/** "Looked after" and "looked-after" stop nothing. */
export const isStop = (words: Words, i: number): boolean =>
  isOn(words, i, STOPS) &&
  !(words.at(i) === 'yet' && isOn(words, i - 1, HELPERS)) &&
  !(words.at(i) === 'as' && (words.at(i + 1) === 'a' || words.at(i + 1) === 'an')) &&
  !(words.at(i) === 'after' && (words.at(i - 1) === 'looked' || words.mark(i - 1) === 0x2d));

export const isClauseBehind = (words: Words, i: number): boolean =>
  words.isNumber(i) || isOn(words, i, NUMERALS | PRONOUNS | DETERMINERS | ROUGHLY);

/** Behind ", the report notes,". */
export function behindAside(words: Words, from: number, limit: number): number {
  const start = afterBracket(words, from, limit);
  if (words.mark(start) !== COMMA) return start;
  const comma = commaFrom(words, start + 1, Math.min(limit, start + 8));
  return comma ? comma + 1 : start;
}
