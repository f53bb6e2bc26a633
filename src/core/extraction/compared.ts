import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { clauseStart, hasVerb, isDash, subjectStart } from './clause.js';
import { isElsewhere, isFarther, isOfPlace, isThen } from './elsewhere.js';
import { ELLIPSIS, isLater, isLaterOn, isNow, isNowAgain, NOW } from './laterFigure.js';
import { roughlyFrom } from './nounPhrases.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import {
  AND,
  CONJUNCTIONS,
  FIGURE_WORDS,
  FIGURES,
  HELPERS,
  isOn,
  LINKING,
  listsAt,
  MOVE_NOUNS,
  MOVES,
  PLACING,
} from './shareWords.js';
import { firstTime, timesIn } from './times.js';
import { isOnTimes, NUMBERS } from './timeWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What a subject stands for that is only a stand-in: the same as another figure's, or a group of its own. */
export type StandIn = 'same' | 'group';

/** Which of two figures is the one that the text is about: the other is what it is held against. */
export type Relation = 'first' | 'second';

const FAR = 40;
const PRESENT_AT = new WordSet('now today this currently');
const OPEN = 0x28;
const CLOSE = 0x29;
const COMMA = 0x2c;
const COMPARES = placeOf('compares');
const NONE: readonly Mention[] = [];

/** How the second of two shares of a sentence is held against the first, if it is; `stands`: what `figureFor` says of the second. */
export function relationOf(
  words: Words,
  sentence: ReadSentence,
  a: Share,
  b: Share,
  stands: StandIn | undefined,
): Relation | undefined {
  if (a.form === 'points' || b.form === 'points' || b.from - a.to > FAR) return undefined;
  if (isBracketed(words, a, b)) return 'first';
  const ahead = roughlyFrom(words, a.from, sentence.from);
  const link = roughlyFrom(words, b.from, a.to);
  if (words.at(ahead - 1) === 'from' && endsIn(words, 'to', a.to, b.from)) return 'second';
  // "dropped to 15% from a peak of 44%"
  const moved = words.at(ahead - 1) === 'to' || words.at(a.from - 1) === 'to';
  if (moved && b.from - a.to < 8 && endsIn(words, 'from', a.to, b.from)) return 'first';
  if (isHeldAgainst(words, sentence, a.to, b.from))
    return NOW.has(words.reading, b.to) && !PRESENT_AT.has(words.reading, a.to) ? 'second' : 'first';
  // "…, which was 73% in 2022", "… and it was 33% last summer"
  const isOwn = HAVING.has(words.reading, link - 1) && words.at(b.to) === 'of';
  if (BEING.has(words.reading, link - 1) && STANDS.has(words.reading, link - 2) && !isOwn)
    return isLater(words, sentence, a, b) ? 'second' : 'first';
  if (stands === 'same' && isNow(words, a, b)) return 'second';
  if (stands === 'same')
    return !isOfPlace(words, a.to, b.from) && isLater(words, sentence, a, b) ? 'second' : 'first';
  if (stands === 'group') return undefined;
  if (isElsewhere(words, a.to, link) || isThen(words, sentence, a.to, link)) return 'first';
  if (isWhereas(words, sentence, a.to, link, b)) return 'first';
  if (isFarther(words, a.to, b)) return 'first';
  // "were 31% and are 17%"
  if (isNowAgain(words, ahead, a.to, link)) return 'second';
  // "38% at the end of March 2017, and 40% a year later"
  if (b.from - a.to < 12 && isLaterOn(words, b.to)) return 'second';
  // "At 51% we have dropped back from 57%"
  if (words.at(link - 1) === 'from' && movesBetween(words, a.to, link) && !breaks(words, a.to, link))
    return 'first';
  if (isNow(words, a, b)) return 'second';
  // "63% now, 61% in January"
  if (NOW.has(words.reading, a.to) && words.mark(a.to + 1) === COMMA && b.from - a.to <= 3)
    if (firstTime(words, sentence, b.to, Math.min(sentence.to, b.to + 6), b.to + 2)) return 'first';
  if (isOtherTime(words, sentence, a, b)) return 'first';
  // "(16.8%; SN 20.5%)", "79% (2023: 84%, England: 81%)"
  const isNext =
    words.mark(a.to) === 0x3b ||
    (words.mark(a.to) === COMMA && openBefore(words, a.from, sentence.from) !== undefined);
  if (isNext && b.from - a.to < 6 && isNamed(words, sentence, a.to + 1, link)) return 'first';
  if (words.at(link - 1) === 'to' && movesBetween(words, a.to, link) && !breaks(words, a.to, link))
    return 'second';
  // "18% of homes were empty, having been 26%"
  if (words.at(link - 1) === 'been' && words.at(link - 2) === 'having') return 'first';
  // "18%, from 26% in 2019"
  if (b.from - a.to < 10 && words.at(b.to) !== 'to') {
    if (words.at(link - 1) === 'from' && (words.mark(link - 2) === COMMA || words.mark(link - 2) === OPEN))
      return 'first';
    // "78%, improved from 65% in June"
    if (words.at(link - 1) === 'from' && words.mark(link - 3) === COMMA && isOn(words, link - 2, MOVES))
      return 'first';
    // "12%, was 9%" of a table's line, "12% – previously 9%".
    if (WAS.has(words.reading, link - 1) && (PARTS.has(words.mark(link - 2)) || isDash(words, link - 2)))
      return 'first';
  }
  // "68% were good, a fall from 72%", "96%, a slight rise on the 93% of last year"
  const basis = words.at(link - 1) === 'the' ? link - 1 : link;
  if (b.from - a.to < 28 && FROM.has(words.reading, basis - 1) && isOn(words, basis - 2, MOVE_NOUNS))
    return 'first';
  // "80.6%, down 2.1 points from 82.7%"
  if (isPoints(words, link - 2) && FROM.has(words.reading, link - 1)) return 'first';
  // "19% of the caseload but just 8% of the population".
  if (words.at(link - 1) === 'but' && words.at(a.to) === 'of' && words.at(b.to) === 'of') return 'first';
  return undefined;
}

