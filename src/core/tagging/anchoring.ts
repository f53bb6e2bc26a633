import search from 'approx-string-match';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Span } from '../report/text.js';
import { mapped } from './mapping.js';
import { Places } from './places.js';
import { lastUpTo, plainWords } from './sameWords.js';
import { CONTEXT, mayHaveTwin, sameAfter, sameBefore, SPARE, widened } from './selector.js';
import type { Anchor, AnchoredTag, QuoteSelector, Tag } from './tag.js';
import { WeightyWords } from './weightyWords.js';

export interface AnchoringOptions {
  readonly lexicon: Lexicon;
  /** The text in which the tags’ positions were right (LF), where it is known: an earlier version from git. */
  readonly oldText?: string;
}

/** The proof of a place around which all stands that its selector says. */
const WHOLE = 4;
/** A quote as long as this that stands only once is found, whatever has become of its surroundings. */
const SPEAKS_FOR_ITSELF = 40;
/** Likeness of the better side of the context (0 to 1) that makes a place the quote's own. */
const LIKE_ENOUGH = 0.5;
/** Share of a context (0 to 1, counted from the quote outwards) from which on it resembles what stands there. */
const RESEMBLES = 0.3;
/** Shorter quotes are like too much for a fuzzy search to mean anything. */
const SHORTEST_FUZZY = 12;
/** Longer ones are searched by their beginning, which bounds the time. */
const LONGEST_FUZZY = 256;
/** The share of a quote's characters that may differ in a suggestion. */
const ERRORS = 0.25;
const LEAST_SCORE = 0.6;

/**
 * Anchors the tags of a report in its text (LF). Each is looked for, in this order: as an exact quote at its hinted
 * place; as an exact quote elsewhere, where its context or its length leaves no doubt; at the place that an earlier
 * version's position has moved to; and as something alike, which is a suggestion and no more.
 *
 * "Exact" overlooks white space and Unicode composition. The selectors are those of the W3C Web Annotation model; the
 * weights of a suggestion's score follow the Hypothesis client (quote 50, each context 20, position 2), whose matcher
 * differs in that it takes the best candidate, however bad.
 */
export function anchorAll(text: string, tags: readonly Tag[], options: AnchoringOptions): AnchoredTag[] {
  const anchoring = new Anchoring(text, options);
  return tags.map(tag => ({ ...tag, ...anchoring.anchor(tag) }));
}

/** One text, made ready for anchoring in it. */
export class Anchoring {
  #weighty: WeightyWords | undefined;
  #places: Places | undefined;

  constructor(
    readonly text: string,
    readonly options: AnchoringOptions,
  ) {}

