import { isQuote } from './verbs.js';
import type { ReadSentence } from './reading.js';
import { WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What the words before a grade that is hoped for may be, each a bit. */
const BE = 1 << 0;
const MOVE = 1 << 1;
/** Before "to be". */
const HOPING = 1 << 2;
const BEING = 1 << 3;
/** Before "of being". */
const GOAL = 1 << 4;
/** Before "for". */
const HEADING = 1 << 5;
const WAY = 1 << 6;
const WORKING = 1 << 7;
/** Before a verb that moves: "must rise to". Whether what "would be good" is hoped for is for others to tell. */
const MUST = 1 << 8;
const SOFT = 1 << 9;
/** Between "to" and where it leads from: "back to", "up to". */
const BACK = 1 << 10;
const THAN = 1 << 11;

const WORDS = new WordClasses([
  [BE, 'be become reach achieve earn gain secure win regain attain'],
  [MOVE, 'get move improve rise return go climb step'],
  [
    HOPING,
    'expected expects expecting hoped hopes hoping likely set due predicted determined wants want wanted aims aim aiming aspires plans planning planned intends intend intended ready trying potential ambition goal needs need',
  ],
  [BEING, 'being becoming reaching achieving gaining earning securing'],
  [GOAL, 'goal aim ambition target vision aspiration hope intention potential chance'],
  [HEADING, 'heading headed heads aiming aims hoping pushing striving strives bid'],
  [WAY, 'way journey road path route'],
  [WORKING, 'working works work worked moving heading progressing'],
  [MUST, 'must should could'],
  [SOFT, 'now then soon still yet also again well'],
  [BACK, 'back up'],
  [THAN, 'less more as'],
]);

/** What is hoped for, and the words that say so: tokens `[from, to)`. */
interface Hope {
  readonly status: 'aspiration';
  readonly from: number;
  readonly to: number;
}

/** "is expected to be", "the goal of being", "heading for", "on its way to", "must improve to", straight before token `to`. */
export function hopeBefore(words: Words, sentence: ReadSentence, to: number): Hope | undefined {
  const is = (token: number, classes: number): boolean => WORDS.has(words, token, classes);
  const hope = (from: number): Hope | undefined =>
    from >= sentence.from ? { status: 'aspiration', from, to } : undefined;
  const last = to - 1;
  const before = words.at(last);
  if (before === 'for') return is(last - 1, HEADING) ? hope(last - 1) : undefined;
  if (before === 'towards' || before === 'toward')
    return is(last - 1, WAY | WORKING) ? hope(last - 1) : undefined;
  if (is(last, BEING)) return words.at(last - 1) === 'of' && is(last - 2, GOAL) ? hope(last - 2) : undefined;
  let verb = last;
  if (before === 'to') {
    verb = is(last - 1, BACK) ? last - 2 : last - 1;
    if (is(verb, WAY) && words.at(verb - 1) !== 'the') return hope(verb);
    if (!is(verb, MOVE)) return undefined;
    if (is(verb - 1, MUST)) return hope(verb - 1);
    if (is(verb - 1, SOFT) && is(verb - 2, MUST)) return hope(verb - 2);
  } else if (!is(verb, BE)) return undefined;
  if (words.at(verb - 1) !== 'to') return undefined;
  // "needs to improve to be good"
  if (words.at(verb - 2) === 'improve') verb -= is(verb - 3, MUST) ? 1 : 2;
  if (is(verb - 2, MUST)) return hope(verb - 2);
  // "less likely to be good" compares.
  return is(verb - 2, HOPING) && !is(verb - 3, THAN) ? hope(verb - 2) : undefined;
}

/** "Outstanding is what our children deserve", "good is where we are heading", "good is our aim": behind the grade that ends before `to`. */
export function hopeBehind(words: Words, to: number): Hope | undefined {
  const verb = isQuote(words, to) ? to + 1 : to;
  if (words.at(verb) !== 'is' && words.at(verb) !== 'remains') return undefined;
  const clause = WHAT.has(words.reading, verb + 1);
  if (!clause && !OWNERS.has(words.reading, verb + 1)) return undefined;
  for (let i = verb + 2; i < verb + FAR && words.isWord(i); i++)
    if (clause ? HOPED.has(words.reading, i) : WORDS.has(words, i, GOAL))
      return { status: 'aspiration', from: i, to: i + 1 };
  return undefined;
}
/** Within so many tokens of the verb. */
const FAR = 9;
const WHAT = new WordSet('what where');
const OWNERS = new WordSet('our the its their my');
const HOPED = new WordSet(
  'deserve deserves need needs want wants expect expects heading headed going aim aiming aims aspire aspires demand demands owe',
);

/** "Improve teaching so that it is good": what has to be done, before a grade at token `to`. */
export function hopeOfTask(words: Words, { from }: ReadSentence, to: number): Hope | undefined {
  let first = from;
  while (words.mark(first) !== 0 || words.isNumber(first)) first++;
  if (!TASKS.has(words.reading, first)) return undefined;
  for (let i = first + 1; i < to; i++)
    if (words.at(i) === 'so' && words.at(i + 1) === 'that')
      return { status: 'aspiration', from: i, to: i + 2 };
  return undefined;
}
const TASKS = new WordSet('improve raise ensure increase accelerate strengthen secure');
