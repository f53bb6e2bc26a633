import type { Quote } from './finding.js';
import type { Figure } from './shareDraft.js';
import type { Stack } from './shareTables.js';

export interface PercentageCarry {
  /** The header cells of the table whose rows are being read, behind the first. */
  readonly columns?: readonly Quote[];
  /** The figure that the line before was about, where the text goes on in the next. */
  readonly last?: Carried;
  /** What a sentence that a line's end has cut said so far: of what its next figure is, and when. */
  readonly open?: { readonly measure?: Quote; readonly period?: Quote; readonly to?: boolean };
  /** A table with one cell a line. */
  readonly stack?: Stack;
}
export interface Carried extends Figure {
  readonly measure?: Quote;
  readonly period?: Quote;
}
export const noPercentage: PercentageCarry = {};
