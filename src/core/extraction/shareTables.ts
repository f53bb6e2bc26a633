import { CELL } from '../report/tokens.js';
import { shifted, type PercentageDraft } from './draft.js';
import type { Quote } from './finding.js';
import { timesIn } from './period.js';
import type { ReadSentence } from './reading.js';
import { type Share, sharesIn } from './shares.js';
import type { Words } from './words.js';

/** A table whose cells stand one a line: its columns, the row's label, and the figure read last in the row. */
export interface Stack {
  readonly columns: readonly Quote[];
  readonly label?: Quote;
  readonly column?: number;
  readonly last?: { readonly start: number; readonly end: number; readonly value: number };
}

export interface Cell {
  readonly from: number;
  readonly to: number;
}

const NONE: readonly Cell[] = [];
const PIPE = 0x7c;

/** A draft of a share as it stands, before anything is known about it. */
export const draftOf = (words: Words, sentence: ReadSentence, share: Share): PercentageDraft => ({
  kind: 'percentage',
  ...words.quote(share.from, share.to),
  value: share.value,
  ...(share.upper === undefined ? {} : { upper: share.upper }),
  form: share.form,
  voice: sentence.voice,
  sentence: { start: sentence.start, end: sentence.end },
  because: sentence.voiceReason,
});

export const changeOf = (now: { value: number }, then: { value: number }): 'up' | 'down' | 'same' =>
  now.value > then.value ? 'up' : now.value < then.value ? 'down' : 'same';

/** The row of dashes that Markdown has below a table's header. */
export function isRule(words: Words, sentence: ReadSentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++) if (words.isWord(i)) return false;
  return true;
}

/** The cells of a table's row, by pipes or wide gaps; none for prose. More than 40 are no table. */
export function cellsOf(words: Words, sentence: ReadSentence): readonly Cell[] {
  if (!isParted(words, sentence)) return NONE;
  const cells: Cell[] = [];
  let from = sentence.from;
  const close = (to: number): void => {
    if (to > from) cells.push({ from, to });
  };
  for (let i = sentence.from; i < sentence.to; i++) {
    const pipe = words.mark(i) === PIPE;
    if (!pipe && (i === sentence.from || words.gap(i) !== CELL)) continue;
    close(i);
    from = pipe ? i + 1 : i;
    if (cells.length > 40) return NONE;
  }
  close(sentence.to);
  return cells;
}

/** Does anything part the sentence into cells? Prose is not, and need not be looked at further. */
function isParted({ reading: { text, tokens } }: Words, { from, to }: ReadSentence): boolean {
  for (let i = from; i < to; i++)
    if (
      (tokens.gap[i] === CELL && i > from) ||
      (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === PIPE)
    )
      return true;
  return false;
}

/** The shares of a table's row: the first cell says of what, the header when or of which kind; of two, the later is held against the earlier. */
export function readRow(
  words: Words,
  sentence: ReadSentence,
  cells: readonly Cell[],
  columns: readonly Quote[],
): PercentageDraft[] {
  const shares = sharesIn(words, sentence);
  const [first] = cells;
  const holds = (c: Cell): boolean => shares.some(s => s.from >= c.from && s.from < c.to);
  const lead = cells.findIndex(holds);
  // The last cell with words before the figures: others number it, or group it. "81%  Assessments on time" has it behind.
  const named =
    cells.slice(0, lead).findLast(c => hasWords(words, c)) ??
    (shares.length === 1 ? cells.find(c => !holds(c) && hasWords(words, c)) : undefined) ??
    (lead > 0 ? first : undefined);
  const label = named && words.quote(named.from, named.to);
  const [time] = named ? timesIn(words, sentence, named.from, named.to, false) : [];
  // A row of a year, with what is measured above its columns.
  const isYear = time !== undefined && time.from === named?.from && time.to === named.to;
  const drafts = shares.map((share): PercentageDraft => {
    const column = cells.findIndex(c => share.from >= c.from && share.from < c.to);
    const head = column > 0 ? columns[column - 1] : undefined;
    const isTime = head && TIME.test(head.text);
    if (isYear && label && head && !isTime)
      return { ...draftOf(words, sentence, share), measure: head, period: label };
    return {
      ...draftOf(words, sentence, share),
      ...(label
        ? { measure: head && !isTime ? { ...label, text: `${label.text} … ${head.text}` } : label }
        : {}),
      ...(isTime ? { period: head } : {}),
    };
  });
  return comparedRow(words, drafts, cells, columns);
}

