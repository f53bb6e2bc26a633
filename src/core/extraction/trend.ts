import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { PercentageDraft } from './draft.js';
import { mentionsOf, type ReadSentence } from './reading.js';

const GOOD = placeOf('good-measure');
const BAD = placeOf('bad-measure');

/** What a sentence measures: what is better when there is more of it, or less, or what nothing is known of. */
export const MEASURES = ['good', 'bad', 'plain'] as const;
export type Measured = (typeof MEASURES)[number];

/** Attendance is good to have more of, exclusions are not; of a sentence with both, nothing is known. */
export function measuredIn(sentence: ReadSentence): Measured {
  const [good, bad] = [hasCategory(sentence, GOOD), hasCategory(sentence, BAD)];
  return good === bad ? 'plain' : good ? 'good' : 'bad';
}

/** The words that say which way what is measured goes, where all say the same. */
export function goingOf(
  sentence: ReadSentence,
): { readonly way: 'up' | 'down'; readonly cue: Mention } | undefined {
  const [up, down] = [mentionsOf(sentence, 'goes-up')[0], mentionsOf(sentence, 'goes-down')[0]];
  if (up && !down) return { way: 'up', cue: up };
  return down && !up ? { way: 'down', cue: down } : undefined;
}

export const CHANGES = ['up', 'down', 'same'] as const;

/** Which way the sentence's figures go beside what they are held against, where all go the same. */
export function changeOf(shares: readonly PercentageDraft[]): (typeof CHANGES)[number] | undefined {
  let change: PercentageDraft['change'];
  for (let i = 0; i < shares.length; i++) {
    const own = shares[i]!.change;
    if (own === undefined) continue;
    if (change !== undefined && change !== own) return undefined;
    change = own;
  }
  return change;
}
