/**
 * Logistic regression with an L1 penalty on sparse rows, by accelerated proximal gradient descent (FISTA: Beck and
 * Teboulle 2009). The same rows give the same weights: there is no chance in it.
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

/**
 * Trains one model a class. `targets[class][row]` is 1 or 0. `exclusive`: the classes share each row (softmax);
 * otherwise each is told apart from the rest on its own (sigmoid). `lasso[class][feature]` is the L1 weight,
 * `ridge[feature]` the L2 weight: together an elastic net (Zou and Hastie 2005), which shares a weight among words that
 * go together.
 */
export function train(
  { features, width }: Rows,
  targets: readonly Float64Array[],
  lasso: readonly Float64Array[],
  ridge: Float64Array,
  exclusive: boolean,
  rounds = 250,
): Model {
  const n = features.length;
  const k = targets.length;
  const size = width + 1; // the last is the bias
  let x = targets.map(() => new Float64Array(size));
  let y = targets.map(() => new Float64Array(size));
  const step =
    1 /
    ((exclusive ? 0.5 : 0.25) * 1.1 * curvature({ features, width }) +
      ridge.reduce((a, b) => Math.max(a, b), 0));
  let t = 1;
  const score = new Float64Array(k);
  for (let round = 0; round < rounds; round++) {
    const gradient = targets.map(() => new Float64Array(size));
    for (let row = 0; row < n; row++) {
      const own = features[row]!;
      for (let c = 0; c < k; c++) {
        const w = y[c]!;
        let sum = w[width]!;
        for (const f of own) sum += w[f]!;
        score[c] = sum;
      }
      if (exclusive) {
        const top = Math.max(...score);
        let total = 0;
        for (let c = 0; c < k; c++) total += score[c] = Math.exp(score[c]! - top);
        for (let c = 0; c < k; c++) score[c]! /= total;
      } else for (let c = 0; c < k; c++) score[c] = 1 / (1 + Math.exp(-score[c]!));
      for (let c = 0; c < k; c++) {
        const error = (score[c]! - targets[c]![row]!) / n;
        if (error === 0) continue;
        const g = gradient[c]!;
        for (const f of own) g[f]! += error;
        g[width]! += error;
      }
    }
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    const momentum = (t - 1) / next;
    t = next;
    const was = x;
    x = y.map((w, c) => {
      const moved = new Float64Array(size);
      for (let f = 0; f < size; f++) {
        const held = f === width ? 0 : ridge[f]! * w[f]!;
        const value = w[f]! - step * (gradient[c]![f]! + held);
        const shrink = f === width ? 0 : step * lasso[c]![f]!;
        moved[f] = value > shrink ? value - shrink : value < -shrink ? value + shrink : 0;
      }
      return moved;
    });
    y = x.map((w, c) => {
      const ahead = new Float64Array(size);
      for (let f = 0; f < size; f++) ahead[f] = w[f]! + momentum * (w[f]! - was[c]![f]!);
      return ahead;
    });
  }
  return { bias: Float64Array.from(x, w => w[width]!), weights: x.map(w => w.slice(0, width)) };
}

/** What speaks for each class in a row. */
export function scores({ bias, weights }: Model, row: readonly number[]): Float64Array {
  return Float64Array.from(weights, (w, c) => {
    let sum = bias[c]!;
    for (const f of row) sum += w[f] ?? 0;
    return sum;
  });
}

/** Largest eigenvalue of XᵀX/n, by power iteration: how steep the loss can bend. */
function curvature({ features, width }: Rows): number {
  let v = new Float64Array(width + 1).fill(1);
  let size = 1;
  for (let round = 0; round < 30; round++) {
    const next = new Float64Array(width + 1);
    for (const own of features) {
      let sum = v[width]!;
      for (const f of own) sum += v[f]!;
      sum /= features.length;
      for (const f of own) next[f]! += sum;
      next[width]! += sum;
    }
    size = Math.hypot(...next.slice(-1), ...chunkNorms(next));
    v = next.map(w => w / size);
  }
  return size;
}

/** Norms of pieces, since a spread of a long array would overflow the stack. */
const chunkNorms = (v: Float64Array): number[] => {
  let sum = 0;
  for (let i = 0; i < v.length - 1; i++) sum += v[i]! * v[i]!;
  return [Math.sqrt(sum)];
};
