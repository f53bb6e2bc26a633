import type { FrameworkEvidence, JudgementDraft } from './draft.js';
import type { Reading } from './reading.js';

export type JudgementCarry = Readonly<Record<string, never>>;
export const noJudgement: JudgementCarry = {};

export function readJudgements(
  _reading: Reading,
  carry: JudgementCarry,
): { drafts: JudgementDraft[]; evidence: FrameworkEvidence[]; carry: JudgementCarry } {
  return { drafts: [], evidence: [], carry };
}
