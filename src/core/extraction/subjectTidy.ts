import type { Mention } from '../lexicon/entry.js';
import type { Quote } from './finding.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { isAuxiliary, isDeterminer } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** A subject without what belongs to another grade or tells when, and with all of a framework's area that it is part of. */
export function tidied(words: Words, sentence: ReadSentence, grades: readonly Mention[], told: Quote): Quote {
  const { start, end } = words.reading.tokens;
  // What was spoken of before is tidy already.
  if (told.start < start[sentence.from]! || told.end > end[sentence.to - 1]!) return told;
  let from = sentence.from;
  while (start[from]! < told.start) from++;
  let to = from;
  while (to < sentence.to && end[to]! <= told.end) to++;
  const first = from;
  // ". Fostering agencies" of "64. Fostering agencies"
  while (from < to - 1 && words.mark(from) === 0x2e) from++;
  // "Wexby’s services out of ‘inadequate’"
  const out = words.at(to - 1) === 'out' && words.at(to) === 'of' ? to - 1 : to;
  const cut = upToOccasion(words, from, upToGrade(words, grades, from, out));
  const tidy = cut > from && (cut < to || from > first) ? words.quote(from, cut) : told;
  return wholeArea(words, sentence, tidy);
}

/** "inadequate at protecting people and good at …": no subject has another grade in it. */
function upToGrade(words: Words, grades: readonly Mention[], from: number, to: number): number {
  const next = grades.find(g => g.from > from && g.to <= to);
  if (!next) return to;
  let end = next.from;
  while (end > from && (words.mark(end - 1) !== 0 || words.at(end - 1) === 'and')) end--;
  return end;
}

/** "four areas in its latest assessment", "judgement at last inspection": what was graded, and not on which occasion. */
export function upToOccasion(words: Words, from: number, to: number): number {
  for (let i = from + 1; i + 2 < to; i++)
    if (
      AT.has(words.reading, i) &&
      (isDeterminer(words, i + 1) ? WHICH.has(words.reading, i + 2) : isLast(words, i))
    )
      return i;
  return to;
}
const isLast = (words: Words, at: number): boolean =>
  words.at(at) === 'at' && (words.at(at + 1) === 'last' || words.at(at + 1) === 'previous');
const AT = new WordSet('of in at after during following since');
const WHICH = new WordSet('latest last first second previous recent annual');

/** "leadership" of "leadership, management and governance": a framework's area is graded as a whole. */
function wholeArea(words: Words, sentence: ReadSentence, told: Quote): Quote {
  const { start } = words.reading.tokens;
  for (const area of mentionsOf(sentence, 'area')) {
    if (area.to - area.from < LONG_AREA || area.start > told.start || area.end < told.end) continue;
    // "How good is our leadership?" asks for what it names last.
    if (words.at(area.from) === 'how' && isAuxiliary(words, area.from + 2)) continue;
    let { from } = area;
    if (isDeterminer(words, from)) from++;
    return start[from]! > told.start ? told : words.quote(from, area.to);
  }
  return told;
}
/** In tokens. */
const LONG_AREA = 3;
