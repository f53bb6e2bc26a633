import type { ClassifierData, WeightData } from '../../src/core/lexicon/weights.js';
import { average, bagged } from './bags.mjs';
import type { CandidateExample, SubjectExample } from './examples.mjs';
import { train } from './logistic.mjs';
import { rank } from './ranking.mjs';
import { stem } from './stem.mjs';
import { type Forms, Vocabulary } from './vocabulary.mjs';

/** What is to be told of examples. */
export interface Question<E> {
  readonly from: readonly E[];
  readonly signsOf: (example: E) => readonly string[];
  readonly classes: readonly string[];
  readonly is: (example: E, cls: string) => boolean;
  /** L1 and L2, with a comma between them. */
  readonly penalty: string;
  /** Has an example one class, rather than any number of them? */
  readonly exclusive: boolean;
  /** Words count that stand in so many examples. */
  readonly least: number;
  /** How many models are averaged. */
  readonly bags: number;
  /** Weights below so many hundredths of a logit are left out. */
  readonly drop: number;
  /** Logits given to each class. */
  readonly shift?: number;
}

/** Signs are few and seldom by chance; they pay less. */
const penalties = (names: readonly string[], weight: number): Float64Array =>
  Float64Array.from(names, name => {
    if (/^@[<>]1? /.test(name)) return weight;
    return weight * (name.startsWith('@') ? 0.25 : name.includes(' ') ? 1.2 : 1);
  });

/** Words around a grade word as signs, by where they stand: what `AroundWeights` asks for. */
export function aroundOf({ before, behind, ruled }: CandidateExample): string[] {
  const how = ruled ? '+' : '-';
  const side = (mark: string, words: readonly string[]): string[] => [
    ...new Set(words.filter(Boolean).map(word => `${mark} ${stem(word)}`)),
    ...(words[0] ? [`${mark}1 ${stem(words[0])}`, `${mark}1${how} ${stem(words[0])}`] : []),
  ];
  return [...side('<', before), ...side('>', behind)];
}
/** As the vocabulary names them. */
const AROUND = /^@([<>]1?[+-]?) (.+)$/;

/** What answers a question, as it is shipped. */
export function classifier<E extends { readonly document: string; readonly words: readonly string[] }>(
  forms: Forms,
  { from, signsOf, classes, is, penalty, exclusive, least, bags, drop, shift = 0 }: Question<E>,
): ClassifierData {
  const sentences = from.map(e => ({ document: e.document, words: e.words, signs: signsOf(e) }));
  const vocabulary = new Vocabulary(sentences, least);
  const targets = classes.map(cls => Float64Array.from(from, e => (is(e, cls) ? 1 : 0)));
  const [lasso, ridge] = penalty.split(',').map(p => penalties(vocabulary.names, Number(p)));
  const documents = from.map(e => e.document);
  const { bias, weights } = average(
    bagged(vocabulary.rows(sentences), targets, documents, bags).map(([rows, own]) =>
      train(rows, own, lasso!, ridge!, exclusive),
    ),
  );
  const data: Record<string, string> = {};
  vocabulary.names.forEach((name, f) => {
    const row = weights
      .flatMap((w, cls) => {
        const hundredths = Math.round(100 * w[f]!);
        return Math.abs(hundredths) < drop ? [] : `${String.fromCharCode(97 + cls)}${String(hundredths)}`;
      })
      .join('');
    if (row !== '') data[keyOf(name, forms)] = row;
  });
  return { classes, bias: [...bias].map(b => Math.round(100 * (b + shift))), weights: data };
}

/** What a feature is called where it is shipped: words by the first of their forms. */
function keyOf(name: string, forms: Forms): string {
  const around = AROUND.exec(name);
  if (around) return `${around[1]!} ${forms.firstOf(around[2]!)}`;
  if (name.startsWith('@')) return name;
  return name
    .split(' ')
    .map(word => forms.firstOf(word))
    .join(' ');
}

/** Signs that two documents have and no fewer than four candidates: the rest is chance. */
export function ranking(from: readonly SubjectExample[], penalty: string): WeightData['subject'] {
  const vocabulary = new Vocabulary(
    from.flatMap(e => e.candidates.map(signs => ({ document: e.document, words: [], signs }))),
    4,
  );
  const [lasso, ridge] = penalty.split(',').map(Number);
  const groups = from.map(e => ({
    rows: e.candidates.map(signs => vocabulary.row([], signs)),
    right: e.right,
  }));
  const weights = rank(groups, vocabulary.names.length, lasso!, ridge!);
  const data: Record<string, string> = {};
  vocabulary.names.forEach((name, f) => {
    const hundredths = Math.round(100 * weights[f]!);
    if (Math.abs(hundredths) >= 3) data[name] = `a${String(hundredths)}`;
  });
  return { weights: data };
}
