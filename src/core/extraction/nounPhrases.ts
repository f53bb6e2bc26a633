import { commaFrom, hasVerb, isDash, isHard, isRelative, subjectStart, type Range } from './clause.js';
import { isMonth } from './dates.js';
import { timesIn } from './period.js';
import type { ReadSentence } from './reading.js';
import {
  CAUSES,
  DETERMINERS,
  HELPERS,
  LINKS,
  MOVE_NOUNS,
  MOVES,
  OPENERS,
  PREPOSITIONS,
  PRONOUNS,
  ROUGHLY,
  STOPS,
  VERBS,
} from './shareWords.js';
import type { Words } from './words.js';

const COMMA = 0x2c;
const OPEN = 0x28;
const CLOSE = 0x29;
export const LONGEST = 14;

/** Before the words that only say how near the number is: "at least", "no more than", "a little under". */
export function roughlyFrom(words: Words, to: number, floor: number): number {
  let from = to;
  for (let again = true; again && from > floor;) {
    const [one, two] = [words.at(from - 1), words.at(from - 2)];
    again = true;
    if (one === 'than' && (ROUGHLY.has(two) || two === 'higher' || two === 'lower')) from -= 2;
    else if ((one === 'least' || one === 'most') && two === 'at') from -= 2;
    else if (one === 'as' && (two === 'many' || two === 'much')) from -= words.at(from - 3) === 'as' ? 3 : 2;
    else if (one === 'to' && (two === 'up' || two === 'close')) from -= 2;
    else if (ROUGHLY.has(one) || ARTICLES.has(one) || one === 'target') from--;
    else again = false;
  }
  return Math.max(from, floor);
}

const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our']);

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
  if (!LINKS.has(words.at(link - 1))) return undefined;
  for (let i = link - 2; i > start; i--) {
    if (words.mark(i) === COMMA) return undefined;
    if (
      !CAUSES.has(words.at(i)) ||
      (HELPERS.has(words.at(i - 1)) && !/^(?:has|have|had)$/.test(words.at(i - 1)))
    )
      continue;
    let to = link;
    while (to > i + 1 && (LINKS.has(words.at(to - 1)) || MOVES.has(words.at(to - 1)))) to--;
    const from = trimmedStart(words, i + 1, to);
    return to > from ? { from, to } : undefined;
  }
  return undefined;
}

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
  let to = link;
  const caused = causedOf(words, start, link);
  if (caused) return caused;
  const times = timesIn(words, sentence, start, link);
  for (let again = true; again && to > start;) {
    again = false;
    const word = words.at(to - 1);
    const time = times.find(t => t.to === to && t.from > start);
    if (time) {
      to = time.from;
      again = true;
    } else if (
      HELPERS.has(word) ||
      MOVES.has(word) ||
      LINKS.has(word) ||
      ROUGHLY.has(word) ||
      word === 'than' ||
      word === 'from' ||
      word === 'which' ||
      word === 'who' ||
      (words.isNumber(to - 1) && LINKS.has(words.at(to - 2))) ||
      (words.mark(to - 1) !== 0 && words.mark(to - 1) !== CLOSE)
    ) {
      to--;
      again = true;
    }
  }
  // A relative clause or an aside between commas before the verb belongs to the subject, but does not name it.
  let from = start;
  const commas: number[] = [];
  for (let i = start; i < to; i++) if (words.mark(i) === COMMA) commas.push(i);
  if (words.mark(to) === COMMA && commas.length > 0) {
    const [first] = commas;
    to = hasVerb(words, start, first!) ? to : first!;
  }
  const relative = commas.find(c => c < to && ['which', 'who', 'whose', 'where'].includes(words.at(c + 1)));
  if (relative !== undefined) to = relative;
  for (const c of commas) if (c < to && hasVerb(words, from, c) && words.at(c + 1) !== 'who') from = c + 1;
  from = subjectStart(words, sentence, from, to);
  from = trimmedStart(words, from, to);
  if (
    to <= from ||
    (PRONOUNS.has(words.at(from)) && to - from <= 2 && !['those', 'us'].includes(words.at(from)))
  )
    return undefined;
  return { from, to: Math.min(to, from + LONGEST) };
}

export function trimmedStart(words: Words, from: number, to: number): number {
  let start = from;
  while (
    start < to &&
    ((DETERMINERS.has(words.at(start)) && words.at(start) !== 'those') ||
      words.mark(start) !== 0 ||
      words.at(start) === 'and' ||
      (COUNTS.has(words.at(start)) && words.at(start + 1) === 'of'))
  )
    start += COUNTS.has(words.at(start)) ? 2 : 1;
  return start;
}

const COUNTS = new Set(['proportion', 'percentage', 'share', 'number', 'rate', 'level']);

export const isMove = (words: Words, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (MOVES.has(words.at(i)) || MOVE_NOUNS.has(words.at(i))) return true;
  return false;
};

export const isVerbAt = (words: Words, i: number): boolean => {
  const word = words.at(i);
  return VERBS.has(word) || MOVES.has(word) || HELPERS.has(word) || /(ed|ing|s)$/.test(word);
};

