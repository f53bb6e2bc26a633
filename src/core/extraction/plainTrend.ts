import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Plain } from './plainPolarity.js';
import type { ReadSentence } from './reading.js';
import { isDeterminer } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const GOOD = placeOf('good-measure');
const BAD = placeOf('bad-measure');
const UP = placeOf('goes-up');
const DOWN = placeOf('goes-down');
/** In tokens: what is longer says more than which way something went. */
const LONGEST = 22;
const TURNS = new WordSet(
  'not no never nor but although though however while yet except unless and or who that which if when before still than only despite too unevenly uneven',
);
/** There are the better the more of them there are. */
const WANTED = new WordSet(
  'workers carers visitors nurses adopters advocates places staff mentors advisers households',
);
/** "Changes of social worker" */
const CHANGES = new WordSet('change changes');
const COUNTING = new WordSet('number numbers proportion share');
const LEVELS = new WordSet('above below');
const DEGREE = new WordSet('well far slightly just consistently now');
const BE = new WordSet('is are was were been remains remain');

/**
 * Of a short statement of which way something has gone, or where it stands beside others: "The number of foster carers
 * has fallen by a fifth.", "Caseloads are well above the average." `undefined` for any other sentence.
 */
export function plainTrend(
  words: Words,
  { from, to, mentions }: ReadSentence,
): Pick<Plain, 'polarity' | 'at'> | undefined {
  const end = to - 1;
  if (words.mark(end) !== 0x2e || to - from > LONGEST || TURNS.hasAny(words.reading, from, end))
    return undefined;
  const going = goingIn(words, mentions, from, end);
  if (!going) return undefined;
  const better = measureBefore(words, mentions, from, going.at);
  if (better === undefined) return undefined;
  return { polarity: better === going.up ? 'strength' : 'weakness', at: going.at };
}

/** The one word that says which way it goes; none where two do. */
function goingIn(
  words: Words,
  mentions: readonly Mention[],
  from: number,
  end: number,
): { readonly at: number; readonly up: boolean } | undefined {
  let found: { readonly at: number; readonly up: boolean } | undefined;
  for (const { place, from: at, to } of mentions)
    if ((place === UP || place === DOWN) && isSaid(words, at, to)) {
      if (found && found.up !== (place === UP)) return undefined;
      found ??= { at, up: place === UP };
    }
  if (found) return found;
  for (let i = from + 2; i < end; i++) {
    if (!LEVELS.has(words.reading, i)) continue;
    let verb = i - 1;
    while (DEGREE.has(words.reading, verb)) verb--;
    return BE.has(words.reading, verb) ? { at: i, up: words.at(i) === 'above' } : undefined;
  }
  return undefined;
}

/** "Are up", "has been cut": and not "make up", "up to date", "has cut the number". */
function isSaid(words: Words, from: number, to: number): boolean {
  if (isDeterminer(words, to)) return false;
  if (!BARE.has(words.reading, from)) return true;
  return BE.has(words.reading, from - 1) && words.at(to) !== 'to';
}
const BARE = new WordSet('up down higher lower');

/** Is more of what stands before token `to` better? `undefined` where nothing, or both, is known of it. */
function measureBefore(
  words: Words,
  mentions: readonly Mention[],
  from: number,
  to: number,
): boolean | undefined {
  let good = false;
  let bad = CHANGES.has(words.reading, from) && words.at(from + 1) === 'of';
  for (const { place, from: first, to: last } of mentions) {
    if (last > to || words.at(first - 1) === 'care') continue;
    if (place === GOOD) good = true;
    else if (place === BAD) bad = true;
  }
  if (good || bad) return good === bad ? undefined : good;
  // "Fostering households are down by 9%"
  if (BE.has(words.reading, to - 1) && WANTED.has(words.reading, to - 2)) return true;
  return COUNTING.hasAny(words.reading, from, to) && WANTED.hasAny(words.reading, from, to)
    ? true
    : undefined;
}
