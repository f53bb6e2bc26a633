import type { Span } from '../report/text.js';
import { Places } from './places.js';
import { plainWords } from './sameWords.js';
import type { QuoteSelector } from './tag.js';

/** UTF-16 code units of context that a tag keeps on each side, as the Hypothesis client does. */
export const CONTEXT = 32;
/** As many where the same words stand elsewhere in a sentence that is the same. */
const CONTEXT_OF_TWINS = 128;
/** How far a sentence is looked for on each side. */
const FURTHEST = 400;
/** Characters at the far end of a context that may differ: it may have been cut within a letter and its accent. */
export const SPARE = 2;

/** What to keep of a passage so as to find it again. `start` and `end`: UTF-16 code units of the LF text. */
export const selectorFor = (text: string, start: number, end: number): QuoteSelector =>
  new Selectors(text).of(start, end);

/** Makes the selectors of passages of one text. */
export class Selectors {
  readonly #places: Places;

  /** `text`: with LF line ends; or the places of one, where somebody has looked for words in it already. */
  constructor(text: string | Places) {
    this.#places = typeof text === 'string' ? new Places(text) : text;
  }

  /**
   * The words with 32 characters on each side. Where the words stand elsewhere too, with as much of their sentence as
   * tells them apart, and which of how many they are; where the whole sentence does, with more of what is around it.
   */
  of(start: number, end: number): QuoteSelector {
    const { text, plain } = this.#places;
    const quote = text.slice(start, end);
    const words = plainWords(quote).trim();
    const own = plain.position(start + quote.length - quote.trimStart().length);
    const beside = {
      quote: quote.trim(),
      before: text.slice(Math.max(0, start - 1), start),
      after: text[end] ?? '',
    };
    const places = this.#places.of(words, beside);
    const nth = places.indexOf(own) + 1;
    let [back, forth] = [0, 0];
    if (places.length > 1 && nth > 0) {
      const sentence = sentenceAround(text, { start, end });
      const room = {
        back: Math.min(own - SPARE, own - plain.position(sentence.start)),
        forth: Math.min(plain.text.length - SPARE, plain.position(sentence.end)) - own - words.length,
      };
      const size = words.length;
      const to = own + size;
      const unit = (at: number): number => plain.text.charCodeAt(at);
      for (const place of places) {
        if (place === own) continue;
        // Side by side up to the first difference, which is all that matters nearly always.
        const both = Math.min(room.back, room.forth);
        let k = 0;
        while (
          k < both &&
          unit(own - 1 - k) === unit(place - 1 - k) &&
          unit(to + k) === unit(place + size + k)
        )
          k++;
        if (k < both) {
          if (unit(own - 1 - k) !== unit(place - 1 - k)) back = Math.max(back, k + 1 + SPARE);
          else forth = Math.max(forth, k + 1 + SPARE);
          continue;
        }
        const b = sameBefore(plain.text, own, plain.text, place, room.back);
        const f = sameAfter(plain.text, to, plain.text, place + size, room.forth);
        if (b < room.back && (b <= f || f === room.forth)) back = Math.max(back, b + 1 + SPARE);
        else if (f < room.forth) forth = Math.max(forth, f + 1 + SPARE);
        else [back, forth] = [CONTEXT_OF_TWINS, CONTEXT_OF_TWINS];
      }
    }
    const at = (place: number): number => plain.origin(Math.min(Math.max(0, place), plain.text.length));
    const from = Math.max(0, Math.min(start - CONTEXT, back > 0 ? at(own - back) : start));
    const to = Math.min(
      text.length,
      Math.max(end + CONTEXT, forth > 0 ? at(own + words.length + forth) : end),
    );
    const side = (begin: number, stop: number): string =>
      text.slice(isLow(text, begin) ? begin + 1 : begin, isLow(text, stop) ? stop - 1 : stop);
    const [first, last] = [Math.max(0, start - CONTEXT), Math.min(text.length, end + CONTEXT)];
    return {
      quote,
      before: side(first, start),
      after: side(end, last),
      ...(from < first ? { wideBefore: side(from, start) } : {}),
      ...(to > last ? { wideAfter: side(end, to) } : {}),
      at: [start, end],
      ...(places.length > 1 && nth > 0 ? { nth: [nth, places.length] as const } : {}),
    };
  }
}

/** A selector whose context is all that it has. */
export function widened(selector: QuoteSelector): QuoteSelector {
  const { wideBefore, wideAfter } = selector;
  if (wideBefore === undefined && wideAfter === undefined) return selector;
  return {
    ...selector,
    ...(wideBefore === undefined ? {} : { before: wideBefore }),
    ...(wideAfter === undefined ? {} : { after: wideAfter }),
  };
}

/** Could the words stand a second time in a sentence that is wholly the same? As far as their context tells. */
export function mayHaveTwin({ before = '', after = '', quote, nth }: QuoteSelector): boolean {
  if (nth === undefined || nth[1] < 2) return false;
  const text = before + quote + after;
  const { start, end } = sentenceAround(text, {
    start: before.length,
    end: before.length + quote.length,
  });
  const cut = (side: string): boolean => side.length >= CONTEXT_OF_TWINS;
  return (
    (start > 0 || before.length < CONTEXT || cut(before)) &&
    (end < text.length || after.length < CONTEXT || cut(after))
  );
}

/** The sentence that a passage stands in, or what is left of it on both sides; told by full stops and empty lines. */
function sentenceAround(text: string, { start, end }: Span): Span {
  const before = text.slice(Math.max(0, start - FURTHEST), start);
  let first = 0;
  for (const stop of before.matchAll(/[.!?…]["”’')\]]*\s+|\n[ \t]*\n\s*/g))
    first = stop.index + stop[0].length;
  const ends = /[.!?…]["”’')\]]*\s*$/.test(text.slice(start, end));
  const stop = ends ? 0 : text.slice(end, end + FURTHEST).search(/[.!?…]["”’')\]]*(?:\s|$)|\n[ \t]*\n/);
  return {
    start: start - before.length + first,
    end: stop < 0 ? Math.min(text.length, end + FURTHEST) : end + stop,
  };
}

/** How many characters before two places are the same, up to a bound. */
export function sameBefore(a: string, i: number, b: string, j: number, most: number): number {
  let same = 0;
  while (same < most && same < i && same < j && a.charCodeAt(i - 1 - same) === b.charCodeAt(j - 1 - same))
    same++;
  return same;
}

/** How many characters from two places on are the same, up to a bound. */
export function sameAfter(a: string, i: number, b: string, j: number, most: number): number {
  let same = 0;
  while (
    same < most &&
    i + same < a.length &&
    j + same < b.length &&
    a.charCodeAt(i + same) === b.charCodeAt(j + same)
  )
    same++;
  return same;
}

const isLow = (text: string, at: number): boolean => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
