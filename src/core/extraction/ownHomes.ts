import type { ReadSentence } from './reading.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const HOMES = new WordSet('homes');
/** And not "children’s". */
const OWNERS = new WordSet(
  "its our council's county's city's borough's authority's trust's runs run running operates operate",
);
/** Between "its" and "homes", in tokens. */
const REACH = 5;

/**
 * "Of the council’s five homes, one is outstanding", "All of our children’s homes are good", "It runs four homes": where
 * a sentence speaks of a body’s own homes before token `to`. They have inspections of their own, before this one.
 */
export function ownHomes(
  words: Words,
  { from }: Pick<ReadSentence, 'from'>,
  to: number,
): { readonly from: number; readonly to: number } | undefined {
  for (let i = from + 1; i < to; i++) {
    if (!HOMES.has(words.reading, i)) continue;
    for (let k = i - 1; k >= Math.max(from, i - REACH); k--) {
      // "Runs eight other homes": of a home's owner.
      if (words.mark(k) !== 0 || words.at(k) === 'other') break;
      if (OWNERS.has(words.reading, k)) return { from: k, to: i + 1 };
    }
  }
  return undefined;
}