/** "88% (71%)": another time’s or place’s, as a line above says. */
export const isBracketed = (words: Words, a: Share, b: Share): boolean =>
  a.form === b.form &&
  a.form === 'percent' &&
  words.mark(a.to) === OPEN &&
  b.from === a.to + 1 &&
  words.mark(b.to) === CLOSE;

/** "Against a target of 95%", "short of the 80% required": what is aimed at is no other time or place. */
export function isAimedAt(words: Words, from: number, { from: share, to }: Share): boolean {
  return (
    AIMS.hasAny(words.reading, Math.max(from, share - 7), share) ||
    (words.mark(to) === 0 && AIMS.hasAny(words.reading, to, to + 2))
  );
}
const AIMS = new WordSet('target targets goal aim ambition threshold required');

const FROM = new WordSet('from on');
const POINTS = new WordSet('points point');
/** "Down 2.1 points" */
const isPoints = ({ reading }: Words, token: number): boolean => POINTS.has(reading, token);

/** Do the words between say that what follows is held against what stands before? */
export function isHeldAgainst(
  words: Words,
  sentence: ReadSentence,
  from: number,
  to: number,
  byPronoun = false,
): boolean {
  const link = roughlyFrom(words, to, from);
  const cues = hasCategory(sentence, COMPARES) ? mentionsOf(sentence, 'compares', from, to) : NONE;
  for (const cue of cues) {
    if (hasOwnClause(words, from, cue.from)) continue;
    // "Live more than 20 miles away": how far, and not as against what.
    if (cue.to < link && words.at(cue.to - 1) === 'than' && isCount(words, cue.to)) continue;
    if (byPronoun && !isPronoun(words, from, cue.from)) continue;
    // "Fewer than one in five" only says how near the number is.
    if (!(
      cue.to > link &&
      words.at(cue.to) !== 'the' &&
      ['more', 'less', 'fewer', 'lower', 'higher', 'well', 'still', 'as'].includes(words.at(cue.from))
    ))
      return true;
  }
  if (byPronoun) return false;
  // "… less likely to be good (83%) than those elsewhere (95%)", "twice as often (8%) as those of councils (4%)".
  for (let i = link - 1; i >= Math.max(from, to - 10); i--) {
    if (words.at(i) === 'than' || (words.at(i) === 'as' && i === from + 1)) return words.mark(from) === 0x29;
    if (words.mark(i) !== 0 && words.mark(i) !== OPEN) return false;
  }
  return false;
}

