import type { Mention } from '../lexicon/entry.js';
import type { Weights } from '../lexicon/weights.js';
import type { Span } from '../report/text.js';
import type { Polarity, Reason, Voice } from './finding.js';
import type { Ruled } from './polarity.js';
import type { ReadSentence, Unvoiced } from './reading.js';
import type { Words } from './words.js';

/**
 * The themes of a sentence by learnt weights, each with the words that tell it: the phrase of the lexicon where there
 * is one, else the words that weigh most.
 */
export function learntThemes(
  words: Words,
  sentence: ReadSentence,
  phrases: ReadonlyMap<string, Mention | undefined>,
  signs: readonly string[],
  weights: Weights,
): Map<string, Span | undefined> {
  const told = new Map<string, Span | undefined>();
  const { from, to } = sentence;
  const score = weights.score(words.reading.words, from, to, signs);
  weights.classes.forEach((theme, cls) => {
    if (score[cls]! <= 0) return;
    const phrase = phrases.get(theme);
    if (phrase) told.set(theme, phrase);
    else {
      const [teller] = weights.tellers(words.reading.words, from, to, cls);
      told.set(theme, teller && words.quote(teller.token, teller.token + teller.length));
    }
  });
  return told;
}

/** The polarity of a sentence by learnt weights, and the words that weigh most for it. */
export function learntPolarity(
  words: Words,
  sentence: ReadSentence,
  ruled: Ruled,
  signs: readonly string[],
  weights: Weights,
): { polarity: Polarity; reasons: Reason[] } {
  const { from, to } = sentence;
  const score = weights.score(words.reading.words, from, to, signs);
  let best = 0;
  for (let cls = 1; cls < score.length; cls++) if (score[cls]! > score[best]!) best = cls;
  const polarity = weights.classes[best] as Polarity;
  // A short sentence in which one side alone speaks is not mixed, whatever its words weigh elsewhere.
  if (polarity === 'mixed' && to - from < 14 && ruled.balance && /none/.test(ruled.balance)) return ruled;
  if (polarity === ruled.polarity && ruled.reasons.length > 0) return ruled;
  const reasons = weights
    .tellers(words.reading.words, from, to, best)
    .slice(0, 3)
    .map((t): Reason => ({ of: 'polarity', says: polarity, ...words.quote(t.token, t.token + t.length) }));
  return { polarity, reasons };
}

/** Whose words a sentence is by learnt weights, and the words that weigh most for it. */
export function learntVoice(
  words: Words,
  { from, to }: Unvoiced,
  ruled: { readonly voice: Voice; readonly reasons: Reason[] },
  signs: readonly string[],
  weights: Weights,
): { voice: Voice; reasons: Reason[] } {
  const score = weights.score(words.reading.words, from, to, signs);
  let best = 0;
  for (let cls = 1; cls < score.length; cls++) if (score[cls]! > score[best]!) best = cls;
  const voice = weights.classes[best] as Voice;
  if (voice === ruled.voice) return ruled;
  const [teller] = weights.tellers(words.reading.words, from, to, best);
  return {
    voice,
    reasons: teller
      ? [{ of: 'voice', says: voice, ...words.quote(teller.token, teller.token + teller.length) }]
      : [],
  };
}
