import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { CELL, NUMBER, TIGHT, type TokenBuffer, type Tokens, WORD } from '../report/tokens.js';
import {
  dateEnd,
  emptyAt,
  emptyTo,
  isCorner,
  isFunction,
  isHead,
  isLabel,
  isScore,
  mayBeTime,
  namedTimeEnd,
} from './rowParts.js';

const GRADE = placeOf('grade');
/** More tokens than a row of a table has. */
const LONGEST = 32;
const PERCENT = 0x25;
const [COLON, PIPE, COMMA, SEMICOLON] = [0x3a, 0x7c, 0x2c, 0x3b];
/** A full stop and the like, a comma or a colon: what ends in one is prose. */
const STOPS = new Set(Array.from('.!?:;,”', stop => stop.charCodeAt(0)));
const SIGNS = new Set([0x2b, 0x2d, 0x2013, 0x2212]);

/**
 * Parts the cells of a table's row whose columns have but one blank between them, as programs give them that read the
 * text of a PDF: "Adoption performance Good", "Re-referrals 27.1% 24.8% 23.9%", and the header "Judgement 2019 2023".
 * From then on it is a row like others. A paragraph that is none stays as it is.
 */
export function partRows(text: string, tokens: TokenBuffer, mentions: readonly Mention[]): void {
  const { count, gap, mark } = tokens;
  if (count < 2 || count > LONGEST || STOPS.has(mark[count - 1]!)) return;
  let [percents, times, tight, loose] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    if (i > 0 && gap[i] === CELL) return;
    if (mark[i] === PIPE) return;
    if (mark[i] === PERCENT) percents++;
    else if (mark[i] === COMMA || mark[i] === SEMICOLON) {
      if (isTight(tokens, i)) tight++;
      else loose++;
    } else if (mayBeTime(tokens, i)) times++;
  }
  const grades = mentions.filter(m => m.place === GRADE);
  if (tight > 1 || (tight === 1 && grades.length + percents > 0)) {
    if (loose === 0) partCommas(tokens);
    return;
  }
  const cells =
    grades.length > 0
      ? gradeCells(text, tokens, grades)
      : percents > 1
        ? figureCells(tokens)
        : times > 1
          ? headCells(tokens)
          : nameCells(text, tokens);
  if (cells) for (const cell of cells) gap[cell] = CELL;
}

/** Is a mark without a blank on either side? */
const isTight = ({ gap, count }: Tokens, token: number): boolean =>
  token > 0 && token + 1 < count && gap[token] === TIGHT && gap[token + 1] === TIGHT;

/** "Visits on time,68%,77%": commas or semicolons without a blank part cells as pipes do, and are taken for such. */
function partCommas(tokens: TokenBuffer): void {
  for (let i = 0; i < tokens.count; i++)
    if (tokens.mark[i] === COMMA || tokens.mark[i] === SEMICOLON) tokens.mark[i] = PIPE;
}

/** "Good", but not the heading "MATTERS OUTSTANDING". */
function isCapital(text: string, tokens: Tokens, token: number): boolean {
  const start = tokens.start[token]!;
  return isUpper(text.charCodeAt(start)) && !isUpper(text.charCodeAt(start + 1));
}
const isUpper = (unit: number): boolean => unit >= 0x41 && unit <= 0x5a;

/** A label, then nothing but grades with a capital, their dates and what stands where there is none. */
function gradeCells(text: string, tokens: Tokens, grades: readonly Mention[]): readonly number[] | undefined {
  const before = emptyTo(tokens, grades[0]!.from - 1);
  // "Not judged" and "n/a"; a dash only parts the label from its grade, and "Ward C" has its letter.
  const first = before > 0 && grades[0]!.from - before > 1 ? before : grades[0]!.from;
  if (first === 0 && grades.length === 1) return countCells(text, tokens, grades[0]!);
  if (!isLabel(tokens, first)) return undefined;
  const cells: number[] = [];
  for (let i = first, next = 0; i < tokens.count;) {
    const grade = grades[next];
    if (grade && grade.from === i) {
      if (!isCapital(text, tokens, i)) return undefined;
      cells.push(i);
      i = grade.to;
      next++;
      continue;
    }
    const end = Math.max(dateEnd(tokens, i), i + emptyAt(tokens, i), isScore(tokens, i) ? i + 1 : 0);
    if (end === i) return undefined;
    cells.push(i);
    i = end;
  }
  return cells;
}

