import { loneWeight, type PlacedRows, wordsAt } from './weightData.js';

/**
 * Where a word stands in or beside a noun phrase: its head, its first word, the one before (`-`) or behind it (`+`),
 * of a phrase that stands before (`<`) or behind (`>`) what it may be the subject of.
 */
export const PHRASE_PLACES = ['h', 'f', '<-', '<+', '>-', '>+'] as const;
export type PhrasePlace = (typeof PHRASE_PLACES)[number];

/** Words are written in tenths. */
const HUNDREDTHS = 10;

/** What words weigh by where they stand in or beside a noun phrase: in hundredths of a logit. */
export class PhraseWeights {
  /** By place, then by stem. */
  readonly #weights: Readonly<Record<PhrasePlace, Int32Array>>;

  /** `stems`: the number of each word's first form; `stemOf` that of a word id, 0 for none. */
  constructor(
    rows: PlacedRows,
    stems: ReadonlyMap<string, number>,
    private readonly stemOf: Int32Array,
  ) {
    this.#weights = Object.fromEntries(
      PHRASE_PLACES.map(place => [place, new Int32Array(stems.size + 1)]),
    ) as unknown as Record<PhrasePlace, Int32Array>;
    for (const place of PHRASE_PLACES)
      for (const [word, row] of wordsAt(rows, place))
        this.#weights[place][stems.get(word)!] = HUNDREDTHS * loneWeight(row);
  }

  /** What a word, by its id, weighs at a place; 0 for those that nothing is known of. */
  of(place: PhrasePlace, word: number): number {
    return word > 0 ? this.#weights[place][this.stemOf[word]!]! : 0;
  }
}
