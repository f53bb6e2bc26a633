import type { Matcher } from './matcher.js';

/**
 * What a linear classifier has learnt from labelled sentences: logistic regression, each class against the rest, with
 * an L1 penalty so that most words weigh nothing (Tibshirani 1996). Trained by `bench/train`; weights in hundredths.
 */
export interface WeightData {
  readonly classes: readonly string[];
  readonly bias: readonly number[];
  /**
   * What weighs: forms of a word (`drift|drifts|drifted`), two words in a row by their first forms (`drift delay`), or
   * a sign of the sentence (`@blame`). To each: class, weight, class, weight, …
   */
  readonly weights: Readonly<Record<string, readonly number[]>>;
}

/** Every form of the words that weigh something: the matcher has to know them. */
export function* formsOf({ weights }: WeightData): Generator<string> {
  for (const key of Object.keys(weights))
    if (!key.startsWith('@') && !key.includes(' ')) yield* key.split('|');
}

/** Pairs of words are looked up by one number. */
const pairOf = (first: number, second: number): number => first * 65_536 + second;

/** A classifier, compiled against the word ids of a lexicon's matcher. */
export class Weights {
  readonly classes: readonly string[];
  readonly #bias: readonly number[];
  /** By word id: its place in `#rows` (0: it weighs nothing alone). */
  readonly #words: Int32Array;
  /** By word id: the id of the first of its forms. */
  readonly #first: Int32Array;
  /** By id of a first form: 1 where some pair begins with it. */
  readonly #opens: Uint8Array;
  readonly #pairs = new Map<number, readonly number[]>();
  readonly #signs = new Map<string, readonly number[]>();
  readonly #rows: (readonly number[])[] = [[]];

  constructor({ classes, bias, weights }: WeightData, matcher: Matcher) {
    this.classes = classes;
    this.#bias = bias;
    this.#words = new Int32Array(matcher.size + 1);
    this.#first = new Int32Array(matcher.size + 1);
    this.#opens = new Uint8Array(matcher.size + 1);
    const pairs: [string, readonly number[]][] = [];
    for (const [key, row] of Object.entries(weights)) {
      if (key.startsWith('@')) this.#signs.set(key.slice(1), row);
      else if (key.includes(' ')) pairs.push([key, row]);
      else {
        const ids = key.split('|').map(form => matcher.idOf(form));
        const place = row.length > 0 ? this.#rows.push(row) - 1 : 0;
        for (const id of ids) {
          this.#words[id] = place;
          this.#first[id] = ids[0]!;
        }
      }
    }
    for (const [key, row] of pairs) {
      const [a, b] = key.split(' ').map(word => matcher.idOf(word));
      this.#pairs.set(pairOf(a!, b!), row);
      this.#opens[a!] = 1;
    }
  }

  /** What speaks for each class, in hundredths of a logit, from word ids `[from, to)` and signs. */
  score(words: Int32Array, from: number, to: number, signs: readonly string[]): Float64Array {
    const sum = Float64Array.from(this.#bias);
    for (const sign of signs) add(sum, this.#signs.get(sign));
    // Written out, since every word of a report comes by here.
    let before = 0;
    for (let i = from; i < to; i++) {
      const id = words[i]!;
      if (id <= 0) {
        before = 0;
        continue;
      }
      const row = this.#words[id]!;
      if (row > 0) add(sum, this.#rows[row]);
      const first = this.#first[id]!;
      if (before > 0 && first > 0 && this.#opens[before] === 1)
        add(sum, this.#pairs.get(pairOf(before, first)));
      before = first;
    }
    return sum;
  }

  /** The tokens that speak most for a class, strongest first. */
  tellers(
    words: Int32Array,
    from: number,
    to: number,
    cls: number,
  ): { token: number; length: number; weight: number }[] {
    const told: { token: number; length: number; weight: number }[] = [];
    this.#each(words, from, to, (row, token, length) => {
      for (let i = 0; i < row.length; i += 2)
        if (row[i] === cls && row[i + 1]! > 0) told.push({ token, length, weight: row[i + 1]! });
    });
    return told.sort((a, b) => b.weight - a.weight);
  }

  #each(
    words: Int32Array,
    from: number,
    to: number,
    see: (row: readonly number[], token: number, length: number) => void,
  ): void {
    let before = 0;
    for (let i = from; i < to; i++) {
      const id = words[i]!;
      if (id <= 0) {
        before = 0;
        continue;
      }
      const row = this.#words[id]!;
      if (row > 0) see(this.#rows[row]!, i, 1);
      const first = this.#first[id]!;
      if (before > 0 && first > 0) {
        const pair = this.#pairs.get(pairOf(before, first));
        if (pair) see(pair, i - 1, 2);
      }
      before = first;
    }
  }
}

function add(sum: Float64Array, row: readonly number[] | undefined): void {
  if (row) for (let i = 0; i < row.length; i += 2) sum[row[i]!]! += row[i + 1]!;
}
