import { hasCategory } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Unvoiced } from './reading.js';

/** The sentence's first mention of a category (by its place) within tokens `[from, to)`. */
export function firstCue(
  sentence: Unvoiced,
  place: number,
  from = sentence.from,
  to = sentence.to,
): Mention | undefined {
  if (!hasCategory(sentence, place)) return undefined;
  const all = sentence.mentions;
  for (let i = 0; i < all.length && all[i]!.from < to; i++) {
    const mention = all[i]!;
    if (mention.place === place && mention.from >= from && mention.to <= to) return mention;
  }
  return undefined;
}

/** The last one within tokens `[from, to)`. */
export function lastCue(
  sentence: Unvoiced,
  place: number,
  from = sentence.from,
  to = sentence.to,
): Mention | undefined {
  if (!hasCategory(sentence, place)) return undefined;
  const all = sentence.mentions;
  let last: Mention | undefined;
  for (let i = 0; i < all.length && all[i]!.from < to; i++) {
    const mention = all[i]!;
    if (mention.place === place && mention.from >= from && mention.to <= to) last = mention;
  }
  return last;
}

/** Is there any within tokens `[from, to)`? */
export const hasCue = (sentence: Unvoiced, place: number, from: number, to: number): boolean =>
  hasCategory(sentence, place) && firstCue(sentence, place, from, to) !== undefined;
