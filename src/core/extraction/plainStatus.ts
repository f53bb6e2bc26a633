import { CELL } from '../report/tokens.js';
import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { isMonth, isYear } from './dates.js';
import type { Status } from './finding.js';
import { gradeFirst, NONE } from './gradeFirst.js';
import { isOf, WORTH } from './grammar.js';
import { hopeBefore } from './plainHope.js';
import type { ReadSentence } from './reading.js';
import { AGO, isOnTimes, MONTHS, NUMBERS, SEASONS, UNITS } from './timeWords.js';
import { isQuote } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const ANOTHER_BODY = placeOf('another-body');
const SPANS = new WordSet('years year decade months');
/** Tokens between "years" and its "since". */
const REACH = 4;

/** What a grade's status is beyond doubt, and the words that say so: tokens `[from, to)`. */
export interface Plain {
  readonly status: Status;
  readonly from: number;
  readonly to: number;
}

type Grade = Pick<Mention, 'from' | 'to'>;

/**
 * What stands straight before or behind a grade and leaves no doubt: "good last time", "lost its good rating", "expected
 * to be good", "used to be good", "stuck at good since 2018". `visit`: of a report that gives no grades itself, so that
 * what holds now was given before.
 */
export function plainStatus(
  words: Words,
  sentence: ReadSentence,
  grade: Grade,
  grades: readonly Grade[],
  visit: boolean,
): Plain | undefined {
  const start = beforeArticle(words, sentence, grade.from);
  return (
    noneBehind(words, sentence, grade) ??
    timeBehind(words, grade, visit) ??
    (visit || grades.length > 1 ? undefined : newsBefore(words, sentence, start)) ??
    sinceYear(words, grade) ??
    yearsSince(words, sentence, grade) ??
    lostBefore(words, start, grade) ??
    outOf(words, sentence, start, grade) ??
    wayUp(words, sentence, start) ??
    hopeBefore(words, sentence, start) ??
    usedToBe(words, start) ??
    (visit ? undefined : nowBefore(words, start, grade)) ??
    untilNow(words, sentence, grade, grades) ??
    nextDoor(sentence, grade)
  );
}

const LEAN = new WordSet('a an the overall rated judged graded deemed branded declared');

/** Where a grade begins with its quotation mark, its article and "rated". */
function beforeArticle(words: Words, { from }: ReadSentence, grade: number): number {
  let at = grade;
  while (at > from && (isQuote(words, at - 1) || LEAN.has(words.reading, at - 1))) at--;
  return at;
}

/** "Inadequate: none", "Inadequate   None", "outstanding in none" */
function noneBehind(words: Words, sentence: ReadSentence, { from, to }: Grade): Plain | undefined {
  if (words.at(to) === 'in' && NONE.has(words.reading, to + 1))
    return { status: 'negated', from: to, to: to + 2 };
  const filled = words.gap(to) === CELL || words.mark(to) === 0x7c;
  if (filled && from === sentence.from && sentence.to - to < 4) {
    const none = words.mark(to) === 0x7c ? to + 1 : to;
    return NONE.has(words.reading, none) ? { status: 'negated', from: none, to: none + 1 } : undefined;
  }
  const line = words.mark(to) === 0x3a ? gradeFirst(words, sentence) : undefined;
  return line?.none ? { status: 'negated', from: line.from, to: line.to } : undefined;
}

const NAMES = new WordSet('overall rating grade judgement verdict status');
/** Behind a grade, its noun and a quotation mark. */
function afterNoun(words: Words, { to }: Grade): number {
  let at = to;
  while (at < to + 3 && (isQuote(words, at) || NAMES.has(words.reading, at))) at++;
  return at;
}

