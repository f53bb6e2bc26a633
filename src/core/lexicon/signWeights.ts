import type { SignNames } from './signNames.js';
import type { ClassifierData } from './weights.js';

/** What signs weigh for the one class of a question, in hundredths of a logit. */
export class SignWeights {
  readonly #weights = new Map<string, number>();

  /** Signs begin with `@` there; whatever else weighs something is left to others. */
  constructor({ weights }: Pick<ClassifierData, 'weights'>) {
    for (const [key, written] of Object.entries(weights))
      if (key.startsWith('@')) this.#weights.set(key.slice(1), Number(written.slice(1)));
  }

  /** By the signs' numbers. */
  of(names: SignNames): Int32Array {
    return Int32Array.from({ length: names.count }, (_, n) => this.#weights.get(names.name(n)) ?? 0);
  }
}
