import { antecedent, type Place, pronounFor, referent } from './antecedent.js';
import type { Quote } from './finding.js';
import { phrase, phraseBefore, phraseEnd } from './nounPhrase.js';
import {
  groupStart,
  isAdverb,
  isAuxiliary,
  isJudging,
  isPronoun,
  isRelative,
  isVerbal,
  pronounAt,
} from './verbs.js';

/** "rated the home good", "declared those services to be inadequate": between an active verb of judging and the grade. */
export function objectOf(place: Place, low: number, verb: number, end: number): Quote | undefined {
  const { words } = place;
  const at = verb - 1;
  if (!isJudging(words, at)) return undefined;
  let aux = at - 1;
  while (aux > low && isAdverb(words, aux)) aux--;
  const passive =
    isAuxiliary(words, aux) && !['has', 'have', 'had', 'will', 'would', 'did'].includes(words.at(aux));
  if (passive || (AUX_HAVE.has(words.at(aux)) && words.at(verb) === 'a')) return undefined;
  if (end - verb < 1) return relativeObject(place, low, groupStart(words, low, verb));
  const pronoun = pronounAt(words, verb);
  if (pronoun) return pronounFor(place, verb, pronoun);
  const to = phraseEnd(words, verb, end);
  if (['to', 'as', 'a', 'an', 'in', 'at', 'on', 'by', 'that', 'its', 'from'].includes(words.at(verb)))
    return undefined;
  if (['this', 'these'].includes(words.at(verb)) && to === verb + 1) return referent(place);
  const found = phrase(words, verb, to);
  return found.bare ? place.counted : found.quote;
}
/** "the councils it has found inadequate", "cases that auditors had graded good": what stands before the judging clause. */
function relativeObject({ words }: Place, low: number, group: number): Quote | undefined {
  const judge = isPronoun(words, group - 1) ? group - 1 : phraseBefore(words, low, group);
  let end = judge;
  if (isRelative(words, end - 1)) end--;
  // A pronoun straight behind a noun has a clause of its own; another noun needs its "that".
  else if (judge !== group - 1) return undefined;
  if (end <= low || !words.isWord(end - 1) || isVerbal(words, end - 1)) return undefined;
  return phrase(words, phraseBefore(words, low, end), end).quote;
}
const AUX_HAVE = new Set(['been', 'being']);

const NO_OBJECTS = new Set('notch grade grades place way step steps level lot bit long'.split(' '));

/** "lowered the rating of a home from good to poor", "move the service to good": what is moved between grades. */
export function movedObject(place: Place, low: number, verb: number, end: number): Quote | undefined {
  const { words } = place;
  const have = isAuxiliary(words, verb - 1);
  if (have && !['have', 'has', 'had'].includes(words.at(verb - 1))) return undefined;
  let aux = verb - 2;
  while (aux > low && isAdverb(words, aux)) aux--;
  if (['is', 'are', 'was', 'were', 'been', 'be', 'being'].includes(words.at(aux))) return undefined;
  let to = verb;
  while (to < end && to - verb < 14 && !['from', 'to', 'as', 'at', 'into', 'out'].includes(words.at(to))) {
    if (words.mark(to) === 0x2c || isVerbal(words, to)) return undefined;
    to++;
  }
  if (to >= end || to === verb || (have && !['as', 'at'].includes(words.at(to)))) return undefined;
  if (
    end - to > 6 ||
    PARTICLES.has(words.at(verb)) ||
    isAdverb(words, verb) ||
    NO_OBJECTS.has(words.at(to - 1))
  )
    return undefined;
  const pronoun = pronounAt(words, verb);
  if (pronoun) return pronounFor(place, verb, pronoun);
  const found = phrase(words, verb, to);
  return found.quote ?? (found.worth && words.at(verb) === 'its' ? antecedent(place, verb) : undefined);
}
const PARTICLES = new Set(
  'up down on back out in off straight directly slightly behind ahead by one two three'.split(' '),
);
