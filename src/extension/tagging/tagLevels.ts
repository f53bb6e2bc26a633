import type { Span } from '../../core/report/text.js';

/** How many overlapping passages are drawn each in its own way; more than that share the last. */
export const LEVELS = 3;

/**
 * On which level each of overlapping passages is drawn, so that none hides another: 0 where it is alone or comes first,
 * a longer one before a shorter.
 */
export function levelsOf(spans: readonly Span[]): number[] {
  const order = spans
    .map((span, i) => ({ span, i }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const levels = new Array<number>(spans.length).fill(0);
  /** Where the last passage of each level ends. */
  const ends: number[] = [];
  for (const { span, i } of order) {
    const free = ends.findIndex(end => end <= span.start);
    const level = free >= 0 ? free : Math.min(ends.length, LEVELS - 1);
    levels[i] = level;
    ends[level] = Math.max(ends[level] ?? 0, span.end);
  }
  return levels;
}
