import { PLACES } from '../../src/core/lexicon/aroundRows.js';
import { PHRASE_PLACES } from '../../src/core/lexicon/phraseWeights.js';
import { type QUESTIONS, RULED, SECTIONS, type Section } from '../../src/core/lexicon/weightData.js';
import type { Learnt } from './classifier.mjs';

export type Questions = Readonly<Record<(typeof QUESTIONS)[number], Learnt>>;
/** The questions that go by all words of a sentence. */
export const WORDY = ['themes', 'polarity', 'voice'] as const;

/** What something weighs by class, in the parts of a logit in which its section is written. */
export type Cells = readonly number[];
/** Rows of stems. */
export type Placed = ReadonlyMap<string, Cells>;

/** All that weighs something once it is rounded. */
export interface LearntRows {
  /** By question, then by the name of the sign. */
  readonly signs: Readonly<Record<keyof Questions, ReadonlyMap<string, Cells>>>;
  /** The words at each place, in the order of `PLACES` or `PHRASE_PLACES`. */
  readonly placed: Readonly<
    Record<'status around' | 'candidate around' | 'subject words', readonly Placed[]>
  >;
  readonly alone: Placed;
  /** By first stem, then second. */
  readonly pairs: ReadonlyMap<string, Placed>;
}

/** A sign that is a word around what is asked about, and one that is a word in or beside a noun phrase. */
const AROUND = /^@([<>=]1?[+-]?) (.+)$/;
const BESIDE = /^@(h|f|[<>][+-]) (.+)$/;
/** What weighs less than so many logits is left out. */
const LEAST = { status: 0.08, candidate: 0.08, subject: 0.2 };

export function rowsOf(learnt: Questions): LearntRows {
  const rounded =
    (section: Section, least = 0) =>
    (weights: readonly number[]): Cells =>
      weights.map(weight => (Math.abs(weight) < least ? 0 : Math.round(SECTIONS[section] * weight)));
  const { themes, polarity, voice, status, candidate, subject } = learnt;
  return {
    signs: {
      themes: signsOf(themes, rounded('themes')),
      polarity: signsOf(polarity, rounded('polarity')),
      voice: signsOf(voice, rounded('voice')),
      status: signsOf(status, rounded('status', LEAST.status), AROUND),
      candidate: signsOf(candidate, rounded('candidate', LEAST.candidate), AROUND),
      subject: signsOf(subject, rounded('subject'), BESIDE),
    },
    placed: {
      'status around': placedIn(status, AROUND, PLACES, rounded('status around', LEAST.status)),
      'candidate around': placedIn(candidate, AROUND, PLACES, rounded('candidate around', LEAST.candidate)),
      'subject words': placedIn(subject, BESIDE, PHRASE_PLACES, rounded('subject words', LEAST.subject)),
    },
    ...wordsOf(learnt, rounded('words')),
  };
}

const isNothing = (cells: Cells): boolean => cells.every(weight => weight === 0);

/** The rows of signs but for those that are words at a place. What one weighs where the rules say a class stands behind its own. */
function signsOf(
  { classes, weights }: Learnt,
  rounded: (weights: readonly number[]) => Cells,
  placed?: RegExp,
): ReadonlyMap<string, Cells> {
  const rows = new Map<string, number[]>();
  for (const [name, own] of weights) {
    if (!name.startsWith('@') || placed?.test(name)) continue;
    const cells = rounded(own);
    if (isNothing(cells)) continue;
    const at = name.lastIndexOf(RULED);
    const part = at < 0 ? 0 : 1 + classes.indexOf(name.slice(at + RULED.length));
    const sign = name.slice(1, part === 0 ? undefined : at);
    const row = rows.get(sign) ?? [];
    rows.set(sign, row);
    while (row.length < (part + 1) * classes.length) row.push(0);
    cells.forEach((weight, cls) => (row[part * classes.length + cls] = weight));
  }
  return rows;
}

/** The rows of words at each place. */
function placedIn(
  { weights }: Learnt,
  pattern: RegExp,
  places: readonly string[],
  rounded: (weights: readonly number[]) => Cells,
): readonly Placed[] {
  const rows = places.map(() => new Map<string, Cells>());
  for (const [name, own] of weights) {
    const [, place, word] = pattern.exec(name) ?? [];
    const cells = rounded(own);
    if (place !== undefined && word !== undefined && !isNothing(cells))
      rows[places.indexOf(place)]!.set(word, cells);
  }
  return rows;
}

/** The rows of stems, and of those behind each, over the classes of all questions that go by words. */
function wordsOf(
  learnt: Questions,
  rounded: (weights: readonly number[]) => Cells,
): { readonly alone: Placed; readonly pairs: ReadonlyMap<string, Placed> } {
  const alone = new Map<string, Cells>();
  const pairs = new Map<string, Map<string, Cells>>();
  for (const name of new Set(WORDY.flatMap(question => [...learnt[question].weights.keys()]))) {
    if (name.startsWith('@')) continue;
    const cells = rounded(WORDY.flatMap(q => learnt[q].weights.get(name) ?? learnt[q].classes.map(() => 0)));
    if (isNothing(cells)) continue;
    const [first, second] = name.split(' ');
    if (second === undefined) alone.set(first!, cells);
    else pairs.set(first!, (pairs.get(first!) ?? new Map<string, Cells>()).set(second, cells));
  }
  return { alone, pairs };
}
