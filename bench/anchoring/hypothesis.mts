import search from 'approx-string-match';
import type { QuoteSelector } from '../../src/core/tagging/tag.js';

interface Match {
  readonly start: number;
  readonly end: number;
  readonly errors: number;
}

/** Every exact place, else the closest ones with at most `most` errors. */
function matches(text: string, words: string, most: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, most);
}

function likeness(text: string, words: string): number {
  if (words.length === 0 || text.length === 0) return 0;
  const found = matches(text, words, words.length);
  return found.length === 0 ? 0 : 1 - found[0]!.errors / words.length;
}

/**
 * The quote matcher of the Hypothesis client (`match-quote.ts`), written anew from its description: up to half of the
 * quote, and no more than 256 characters, may differ; candidates are scored by quote (50), prefix and suffix (20
 * each) and position (2), and the best is taken, however good it is.
 */
export function hypothesisMatch(
  text: string,
  { quote, before, after, at }: QuoteSelector,
): { start: number; end: number } | undefined {
  if (quote.length === 0) return undefined;
  const found = matches(text, quote, Math.min(256, quote.length / 2));
  let best: { start: number; end: number; score: number } | undefined;
  for (const m of found) {
    const prefix =
      before === undefined ? 1 : likeness(text.slice(Math.max(0, m.start - before.length), m.start), before);
    const suffix = after === undefined ? 1 : likeness(text.slice(m.end, m.end + after.length), after);
    const near = at === undefined ? 1 : 1 - Math.abs(m.start - at[0]) / text.length;
    const score = (50 * (1 - m.errors / quote.length) + 20 * prefix + 20 * suffix + 2 * near) / 92;
    if (!best || score > best.score) best = { start: m.start, end: m.end, score };
  }
  return best;
}
