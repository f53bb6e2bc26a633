import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Plain } from './plainPolarity.js';
import type { ReadSentence } from './reading.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const PRAISE = placeOf('sure-praise');
const BLAME = placeOf('sure-blame');
const TURNS = new WordSet('but although though however while whereas despite yet longer');
/** In tokens: what is longer says more than the figure of speech does. */
const LONGEST = 36;

/** Of a sentence with a figure of speech that leaves no doubt: "Morale is at rock bottom.", "Support is second to none." */
export function sureMood(
  words: Words,
  sentence: ReadSentence,
): (Pick<Plain, 'polarity' | 'at'> & { readonly to: number }) | undefined {
  const praised = hasCategory(sentence, PRAISE);
  if (praised === hasCategory(sentence, BLAME)) return undefined;
  const { from, to, mentions } = sentence;
  if (to - from > LONGEST || TURNS.hasAny(words.reading, from + 1, to)) return undefined;
  const figure = mentions.find(m => m.place === (praised ? PRAISE : BLAME));
  return figure && { polarity: praised ? 'strength' : 'weakness', at: figure.from, to: figure.to };
}
