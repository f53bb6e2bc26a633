import type { Model, Rows } from './logistic.mjs';

/**
 * The rows without those of one part of the documents, then without those of the next: what is learnt from each and
 * averaged hangs less on chance than one model of all (bagging, by whole documents: Breiman 1996). One bag is all.
 */
export function bagged(
  { features, width }: Rows,
  targets: readonly Float64Array[],
  documents: readonly string[],
  bags: number,
): (readonly [rows: Rows, targets: readonly Float64Array[]])[] {
  if (bags < 2) return [[{ features, width }, targets]];
  const places = new Map([...new Set(documents)].sort().map((name, place) => [name, place]));
  return Array.from({ length: bags }, (_, bag) => {
    const kept = documents.flatMap((name, row) => (places.get(name)! % bags === bag ? [] : [row]));
    return [
      { features: kept.map(row => features[row]!), width },
      targets.map(target => Float64Array.from(kept, row => target[row]!)),
    ];
  });
}

/** One model in the middle of several. Linear ones add up: what it says is the mean of what they say. */
export function average(models: readonly Model[]): Model {
  const mean = (of: (model: Model) => Float64Array): Float64Array =>
    of(models[0]!).map((_, i) => models.reduce((sum, model) => sum + of(model)[i]!, 0) / models.length);
  return {
    bias: mean(m => m.bias),
    weights: models[0]!.weights.map((_, cls) => mean(m => m.weights[cls]!)),
  };
}
