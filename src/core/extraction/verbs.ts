import {
  ADVERB,
  ALL,
  AND,
  ARTICLE,
  AUXILIARY,
  BEING,
  classesAt,
  CONTRACTED,
  DETERMINER,
  IRREGULAR,
  isOf,
  JUDGING,
  MODAL,
  NUMERAL,
  PERSON,
  PREPOSITION,
  PRONOUN,
  PRONOUNS,
  STOP,
  TO_OR_LAST,
  VERB,
} from './grammar.js';
import { TIGHT } from '../report/tokens.js';
import { endsIn, isOwner } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** A pronoun, also in "we’ll" and "it’s"; else ''. */
export function pronounAt(words: Words, token: number): string {
  const classes = classesAt(words, token);
  if ((classes & PRONOUNS) === 0) return '';
  const word = words.at(token);
  return (classes & PRONOUN) !== 0 ? word : word.slice(0, word.indexOf("'"));
}

/** Is it a pronoun, also in "we’ll"? */
export const isPronoun = (words: Words, token: number): boolean => isOf(words, token, PRONOUNS);

/** Is the word at a token a verb, as far as its form and its neighbours tell? */
export function isVerbal(words: Words, token: number): boolean {
  const classes = classesAt(words, token);
  if ((classes & (AUXILIARY | VERB | CONTRACTED)) !== 0)
    // “Being healthy”: an area's name; "well-led"; and "the council’s aim".
    return (
      ((classes & BEING) === 0 || !(words.isCapital(token) || isQuote(words, token - 1))) &&
      !isCompound(words, token) &&
      !isOwnedAim(words, token)
    );
  if ((classes & JUDGING) !== 0)
    // "a grade", "the call", "120 grades"
    return (
      !(isOf(words, token - 1, ARTICLE) || (endsIn(words, token, 's') && isCount(words, token - 1))) ||
      endsIn(words, token, 'ed')
    );
  if (!isPlainWord(words, token)) return false;
  // "Inspectors looked at", but not "looked after" or "cases looked at were".
  if (words.at(token) === 'looked') return words.at(token + 1) === 'at' && !isAuxiliary(words, token + 2);
  // "improved to good", "used to be", "needs to", which are no verbs as a rule.
  if (isOf(words, token + 1, TO_OR_LAST) && words.at(token + 1) === 'to' && leadsTo(words, token))
    return true;
  const before = classesAt(words, token - 1);
  // "we want", "they serve": whatever stands behind a pronoun that can be nothing but a subject.
  if ((before & PERSON) !== 0 && (classes & (PREPOSITION | STOP)) === 0)
    return (classes & (ADVERB | AND)) === 0;
  // "would settle"
  if (
    (before & MODAL) !== 0 &&
    (classes & (ADVERB | DETERMINER | PRONOUN)) === 0 &&
    lengthOf(words, token) > 2
  )
    return true;
  return ((classes & IRREGULAR) !== 0 || hasVerbalEnding(words, token)) && isBehindAuxiliary(words, token);
}

const isCount = (words: Words, token: number): boolean =>
  words.isNumber(token) || isOf(words, token, NUMERAL);

const isOwnedAim = (words: Words, token: number): boolean =>
  words.at(token) === 'aim' && (isOf(words, token - 1, ARTICLE) || isOwner(words, token - 1));

/** And "needs to improve to be", but not "the capacity to improve to be". */
const leadsTo = (words: Words, token: number): boolean =>
  LEADING_TO.has(words.reading, token) ||
  (words.at(token) === 'improve' && words.at(token - 1) === 'to' && LEADING_TO.has(words.reading, token - 2));
const LEADING_TO = new WordSet('improved improves used plans needs need slid sank');

/** Does it end a word with a hyphen in it, other than "re-rated"? */
const isCompound = (words: Words, token: number): boolean =>
  words.mark(token - 1) === 0x2d &&
  words.gap(token) === TIGHT &&
  words.gap(token - 1) === TIGHT &&
  words.at(token - 2) !== 're';

const lengthOf = ({ reading: { tokens } }: Words, token: number): number =>
  tokens.end[token]! - tokens.start[token]!;

const isPlainWord = (words: Words, token: number): boolean =>
  token >= 0 && words.isWord(token) && !words.isNumber(token);

/** "-ed", "-ing", "-en", "-ne", "-wn". */
function hasVerbalEnding(words: Words, token: number): boolean {
  const { text, tokens } = words.reading;
  const end = tokens.end[token]!;
  if (end - tokens.start[token]! < 2) return false;
  const last = text.charCodeAt(end - 1) | 0x20;
  const before = text.charCodeAt(end - 2) | 0x20;
  if (last === 0x64) return before === 0x65;
  if (last === 0x6e) return before === 0x65 || before === 0x77;
  if (last === 0x65) return before === 0x6e;
  return last === 0x67 && endsIn(words, token, 'ing');
}

/** "was basking", "has since been re-rated" */
function isBehindAuxiliary(words: Words, token: number): boolean {
  let before = token - 1;
  while (before > token - 4 && (isAdverb(words, before) || endsIn(words, before, 'ly'))) before--;
  return isAuxiliary(words, before);
}

/** Does the word belong to a group of verbs: "was then also found not to"? */
function isInGroup(words: Words, token: number): boolean {
  const mark = words.mark(token);
  // "re-rated"
  if (mark !== 0) return QUOTES.has(mark) || (mark === 0x2d && words.at(token - 1) === 're');
  const classes = classesAt(words, token);
  if ((classes & ADVERB) !== 0 || isVerbal(words, token)) return true;
  if ((classes & TO_OR_LAST) !== 0) return words.at(token) === 'to' || isVerbal(words, token + 1);
  return endsIn(words, token, 'ly')
    ? words.at(token) !== 'family'
    : words.mark(token + 1) === 0x2d && words.at(token) === 're';
}

export const QUOTES = new Set([0x201c, 0x2018, 0x22, 0x201d, 0x2019, 0x27]);
export const isQuote = (words: Words, token: number): boolean => QUOTES.has(words.mark(token));
export const isJudging = (words: Words, token: number): boolean => isOf(words, token, JUDGING);
export const isAuxiliary = (words: Words, token: number): boolean => isOf(words, token, AUXILIARY);
export const isAdverb = (words: Words, token: number): boolean => isOf(words, token, ADVERB);
export const isPreposition = (words: Words, token: number): boolean => isOf(words, token, PREPOSITION);
export const isAll = (words: Words, token: number): boolean => isOf(words, token, ALL);
/** "Which", "who", "that". */
export const isRelative = (words: Words, token: number): boolean =>
  isOf(words, token, STOP) && RELATIVES.has(words.at(token));
const RELATIVES = new Set(['which', 'who', 'that']);
export const isDeterminer = (words: Words, token: number): boolean => isOf(words, token, DETERMINER);

/** First token of the group of verbs that ends before `end`. */
export function groupStart(words: Words, low: number, end: number): number {
  let start = end;
  while (start > low && isInGroup(words, start - 1)) {
    if (start === end && words.at(start - 1) === 'at') break;
    start--;
    // "has been self-assessed as"
    if (start - 2 > low && words.mark(start - 1) === 0x2d && words.at(start - 2) === 'self') start -= 2;
  }
  return start;
}