/** Has a cell a word in it, and not only a number? */
function hasWords(words: Words, cell: Cell): boolean {
  for (let i = cell.from; i < cell.to; i++) if (words.isWord(i) && !words.isNumber(i)) return true;
  return words.isNumber(cell.from) && words.at(cell.from).length === 4;
}

/** Of columns that are times, each is held against the one before; a figure of the place against that of England. */
function comparedRow(
  words: Words,
  drafts: readonly PercentageDraft[],
  cells: readonly Cell[],
  columns: readonly Quote[],
): PercentageDraft[] {
  const against = (now: PercentageDraft, then: PercentageDraft): PercentageDraft => ({
    ...now,
    comparedWith: { start: then.start, end: then.end },
    change: changeOf(now, then),
  });
  const all = [...drafts];
  const dated = all
    .map((d, i) => ({ i, at: d.period ? timeOf(d.period.text) : NaN }))
    .filter(d => !Number.isNaN(d.at))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  for (let k = 1; k < dated.length; k++) {
    const [then, now] = [all[dated[k - 1]!.i]!, all[dated[k]!.i]!];
    if (then.period!.start !== now.period!.start) all[dated[k]!.i] = against(now, then);
  }
  const places = columns.map(c => PLACES.test(c.text));
  const columnOf = (d: PercentageDraft): number =>
    cells.findIndex(
      c => d.start >= words.quote(c.from, c.to).start && d.end <= words.quote(c.from, c.to).end,
    ) - 1;
  const own = dated.at(-1)?.i ?? all.findIndex(d => places[columnOf(d)] === false);
  const elsewhere = all.find(d => places[columnOf(d)]);
  if (own >= 0 && elsewhere && !all[own]!.comparedWith && all[own] !== elsewhere)
    all[own] = against(all[own]!, elsewhere);
  return all;
}

const PLACES =
  /\b(?:england|english|wales|welsh|scotland|scottish|uk|national(?:ly)?|average|neighbours?|region(?:al)?|target|comparators?|similar|benchmark|all (?:authorities|councils|schools))\b/i;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** A time of a column as a number that grows with it; years weigh most, then quarters and months, then "previous" and "now". */
function timeOf(period: string): number {
  const text = period.toLowerCase();
  const year = /(?:19|20)\d\d/.exec(text)?.[0];
  const quarter = /\bq(\d)\b/.exec(text)?.[1];
  const month = MONTHS.findIndex(m => new RegExp(`\\b${m}`).test(text));
  const inYear = quarter ? Number(quarter) * 3 : month + 1;
  if (year) return Number(year) * 100 + inYear;
  if (inYear > 0) return inYear;
  return /\b(?:previous|last|before|baseline|then|earlier)\b/.test(text) ? 0 : 99;
}

const TIME = /\d{4}|\d\d[-/–]\d\d|\bQ\d|\b(?:now|current|latest|previous|last|this|year|quarter|month)\b/i;

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
  const [time] = timesIn(words, sentence, from, to);
  if (time && time.from === from && time.to === to) {
    const column = words.quote(from, to);
    const columns = stack && stack.column === undefined ? stack.columns : [];
    return { stack: { columns: [...columns, column] } };
  }
  const [share] = sharesIn(words, sentence);
  if (!share) {
    const columns = stack?.columns ?? [];
    return { stack: { columns, label: words.quote(from, to), ...(stack?.last ? { column: 0 } : {}) } };
  }
  if (!stack?.label || share.from !== from || share.to !== to) return {};
  const at = stack.column ?? 0;
  // One column is none: which of the figures it is of, nothing says.
  const period = stack.columns.length > 1 ? stack.columns[at] : undefined;
  const { last, label } = stack;
  const isFirst = at === 0;
  const draft: PercentageDraft = {
    ...draftOf(words, sentence, share),
    measure: label,
    ...(period ? { period } : {}),
  };
  const isLater = last && !isFirst && period && timeOf(period.text) >= timeOf(stack.columns[at - 1]!.text);
  const compared: PercentageDraft = isLater
    ? { ...draft, comparedWith: { start: last.start, end: last.end }, change: changeOf(draft, last) }
    : draft;
  const { start, end, value } = draft;
  return {
    stack: { columns: stack.columns, label, column: at + 1, last: { start, end, value } },
    draft: compared,
  };
}

/** The stack as the next paragraph sees it. */
export const stackBehind = (stack: Stack, by: number): Stack => ({
  columns: stack.columns.map(c => shifted(c, by)),
  ...(stack.label ? { label: shifted(stack.label, by) } : {}),
  ...(stack.column === undefined ? {} : { column: stack.column }),
  ...(stack.last ? { last: shifted(stack.last, by) } : {}),
});
