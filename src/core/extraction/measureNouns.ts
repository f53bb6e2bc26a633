import { clauseStart, firstNoun, hasVerb, type Range, subjectStart } from './clause.js';
import { antecedent, topicOf } from './measureAntecedent.js';
import { type Measure, one, pair, type Place } from './measured.js';
import { LONGEST, nounOf, trimmedStart } from './nounPhrases.js';
import type { ReadSentence } from './reading.js';
import {
  CONJUNCTIONS,
  DETERMINERS,
  FIGURE_WORDS,
  HELPERS,
  isOn,
  MOVE_NOUNS,
  PREPOSITIONS,
  PRONOUNS,
  VERBS,
} from './shareWords.js';
import { firstTime } from './times.js';
import type { Words } from './words.js';

/** "a fall of six points in X", "up 9%, a 4% rise": of X, or of what the clause before is about. */
export function ofMove(words: Words, place: Place, start: number, link: number, limit: number): Measure {
  const { share, sentence } = place;
  const after = isOn(words, share.to, MOVE_NOUNS) ? share.to + 1 : share.to;
  const moved = movedIn(words, sentence, after, Math.min(limit, after + 3), limit);
  if (moved) return one(moved, moved);
  const noun = place.noun ?? antecedent(words, place, start) ?? firstNoun(words, sentence, start, link);
  return one(noun);
}

/** The noun behind "in", where no time stands there. */
const movedIn = (
  words: Words,
  sentence: ReadSentence,
  at: number,
  to: number,
  limit: number,
): Range | undefined =>
  words.at(at) === 'in' && !firstTime(words, sentence, at, to, at + 2)
    ? nounOf(words, at + 1, limit)
    : undefined;

const NO_NOUNS = DETERMINERS | HELPERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | VERBS;

/** "a vacancy rate of 24%", "savings of 3%", "a rise of 9%". */
export function ofNoun(words: Words, place: Place, from: number, link: number, limit: number): Measure {
  const { sentence } = place;
  const of = link - 1;
  if (isOn(words, of - 1, MOVE_NOUNS)) {
    const { share } = place;
    const moved = movedIn(words, sentence, share.to, Math.min(limit, share.to + 4), limit);
    if (moved) return one(moved, moved);
    const noun = firstNoun(words, sentence, from, of - 1);
    if (noun && noun.to < of - 2 && !isOn(words, noun.from, PRONOUNS)) return one(noun);
    return one(place.noun ?? antecedent(words, place, from));
  }
  let start = of;
  while (start > from && of - start < 6) {
    const mark = words.mark(start - 1);
    if ((mark !== 0 && mark !== 0x2d) || isOn(words, start - 1, NO_NOUNS)) break;
    start--;
  }
  return one(start < of ? { from: start, to: of } : undefined);
}

/** A figure in brackets is of the words before it. */
export function inBracket(
  words: Words,
  place: Place,
  floor: number,
  link: number,
  said: Range | undefined,
): Measure {
  const { sentence } = place;
  const open = link - 1;
  const topic = topicOf(words, sentence, open);
  if (topic) return said ? pair(topic, said) : one(topic);
  let start = clauseStart(words, sentence, open, floor);
  start = subjectStart(words, sentence, start, open);
  // "72 homes (3%)": a count and its noun.
  if (words.isNumber(open - 1)) {
    const noun = antecedent(words, place, start) ?? place.noun;
    return said ? pair(noun, said) : one(noun);
  }
  for (let i = open - 1; i > Math.max(start, open - 5); i--)
    if (words.isNumber(i - 1) && words.mark(i) === 0) {
      const noun = { from: i, to: open };
      return said ? pair(noun, said) : one(noun);
    }
  const from = trimmedStart(words, start, open);
  // "higher than in similar areas (19%) and England (21%)": where, and not what.
  if (isPlace(words, from, open) || isThan(words, from, open)) return one(antecedent(words, place, start));
  const noun = from < open ? { from: Math.max(from, open - LONGEST), to: open } : undefined;
  return said && noun && !hasVerb(words, noun.from, noun.to) ? pair(noun, said) : one(noun);
}

/** "are rarer than across the region (22%)" */
function isThan(words: Words, from: number, to: number): boolean {
  if (!isOn(words, from, HELPERS)) return false;
  for (let i = from + 1; i < to; i++) if (words.at(i) === 'than' || words.at(i) === 'similar') return true;
  return false;
}

function isPlace(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isOn(words, i, FIGURE_WORDS)) return false;
  return to > from;
}
