import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import { timesIn } from './times.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** Whether the second of two shares is another place’s or another time’s; tokens `from` and `to` bound the words between. */
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;

/** "…, whereas forces in England as a whole managed 88%". */
export function isElsewhere(words: Words, from: number, to: number): boolean {
  let against = false;
  // "when 58 per cent were nationally"
  if (AGAINST.has(words.reading, to - 1) && NATIONALLY.hasAny(words.reading, to + 1, to + 6)) return true;
  for (let i = from; i < to; i++) {
    const word = words.at(i);
    against ||= word === 'whereas' || word === 'while' || word === 'when';
    if (!against) continue;
    // "while its statistical neighbours averaged 81%"
    if (PLACES.has(words.reading, i) && to - i <= 4) return true;
    if (word === 'nationally' || word === 'elsewhere' || (word === 'whole' && words.at(i - 1) === 'a'))
      return true;
  }
  return false;
}

const AGAINST = new WordSet('whereas while when');
const NATIONALLY = new WordSet('nationally elsewhere');

/** "at 16%, are rarer than across the region (22%)", "close to that of similar areas (6.4%)": in brackets behind another place. */
export function isFarther(words: Words, from: number, { from: share, to }: Share): boolean {
  if (words.mark(share - 1) !== OPEN || words.mark(to) !== CLOSE || share - from > 14) return false;
  for (let i = from; i < share - 1; i++)
    if (THAN.has(words.reading, i)) return WHERE.hasAny(words.reading, i, share - 1);
  return false;
}
const THAN = new WordSet('than ahead behind above below close similar double twice half');
const WHERE = new WordSet(
  'region country england wales scotland areas neighbours average nationally councils forces schools',
);

/** "11% of posts, where in 2016 they held 34%", "33%, when similar forces manage 42%": another time or place in a clause of its own. */
export function isThen(words: Words, sentence: ReadSentence, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++)
    if (words.mark(i - 1) === COMMA && (words.at(i) === 'where' || words.at(i) === 'when'))
      return (
        SIMILAR.hasAny(words.reading, i, to) ||
        (STAND_INS.hasAny(words.reading, i, to) &&
          (words.at(i) === 'where' || timesIn(words, sentence, i, to).length > 0))
      );
  return false;
}
const STAND_INS = new WordSet('it they we that this');

/** "4% broke down last year, where the figure for England is 7%": the second is another place’s, whatever its time. */
export const isOfPlace = (words: Words, from: number, to: number): boolean =>
  PLACES.hasAny(words.reading, Math.max(from, to - 8), to);
const PLACES = new WordSet('england wales scotland nationally elsewhere similar comparable neighbours');

const SIMILAR = new WordSet('similar comparable nationally whole');
