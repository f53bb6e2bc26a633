import type { Quote } from './finding.js';
import { roughlyFrom } from './nounPhrases.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import { NO_DATES, timeAt } from './timeAt.js';
import { firstTime, type Time, timesIn } from './times.js';
import { isOnTimes, LEADING, NOW, TURNS } from './timeWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** When the figure is of: the nearest time behind it in its clause, before the next share; else that before it. */
export function periodOf(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  previous: Share | undefined,
  next: Share | undefined,
): Quote | undefined {
  const range = spanOfMany(words, sentence, share, previous, next);
  if (range) return quoteOf(words, range);
  const head = headOf(words, sentence, share);
  if (head) return quoteOf(words, head);
  let end = Math.min(sentence.to, next?.from ?? sentence.to, share.to + 28);
  // "Baseline 27%, now 22%": the time is the next figure's.
  if (next && isOnTimes(words, next.from - 1, NOW)) end = Math.min(end, next.from - 1);
  for (let i = share.to; i < end; i++) if (endsClause(words, i, next)) end = i;
  if (words.at(share.to) === 'for') {
    const direct =
      firstTime(words, sentence, share.to + 1, end, share.to + 2)?.to ??
      timeAt(words, NO_DATES, share.to + 1, end, false);
    if (direct > 0) return quoteOf(words, { from: share.to + 1, to: direct });
  }
  const first = timesOf(words, sentence, share.to, end).find(time => !isOfAnother(words, time));
  const front = first && frontOf(words, sentence, share, previous, first);
  if (front) return quoteOf(words, front);
  if (first && !isOfNext(words, first, next)) return quoteOf(words, first);
  if (previous && isMovedTo(words, sentence, previous, share)) return undefined;
  let start = Math.max(sentence.from, previous?.to ?? sentence.from, share.from - 30);
  // "reviews looked at in the year to June: 54%"
  const until = words.mark(share.from - 1) === 0x3a ? share.from - 1 : share.from;
  for (let i = until - 1; i >= start; i--) if (isClauseMark(words.mark(i))) start = i + 1;
  const last = timesOf(words, sentence, start, until).at(-1);
  return last && quoteOf(words, last);
}

/** The times among tokens `[from, to)` but for how often running it was so. */
function timesOf(words: Words, sentence: ReadSentence, from: number, to: number): readonly Time[] {
  const times = timesIn(words, sentence, from, to);
  return times.some(time => isRun(words, time)) ? times.filter(time => !isRun(words, time)) : times;
}

/** "for the third quarter running", "for the fourth year in a row" */
const isRun = (words: Words, { to }: Time): boolean =>
  words.at(to) === 'running' ||
  (words.at(to) === 'in' && words.at(to + 1) === 'a' && words.at(to + 2) === 'row');

/** "the same as last year", "unchanged from the previous quarter": what the figure is as high as. */
function isOfAnother(words: Words, { from }: Time): boolean {
  const link = words.at(from - 1) === 'in' ? from - 2 : from - 1;
  if (words.at(link) === 'as') return words.at(link - 1) === 'same';
  return words.at(link - 1) === 'unchanged' && FROM.has(words.reading, link);
}
const FROM = new WordSet('from on');

/** "from 71% in May to 94%": the time between the two is the first figure’s. */
const isMovedTo = (words: Words, { from }: ReadSentence, previous: Share, share: Share): boolean =>
  words.at(roughlyFrom(words, share.from, previous.to) - 1) === 'to' &&
  words.at(roughlyFrom(words, previous.from, from) - 1) === 'from';

/** "In 2016 41% were on time, and last month it was 83%": the time before it, where what follows is another clause’s. */
function frontOf(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  previous: Share | undefined,
  first: Time,
): Time | undefined {
  if (!isJoined(words, share.to, first.from)) return undefined;
  const link = roughlyFrom(words, share.from, previous?.to ?? sentence.from);
  const low = Math.max(previous?.to ?? sentence.from, link - LONGEST_FRONT);
  const last = timesIn(words, sentence, low, link).at(-1);
  return last && (last.to === link || (last.to === link - 1 && words.mark(last.to) === 0x2c))
    ? last
    : undefined;
}
/** In tokens. */
const LONGEST_FRONT = 8;

/** Is there a new clause between the two? */
function isJoined(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words.at(i) === 'and' || words.at(i) === 'but') return true;
  return false;
}

/** "14% of posts, in 2018 19%": a time straight before the next figure is that figure’s. */
const isOfNext = (words: Words, time: Time, next: Share | undefined): boolean =>
  next !== undefined && time.to === next.from && words.mark(time.from - 2) === 0x2c;

/** "(2024: 88%, 2023: 74%)": a time and nothing else before the colon. */
function headOf(words: Words, sentence: ReadSentence, share: Share): Time | undefined {
  const to = share.from - 1;
  if (words.mark(to) !== 0x3a) return undefined;
  let start = to;
  while (start > sentence.from && to - start < LONGEST_HEAD && isHeadWord(words, start - 1)) start--;
  if (start === to) return undefined;
  if (start + LONGEST_HEAD > to && timeAt(words, NO_DATES, start, to, false) === to)
    return { from: start, to };
  const last = timesIn(words, sentence, start, to).at(-1);
  // "Contacts turned round in one day: 93%" has another head.
  return last?.to === to && (last.from === sentence.from || !words.isWord(last.from - 1)) ? last : undefined;
}
/** Also the marks within "2011/12" and "2013–14". */
const isHeadWord = (words: Words, token: number): boolean =>
  words.isWord(token) || [0x2f, 0x2d, 0x2013].includes(words.mark(token));
/** In tokens. */
const LONGEST_HEAD = 5;

/** "from 6.9% to 3.8% between 2009 and 2012": the first date is the first figure's. */
function spanOfMany(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  previous: Share | undefined,
  next: Share | undefined,
): Time | undefined {
  const isFirst = next !== undefined && next.from - share.to <= 3 && words.at(next.from - 1) === 'to';
  const isSecond =
    previous !== undefined && share.from - previous.to <= 3 && words.at(share.from - 1) === 'to';
  if (!isFirst && !isSecond) return undefined;
  const behind = isFirst ? next.to : share.to;
  if (words.at(behind) !== 'between' && words.at(behind) !== 'from') return undefined;
  const [one, two] = timesIn(words, sentence, behind + 1, Math.min(sentence.to, behind + 12), false);
  return one && two && (isFirst ? one : two);
}

const isClauseMark = (mark: number): boolean => mark === 0x3b || mark === 0x3a;

/** Does the figure's own clause end here, or give way to the next figure's? */
function endsClause(words: Words, i: number, next: Share | undefined): boolean {
  const mark = words.mark(i);
  if (mark !== 0) return isClauseMark(mark) || (mark === 0x28 && next !== undefined && next.from - i < 8);
  return next !== undefined && isOnTimes(words, i, TURNS);
}

function quoteOf(words: Words, time: Time): Quote {
  let start = time.from;
  while (start + 1 < time.to && isOnTimes(words, start, LEADING)) start++;
  return words.quote(start, time.to);
}
