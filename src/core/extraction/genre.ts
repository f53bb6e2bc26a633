import { mentions, mentionsOf, type Unvoiced } from './reading.js';
import type { VoiceCarry } from './voiceCarry.js';

/** Kinds of text that say so once and for all; the others are what a text is until it says more. */
const PLAIN = new Set<string | undefined>([undefined, 'report', 'release']);

/** The carry with the kind of text that a sentence tells, if it tells one that the text has not told before. */
export function withGenre(sentence: Unvoiced, carry: VoiceCarry): VoiceCarry {
  if (!mentions(sentence, 'genre') || !PLAIN.has(carry.genre)) return carry;
  const [first] = mentionsOf(sentence, 'genre');
  const genre = first!.id;
  // A report and a release may each quote words of the other; what came first stays.
  return carry.genre === undefined || !PLAIN.has(genre) ? { ...carry, genre } : carry;
}
