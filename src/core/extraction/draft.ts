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

/** The reasons of a finding: what decided about it, and whose words it is; one empty list for the many that have none. */
export const reasonsOf = (own: readonly Reason[], voice: readonly Reason[]): readonly Reason[] =>
  voice.length === 0 ? (own.length === 0 ? NONE : own) : own.length === 0 ? voice : [...own, ...voice];
const NONE: readonly Reason[] = [];

/** Moves every position of a draft's parts by `by` code units. */
export function shifted<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

/** A draft as a finding: its positions count from the start of the report, `by` code units further on. */
export function placed<T extends ThemeDraft | PercentageDraft | Omit<JudgementDraft, 'readings'>>(
  draft: T,
  by: number,
  id: string,
): T & { readonly id: string } {
  const moved = {
    ...draft,
    start: draft.start + by,
    end: draft.end + by,
    sentence: { start: draft.sentence.start + by, end: draft.sentence.end + by },
    because: reasonsAt(draft.because, by),
    id,
  };
  const parts = moved as Parts;
  if (parts.subject) parts.subject = shifted(parts.subject, by);
  if (parts.measure) parts.measure = shifted(parts.measure, by);
  if (parts.period) parts.period = shifted(parts.period, by);
  if (parts.comparedWith) parts.comparedWith = shifted(parts.comparedWith, by);
  return moved;
}

/** As `placed`; written out, since themes are most of all findings. */
export function placedTheme(draft: ThemeDraft, by: number, id: string): ThemeFinding {
  const { kind, start, end, text, theme, polarity, voice, sentence, because } = draft;
  return {
    kind,
    start: start + by,
    end: end + by,
    text,
    theme,
    polarity,
    voice,
    sentence: { start: sentence.start + by, end: sentence.end + by },
    because: reasonsAt(because, by),
    id,
  };
}

function reasonsAt(reasons: readonly Reason[], by: number): readonly Reason[] {
  if (reasons.length === 0) return NONE;
  const moved: Reason[] = [];
  for (let i = 0; i < reasons.length; i++) {
    const { of, says, text, start, end } = reasons[i]!;
    moved.push({ of, says, text, start: start + by, end: end + by });
  }
  return moved;
}

/** What else has a place, where the draft has it. */
type Parts = { [K in 'subject' | 'measure' | 'period']?: Quote } & { comparedWith?: Span };
