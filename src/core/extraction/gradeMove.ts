import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import { arrowBefore } from './arrows.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COMMA = 0x2c;

/** "Inadequate → good", "Fostering: inadequate to good", "Fostering: good, up from inadequate": what a grade was, and what it is. */
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
  if (arrowBefore(words, from) === to) return FORTH;
  if (!followsLabel(words, start)) return undefined;
  if (words.at(to) === 'to' && from === to + 1) return FORTH;
  let at = words.mark(to) === COMMA ? to + 1 : to;
  if (WAYS.has(words.reading, at)) at++;
  return words.at(at) === 'from' && from === at + 1 ? BACK : undefined;
}
const WAYS = new WordSet('up down');

/** Does a grade stand in a cell of its own, or behind the colon or the dash of a label? */
const followsLabel = (words: Words, grade: number): boolean =>
  words.gap(grade) === CELL || LEADS.has(words.mark(grade - 1));
const LEADS = new Set([0x3a, 0x7c, 0x2013, 0x2014]);
