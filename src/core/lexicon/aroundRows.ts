import type { Section } from './weightData.js';
import type { WeightReader } from './weightReader.js';
import type { WeightRows } from './weightRows.js';

/** How far before or behind what is asked about a word may stand to count as such, in tokens. */
export const AROUND = 6;
/** How far a word of its sentence may stand to count at all, in tokens. */
export const ANYWHERE = 40;

/**
 * Where a word stands: before or behind within `AROUND`, anywhere in the sentence, right beside, and that where the
 * rules say yes or no.
 */
export const PLACES = ['<', '>', '=', '<1', '>1', '<1+', '>1+', '<1-', '>1-'] as const;
type Place = (typeof PLACES)[number];

interface Range {
  readonly from: number;
  readonly to: number;
}

/** What words weigh by where they stand around tokens that are asked about. */
export class AroundRows {
  /** By place, then by stem: the row of the word there. */
  readonly #places: Readonly<Record<Place, Int32Array>>;
  /** By stem: the walk in which it was last met. Each word counts once, however often it stands there: so it was learnt. */
  readonly #met: Int32Array;
  #walk = 0;

  /** `stemOf`: the number of the word that a word id is a form of, 0 for none. `at`: where its classes begin. */
  constructor(
    reader: WeightReader,
    section: Section,
    private readonly stemOf: Int32Array,
    private readonly rows: WeightRows,
    at: number,
  ) {
    this.#met = new Int32Array(reader.forms.length + 1);
    this.#places = Object.fromEntries(
      PLACES.map(place => {
        const own = new Int32Array(reader.forms.length + 1);
        reader.eachWord(section, (word, row) => (own[word] = rows.take(row, 0, row.count, at)));
        return [place, own];
      }),
    ) as unknown as Record<Place, Int32Array>;
  }

  /**
   * Adds to the sums from `base` on what the words weigh around the tokens asked about. `ruled`: what the rules say,
   * where the answer is yes or no.
   */
  add(
    words: Int32Array,
    sentence: Range,
    asked: Range,
    ruled: boolean | undefined,
    sums: Int32Array,
    base: number,
  ): void {
    const places = this.#places;
    const first = Math.max(sentence.from, asked.from - ANYWHERE);
    const last = Math.min(sentence.to, asked.to + ANYWHERE);
    this.#walk++;
    this.#addEach(words, Math.max(first, asked.from - AROUND), asked.from, places['<'], sums, base);
    this.#walk++;
    this.#addEach(words, asked.to, Math.min(last, asked.to + AROUND), places['>'], sums, base);
    this.#walk++;
    this.#addEach(words, first, asked.from, places['='], sums, base);
    this.#addEach(words, asked.to, last, places['='], sums, base);
    const before = asked.from > sentence.from ? this.#stem(words[asked.from - 1]!) : 0;
    const behind = asked.to < sentence.to ? this.#stem(words[asked.to]!) : 0;
    this.rows.add(places['<1'][before]!, sums, base);
    this.rows.add(places['>1'][behind]!, sums, base);
    if (ruled === undefined) return;
    this.rows.add(places[ruled ? '<1+' : '<1-'][before]!, sums, base);
    this.rows.add(places[ruled ? '>1+' : '>1-'][behind]!, sums, base);
  }

  /** How much more a word around the tokens asked about speaks for one class than for another. */
  speaks(words: Int32Array, token: number, asked: Range, cls: number, other: number): number {
    const stem = this.#stem(words[token]!);
    if (stem === 0) return 0;
    const places = this.#places;
    const before = token < asked.from;
    const near = before ? asked.from - token <= AROUND : token - asked.to < AROUND;
    const beside = before ? token === asked.from - 1 : token === asked.to;
    return (
      this.#more(places['='][stem]!, cls, other) +
      (near ? this.#more(places[before ? '<' : '>'][stem]!, cls, other) : 0) +
      (beside ? this.#more(places[before ? '<1' : '>1'][stem]!, cls, other) : 0)
    );
  }

  #more(row: number, cls: number, other: number): number {
    return this.rows.weightOf(row, cls) - this.rows.weightOf(row, other);
  }

  /** Adds what each of the words `[from, to)` weighs that this walk has not met. */
  #addEach(
    words: Int32Array,
    from: number,
    to: number,
    place: Int32Array,
    sums: Int32Array,
    base: number,
  ): void {
    const [met, walk] = [this.#met, this.#walk];
    for (let i = from; i < to; i++) {
      const stem = this.#stem(words[i]!);
      const row = place[stem]!;
      if (row === 0 || met[stem] === walk) continue;
      met[stem] = walk;
      this.rows.add(row, sums, base);
    }
  }

  #stem(word: number): number {
    return word > 0 ? this.stemOf[word]! : 0;
  }
}
