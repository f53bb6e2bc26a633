import { type Category, type CategorySet, hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Sentence } from '../report/sentences.js';
import type { Tokens } from '../report/tokens.js';
import type { Reason, Voice } from './finding.js';

/**
 * One paragraph with all that one pass over it has found; what the readers of judgements, percentages and themes
 * share. Everything counts from the paragraph's start. Valid until the next paragraph is read.
 */
export interface Reading {
  readonly text: string;
  readonly tokens: Tokens;
  /** Word id of each token, as the lexicon interned it; 0 for words that no phrase has. */
  readonly words: Int32Array;
  readonly sentences: readonly ReadSentence[];
  /** Every phrase of the lexicon that stands here, by first token. */
  readonly mentions: readonly Mention[];
  readonly lexicon: Lexicon;
  /** What the words of each sentence weigh for all that was learnt, from its `base` on. */
  readonly sums: Int32Array;
}

/** A sentence with its mentions, before anyone asked whose words it is. */
export interface Unvoiced extends Sentence, CategorySet {
  /** The sentence's mentions: those of the paragraph whose first token lies in it. */
  readonly mentions: readonly Mention[];
  /** Where its sums begin. */
  readonly base: number;
}

export interface ReadSentence extends Unvoiced {
  readonly voice: Voice;
  /** The words that say whose voice it is, if any do. */
  readonly voiceReason: readonly Reason[];
}

/** A sentence that is still being read: who speaks is filled in, so that one object does for all readers. */
export type Unread = { -readonly [K in keyof ReadSentence]: ReadSentence[K] };

/** The sentence's mentions of one category, optionally within tokens `[from, to)`. */
export function mentionsOf(
  sentence: Unvoiced,
  category: Category,
  from = sentence.from,
  to = sentence.to,
): readonly Mention[] {
  const place = placeOf(category);
  if (!hasCategory(sentence, place)) return NONE;
  const found: Mention[] = [];
  const all = sentence.mentions;
  for (let i = 0; i < all.length; i++) {
    const mention = all[i]!;
    if (mention.from >= to) break;
    if (mention.place === place && mention.from >= from && mention.to <= to) found.push(mention);
  }
  return found;
}
const NONE: readonly Mention[] = [];

/** Whether the sentence has any mention of a category. */
export const mentions = (sentence: Unvoiced, category: Category): boolean =>
  hasCategory(sentence, placeOf(category));
