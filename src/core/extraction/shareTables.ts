import { type Cell, cellAt, isEmpty } from './cells.js';
import { comparedRow, isHead, isTime, NOW, timeOf } from './comparedRow.js';
import { movedQuote, type PercentageDraft } from './draft.js';
import type { Quote } from './finding.js';
import { firstTime } from './times.js';
import type { ReadSentence } from './reading.js';
import { draftOf, type Figure, holdAgainst, type OpenDraft } from './shareDraft.js';
import { type Share, sharesIn } from './shares.js';
import type { Words } from './words.js';

/** A table whose cells stand one a line: its columns, the row's label, and the figure read last in the row. */
export interface Stack {
  readonly columns: readonly Quote[];
  readonly label?: Quote;
  readonly column?: number;
  readonly last?: Figure;
  /** Where the line of the last figure said of when it is: that, as `timeOf` numbers it. */
  readonly time?: number;
}

/** The columns of a table by its header: all cells but the first, which may be empty. */
export const columnsOf = (words: Words, cells: readonly Cell[]): readonly Quote[] =>
  cells.slice(1).map(c => (isEmpty(c) ? NAMELESS : words.quote(c.from, c.to)));
const NAMELESS: Quote = { text: '', start: 0, end: 0 };

/**
 * The shares of a table's row: the first cell says of what; the header, or the figure's own cell, when or of which kind;
 * of two, the later is held against the earlier.
 */
export function readRow(
  words: Words,
  sentence: ReadSentence,
  cells: readonly Cell[],
  columns: readonly Quote[],
): readonly PercentageDraft[] {
  const shares = sharesIn(words, sentence);
  const first = cells.find(c => !isEmpty(c));
  const holds = (c: Cell): boolean => shares.some(s => s.from >= c.from && s.from < c.to);
  const lead = cells.findIndex(holds);
  const isHeadCell = (c: Cell): boolean =>
    c !== first && c.to - c.from <= LONGEST_HEAD && isHead(words.quote(c.from, c.to).text);
  // The last cell with words before the figures: others number it, or group it. "81%  Assessments on time" has it behind.
  const named =
    cells.slice(0, lead).findLast(c => hasWords(words, c) && !isHeadCell(c)) ??
    (shares.length === 1 ? cells.find(c => !holds(c) && hasWords(words, c)) : undefined) ??
    (lead > 0 ? first : undefined);
  const label = named && words.quote(named.from, named.to);
  // A row of a year, with what is measured above its columns.
  const isYear =
    named !== undefined &&
    firstTime(words, sentence, named.from, named.to, named.from + 1, false)?.to === named.to;
  const heads: (Quote | undefined)[] = [];
  const drafts = shares.map((share): OpenDraft => {
    const at = cellAt(cells, share.from);
    const own = at > 0 ? ownHead(words, cells, at, share, isHeadCell) : undefined;
    const column = at > 0 ? columns[at - 1] : undefined;
    heads.push(own ?? column);
    // "63% (Apr 2024)": the cell's own time says more than the header's "a year ago".
    const time = (at >= 0 ? bracketedTime(words, share.to, cells[at]!.to) : undefined) ?? timeIn(own);
    if (time) return draftOf(words, sentence, share, label, time);
    if (!column || timeIn(column)) return draftOf(words, sentence, share, label, column);
    if (isYear && label) return draftOf(words, sentence, share, column, label);
    if (SAYS_HOW.test(column.text)) return draftOf(words, sentence, share, label);
    return draftOf(words, sentence, share, label && { ...label, text: `${label.text} … ${column.text}` });
  });
  return comparedRow(words, shares, drafts, heads);
}

/** A column's head that only says in which form its figures are. */
const SAYS_HOW =
  /^(?:percentages?|per cent|%|shares?|rates?|results?|actual|performance|values?|figures?|outturn)$/i;

const timeIn = (head: Quote | undefined): Quote | undefined => (head && isTime(head.text) ? head : undefined);

