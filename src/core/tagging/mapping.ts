import { diffArrays } from 'diff';
import type { Span } from '../report/text.js';

/** Line differences are sought with at most so many lines put in or taken out; beyond that the text is a new one. */
const FURTHEST = 2000;

/**
 * Where a passage of the old text stands in the new one, by the difference between their lines (Myers 1986);
 * `undefined` where it lies in lines that changed, or among lines that are all alike, of which one may be gone: no
 * difference can tell which.
 */
export function mapped(span: Span, oldText: string, newText: string): Span | undefined {
  const changes = diffArrays(lines(oldText), lines(newText), { maxEditLength: FURTHEST }) as
    { value: string[]; added?: boolean; removed?: boolean }[] | undefined;
  let [old, now] = [0, 0];
  for (const { value, added, removed } of changes ?? []) {
    const length = value.reduce((sum, line) => sum + line.length, 0);
    if (added) now += length;
    else {
      if (!removed && span.start >= old && span.end <= old + length) {
        const atEdge = { start: old === 0, end: old + length === oldText.length };
        if (
          !evenly(span, oldText, newText) &&
          !standsOut(value, { start: span.start - old, end: span.end - old }, atEdge)
        )
          return undefined;
        return { start: span.start - old + now, end: span.end - old + now };
      }
      old += length;
      if (!removed) now += length;
    }
  }
  return undefined;
}

/** Are there as many lines like those of a passage in both texts, so that none of them is gone or came to be? */
function evenly({ start, end }: Span, oldText: string, newText: string): boolean {
  const from = oldText.lastIndexOf('\n', start - 1) + 1;
  const stop = oldText.indexOf('\n', end);
  const own = oldText.slice(from, stop < 0 ? oldText.length : stop);
  const count = (text: string): number => `\n${text}\n`.split(`\n${own}\n`).length;
  return count(oldText) === count(newText);
}

/** Has a passage on both sides, among the unchanged lines around it, another line than its own, or an end of the text? */
function standsOut(
  unchanged: readonly string[],
  { start, end }: Span,
  atEdge: { readonly start: boolean; readonly end: boolean },
): boolean {
  let at = 0;
  let [first, last] = [-1, -1];
  for (const [i, line] of unchanged.entries()) {
    if (start >= at && start < at + line.length) first = i;
    if (end > at && end <= at + line.length) last = i;
    at += line.length;
  }
  if (first < 0 || last < 0) return false;
  const own = new Set(
    unchanged
      .slice(first, last + 1)
      .map(line => line.trim())
      .concat(''),
  );
  const other = (line: string): boolean => !own.has(line.trim());
  return (
    (atEdge.start || unchanged.slice(0, first).some(other)) &&
    (atEdge.end || unchanged.slice(last + 1).some(other))
  );
}

/** Lines with their line ends. */
const lines = (text: string): string[] => text.split(/(?<=\n)/);
