import type { PercentageDraft } from './draft.js';
import type { Quote } from './finding.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import type { Words } from './words.js';

/** A figure that another may be held against. */
export interface Figure {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

/** A draft that is still being made. */
export type OpenDraft = { -readonly [K in keyof PercentageDraft]: PercentageDraft[K] };

/** A draft of a share as it stands, before anything is known about it but of what it is and when, where it says so. */
export function draftOf(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  measure?: Quote,
  period?: Quote,
): OpenDraft {
  const { text, start, end } = words.quote(share.from, share.to);
  const { value, form, upper } = share;
  const { voice, voiceReason: because } = sentence;
  const place = { start: sentence.start, end: sentence.end };
  const kind = 'percentage';
  if (upper === undefined && measure && !period)
    return { kind, text, start, end, value, form, voice, sentence: place, because, measure };
  if (upper === undefined && measure && period)
    return { kind, text, start, end, value, form, voice, sentence: place, because, measure, period };
  let draft: OpenDraft = { kind, text, start, end, value, form, voice, sentence: place, because };
  if (upper !== undefined) draft = ranged(draft, upper);
  if (measure) draft.measure = measure;
  if (period) draft.period = period;
  return draft;
}

/** The draft of a range: its upper bound stands behind the lower. */
const ranged = ({ kind, text, start, end, value, ...rest }: OpenDraft, upper: number): OpenDraft => ({
  kind,
  text,
  start,
  end,
  value,
  upper,
  ...rest,
});

const changeOf = (now: { value: number }, then: { value: number }): 'up' | 'down' | 'same' =>
  now.value > then.value ? 'up' : now.value < then.value ? 'down' : 'same';

/** Says of a figure what it is held against, and how it differs. */
export function holdAgainst(now: OpenDraft, then: Figure): void {
  now.comparedWith = { start: then.start, end: then.end };
  now.change = changeOf(now, then);
}
