import type { WeightReader } from './weightReader.js';

/**
 * Where a word stands in or beside a noun phrase: its head, its first word, the one before (`-`) or behind it (`+`),
 * of a phrase that stands before (`<`) or behind (`>`) what it may be the subject of.
 */
export const PHRASE_PLACES = ['h', 'f', '<-', '<+', '>-', '>+'] as const;
export type PhrasePlace = (typeof PHRASE_PLACES)[number];

/** What words weigh by where they stand in or beside a noun phrase: in hundredths of a logit. */
export class PhraseWeights {
  /** By place, then by stem. */
  readonly #weights: Readonly<Record<PhrasePlace, Int32Array>>;

  /** `stemOf`: the number of the word that a word id is a form of, 0 for none. */
  constructor(
    reader: WeightReader,
    private readonly stemOf: Int32Array,
  ) {
    this.#weights = Object.fromEntries(
      PHRASE_PLACES.map(place => {
        const weights = new Int32Array(reader.forms.length + 1);
        reader.eachWord('subject words', (word, row) => (weights[word] = row.weights[0]!));
        return [place, weights];
      }),
    ) as unknown as Record<PhrasePlace, Int32Array>;
  }

  /** What a word, by its id, weighs at a place; 0 for those that nothing is known of. */
  of(place: PhrasePlace, word: number): number {
    return word > 0 ? this.#weights[place][this.stemOf[word]!]! : 0;
  }
}
