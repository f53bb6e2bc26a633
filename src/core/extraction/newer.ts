import type { PercentageDraft } from './draft.js';
import type { ReadSentence } from './reading.js';
import type { Words } from './words.js';

/** Is the figure newer than that of the sentence before? By their years, or "the figure stood at 40% by July". */
export function isNewer(
  now: PercentageDraft,
  then: Pick<PercentageDraft, 'period'>,
  words: Words,
  sentence: ReadSentence,
): boolean {
  const [a, b] = [now.period && year(now.period.text), then.period && year(then.period.text)];
  if (a !== undefined && b !== undefined) return a > b;
  const text = words.reading.text.slice(sentence.start, sentence.end).toLowerCase();
  if (/\b(?:ago|earlier|previous|before|last)\b/.test(text)) return false;
  return /\b(?:now|today|by|(?:months?|years?|weeks?|days) (?:later|on))\b|\bthis (?:year|month|morning|summer|quarter)\b/.test(
    text,
  );
}

export const year = (text: string): number | undefined => {
  const found = /\b(?:19|20)\d\d\b/.exec(text);
  return found ? Number(found[0]) : undefined;
};
