import { isMonth } from './dates.js';
import { afterBracket } from './nounPhrases.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import {
  AND,
  CONJUNCTIONS,
  DETERMINERS,
  HELPERS,
  isOn,
  listsAt,
  OPENERS,
  PREPOSITIONS,
  PRONOUNS,
  SAYING,
  STOPS,
  VERBS,
} from './shareWords.js';
import { isDuration } from './timeAt.js';
import { firstTime } from './times.js';
import type { Words } from './words.js';

/** What a share is a share of, as it stands behind it: where it begins, and whether it only points back ("of them"). */
export interface Whole {
  readonly from: number;
  readonly pronoun: boolean;
}

/** What stands behind "of", or behind a ratio: "one in five plans". */
export function wholeBehind(words: Words, share: Share, limit: number): Whole | undefined {
  // "two thirds (64%) of respondents"
  const to = afterBracket(words, share.to, share.to + 8);
  if (words.at(to) === 'of') {
    let from = to + 1;
    while (from < limit && (words.at(from) === 'all' || words.at(from) === 'the')) from++;
    const pronoun = isPronoun(words, from);
    return { from: pronoun ? from + 1 : to + 1, pronoun };
  }
  // "one council in four": the noun stands within.
  return share.form === 'fraction' && isNounAt(words, to, limit) ? { from: to, pronoun: false } : undefined;
}

const POINTING = new Set(['which', 'whom', 'them', 'us', 'you', 'these']);

const isPronoun = (words: Words, i: number): boolean =>
  POINTING.has(words.at(i)) ||
  (words.at(i) === 'those' && (isOn(words, i + 1, HELPERS) || words.mark(i + 1) !== 0));

const NO_NOUNS = HELPERS | STOPS | VERBS | PREPOSITIONS | OPENERS | PRONOUNS | CONJUNCTIONS | SAYING | AND;
const NAMES = new Set(['children', 'people', 'staff', 'women', 'men']);

/** Does a noun stand behind a fraction in words? */
function isNounAt(words: Words, i: number, limit: number): boolean {
  if (i >= limit || words.mark(i) !== 0 || words.isNumber(i) || isOn(words, i, NO_NOUNS)) return false;
  const word = words.at(i);
  if (word === 'or' || (/(ly|ed|ago|earlier)$/.test(word) && words.at(i + 1) !== 'after')) return false;
  // "… were good, and seven in ten poor": one word that ends the clause, and names no things, is what is said.
  const isLast = words.mark(i + 1) !== 0 || words.at(i + 1) === '';
  return !isLast || word.endsWith('s') || NAMES.has(word);
}

const UNSAID = new Set(['or', 'to', 'it', 'than']);

/** Is anything said of the share behind it ("58% were late", "7% inadequate"), and not just when or against what? */
export function isSaid(words: Words, sentence: ReadSentence, share: Share, limit: number): boolean {
  if (share.form === 'points') return false;
  const from = afterBracket(words, share.to, limit);
  if (from >= limit || words.mark(from) !== 0 || words.isNumber(from)) return false;
  const lists = listsAt(words, from);
  if ((lists & (STOPS | AND)) !== 0) return false;
  const word = words.at(from);
  if (UNSAID.has(word) || isMonth(word) || isDuration(words, from, limit)) return false;
  const time = firstTime(words, sentence, from, Math.min(limit, from + 6), from + 3);
  return !time || (time.from > from && (lists & (OPENERS | DETERMINERS)) === 0);
}
