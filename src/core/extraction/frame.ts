import { CELL } from '../report/tokens.js';
import { hasCategory, placeOf } from '../lexicon/categories.js';
import { type Cell, cellsOf, columnOf, isIndented, isParted, isRule } from './cells.js';
import { hasCue } from './cues.js';
import { datesIn, isYear } from './dates.js';
import type { Status } from './finding.js';
import { asksReaders } from './form.js';
import type { ReadSentence, Unvoiced } from './reading.js';
import { WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What a heading or a table's header says of the grades below it. */
export interface Frame {
  /** A key explains the grades; a history lists those of old; a form asks the page's readers for theirs. */
  readonly section?: 'key' | 'history' | 'form';
  /** By column: whose grades stand there, as far as the header says; '' where it says nothing. */
  readonly columns?: readonly (Status | '')[];
  /** The same where a table has one cell a line: a date, "previous" or "current" for each column of grades. */
  readonly stack?: readonly string[];
  /** The rows are other bodies: "Agency", "Council". */
  readonly others?: boolean;
}

const GRADE = placeOf('grade');
const PAST_GRADE = placeOf('past-grade');
const PAST_BEHIND = placeOf('past-behind');
const ANOTHER_BODY = placeOf('another-body');

const OLD = 1 << 0;
const NEW = 1 << 1;
const OTHERS = 1 << 2;
const KEY = 1 << 3;
const HISTORY = 1 << 4;
/** What was long ago, behind "previous". */
const INSPECTIONS = 1 << 5;
/** What a heading of other bodies begins with. */
const OTHER = 1 << 7;
/** Of which a key may speak and is none. */
const NO_KEY = 1 << 6;

const FRAMES = new WordClasses([
  [OLD, 'previous last earlier former before prior previously then'],
  [NEW, 'current now this latest new currently today'],
  [OTHERS, 'agency council authority provider force borough trust company'],
  [KEY, 'key glossary terms levels definitions descriptors mean meaning meanings explained scale'],
  [HISTORY, 'history timeline'],
  [INSPECTIONS, 'inspections inspection judgements ratings grades'],
  [NO_KEY, 'findings judgements'],
  [OTHER, 'other neighbouring neighbours our'],
]);

/** The frame behind a sentence: a heading opens a new one, a table's header its columns, prose ends the table. */
export function frameBehind(words: Words, sentence: ReadSentence, frame: Frame): Frame {
  if (hasCategory(sentence, GRADE)) return frame;
  const { from, to } = sentence;
  // The rule under a header: "|---|---|".
  if (frame.columns && isRule(words, sentence)) return frame;
  const whole = from === 0 && to === words.reading.tokens.count;
  if (whole && mayBeRow(words, sentence)) {
    const cells = cellsOf(words, sentence);
    if (isParted(cells)) return overColumns(words, cells, frame);
  }
  if (whole && to - from <= 10 && words.mark(to - 1) !== 0x2e) return headed(words, sentence, frame);
  return frame.columns || frame.others || to - from > 25 ? NO_FRAME : frame;
}

/** The frame that a table's header opens. */
function overColumns(words: Words, cells: readonly Cell[], { section }: Frame): Frame {
  // "Grade   What it means": the rows explain the grades.
  if (cells.slice(1).some(cell => explains(words, cell))) return IN_KEY;
  const columns = columnsOf(words, cells);
  // "This time" and "last time", 2010 and 2009: the text is about all its rows, and each has its own now and then.
  const others = FRAMES.has(words, cells[0]!.from, OTHERS) && !columns.includes('previous');
  return { ...(section ? { section } : {}), columns, ...(others ? { others } : {}) };
}

/** Does a column's header say that the column explains? */
function explains(words: Words, { from, to }: Cell): boolean {
  for (let i = from; i < Math.min(to, from + 4); i++) if (EXPLAINS.has(words.at(i))) return true;
  return false;
}
const EXPLAINS = new Set([
  'mean',
  'means',
  'meaning',
  'definition',
  'description',
  'explanation',
  'descriptor',
]);

/** What a heading says: a key, a history, a column of a table with one cell a line, or nothing. */
function headed(words: Words, sentence: ReadSentence, before: Frame): Frame {
  if (asksReaders(sentence)) return IN_FORM;
  // "Other councils in the region and their grades"
  if (hasCategory(sentence, ANOTHER_BODY) && FRAMES.has(words, sentence.from, OTHER)) return OF_OTHERS;
  const { from, to } = sentence;
  for (let i = from; i < to; i++) {
    const classes = FRAMES.at(words, i);
    if (classes === 0 && !isSinceYear(words, i)) continue;
    if ((classes & KEY) !== 0 && !FRAMES.has(words, i + 1, NO_KEY)) return IN_KEY;
    if (
      (classes & HISTORY) !== 0 ||
      isSinceYear(words, i) ||
      ((classes & OLD) !== 0 && FRAMES.has(words, i + 1, INSPECTIONS))
    )
      return IN_HISTORY;
  }
  // What a grade of the key means: "A service that exceeds minimum requirements".
  if (before.section === 'key' && MEANS.has(words.at(from))) return before;
  const stack = before.stack ?? NO_STACK;
  const column = to - from <= 5 ? columnAlone(words, from, to) : undefined;
  if (column !== undefined) return { stack: stack.length > 1 ? [column] : [...stack, column] };
  // The rows' labels stand below the headers of their columns.
  return stack.length > 1 ? { stack } : NO_FRAME;
}
/** "Ofsted and our schools since 2011" */
const isSinceYear = (words: Words, token: number): boolean =>
  words.at(token) === 'since' && words.isNumber(token + 1) && isYear(words, token + 1);
export const NO_FRAME: Frame = {};
const OF_OTHERS: Frame = { others: true };
const IN_KEY: Frame = { section: 'key' };
const IN_FORM: Frame = { section: 'form' };
const IN_HISTORY: Frame = { section: 'history' };
const MEANS = new Set(['a', 'an', 'the', 'services', 'strengths', 'few', 'many']);
const NO_STACK: readonly string[] = [];

/** "2021", "This time", "Previous grade": the header of one column, alone on its line. */
function columnAlone(words: Words, from: number, to: number): string | undefined {
  const date = datesIn(words, from, to).at(-1);
  if (date && date.to - date.from >= to - from - 1) return date.iso;
  for (let i = from; i < to; i++) {
    const classes = FRAMES.at(words, i);
    if ((classes & OLD) !== 0) return 'previous';
    if ((classes & NEW) !== 0) return 'current';
  }
  return undefined;
}

/** What the first or the second grade below a label is, where two headers stand above. */
export function statusInStack({ stack }: Frame, second: boolean): Status | undefined {
  if (stack?.length !== 2) return undefined;
  const [own, other] = second ? [stack[1]!, stack[0]!] : [stack[0]!, stack[1]!];
  const named = (column: string): boolean => column === 'previous' || column === 'current';
  if (named(own)) return own as Status;
  if (named(other)) return other === 'current' ? 'previous' : 'current';
  return own >= other ? 'current' : 'previous';
}

function columnsOf(words: Words, cells: readonly Cell[]): (Status | '')[] {
  const dates: string[] = [];
  const columns = cells.map(({ from, to }, i): Status | '' => {
    dates[i] = datesIn(words, from, Math.min(to, from + 12)).at(-1)?.iso ?? '';
    for (let t = from; t < Math.min(to, from + 8); t++) {
      const told = words.at(t) === 'self' ? 'other' : HOPED.has(words.at(t)) ? 'aspiration' : undefined;
      if (told) {
        // "Ambition for 2027" is not the latest.
        dates[i] = '';
        return told;
      }
      const classes = FRAMES.at(words, t);
      if ((classes & OLD) !== 0) return 'previous';
      if ((classes & NEW) !== 0) return 'current';
    }
    return '';
  });
  const dated = dates.filter(Boolean);
  if (dated.length > 1) {
    const latest = dated.reduce((a, b) => (a > b ? a : b));
    dates.forEach((date, i) => {
      if (date) columns[i] = date === latest ? 'current' : 'previous';
    });
  }
  return columns;
}

const HOPED = new Set(['target', 'ambition', 'aim', 'goal', 'aspiration']);

/** May the sentence be a table's row: are there wide gaps, pipes or slashes in it? */
function mayBeRow(words: Words, { from, to }: Unvoiced): boolean {
  const { gap, mark } = words.reading.tokens;
  if (isIndented(words, from)) return true;
  for (let i = from; i < to; i++) {
    if (gap[i] === CELL || mark[i] === 0x7c || mark[i] === 0x2f) return true;
  }
  return false;
}

/** What a grade in a table's row is by its column, its section, or the label and the dates of its row. */
export function statusInRow(
  words: Words,
  sentence: ReadSentence,
  token: number,
  frame: Frame,
): Status | undefined {
  if (frame.section === 'key' || frame.others) return 'other';
  const at = frame.columns ? columnOf(words, sentence, token) : 0;
  const column = frame.columns?.[at];
  if (column) return column;
  // Beside a column that is named, the other is of the other time.
  if (column === '' && at > 0) {
    if (frame.columns!.includes('current')) return 'previous';
    if (frame.columns!.includes('previous')) return 'current';
  }
  if (frame.section === 'history') return isOfNow(words, sentence, token, frame) ? 'current' : 'previous';
  if (isNumberedGrade(words, sentence, token) || isCountOf(words, sentence, token)) return 'other';
  if (
    hasCue(sentence, PAST_GRADE, sentence.from, token) ||
    hasCue(sentence, PAST_BEHIND, sentence.from, token)
  )
    return 'previous';
  return column === '' && at > 1 ? 'current' : undefined;
}

/** "April 2022 (this inspection): good", among those of old. */
export function isOfNow(words: Words, { from }: Unvoiced, grade: number, { section }: Frame): boolean {
  // "Current judgement (2023): good"
  if (NOW.has(words.reading, from) && grade - from < 8 && WORTH.has(words.reading, from + 1)) return true;
  if (section !== 'history') return false;
  for (let i = from; i < grade; i++) if (FRAMES.has(words, i, NEW)) return true;
  return false;
}

const NOW = new WordSet('current latest');
const WORTH = new WordSet('judgement judgment rating grade overall ofsted inspection');

/** "Outstanding   13   11": the row tells how many have the grade. */
function isCountOf(words: Words, { from, to }: Unvoiced, token: number): boolean {
  if (token !== from) return false;
  let counts = 0;
  for (let i = from; i < to; i++)
    if (words.isNumber(i)) counts++;
    else if (counts > 0 && words.isWord(i)) return false;
  return counts > 1;
}

/** "Grade 1: outstanding": a line of the key. */
function isNumberedGrade(words: Words, { from }: Unvoiced, token: number): boolean {
  return words.at(from) === 'grade' && words.isNumber(from + 1) && token - from <= 3;
}
