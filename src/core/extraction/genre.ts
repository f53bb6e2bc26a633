import { mentions, mentionsOf, type Unvoiced } from './reading.js';
import type { VoiceCarry } from './voiceCarry.js';
import { isTitleLine } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** Kinds of text that say so once and for all; the others are what a text is until it says more. */
const PLAIN = new Set<string | undefined>([undefined, 'report', 'release']);

/** The carry with the kind of text that a sentence tells, if it tells one that the text has not told before. */
export function withGenre(words: Words, sentence: Unvoiced, first: boolean, carry: VoiceCarry): VoiceCarry {
  if (first && carry.own === undefined && !carry.reporting && PLAIN.has(carry.genre)) {
    const { from, to } = sentence;
    if (isTitleLine(words, sentence, first)) {
      if (hasPair(words, from, to, SELF, EVALUATION)) return { ...carry, genre: 'paper', own: 'self' };
      if (carry.genre === undefined && isAccount(words, sentence)) return { ...carry, genre: 'paper' };
    }
  }
  if (!mentions(sentence, 'genre') || !PLAIN.has(carry.genre)) return carry;
  const genre = mentionsOf(sentence, 'genre')[0]!.id;
  // A report and a release may each quote words of the other; what came first stays.
  return carry.genre === undefined || !PLAIN.has(genre) ? { ...carry, genre } : carry;
}

const SELF = new WordSet('self position');
const EVALUATION = new WordSet('evaluation assessment statement');
const PERIODS = new WordSet('annual yearly half-yearly quarterly performance progress');
const ACCOUNTS = new WordSet('report bulletin');

/** "Annual Report 2014-15", "Children's Services Scorecard": what a body tells of itself; what a chief inspector does is no such thing. */
const isAccount = (words: Words, { from, to }: Unvoiced): boolean =>
  (hasPair(words, from, to, PERIODS, ACCOUNTS) || SCORECARD.hasAny(words.reading, from, to)) &&
  !INSPECTORS.hasAny(words.reading, from, to);
const INSPECTORS = new WordSet(
  "inspector inspectors inspection inspections ofsted estyn cqc ofsted's estyn's",
);
const SCORECARD = new WordSet('scorecard');

/** Does a word of the one list stand before one of the other, a hyphen between them or not? */
function hasPair({ reading }: Words, from: number, to: number, first: WordSet, second: WordSet): boolean {
  for (let i = from; i < to - 1; i++)
    if (first.has(reading, i) && (second.has(reading, i + 1) || second.has(reading, i + 2))) return true;
  return false;
}
