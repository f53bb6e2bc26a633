import type { Finding } from '../extraction/finding.js';
import type { Review } from './tag.js';

/** A finding with the analyst's decision on it, if there is one. */
export interface ReviewedFinding {
  /** With the corrections in it. */
  readonly finding: Finding;
  readonly review?: Review;
}

/** What an analyst may correct; where the words stand is not among it. */
const CORRECTABLE = new Set([
  'grade',
  'status',
  'framework',
  'count',
  'of',
  'date',
  'value',
  'upper',
  'form',
  'change',
  'theme',
  'polarity',
  'voice',
]);

/**
 * The findings with what the analyst decided: by the finding's id, else by kind, words and surroundings, since an id
 * changes with its sentence. Dismissed ones are still there, so that they can be shown again.
 */
export function reviewed(
  findings: readonly Finding[],
  reviews: readonly Review[],
  text: string,
): ReviewedFinding[] {
  const byId = new Map(reviews.map(review => [review.finding, review]));
  const ids = new Set(findings.map(f => f.id));
  const adrift = reviews.filter(review => !ids.has(review.finding));
  return findings.map(finding => {
    const review = byId.get(finding.id) ?? adrift.find(r => speaksOf(r, finding, text));
    if (!review) return { finding };
    return {
      finding: review.decision === 'corrected' ? corrected(finding, review.correction ?? {}) : finding,
      review,
    };
  });
}

function corrected(finding: Finding, correction: Readonly<Record<string, unknown>>): Finding {
  const fields = Object.entries(correction).filter(([key]) => CORRECTABLE.has(key));
  return { ...finding, ...Object.fromEntries(fields) } as Finding;
}

function speaksOf(review: Review, finding: Finding, text: string): boolean {
  const { before = '', after = '' } = review;
  return (
    review.kind === finding.kind &&
    review.quote === finding.text &&
    text.slice(0, finding.start).endsWith(before) &&
    text.startsWith(after, finding.end)
  );
}
