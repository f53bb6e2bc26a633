import { placeOf } from '../lexicon/categories.js';
import type { PercentageDraft } from './draft.js';
import type { Plain } from './plainPolarity.js';
import type { ReadSentence } from './reading.js';
import { hasCells } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const BAD = placeOf('bad-measure');
const TARGETS = new WordSet('target targets goal ambition');
/** Words behind which more is said than a figure and what it should be. */
const TURNS = new WordSet('but although though however while despite yet unless and only');
const WORSE = new WordSet(
  'repeat re-referrals re-referral rereferrals second agency vacant vacancies vacancy turnover',
);
/** In tokens. */
const LONGEST = 34;

/**
 * Of a small share of what is unwanted, or a figure beside the one that it should reach: "Visits on time – 92% (target 90%)", "Repeat referrals stood at 19%,
 * against a target of 15%". `shares`: those of the sentence. `undefined` for any other sentence.
 */
export function plainTarget(
  words: Words,
  sentence: ReadSentence,
  shares: readonly PercentageDraft[],
): Pick<Plain, 'polarity' | 'at'> | undefined {
  const [reached, aim] = shares;
  const { from, to, mentions } = sentence;
  if (reached && !aim) return reached.value > LITTLE ? undefined : smallShare(words, sentence);
  if (!reached || !aim || shares.length > 2 || to - from > LONGEST || hasCells(words, sentence))
    return undefined;
  if (reached.form === 'points' || aim.form === 'points' || TURNS.hasAny(words.reading, from, to))
    return undefined;
  const { tokens } = words.reading;
  let at = from;
  while (at < to && tokens.start[at]! < reached.end) {
    if (TARGETS.has(words.reading, at)) return undefined;
    at++;
  }
  let target = -1;
  for (; at < to && target < 0; at++) if (TARGETS.has(words.reading, at)) target = at;
  if (target < 0 || reached.value === aim.value) return undefined;
  const worse = WORSE.hasAny(words.reading, from, to) || mentions.some(m => m.place === BAD);
  return { polarity: reached.value > aim.value !== worse ? 'strength' : 'weakness', at: target };
}

/** "Only 4% of posts are filled by agency staff.": little of what is unwanted. */
function smallShare(
  words: Words,
  { from, to, mentions }: ReadSentence,
): Pick<Plain, 'polarity' | 'at'> | undefined {
  if (to - from > SHORT || !ONLY.has(words.reading, from) || TURNS.hasAny(words.reading, from + 1, to))
    return undefined;
  const unwanted =
    UNWANTED.hasAny(words.reading, from, to) || mentions.some(m => m.place === BAD && m.from > from);
  return unwanted && !WITHOUT.hasAny(words.reading, from, to)
    ? { polarity: 'strength', at: from }
    : undefined;
}
/** In tokens. */
const SHORT = 16;
/** In percent. */
const LITTLE = 10;
const ONLY = new WordSet('only just');
const UNWANTED = new WordSet('agency unsuitable temporary vacant homeless unallocated excluded unregulated');
const WITHOUT = new WordSet('no not without never leave left');
