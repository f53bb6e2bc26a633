import { hasAnyOf, setOf } from '../lexicon/categories.js';
import type { Unvoiced } from './reading.js';
import type { Words } from './words.js';

const SHARES = setOf('share-sign', 'fraction', 'ratio');
const PERCENT = 0x25;

/** Does a sentence give a share of any kind, or percentage points? */
export function givesShare({ reading: { tokens } }: Words, sentence: Unvoiced): boolean {
  if (hasAnyOf(sentence, SHARES)) return true;
  const { mark } = tokens;
  for (let i = sentence.from; i < sentence.to; i++) if (mark[i] === PERCENT) return true;
  return false;
}
