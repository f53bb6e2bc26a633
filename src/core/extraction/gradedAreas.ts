import type { Mention } from '../lexicon/entry.js';
import type { Place } from './antecedent.js';
import { isYear } from './dates.js';
import type { Quote } from './finding.js';
import {
  ADVERB,
  AND,
  AUXILIARY,
  DETERMINER,
  isOf,
  NUMERAL,
  OR,
  PREPOSITION,
  PRONOUNS,
  SOLID,
  STOP,
  TO_OR_LAST,
} from './grammar.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { isQuote, isVerbal } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COMMA = 0x2c;
/** In tokens: how far before its grade a count of bodies stands, and how long an area’s name is. */
const [COUNT, NAME] = [12, 18];

/** "Rated good for being safe, caring and well-led", "outstanding at preventing crime": a framework’s areas behind the grade. */
export function gradedAreas(place: Place): Quote | undefined {
  const { words, sentence, mention, grades } = place;
  const joint = isQuote(words, mention.to) ? mention.to + 1 : mention.to;
  if (!JOINTS.has(words.reading, joint) || countsBodies(place)) return undefined;
  const limit = grades[grades.indexOf(mention) + 1]?.from ?? sentence.to;
  const from = behindBeing(words, joint + 1);
  const first = areaAt(sentence, from, limit);
  if (!first || WHOLE.has(words.reading, from)) return undefined;
  let { to } = first;
  for (;;) {
    let next = to;
    if (words.mark(next) === COMMA) next++;
    if (isOf(words, next, AND)) next++;
    const area = next > to ? areaAt(sentence, behindBeing(words, next), limit) : undefined;
    if (!area) break;
    ({ to } = area);
  }
  // "for safeguarding arrangements"
  while (to < limit && words.isWord(to) && !isOf(words, to, NO_NAME) && !isVerbal(words, to)) to++;
  return words.quote(from, to);
}
const JOINTS = new WordSet('for at');
/** "Good for overall effectiveness", "for its services as a whole": nothing less than what is inspected. */
const WHOLE = new WordSet('overall services');
const NO_NAME = ADVERB | AND | AUXILIARY | DETERMINER | OR | PREPOSITION | PRONOUNS | STOP | TO_OR_LAST;

/** The area whose name begins at a token. */
function areaAt(sentence: ReadSentence, token: number, limit: number): Mention | undefined {
  let found: Mention | undefined;
  for (const area of mentionsOf(sentence, 'area', token, Math.min(limit, token + NAME)))
    if (area.from === token && (!found || area.to > found.to)) found = area;
  return found;
}

function behindBeing(words: Words, token: number): number {
  let at = token;
  while (BEING.has(words.reading, at) || isOf(words, at, DETERMINER)) at++;
  return at;
}
const BEING = new WordSet('being both');

/** "Four schools were exceptional for inclusion": what is counted is graded. */
export function countsBodies({ words, sentence, mention, grades }: Place): boolean {
  const low = Math.max(
    grades[grades.indexOf(mention) - 1]?.to ?? sentence.from,
    sentence.from,
    mention.from - COUNT,
  );
  for (let i = mention.from - 1; i >= low; i--)
    if (isOf(words, i, NUMERAL | SOLID) || (isWhole(words, i) && !isYear(words, i))) return true;
  return false;
}

/** And not the "4.3" of a paragraph. */
const isWhole = (words: Words, token: number): boolean =>
  words.isNumber(token) && !words.at(token).includes('.');
