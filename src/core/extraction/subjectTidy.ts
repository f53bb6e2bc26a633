import type { Mention } from '../lexicon/entry.js';
import type { Quote } from './finding.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { isOnTimes, UNITS } from './timeWords.js';
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
  from = behindLead(words, from, to);
  // "Wexby’s services out of ‘inadequate’"
  const out = words.at(to - 1) === 'out' && words.at(to) === 'of' ? to - 1 : to;
  const cut = upToVisit(words, from, upToOccasion(words, from, upToGrade(words, grades, from, out)));
  const tidy = cut > from && (cut < to || from > first) ? words.quote(from, cut) : told;
  return wholeArea(words, sentence, tidy);
}

/** Where the name begins behind what leads to it: "years and Wexby", "Ofsted lifts council". */
function behindLead(words: Words, from: number, to: number): number {
  const next = from + 1;
  // "61pc of councils"
  if (PER_CENT.has(words.reading, from) && words.at(next) === 'of' && next + 1 < to) return next + 1;
  if (words.at(next) === 'and' && next + 1 < to && isOnTimes(words, from, UNITS)) return next + 1;
  if (next + 1 <= to - 1 && HEADLINE.has(words.reading, next) && words.isCapital(from)) return next + 1;
  return from;
}
const PER_CENT = new WordSet('pc cent percent');
/** What headlines say that somebody does to whoever is graded. */
const HEADLINE = new WordSet(
  'lifts raises hails praises upgrades downgrades brands slams blasts lauds criticises rates judges grades',
);

/** A label without what was done to whoever it names: "Fostering service was last inspected in May (good)". */
export function labelOnly(words: Words, { from, to }: ReadSentence, told: Quote): Quote {
  const { start, end } = words.reading.tokens;
  let last = to;
  while (last > from + 1 && end[last - 1]! > told.end) last--;
  let first = from;
  while (first < last - 1 && start[first]! < told.start) first++;
  const cut = upToVisit(words, first, last);
  return cut < last ? words.quote(first, cut) : told;
}

/** "fostering service was last inspected in May (good)", "pull help and protection down": without what is done to it. */
function upToVisit(words: Words, from: number, to: number): number {
  if (to - from > 1 && WAYS.has(words.reading, to - 1)) return to - 1;
  // "The agency provides effective services that meet the requirements for good."
  for (let i = from + 1; i < to - 1; i++) if (words.at(i) === 'provides') return i;
  if (!VISITED.has(words.reading, to - 1)) return to;
  let end = to - 1;
  while (end > from && (LATELY.has(words.reading, end - 1) || isAuxiliary(words, end - 1))) end--;
  return end > from && end < to - 1 ? end : to;
}
const WAYS = new WordSet('down up back');
const VISITED = new WordSet('inspected visited reinspected');
const LATELY = new WordSet('last most recently first previously next also');

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