/** A clause without the preposition, the verb "be" and the marks that it ends in. */
export function verbEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (
    end > from + 1 &&
    (words.mark(end - 1) !== 0 ||
      PREPOSITIONS.has(words.at(end - 1)) ||
      HELPERS.has(words.at(end - 1)) ||
      ROUGHLY.has(words.at(end - 1)))
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
    (DETERMINERS.has(words.at(start)) || words.isNumber(start) || words.at(start) === 'of')
  )
    start++;
  let to = start;
  while (to < limit && to - start < 10) {
    const word = words.at(to);
    if (isHard(words, to) || (words.mark(to) !== 0 && words.mark(to) !== 0x2d && words.mark(to) !== 0x2f))
      break;
    if (to > start && HELPERS.has(word) && !isRelative(words, start, to)) break;
    if (to > start && VERBS.has(word) && !isRelative(words, start, to)) break;
    if (to > start && (isStop(words, to) || (word === 'and' && isClauseBehind(words, to + 1)))) break;
    to++;
  }
  while (
    to > start &&
    (words.mark(to - 1) !== 0 || PREPOSITIONS.has(words.at(to - 1)) || words.at(to - 1) === 'and')
  )
    to--;
  return to > start ? { from: start, to } : undefined;
}

/** "Looked after" and "looked-after" stop nothing. */
const isStop = (words: Words, i: number): boolean =>
  STOPS.has(words.at(i)) &&
  !(words.at(i) === 'yet' && HELPERS.has(words.at(i - 1))) &&
  !(words.at(i) === 'as' && (words.at(i + 1) === 'a' || words.at(i + 1) === 'an')) &&
  !(words.at(i) === 'after' && (words.at(i - 1) === 'looked' || words.mark(i - 1) === 0x2d));

const NUMBERS = new Set(['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']);

const isClauseBehind = (words: Words, i: number): boolean =>
  words.isNumber(i) ||
  NUMBERS.has(words.at(i)) ||
  PRONOUNS.has(words.at(i)) ||
  DETERMINERS.has(words.at(i)) ||
  ROUGHLY.has(words.at(i));

/** Behind ", the report notes,". */
export function behindAside(words: Words, from: number, limit: number): number {
  const start = afterBracket(words, from, limit);
  if (words.mark(start) !== COMMA) return start;
  const comma = commaFrom(words, start + 1, Math.min(limit, start + 8));
  return comma ? comma + 1 : start;
}

/** What is said, from a token on: noun and verb, up to the end of the clause. */
export function stretch(
  words: Words,
  sentence: ReadSentence,
  from: number,
  limit: number,
  verb = false,
): Range | undefined {
  let start = from;
  while (
    start < limit &&
    (DETERMINERS.has(words.at(start)) || words.at(start) === 'of' || words.mark(start) === COMMA)
  )
    start++;
  while (
    start < limit &&
    (HELPERS.has(words.at(start)) || words.at(start) === 'now' || words.at(start) === 'only')
  )
    start++;
  let to = start;
  const times = timesIn(words, sentence, start, Math.min(limit, start + 24));
  while (to < limit && to - start < LONGEST) {
    const word = words.at(to);
    const mark = words.mark(to);
    if (mark === COMMA) {
      // A list goes on behind a comma; a new clause does not.
      const list =
        to > start &&
        [2, 3, 4, 5].some(
          k =>
            to + k < limit && ['or', 'and'].includes(words.at(to + k)) && !hasVerb(words, to + 1, to + k + 2),
        );
      if (!list || words.at(to + 1) === 'and' || words.at(to + 1) === 'but' || words.at(to + 1) === 'or')
        break;
    } else if (mark !== 0 && mark !== 0x2d && mark !== 0x2f && mark !== 0x2019 && mark !== 0x27) break;
    if (isDash(words, to)) break;
    verb ||= HELPERS.has(word) && !isRelative(words, start, to);
    if (to > start && isStop(words, to) && !(word === 'until' && !verb)) {
      if (word === 'up' && words.at(to + 1) === 'to') {
        to++;
        continue;
      }
      if (
        !['so', 'well', 'making', 'leaving', 'up', 'down', 'as'].includes(word) ||
        ['from', 'by', 'above', 'below', 'on'].includes(words.at(to + 1)) ||
        (isStop(words, to) && word === 'as')
      )
        break;
    }
    if (
      to > start &&
      word === 'and' &&
      (isClauseBehind(words, to + 1) || (verb && hasVerb(words, to + 1, Math.min(limit, to + 6))))
    )
      break;
    const time = times.find(t => t.from === to);
    if (time && to > start && (OPENERS.has(words.at(to - 1)) || verb) && time.to >= limit - 1) break;
    to++;
  }
  while (
    to > start &&
    (words.mark(to - 1) !== 0 ||
      ['and', 'or'].includes(words.at(to - 1)) ||
      (PREPOSITIONS.has(words.at(to - 1)) && to < limit && words.at(to) !== '') ||
      (ROUGHLY.has(words.at(to - 1)) && to === limit))
  )
    to--;
  return to > start ? { from: start, to } : undefined;
}
