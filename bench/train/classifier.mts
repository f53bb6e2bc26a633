import { adapted } from './adaptive.mjs';
import type { WordsAround } from '../../src/core/extraction/wordsAround.js';
import { AROUND } from '../../src/core/lexicon/aroundRows.js';
import type { SubjectExample } from './examples.mjs';
import { train } from './logistic.mjs';
import { rank } from './ranking.mjs';
import { stem } from './stem.mjs';
import { Vocabulary } from './vocabulary.mjs';

/** What was learnt to tell, before it is packed. */
export interface Learnt {
  readonly classes: readonly string[];
  /** By class, in logits. */
  readonly bias: readonly number[];
  /** To each feature, as the vocabulary names it, what it weighs for each class, in logits. */
  readonly weights: ReadonlyMap<string, readonly number[]>;
  /** To each feature, the part of the examples that have it. */
  readonly shares: ReadonlyMap<string, number>;
  /** By class: how far the truth spreads, p(1 − p) where p is the part of the examples that have it. */
  readonly spread: readonly number[];
}

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
  /** Logits given to each class. */
  readonly shift?: number;
  readonly rounds?: number;
  /** What was learnt before: it is learnt on, and what weighs nothing for a class goes on to weigh nothing. */
  readonly before?: Learnt | undefined;
}

/** Signs are few and seldom by chance; they pay less. So do words around a grade, where there is little else to go by. */
const penalties = (names: readonly string[], weight: number): Float64Array =>
  Float64Array.from(names, name => {
    if (/^@[<>=]1?[+-]? /.test(name)) return weight * 0.1;
    return weight * (name.startsWith('@') ? 0.25 : name.includes(' ') ? 1.2 : 1);
  });

/** Words around a grade word as signs, by where they stand: what `AroundRows` asks for. `ruled`: where the answer is yes or no. */
export function aroundOf({ before, behind }: WordsAround, ruled?: boolean): string[] {
  const signs = new Set<string>();
  for (const [mark, words] of [
    ['<', before],
    ['>', behind],
  ] as const) {
    words.forEach((word, i) => {
      if (word === '') return;
      if (ruled === undefined) signs.add(`= ${stem(word)}`);
      if (i < AROUND) signs.add(`${mark} ${stem(word)}`);
    });
    if (!words[0]) continue;
    signs.add(`${mark}1 ${stem(words[0])}`);
    if (ruled !== undefined) signs.add(`${mark}1${ruled ? '+' : '-'} ${stem(words[0])}`);
  }
  return [...signs];
}

/** What answers a question. */
export function classifier<E extends { readonly document: string; readonly words: readonly string[] }>({
  from,
  signsOf,
  classes,
  is,
  penalty,
  exclusive,
  least,
  shift = 0,
  rounds = 250,
  before,
}: Question<E>): Learnt {
  const sentences = from.map(e => ({ document: e.document, words: e.words, signs: signsOf(e) }));
  const vocabulary = new Vocabulary(sentences, least);
  const { names } = vocabulary;
  const targets = classes.map(cls => Float64Array.from(from, e => (is(e, cls) ? 1 : 0)));
  const [lasso, ridge] = penalty.split(',').map(p => penalties(names, Number(p)));
  const rows = vocabulary.rows(sentences);
  const first = before && {
    bias: Float64Array.from(before.bias, b => b - shift),
    weights: classes.map((_, c) => Float64Array.from(names, name => before.weights.get(name)?.[c] ?? 0)),
  };
  const held = first
    ? first.weights.map(own => own.map(weight => (weight === 0 ? Infinity : 0)))
    : targets.map(target => adapted(rows, target, lasso!));
  const { bias, weights } = train(rows, targets, { lasso: held, ridge: ridge! }, exclusive, rounds, first);
  const counts = new Float64Array(rows.width);
  for (const row of rows.features) for (const f of row) counts[f]!++;
  return {
    classes,
    bias: [...bias].map(b => b + shift),
    weights: new Map(names.map((name, f) => [name, weights.map(w => w[f]!)])),
    shares: new Map(names.map((name, f) => [name, counts[f]! / from.length])),
    spread: targets.map(target => {
      const share = target.reduce((sum, is) => sum + is, 0) / from.length;
      return share * (1 - share);
    }),
  };
}

/** A word behind its place, by its stem. */
function stemmed(word: string): string {
  const blank = word.indexOf(' ');
  return `${word.slice(0, blank)} ${stem(word.slice(blank + 1))}`;
}

/** Signs that two documents have and no fewer than four candidates: the rest is chance. */
export function ranking(from: readonly SubjectExample[], penalty: string): Learnt {
  const groupsOf = from.map(({ document, candidates, right }) => ({
    rows: candidates.map(({ signs, words }) => ({
      document,
      words: [],
      signs: [...signs, ...words.map(stemmed)],
    })),
    right,
  }));
  const vocabulary = new Vocabulary(
    groupsOf.flatMap(({ rows }) => rows),
    4,
  );
  const [lasso, ridge] = penalty.split(',').map(Number);
  const groups = groupsOf.map(({ rows, right }) => ({ rows: vocabulary.rows(rows).features, right }));
  const weights = rank(groups, vocabulary.names.length, lasso!, ridge!);
  return {
    classes: ['subject'],
    bias: [0],
    weights: new Map(vocabulary.names.map((name, f) => [name, [weights[f]!]])),
    shares: new Map(),
    spread: [0],
  };
}
