import { figureFor, isHeldAgainst, relationOf, year } from './compared.js';
import { type PercentageDraft, shifted } from './draft.js';
import type { Quote } from './finding.js';
import { measureOf, type Measure } from './measure.js';
import { roughlyFrom } from './nounPhrases.js';
import { periodOf } from './period.js';
import { mentions, type Reading, type ReadSentence } from './reading.js';
import {
  cellsOf,
  changeOf,
  draftOf,
  isRule,
  readRow,
  readStacked,
  type Stack,
  stackBehind,
} from './shareTables.js';
import { type Share, sharesIn } from './shares.js';
import { hashOf } from '../report/tokens.js';
import { Words } from './words.js';

export interface PercentageCarry {
  /** The header cells of the table whose rows are being read, behind the first. */
  readonly columns?: readonly Quote[];
  /** The figure that the line before was about, where the text goes on in the next. */
  readonly last?: Carried;
  /** What a sentence that a line's end has cut said so far: of what its next figure is, and when. */
  readonly open?: { readonly measure?: Quote; readonly period?: Quote; readonly to?: boolean };
  /** A table with one cell a line. */
  readonly stack?: Stack;
}
export interface Carried {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly measure?: Quote;
  readonly period?: Quote;
}
export const noPercentage: PercentageCarry = {};

const PERCENT = 0x25;
const POINTS = hashOf('points');

/** Finds the percentages and shares of a paragraph, what they measure and which are compared. */
export function readPercentages(
  reading: Reading,
  carry: PercentageCarry,
): { drafts: PercentageDraft[]; carry: PercentageCarry } {
  const words = new Words(reading);
  const drafts: PercentageDraft[] = [];
  const length = reading.text.length;
  let columns = carry.columns;
  const { sentences } = reading;
  const [only] = sentences;
  if (only && sentences.length === 1 && only.to - only.from <= 14 && cellsOf(words, only).length < 2) {
    const { stack, draft } = readStacked(words, only, carry.stack);
    if (draft) drafts.push(draft);
    const open = draft ? noPercentage : goesOn(words, drafts, 0);
    if (stack) return { drafts, carry: { ...open, stack: stackBehind(stack, -length) } };
  }
  // Drafts of the sentence before begin here.
  let earlier = 0;
  let nounBefore: Measure['noun'];
  for (const [i, sentence] of sentences.entries()) {
    const holds = mayHold(reading, sentence);
    const cells = cellsOf(words, sentence);
    if (cells.length < 2) {
      columns = undefined;
      if (!holds) {
        earlier = drafts.length;
        nounBefore = undefined;
      } else {
        const own = drafts.length;
        nounBefore = read(
          words,
          sentence,
          sentences[i - 1],
          drafts,
          earlier,
          i === 0 ? carry : noPercentage,
          nounBefore,
        );
        earlier = own;
      }
    } else if (holds) drafts.push(...readRow(words, sentence, cells, columns ?? []));
    else if (!isRule(words, sentence)) columns = cells.slice(1).map(c => words.quote(c.from, c.to));
  }
  if (columns) return { drafts, carry: { columns: columns.map(c => shifted(c, -length)) } };
  return { drafts, carry: goesOn(words, drafts, earlier) };
}

