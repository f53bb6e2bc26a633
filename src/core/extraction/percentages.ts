import { CELL } from '../report/tokens.js';
import { type PercentageDraft, shifted } from './draft.js';
import type { Quote } from './finding.js';
import { measureOf, periodOf } from './measure.js';
import { mentions, mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { type Share, sharesIn } from './shares.js';
import { Words } from './words.js';

export interface PercentageCarry {
  /** The header cells of the table whose rows are being read, behind the first. */
  readonly columns?: readonly Quote[];
}
export const noPercentage: PercentageCarry = {};

const PERCENT = 0x25;

/** Finds the percentages and shares of a paragraph, what they measure and which are compared. */
export function readPercentages(
  reading: Reading,
  carry: PercentageCarry,
): { drafts: PercentageDraft[]; carry: PercentageCarry } {
  const words = new Words(reading);
  const drafts: PercentageDraft[] = [];
  let columns = carry.columns;
  for (const sentence of reading.sentences) {
    const holds = mayHold(reading, sentence);
    const cells = isParted(words, sentence) ? cellsOf(words, sentence) : NONE;
    if (cells.length < 2) {
      columns = undefined;
      if (holds) drafts.push(...read(words, sentence));
    } else if (holds) drafts.push(...readRow(words, sentence, cells, columns ?? []));
    else if (!isRule(words, sentence)) columns = cells.slice(1).map(c => words.quote(c.from, c.to));
  }
  const length = reading.text.length;
  return { drafts, carry: columns ? { columns: columns.map(c => shifted(c, -length)) } : noPercentage };
}

/** A quick look: a percent sign, or a word that makes a share. */
function mayHold({ text, tokens }: Reading, sentence: ReadSentence): boolean {
  if (mentions(sentence, 'share-sign') || mentions(sentence, 'fraction') || mentions(sentence, 'ratio'))
    return true;
  for (let i = sentence.from; i < sentence.to; i++)
    if (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === PERCENT) return true;
  return false;
}

function read(words: Words, sentence: ReadSentence): PercentageDraft[] {
  const shares = sharesIn(words, sentence);
  const drafts: PercentageDraft[] = [];
  shares.forEach((share, i) => {
    const [previous, next] = [shares[i - 1], shares[i + 1]];
    // "57%, up 3 points in a year, against 39%": the points stand between the two.
    const basis = previous?.form === 'points' && i > 1 ? i - 2 : i - 1;
    const compared = previous && isCompared(words, sentence, shares[basis]!, share);
    // The second of two compared figures is of what the first is.
    const measure =
      (compared ? drafts[basis]!.measure : undefined) ??
      (share.form === 'points' && previous ? drafts[i - 1]!.measure : undefined) ??
      measureOf(words, sentence, share, next);
    const period = periodOf(words, sentence, share, previous, next);
    const quote = words.quote(share.from, share.to);
    drafts.push({
      kind: 'percentage',
      ...quote,
      value: share.value,
      ...(share.upper === undefined ? {} : { upper: share.upper }),
      form: share.form,
      ...(measure ? { measure } : {}),
      ...(period ? { period } : {}),
      voice: sentence.voice,
      sentence: { start: sentence.start, end: sentence.end },
      because: sentence.voiceReason,
    });
    if (!compared || !previous) return;
    // "from A to B" tells of B; "A, compared with B" of A.
    const [later, earlier] = compared === 'from-to' ? [i, basis] : [basis, i];
    const [now, then] = [drafts[later]!, drafts[earlier]!];
    const change = now.value > then.value ? 'up' : now.value < then.value ? 'down' : 'same';
    drafts[later] = { ...now, comparedWith: { start: then.start, end: then.end }, change };
  });
  return drafts;
}

function isCompared(
  words: Words,
  sentence: ReadSentence,
  a: Share,
  b: Share,
): 'from-to' | 'with' | undefined {
  if (a.form === 'points' || b.form === 'points' || b.from - a.to > 30) return undefined;
  if (words.at(a.from - 1) === 'from' && endsIn(words, 'to', a.to, b.from)) return 'from-to';
  return mentionsOf(sentence, 'compares', a.to, b.from).length > 0 ? 'with' : undefined;
}

/** Does the way to token `to` end in the word ("… in June to almost 71%")? */
function endsIn(words: Words, word: string, from: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(from, to - 3); i--) if (words.at(i) === word) return true;
  return false;
}

/** The row of dashes that Markdown has below a table's header. */
function isRule(words: Words, sentence: ReadSentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++) if (words.isWord(i)) return false;
  return true;
}

/** Does anything part the sentence into cells? Prose is not, and need not be looked at further. */
function isParted({ reading: { text, tokens } }: Words, { from, to }: ReadSentence): boolean {
  for (let i = from; i < to; i++)
    if (
      (tokens.gap[i] === CELL && i > from) ||
      (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === 0x7c)
    )
      return true;
  return false;
}

interface Cell {
  readonly from: number;
  readonly to: number;
}

const NONE: readonly Cell[] = [];

/** The cells of a table's row, by pipes or wide gaps; one for prose. More than 40 are no table. */
function cellsOf(words: Words, sentence: ReadSentence): Cell[] {
  const cells: Cell[] = [];
  let from = sentence.from;
  const close = (to: number): void => {
    if (to > from) cells.push({ from, to });
  };
  for (let i = sentence.from; i < sentence.to; i++) {
    const pipe = words.mark(i) === 0x7c;
    if (!pipe && (i === sentence.from || words.gap(i) !== CELL)) continue;
    close(i);
    from = pipe ? i + 1 : i;
    if (cells.length > 40) return [];
  }
  close(sentence.to);
  return cells;
}

/** The shares of a table's row: the first cell says of what, the header when; of two, the later is held against the earlier. */
function readRow(
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
    const period = column > 0 ? columns[column - 1] : undefined;
    return {
      kind: 'percentage',
      ...words.quote(share.from, share.to),
      value: share.value,
      ...(share.upper === undefined ? {} : { upper: share.upper }),
      form: share.form,
      ...(label ? { measure: label } : {}),
      ...(period && /\d/.test(period.text) ? { period } : {}),
      voice: sentence.voice,
      sentence: { start: sentence.start, end: sentence.end },
      because: sentence.voiceReason,
    };
  });
  const [then, now, more] = drafts;
  if (!then || !now || more || !then.period || !now.period) return drafts;
  const later = now.period.text >= then.period.text ? now : then;
  const earlier = later === now ? then : now;
  const change = later.value > earlier.value ? 'up' : later.value < earlier.value ? 'down' : 'same';
  const compared = { ...later, comparedWith: { start: earlier.start, end: earlier.end }, change } as const;
  return later === now ? [then, compared] : [compared, now];
}
