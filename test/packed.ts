import type { Learnt } from '../bench/train/classifier.mjs';
import { pack } from '../bench/train/pack.mjs';
import { Forms } from '../bench/train/vocabulary.mjs';
import { QUESTIONS, type WeightData } from '../src/core/lexicon/weightData.js';

/** What a question's answer has been learnt from: weights in logits, by the names that training gives to words, pairs and signs. */
interface Few {
  readonly classes: readonly string[];
  readonly bias?: readonly number[];
  readonly weights?: Readonly<Record<string, readonly number[]>>;
}

/** A few weights as training makes them; questions that are left out have one class and nothing that tells it. */
const learntFrom = ({ classes, bias = classes.map(() => 0), weights = {} }: Few): Learnt => ({
  classes,
  bias,
  weights: new Map(Object.entries(weights)),
  shares: new Map(Object.keys(weights).map(name => [name, 0.1])),
  spread: classes.map(() => 0.2),
});

/** All questions, some of them with weights. */
export const questions = (some: Partial<Record<(typeof QUESTIONS)[number], Few>>) =>
  Object.fromEntries(
    QUESTIONS.map(question => [question, learntFrom(some[question] ?? { classes: ['any'] })]),
  ) as Record<(typeof QUESTIONS)[number], Learnt>;

/** Weights in the form in which they are shipped. `words`: all forms of all words. */
export function packed({
  words,
  ...some
}: Parameters<typeof questions>[0] & { readonly words: readonly string[] }): WeightData {
  return pack(questions(some), new Forms([words]));
}
