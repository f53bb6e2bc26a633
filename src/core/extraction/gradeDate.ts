import type { Mention } from '../lexicon/entry.js';
import type { DateMention } from './dates.js';
import type { Words } from './words.js';

/**
 * The date that belongs to a grade: the nearest behind it before the next grade, else the last one before it. A date
 * that a "when" follows belongs to what comes after, and one behind "by" or "until" to no grade.
 */
export function dateFor(
  words: Words,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
): DateMention | undefined {
  const given = dates.filter(
    d =>
      !['by', 'until', 'before'].includes(words.at(d.from - 1)) &&
      !['by', 'until'].includes(words.at(d.from - 2)),
  );
  const opens = (d: DateMention): boolean => words.at(d.to) === 'when' || words.at(d.to + 1) === 'when';
  const next = grades.find(g => g.from > mention.from)?.from ?? Infinity;
  const behind = given.find(
    d => d.from >= mention.to && d.from < next && d.from - mention.to < 14 && !opens(d),
  );
  if (behind) return behind;
  // "found unsatisfactory in 2016, is now good": the date is the other grade's.
  if (NOW.has(words.at(mention.from - 1))) return undefined;
  return given.filter(d => d.to <= mention.from && mention.from - d.to < 28).at(-1);
}

const NOW = new Set(['now', 'currently', 'today']);
