import type { CodeLengths } from './prefixCode.js';

/**
 * What linear classifiers have learnt from labelled sentences, as it is shipped: trained and packed by `bench/train`,
 * read by `WeightReader`. All that is many stands in `bits`, in this order:
 *
 * 1. the words that weigh something, sorted: what is new in each, and which of `endings` it has. Forms of one word count
 *    as one;
 * 2. to each question its signs: what is new in the name of each, and its row; behind those of `status`, `candidate` and
 *    `subject` a list of words to each of their places;
 * 3. to each word its own row, and a list of the words that weigh something of their own right behind it.
 *
 * What is new in a text is how many letters it has in common with the one before, its other letters, and the end.
 * A row is what something weighs for the classes of its question: `cell` and `size` of each, then `end`. A list of words
 * is how many words to go on to the next, and its row; then 0.
 */
export interface WeightData {
  readonly questions: Readonly<Record<Exclude<Question, 'subject'>, ClassifierData>>;
  /** Which noun phrase a grade is said of: each is weighed by its signs and words (see `PhraseWeights`), and the heaviest is. */
  readonly subject: Pick<ClassifierData, 'signs'>;
  /** How many words there are. */
  readonly count: number;
  /** All letters of words and names of signs. */
  readonly letters: string;
  /** Endings that words have in common, with `|` between them: `e|ed|ing`. */
  readonly endings: readonly string[];
  readonly codes: Readonly<
    Record<'shared' | 'letter' | 'ending' | 'gap', CodeLengths> &
      Record<Section, { readonly cell: CodeLengths; readonly size: CodeLengths }>
  >;
  /** In pieces, for whoever compares two. */
  readonly bits: readonly string[];
}

/**
 * Logistic regression, of whose weights only those are kept that are worth most (see `bench/train/within.mts`), or that
 * an L1 penalty left (Tibshirani 1996).
 */
export interface ClassifierData {
  readonly classes: readonly string[];
  /** By class, in twentieths of a logit. */
  readonly bias: readonly number[];
  /** How many signs weigh something: of the sentence, or of whatever is asked about. */
  readonly signs: number;
}

/**
 * `status` (of judgements) and `candidate` (is a grade word a judgement?) go by signs and the words around the grade:
 * see `AroundRows`. Themes, polarity and voice go by signs and the words of the sentence, which have their rows together:
 * the classes of themes first, then those of polarity, then those of voice.
 */
export const QUESTIONS = ['themes', 'polarity', 'voice', 'status', 'candidate', 'subject'] as const;
export type Question = (typeof QUESTIONS)[number];

/** What has rows, and in what part of a logit its weights are written: words around noun phrases are met seldom, and theirs are coarse. */
export const SECTIONS = {
  words: 20,
  themes: 20,
  polarity: 20,
  voice: 20,
  status: 20,
  'status around': 20,
  candidate: 20,
  'candidate around': 20,
  subject: 100,
  'subject words': 10,
} as const;
export type Section = keyof typeof SECTIONS;

/** Parts of a logit in which weights are summed up. */
export const PARTS = 20;
/** Candidates for a subject are told apart by few signs, and more finely. */
export const SUBJECT_PARTS = 100;

/**
 * The cell of a class in a row, for it or against it. A sign's row goes on behind its own classes with what it weighs
 * for each where the rules say the first class, the second and so on.
 */
export const cellOf = (cls: number, against: boolean): number => 2 * cls + (against ? 1 : 0);

/** Stands between a sign and what the rules say, in the name of both together. */
export const RULED = ', ruled ';
