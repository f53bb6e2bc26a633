import type { GradeMeaning } from '../lexicon/lexicon.js';
import type { Span } from '../report/text.js';
import type { JudgementFinding, PercentageFinding, Quote, Reason, ThemeFinding } from './finding.js';

/**
 * A finding as one paragraph gives it: positions count from the paragraph's start (and are negative where a subject
 * or a comparison stands in an earlier paragraph); identity and framework are settled later, from the whole report.
 */
export type Draft = JudgementDraft | PercentageDraft | ThemeDraft;

type Unsettled<T> = Omit<T, 'id' | 'framework' | 'grade'>;
export interface JudgementDraft extends Unsettled<JudgementFinding> {
  /** What the words may mean, by framework; the report decides between them. Best guess first. */
  readonly readings: readonly GradeMeaning[];
}
export type PercentageDraft = Unsettled<PercentageFinding>;
export type ThemeDraft = Unsettled<ThemeFinding>;

/** What a paragraph says for a framework: the words that name it, and how much that weighs. */
export interface FrameworkEvidence {
  readonly framework: string;
  readonly weight: number;
}

/** Moves every position of a draft's parts by `by` code units. */
export function shifted<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** A draft whose positions count from the start of the report instead. */
export function placed(draft: Draft, by: number): Draft {
  const moved = {
    ...shifted(draft, by),
    sentence: shifted(draft.sentence, by),
    because: draft.because.map(r => shifted<Reason>(r, by)),
  };
  const parts: { -readonly [K in 'subject' | 'measure' | 'period']?: Quote } & { comparedWith?: Span } = {};
  if ('subject' in draft && draft.subject) parts.subject = shifted(draft.subject, by);
  if ('measure' in draft && draft.measure) parts.measure = shifted(draft.measure, by);
  if ('period' in draft && draft.period) parts.period = shifted(draft.period, by);
  if ('comparedWith' in draft && draft.comparedWith) parts.comparedWith = shifted(draft.comparedWith, by);
  return { ...moved, ...parts } as Draft;
}
