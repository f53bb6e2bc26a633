import type { Lexicon } from '../lexicon/lexicon.js';
import type { FrameworkEvidence, GradeReading } from './draft.js';

/** Weight of what the whole report says for each framework. */
export type Weights = ReadonlyMap<string, number>;

export function weigh(evidence: Iterable<FrameworkEvidence>): Weights {
  const weights = new Map<string, number>();
  for (const { framework, weight } of evidence)
    weights.set(framework, (weights.get(framework) ?? 0) + weight);
  return weights;
}

/** Which of its readings a judgement has in this report; `pinned` is the framework that a setting fixes. */
export function settle(
  readings: readonly GradeReading[],
  weights: Weights,
  _lexicon: Lexicon,
  pinned?: string,
): GradeReading {
  const fixed = readings.find(r => r.framework === pinned);
  if (fixed) return fixed;
  return readings.reduce((best, r) =>
    (weights.get(r.framework) ?? 0) > (weights.get(best.framework) ?? 0) ? r : best,
  );
}
