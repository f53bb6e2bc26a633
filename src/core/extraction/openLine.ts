import { movedMeasure, movedQuote } from './draft.js';
import type { Quote } from './finding.js';
import { measureOf } from './measure.js';
import { quoteOf } from './measured.js';
import { type Carried, noPercentage, type PercentageCarry } from './percentageCarry.js';
import { periodOf } from './period.js';
import { headOf } from './proseShares.js';
import type { ReadSentence } from './reading.js';
import type { OpenDraft } from './shareDraft.js';
import { type Share, sharesIn } from './shares.js';
import type { Words } from './words.js';

/** What a line that no blank line follows hands on to the next; `earlier`: where the drafts of its last sentence begin. */
export function goesOn(
  words: Words,
  sentences: readonly ReadSentence[],
  drafts: readonly OpenDraft[],
  earlier: number,
): PercentageCarry {
  const { text } = words.reading;
  const sentence = sentences.at(-1);
  if (!sentence || text.length < 40 || !text.endsWith('\n')) return noPercentage;
  const end = lineEnd(text);
  if (end < 0) return noPercentage;
  const by = -text.length;
  const last = lastFigure(drafts, earlier, by);
  if (STOPS.has(text.charCodeAt(end))) return last ? { last } : noPercentage;
  const open = cutOff(words, sentence, by);
  return last ? { last, open } : { open };
}

const STOPS = new Set([...'.!?:;”"’)'].map(mark => mark.charCodeAt(0)));

/** The last character of the text that can be seen; -1 where a blank line follows it. */
function lineEnd(text: string): number {
  let at = text.length - 1;
  // Whether a line has ended, with no more than blanks and tabs since.
  let ended = false;
  for (; at >= 0; at--) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a) {
      if (ended) return -1;
      ended = true;
    } else if (unit !== 0x20 && unit !== 0x09) {
      if (unit > 0x20 && (unit < 0xa0 || !/\s/.test(text[at]!))) break;
      ended = false;
    }
  }
  return at;
}

/** The figure that the line was about. */
function lastFigure(drafts: readonly OpenDraft[], earlier: number, by: number): Carried | undefined {
  const at = headOf(drafts, earlier, drafts.length);
  if (at === undefined) return undefined;
  const { start, end, value, measure, period } = drafts[at]!;
  return {
    start: start + by,
    end: end + by,
    value,
    ...(measure ? { measure: movedMeasure(measure, by) } : {}),
    ...(period ? { period: movedQuote(period, by) } : {}),
  };
}

/** What the sentence that the line's end has cut says of its next figure, as if that stood there. */
function cutOff(
  words: Words,
  sentence: ReadSentence,
  by: number,
): { measure?: Quote; period?: Quote; to?: boolean } {
  const share: Share = { from: sentence.to, to: sentence.to, value: 0, form: 'percent' };
  const previous = sharesIn(words, sentence).at(-1);
  const measure = measureOf(words, {
    sentence,
    share,
    previous,
    next: undefined,
    before: undefined,
    noun: undefined,
    nounBefore: undefined,
  });
  const quote = quoteOf(words, measure);
  const period = periodOf(words, sentence, share, previous, undefined);
  const open: { measure?: Quote; period?: Quote; to?: boolean } = {};
  if (quote) open.measure = movedMeasure(quote, by);
  if (period) open.period = movedQuote(period, by);
  if (previous && words.at(sentence.to - 1) === 'to' && words.at(previous.from - 1) === 'from')
    open.to = true;
  return open;
}
