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
/** Likeness of the better side of the context (0 to 1) that makes a place the quote's own. */
const LIKE_ENOUGH = 0.5;
/** How much better than the next place it must be. */
const CLEARLY = 0.15;
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
    const { quote, at } = selector;
    const places = this.#occurrences(quote);
    if (places.length === 0) return undefined;
    const likeness = places.map(place => this.#likeness(selector, place));
    const hinted = places.findIndex(place => place.start === at?.[0] && place.end === at[1]);
    // Another occurrence may have moved to the hinted place: the surroundings must not speak for a different one.
    if (
      hinted >= 0 &&
      likeness.every((l, i) => i === hinted || l < likeness[hinted]! + CLEARLY) &&
      this.#ownPlace(selector, places.length, likeness[hinted]!)
    )
      return anchored(places[hinted]!, at);
    let best = 0;
    for (let i = 1; i < places.length; i++) if (likeness[i]! > likeness[best]!) best = i;
    const next = Math.max(0, ...likeness.filter((_, i) => i !== best));
    const unrivalled = places.length === 1 || likeness[best]! >= next + CLEARLY;
    if (unrivalled && this.#ownPlace(selector, places.length, likeness[best]!))
      return anchored(places[best]!, at);
    // The words are there, but so are they elsewhere, or in other company: for the analyst to say.
    return { state: 'suggested', ...places[best]!, score: round(0.5 + likeness[best]! / 2) };
  }

  /** Is a place with this likeness the quote's own, among so many? */
  #ownPlace({ quote, before, after }: QuoteSelector, places: number, likeness: number): boolean {
    if (places === 1 && (quote.length >= SPEAKS_FOR_ITSELF || (before === undefined && after === undefined)))
      return true;
    return likeness >= LIKE_ENOUGH;
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

  /** Every place where the quote's words stand, exactly or with other white space; at most a thousand. */
  #occurrences(quote: string): Span[] {
    const exact = indicesOf(this.text, quote).map(start => ({ start, end: start + quote.length }));
    if (exact.length > 0) return exact;
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
export function selectorFor(text: string, start: number, end: number): Required<QuoteSelector> {
  const from = Math.max(0, start - CONTEXT);
  const to = Math.min(text.length, end + CONTEXT);
  return {
    quote: text.slice(start, end),
    before: text.slice(isLow(text, from) ? from + 1 : from, start),
    after: text.slice(end, isLow(text, to) ? to - 1 : to),
    at: [start, end],
  };
}

function anchored(place: Span, at: QuoteSelector['at']): Anchor {
  const state = at?.[0] === place.start && at.at(1) === place.end ? 'anchored' : 'moved';
  return { state, start: place.start, end: place.end };
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
