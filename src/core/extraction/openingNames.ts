import { hashOf } from '../report/tokens.js';
import type { ReadSentence } from './reading.js';
import { isOwner } from './wordClasses.js';
import type { Words } from './words.js';

/** How many sentences of a report are its opening. */
const OPENING = 6;
const MOST = 8;
/** How much of a sentence is looked through for names, in tokens. */
const LONGEST = 80;

/** The names that a report opens with: whoever it is about is among them. */
export interface OpeningNames {
  /** How many sentences have been looked through. */
  readonly read: number;
  /** Hashes of the names. */
  readonly names: readonly number[];
}
export const noNames: OpeningNames = { read: 0, names: [] };

/** The names with those of one more sentence. */
export function withNames(words: Words, sentence: ReadSentence, known: OpeningNames): OpeningNames {
  if (known.read >= OPENING) return known;
  const names = [...known.names];
  for (let i = sentence.from; i < sentence.to && i < sentence.from + LONGEST && names.length < MOST; i++) {
    const name = nameAt(words, i);
    if (name !== 0 && !names.includes(name)) names.push(name);
  }
  return { read: known.read + 1, names };
}

export const NAMED = ['none', 'known', 'other'] as const;

/** Names in a sentence beside those that the report opens with: its own body's, or another's. */
export interface NamesAround {
  readonly known: boolean;
  readonly other: boolean;
  /** What the last one before the grade is. */
  readonly nearest: (typeof NAMED)[number];
  /** Its token; -1 where there is none. */
  readonly at: number;
}

/** `start`: where the grade stands. */
export function namesAround(
  words: Words,
  { from, to }: Pick<ReadSentence, 'from' | 'to'>,
  start: number,
  { names }: OpeningNames,
): NamesAround {
  const { tokens } = words.reading;
  let [known, other] = [false, false];
  let nearest: NamesAround['nearest'] = 'none';
  let at = -1;
  for (let i = from; i < to && i < from + LONGEST; i++) {
    const name = nameAt(words, i);
    if (name === 0) continue;
    const isKnown = names.includes(name);
    if (isKnown) known = true;
    else other = true;
    if (tokens.start[i]! >= start) continue;
    nearest = isKnown ? 'known' : 'other';
    at = i;
  }
  return { known, other, nearest, at };
}

/** The hash of a word that looks like a proper name, without its "’s": it has a capital and no lexicon knows it. 0 for others. */
function nameAt(words: Words, token: number): number {
  const { text, tokens, words: ids } = words.reading;
  if (!words.isCapital(token) || words.isNumber(token)) return 0;
  const [start, end] = [tokens.start[token]!, tokens.end[token]!];
  if (end - start < 4) return 0;
  if (isOwner(words, token)) return hashOf(text.slice(start, end - 2));
  return ids[token]! > 0 ? 0 : tokens.hash[token]!;
}
