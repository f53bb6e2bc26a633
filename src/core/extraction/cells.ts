import { CELL, TIGHT } from '../report/tokens.js';
import type { Unvoiced } from './reading.js';
import type { Words } from './words.js';

/** A cell of a table’s row, in tokens `[from, to)`; an empty one has none. */
export interface Cell {
  readonly from: number;
  readonly to: number;
}

const PIPE = 0x7c;
const SLASH = 0x2f;
/** More are no table. */
const MOST = 40;
const NO_CELLS: readonly Cell[] = [];

/**
 * The cells of a table’s row, which pipes, free slashes or wide gaps part; one for prose, none where there are more than
 * a table has. Cells left empty between two pipes count, and so does the first one of an indented row.
 */
export function cellsOf(words: Words, { from, to }: Unvoiced): readonly Cell[] {
  const cells: Cell[] = [];
  const opens = words.mark(from) === PIPE;
  if (!opens && isIndented(words, from)) cells.push({ from, to: from });
  let start = opens ? from + 1 : from;
  for (let i = start; i < to; i++) {
    const parts = isParting(words, i);
    if (!parts && (i === start || words.gap(i) !== CELL)) continue;
    cells.push({ from: start, to: i });
    start = parts ? i + 1 : i;
    if (cells.length > MOST) return NO_CELLS;
  }
  if (start < to) cells.push({ from: start, to });
  return cells;
}

export const isEmpty = ({ from, to }: Cell): boolean => from === to;

/** Are there two cells with something in them? */
export function isParted(cells: readonly Cell[]): boolean {
  let filled = 0;
  for (const cell of cells) if (!isEmpty(cell)) filled++;
  return filled > 1;
}

/** In which cell a token stands, from 0; -1 for none. */
export function cellAt(cells: readonly Cell[], token: number): number {
  for (let i = 0; i < cells.length; i++) if (token >= cells[i]!.from && token < cells[i]!.to) return i;
  return -1;
}

/** In which column of its row a token stands, from 0; -1 for none. */
export const columnOf = (words: Words, row: Unvoiced, token: number): number =>
  cellAt(cellsOf(words, row), token);

/** Does the token at hand part cells: a pipe, or a slash between blanks? */
export const isParting = (words: Words, token: number): boolean =>
  words.mark(token) === PIPE ||
  (words.mark(token) === SLASH && words.gap(token) > TIGHT && words.gap(token + 1) > TIGHT);

/** Does a tab stand straight before the token, or so many blanks that a cell is left empty? */
export function isIndented({ reading: { text, tokens } }: Words, token: number): boolean {
  const start = tokens.start[token]!;
  if (start > 0 && text.charCodeAt(start - 1) === 0x09) return true;
  for (let i = start - 8; i < start; i++) if (text.charCodeAt(i) !== 0x20) return false;
  return true;
}

/** The row of dashes that Markdown has below a table's header. */
export function isRule(words: Words, { from, to }: Unvoiced): boolean {
  for (let i = from; i < to; i++) if (words.isWord(i)) return false;
  return true;
}
