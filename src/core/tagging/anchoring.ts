import search from 'approx-string-match';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Span } from '../report/text.js';
import { mapped } from './mapping.js';
import { PlainWords } from './sameWords.js';
import type { Anchor, AnchoredTag, QuoteSelector, Tag } from './tag.js';
import { WeightyWords } from './weightyWords.js';

export interface AnchoringOptions {
  readonly lexicon: Lexicon;
  /** The text in which the tags’ positions were right (LF), where it is known: an earlier version from git. */
  readonly oldText?: string;
}

/** UTF-16 code units of context that a tag keeps on each side, as the Hypothesis client does. */
export const CONTEXT = 32;
/** A quote as long as this that stands only once is found, whatever has become of its surroundings. */
const SPEAKS_FOR_ITSELF = 40;
/** A quote shorter than this says little where its surroundings stand elsewhere too. */
const SPEAKS_A_LITTLE = 20;
/** Likeness of the better side of the context (0 to 1) that makes a place the quote's own. */
const LIKE_ENOUGH = 0.5;
/** Characters at the far end of a context that may differ: it may have been cut within a letter and its accent. */
const SPARE = 2;
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
  readonly #weighty: WeightyWords;
  #plain: PlainWords | undefined;

  constructor(
    readonly text: string,
    readonly options: AnchoringOptions,
  ) {
    this.#weighty = new WeightyWords(options.lexicon);
  }

  anchor(selector: QuoteSelector): Anchor {
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
      selector.nth === undefined &&
      text.slice(...at) === quote &&
      text.slice(0, at[0]).endsWith(before) &&
      text.startsWith(after, at[1]) &&
      before + after !== ''
    )
      return anchored({ start: at[0], end: at[1] }, at);
    const places = this.#occurrences(quote).filter(place => this.#isWhole(selector, place));
    if (places.length === 0) return undefined;
    const proofs = places.map(place => this.#proof(selector, place));
    const best = Math.max(...proofs);
    const first = proofs.indexOf(best);
    const hinted = places[first]!.start === at?.[0] && places[first]!.end === at[1];
    // A copy may have the better surroundings: where another place has any claim, only the hint decides.
    const rivals = proofs.filter((proof, i) => i !== first && (proof > 0 || proof === best)).length;
    const twins = this.#hasTwins(selector, places, first, best);
    // Of a few words that stand in several places alike, another may have slid exactly to where the hint is.
    const vague = selector.nth !== undefined && quote.length < SPEAKS_A_LITTLE;
    if (
      (rivals === 0 || (hinted && best === 3 && !vague)) &&
      !twins &&
      this.#suffices(selector, best, places, first)
    )
      return anchored(places[first]!, at);
    // The words are there, but so are they elsewhere, or in other company: for the analyst to say.
    const likeness = places.map(place => this.#likeness(selector, place));
    const most = likeness.indexOf(Math.max(...likeness));
    return { state: 'suggested', ...places[most]!, score: round(0.5 + likeness[most]! / 2) };
  }

  /**
   * How the surroundings speak for a place: 3, both sides are the selector's; 2, one is, and the other was edited; 1,
   * one is, and on the other side something else stands now; 0, neither, or the other side is alike but for a grade,
   * a number or a negation, as in a sentence of the same pattern about another matter (0.5, if one side is the same).
   */
  #proof({ before, after }: QuoteSelector, { start, end }: Span): number {
    const sides = [
      [before, this.text.slice(Math.max(0, start - 3 * CONTEXT), start), true],
      [after, this.text.slice(end, end + 3 * CONTEXT), false],
    ] as const;
    let same = 0;
    let other = 0;
    let weak = false;
    let alien = false;
    for (const [wanted, found, fromEnd] of sides) {
      if (wanted === undefined || wanted.trim() === '') continue;
      other++;
      const share = alike(wanted, found, fromEnd);
      if (share * squeezed(wanted).length >= squeezed(wanted).length - SPARE) same++;
      else if (share >= RESEMBLES) {
        const length = wanted.length;
        const beside = fromEnd ? found.slice(-length) : found.slice(0, length);
        if (this.#sameWeight(wanted, beside)) weak = true;
        else alien = true;
      }
    }
    if (other === 0) return 0;
    if (alien) return same === 0 ? 0 : 0.5;
    if (same === other) return other === 2 ? 3 : 2;
    return same === 1 ? (weak ? 2 : 1) : 0;
  }

  /**
   * Were there other places with these words when the tag was made, so that one of them may be all that is left? Not
   * where there are still as many, and this is as far down among them as it was, or there are more and both its sides
   * are the same.
   */
  #hasTwins({ nth }: QuoteSelector, places: readonly Span[], place: number, proof: number): boolean {
    if (nth === undefined || nth[1] < 2) return false;
    if (places.length === nth[1]) return place !== nth[0] - 1;
    return places.length < nth[1] || proof < 3;
  }

  /** Weighty words in the same order, where an edit may have pushed one of them out of the context. */
  #sameWeight(a: string, b: string): boolean {
    const [x, y] = [this.#weighty.of(a), this.#weighty.of(b)];
    const [short, long] = x.length < y.length ? [x, y] : [y, x];
    return (
      long.length - short.length <= 1 &&
      (short.every((w, i) => w === long[i]) ||
        short.every((w, i) => w === long[i + long.length - short.length]))
    );
  }

  /** Is this much proof enough to put the tag there without asking? */
  #suffices(
    { quote, before, after, at }: QuoteSelector,
    proof: number,
    places: readonly Span[],
    best: number,
  ): boolean {
    if (proof >= 2) return true;
    const alone = places.length === 1;
    if (proof === 1) return alone;
    if (before === undefined && after === undefined) return alone;
    // Its surroundings are gone on both sides: a sentence that nobody writes twice, or one that stayed in its place.
    const { start, end } = places[best]!;
    return (
      alone &&
      (quote.length >= SPEAKS_FOR_ITSELF ||
        (at?.[0] === start &&
          at[1] === end &&
          this.#likeness(
            { quote, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) },
            places[best]!,
          ) >= LIKE_ENOUGH))
    );
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
      if (!this.#weighty.agree(quote, passage)) continue;
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
  #likeness({ before, after }: QuoteSelector, { start, end }: Span): number {
    const { text } = this;
    const sides = [
      before === undefined || before.trim() === ''
        ? undefined
        : alike(before, text.slice(Math.max(0, start - 2 * CONTEXT), start), true),
      after === undefined || after.trim() === ''
        ? undefined
        : alike(after, text.slice(end, end + 2 * CONTEXT), false),
    ].filter(side => side !== undefined);
    return Math.max(0, ...sides) * 0.75 + (sides.reduce((a, b) => a + b, 0) / (sides.length || 1)) * 0.25;
  }

  /** "5 referrals" does not stand in "25 referrals", unless it was tagged in the middle of a word. */
  #isWhole({ quote, before = ' ', after = ' ' }: QuoteSelector, { start, end }: Span): boolean {
    const joins = (a: string | undefined, b: string | undefined): boolean =>
      a !== undefined && b !== undefined && WORD.test(a) && WORD.test(b);
    return (
      (joins(before.at(-1), quote[0]) || !joins(this.text[start - 1], this.text[start])) &&
      (joins(quote.at(-1), after[0]) || !joins(this.text[end - 1], this.text[end]))
    );
  }

  /** Every place where the quote's words stand, exactly or with other white space; at most a thousand. */
  #occurrences(quote: string): Span[] {
    this.#plain ??= new PlainWords(this.text);
    const plain = this.#plain;
    const words = new PlainWords(quote).text.trim();
    return words === ''
      ? []
      : indicesOf(plain.text, words).map(start => plain.source({ start, end: start + words.length }));
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