/** "good this time", "good last summer", "inadequate two years ago", "good at its last inspection". */
function timeBehind(words: Words, grade: Grade, visit: boolean): Plain | undefined {
  const at = afterNoun(words, grade);
  const [first, second] = [words.at(at), words.at(at + 1)];
  const plain = (status: Status, length: number): Plain => ({ status, from: at, to: at + length });
  if (first === 'no' && second === 'longer') return plain('negated', 2);
  if (first === 'this' && second === 'time') return visit ? undefined : plain('current', 2);
  if (first === 'today' && !visit) return plain('current', 1);
  const last = first === 'by' ? at + 2 : at;
  if (words.at(last) === 'last' && (isOnTimes(words, last + 1, SEASONS) || LAST.has(words.reading, last + 1)))
    return { status: 'previous', from: last, to: last + 2 };
  const counted = words.isNumber(at) || isOnTimes(words, at, NUMBERS);
  if (
    counted &&
    isOnTimes(words, at + 1, UNITS) &&
    isOnTimes(words, at + 2, AGO) &&
    words.at(at + 2) !== 'on'
  )
    return plain('previous', 3);
  const which = first === 'at' || first === 'in' ? at + 2 : -1;
  if (which > 0 && EARLIER.has(words.reading, which) && VISITS.has(words.reading, which + 1))
    return plain('previous', which + 2 - at);
  return undefined;
}
const LAST = new WordSet('time year');
const EARLIER = new WordSet('last previous earlier');
const VISITS = new WordSet('inspection inspections visit report');

/** "Last week the home was rated good", "Yesterday the council was judged inadequate": news, and so of now. */
function newsBefore(words: Words, { from }: ReadSentence, start: number): Plain | undefined {
  const lately = LATELY.has(words.reading, from)
    ? 1
    : words.at(from) === 'last' && DAYS.has(words.reading, from + 1)
      ? 2
      : 0;
  return lately > 0 && WAS.has(words.reading, start - 1) && start - from < NEAR
    ? { status: 'current', from, to: from + lately }
    : undefined;
}
const LATELY = new WordSet('yesterday today');
const DAYS = new WordSet('week month night monday tuesday wednesday thursday friday');
/** In tokens. */
const NEAR = 14;

function sinceYear(words: Words, { to }: Grade): Plain | undefined {
  const at = isQuote(words, to) ? to + 1 : to;
  if (words.at(at) !== 'since') return undefined;
  const year = isMonth(words.at(at + 1)) ? at + 2 : at + 1;
  return words.isNumber(year) && isYear(words, year)
    ? { status: 'previous', from: at, to: year + 1 }
    : undefined;
}

/** "It is two years this week since Ofsted declared them inadequate", "has improved since it was rated inadequate". */
function yearsSince(words: Words, sentence: ReadSentence, { from }: Grade): Plain | undefined {
  for (let i = sentence.from + 1; i < from - 1 && i < sentence.from + 12; i++) {
    if (words.at(i) !== 'since' || words.at(i + 1) === 'then') continue;
    for (let k = i - 1; k >= Math.max(sentence.from, i - REACH); k--)
      if (SPANS.has(words.reading, k)) return { status: 'previous', from: k, to: i + 1 };
    if (from - i <= REACH + 1 && WAS.has(words.reading, i + 2) && PRONOUNS.has(words.reading, i + 1))
      return { status: 'previous', from: i, to: i + 3 };
  }
  return undefined;
}
const WAS = new WordSet('was were');
const PRONOUNS = new WordSet('it they we he she');

const LOSING = new WordSet('lost loses lose losing shed sheds shedding');
const OWN = new WordSet('its their our');

