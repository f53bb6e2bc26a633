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
  const label = shares.some(s => s.from < first!.to) ? undefined : words.quote(first!.from, first!.to);
  const drafts = shares.map((share): PercentageDraft => {
    const column = cells.findIndex(c => share.from >= c.from && share.from < c.to);
    const head = column > 0 ? columns[column - 1] : undefined;
    const isTime = head && TIME.test(head.text);
    return {
      ...draftOf(words, sentence, share),
      ...(label
        ? { measure: head && !isTime ? { ...label, text: `${label.text} … ${head.text}` } : label }
        : {}),
      ...(isTime ? { period: head } : {}),
    };
  });
  const [then, now, more] = drafts;
  if (!then || !now || more || !then.period || !now.period) return drafts;
  const later = sortable(now.period.text) >= sortable(then.period.text) ? now : then;
  const earlier = later === now ? then : now;
  const compared = {
    ...later,
    comparedWith: { start: earlier.start, end: earlier.end },
    change: changeOf(later, earlier),
  } as const;
  return later === now ? [then, compared] : [compared, now];
}

const TIME = /\d{4}|\d\d[-/–]\d\d|\bQ\d|\b(?:now|current|latest|previous|last|this|year|quarter|month)\b/i;

/** Year first, so that headers compare as their times do. */
const sortable = (period: string): string => `${/(?:19|20)\d\d/.exec(period)?.[0] ?? ''} ${period}`;

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
    return { stack: { columns: stack && stack.label === undefined ? [...stack.columns, column] : [column] } };
  }
  if (!stack) return {};
  const [share] = sharesIn(words, sentence);
  if (!share) {
    if (stack.columns.length < 2) return {};
    return { stack: { columns: stack.columns, label: words.quote(from, to), column: 0 } };
  }
  if (share.from !== from || share.to !== to || !stack.label || stack.columns.length < 2) return {};
  const at = stack.column ?? 0;
  const period = stack.columns[at];
  if (!period) return {};
  const { last } = stack;
  const draft: PercentageDraft = {
    ...draftOf(words, sentence, share),
    measure: stack.label,
    period,
  };
  const isLater = last && sortable(period.text) >= sortable(stack.columns[at - 1]!.text);
  const compared: PercentageDraft =
    last && isLater
      ? { ...draft, comparedWith: { start: last.start, end: last.end }, change: changeOf(draft, last) }
      : draft;
  return {
    stack: {
      columns: stack.columns,
      label: stack.label,
      column: at + 1,
      last: { start: draft.start, end: draft.end, value: draft.value },
    },
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
