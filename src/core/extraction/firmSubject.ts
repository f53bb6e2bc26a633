import type { Mention } from '../lexicon/entry.js';
import type { Place } from './antecedent.js';
import type { Quote } from './finding.js';
import { phrase, phraseBefore, phraseEnd } from './nounPhrase.js';
import { isOnTimes, NUMBERS, UNITS, WHICH } from './timeWords.js';
import { isDeterminer, isQuote } from './verbs.js';
import type { Words } from './words.js';

/** What is graded where the way it is written leaves no doubt. */
export const firmSubject = (place: Place): Quote | undefined => beforeBracket(place) ?? inList(place);

const [OPEN, CLOSE, COMMA, COLON, SEMICOLON] = [0x28, 0x29, 0x2c, 0x3a, 0x3b];

/** "leadership (good), placements (requires improvement)": what stands before the bracket that the grade fills. */
function beforeBracket({ words, sentence, mention, grades }: Place): Quote | undefined {
  if (words.mark(mention.from - 1) !== OPEN || words.mark(mention.to) !== CLOSE) return undefined;
  const end = mention.from - 1;
  if (grades.length < 2 || grades.some(g => g.to === end)) return undefined;
  let low = end;
  while (low > sentence.from && ![COMMA, SEMICOLON, COLON, CLOSE].includes(words.mark(low - 1))) low--;
  return phrase(words, phraseBefore(words, low, end), end).quote;
}

/** "good for teaching and adequate for leadership": each grade has its area behind it. */
function inList({ words, sentence, mention, grades }: Place): Quote | undefined {
  if (grades.length < 2) return undefined;
  const joint = jointBehind(words, mention);
  if (joint !== 'for' && joint !== 'at') return undefined;
  for (const grade of grades)
    if (jointBehind(words, grade) !== joint || isTimed(words, grade)) return undefined;
  const from = behind(words, mention) + 1;
  const next = grades[grades.indexOf(mention) + 1]?.from ?? sentence.to;
  // "investigating crime": what is done well or badly is named as a verb.
  const object = from + 1;
  let to = phraseEnd(words, joint === 'at' ? object : from, next);
  if (to === object && joint === 'at' && words.isWord(object) && object < next) to++;
  return phrase(words, from, to).quote;
}

function behind(words: Words, { to }: Mention): number {
  return isQuote(words, to) ? to + 1 : to;
}

const jointBehind = (words: Words, grade: Mention): string => words.at(behind(words, grade));

/** "good for the third time": the "for" tells when or how long. */
function isTimed(words: Words, grade: Mention): boolean {
  let at = behind(words, grade) + 1;
  while (isDeterminer(words, at)) at++;
  return words.isNumber(at) || isOnTimes(words, at, UNITS | NUMBERS | WHICH);
}
