import type { Mention } from '../lexicon/entry.js';
import { cellsOf } from './cells.js';
import { type Counted, numberAt } from './counts.js';
import { isYear } from './dates.js';
import type { Quote } from './finding.js';
import type { Unvoiced } from './reading.js';
import type { Words } from './words.js';

/** How many have the grade that a row begins with, and what its column calls them. */
export interface RowCount extends Counted {
  readonly things?: Quote;
}

const PERCENT = 0x25;
/** Heads of columns that do not say what is counted. */
const NO_THINGS = /^(?:numbers?|no|count|total|how many|all)?\.?$|\d/i;

/** "Outstanding   22   14%" below "Grade   Councils   Share"; "Good   6 of 10". `header`: the cells of the table's header. */
export function countInRow(
  words: Words,
  row: Unvoiced,
  grade: Mention,
  header: readonly Quote[],
): RowCount | undefined {
  if (grade.from !== row.from) return undefined;
  const cells = cellsOf(words, row);
  if (cells.length < 2 || cells[0]!.to !== grade.to) return undefined;
  const column = cells.findIndex(({ from, to }, i) => i > 0 && to > from && isCount(words, from, to));
  if (column < 0) return undefined;
  const { from, to } = cells[column]!;
  const count = numberAt(words, from)!;
  const of = to > from + 2 && words.at(from + 1) === 'of' ? numberAt(words, from + 2) : undefined;
  const head = header[column];
  return {
    count,
    ...(of === undefined ? {} : { of }),
    ...(head && !NO_THINGS.test(head.text) ? { things: head } : {}),
  };
}

/** "22", "6 of 10", "22 (14%)", but no share and no year. */
const isCount = (words: Words, from: number, to: number): boolean =>
  words.isNumber(from) &&
  !isYear(words, from) &&
  Number.isInteger(numberAt(words, from)) &&
  (to === from + 1 || words.at(from + 1) === 'of' || words.mark(from + 1) === 0x28) &&
  words.mark(from + 1) !== PERCENT;
