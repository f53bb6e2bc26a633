import type { Rows } from './logistic.mjs';

/** Rows that count as seen before any was, as many of them of the class as of all: what is met once or twice surprises little. */
const PRIOR = 5;
/** How much more than in proportion the penalty falls. */
const POWER = 1.5;
/** Parts of its own penalty that a feature pays at least and at most. */
const [LEAST, MOST] = [0.15, 6];

/**
 * The L1 penalty of each feature for one class: the less, the more the feature says of the class by itself. So few
 * weights are learnt, and those are hardly held back: the adaptive lasso (Zou 2006), with the log count ratio of naive
 * Bayes for its first guess (as Wang and Manning 2012 have it). `target[row]` is 1 or 0; the result, like `lasso`, is
 * by feature.
 */
export function adapted({ features }: Rows, target: Float64Array, lasso: Float64Array): Float64Array {
  const [all, own] = [new Float64Array(lasso.length), new Float64Array(lasso.length)];
  let count = 0;
  features.forEach((row, i) => {
    count += target[i]!;
    for (const f of row) {
      all[f]!++;
      own[f]! += target[i]!;
    }
  });
  const share = count / features.length;
  return lasso.map((penalty, f) => {
    const ratio = (own[f]! + PRIOR * share) / (all[f]! * share + PRIOR * share);
    return penalty * Math.min(MOST, Math.max(LEAST, Math.abs(Math.log(ratio)) ** -POWER));
  });
}