  /** Where words stand in the text. */
  get places(): Places {
    return (this.#places ??= new Places(this.text));
  }

  anchor(own: QuoteSelector): Anchor {
    const selector = widened(own);
    if (selector.quote.trim() === '') return { state: 'orphaned' };
    const exact = this.#exact(selector);
    if (exact && exact.state !== 'suggested') return exact;
    return this.#fromOldText(selector) ?? exact ?? this.#alike(selector) ?? { state: 'orphaned' };
  }

  #exact(selector: QuoteSelector): Anchor | undefined {
    const { quote, at, before = '', after = '' } = selector;
    const { text } = this;
    if (
      at &&
      text.startsWith(quote, at[0]) &&
      text.startsWith(before, at[0] - before.length) &&
      text.startsWith(after, at[1]) &&
      at[1] - at[0] === quote.length &&
      before + after !== '' &&
      !mayHaveTwin(selector)
    )
      return anchored({ start: at[0], end: at[1] }, at);
    const words = wordsOf(selector);
    const places = this.places.of(words.quote, selector);
    if (places.length === 0) return undefined;
    const place = this.#sure(selector, words, places);
    if (place) return anchored(place, at);
    // The words are there, but so are they elsewhere, or in other company: for the analyst to say.
    const likeness = places.map(from => this.#likeness(words, from));
    const most = likeness.indexOf(Math.max(...likeness));
    const { start, end } = this.#span(words, places[most]!);
    return { state: 'suggested', start, end, score: round(0.5 + likeness[most]! / 2) };
  }

  /** The place that needs no asking, if there is one. Full proofs are dear: only as many are made as decide it. */
  #sure(selector: QuoteSelector, words: Words, places: readonly number[]): Span | undefined {
    const { at, nth } = selector;
    const isHinted = (span: Span): boolean => span.start === at?.[0] && span.end === at[1];
    const whole = places.length > 1 || (nth && nth[1] > 1) ? this.#wholes(words, places) : [];
    const first = whole[0] === undefined ? undefined : this.#span(words, whole[0]);
    if (nth && nth[1] > 1) {
      if (first) {
        if (whole.length > 1) return undefined;
        return this.#isSure(selector, words, places, whole[0]!, isHinted(first)) ? first : undefined;
      }
      // Were there other places with these words when the tag was made, so that one of them may be all that is left?
      // Not where there are still as many, and this is as far down among them as it was.
      const own = places[nth[0] - 1];
      if (places.length !== nth[1] || own === undefined || this.#proof(words, own) === 0) return undefined;
    } else if (whole.length === 1 && isHinted(first!)) return first;
    // A copy may have the better surroundings: where another place has any claim, only the hint decides.
    let best = 0;
    let own = places.length === 1 ? places[0] : undefined;
    for (const from of places) {
      const proof = this.#proof(words, from);
      if (proof === 0) continue;
      if (best > 0) return undefined;
      [best, own] = [proof, from];
    }
    if (own === undefined || (nth && nth[1] > 1 && own !== places[nth[0] - 1])) return undefined;
    const span = this.#span(words, own);
    return best >= 2 || (places.length === 1 && this.#suffices(selector, words, best, own, isHinted(span)))
      ? span
      : undefined;
  }

  /** The places around which all stands that the selector says. */
  #wholes(words: Words, places: readonly number[]): number[] {
    const { before = '', after = '' } = words;
    if (before.trim() === '' || after.trim() === '') return [];
    const spare = (side: string): number => (side.length < CONTEXT - SPARE ? 0 : SPARE);
    const lead = before.slice(spare(before));
    const all = this.places.all(lead + words.quote + after.slice(0, after.length - spare(after)));
    return all.map(from => from + lead.length).filter(from => has(places, from));
  }

  /**
   * A place with all that its selector says around it, of words that stood in several places when they were tagged:
   * what is around them told them apart then. It still does, unless there are more of them now, of which one may be a
   * copy of a place that was changed; or unless their whole sentences were alike, so that another may have moved here.
   */
  #isSure(
    selector: QuoteSelector,
    words: Words,
    places: readonly number[],
    own: number,
    hinted: boolean,
  ): boolean {
    const [k, n] = selector.nth!;
    if (!hinted && selector.at && this.#hasPlace(words, places, selector.at)) return false;
    if (places.length > n) return hinted;
    return !mayHaveTwin(selector) || (places.length === n && own === places[k - 1]);
  }

  /** Is one of the places at `[start, end)` of the text? */
  #hasPlace(words: Words, places: readonly number[], [start, end]: readonly [number, number]): boolean {
    const { plain } = this.places;
    for (let from = plain.position(start); from < plain.text.length && plain.origin(from) === start; from++)
      if (plain.origin(from + words.quote.length) === end && has(places, from)) return true;
    return false;
  }