const isCount = (words: Words, token: number): boolean =>
  words.isNumber(token) || isOnTimes(words, token, NUMBERS);

/** "…, and exclusions are higher than …": another clause with a subject of its own before the cue. */
function hasOwnClause(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to - 2; i++)
    if ((words.mark(i) === COMMA && isOn(words, i + 1, AND)) || words.mark(i) === 0x3b)
      return hasVerb(words, i + 2, to) && !isOn(words, i + 2, FIGURES);
  return false;
}

/** "This compares with …", "It is well above the …": only a stand-in before the cue. */
function isPronoun(words: Words, from: number, to: number): boolean {
  if (to - from > 6 || to === from) return false;
  for (let i = from; i < to; i++) if (!isOn(words, i, FIGURES | FIGURE_WORDS | HELPERS)) return false;
  return true;
}

/** "83% are permanent, whereas barely half were in 2019": the same of another time, whose verb is all that is left. */
function isWhereas(words: Words, sentence: ReadSentence, from: number, link: number, { to }: Share): boolean {
  if (words.at(link - 1) !== 'whereas' || link - from > 12 || !ELLIPSIS.has(words.reading, to)) return false;
  return firstTime(words, sentence, to, Math.min(sentence.to, to + 6)) !== undefined;
}

const WAS = new WordSet('was previously');
const PARTS = new Set([COMMA, OPEN]);

/** "Which has 12% of the population": a share of something else. */
const HAVING = new WordSet('has have had');
const STANDS = new WordSet('it which that this');

/** Does the way to token `to` end in the word ("… in June to almost 71%")? */
function endsIn(words: Words, word: string, from: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(from, to - 4); i--) if (words.at(i) === word) return true;
  return false;
}

/**
 * Is the subject of a share's clause only a stand-in for another figure's ("it was", "the national figure is",
 * "(average: 5%)")? A figure "for" some of them is of a group of its own.
 */
export function figureFor(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  floor: number,
): StandIn | undefined {
  let to = roughlyFrom(words, share.from, floor);
  // "This is a rise of 5 points", "This is an increase from 60%".
  if (BASIS.has(words.reading, to - 1) && isOn(words, to - 2, MOVE_NOUNS))
    to = roughlyFrom(words, to - 2, floor);
  const linked = to;
  while (to > floor && (isLink(words.mark(to - 1)) || isOn(words, to - 1, HELPERS | LINKING))) to--;
  const from = startOf(words, sentence, to, floor);
  if (to <= from) return undefined;
  const first = words.at(from);
  if (first === 'for' || first === 'among' || first === 'amongst')
    return to < linked && isOn(words, to - 1, FIGURES) ? 'group' : undefined;
  if (isWhole(words, from, to) || isTime(words, sentence, from, to))
    return isBare(words, share.to) ? 'same' : undefined;
  const inFront = FRONTS.has(first);
  // Most subjects end in a word that stands for no figure, and need not be looked at further.
  if (!inFront && !isOn(words, to - 1, FIGURES | FIGURE_WORDS) && !isPlace(words, from, to - 1))
    return undefined;
  const start = Math.min(to, subjectStart(words, sentence, from, to));
  let figure = start === to && inFront && isBare(words, share.to);
  for (let i = start; i < to; i++) {
    const mark = words.mark(i);
    if (mark === COMMA) continue;
    if (mark !== 0) return undefined;
    const lists = listsAt(words, i, FIGURES | FIGURE_WORDS);
    figure ||= (lists & FIGURES) !== 0;
    if ((lists & (FIGURES | FIGURE_WORDS)) === 0 && !isPlace(words, start, i))
      return to < linked && (words.at(to - 1) === 'it' || words.at(to - 1) === 'this') ? 'group' : undefined;
  }
  return figure ? 'same' : undefined;
}
const BASIS = new WordSet('of from on');
const FRONTS = new Set(['nationally', 'elsewhere', 'regionally']);

