import { GramIndex } from './gramIndex.js';
import { indicesOf, PlainWords } from './sameWords.js';
import type { QuoteSelector } from './tag.js';

/** After so many searches through the whole text, an index of it costs less than the next ones. */
const SEARCHES = 12;

/**
 * Where words stand in a text, for as many of them as anybody asks: answers are kept, and from the first dozen on they
 * come from an index of the text. Positions are UTF-16 code units of the plain words.
 */
export class Places {
  readonly plain: PlainWords;
  readonly #known = new Map<string, readonly number[]>();
  #searches = 0;
  #index: GramIndex | undefined;

  /** `text`: with LF line ends. */
  constructor(readonly text: string) {
    this.plain = new PlainWords(text);
  }

  /** Everywhere that these plain words stand, within others too; the first thousand, in order. */
  all(words: string): readonly number[] {
    if (words === '') return [];
    if (words.length >= GramIndex.SHORTEST && this.#searches >= SEARCHES)
      return (this.#index ??= new GramIndex(this.plain.text)).indicesOf(words);
    this.#searches++;
    return indicesOf(this.plain.text, words);
  }

  /**
   * Of these the places where the words stand as a selector has them: "5 referrals" does not stand in "25 referrals",
   * unless it was tagged in the middle of a word.
   */
  of(words: string, selector: QuoteSelector): readonly number[] {
    const cut = cutsOf(selector);
    const key = `${cut.before ? '<' : '-'}${cut.after ? '>' : '-'}${words}`;
    let places = this.#known.get(key);
    if (!places) {
      places = this.all(words).filter(from => this.#isWhole(from, from + words.length, cut));
      this.#known.set(key, places);
    }
    return places;
  }

  #isWhole(from: number, to: number, cut: Cuts): boolean {
    const { plain, text } = this;
    const before = plain.text.charCodeAt(from - 1);
    if (!cut.before && from > 0 && !isGap(before)) {
      const start = plain.origin(from);
      if (joins(text[start - 1], text[start])) return false;
    }
    if (cut.after || to >= plain.text.length || isGap(plain.text.charCodeAt(to))) return true;
    const end = plain.origin(to);
    return !joins(text[end - 1], text[end]);
  }
}

/** Whether a quote begins, or ends, in the middle of a word. */
interface Cuts {
  readonly before: boolean;
  readonly after: boolean;
}

const cutsOf = ({ quote, before = ' ', after = ' ' }: QuoteSelector): Cuts => ({
  before: joins(before.at(-1), quote[0]),
  after: joins(quote.at(-1), after[0]),
});

const WORD = /[\p{L}\p{N}]/u;
const joins = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && WORD.test(a) && WORD.test(b);

/** An ASCII unit that belongs to no word, whatever in the source it comes from; most words end at one. */
const isGap = (unit: number): boolean =>
  unit < 0x30 || (unit > 0x39 && unit < 0x41) || (unit > 0x5a && unit < 0x61) || (unit > 0x7a && unit < 0x80);
