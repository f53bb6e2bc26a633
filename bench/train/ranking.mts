/**
 * A log-linear model that ranks: of several candidates, each a row of features, the right ones shall weigh more than
 * the rest. The loss of a group is minus the logarithm of what its right ones have of the whole (conditional logit,
 * McFadden 1974), the penalties are an elastic net, and each feature has a step of its own (AdaGrad with a proximal
 * step: Duchi, Hazan and Singer 2011). There is no chance in it.
 */
export interface Group {
  /** Features of each candidate, by number. */
  readonly rows: readonly (readonly number[])[];
  /** By candidate. */
  readonly right: readonly boolean[];
}

/** The weights of `width` features. Groups without any right candidate teach nothing. */
export function rank(
  groups: readonly Group[],
  width: number,
  lasso: number,
  ridge: number,
  rounds = 200,
): Float64Array {
  const taught = groups.filter(group => group.right.some(Boolean));
  const weights = new Float64Array(width);
  const steepness = new Float64Array(width).fill(1e-8);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(width);
    for (const group of taught) addGradient(group, weights, gradient);
    for (let f = 0; f < width; f++) {
      const slope = gradient[f]! / taught.length + ridge * weights[f]!;
      steepness[f]! += slope * slope;
      const step = 0.3 / Math.sqrt(steepness[f]!);
      const value = weights[f]! - step * slope;
      const shrink = step * lasso;
      weights[f] = value > shrink ? value - shrink : value < -shrink ? value + shrink : 0;
    }
  }
  return weights;
}

function addGradient({ rows, right }: Group, weights: Float64Array, gradient: Float64Array): void {
  const sums = rows.map(row => row.reduce((sum, f) => sum + weights[f]!, 0));
  const top = Math.max(...sums);
  const shares = sums.map(sum => Math.exp(sum - top));
  let [all, good] = [0, 0];
  shares.forEach((share, i) => {
    all += share;
    if (right[i]) good += share;
  });
  rows.forEach((row, i) => {
    const error = shares[i]! / all - (right[i] ? shares[i]! / good : 0);
    for (const f of row) gradient[f]! += error;
  });
}
