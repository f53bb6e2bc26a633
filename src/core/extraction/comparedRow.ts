import { arrowBefore } from './arrows.js';
import type { PercentageDraft } from './draft.js';
import { monthIn } from './dates.js';
import type { Quote } from './finding.js';
import { holdAgainst, type OpenDraft } from './shareDraft.js';
import type { Share } from './shares.js';
import type { Words } from './words.js';

/**
 * Of figures of several times, the last is held against the one before, or that of the same quarter of the year before;
 * a figure of the place against that of England.
 * `heads`: what is said of when or where each is of.
 */
export function comparedRow(
  words: Words,
  shares: readonly Share[],
  drafts: OpenDraft[],
  heads: readonly (Quote | undefined)[],
): readonly PercentageDraft[] {
  // "down from 28% to 15%", "28% → 15%", all in one cell.
  for (let i = 1; i < shares.length; i++) {
    const [then, now] = [shares[i - 1]!, shares[i]!];
    const told = words.at(then.from - 1) === 'from' && words.at(now.from - 1) === 'to';
    if (told || arrowBefore(words, now.from) === then.to) holdAgainst(drafts[i]!, drafts[i - 1]!);
  }
  // What is aimed at is no time or place that a figure was measured at.
  const measured = drafts.flatMap((draft, i) => {
    const head = heads[i]?.text ?? '';
    // Nor is what it moved by.
    return AIMS.test(head) || draft.form === 'points' ? [] : [{ draft, head, at: whenOf(draft, head) }];
  });
  // "2018 2019 England 2019": another place’s figure is of no other time.
  const dated = measured
    .filter(m => m.at !== undefined && !PLACES.test(m.head))
    .sort((a, b) => a.at! - b.at!);
  const last = dated.at(-1);
  const now = last?.draft;
  const then = (last && dated.find(d => isYearBefore(d.at!, last.at!)))?.draft ?? dated.at(-2)?.draft;
  if (then && now && (!then.period || then.period.start !== now.period?.start)) holdAgainst(now, then);
  const elsewhere = measured.find(m => COUNTRIES.test(m.head)) ?? measured.find(m => PLACES.test(m.head));
  if (!elsewhere) return drafts;
  const own = dated.at(-1)?.draft ?? measured.find(m => !PLACES.test(m.head))?.draft;
  if (own && !own.comparedWith && own !== elsewhere.draft) holdAgainst(own, elsewhere.draft);
  return drafts;
}

/** "Q2 22/23 Q1 23/24 Q2 23/24": the same quarter or month of the year before is what the last is like. */
const isYearBefore = (then: number, now: number): boolean =>
  now < LATEST && now % YEAR !== 0 && then === now - YEAR;
/** What a year counts in the numbers of `timeOf`. */
const YEAR = 100;

/** A time as a number, by the figure’s period or a word that stands for one. */
const whenOf = ({ period }: OpenDraft, head: string): number | undefined =>
  period ? timeOf(period.text) : isState(head) ? timeOf(head) : undefined;

/** Does a word stand for a time: "now", "was", "baseline"? */
export const isState = (head: string): boolean => STATES.test(head);
const STATES = /^(?:now|was|then|today|currently|baseline|previously|before)$/i;

const PLACES =
  /\b(?:england|english|wales|welsh|scotland|scottish|uk|national(?:ly)?|average|neighbours?|region(?:al)?|comparators?|similar|benchmark|all (?:authorities|councils|schools))\b/i;

const COUNTRIES = /\b(?:england|wales|scotland|uk|national(?:ly)?)\b/i;
const AIMS = /\b(?:target|aim|goal|ambition)\b/i;

const TIME =
  /\d{4}|\d\d[-/–]\d\d|\bQ\d|\b(?:now|current|latest|previous|last|this|year|quarter|month|baseline|start|at inspection)\b/i;

/** Does a head of a column or a figure say when? */
export const isTime = (head: string): boolean => TIME.test(head) || monthIn(head) > 0;

/** Does it say when or where? */
export const isHead = (head: string): boolean => isTime(head) || PLACES.test(head);

/**
 * A time of a column as a number that grows with it; years weigh most, then quarters and months. Those without a year
 * are of the latest; "previous" is before all others, and "now" behind them.
 */
export function timeOf(period: string): number {
  const text = period.toLowerCase();
  const short = /\b(\d\d)[/-]\d\d\b/.exec(text)?.[1];
  const year = /(?:19|20)\d\d/.exec(text)?.[0] ?? (short && `20${short}`);
  const quarter = /\bq(\d)\b/.exec(text)?.[1];
  const inYear = quarter ? Number(quarter) * 3 : monthIn(text);
  if (year) return Number(year) * YEAR + inYear;
  if (inYear > 0) return LATEST + inYear;
  return /\b(?:previous|last|before|baseline|start|inspection|then|earlier|was|previously)\b/.test(text)
    ? 0
    : NOW;
}

/** Later than any year. */
const LATEST = 1_000_000;
export const NOW = 2 * LATEST;
