import type { Category } from '../lexicon/categories.js';
import { mentions, mentionsOf, type ReadSentence } from './reading.js';
import type { Words } from './words.js';

/** Kinds of cue whose number in a sentence says something about it. */
const CUES = [
  'praise',
  'blame',
  'weak-blame',
  'not-praise',
  'contrast',
  'intent',
  'bad-measure',
  'goes-up',
  'goes-down',
  'scope',
  'grade',
  'judging',
  'finding-verb',
  'speech',
  'fraction',
  'share-sign',
  'period',
  'compares',
  'inspectors',
  'provider-role',
  'other-role',
  'monitoring',
  'statistics',
] as const satisfies readonly Category[];

/** What is seen of a sentence besides its words, as names that weights may be given to. */
export function signsOf(words: Words, sentence: ReadSentence, more: readonly string[]): string[] {
  const signs = [`voice ${sentence.voice}`, ...more];
  for (const cue of CUES) {
    if (!mentions(sentence, cue)) continue;
    signs.push(cue);
    if (mentionsOf(sentence, cue).length > 1) signs.push(`${cue}s`);
  }
  const last = words.mark(sentence.to - 1);
  if (last === 0x3a) signs.push('introduces');
  if (sentence.to - sentence.from < 8) signs.push('short');
  if (sentence.to - sentence.from > 30) signs.push('long');
  return signs;
}