/** What to keep of a passage so as to find it again. `start` and `end`: UTF-16 code units of the LF text. */
export function selectorFor(text: string, start: number, end: number): QuoteSelector {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  const quote = text.slice(start, end);
  const places = sameWordsIn(text, quote);
  return {
    quote,
    before: text.slice(isLow(text, from) ? from + 1 : from, start),
    after: text.slice(end, isLow(text, to) ? to - 1 : to),
    at: [start, end],
    ...(places.length > 1 ? { nth: [places.indexOf(start) + 1, places.length] as const } : {}),
  };
}

const WORD = /[\p{L}\p{N}]/u;

function anchored(place: Span, at: QuoteSelector['at']): Anchor {
  const state = at?.[0] === place.start && at.at(1) === place.end ? 'anchored' : 'moved';
  return { state, start: place.start, end: place.end };
}

/** Where a quote's words begin in a text, whatever white space is between them; at most a thousand. */
function sameWordsIn(text: string, quote: string): number[] {
  const [first, ...rest] = quote.split(/\s+/u).filter(Boolean);
  if (first === undefined) return [];
  const lead = quote.length - quote.trimStart().length;
  return indicesOf(text, first).flatMap(start => {
    let at = start + first.length;
    for (const word of rest) {
      const blanks = /\s/u.test(text[at] ?? '');
      while (at < text.length && /\s/u.test(text[at]!)) at++;
      if (!blanks || !text.startsWith(word, at)) return [];
      at += word.length;
    }
    return [start - lead];
  });
}

function indicesOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < 1000; at = text.indexOf(words, at + 1))
    found.push(at);
  return found;
}

/** The share of `wanted` that `found` has too, counted from the end or from the beginning until they differ. */
function alike(wanted: string, found: string, fromEnd: boolean): number {
  const [a, b] = [squeezed(wanted), squeezed(found)];
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

const squeezed = (text: string): string => new PlainWords(text).text;
const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
const round = (score: number): number => Math.round(score * 100) / 100;
