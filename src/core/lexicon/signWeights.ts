import type { SignNames } from './signNames.js';
import { loneWeight, type Rows } from './weightData.js';

/** What signs weigh for the one class of a question, in the parts of a logit in which they are written. */
export class SignWeights {
  readonly #weights = new Map<string, number>();

  constructor(rows: Rows) {
    for (const [sign, row] of Object.entries(rows)) this.#weights.set(sign, loneWeight(row));
  }

  /** By the signs' numbers. */
  of(names: SignNames): Int32Array {
    return Int32Array.from({ length: names.count }, (_, n) => this.#weights.get(names.name(n)) ?? 0);
  }
}
