import { hasVerb, isDash, isRelative, type Range } from './clause.js';
import { agesTo, isClauseBehind, isStop, LONGEST } from './nounPhrases.js';
import type { ReadSentence } from './reading.js';
import {
  AND,
  DETERMINERS,
  HELPERS,
  isOn,
  listsAt,
  OPENERS,
  PREPOSITIONS,
  ROUGHLY,
  STOPS,
} from './shareWords.js';
import { type Time, timesIn } from './times.js';
import type { Words } from './words.js';

const COMMA = 0x2c;

/** What is said, from a token on: noun and verb, up to the end of the clause. `verb`: whether the verb stood before it. */
export function stretch(
  words: Words,
  sentence: ReadSentence,
  from: number,
  limit: number,
  verb = false,
): Range | undefined {
  const start = saidFrom(words, from, limit);
  let times: readonly Time[] | undefined;
  let to = agesTo(words, start) ?? start;
  while (to < limit && to - start < LONGEST) {
    const mark = words.mark(to);
    if (mark === COMMA) {
      if (to === start || !goesOnAsList(words, to, limit)) break;
    } else if (mark !== 0 && !isInWord(mark)) break;
    if (mark !== 0 && isDash(words, to)) break;
    const lists = listsAt(words, to, HELPERS | STOPS | AND);
    verb ||= (lists & HELPERS) !== 0 && !isRelative(words, start, to);
    if (to > start) {
      if ((lists & STOPS) !== 0 && isStop(words, to)) {
        const word = words.at(to);
        // "Up to" is no end, and neither is "until" where it goes before the verb.
        if (word === 'up' && words.at(to + 1) === 'to') {
          to++;
          continue;
        }
        if ((word !== 'until' || verb) && !staysOn(word, words.at(to + 1))) break;
      }
      if (
        (lists & AND) !== 0 &&
        (isClauseBehind(words, to + 1) || (verb && hasVerb(words, to + 1, Math.min(limit, to + 6))))
      )
        break;
      if (verb || isOn(words, to - 1, OPENERS)) {
        times ??= timesIn(words, sentence, start, Math.min(limit, start + 24));
        if (times.some(t => t.from === to && t.to >= limit - 1)) break;
      }
    }
    to++;
  }
  while (to > start && isLoose(words, to - 1, limit)) to--;
  return to > start ? { from: start, to } : undefined;
}

/** Behind the article, and the verb "be", that what is said may begin with. */
function saidFrom(words: Words, from: number, limit: number): number {
  let start = from;
  while (
    start < limit &&
    (words.mark(start) === COMMA || isOn(words, start, DETERMINERS) || words.at(start) === 'of')
  )
    start++;
  while (
    start < limit &&
    (isOn(words, start, HELPERS) || words.at(start) === 'now' || words.at(start) === 'only')
  )
    start++;
  return start;
}

/** A hyphen, a slash or an apostrophe. */
const isInWord = (mark: number): boolean =>
  mark === 0x2d || mark === 0x2f || mark === 0x2019 || mark === 0x27;

/** A list goes on behind a comma; a new clause does not. */
function goesOnAsList(words: Words, comma: number, limit: number): boolean {
  const next = words.at(comma + 1);
  if (next === 'and' || next === 'but' || next === 'or') return false;
  for (let k = comma + 2; k <= comma + 5 && k < limit; k++)
    if ((isOn(words, k, AND) || words.at(k) === 'or') && !hasVerb(words, comma + 1, k + 2)) return true;
  return false;
}

/** "So", "well", "up" and the like end nothing, but for "up from" and "down by". */
const staysOn = (word: string, next: string): boolean =>
  (word === 'so' ||
    word === 'well' ||
    word === 'making' ||
    word === 'leaving' ||
    word === 'up' ||
    word === 'down') &&
  next !== 'from' &&
  next !== 'by' &&
  next !== 'above' &&
  next !== 'below' &&
  next !== 'on';

/** Is the last token only a mark, or a word that joins what is said to what follows? */
function isLoose(words: Words, last: number, limit: number): boolean {
  if (words.mark(last) !== 0) return true;
  const lists = listsAt(words, last);
  if ((lists & AND) !== 0 || words.at(last) === 'or') return true;
  if ((lists & PREPOSITIONS) !== 0 && last + 1 < limit && words.at(last + 1) !== '') return true;
  return (lists & ROUGHLY) !== 0 && last + 1 === limit;
}
