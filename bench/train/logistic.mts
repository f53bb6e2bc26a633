/**
 * Logistic regression on sparse rows, by accelerated proximal gradient descent (FISTA: Beck and Teboulle 2009). The same
 * rows give the same weights: there is no chance in it.
 */
export interface Rows {
  /** Features of each row, by number; a feature is there or not. */
  readonly features: readonly (readonly number[])[];
  readonly width: number;
}

export interface Model {
  readonly bias: Float64Array;
  /** By class, then feature. */
  readonly weights: readonly Float64Array[];
}

/** How a model is held back. */
export interface Penalty {
  /** By class, then feature: the L1 weight; `Infinity` for a weight that has to be none. */
  readonly lasso: readonly Float64Array[];
  /** By feature: the L2 weight. With L1 an elastic net (Zou and Hastie 2005), which shares a weight among words that go together. */
  readonly ridge: Float64Array;
}

/**
 * Trains one model a class. `targets[class][row]` is 1 or 0. `exclusive`: the classes share each row (softmax);
 * otherwise each is told apart from the rest on its own (sigmoid). `first`: a model to begin with.
 */
export function train(
  rows: Rows,
  targets: readonly Float64Array[],
  { lasso, ridge }: Penalty,
  exclusive: boolean,
  rounds = 250,
  first?: Model,
): Model {
  const { width } = rows;
  const k = targets.length;
  const size = (width + 1) * k; // by feature, then class; the last feature is the bias
  let x = new Float64Array(size);
  if (first)
    for (let c = 0; c < k; c++) {
      for (let f = 0; f < width; f++) x[f * k + c] = first.weights[c]![f]!;
      x[width * k + c] = first.bias[c]!;
    }
  let y = x.slice();
  const steps = stepsOf(rows, ridge, exclusive ? 0.5 : 0.25);
  const gradient = new Float64Array(size);
  let t = 1;
  for (let round = 0; round < rounds; round++) {
    fillGradient(rows, targets, y, exclusive, gradient);
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    const momentum = (t - 1) / next;
    t = next;
    const moved = new Float64Array(size);
    const ahead = new Float64Array(size);
    for (let f = 0, i = 0; f <= width; f++) {
      const [step, held] = [steps[f]!, f === width ? 0 : ridge[f]!];
      for (let c = 0; c < k; c++, i++) {
        const value = y[i]! - step * (gradient[i]! + held * y[i]!);
        const shrink = f === width ? 0 : step * lasso[c]![f]!;
        const at = value > shrink ? value - shrink : value < -shrink ? value + shrink : 0;
        moved[i] = at;
        ahead[i] = at + momentum * (at - x[i]!);
      }
    }
    [x, y] = [moved, ahead];
  }
  const ofClass = (c: number): Float64Array => Float64Array.from({ length: width }, (_, f) => x[f * k + c]!);
  return {
    bias: x.slice(width * k),
    weights: targets.map((_, c) => ofClass(c)),
  };
}

/** How the loss changes with each weight, by feature, then class. */
function fillGradient(
  { features, width }: Rows,
  targets: readonly Float64Array[],
  weights: Float64Array,
  exclusive: boolean,
  gradient: Float64Array,
): void {
  const [n, k] = [features.length, targets.length];
  const score = new Float64Array(k);
  gradient.fill(0);
  for (let row = 0; row < n; row++) {
    const own = features[row]!;
    for (let c = 0; c < k; c++) score[c] = weights[width * k + c]!;
    for (let i = 0; i < own.length; i++)
      for (let c = 0, at = own[i]! * k; c < k; c++) score[c]! += weights[at + c]!;
    if (exclusive) {
      let top = -Infinity;
      for (let c = 0; c < k; c++) if (score[c]! > top) top = score[c]!;
      let total = 0;
      for (let c = 0; c < k; c++) total += score[c] = Math.exp(score[c]! - top);
      for (let c = 0; c < k; c++) score[c]! /= total;
    } else for (let c = 0; c < k; c++) score[c] = 1 / (1 + Math.exp(-score[c]!));
    for (let c = 0; c < k; c++) {
      score[c] = (score[c]! - targets[c]![row]!) / n;
      gradient[width * k + c]! += score[c]!;
    }
    for (let i = 0; i < own.length; i++)
      for (let c = 0, at = own[i]! * k; c < k; c++) gradient[at + c]! += score[c]!;
  }
}

/**
 * How far each feature may go at once, and at last the bias: a rare one farther than a common one, as the loss bends
 * less its way, whatever the others do (by Gershgorin: the sum of its row of |XᵀX|/n). With one step for all, rare ones
 * would hardly move. `bend`: how much the loss of a row bends at most.
 */
function stepsOf({ features, width }: Rows, ridge: Float64Array, bend: number): Float64Array {
  const bends = new Float64Array(width + 1);
  for (const own of features) {
    const among = (own.length + 1) / features.length;
    for (const f of own) bends[f]! += among;
    bends[width]! += among;
  }
  return bends.map((sum, f) => 1 / (bend * Math.max(sum, 1e-9) + (f === width ? 0 : ridge[f]!)));
}