/** "Outstanding 13 11": how many have a grade. */
function countCells(text: string, tokens: Tokens, { from, to }: Mention): readonly number[] | undefined {
  if (!isCapital(text, tokens, from)) return undefined;
  const cells: number[] = [];
  for (let i = to; i < tokens.count; i++)
    if (tokens.kind[i] === NUMBER) cells.push(i);
    else if (tokens.mark[i] !== PERCENT) return undefined;
  return cells.length > 1 ? cells : undefined;
}

/** A label, then figures, two of them shares at the least. */
function figureCells(tokens: Tokens): readonly number[] | undefined {
  const { kind, mark, count } = tokens;
  const cells: number[] = [];
  let shares = 0;
  let first = count;
  // From the end, since the label may have numbers of its own.
  for (let i = count - 1; i > 0;) {
    const empty = emptyTo(tokens, i);
    let from = i;
    if (mark[i] === PERCENT && kind[i - 1] === NUMBER) {
      from = i - 1;
      shares++;
      // "+3%"
      if (SIGNS.has(mark[from - 1]!) && tokens.gap[from] === TIGHT && tokens.gap[from - 1] !== TIGHT) from--;
    } else if (empty > 0) {
      // The letter of "Band C" is the label's.
      if (empty === i && shares > 0 && mark[i - 1] !== PERCENT) break;
      from = empty;
    } else if (kind[i] !== NUMBER || shares === 0) break;
    first = from;
    cells.push(from);
    i = from - 1;
  }
  return shares > 1 && isLabel(tokens, first) ? cells : undefined;
}

/** "Measure Penmoor England", "Indicator Target Actual RAG": nothing but words with capitals, each the head of a column. */
function nameCells(text: string, tokens: Tokens): readonly number[] | undefined {
  const { count, kind, start } = tokens;
  if (!isCorner(tokens, 0) || count < 3 || count > MOST_HEADS) return undefined;
  const cells: number[] = [];
  for (let i = 1; i < count; i++) {
    if (kind[i] !== WORD || isFunction(tokens, i) || !isUpper(text.charCodeAt(start[i]!))) return undefined;
    cells.push(i);
  }
  return cells;
}
const MOST_HEADS = 7;

/** A label, then heads of columns, two of them times at the least: "Measure Target 2021/22 2022/23 England". */
function headCells(tokens: Tokens): readonly number[] | undefined {
  const cells: number[] = [];
  let times = 0;
  // The column that has begun, and whether the word that names it has been met: "CLA national 2022", "England RAG".
  let [open, named] = [-1, false];
  const begin = (token: number): void => {
    if (open >= 0) cells.push(open);
    open = token;
  };
  for (let i = 0; i < tokens.count;) {
    const end = dateEnd(tokens, i) || (i > 0 ? namedTimeEnd(tokens, i) : 0);
    if (end > 0) {
      // A time ends its column, whatever stands before it.
      if (open < 0 || times === 0) begin(i);
      begin(-1);
      times++;
      i = end;
      continue;
    }
    if (tokens.kind[i] !== WORD || isFunction(tokens, i)) {
      if (times > 0 || tokens.mark[i] === COLON) return undefined;
    } else if (isHead(tokens, i) && i > 0) {
      if (open < 0 || named) begin(i);
      named = true;
    } else if (times > 0 && open < 0) {
      open = i;
      named = false;
    }
    i++;
  }
  begin(-1);
  const isTable = times > 1 && cells[0]! > 0 && !isFunction(tokens, cells[0]! - 1);
  return isTable ? cells : undefined;
}
