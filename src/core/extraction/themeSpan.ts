import type { Span } from '../report/text.js';
import { TIGHT } from '../report/tokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const LEADING = new WordSet('the a an and or but is are was were their our its of from with by');
const TRAILING = new WordSet(
  'is are was were has have had be been and or but that which who the a an we it they of for',
);
/** Words as short as this say something only with the figure before them: "£1.2m". */
const SHORT = 2;

/** Where the words stand that tell a theme, tokens `[from, to)`: without mere grammar at either end. */
export function themeSpan(words: Words, from: number, to: number): Span {
  const { tokens } = words.reading;
  let [first, last] = [from, to - 1];
  while (first < last && LEADING.has(words.reading, first)) first++;
  while (last > first && TRAILING.has(words.reading, last)) last--;
  if (first === last && tokens.end[last]! - tokens.start[first]! < SHORT)
    while (first > 0 && tokens.gap[first] === TIGHT && first > last - 3) first--;
  return { start: tokens.start[first]!, end: tokens.end[last]! };
}
