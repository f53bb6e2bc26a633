import type { Mention } from '../lexicon/entry.js';
import { cellsOf } from './cells.js';
import { type Counted, numberAt } from './counts.js';
import { isYear } from './dates.js';
import type { Quote } from './finding.js';
import type { Unvoiced } from './reading.js';
import { isBullet } from './voiceTokens.js';
import type { Words } from './words.js';

/** How many have the grade that a row begins with, and what its column calls them. */
export interface RowCount extends Counted {
  readonly things?: Quote;
  /** They are bodies each with a grade of its own, and no areas of one. */
  readonly bodies?: true;
}

const PERCENT = 0x25;
const BODIES =
  /\b(?:schools|councils|authorities|homes|providers|agencies|services|settings|nurseries|trusts|forces|colleges|hospitals)$/i;
/** Heads of columns that do not say what is counted. */
const NO_THINGS = /^(?:numbers?|no|count|total|how many|all)?\.?$|\d/i;

/** "Outstanding   22   14%" below "Grade   Councils   Share"; "Good   6 of 10". `header`: the cells of the table's header. */
export function countInRow(
  words: Words,
  row: Unvoiced,
  grade: Mention,
  header: readonly Quote[],
): RowCount | undefined {
  let first = row.from;
  while (first < grade.from && isBullet(words.mark(first))) first++;
  if (grade.from !== first) return undefined;
  const behind = countBehindDash(words, row, grade);
  if (behind) return behind;
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
    ...(head && !NO_THINGS.test(head.text) ? { things: counted(head) } : {}),
    ...(head && BODIES.test(head.text) ? { bodies: true } : {}),
  };
}

/** "Number of schools": the schools. */
function counted(head: Quote): Quote {
  const before = /^(?:number|no\.?) of (?:the )?/i.exec(head.text)?.[0].length ?? 0;
  return before === 0 ? head : { ...head, text: head.text.slice(before), start: head.start + before };
}

/** "Good – 9 areas", "Good: 9": a number and its noun, and nothing else. */
function countBehindDash(words: Words, { to }: Unvoiced, grade: Mention): RowCount | undefined {
  const at = grade.to + 1;
  if (!PARTING.has(words.mark(grade.to)) || at >= to || !isCount(words, at, at + 1)) return undefined;
  for (let i = at + 1; i < to; i++) if (!words.isWord(i) || words.isNumber(i)) return undefined;
  if (to - at > LONGEST) return undefined;
  return { count: numberAt(words, at)!, ...(to > at + 1 ? { things: words.quote(at + 1, to) } : {}) };
}
const PARTING = new Set([0x3a, 0x2d, 0x2013, 0x2014]);
/** In tokens. */
const LONGEST = 5;

/** "22", "6 of 10", "22 (14%)", but no share and no year. */
const isCount = (words: Words, from: number, to: number): boolean =>
  words.isNumber(from) &&
  !isYear(words, from) &&
  Number.isInteger(numberAt(words, from)) &&
  (to === from + 1 || words.at(from + 1) === 'of' || words.mark(from + 1) === 0x28) &&
  words.mark(from + 1) !== PERCENT;
