import type { WeightData } from '../../src/core/lexicon/weightData.js';
import type { Learnt } from './classifier.mjs';
import { pack, print } from './pack.mjs';
import { type Questions, WORDY } from './rows.mjs';
import type { Forms } from './vocabulary.mjs';

/** Of grades there are few examples, and many words around them: what is worth less than this tells next to nothing. */
const LEAST_WORTH = 1e-5;

/** As many weights of words and signs as fit into `most` characters: those without which most would be lost. */
export function packWithin(learnt: Questions, forms: Forms, most: number): WeightData {
  return pack(within(learnt, forms, most), forms);
}

/**
 * What was learnt, without what does not fit into `most` characters when packed.
 *
 * @throws RangeError where not even one weight fits.
 */
export function within(learnt: Questions, forms: Forms, most: number): Questions {
  const trimmed = {
    ...learnt,
    status: without(learnt.status, LEAST_WORTH),
    candidate: without(learnt.candidate, LEAST_WORTH),
  };
  const worths = WORDY.flatMap(question => worthsOf(learnt[question])).sort((a, b) => b - a);
  const best = (count: number): Questions => withoutLesser(trimmed, worths[count - 1] ?? Infinity);
  let [low, high] = [0, worths.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (print(pack(best(middle), forms)).length <= most) low = middle;
    else high = middle - 1;
  }
  if (low === 0) throw new RangeError(`the weights do not fit into ${String(most)} characters`);
  return best(low);
}

/**
 * What is lost where a weight is left out: half the curvature of the loss times its square (optimal brain damage: LeCun,
 * Denker and Solla 1990). The curvature is that of the loss where nothing is known, and the half is the same for all.
 * What was learnt earlier stays: nobody knows any more how often it occurs.
 */
const worthOf = ({ shares, spread }: Learnt, name: string, weight: number, cls: number): number =>
  weight ** 2 * (shares.get(name) ?? 1) * spread[cls]!;

const worthsOf = (learnt: Learnt): number[] =>
  [...learnt.weights].flatMap(([name, own]) =>
    own.flatMap((weight, cls) => (weight === 0 ? [] : worthOf(learnt, name, weight, cls))),
  );

/** The questions with many words without the weights that are worth less than `least`. */
const withoutLesser = (learnt: Questions, least: number): Questions => ({
  ...learnt,
  ...Object.fromEntries(WORDY.map(question => [question, without(learnt[question], least)])),
});

/** A question without the weights that are worth less than `least`. */
const without = (question: Learnt, least: number): Learnt => ({
  ...question,
  weights: new Map(
    [...question.weights].map(([name, own]) => [
      name,
      own.map((weight, cls) => (worthOf(question, name, weight, cls) < least ? 0 : weight)),
    ]),
  ),
});
