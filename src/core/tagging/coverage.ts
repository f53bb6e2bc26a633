import type { Lexicon } from '../lexicon/lexicon.js';
import type { Span } from '../report/text.js';
import { Anchoring } from './anchoring.js';
import type { ReadMark } from './tag.js';

/** How much of a report one person has read. */
export interface Coverage {
  /** Who; `undefined` where the marks do not say. */
  readonly by: string | undefined;
  /** 0 to 1, of the report's characters without the white space around them. */
  readonly share: number;
  /** What they have read, in order, without overlaps; UTF-16 code units of the LF text. */
  readonly spans: readonly Span[];
}

/**
 * What each person has read of a text (LF), by their marks: a mark without a quote is the whole report, one with a
 * quote counts where the exact words still stand, since nobody has read words that have changed. By name.
 */
export function coverageOf(text: string, marks: readonly ReadMark[], lexicon: Lexicon): Coverage[] {
  const whole = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  const anchoring = new Anchoring(text, { lexicon });
  const spans = new Map<string | undefined, Span[]>();
  for (const mark of marks) {
    const own = spans.get(mark.by) ?? [];
    spans.set(mark.by, own);
    if (mark.quote === undefined) own.push(whole);
    else {
      const { state, start, end } = anchoring.anchor({ ...mark, quote: mark.quote });
      if (state === 'anchored' || state === 'moved') own.push({ start: start!, end: end! });
    }
  }
  const length = Math.max(1, whole.end - whole.start);
  return [...spans]
    .map(([by, own]) => {
      const read = united(own);
      return { by, share: read.reduce((sum, s) => sum + s.end - s.start, 0) / length, spans: read };
    })
    .sort((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : 1));
}

/** Spans in order, those that touch or overlap as one. */
export function united(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && span.start <= last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push({ start: span.start, end: span.end });
  }
  return all;
}