const STOPPED = /[.!?:;”"’)]\s*$/;

/** What a line that no blank line follows hands on to the next. */
function goesOn(words: Words, drafts: readonly PercentageDraft[], earlier: number): PercentageCarry {
  const { text, sentences } = words.reading as Reading;
  const sentence = sentences.at(-1);
  if (!sentence || text.length < 40 || /\n[ \t]*\n\s*$/.test(text) || !text.endsWith('\n'))
    return noPercentage;
  const by = -text.length;
  const at = headOf(drafts, earlier, drafts.length);
  const head = at === undefined ? undefined : drafts[at];
  const last: Carried | undefined = head && {
    start: head.start + by,
    end: head.end + by,
    value: head.value,
    ...(head.measure ? { measure: shifted(head.measure, by) } : {}),
    ...(head.period ? { period: shifted(head.period, by) } : {}),
  };
  if (STOPPED.test(text)) return last ? { last } : noPercentage;
  // As if the figure stood at the line's end.
  const share: Share = { from: sentence.to, to: sentence.to, value: 0, form: 'percent' };
  const previous = sharesIn(words, sentence).at(-1);
  const { quote } = measureOf(words, {
    sentence,
    share,
    previous,
    next: undefined,
    before: undefined,
    noun: undefined,
    nounBefore: undefined,
  });
  const period = periodOf(words, sentence, share, previous, undefined);
  const to =
    words.at(sentence.to - 1) === 'to' && previous !== undefined && words.at(previous.from - 1) === 'from';
  const open = {
    ...(quote ? { measure: shifted(quote, by) } : {}),
    ...(period ? { period: shifted(period, by) } : {}),
    ...(to ? { to } : {}),
  };
  return { ...(last ? { last } : {}), open };
}

/** A quick look: a percent sign, or a word that makes a share. */
function mayHold({ text, tokens }: Reading, sentence: ReadSentence): boolean {
  if (
    mentions(sentence, 'share-sign') ||
    mentions(sentence, 'fraction') ||
    mentions(sentence, 'ratio') ||
    mentions(sentence, 'number-word')
  )
    return true;
  for (let i = sentence.from; i < sentence.to; i++)
    if (
      (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === PERCENT) ||
      (tokens.hash[i] === POINTS && text.charCodeAt(tokens.start[i]!) === 0x70)
    )
      return true;
  return false;
}

/** The shares of a sentence of prose; `drafts` from `earlier` on are those of the sentence before. */
function read(
  words: Words,
  sentence: ReadSentence,
  before: ReadSentence | undefined,
  drafts: PercentageDraft[],
  earlier: number,
  carry: PercentageCarry,
  nounBefore: Measure['noun'],
): Measure['noun'] {
  const shares = sharesIn(words, sentence);
  const own = drafts.length;
  let noun: Measure['noun'];
  let firstNoun: Measure['noun'];
  shares.forEach((share, i) => {
    const [previous, next] = [shares[i - 1], shares[i + 1]];
    const floor = previous?.to ?? sentence.from;
    const standIn = figureFor(words, sentence, share, floor);
    // "57%, up 3 points in a year, against 39%": the points stand between the two.
    const basis = previous?.form === 'points' && i > 1 ? i - 2 : i - 1;
    let relation = previous && relationOf(words, sentence, shares[basis]!, share);
    // "84%, up from 61%, but below the 85%": all are held against the first.
    const head = drafts.findIndex((d, k) => k >= own && d.comparedWith?.start === drafts[own + basis]?.start);
    let other = relation ? (relation === 'first' && head >= 0 ? head : own + basis) : undefined;
    // "In 2012 it was 40%": held against the figure of the sentence before.
    const told =
      !previous || (i === 1 && previous.form === 'points') ? headOf(drafts, earlier, own) : undefined;
    if (!relation && told !== undefined && share.form !== 'points')
      if (
        standIn === 'same' ||
        isHeldAgainst(words, sentence, previous?.to ?? sentence.from, share.from, previous === undefined)
      ) {
        other = told;
        relation = 'first';
      }
    const found = measureOf(words, { sentence, share, previous, next, before, noun, nounBefore });
    noun = found.noun ?? noun;
    firstNoun ??= noun;
    const period =
      periodOf(words, sentence, share, previous, next) ?? (i === 0 ? carry.open?.period : undefined);
    // The second of two compared figures is of what the first is, and so is one whose subject only stands for it.
    const like = other ?? (standIn === 'same' ? (previous ? own + i - 1 : told) : undefined);
    const isPointsOn =
      share.form === 'points' && previous !== undefined && !opensClause(words, previous.to, share);
    const first = i === 0 && roughlyFrom(words, share.from, sentence.from) === sentence.from;
    const measure =
      (like === undefined ? undefined : drafts[like]!.measure) ??
      (i === 0 && like === undefined && standIn === 'same' ? carry.last?.measure : undefined) ??
      (first && carry.open?.to ? carry.last?.measure : undefined) ??
      (first && words.at(share.to) !== 'of' ? carry.open?.measure : undefined) ??
      (isPointsOn ||
      (previous && (isSameAt(words, previous.to, share.from) || isRepeated(words, previous, share)))
        ? drafts[own + i - 1]!.measure
        : undefined) ??
      found.quote;
    drafts.push({
      ...draftOf(words, sentence, share),
      ...(measure ? { measure } : {}),
      ...(period ? { period } : {}),
    });
    const line = carry.last;
    if (i === 0 && line && relation === undefined && share.form !== 'points') {
      const now = drafts.at(-1)!;
      const newer = carry.open?.to ? first : standIn === 'same' && isNewer(now, line, words, sentence);
      if (newer)
        drafts[drafts.length - 1] = {
          ...now,
          comparedWith: { start: line.start, end: line.end },
          change: changeOf(now, line),
        };
    }
    if (!relation || other === undefined) return;
    const last = drafts.length - 1;
    if (relation === 'first' && other < own && isNewer(drafts[last]!, drafts[other]!, words, sentence))
      relation = 'second';
    const [now, then] = relation === 'second' ? [last, other] : [other, last];
    const { start, end } = drafts[then]!;
    if (drafts[now]!.comparedWith) return;
    drafts[now] = {
      ...drafts[now]!,
      comparedWith: { start, end },
      change: changeOf(drafts[now]!, drafts[then]!),
    };
  });
  return firstNoun;
}

/** The figure that the sentence before was about: the last that nothing is held against. */
function headOf(drafts: readonly PercentageDraft[], from: number, to: number): number | undefined {
  for (let i = to - 1; i >= from; i--) {
    const { start, form } = drafts[i]!;
    if (form !== 'points' && !drafts.slice(from, to).some(d => d.comparedWith?.start === start)) return i;
  }
  return undefined;
}

/** "…, while the gap in reading fell by 3 points": do the points have a subject of their own? */
const opensClause = (words: Words, from: number, share: Share): boolean =>
  words.at(share.to) === 'in' ||
  /[;:]|\b(?:while|whereas|although|but|and (?:the|its|their|our|that))\b/.test(
    between(words, from, share.from),
  );

const between = (words: Words, from: number, to: number): string =>
  to > from ? words.quote(from, to).text.toLowerCase() : '';

/** "almost two thirds of which (64.8%)". */
const isRepeated = (words: Words, a: Share, b: Share): boolean =>
  b.from - a.to < 8 &&
  a.form === 'fraction' &&
  words.mark(b.from - 1) === 0x28 &&
  words.mark(b.to) === 0x29 &&
  Math.abs(a.value - b.value) < 8;

/** "54% in 2022 and 36% in 2017": only a time between the two. */
const isSameAt = (words: Words, from: number, to: number): boolean =>
  to - from <= 5 && /^(?:in|at|on|by) (?:\w+ )?(?:19|20)\d\d(?: and|,)$/.test(between(words, from, to));

/** Is the figure newer than that of the sentence before? By their years, or "the figure stood at 40% by July". */
function isNewer(
  now: PercentageDraft,
  then: Pick<PercentageDraft, 'period'>,
  words: Words,
  sentence: ReadSentence,
): boolean {
  const [a, b] = [now.period && year(now.period.text), then.period && year(then.period.text)];
  if (a !== undefined && b !== undefined) return a > b;
  const text = words.reading.text.slice(sentence.start, sentence.end).toLowerCase();
  if (/\b(?:ago|earlier|previous|before|last)\b/.test(text)) return false;
  return /\b(?:now|today|by)\b|\bthis (?:year|month|morning|summer|quarter)\b/.test(text);
}