/** "has lost its outstanding rating", "stripped of its good grade", "narrowly escaped an inadequate judgement" */
function lostBefore(words: Words, start: number, grade: Grade): Plain | undefined {
  const lost = (length: number): Plain => ({ status: 'negated', from: start - length, to: start });
  if (OWN.has(words.reading, start - 1)) {
    if (LOSING.has(words.reading, start - 2)) return lost(2);
    if (words.at(start - 2) === 'off' && SHAKEN.has(words.reading, start - 3)) return lost(3);
    // "stripped of its good grade", "stripped the council of its good grade"
    if (words.at(start - 2) !== 'of') return undefined;
    for (let i = start - 3; i > start - 8; i--) if (STRIPPED.has(words.reading, i)) return lost(start - i);
    return undefined;
  }
  const isNamed = isOf(words, grade.to, WORTH) || isOf(words, grade.to + 1, WORTH);
  if (LOSING.has(words.reading, start - 1)) return isNamed ? lost(1) : undefined;
  return ESCAPING.has(words.reading, start - 1) ||
    (words.at(start - 1) === 'on' && words.at(start - 2) === 'out')
    ? lost(1)
    : undefined;
}
const SHAKEN = new WordSet('shaken shakes shake shrugged thrown');
const STRIPPED = new WordSet('stripped strips');
const ESCAPING = new WordSet('escaped escapes avoided avoids dodged dodges');

/** "lifted out of inadequate", "Wexby out of ‘inadequate’ at last": where it has come from, unless it has still to get out. */
function outOf(words: Words, { from }: ReadSentence, start: number, { to }: Grade): Plain | undefined {
  if (words.at(start - 1) !== 'of' || words.at(start - 2) !== 'out') return undefined;
  if (isDue(words, isQuote(words, to) ? to + 1 : to)) return undefined;
  for (let i = start - 3; i >= Math.max(from, start - 12) && words.isWord(i); i--)
    if (STILL.has(words.reading, i)) return undefined;
  return { status: 'previous', from: start - 2, to: start };
}
const STILL = new WordSet('to will would must should can cannot could getting way want wants wanted');

/** "in between it had clawed its way up to requires improvement": what it had got to by then. */
function wayUp(words: Words, { from }: ReadSentence, start: number): Plain | undefined {
  if (words.at(start - 1) !== 'to') return undefined;
  let way = start - 2;
  while (way > start - 5 && UP.has(words.reading, way)) way--;
  if (words.at(way) !== 'way') return undefined;
  for (let i = way - 1; i >= Math.max(from, way - 4); i--)
    if (words.at(i) === 'had') return { status: 'previous', from: i, to: start };
  return undefined;
}
const UP = new WordSet('up back');

/** "by next summer", "within a year" */
const isDue = (words: Words, at: number): boolean =>
  words.at(at) === 'within' ||
  (words.at(at) === 'by' &&
    (words.isNumber(at + 1) || words.at(at + 1) === 'next' || isOnTimes(words, at + 1, SEASONS | MONTHS)));

const FORMERLY = new WordSet('formerly previously once');
const FORMER = new WordSet('former previous earlier');

/** "used to be outstanding", "was previously inadequate", "its previous rating of good" */
function usedToBe(words: Words, start: number): Plain | undefined {
  if (FORMERLY.has(words.reading, start - 1)) return { status: 'previous', from: start - 1, to: start };
  if (words.at(start - 1) === 'of' && isOf(words, start - 2, WORTH) && FORMER.has(words.reading, start - 3))
    return { status: 'previous', from: start - 3, to: start };
  return words.at(start - 1) === 'be' && words.at(start - 2) === 'to' && words.at(start - 3) === 'used'
    ? { status: 'previous', from: start - 3, to: start }
    : undefined;
}

const NOW = new WordSet('now today');
const IS = new WordSet('is are');
const HAS = new WordSet('has have');

/** "is now good", "today it is inadequate", "has been rated good": what says so ends at token `start`. */
function nowBefore(words: Words, start: number, { to }: Grade): Plain | undefined {
  // "have been good since last summer" tells of how long, "rated good by inspectors" of what is new.
  if (words.at(start - 1) === 'been' && HAS.has(words.reading, start - 2) && !isSince(words, to))
    return { status: 'current', from: start - 2, to: start };
  return isNow(words, start);
}

