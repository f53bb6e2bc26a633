import type { GradeMeaning } from '../lexicon/lexicon.js';
import type { JudgementFinding, PercentageFinding, Quote, Reason, ThemeFinding } from './finding.js';

/**
 * A finding as one paragraph gives it: positions count from the paragraph's start (and are negative where a subject
 * or a comparison stands in an earlier paragraph); identity and framework are settled later, from the whole report.
 */
export type Draft = JudgementDraft | PercentageDraft | ThemeDraft;

type Unsettled<T> = Omit<T, 'id' | 'framework' | 'grade'>;
/** All have all properties, so that they are of one shape. */
export interface JudgementDraft extends Omit<
  Unsettled<JudgementFinding>,
  'subject' | 'count' | 'of' | 'date'
> {
  readonly subject: Quote | undefined;
  readonly count: number | undefined;
  readonly of: number | undefined;
  readonly date: string | undefined;
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

/** The reasons of a finding: what decided about it, and whose words it is; one empty list for the many that have none. */
export const reasonsOf = (own: readonly Reason[], voice: readonly Reason[]): readonly Reason[] =>
  voice.length === 0 ? (own.length === 0 ? NONE : own) : own.length === 0 ? voice : own.concat(voice);
const NONE: readonly Reason[] = [];

/** Words as they stand when counted from `by` code units further on. Written out: a spread costs several times as much. */
export const movedQuote = ({ text, start, end }: Quote, by: number): Quote => ({
  text,
  start: start + by,
  end: end + by,
});

/** The same of a measure, which may be printed in another order than other quotes: that stays as it is. */
export const movedMeasure = (measure: Quote, by: number): Quote => ({
  ...measure,
  start: measure.start + by,
  end: measure.end + by,
});
