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
}

export interface ReadSentence extends Sentence {
  /** The sentence's mentions: those of the paragraph whose first token lies in it. */
  readonly mentions: readonly Mention[];
  readonly voice: Voice;
  /** The words that say whose voice it is, if any do. */
  readonly voiceReason: readonly Reason[];
}

/** The sentence's mentions of one category, optionally within tokens `[from, to)`. */
export function mentionsOf(
  sentence: ReadSentence,
  category: string,
  from = sentence.from,
  to = sentence.to,
): Mention[] {
  return sentence.mentions.filter(m => m.category === category && m.from >= from && m.to <= to);
}
