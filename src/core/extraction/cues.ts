import { hasCategory } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Unvoiced } from './reading.js';

/** The sentence's first mention of a category (by its place) within tokens `[from, to)`. */
export const firstCue = (
  sentence: Unvoiced,
  place: number,
  from = sentence.from,
  to = sentence.to,
): Mention | undefined => cueIn(sentence, place, from, to, false);

/** The last one within tokens `[from, to)`. */
export const lastCue = (
  sentence: Unvoiced,
  place: number,
  from = sentence.from,
  to = sentence.to,
): Mention | undefined => cueIn(sentence, place, from, to, true);

/** Is there any within tokens `[from, to)`? */
export const hasCue = (sentence: Unvoiced, place: number, from: number, to: number): boolean =>
  cueIn(sentence, place, from, to, false) !== undefined;

function cueIn(
  sentence: Unvoiced,
  place: number,
  from: number,
  to: number,
  last: boolean,
): Mention | undefined {
  if (!hasCategory(sentence, place)) return undefined;
  const all = sentence.mentions;
  let found: Mention | undefined;
  for (let i = 0; i < all.length && all[i]!.from < to; i++) {
    const mention = all[i]!;
    if (mention.place !== place || mention.from < from || mention.to > to) continue;
    if (!last) return mention;
    found = mention;
  }
  return found;
}

/** Does one end straight before a token? */
export function endsAt(sentence: Unvoiced, place: number, token: number): boolean {
  if (!hasCategory(sentence, place)) return false;
  for (const mention of sentence.mentions) if (mention.place === place && mention.to === token) return true;
  return false;
}
