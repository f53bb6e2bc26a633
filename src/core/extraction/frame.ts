import { CELL, TIGHT } from '../report/tokens.js';
import { datesIn } from './dates.js';
import { mentions, mentionsOf, type ReadSentence, type Unvoiced } from './reading.js';
import type { Status } from './finding.js';
import type { Words } from './words.js';

/** What a heading or a table's header says of the grades below it. */
export interface Frame {
  /** A key explains the grades; a history lists those of old. */
  readonly section?: 'key' | 'history';
  /** By column: whose grades stand there, as far as the header says; '' where it says nothing. */
  readonly columns?: readonly (Status | '')[];
  /** The same where a table has one cell a line: a date, "previous" or "current" for each column of grades. */
  readonly stack?: readonly string[];
  /** The rows are other bodies: "Agency", "Council". */
  readonly others?: boolean;
}

const OLD = new Set(['previous', 'last', 'earlier', 'former', 'before', 'prior', 'previously', 'then']);
const NEW = new Set(['current', 'now', 'this', 'latest', 'new', 'currently', 'today']);
const OTHERS = new Set([
  'agency',
  'council',
  'authority',
  'provider',
  'force',
  'borough',
  'trust',
  'company',
]);
const KEYS = new Set([
  'key',
  'glossary',
  'terms',
  'levels',
  'definitions',
  'descriptors',
  'mean',
  'explained',
  'scale',
]);

/** The frame behind a sentence: a heading opens a new one, a table's header its columns, prose ends the table. */
export function frameBehind(words: Words, sentence: ReadSentence, frame: Frame): Frame {
  if (mentions(sentence, 'grade')) return frame;
  const { from, to } = sentence;
  const whole = from === 0 && to === words.reading.tokens.count;
  const cells = whole ? cellStarts(words, sentence) : [];
  if (cells.length > 1) {
    const columns = columnsOf(words, sentence, cells);
    const others = OTHERS.has(words.at(cells[0]!));
    const { section } = frame;
    return { ...(section ? { section } : {}), columns, ...(others ? { others } : {}) };
  }
  if (whole && to - from <= 10 && words.mark(to - 1) !== 0x2e) return headed(words, sentence, frame);
  return frame.columns || frame.others || to - from > 25 ? NONE : frame;
}
const NONE: Frame = {};

function headed(words: Words, { from, to }: ReadSentence, before: Frame): Frame {
  for (let i = from; i < to; i++) {
    const word = words.at(i);
    if (KEYS.has(word) && words.at(i + 1) !== 'findings' && words.at(i + 1) !== 'judgements')
      return { section: 'key' };
    if (
      word === 'history' ||
      (OLD.has(word) &&
        ['inspections', 'inspection', 'judgements', 'ratings', 'grades'].includes(words.at(i + 1)))
    )
      return { section: 'history' };
  }
  const stack = before.stack ?? NO_STACK;
  const column = to - from <= 5 ? columnAlone(words, from, to) : undefined;
  if (column !== undefined) return { stack: stack.length > 1 ? [column] : [...stack, column] };
  // The rows' labels stand below the headers of their columns.
  return stack.length > 1 ? { stack } : NONE;
}
const NO_STACK: readonly string[] = [];

/** "2021", "This time", "Previous grade": the header of one column, alone on its line. */
function columnAlone(words: Words, from: number, to: number): string | undefined {
  const date = datesIn(words, from, to).at(-1);
  if (date && date.to - date.from >= to - from - 1) return date.iso;
  for (let i = from; i < to; i++) {
    if (OLD.has(words.at(i))) return 'previous';
    if (NEW.has(words.at(i))) return 'current';
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

function columnsOf(words: Words, sentence: ReadSentence, cells: readonly number[]): (Status | '')[] {
  const dates: string[] = [];
  const columns = cells.map((from, i): Status | '' => {
    const to = cells[i + 1] ?? sentence.to;
    dates[i] = datesIn(words, from, Math.min(to, from + 12)).at(-1)?.iso ?? '';
    for (let t = from; t < Math.min(to, from + 8); t++) {
      if (words.at(t) === 'self' || words.at(t) === 'target')
        return words.at(t) === 'self' ? 'other' : 'aspiration';
      if (OLD.has(words.at(t))) return 'previous';
      if (NEW.has(words.at(t))) return 'current';
    }
    return '';
  });
  const dated = dates.filter(Boolean);
  if (dated.length > 1) {
    const latest = dated.reduce((a, b) => (a > b ? a : b));
    dates.forEach((date, i) => {
      if (date && columns[i] !== 'other' && columns[i] !== 'aspiration')
        columns[i] = date === latest ? 'current' : 'previous';
    });
  }
  return columns;
}

/** First token of each cell of a row; one for prose. */
export function cellStarts(words: Words, { from, to }: Unvoiced): number[] {
  const { text, tokens } = words.reading;
  const starts = words.mark(from) === 0x7c ? [] : [from];
  // A header's first cell is often empty.
  if (text.charCodeAt(tokens.start[from]! - 1) === 0x09) starts.unshift(from);
  for (let i = from; i < to && starts.length < 40; i++) {
    if (
      words.mark(i) === 0x7c ||
      (words.mark(i) === 0x2f && words.gap(i) > TIGHT && words.gap(i + 1) > TIGHT)
    ) {
      if (i + 1 < to) starts.push(i + 1);
    } else if (i > from && words.gap(i) === CELL && words.mark(i - 1) !== 0x7c) starts.push(i);
  }
  return starts;
}

/** In which column of its row a token stands, from 0. */
export function columnOf(words: Words, sentence: Unvoiced, token: number): number {
  return cellStarts(words, sentence).filter(start => start <= token).length - 1;
}

/** What a grade in a table's row is by its column, its section, or the label and the dates of its row. */
export function statusInRow(
  words: Words,
  sentence: ReadSentence,
  token: number,
  frame: Frame,
): Status | undefined {
  if (frame.section === 'key' || frame.others) return 'other';
  const column = frame.columns && frame.columns[columnOf(words, sentence, token)];
  if (column) return column;
  if (frame.section === 'history') return 'previous';
  if (isNumberedGrade(words, sentence, token)) return 'other';
  const old =
    mentionsOf(sentence, 'past-grade', sentence.from, token).length > 0 ||
    mentionsOf(sentence, 'past-behind', sentence.from, token).length > 0;
  if (old) return 'previous';
  return column === '' && columnOf(words, sentence, token) > 1 ? 'current' : undefined;
}

/** "Grade 1: outstanding": a line of the key. */
function isNumberedGrade(words: Words, { from }: Unvoiced, token: number): boolean {
  return words.at(from) === 'grade' && words.isNumber(from + 1) && token - from <= 3;
}
