import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { isMonth, isYear } from './dates.js';
import type { Status } from './finding.js';
import type { ReadSentence } from './reading.js';
import { isOnTimes, SEASONS } from './timeWords.js';
import { isQuote } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const ANOTHER_BODY = placeOf('another-body');
const SPANS = new WordSet('years year decade months');
/** Tokens between "years" and its "since". */
const REACH = 4;

/** Why a grade is none that this text reports, and what it is instead: tokens `[from, to)`. */
export interface Instead {
  readonly status: Extract<Status, 'previous' | 'other'>;
  readonly from: number;
  readonly to: number;
}

/** "stuck at good since 2018", "judged good last summer", "three years since it was good", "Next door, Wexby is good". */
export function neverCurrent(
  words: Words,
  sentence: ReadSentence,
  grade: Pick<Mention, 'from' | 'to'>,
): Instead | undefined {
  return (
    sinceYear(words, grade) ??
    lastSeason(words, grade) ??
    yearsSince(words, sentence, grade) ??
    nextDoor(sentence, grade)
  );
}

function sinceYear(words: Words, { to }: Pick<Mention, 'to'>): Instead | undefined {
  const at = isQuote(words, to) ? to + 1 : to;
  if (words.at(at) !== 'since') return undefined;
  const year = isMonth(words.at(at + 1)) ? at + 2 : at + 1;
  return words.isNumber(year) && isYear(words, year)
    ? { status: 'previous', from: at, to: year + 1 }
    : undefined;
}

function lastSeason(words: Words, { to }: Pick<Mention, 'to'>): Instead | undefined {
  const at = words.at(to) === 'by' ? to + 2 : to;
  return words.at(at) === 'last' && (isOnTimes(words, at + 1, SEASONS) || words.at(at + 1) === 'year')
    ? { status: 'previous', from: at, to: at + 2 }
    : undefined;
}

/** "It is two years this week since Ofsted declared them inadequate." */
function yearsSince(
  words: Words,
  sentence: ReadSentence,
  { from }: Pick<Mention, 'from'>,
): Instead | undefined {
  for (let i = sentence.from + 1; i < from - 1 && i < sentence.from + 12; i++) {
    if (words.at(i) !== 'since' || words.at(i + 1) === 'then') continue;
    for (let k = i - 1; k >= Math.max(sentence.from, i - REACH); k--)
      if (SPANS.has(words.reading, k)) return { status: 'previous', from: k, to: i + 1 };
  }
  return undefined;
}

function nextDoor({ from, mentions }: ReadSentence, grade: Pick<Mention, 'from'>): Instead | undefined {
  const body = mentions.find(m => m.place === ANOTHER_BODY && m.from === from && m.to < grade.from);
  return body && { status: 'other', from, to: body.to };
}
