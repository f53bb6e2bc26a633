import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { datesIn } from './dates.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { type Dates, timeAt } from './timeAt.js';
import { BEGINNINGS, isOnTimes, LENGTHS } from './timeWords.js';
import { endsIn } from './wordClasses.js';
import type { Words } from './words.js';

export interface Time {
  readonly from: number;
  readonly to: number;
}

const PERIOD = placeOf('period');
const NONE: readonly Mention[] = [];

/** Every time named among tokens `[from, to)`, in order: dates, and phrases of a unit, a season or an event. */
export function timesIn(
  words: Words,
  sentence: ReadSentence,
  from: number,
  to: number,
  joins = true,
): readonly Time[] {
  const search = new Search(words, sentence, from, to, joins);
  const times: Time[] = [];
  for (let time = search.next(from, to); time; time = search.next(time.to, to)) times.push(time);
  return times;
}

/** The first of them, if it begins before `within`. */
export const firstTime = (
  words: Words,
  sentence: ReadSentence,
  from: number,
  to: number,
  within = to,
  joins = true,
): Time | undefined => {
  // Most searches look at one or two words, and most of those begin no time.
  let at = from;
  if (!hasCategory(sentence, PERIOD)) while (at < within && at < to && !mayBegin(words, at)) at++;
  return at < within && at < to ? new Search(words, sentence, from, to, joins).next(at, within) : undefined;
};

/** Whether a time other than a phrase of the lexicon may begin at a token. */
const mayBegin = (words: Words, i: number): boolean => words.isNumber(i) || isOnTimes(words, i, BEGINNINGS);

/** Looks for times from the left to the right; for dates only where a word or number is met that a time may begin with. */
class Search {
  readonly #phrases: readonly Mention[];
  /** The next of the phrases. */
  #phrase = 0;
  #dates: Dates | undefined;

  /** `joins`: whether "between April and September" is one time. */
  constructor(
    readonly words: Words,
    sentence: ReadSentence,
    readonly from: number,
    readonly to: number,
    readonly joins: boolean,
  ) {
    this.#phrases = hasCategory(sentence, PERIOD) ? mentionsOf(sentence, 'period', from, to) : NONE;
  }

  /** The first time that begins among tokens `[from, within)`. */
  next(from: number, within: number): Time | undefined {
    const { words, to } = this;
    for (let i = from; i < within && i < to; i++) {
      const phrase = this.#phrases.length > 0 ? this.#phraseEnd(i) : 0;
      if (phrase === 0 && !mayBegin(words, i)) continue;
      const dates = (this.#dates ??= datesIn(words, this.from, to));
      // "in January" may go on: "in January 2017".
      const more = phrase > i + 1 ? timeAt(words, dates, i + 1, to, true) : 0;
      const end = Math.max(timeAt(words, dates, i, to, true), phrase, more);
      if (end <= i) continue;
      const isJoined = this.joins && words.at(i - 1) === 'between' && words.at(end) === 'and';
      return { from: i, to: isJoined ? Math.max(end, timeAt(words, dates, end + 1, to, false)) : end };
    }
    return undefined;
  }

  /** End of the longest phrase for a time that begins at a token; 0 if none does. */
  #phraseEnd(i: number): number {
    let end = 0;
    for (; this.#phrase < this.#phrases.length; this.#phrase++) {
      const { from, to } = this.#phrases[this.#phrase]!;
      if (from > i) break;
      const isTime = !endsIn(this.words, to - 1, "'s") && !isLength(this.words, i) && !isUpTo(this.words, i);
      if (from === i && to > end && isTime) end = to;
    }
    return end;
  }
}

/** "An up-to-date plan" */
const isUpTo = (words: Words, i: number): boolean =>
  words.at(i) === 'to' && words.at(words.mark(i - 1) === 0x2d ? i - 2 : i - 1) === 'up';

/** "Within a year", "more than a month": how long, and not when. */
const isLength = (words: Words, i: number): boolean =>
  words.at(i) === 'a' && isOnTimes(words, i - 1, LENGTHS) && words.at(i + 2) !== 'ago';
