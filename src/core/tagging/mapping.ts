import { diffArrays } from 'diff';
import type { Span } from '../report/text.js';

/** Line differences are sought with at most so many lines put in or taken out; beyond that the text is a new one. */
const FURTHEST = 2000;

/**
 * Where a passage of the old text stands in the new one, by the difference between their lines (Myers 1986);
 * `undefined` where it lies in lines that changed.
 */
export function mapped(span: Span, oldText: string, newText: string): Span | undefined {
  const changes = diffArrays(lines(oldText), lines(newText), { maxEditLength: FURTHEST }) as
    { value: string[]; added?: boolean; removed?: boolean }[] | undefined;
  let [old, now] = [0, 0];
  for (const { value, added, removed } of changes ?? []) {
    const length = value.reduce((sum, line) => sum + line.length, 0);
    if (added) now += length;
    else {
      if (!removed && span.start >= old && span.end <= old + length)
        return { start: span.start - old + now, end: span.end - old + now };
      old += length;
      if (!removed) now += length;
    }
  }
  return undefined;
}

/** Lines with their line ends. */
const lines = (text: string): string[] => text.split(/(?<=\n)/);
