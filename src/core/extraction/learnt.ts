import type { Mention } from '../lexicon/entry.js';
import type { SignNames, Weights } from '../lexicon/weights.js';
import type { Span } from '../report/text.js';
import type { Polarity, Reason, Voice } from './finding.js';
import type { Ruled } from './polarity.js';
import type { ReadSentence, Unvoiced } from './reading.js';
import type { Words } from './words.js';

/** Fills in what the words of the sentences weigh: one walk over them for all that was learnt. */
export function weigh(
  weights: Weights,
  words: Int32Array,
  sentences: readonly Unvoiced[],
  sums: Int32Array,
): void {
  for (let i = 0; i < sentences.length; i++) {
    const { from, to, base } = sentences[i]!;
    weights.weigh(words, from, to, sums, base);
  }
}

/** The themes of a sentence by learnt weights. */
export class LearntThemes {
  readonly #rows: Int32Array;

  constructor(
    private readonly weights: Weights,
    names: SignNames,
  ) {
    this.#rows = weights.themes.rowsOf(names);
  }

  /** Each theme with the words that tell it: the phrase of the lexicon where there is one, else those that weigh most. */
  tell(
    words: Words,
    { from, to, base }: ReadSentence,
    phrases: ReadonlyMap<string, Mention | undefined>,
    signs: readonly number[],
  ): Map<string, Span | undefined> {
    const { sums, words: ids } = words.reading;
    const { themes } = this.weights;
    const told = new Map<string, Span | undefined>();
    themes.addSigns(signs, this.#rows, sums, base);
    for (let cls = 0; cls < themes.classes.length; cls++) {
      if (sums[base + themes.at + cls]! <= 0) continue;
      const theme = themes.classes[cls]!;
      const phrase = phrases.get(theme);
      if (phrase) told.set(theme, phrase);
      else {
        const [teller] = this.weights.tellers(ids, from, to, themes, cls);
        told.set(theme, teller && words.quote(teller.token, teller.token + teller.length));
      }
    }
    return told;
  }
}

/** The polarity of a sentence by learnt weights. */
export class LearntPolarity {
  readonly #rows: Int32Array;

  constructor(
    private readonly weights: Weights,
    names: SignNames,
  ) {
    this.#rows = weights.polarity.rowsOf(names);
  }

  /** The polarity, and the words that weigh most for it where the rules say otherwise or give no reason. */
  tell(
    words: Words,
    { from, to, base }: ReadSentence,
    ruled: Ruled,
    signs: readonly number[],
  ): { readonly polarity: Polarity; readonly reasons: readonly Reason[] } {
    const { sums, words: ids } = words.reading;
    const { polarity: classifier } = this.weights;
    classifier.addSigns(signs, this.#rows, sums, base);
    const best = classifier.best(sums, base);
    const polarity = classifier.classes[best] as Polarity;
    // A short sentence in which one side alone speaks is not mixed, whatever its words weigh elsewhere.
    if (polarity === 'mixed' && to - from < 14 && ruled.balance?.includes('none')) return ruled;
    if (polarity === ruled.polarity && ruled.reasons.length > 0) return ruled;
    const reasons = this.weights
      .tellers(ids, from, to, classifier, best)
      .slice(0, 3)
      .map((t): Reason => ({ of: 'polarity', says: polarity, ...words.quote(t.token, t.token + t.length) }));
    return { polarity, reasons };
  }
}

/** Whose words a sentence is by learnt weights. */
export class LearntVoice {
  readonly #rows: Int32Array;

  constructor(
    private readonly weights: Weights,
    names: SignNames,
  ) {
    this.#rows = weights.voice.rowsOf(names);
  }

  /** The voice, and the words that weigh most for it where the rules say otherwise. */
  tell(
    words: Words,
    { from, to, base }: Unvoiced,
    ruled: { readonly voice: Voice; readonly reasons: readonly Reason[] },
    signs: readonly number[],
  ): { readonly voice: Voice; readonly reasons: readonly Reason[] } {
    const { sums, words: ids } = words.reading;
    const { voice: classifier } = this.weights;
    classifier.addSigns(signs, this.#rows, sums, base);
    const best = classifier.best(sums, base);
    const voice = classifier.classes[best] as Voice;
    if (voice === ruled.voice) return ruled;
    const [teller] = this.weights.tellers(ids, from, to, classifier, best);
    return {
      voice,
      reasons: teller
        ? [{ of: 'voice', says: voice, ...words.quote(teller.token, teller.token + teller.length) }]
        : [],
    };
  }
}
