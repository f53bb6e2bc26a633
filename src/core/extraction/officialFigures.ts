import { hasAnyOf, setOf } from '../lexicon/categories.js';
import type { Unvoiced } from './reading.js';
import type { Speaker } from './speaker.js';
import type { VoiceCarry } from './voiceCarry.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** "The Department for Education's latest figures show …": what a ministry counts. */
export function officialFigures(
  words: Words,
  sentence: Unvoiced,
  inside: Uint8Array,
  { own, genre }: VoiceCarry,
): Speaker | undefined {
  if (!hasAnyOf(sentence, COUNTING) || own !== undefined || genre === 'paper') return undefined;
  const { reading } = words;
  const end = Math.min(sentence.to, sentence.from + LONG);
  for (let i = sentence.from; i < end; i++) {
    if (!MINISTRIES.has(reading, i) || inside[i] !== 0) continue;
    for (let k = i + 1; k < i + NEAR; k++)
      if (FIGURES.has(reading, k))
        return { voice: 'other', cue: sentence.mentions.find(m => m.from === i), firm: true };
  }
  return undefined;
}
const COUNTING = setOf('share-sign', 'fraction', 'ratio', 'other-role', 'finding-verb');
/** In tokens. */
const [LONG, NEAR] = [60, 4];
const MINISTRIES = new WordSet(
  "department department's ministry ministry's government government's dfe dfe's",
);
const FIGURES = new WordSet('figures data statistics census');