  #span({ quote }: Words, from: number): Span {
    return this.places.plain.source({ start: from, end: from + quote.length });
  }

  /**
   * How the surroundings speak for a place: 4, all is there that the selector says; 3, both sides are the selector's
   * for as long as a context is at least; 2, one is, and the other was edited; 1, one is, and on the other side
   * something else stands now; 0, neither, or the other side is alike but for a grade, a number or a negation, as in a
   * sentence of the same pattern about another matter (0.5, if one side is the same).
   */
  #proof({ quote, before, after }: Words, from: number): number {
    const to = from + quote.length;
    let same = 0;
    let other = 0;
    let weak = false;
    let alien = false;
    let whole = true;
    for (const [wanted, isBefore] of [
      [before, true],
      [after, false],
    ] as const) {
      if (wanted === undefined || wanted.trim() === '') continue;
      other++;
      const length = Math.min(wanted.length, CONTEXT);
      const common = this.#common(wanted, isBefore ? from : to, isBefore);
      if (common < wanted.length - (wanted.length < CONTEXT - SPARE ? 0 : SPARE)) whole = false;
      if (common >= length - SPARE) same++;
      else if (common >= length * RESEMBLES) {
        const { text } = this.places.plain;
        const beside = isBefore ? text.slice(Math.max(0, from - length), from) : text.slice(to, to + length);
        if (this.#sameWeight(isBefore ? wanted.slice(-length) : wanted.slice(0, length), beside)) weak = true;
        else alien = true;
      }
    }
    if (other === 0) return 0;
    if (alien) return same === 0 ? 0 : 0.5;
    if (same === other) return other === 2 ? (whole ? WHOLE : 3) : 2;
    return same === 1 ? (weak ? 2 : 1) : 0;
  }

  /** How many characters of a side of the selector stand beside a place too, counted from there. */
  #common(wanted: string, at: number, isBefore: boolean): number {
    const { text } = this.places.plain;
    return isBefore
      ? sameBefore(wanted, wanted.length, text, at, wanted.length)
      : sameAfter(wanted, 0, text, at, wanted.length);
  }

  /** Weighty words in the same order, where an edit may have pushed one of them out of the context. */
  #sameWeight(a: string, b: string): boolean {
    const weighty = this.#weights;
    const [x, y] = [weighty.of(a), weighty.of(b)];
    const [short, long] = x.length < y.length ? [x, y] : [y, x];
    return (
      long.length - short.length <= 1 &&
      (short.every((w, i) => w === long[i]) ||
        short.every((w, i) => w === long[i + long.length - short.length]))
    );
  }

  /** Is this much proof of the only place enough to put the tag there without asking? */
  #suffices({ quote }: QuoteSelector, words: Words, proof: number, from: number, hinted: boolean): boolean {
    if (proof >= 1 || (words.before === undefined && words.after === undefined)) return true;
    // Its surroundings are gone on both sides: a sentence that nobody writes twice, or one that stayed in its place.
    return quote.length >= SPEAKS_FOR_ITSELF || (hinted && this.#likeness(words, from) >= LIKE_ENOUGH);
  }

  #fromOldText({ quote, at }: QuoteSelector): Anchor | undefined {
    const { oldText } = this.options;
    if (oldText === undefined || at === undefined || oldText.slice(at[0], at[1]) !== quote) return undefined;
    const place = mapped({ start: at[0], end: at[1] }, oldText, this.text);
    return place && this.text.slice(place.start, place.end) === quote ? anchored(place, at) : undefined;
  }

  #alike(selector: QuoteSelector): Anchor | undefined {
    const { quote } = selector;
    if (quote.length < SHORTEST_FUZZY) return undefined;
    const pattern = quote.slice(0, LONGEST_FUZZY);
    const most = Math.floor(pattern.length * ERRORS);
    let best: Anchor | undefined;
    for (const match of search(this.text, pattern, most)) {
      const place = this.#wholeWords({
        start: match.start,
        end: match.end + (quote.length - pattern.length),
      });
      const passage = this.text.slice(place.start, place.end);
      if (!this.#weights.agree(quote, passage)) continue;
      const score = this.#score(selector, place, match.errors / pattern.length);
      if (score >= LEAST_SCORE && score > (best?.score ?? 0)) best = { state: 'suggested', ...place, score };
    }
    return best;
  }

  #score({ before = '', after = '', at }: QuoteSelector, place: Span, errors: number): number {
    const { text } = this;
    const side = (wanted: string, found: string, fromEnd: boolean): number =>
      wanted === '' ? 1 : alike(wanted, found, fromEnd);
    const distance = at === undefined ? 0.5 : Math.abs(at[0] - place.start) / Math.max(1, text.length);
    const weighed =
      50 * (1 - errors) +
      20 * side(before, text.slice(Math.max(0, place.start - CONTEXT), place.start), true) +
      20 * side(after, text.slice(place.end, place.end + CONTEXT), false) +
      2 * (1 - Math.min(1, distance));
    return round(weighed / 92);
  }

  /** How alike the surroundings of a place are to the selector's: the better side's share of equal characters. */
  #likeness({ quote, before, after }: Words, from: number): number {
    const sides = [
      before === undefined || before.trim() === ''
        ? undefined
        : this.#common(before, from, true) / before.length,
      after === undefined || after.trim() === ''
        ? undefined
        : this.#common(after, from + quote.length, false) / after.length,
    ].filter(side => side !== undefined);
    return Math.max(0, ...sides) * 0.75 + (sides.reduce((a, b) => a + b, 0) / (sides.length || 1)) * 0.25;
  }

  get #weights(): WeightyWords {
    return (this.#weighty ??= new WeightyWords(this.options.lexicon));
  }

  #wholeWords({ start, end }: Span): Span {
    const { text } = this;
    const isWord = (at: number): boolean => at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]!);
    let [from, to] = [start, Math.min(end, text.length)];
    while (isWord(from) && isWord(from - 1)) from--;
    while (isWord(to - 1) && isWord(to)) to++;
    return { start: from, end: to };
  }
}

/** A selector as its words are: what it was tagged with of white space and composition does not matter. */
interface Words {
  readonly quote: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function wordsOf({ quote, before, after }: QuoteSelector): Words {
  const trimmed = quote.trim();
  const lead = quote.slice(0, quote.length - quote.trimStart().length);
  const tail = quote.slice(quote.trimEnd().length);
  return {
    quote: plainWords(trimmed),
    before: before === undefined ? undefined : plainWords(before + lead),
    after: after === undefined ? undefined : plainWords(tail + after),
  };
}

function anchored(place: Span, at: QuoteSelector['at']): Anchor {
  const state = at?.[0] === place.start && at.at(1) === place.end ? 'anchored' : 'moved';
  return { state, start: place.start, end: place.end };
}

/** Is a number among ascending ones? */
function has(numbers: readonly number[], wanted: number): boolean {
  return numbers[lastUpTo(numbers, wanted)] === wanted;
}

/** The share of `wanted` that `found` has too, counted from the end or from the beginning until they differ. */
function alike(wanted: string, found: string, fromEnd: boolean): number {
  const [a, b] = [plainWords(wanted), plainWords(found)];
  if (a.length === 0) return 1;
  let same = 0;
  while (
    same < a.length &&
    same < b.length &&
    (fromEnd ? a.at(-1 - same) === b.at(-1 - same) : a[same] === b[same])
  )
    same++;
  return same / a.length;
}

const round = (score: number): number => Math.round(score * 100) / 100;