/** The same, said of now as against before. */
function isNow(words: Words, start: number): Plain | undefined {
  // "was this time found to be good"
  for (let i = start - 2; i > start - 6; i--)
    if (words.at(i) === 'this' && words.at(i + 1) === 'time' && WAS.has(words.reading, i - 1))
      return { status: 'current', from: i, to: i + 2 };
  if (NOW.has(words.reading, start - 1) && IS.has(words.reading, start - 2))
    return { status: 'current', from: start - 2, to: start };
  // "has now been rated good"
  if (words.at(start - 1) === 'been' && NOW.has(words.reading, start - 2))
    return { status: 'current', from: start - 2, to: start };
  // "has since been rated good", "has since improved to good"
  for (let i = start - 1; i > start - 5; i--)
    if (words.at(i) === 'since' && HAS.has(words.reading, i - 1))
      return { status: 'current', from: i - 1, to: i + 1 };
  const is = IS.has(words.reading, start - 1);
  return is && PRONOUNS.has(words.reading, start - 2) && NOW.has(words.reading, start - 3)
    ? { status: 'current', from: start - 3, to: start }
    : undefined;
}

function isSince(words: Words, to: number): boolean {
  for (let i = to; i < to + 7; i++) if (words.at(i) === 'since') return true;
  return false;
}

/** "was good; it is now inadequate": another grade has taken its place. */
function untilNow(
  words: Words,
  sentence: ReadSentence,
  grade: Grade,
  grades: readonly Grade[],
): Plain | undefined {
  // "Until last week the home was rated inadequate."
  if (words.at(sentence.from) === 'until' && grade.from === grades[0]?.from) {
    const verb = beforeArticle(words, sentence, grade.from) - 1;
    if (WAS.has(words.reading, verb) && !hasComma(words, sentence.from, verb))
      return { status: 'previous', from: sentence.from, to: sentence.from + 1 };
  }
  if (grades.length !== 2 || grade.from !== grades[0]!.from) return undefined;
  const start = beforeArticle(words, sentence, grade.from);
  if (!WAS.has(words.reading, start - 1) && start > sentence.from) return undefined;
  const next = grades[1]!;
  const later = isNow(words, beforeArticle(words, sentence, next.from));
  return later && { ...later, status: 'previous' };
}

function hasComma(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.mark(i) === 0x2c) return true;
  return false;
}

/** "Next door, Wexby is good." */
function nextDoor({ from, mentions }: ReadSentence, grade: Grade): Plain | undefined {
  const body = mentions.find(m => m.place === ANOTHER_BODY && m.from === from && m.to < grade.from);
  return body && { status: 'other', from, to: body.to };
}

/** "has become only the second authority to be judged outstanding": it is so now. */
export function becameFirst(words: Words, { from }: ReadSentence, { from: grade }: Grade): Plain | undefined {
  for (let i = Math.max(from + 1, grade - NEAR); i < grade; i++) {
    const became = words.at(i) === 'became' || (words.at(i) === 'become' && HAS.has(words.reading, i - 1));
    if (became && RANKS.hasAny(words.reading, i + 1, Math.min(grade, i + 4)))
      return { status: 'current', from: i, to: i + 1 };
  }
  return undefined;
}
const RANKS = new WordSet('first second third fourth only latest');

/**
 * "would have been outstanding under the old rules", "Had they looked at fostering alone, we would be good": no
 * inspection has said so.
 */
export function neverGiven(words: Words, sentence: ReadSentence, grade: Grade): Plain | undefined {
  const start = beforeArticle(words, sentence, grade.from);
  const been = words.at(start - 1);
  let would = start - 2;
  if (been === 'been' && words.at(would) === 'have') would--;
  else if (been !== 'be' || words.at(sentence.from) !== 'had') return undefined;
  if (SOFTENING.has(words.reading, would)) would--;
  if (!WOULD.has(words.reading, would) && !words.at(would).endsWith("'d")) return undefined;
  return { status: 'other', from: would, to: start };
}
const WOULD = new WordSet('would might could');
const SOFTENING = new WordSet('well probably easily surely still again now');
