import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Reason, Status } from './finding.js';
import type { Frame } from './frame.js';
import { firstCue, lastCue } from './cues.js';
import { type DateMention, isYear } from './dates.js';
import { anyBody, manyBodies } from './manyBodies.js';
import type { ReadSentence } from './reading.js';
import { isQuote } from './verbs.js';
import { WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import { clauseFrom, type Words } from './words.js';

const SCALE = placeOf('scale');
/** "unsatisfactory, the lowest on the six-point scale": where on it a grade stands that was given. */
const isPlaced = (words: Words, { from }: Mention): boolean =>
  PLACES.hasAny(words.reading, Math.max(0, from - 4), from);
const PLACES = new WordSet('lowest highest best worst top bottom second third');
const GRADE_NEGATION = placeOf('grade-negation');
const WISH = placeOf('wish');
const PAST_GRADE = placeOf('past-grade');
const PAST_BEHIND = placeOf('past-behind');
const ANOTHER_BODY = placeOf('another-body');
const JUDGING = placeOf('judging');
const COPULA = placeOf('copula');

/** What the paragraphs before say that matters for a grade's status. */
export interface Setting {
  /** The report's own date, as far as it is known: `YYYY-MM-DD`, `YYYY-MM` or ''. */
  readonly date: string;
  /** A monitoring or focused visit, which gives no grade of its own. */
  readonly visit: boolean;
  /** A statistical release, whose grades are those of many bodies. */
  readonly statistics?: boolean | undefined;
  /** What heading and table header say of the grades. */
  readonly frame?: Frame | undefined;
}

/** What says that a sentence names a scale: "judgements are good, …", and not "four of the five judgements are good", which counts. */
export function scaleNamed(words: Words, sentence: ReadSentence): Mention | undefined {
  const scale = firstCue(sentence, SCALE);
  return scale && !COUNTED.has(words.reading, scale.from - 2) ? scale : undefined;
}
const COUNTED = new WordSet('of the all both');

/** A status and why. */
export interface StatusFound {
  readonly status: Status;
  readonly reasons: readonly Reason[];
  /** It says so beyond doubt, whatever was learnt. */
  readonly firm?: true;
}

/** Decides the status of a judgement by the cues around it, nearest and strongest first. */
export function statusOf(
  words: Words,
  sentence: ReadSentence,
  grade: Mention,
  grades: readonly Mention[],
  date: DateMention | undefined,
  setting: Setting,
): StatusFound {
  const { from, to } = grade;
  const scale = grades.length > 1 ? scaleNamed(words, sentence) : undefined;
  if (scale && !isPlaced(words, scale)) return said(words, 'other', scale);
  if (setting.frame?.section === 'key' || isKey(words, sentence)) return OTHER;
  const any = anyBody(words, sentence, grade);
  if (any >= 0) return found(words, 'other', any, any + 1);
  const due = dueAt(words, sentence, grade);
  if (due) return found(words, 'aspiration', due.from, due.to);
  const clause = looksBack(sentence) ? clauseFrom(words, sentence, from) : sentence.from;
  const negation = lastCue(sentence, GRADE_NEGATION, Math.max(clause, from - 10), from);
  // "Help for those not in education is adequate"
  const named = negation && words.at(negation.to) === 'in' && words.at(negation.to + 1) === 'education';
  const denied = negation?.to ?? behindNo(words, sentence);
  if (denied !== undefined && GENERAL.hasAny(words.reading, denied, from)) return { ...OTHER, firm: true };
  if (negation && !named && denies(words, sentence, negation, grade, clause))
    return said(words, 'negated', negation);
  // "They are inadequate no longer."
  const after = firstCue(sentence, GRADE_NEGATION, to, Math.min(sentence.to, to + 2));
  if (after?.from === to && words.at(to + 1) === 'longer') return said(words, 'negated', after);
  const behind = untilNext(words, sentence, grade, grades);
  const lastTime = firstCue(sentence, PAST_BEHIND, to, Math.min(behind, to + 6));
  if (lastTime && lastTime.from === to) return said(words, 'previous', lastTime);
  // "requires improvement does not mean good enough": the scale itself.
  if (from <= sentence.from + 1 && ['means', 'mean', 'does', 'is'].includes(words.at(to))) return OTHER;
  const other = firstCue(sentence, ANOTHER_BODY) ?? manyBodies(words, sentence);
  if (other) return said(words, 'other', other);
  if (setting.statistics === true) return OTHER;
  // "from a starting position of inadequate to …": the words right before the grade speak louder than a plan further off.
  if (words.at(from - 1) === 'now') return CURRENT;
  const before = longPast(sentence, from);
  if (before) return said(words, 'previous', before);
  const wish = lastCue(sentence, WISH, Math.max(clause, from - 12), from);
  // "slipped back to": where it went.
  if (wish && !FALLEN.has(words.at(wish.from - 1))) {
    const hoped = said(words, 'aspiration', wish);
    // "On the journey to good": straight before the grade.
    return wish.to === from || (wish.to === from - 1 && isQuote(words, wish.to))
      ? { ...hoped, firm: true }
      : hoped;
  }
  const move = grades.length > 1 ? moveOf(words, grade, grades) : undefined;
  if (move === 'from') {
    const at = words.isWord(from - 1) ? from - 1 : from - 2;
    return found(words, 'previous', at, at + 1);
  }
  if (move === 'to' && !date) return CURRENT;
  const past =
    lastPast(words, sentence, Math.max(sentence.from, clause - 8), from, grades) ??
    firstCue(sentence, PAST_BEHIND, to, Math.min(behind, to + 10));
  if (past) return said(words, 'previous', past);
  if (date && isEarlier(date.iso, setting.date)) return found(words, 'previous', date.from, date.to);
  if (setting.visit && !date) return PREVIOUS;
  return CURRENT;
}

/**
 * Up to which token what stands behind a grade may be said of it: to the next one, unless they go together ("good or
 * outstanding last time").
 */
function untilNext(
  words: Words,
  { to: end }: ReadSentence,
  { to }: Mention,
  grades: readonly Mention[],
): number {
  // "good (previously inadequate)"
  if (words.mark(to) === 0x28) return to;
  for (const { from } of grades) if (from > to + 1) return from;
  return end;
}

const FALLEN = new Set(
  'slip slips slipped slid fall falls fell fallen drop dropped dropping slipping falling went goes gone sank sent'.split(
    ' ',
  ),
);
/** "No child should live where services are inadequate", "it is never acceptable to be": of no inspection. */
const GENERAL = new WordSet('should deserve deserves ought acceptable');
/** Behind the "no" that a sentence opens with. */
function behindNo(words: Words, { from }: ReadSentence): number | undefined {
  const first = isQuote(words, from) ? from + 1 : from;
  return words.at(first) === 'no' ? first + 1 : undefined;
}
const OTHER: StatusFound = { status: 'other', reasons: [] };
const CURRENT: StatusFound = { status: 'current', reasons: [] };
const PREVIOUS: StatusFound = { status: 'previous', reasons: [] };

const said = (words: Words, status: Status, cue: Mention | undefined): StatusFound => ({
  status,
  reasons: cue ? [words.because('status', status, cue)] : [],
});

/** Because of tokens `[from, to)`. */
const found = (words: Words, status: Status, from: number, to: number): StatusFound => ({
  status,
  reasons: [{ of: 'status', says: status, ...words.quote(from, to) }],
});

/** Are there any cues that hold good within their clause only? */
const looksBack = (sentence: ReadSentence): boolean =>
  hasCategory(sentence, GRADE_NEGATION) || hasCategory(sentence, WISH) || hasCategory(sentence, PAST_GRADE);

/** Does the negation deny the grade? */
function denies(
  words: Words,
  sentence: ReadSentence,
  negation: Mention,
  { from }: Mention,
  clause: number,
): boolean {
  if (NO_DENIAL.has(words.at(negation.to)) || crossesVerb(words, sentence, negation.to, from)) return false;
  // "Not inspected for years, had been a good school": the nearer cue speaks.
  for (const m of sentence.mentions)
    if (m.place === PAST_GRADE && m.from > negation.to && m.to <= from && words.at(m.from) === 'had')
      return false;
  const sought = lastCue(sentence, WISH, Math.max(clause, from - 6), from);
  return !(sought && sought.to > negation.to && words.at(sought.to - 1) === 'until');
}

/** "A starting position of": several words straight before the grade. */
function longPast(sentence: ReadSentence, from: number): Mention | undefined {
  if (!hasCategory(sentence, PAST_GRADE)) return undefined;
  for (const m of sentence.mentions)
    if (m.place === PAST_GRADE && m.from >= from - 6 && m.to <= from && m.to >= from - 1 && m.to - m.from > 1)
      return m;
  return undefined;
}

/** The last cue of the past within tokens `[low, from)` that nothing has ended since. */
function lastPast(
  words: Words,
  sentence: ReadSentence,
  low: number,
  from: number,
  grades: readonly Mention[],
): Mention | undefined {
  if (!hasCategory(sentence, PAST_GRADE)) return undefined;
  const all = sentence.mentions;
  for (let i = all.length - 1; i >= 0; i--) {
    const m = all[i]!;
    if (m.place === PAST_GRADE && m.from >= low && m.to <= from && !isSince(words, m.to, from))
      return isTaken(words, m, from, grades) ? undefined : m;
  }
  return undefined;
}

/** "Once inadequate, the home is good": what is straight before another grade is said of that one. */
function isTaken(words: Words, cue: Mention, from: number, grades: readonly Mention[]): boolean {
  for (const grade of grades)
    if (grade.from === cue.to && grade.to < from && words.mark(grade.to) === 0x2c) return true;
  return false;
}

/** Behind a negation: "no more than", "nobody wanted". */
const NO_DENIAL = new Set([
  'more',
  'less',
  'worse',
  'better',
  'higher',
  'lower',
  'only',
  'just',
  'wanted',
  'wants',
  'expected',
  'likes',
]);

/** "Key: outstanding – a service that …" */
export const isKey = (words: Words, { from }: ReadSentence): boolean =>
  words.at(from) === 'key' && words.mark(from + 1) === 0x3a;

/** What says by when, or ends the clause before that is said. */
const DUE_WORDS = new WordClasses([[1, 'to and but or within inside by before']]);
const DUE = new Set('time next end spring summer autumn winter christmas easter this then'.split(' '));

/** "Good by 2030", "if planning isn’t good by this time next year": where it says that the grade is yet to come. */
export function dueAt(
  words: Words,
  sentence: ReadSentence,
  { to }: Mention,
): { readonly from: number; readonly to: number } | undefined {
  if (words.at(to) === 'next' && ['year', 'time', 'spring', 'autumn', 'summer'].includes(words.at(to + 1)))
    return { from: to, to: to + 2 };
  for (let i = to; i < Math.min(sentence.to, to + 6); i++) {
    const mark = words.mark(i);
    if (mark === 0x2e || mark === 0x3b || mark === 0x2c) return undefined;
    if (!DUE_WORDS.has(words, i, 1)) continue;
    const word = words.at(i);
    if (['to', 'and', 'but', 'or'].includes(word)) return undefined;
    if (word === 'within' || word === 'inside') {
      if (['months', 'years', 'year'].includes(words.at(i + 2))) return { from: i, to: i + 3 };
      continue;
    }
    const at = ['the', 'about'].includes(words.at(i + 1)) ? i + 2 : i + 1;
    const isDue =
      DUE.has(words.at(at)) || (word === 'by' && isYear(words, at) && words.at(at).startsWith('20'));
    if (!isDue) return undefined;
    // "by next spring"
    const more = ['next', 'this'].includes(words.at(at)) && words.isWord(at + 1);
    return { from: i, to: more ? at + 2 : at + 1 };
  }
  return undefined;
}

/** "The worst in the country three years ago has been given a good rating": what came after it is of today. */
function isSince(words: Words, from: number, to: number): boolean {
  for (let i = from; i + 1 < to; i++) {
    if (words.mark(i) === 0x2e) return false;
    if (['has', 'have'].includes(words.at(i)) && !['been', 'had'].includes(words.at(i - 1)) && i - from < 8)
      return ['been', 'now', 'received', 'achieved', 'gained', 'won', 'moved'].includes(words.at(i + 1));
    if (['is', 'are'].includes(words.at(i)) && ['now', 'today', 'currently'].includes(words.at(i + 1)))
      return true;
  }
  return false;
}

/** "from inadequate to good": which end of the move the grade is. */
function moveOf(words: Words, grade: Mention, grades: readonly Mention[]): 'from' | 'to' | undefined {
  const before = (token: number): string =>
    words.isWord(token - 1) ? words.at(token - 1) : words.at(token - 2);
  const first = before(grade.from);
  if (
    first === 'from' &&
    grades.some(g => g.from > grade.to && g.from - grade.to < 10 && before(g.from) === 'to')
  )
    return 'from';
  if (
    first === 'to' &&
    grades.some(g => g.to < grade.from && grade.from - g.to < 10 && before(g.from) === 'from')
  )
    return 'to';
  return undefined;
}

/** Is there a verb of its own between a negation and the grade ("not attended, and was rated good")? */
function crossesVerb(words: Words, sentence: ReadSentence, from: number, to: number): boolean {
  for (const m of sentence.mentions)
    if (
      (m.place === COPULA || m.place === JUDGING) &&
      m.from >= from &&
      m.to <= to &&
      words.at(m.from - 1) === 'and'
    )
      return true;
  for (let i = from; i < to; i++)
    if (
      words.mark(i) === 0x2c &&
      (words.isNumber(i + 1) ||
        ['and', 'it', 'they', 'which', 'two', 'three', 'four', 'five', 'six'].includes(words.at(i + 1)))
    )
      return true;
  return false;
}

/** Is a grade's date before the report's own? A year alone only where it is another year. */
export function isEarlier(date: string, own: string): boolean {
  if (own === '') return false;
  const length = Math.min(date.length, own.length, 7);
  const [a, b] = [date.slice(0, length), own.slice(0, length)];
  if (a >= b) return false;
  // The inspection itself may lie a few months before its report.
  const months = (d: string): number => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7) || 6);
  return months(own) - months(date) > 5;
}
