import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import { arrowBefore } from './arrows.js';
import { AND, isOf, PREPOSITION, STOP } from './grammar.js';
import { isQuote, isVerbal } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COMMA = 0x2c;

/** "Inadequate → good", "Fostering: inadequate to good", "Fostering: good, up from inadequate", "Good school slips to inadequate": what a grade was, and what it is. */
export function moveAt(
  words: Words,
  grade: Mention,
  grades: readonly Mention[],
): 'previous' | 'current' | undefined {
  const at = grades.indexOf(grade);
  const [before, next] = [grades[at - 1], grades[at + 1]];
  return (next && moveBetween(words, grade, next)?.[0]) ?? (before && moveBetween(words, before, grade)?.[1]);
}

type Move = readonly ['previous', 'current'] | readonly ['current', 'previous'];
const FORTH: Move = ['previous', 'current'];
const BACK: Move = ['current', 'previous'];

/** What two grades that stand side by side are, where a move leads from one to the other. */
function moveBetween(words: Words, { from: start, to }: Mention, { from }: Mention): Move | undefined {
  if (arrowBefore(words, from) === to || movedBetween(words, to, from)) return FORTH;
  if (!followsLabel(words, start)) return undefined;
  if (words.at(to) === 'to' && from === to + 1) return FORTH;
  let at = words.mark(to) === COMMA ? to + 1 : to;
  if (WAYS.has(words.reading, at)) at++;
  return words.at(at) === 'from' && from === at + 1 ? BACK : undefined;
}
/** "“Good” primary plunges to inadequate": what had the grade stands between the two, and falls or rises. */
export function movedBetween(
  words: Words,
  to: number,
  from: number,
): { readonly from: number; readonly to: number } | undefined {
  let at = from - 1;
  while (isQuote(words, at)) at--;
  if (!TOWARDS.has(words.reading, at) || !MOVING.has(words.reading, at - 1)) return undefined;
  const noun = isQuote(words, to) ? to + 1 : to;
  if (noun >= at - 1 || at - noun > LONGEST) return undefined;
  for (let i = noun; i < at - 1; i++)
    if (words.mark(i) !== 0 || isVerbal(words, i) || isOf(words, i, AND | STOP | PREPOSITION))
      return undefined;
  return { from: noun, to: at - 1 };
}
/** Of what stands between the two grades, in tokens. */
const LONGEST = 8;
const TOWARDS = new WordSet('to into');
const MOVING = new WordSet(
  'plunges plunged plummets plummeted slumps slumped tumbles tumbled slides slid sinks sank drops dropped falls fell slips slipped crashes crashed nosedives nosedived rises rose climbs climbed moves moved jumps jumped leaps leapt soars soared goes went downgraded upgraded demoted',
);

const WAYS = new WordSet('up down');

/** Does a grade stand in a cell of its own, or behind the colon or the dash of a label? */
const followsLabel = (words: Words, grade: number): boolean =>
  words.gap(grade) === CELL || LEADS.has(words.mark(grade - 1));
const LEADS = new Set([0x3a, 0x7c, 0x2013, 0x2014]);
