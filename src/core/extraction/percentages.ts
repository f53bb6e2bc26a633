import type { PercentageDraft } from './draft.js';
import type { Reading } from './reading.js';

export type PercentageCarry = Readonly<Record<string, never>>;
export const noPercentage: PercentageCarry = {};

export function readPercentages(
  _reading: Reading,
  carry: PercentageCarry,
): { drafts: PercentageDraft[]; carry: PercentageCarry } {
  return { drafts: [], carry };
}