function beforeCommas(words: Words, from: number, to: number): number {
  let end = to;
  while (end > from && words.mark(end - 1) === COMMA) end--;
  return end;
}

/** "In 2010, 42% did": a time and nothing else. */
function isTime(words: Words, sentence: ReadSentence, from: number, to: number): boolean {
  const end = beforeCommas(words, from, to);
  const time = end > from ? firstTime(words, sentence, from, end, from + 2) : undefined;
  return time !== undefined && time.to === end;
}

/** "Across England", "In the country as a whole": a place and nothing else. */
function isWhole(words: Words, from: number, to: number): boolean {
  if (!IN.has(words.reading, from)) return false;
  const end = beforeCommas(words, from, to);
  for (let i = from + 1; i < end; i++) if (!WHOLES.has(words.reading, i)) return false;
  return end > from + 1;
}
const IN = new WordSet('in across');
const WHOLES = new WordSet('england wales scotland the country region as a whole uk northern ireland nation');

/** Has the share no words of its own behind it, or only the verb of what was said before? */
function isBare(words: Words, to: number): boolean {
  const ends = (token: number): boolean => words.mark(token) !== 0 || words.at(token) === '';
  return ends(to) || DONE.has(words.reading, to) || (BEING.has(words.reading, to) && ends(to + 1));
}
const DONE = new WordSet('did do does');
const BEING = new WordSet('are is was were have has had');

const isLink = (mark: number): boolean => mark === COMMA || mark === 0x3a;

/** A name behind "in" or "across". */
const isPlace = (words: Words, from: number, i: number): boolean => {
  for (let k = i; k >= Math.max(from, i - 4); k--) if (isOn(words, k, PLACING)) return true;
  return false;
};

function startOf(words: Words, sentence: ReadSentence, to: number, floor: number): number {
  const from = clauseStart(words, sentence, to, floor);
  // A clause behind a comma that has a verb of its own is another.
  for (let i = to - 1; i > from; i--) if (words.mark(i) === COMMA && i > from + 4) return i + 1;
  return from;
}

/** "96% have a plan (68% last July)": a figure in brackets, with its time. */
function isOtherTime(words: Words, sentence: ReadSentence, a: Share, b: Share): boolean {
  const link = roughlyFrom(words, b.from, a.to);
  const open = openBefore(words, link, a.to);
  if (open === undefined) return false;
  for (let i = a.to; i < open; i++) if (words.mark(i) === OPEN || words.mark(i) === 0x3b) return false;
  if (firstTime(words, sentence, b.to, Math.min(sentence.to, b.to + 8), b.to + 2)) return true;
  if (open + 1 < link) return isNamed(words, sentence, open + 1, link);
  const next = words.at(b.to);
  return (
    (next === 'nationally' || next === 'in' || next === 'for' || next === 'across') && words.mark(b.to) === 0
  );
}

function openBefore(words: Words, from: number, floor: number): number | undefined {
  for (let i = from - 1; i >= Math.max(floor, from - 9) && words.mark(i) !== CLOSE; i--)
    if (words.mark(i) === OPEN) return i;
  return undefined;
}

/** "(England: 80%)", "(2019: 72%)": nothing but a time or a place. */
function isNamed(words: Words, sentence: ReadSentence, from: number, to: number): boolean {
  const times = timesIn(words, sentence, from, to);
  for (let i = from; i < to; i++) {
    const time = times.find(t => t.from === i);
    if (time) i = time.to - 1;
    else if (words.mark(i) === 0 && !isOn(words, i, FIGURE_WORDS | FIGURES | HELPERS | AND)) return false;
  }
  return true;
}

function movesBetween(words: Words, from: number, link: number): boolean {
  for (let i = link - 1; i >= Math.max(from, link - 5); i--) if (isOn(words, i, MOVES)) return true;
  return false;
}

/** Does another clause begin between the two? */
function breaks(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const mark = words.mark(i);
    if (mark === 0 ? isOn(words, i, AND | CONJUNCTIONS) : mark === 0x3b || mark === OPEN || isDash(words, i))
      return true;
  }
  return false;
}
