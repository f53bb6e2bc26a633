import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { firstCue, hasCue } from './cues.js';
import { isMonth, isYear } from './dates.js';
import type { ReadSentence } from './reading.js';
import { WordClasses } from './wordClasses.js';
import type { Words } from './words.js';

const MANY_BODIES = placeOf('many-bodies');
const SHARES = [placeOf('fraction'), placeOf('ratio'), placeOf('share-sign')];

const BODIES = new Set(
  'agencies agency schools councils authorities homes providers services settings nurseries forces colleges academies trusts boroughs counties any departments areas providers inspections reports'.split(
    ' ',
  ),
);
const ANY = new Set(
  'agency school council authority home provider service setting nursery force college academy trust'.split(
    ' ',
  ),
);
const PARTICIPLES = new Set(['rated', 'graded', 'judged', 'ranked', 'deemed']);
const ARTICLES = new Set(['a', 'an', 'any', 'every', 'no']);

/**
 * "Agencies graded good", "any service with a question rated inadequate", "an inadequate judgement is the worst news":
 * said of whatever body it may be. The token that says so; -1 for none.
 */
export function anyBody(words: Words, sentence: ReadSentence, { from, to }: Mention): number {
  const first = words.isWord(sentence.from) ? sentence.from : sentence.from + 1;
  if (ARTICLES.has(words.at(first)) && words.at(first) !== 'no') {
    const article = words.isWord(from - 1) ? from - 1 : from - 2;
    const noun = words.isWord(to) ? to : to + 1;
    if (article === first && GIVEN.has(words.at(noun)) && MEANS.has(words.at(noun + 1))) return noun;
  }
  // "A home that requires improvement is visited again"
  if (
    ARTICLES.has(words.at(first)) &&
    ANY.has(words.at(first + 1)) &&
    ['that', 'which', 'with', 'whose'].includes(words.at(first + 2))
  )
    return first + 1;
  let verb = from - 1;
  if (words.mark(verb) !== 0) verb--;
  if (words.at(verb) === 'as') verb--;
  // "attend a school that is good or outstanding"
  if (
    ['is', 'are', 'was', 'were'].includes(words.at(verb)) &&
    ['that', 'which'].includes(words.at(verb - 1)) &&
    (ANY.has(words.at(verb - 2))
      ? ARTICLES.has(words.at(verb - 3))
      : BODIES.has(words.at(verb - 2)) && GENERAL.has(words.at(verb - 3)))
  )
    return verb - 2;
  if (!PARTICIPLES.has(words.at(verb))) return -1;
  if (['any', 'every'].includes(words.at(first))) return first;
  return BODIES.has(words.at(verb - 1)) && (verb - 1 === first || GENERAL.has(words.at(verb - 2)))
    ? verb - 1
    : -1;
}
const GIVEN = new Set(['judgement', 'judgment', 'rating', 'grade', 'verdict']);
const MEANS = new Set(['is', 'means', 'does', 'would', 'can', 'brings']);
const GENERAL = new Set(
  'of from in among for only to by with than some most many other those and or few fewer more'.split(' '),
);

/** "Of the 17 authorities inspected, six have been rated good": many bodies, with a number of them. */
export function manyBodies(words: Words, sentence: ReadSentence): Mention | undefined {
  const bodies = firstCue(sentence, MANY_BODIES);
  if (!bodies || isOneOf(words, sentence, bodies)) return undefined;
  // "two-thirds of boroughs", "one in five councils"
  if (SHARES.some(share => hasCue(sentence, share, bodies.from - 6, bodies.from))) return bodies;
  if (words.at(bodies.to - 1) === 'that' || WHOLES.has(words.at(bodies.from))) return bodies;
  for (let i = Math.max(sentence.from, bodies.from - 4); i < bodies.from; i++)
    if (words.mark(i) === 0x25) return bodies;
  for (let i = Math.max(sentence.from, bodies.from - 4); i < bodies.from; i++)
    if (i === sentence.from && words.mark(i + 1) === 0x2e) continue;
    else if (words.isNumber(i) && !isYear(words, i) && !isMonth(words.at(i + 1))) return bodies;
  for (let i = bodies.from; i < Math.min(sentence.to, bodies.to + 3); i++)
    if (WIDE.has(words, i, 1)) return bodies;
  for (let i = Math.max(sentence.from, bodies.from - 4); i < bodies.from; i++)
    if (WIDE.has(words, i, 1)) return bodies;
  return undefined;
}

/** Words of a whole country, also with an owner's ending. */
const WIDE = new WordClasses(
  'nationally nationwide england wales scotland country region county'
    .split(' ')
    .map((word): [number, string] => [1, `${word} ${word}'s`]),
);
const WHOLES = new Set(['grades', 'proportion', 'share', 'percentage', 'number', 'numbers']);
const SINGLED = new Set('first only best worst highest lowest strongest handful few'.split(' '));

/** "One of a handful of boards in the country judged good": singled out of the many, it is its own grade. */
function isOneOf(words: Words, sentence: ReadSentence, { from }: Mention): boolean {
  for (let i = from - 1; i >= Math.max(sentence.from, from - 10); i--) {
    if (
      words.at(i) === 'of' &&
      words.at(i - 1) === 'one' &&
      !['in', 'is', 'was', 'and'].includes(words.at(i - 2))
    )
      return true;
    if (words.at(i) === 'of' && words.at(i - 1) === 'one' && !words.isNumber(i + 1)) return true;
    if (SINGLED.has(words.at(i)) && ['the', 'a', 'only'].includes(words.at(i - 1))) return true;
  }
  return false;
}