/** "England 72%", "22% in 2019", "2018/19" in the cell before a figure alone: what a cell says itself of when or where. */
function ownHead(
  words: Words,
  cells: readonly Cell[],
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
  isHeadCell: (cell: Cell) => boolean,
): Quote | undefined {
  const cell = cells[at]!;
  const before = at > 1 ? cells[at - 1]! : undefined;
  if (from === cell.from && to === cell.to)
    return before && isHeadCell(before) ? words.quote(before.from, before.to) : undefined;
  const [start, end] = from > cell.from ? [cell.from, from] : [to, cell.to];
  if (end - start > LONGEST_HEAD) return undefined;
  const quote = words.quote(start, end);
  return isHead(quote.text) ? quote : undefined;
}
/** In tokens. */
const LONGEST_HEAD = 4;

/** A time in brackets behind a figure. */
function bracketedTime(words: Words, token: number, end: number): Quote | undefined {
  if (words.mark(token) !== 0x28) return undefined;
  let to = token + 1;
  while (to < end && words.mark(to) !== 0x29) to++;
  if (to === end || to === token + 1 || to - token > 6) return undefined;
  const quote = words.quote(token + 1, to);
  return isTime(quote.text) || timeOf(quote.text) < NOW ? quote : undefined;
}

/** Has a cell a word in it, and not only a number, nor "142 of 160"? */
function hasWords(words: Words, cell: Cell): boolean {
  if (words.isNumber(cell.from) && words.at(cell.from + 1) === 'of' && words.isNumber(cell.to - 1))
    return false;
  for (let i = cell.from; i < cell.to; i++) if (words.isWord(i) && !words.isNumber(i)) return true;
  return words.isNumber(cell.from) && words.at(cell.from).length === 4;
}

/**
 * One line of what may be a table with a cell a line: times make its columns, a figure alone is of the label above,
 * anything else short is a label; a long line ends it.
 */
export function readStacked(
  words: Words,
  sentence: ReadSentence,
  stack: Stack | undefined,
): { stack?: Stack; draft?: PercentageDraft } {
  const { from, to } = sentence;
  if (to - from > 14 || words.mark(to - 1) === 0x2e) return {};
  if (firstTime(words, sentence, from, to, from + 1)?.to === to) {
    const column = words.quote(from, to);
    const columns = stack && stack.column === undefined ? stack.columns : [];
    return { stack: { columns: [...columns, column] } };
  }
  const [share] = sharesIn(words, sentence);
  if (!share) {
    const columns = stack?.columns ?? [];
    return { stack: { columns, label: words.quote(from, to), ...(stack?.last ? { column: 0 } : {}) } };
  }
  if (!stack?.label || share.to !== to) return {};
  if (share.from > from) return readDated(words, sentence, share, stack, stack.label);
  const at = stack.column ?? 0;
  // One column is none: which of the figures it is of, nothing says.
  const period = stack.columns.length > 1 ? stack.columns[at] : undefined;
  const { last, label } = stack;
  const draft = draftOf(words, sentence, share, label, period);
  const isLater = last && at > 0 && period && timeOf(period.text) >= timeOf(stack.columns[at - 1]!.text);
  if (isLater) holdAgainst(draft, last);
  const { start, end, value } = draft;
  return { stack: { columns: stack.columns, label, column: at + 1, last: { start, end, value } }, draft };
}

/** "2022: 71%": a figure of the label above, whose line says when. */
function readDated(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  { columns, last, time }: Stack,
  label: Quote,
): { stack?: Stack; draft?: PercentageDraft } {
  const lead = share.from - 1;
  if (words.isWord(lead) || firstTime(words, sentence, sentence.from, lead, sentence.from + 1)?.to !== lead)
    return {};
  const period = words.quote(sentence.from, lead);
  const draft = draftOf(words, sentence, share, label, period);
  const now = timeOf(period.text);
  if (last && time !== undefined && now > time) holdAgainst(draft, last);
  const { start, end, value } = draft;
  return { stack: { columns, label, last: { start, end, value }, time: now }, draft };
}

/** The stack as the next paragraph sees it. */
export function stackBehind({ columns, label, column, last, time }: Stack, by: number): Stack {
  const moved = columns.length === 0 ? columns : columns.map(c => movedQuote(c, by));
  const stack: { -readonly [K in keyof Stack]: Stack[K] } = label
    ? { columns: moved, label: movedQuote(label, by) }
    : { columns: moved };
  if (column !== undefined) stack.column = column;
  if (time !== undefined) stack.time = time;
  if (last) stack.last = { start: last.start + by, end: last.end + by, value: last.value };
  return stack;
}
