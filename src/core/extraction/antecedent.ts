import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { isMonth } from './dates.js';
import type { Quote } from './finding.js';
import { isOf, PREPOSITION } from './grammar.js';
import { phrase, phraseBefore, phraseEnd } from './nounPhrase.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { groupStart, isAdverb, isAuxiliary, isDeterminer, isPronoun, isRelative, isVerbal } from './verbs.js';
import { WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** Where a grade stands, and what was spoken of before it. */
export interface Place {
  readonly words: Words;
  readonly sentence: ReadSentence;
  /** The sentence before in the same paragraph, if any. */
  readonly before: ReadSentence | undefined;
  readonly mention: Mention;
  readonly grades: readonly Mention[];
  /** The subject of the grade before in the same sentence. */
  readonly last: Quote | undefined;
  /** What the sentence counts parts of ("of the 17 authorities"), or the one before. */
  readonly counted: Quote | undefined;
  /** What was spoken of last: a heading, or the last subject. */
  readonly spoken: Quote | undefined;
}

/** "For response, we want to be good", "For the service as a whole I would": what the clause opens with. */
export function frontedBefore({ words, sentence }: Place, pronoun: number): Quote | undefined {
  for (let i = pronoun - 1; i >= sentence.from && pronoun - i < 12; i--) {
    if (isVerbal(words, i)) return undefined;
    if (!isOf(words, i, PREPOSITION) || words.at(i) !== 'for') continue;
    if (i > sentence.from && words.isWord(i - 1)) return undefined;
    return words.at(pronoun) === 'it' ? undefined : phrase(words, i + 1, pronoun).quote;
  }
  return undefined;
}

export function pronounFor(place: Place, token: number, pronoun: string): Quote | undefined {
  const { words } = place;
  if (pronoun === 'we' || pronoun === 'us' || pronoun === 'you') {
    const quote = words.quote(token, token + 1);
    return { text: pronoun, start: quote.start, end: quote.start + pronoun.length };
  }
  if (pronoun === 'i') return undefined;
  return antecedent(place, token);
}

/** What "it" or "they" at a token stands for: the subject of the clause before, the first clause’s, or the last sentence’s. */
export function antecedent(place: Place, token: number): Quote | undefined {
  return clauseBefore(place, token) ?? firstOf(place, token) ?? referent(place);
}

/** "The home was inspected in 2016, when it": the subject of the nearest clause before a pronoun. */
function clauseBefore({ words, sentence }: Place, token: number): Quote | undefined {
  for (let i = token - 1; i > sentence.from && token - i < 24; i--) {
    if (!isAuxiliary(words, i) || isAuxiliary(words, i - 1)) continue;
    let start = groupStart(words, sentence.from, i + 1);
    // "a council which has seen its rating": what the relative stands for.
    if (isRelative(words, start - 1)) start -= words.mark(start - 2) === 0x2c ? 2 : 1;
    const from = phraseBefore(words, sentence.from, start);
    if (from >= start || isPronoun(words, start - 1)) return undefined;
    const found = phrase(words, from, start).quote;
    return found && !isOfInspectors(sentence, found) ? found : undefined;
  }
  return undefined;
}

/** The subject of the sentence’s first clause, where it ends before `limit`; inspectors speak only of others. */
export const firstOf = ({ words, sentence }: Place, limit: number): Quote | undefined =>
  openingOf(words, sentence, limit);

/** What a bare count or share is one of: what was counted, "Of the homes that …", or what the sentence is about. */
export function wholeFor(place: Place, limit: number): Quote | undefined {
  const { words, sentence, counted } = place;
  if (counted) return counted;
  let from = sentence.from;
  while (from < limit && !words.isWord(from)) from++;
  if (words.at(from) === 'of' || words.at(from) === 'among') {
    const found = phrase(words, from + 1, phraseEnd(words, from + 1, limit)).quote;
    if (found) return found;
  }
  return firstOf(place, limit) ?? referent(place);
}

const OPENING = new WordClasses([
  [
    1,
    'in at on since after before when while although as by for with under during following of among from until',
  ],
]);

/** "Take Wexby, for example.", "Let us start with Wexby.": behind what invites the reader. */
export function behindInvitation(words: Words, from: number): number {
  if (!INVITING.has(words.reading, from)) return from;
  if (words.isCapital(from + 1)) return from + 1;
  for (let i = from + 1; i < from + 6; i++) if (INVITED.has(words.reading, i)) return i + 1;
  return from;
}
const INVITING = new WordSet('take let consider');
const INVITED = new WordSet('with take at consider');

function openingOf(words: Words, sentence: ReadSentence, limit: number): Quote | undefined {
  let from = sentence.from;
  while (from < limit && (!words.isWord(from) || words.isNumber(from))) from++;
  for (let hop = 0; hop < 2 && OPENING.has(words, from, 1); hop++) {
    let comma = from;
    while (comma < limit && comma - from < 20 && words.mark(comma) !== 0x2c) comma++;
    if (words.mark(comma) !== 0x2c) return undefined;
    from = comma + 1;
  }
  if (isPronoun(words, from) || words.at(from) === 'there') return undefined;
  from = behindInvitation(words, from);
  const end = phraseEnd(words, from, limit);
  // A line that a date begins goes on from the line before.
  if (isMonth(words.at(from))) return undefined;
  const opening = phrase(words, from, end);
  // "A third, the Isle of Lathe, remains"
  if (opening.bare && words.mark(end) === 0x2c)
    return phrase(words, end + 1, phraseEnd(words, end + 1, limit)).quote;
  const found = opening.quote;
  if (!found || !isOfInspectors(sentence, found)) return found;
  // "Inspectors last visited the home in May, when it was": what they did it to.
  let verb = end;
  while (verb < limit && (isVerbal(words, verb) || isAdverb(words, verb) || words.at(verb) === 'last'))
    verb++;
  if (!isDeterminer(words, verb) && !words.isCapital(verb)) return undefined;
  let to = verb;
  // "Ofsted rated the home inadequate"
  for (const grade of mentionsOf(sentence, 'grade', verb, limit)) limit = Math.min(limit, grade.from);
  while (
    to < limit &&
    words.isWord(to) &&
    !words.isNumber(to) &&
    !['in', 'when', 'and', 'at', 'on'].includes(words.at(to)) &&
    !isVerbal(words, to)
  )
    to++;
  return phrase(words, verb, to).quote;
}

export function isOfInspectors(sentence: ReadSentence, quote: Quote): boolean {
  for (const { place, start, end, to } of sentence.mentions)
    if (
      (place === INSPECTORATE || place === INSPECTORS || place === OWNER) &&
      to <= sentence.to &&
      start < quote.end &&
      quote.start < end &&
      quote.end - end < 3
    )
      return true;
  return false;
}
const INSPECTORATE = placeOf('inspectorate');
const INSPECTORS = placeOf('inspectors');
/** "Ofsted’s" */
const OWNER = placeOf('inspectorate-owner');

/** What a pronoun stands for that nothing in its own sentence explains. */
export const referent = ({ words, before, last, spoken }: Place): Quote | undefined =>
  last ?? (before && openingOf(words, before, Math.min(before.to, before.from + 40))) ?? spoken;
