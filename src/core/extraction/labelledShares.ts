import { TIGHT } from '../report/tokens.js';
import { arrowBefore } from './arrows.js';
import { comparedRow, isHead, isState, isTime } from './comparedRow.js';
import type { PercentageDraft } from './draft.js';
import type { Quote } from './finding.js';
import type { ReadSentence } from './reading.js';
import { draftOf } from './shareDraft.js';
import { type Share, sharesIn } from './shares.js';
import { FIGURE_WORDS, FIGURES, isOn } from './shareWords.js';
import type { Words } from './words.js';

const [COLON, COMMA, SEMICOLON, DASH] = [0x3a, 0x2c, 0x3b, 0x2013];
/** In tokens. */
const LONGEST_LABEL = 16;
const LONGEST_HEAD = 3;

/**
 * "Reviews on time: Wexby 34%, England 27%", "Vacancies – now 23%, was 17%, target 10%": a line that is read as a row,
 * its label before the colon and the head of each figure before it. `undefined` for any other sentence.
 */
export function readLabelled(words: Words, sentence: ReadSentence): readonly PercentageDraft[] | undefined {
  const { from, to } = sentence;
  let start = from;
  while (start < to && (!words.isWord(start) || isLetter(words, start))) start++;
  const end = labelEnd(words, start, Math.min(to, start + LONGEST_LABEL));
  if (end < 0) return undefined;
  const shares = sharesIn(words, sentence);
  if (shares.length < 2 || shares[0]!.from <= end) return undefined;
  const heads =
    headsBefore(words, shares, end + 1) ??
    headsBehind(words, shares, end + 1, to) ??
    noHeads(words, shares, end + 1, to);
  if (!heads) return undefined;
  const label = words.quote(start, end);
  const drafts = shares.map((share, k) =>
    draftOf(words, sentence, share, label, heads[k] && isPeriod(heads[k].text) ? heads[k] : undefined),
  );
  return comparedRow(words, shares, drafts, heads);
}

type Heads = readonly (Quote | undefined)[];

const isSeparator = (words: Words, token: number): boolean =>
  words.mark(token) === COMMA || words.mark(token) === SEMICOLON;

/** "Wexby 34%, England 27%": what is said before each figure. */
function headsBefore(words: Words, shares: readonly Share[], from: number): Heads | undefined {
  const heads: Quote[] = [];
  for (const [k, share] of shares.entries()) {
    const behind = k === 0 ? from : shares[k - 1]!.to;
    if (k > 0 && !isSeparator(words, behind)) return undefined;
    const head = headOf(words, k === 0 ? behind : behind + 1, share.from);
    if (!head) return undefined;
    heads.push(head);
  }
  return heads;
}

/** "82% in 2023, 71% in 2022": what is said behind each figure, where all say when. */
function headsBehind(words: Words, shares: readonly Share[], from: number, to: number): Heads | undefined {
  const heads: Quote[] = [];
  let start = from;
  for (const share of shares) {
    if (share.from !== start) return undefined;
    let end = share.to;
    while (end < to && words.isWord(end)) end++;
    const first = words.at(share.to) === 'in' ? share.to + 1 : share.to;
    const head = end > first && end - first <= LONGEST_HEAD ? words.quote(first, end) : undefined;
    if (!head || !isTime(head.text) || (end < to - 1 && !isSeparator(words, end))) return undefined;
    heads.push(head);
    start = end + 1;
  }
  return heads;
}

/** "24% → 19%": nothing but arrows. */
function noHeads(words: Words, shares: readonly Share[], from: number, to: number): Heads | undefined {
  for (const [k, share] of shares.entries())
    if (k === 0 ? share.from !== from : arrowBefore(words, share.from) !== shares[k - 1]!.to)
      return undefined;
  return shares.at(-1)!.to >= to - 1 ? shares.map(() => undefined) : undefined;
}

/** "2013" and "now" tell when a figure is of; "baseline" only that it was before. */
const isPeriod = (head: string): boolean => isTime(head) && !/^(?:baseline|start)$/i.test(head);

/** "a)" before an entry. */
const isLetter = (words: Words, token: number): boolean =>
  words.mark(token + 1) === 0x29 && words.at(token).length === 1;

/** The colon or the free dash behind a label, or -1. */
function labelEnd(words: Words, from: number, limit: number): number {
  for (let i = from + 1; i < limit; i++) {
    const mark = words.mark(i);
    if (mark === COLON) return i;
    if (mark === DASH && words.gap(i) > TIGHT && words.gap(i + 1) > TIGHT) return i;
    if (mark === SEMICOLON || mark === 0x2e || mark === 0x25) return -1;
  }
  return -1;
}

/** What a figure is of: a time, a place, or what stands for a figure ("now", "baseline", "target"). */
function headOf(words: Words, from: number, end: number): Quote | undefined {
  let to = end;
  while (to > from && (words.mark(to - 1) === DASH || words.mark(to - 1) === COLON)) to--;
  if (to === from || to - from > LONGEST_HEAD) return undefined;
  const quote = words.quote(from, to);
  if (isHead(quote.text) || isState(quote.text)) return quote;
  for (let i = from; i < to; i++)
    if (!words.isCapital(i) && !isOn(words, i, FIGURES | FIGURE_WORDS)) return undefined;
  return quote;
}
