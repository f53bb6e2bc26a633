import type { SignNames } from './signNames.js';
import type { WeightReader } from './weightReader.js';

/** What signs weigh for the one class of a question: for a subject, in hundredths of a logit. */
export class SignWeights {
  readonly #weights = new Map<string, number>();

  constructor(reader: WeightReader) {
    reader.eachSign('subject', (sign, row) => this.#weights.set(sign, row.weights[0]!));
  }

  /** By the signs' numbers. */
  of(names: SignNames): Int32Array {
    return Int32Array.from({ length: names.count }, (_, n) => this.#weights.get(names.name(n)) ?? 0);
  }
}
