import { isRelative } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const [COMMA, STOP] = [0x2c, 0x2e];
/** In tokens, to either side. */
const LONGEST = 14;
/** What tells of the grade itself, though in a clause of its own. */
const INSPECTING = new WordSet(
  'inspected visited rated judged graded assessed inspection inspections report reported published',
);

/**
 * Does a token stand in a relative clause between commas that ends before token `to`: "the school, which has 870 pupils,
 * was judged good"? What is told there belongs to no grade behind it, unless it is told of an inspection.
 */
export function isInAside(words: Words, token: number, to: number): boolean {
  let close = token + 1;
  while (close < to && words.mark(close) !== COMMA) if (++close - token > LONGEST) return false;
  if (close >= to) return false;
  for (let i = token - 1; i >= Math.max(1, token - LONGEST); i--) {
    if (words.mark(i) === COMMA || words.mark(i) === STOP) return false;
    if (isRelative(words, i) && words.mark(i - 1) === COMMA)
      return !INSPECTING.hasAny(words.reading, Math.max(0, i - 3), close);
  }
  return false;
}
