import { hasCategory, placeOf } from '../lexicon/categories.js';
import { noNames, type OpeningNames, withNames } from './openingNames.js';
import type { Whole } from './counts.js';
import { cellsOf } from './cells.js';
import { datesIn, isYear } from './dates.js';
import { withNamed } from './foreignGrades.js';
import { movedQuote } from './draft.js';
import type { Quote, Status } from './finding.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { beforeAccount } from './rows.js';
import type { Setting } from './status.js';
import { same } from './same.js';
import { isPreposition, isVerbal } from './verbs.js';
import { WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

export interface JudgementCarry extends Setting {
  /** What was spoken of last: a heading, or the subject of the last sentence. Lasts for two paragraphs. */
  readonly subject?: Quote | undefined;
  readonly age?: number | undefined;
  /** The whole of which the next sentence counts parts: "10 outcome areas". */
  readonly of?: number | undefined;
  readonly counted?: Quote | undefined;
  /** The cells of the table's header, while its rows last. */
  readonly header?: readonly Quote[] | undefined;
  /** The paragraph before was a grade and nothing else: another one is of the next column. */
  readonly alone?: boolean | undefined;
  /** The status of the last judgement. */
  readonly last?: Status | undefined;
  /** There has been a current one. */
  readonly given?: boolean | undefined;
  readonly opening: OpeningNames;
  /** The inspectorates that have been named. */
  readonly named: readonly string[];
}
export const noJudgement: JudgementCarry = { date: '', visit: false, opening: noNames, named: [] };

/** The carry while a paragraph is read: one object, which each sentence changes where it must. */
export type RunningCarry = { -readonly [K in keyof JudgementCarry]-?: JudgementCarry[K] };

/** All that a carry has, whatever its shape, in an object of one shape. */
export const running = (carry: JudgementCarry): RunningCarry => ({
  date: carry.date,
  visit: carry.visit,
  statistics: carry.statistics,
  frame: carry.frame,
  subject: carry.subject,
  age: carry.age,
  of: carry.of,
  counted: carry.counted,
  header: carry.header,
  alone: carry.alone,
  last: carry.last,
  given: carry.given,
  opening: carry.opening,
  named: carry.named,
});

const GRADE = placeOf('grade');
const AREA = placeOf('area');
const STATISTICS = placeOf('statistics');
const MONITORING = placeOf('monitoring');
const INTENT = placeOf('intent');

/** The report's date and kind, from its first lines and wherever it says them. */
export function learn(words: Words, sentence: ReadSentence, carry: RunningCarry): void {
  if (hasCategory(sentence, STATISTICS)) carry.statistics = true;
  if (!carry.visit && !carry.given && tellsOwnVisit(words, sentence)) carry.visit = true;
  if (carry.date === '') carry.date = ownDate(words, sentence);
  carry.opening = withNames(words, sentence, carry.opening);
  carry.named = withNamed(words.reading.lexicon, sentence, carry.named);
}

/**
 * Is the report one of a monitoring or focused visit? It is none of a visit that is promised, of several, or of one that
 * a report mentions that gives grades itself.
 */
function tellsOwnVisit(words: Words, sentence: ReadSentence): boolean {
  if (!hasCategory(sentence, MONITORING) || hasCategory(sentence, INTENT) || hasCategory(sentence, GRADE))
    return false;
  return mentionsOf(sentence, 'monitoring').some(m => words.at(m.to - 1) === 'visit');
}

/** A short line with a date in it is the report's own; in prose it has to say so. */
function ownDate(words: Words, sentence: ReadSentence): string {
  const { from, to } = sentence;
  const dates = datesIn(words, from, Math.min(to, from + 80));
  const short = to - from <= 25 && !hasCategory(sentence, GRADE);
  let own = '';
  for (const date of dates) {
    if (date.iso.length <= 4) continue;
    if (short) own = date.iso;
    else if (saysOwn(words, date.from)) return date.iso;
  }
  return own;
}

/** "published today (2 December 2016)". */
function saysOwn(words: Words, token: number): boolean {
  for (let i = token - 1; i >= token - 4; i--)
    if (['today', 'published', 'yesterday'].includes(words.at(i))) return true;
  return false;
}

/** What the sentence leaves to those behind it: the whole that it counts parts of, and the heading that it is. */
export function remember(
  words: Words,
  sentence: ReadSentence,
  carry: RunningCarry,
  judged: boolean,
  whole: Whole | undefined,
): void {
  if (whole || !judged || carry.of === undefined) {
    carry.of = whole?.of;
    carry.counted = whole?.counted;
  }
  const { from, to } = sentence;
  if (judged || from > 0 || to !== words.reading.tokens.count) return;
  // A table's header: what the table is of, its title says.
  if (carry.header !== undefined) return;
  const isArea = hasCategory(sentence, AREA);
  const first = isArea ? behindNumbering(words, sentence) : from;
  if (to > (isArea ? 16 : 10) || (isNotice(words, sentence, first) && !(isArea && isCut(words, sentence))))
    return;
  if (isStatement(words, sentence)) return;
  // "Recent inspection history" names nobody.
  carry.subject = HISTORY.has(words.reading, to - 1)
    ? undefined
    : headed(words, sentence, first, carry.subject);
  carry.age = 0;
}

/** "2.1 Adoption performance", "3. Leadership": where an area's own words begin. */
function behindNumbering(words: Words, { from, to }: ReadSentence): number {
  if (!words.isNumber(from) || isYear(words, from)) return from;
  const first = words.mark(from + 1) === 0x2e || words.mark(from + 1) === 0x29 ? from + 2 : from + 1;
  return first < to && words.isCapital(first) ? first : from;
}

const HISTORY = new WordSet('history');

/** "Turnover has doubled.": a sentence that stands alone, and no heading. */
function isStatement(words: Words, { from, to }: ReadSentence): boolean {
  if (words.mark(to - 1) !== 0x2e) return false;
  for (let i = from; i < to; i++) if (isVerbal(words, i)) return true;
  return false;
}

/** The heading, with the line before where it only goes on: "The experiences of children who need" / "help and protection". */
function headed(words: Words, sentence: ReadSentence, from: number, before: Quote | undefined): Quote {
  const line = words.quote(from, beforeAccount(words, from, sentence.to));
  if (!before || before.end !== -1 || before.text.length > 160 || words.isCapital(from)) return line;
  return { text: `${before.text}\n${line.text}`, start: before.start, end: line.end };
}

/** Keeps the header of a table as long as the frame has its columns. */
export function keepHeader(words: Words, sentence: ReadSentence, carry: RunningCarry): void {
  if (!carry.frame?.columns) carry.header = undefined;
  else if (sentence.from === 0 && !hasCategory(sentence, GRADE)) carry.header = headerOf(words, sentence);
}

function headerOf(words: Words, sentence: ReadSentence): readonly Quote[] {
  const cells = cellsOf(words, sentence).slice(0, 8);
  return cells.map(({ from, to: end }): Quote => {
    let to = end;
    while (to > from && words.mark(to - 1) !== 0) to--;
    return to > from && to - from < 12 ? words.quote(from, to) : { text: '', start: 0, end: 0 };
  });
}

/** "Published: 3 March 2019", "Page 4", "By our reporter": lines that name no subject. */
function isNotice(words: Words, sentence: ReadSentence, from: number): boolean {
  for (let i = from; i < sentence.to; i++)
    if (
      words.isNumber(i) ? words.mark(i - 1) !== 0x2d && words.at(i - 1) !== 'since' : words.mark(i) === 0x3a
    )
      return true;
  // "Q. What happens now?"; frameworks ask how good something is, or whether.
  if (words.mark(sentence.to - 1) === 0x3f && !LINES.has(words, sentence.from, ASKS)) return true;
  if (isCut(words, sentence)) return true;
  return LINES.has(words, sentence.from, NOTICE);
}
/** A line that a wrap has cut. */
const isCut = (words: Words, { to }: ReadSentence): boolean =>
  isPreposition(words, to - 1) || LINES.has(words, to - 1, CUT);

const CUT = 1 << 0;
const NOTICE = 1 << 1;
const ASKS = 1 << 2;
const LINES = new WordClasses([
  [CUT, 'since'],
  [NOTICE, 'by dear notes page press news'],
  [ASKS, 'how is are'],
]);

/**
 * The carry as the next paragraph counts it: positions from its own start, and nothing older than two paragraphs. The
 * one that came where it says the same. `figure`: the paragraph was a number and nothing else.
 */
export function aged(
  carry: RunningCarry,
  before: JudgementCarry,
  length: number,
  figure: boolean,
): JudgementCarry {
  const { subject, age = 0, of, counted, header } = carry;
  // One cell a line: the label stays for the grade of the next column, and behind a score.
  const inTable = carry.frame?.columns !== undefined || carry.frame?.section === 'history';
  const near = subject !== undefined && subject.start - length > -LONGEST_TABLE;
  const keep =
    near && (age < 1 || (carry.alone === true && age < 2) || (figure && age < 3) || (inTable && age < 2));
  carry.subject = keep ? movedQuote(subject, -length) : undefined;
  // The title of a table is of all its rows.
  carry.age = keep ? age + (figure || (inTable && age > 0) ? 0 : 1) : undefined;
  const counts = of !== undefined && counted && counted.start >= 0;
  carry.of = counts ? of : undefined;
  carry.counted = counts ? movedQuote(counted, -length) : undefined;
  carry.header = header && isNear(header, length) ? header.map(cell => movedQuote(cell, -length)) : undefined;
  return isUnchanged(carry, before) ? before : carry;
}

/** Do all parts of the carry say the same? What is cheap to compare, and mostly differs, comes first. */
const isUnchanged = (a: RunningCarry, b: JudgementCarry): boolean =>
  a.date === b.date &&
  a.visit === b.visit &&
  a.statistics === b.statistics &&
  a.age === b.age &&
  a.of === b.of &&
  a.alone === b.alone &&
  a.last === b.last &&
  a.given === b.given &&
  isSameQuote(a.subject, b.subject) &&
  isSameQuote(a.counted, b.counted) &&
  same(a.frame, b.frame) &&
  same(a.header, b.header) &&
  same(a.named, b.named) &&
  same(a.opening, b.opening);

const isSameQuote = (a: Quote | undefined, b: Quote | undefined): boolean =>
  a === b ||
  (a !== undefined && b !== undefined && a.start === b.start && a.end === b.end && a.text === b.text);

/** A header is forgotten in a long table, so that an edit to it re-reads only so much. */
const isNear = (header: readonly Quote[], length: number): boolean =>
  header.every(cell => cell.start - length > -LONGEST_TABLE);
/** In code units. */
const LONGEST_TABLE = 4000;
