import type { SignList, SignNames } from './signNames.js';
import { SignWeights } from './signWeights.js';
import { loneWeight, type WeightData } from './weightData.js';

/** How far a word may stand from what is asked about, in tokens. */
export const AROUND = 6;

/** Where a word stands: somewhere before or behind within `AROUND`, right beside, and that where the rules say yes or no. */
export const PLACES = ['<', '>', '<1', '>1', '<1+', '>1+', '<1-', '>1-'] as const;
type Place = (typeof PLACES)[number];

/**
 * One question with yes or no, by the words around a token and by signs: logistic regression. A word's key is its place
 * and the word: `<1 rated`.
 */
export class AroundWeights {
  readonly #bias: number;
  readonly #signs: SignWeights;
  /** By place, then by stem: what the word weighs there. */
  readonly #places: Readonly<Record<Place, Int16Array>>;

  /** `stems`: the number of each word's first form; `stemOf` that of a word id, 0 for none. */
  constructor(
    data: WeightData['candidate'],
    stems: ReadonlyMap<string, number>,
    private readonly stemOf: (word: number) => number,
  ) {
    this.#bias = data.bias[0]!;
    this.#signs = new SignWeights(data.signs);
    this.#places = Object.fromEntries(
      PLACES.map(place => [place, new Int16Array(stems.size + 1)]),
    ) as unknown as Record<Place, Int16Array>;
    for (const [key, written] of Object.entries(data.around)) {
      const [place, word] = key.split(' ');
      this.#places[place as Place][stems.get(word!)!] = loneWeight(written);
    }
  }

  /** What the signs weigh, by their numbers. */
  weightsOf(names: SignNames): Int32Array {
    return this.#signs.of(names);
  }

  /**
   * What speaks for yes, in twentieths of a logit: above 0 it is likelier than not. The token or tokens asked about are
   * `[from, to)` of a sentence `[first, last)`.
   */
  score(
    words: Int32Array,
    sentence: { readonly from: number; readonly to: number },
    asked: { readonly from: number; readonly to: number },
    ruled: boolean,
    signs: SignList,
    weights: Int32Array,
  ): number {
    let sum = this.#bias;
    for (let i = 0; i < signs.count; i++) sum += weights[signs.numbers[i]!]!;
    const places = this.#places;
    const seen: number[] = [];
    for (let i = asked.from - 1; i >= sentence.from && i >= asked.from - AROUND; i--)
      sum += this.#once(words[i]!, places['<'], seen);
    seen.length = 0;
    for (let i = asked.to; i < sentence.to && i < asked.to + AROUND; i++)
      sum += this.#once(words[i]!, places['>'], seen);
    const [left, right] = [asked.from - 1, asked.to];
    const before = left >= sentence.from && words[left]! > 0 ? this.stemOf(words[left]!) : 0;
    const behind = right < sentence.to && words[right]! > 0 ? this.stemOf(words[right]!) : 0;
    return (
      sum +
      places['<1'][before]! +
      places['>1'][behind]! +
      places[ruled ? '<1+' : '<1-'][before]! +
      places[ruled ? '>1+' : '>1-'][behind]!
    );
  }

  /** What a word weighs, the first time that it stands there. */
  #once(word: number, weights: Int16Array, seen: number[]): number {
    const stem = word > 0 ? this.stemOf(word) : 0;
    if (weights[stem] === 0 || seen.includes(stem)) return 0;
    seen.push(stem);
    return weights[stem]!;
  }
}
