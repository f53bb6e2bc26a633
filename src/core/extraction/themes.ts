import type { JudgementDraft, PercentageDraft, ThemeDraft } from './draft.js';
import type { Reading } from './reading.js';

export type ThemeCarry = Readonly<Record<string, never>>;
export const noTheme: ThemeCarry = {};

/** `judgements` and `percentages` are those of the same paragraph: a grade for one area has that area's theme. */
export function readThemes(
  _reading: Reading,
  _judgements: readonly JudgementDraft[],
  _percentages: readonly PercentageDraft[],
  carry: ThemeCarry,
): { drafts: ThemeDraft[]; carry: ThemeCarry } {
  return { drafts: [], carry };
}
