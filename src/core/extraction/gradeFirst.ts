import { mentionsOf, type Unvoiced } from './reading.js';
import { isVerbal } from './verbs.js';
import { isBullet } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COLON = 0x3a;
export const NONE = new WordSet('none nil');
/** In tokens: more explain what a grade means. */
const LONGEST = 30;

/** A line that begins with its only grade, and what has it: tokens `[from, to)`. */
export interface GradeFirst {
  readonly from: number;
  readonly to: number;
  /** "Inadequate: none" */
  readonly none: boolean;
}

/** "Good: Police powers and public treatment; Protecting vulnerable people": a grade, a colon, and what has the grade. */
export function gradeFirst(words: Words, line: Unvoiced): GradeFirst | undefined {
  let first = line.from;
  while (first < line.to && isBullet(words.mark(first))) first++;
  const [grade, second] = mentionsOf(line, 'grade');
  if (!grade || second || grade.from !== first || words.mark(grade.to) !== COLON) return undefined;
  const from = grade.to + 1;
  let to = line.to;
  while (to > from && !words.isWord(to - 1) && words.mark(to - 1) !== 0x29) to--;
  const none = to === from + 1 && NONE.has(words.reading, from);
  // A key’s explanations begin small: "Good: better than the minimum".
  if (to === from || to - from > LONGEST || !(none || words.isCapital(from))) return undefined;
  for (let i = from; i < to; i++) if (isVerbal(words, i)) return undefined;
  return { from, to, none };
}

/** "Needs attention: some weaknesses, which leaders are able to put right.": what a grade means. */
export function explainsGrade(words: Words, line: Unvoiced): boolean {
  const [grade] = mentionsOf(line, 'grade');
  if (grade?.from !== line.from || words.mark(grade.to) !== COLON) return false;
  const from = grade.to + 1;
  return (
    words.isWord(from) && !words.isNumber(from) && !words.isCapital(from) && !NONE.has(words.reading, from)
  );
}
