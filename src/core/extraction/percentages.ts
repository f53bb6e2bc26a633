import { hasCategory, placeOf } from '../lexicon/categories.js';
import { CELL, hashOf } from '../report/tokens.js';
import { type Cell, cellsOf, isEmpty, isParted, isParting, isRule } from './cells.js';
import { movedQuote, type PercentageDraft } from './draft.js';
import type { Quote } from './finding.js';
import { goesOn } from './openLine.js';
import { noPercentage, type PercentageCarry } from './percentageCarry.js';
import { ProseShares } from './proseShares.js';
import type { Reading, ReadSentence } from './reading.js';
import { readLabelled } from './labelledShares.js';
import type { OpenDraft } from './shareDraft.js';
import { isYear } from './dates.js';
import { columnsOf, readRow, readStacked, stackBehind } from './shareTables.js';
import { Words } from './words.js';

export { noPercentage, type PercentageCarry } from './percentageCarry.js';

interface Read {
  readonly drafts: readonly PercentageDraft[];
  readonly carry: PercentageCarry;
}

/** Finds the percentages and shares of a paragraph, what they measure and which are compared. */
export function readPercentages(reading: Reading, carry: PercentageCarry): Read {
  const words = new Words(reading);
  const { sentences, text } = reading;
  const stacked = sentences.length === 1 ? readLine(words, sentences, carry) : undefined;
  if (stacked) return withColumns(words, sentences, stacked, carry);
  const drafts: OpenDraft[] = [];
  const prose = new ProseShares(words, sentences, drafts, carry);
  let { columns } = carry;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!;
    const signs = signsOf(words, sentence);
    const holds = (signs & SHARE) !== 0;
    const cells = (signs & PARTED) === 0 ? NONE : cellsOf(words, sentence);
    if (!isParted(cells) || isNumberedProse(words, cells)) {
      // A table's parts have headings of their own between them.
      if (holds || !isPartHeading(words, sentences, i)) columns = undefined;
      const labelled = holds ? readLabelled(words, sentence) : undefined;
      if (labelled) drafts.push(...labelled);
      if (holds && !labelled) prose.read(i);
      else prose.pass();
      continue;
    }
    // "Average of the four" is a header, though a number may make a share.
    const row = holds ? readRow(words, sentence, cells, columns ?? []) : NO_ROW;
    for (const draft of row) drafts.push(draft);
    if (row.length === 0 && !isRule(words, sentence) && !(columns && holdsNumbers(words, cells)))
      columns = columnsOf(words, cells);
  }
  if (columns) return { drafts, carry: columnsBehind(columns, text.length) };
  return { drafts, carry: goesOn(words, sentences, drafts, prose.earlier) };
}

const NONE: readonly Cell[] = [];
const NO_ROW: readonly PercentageDraft[] = [];

/** "Children in care | 71 | 74 | –": a row of numbers that are no shares, and no header. */
function holdsNumbers(words: Words, cells: readonly Cell[]): boolean {
  let numbers = 0;
  for (const { from, to } of cells.slice(1))
    for (let i = from; i < to; i++)
      if (words.isNumber(i)) numbers += isYear(words, i) ? 0 : 1;
      else if (words.isWord(i) && to - from > 1) return false;
  return numbers > 0;
}

/** "•   Two thirds of schools are good", "5.1   The school has a head": a sentence behind its bullet or number is no row. */
function isNumberedProse(words: Words, cells: readonly Cell[]): boolean {
  const [first, second, ...others] = cells.filter(c => !isEmpty(c));
  if (others.length > 0 || second!.to - second!.from < PROSE) return false;
  for (let i = first!.from; i < first!.to; i++) if (words.isWord(i) && !words.isNumber(i)) return false;
  return true;
}
/** So many tokens are more than a cell has. */
const PROSE = 8;

/** A line that may be a cell of its own may as well be the heading of a table's part. */
function withColumns(
  words: Words,
  sentences: readonly ReadSentence[],
  read: Read,
  { columns }: PercentageCarry,
): Read {
  if (!columns || read.drafts.length > 0 || !isPartHeading(words, sentences, 0)) return read;
  return { ...read, carry: { ...read.carry, ...columnsBehind(columns, words.reading.text.length) } };
}

/** A header is forgotten in a long table, so that an edit to it re-reads only so much. */
const columnsBehind = (columns: readonly Quote[], length: number): Pick<PercentageCarry, 'columns'> =>
  columns.every(c => c.start - length > -LONGEST_TABLE)
    ? { columns: columns.map(c => movedQuote(c, -length)) }
    : noPercentage;
/** UTF-16 code units. */
const LONGEST_TABLE = 4000;

/** A short line of its own without a full stop. */
function isPartHeading(words: Words, sentences: readonly ReadSentence[], i: number): boolean {
  const { from, to } = sentences[i]!;
  const ends = words.mark(to - 1);
  return (
    sentences.length === 1 && to - from <= PART_HEADING && ends !== 0x2e && ends !== 0x3f && ends !== 0x21
  );
}
const PART_HEADING = 10;

/** A paragraph of one short sentence, which may be a cell of a table with a cell a line. */
function readLine(
  words: Words,
  sentences: readonly ReadSentence[],
  carry: PercentageCarry,
): Read | undefined {
  const only = sentences[0]!;
  if (only.to - only.from > 14) return undefined;
  if ((signsOf(words, only) & PARTED) !== 0 && isParted(cellsOf(words, only))) return undefined;
  const { stack, draft } = readStacked(words, only, carry.stack);
  if (!stack) return undefined;
  const behind = stackBehind(stack, -words.reading.text.length);
  if (draft) return { drafts: [draft], carry: { stack: behind } };
  const { open } = goesOn(words, sentences, [], 0);
  return { drafts: [], carry: open ? { open, stack: behind } : { stack: behind } };
}

const PERCENT = 0x25;
const [POINTS, POINT] = [hashOf('points'), hashOf('point')];
const SHARES = [
  placeOf('share-sign'),
  placeOf('fraction'),
  placeOf('ratio'),
  placeOf('number-word'),
] as const;

/** Something makes a share: a percent sign, or a word. */
const SHARE = 1;
/** Something parts the sentence into cells: a pipe, or a wide gap. */
const PARTED = 2;

/** A quick look at a sentence: most hold no share, and are not parted. */
function signsOf(words: Words, sentence: ReadSentence): number {
  const { text, tokens } = words.reading;
  const { hash, start, gap, mark } = tokens;
  let signs = 0;
  for (let k = 0; k < SHARES.length; k++) if (hasCategory(sentence, SHARES[k]!)) signs = SHARE;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (gap[i] === CELL && i > sentence.from) signs |= PARTED;
    if (hash[i] === 0) {
      if (mark[i] === PERCENT) signs |= SHARE;
      else if (isParting(words, i)) signs |= PARTED;
    } else if ((hash[i] === POINTS || hash[i] === POINT) && text.charCodeAt(start[i]!) === 0x70)
      signs |= SHARE;
  }
  return signs;
}
