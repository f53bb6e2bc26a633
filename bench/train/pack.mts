import {
  type ClassifierData,
  type PlacedRows,
  RULED,
  type Rows,
  type WeightData,
} from '../../src/core/lexicon/weightData.js';
import type { Learnt } from './classifier.mjs';
import type { Forms } from './vocabulary.mjs';

/** A sign that is a word around what is asked about, as the vocabulary names it. */
const AROUND = /^([<>=]1?[+-]?) (.+)$/;

/** A sign that is a word in or beside a noun phrase. */
const BESIDE = /^(h|f|[<>][+-]) (.+)$/;

/** Weights are written in so many parts of a logit. Where candidates are ranked by few signs, finer ones tell them apart; words are many, and coarser. */
const PARTS = 20;
const SUBJECT = 100;
const SUBJECT_WORDS = 10;

type Questions = Readonly<
  Record<'themes' | 'polarity' | 'voice' | 'status' | 'candidate' | 'subject', Learnt>
>;

/** What weighs less than so many logits is left out, where nothing else is asked. */
const LEAST = 0.08;
/** Words in and beside a noun phrase are many, and most are met seldom. */
const LEAST_BESIDE = 0.2;
/** Of grades there are few examples, and many words around them: what is worth less than this tells next to nothing. */
const LEAST_WORTH = 1e-5;
/** The questions whose weights are many. */
const WORDY = ['themes', 'polarity', 'voice'] as const;

/**
 * As many weights of words and their signs as fit into `most` characters: those without which most would be lost;
 * `formsOf` makes the forms of all words anew.
 *
 * @throws RangeError where not even one fits.
 */
export function packWithin(learnt: Questions, formsOf: () => Forms, most: number): WeightData {
  const { status, candidate } = learnt;
  const trimmed = {
    ...learnt,
    status: without(status, LEAST_WORTH),
    candidate: without(candidate, LEAST_WORTH),
  };
  const worths = WORDY.flatMap(question => worthsOf(learnt[question])).sort((a, b) => b - a);
  const packed = (count: number): WeightData =>
    pack(withoutLesser(trimmed, worths[count - 1] ?? Infinity), formsOf());
  let [low, high] = [0, worths.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (print(packed(middle)).length <= most) low = middle;
    else high = middle - 1;
  }
  if (low === 0) throw new RangeError(`the weights do not fit into ${String(most)} characters`);
  return packed(low);
}

/**
 * What is lost where a weight is left out: half the curvature of the loss times its square (optimal brain damage: LeCun,
 * Denker and Solla 1990). The curvature is that of the loss where nothing is known, and the half is the same for all.
 */
const worthOf = ({ shares, spread }: Learnt, name: string, weight: number, cls: number): number =>
  weight ** 2 * (shares.get(name) ?? 0) * spread[cls]!;

const worthsOf = (learnt: Learnt): number[] =>
  [...learnt.weights].flatMap(([name, own]) =>
    own.flatMap((weight, cls) => (weight === 0 ? [] : worthOf(learnt, name, weight, cls))),
  );

/** The questions with many words without the weights that are worth less than `least`. */
const withoutLesser = (learnt: Questions, least: number): Questions => ({
  ...learnt,
  ...Object.fromEntries(WORDY.map(question => [question, without(learnt[question], least)])),
});

/** A question without the weights that are worth less than `least`. */
const without = (question: Learnt, least: number): Learnt => ({
  ...question,
  weights: new Map(
    [...question.weights].map(([name, own]) => [
      name,
      own.map((weight, cls) => (worthOf(question, name, weight, cls) < least ? 0 : weight)),
    ]),
  ),
});

/** As the file has it: a line to each word, for whoever compares two. */
export const print = (data: WeightData): string => `${JSON.stringify(data).replaceAll('","', '",\n"')}\n`;

/** What was learnt, in the form in which it is shipped. */
export function pack(learnt: Questions, forms: Forms): WeightData {
  const [status, candidate] = [learnt.status, learnt.candidate].map(question => around(question, forms));
  const subject = phrases(learnt.subject, forms);
  // What it asks of the forms goes before it says which were asked for.
  const rows = wordRows(
    WORDY.map(question => learnt[question]),
    forms,
  );
  return {
    words: forms.used.map(group => {
      const { alone = '', pairs = [] } = rows.get(group.split('|', 1)[0]!) ?? {};
      return [group, alone, ...pairs].join(' ').trimEnd();
    }),
    themes: packed(learnt.themes),
    polarity: packed(learnt.polarity),
    voice: packed(learnt.voice),
    status: status!,
    candidate: candidate!,
    subject,
  };
}

/** A question that is answered by signs and by the words around. */
function around(question: Learnt, forms: Forms): ClassifierData & { readonly around: PlacedRows } {
  const { signs, ...rest } = packed(question, LEAST);
  const { others, placed } = byPlace(signs, AROUND, forms);
  return { ...rest, signs: joined(others, question.classes), around: placed };
}

/** Signs that are words at a place, as `pattern` knows them, place by place; and all others. */
function byPlace(
  signs: Rows,
  pattern: RegExp,
  forms: Forms,
): { readonly others: Rows; readonly placed: PlacedRows } {
  const others: Record<string, string> = {};
  const placed: Record<string, string[]> = {};
  for (const [name, row] of Object.entries(signs)) {
    const [, place, word] = pattern.exec(name) ?? [];
    if (place === undefined || word === undefined) others[name] = row;
    else (placed[place] ??= []).push(forms.firstOf(word), row);
  }
  return {
    others,
    placed: Object.fromEntries(Object.entries(placed).map(([place, words]) => [place, words.join(' ')])),
  };
}

/** What ranks noun phrases: by signs, and by words in and beside them. */
function phrases(question: Learnt, forms: Forms): WeightData['subject'] {
  return {
    signs: byPlace(packed(question, 0, SUBJECT).signs, BESIDE, forms).others,
    words: byPlace(packed(question, LEAST_BESIDE, SUBJECT_WORDS).signs, BESIDE, forms).placed,
  };
}

/** One row for a sign alone and for the sign together with each class that the rules may say: see `ClassifierData`. */
function joined(signs: Rows, classes: readonly string[]): Rows {
  const parts = new Map<string, string[]>();
  for (const [name, row] of Object.entries(signs)) {
    const at = name.lastIndexOf(RULED);
    const cls = at < 0 ? -1 : classes.indexOf(name.slice(at + RULED.length));
    const sign = cls < 0 ? name : name.slice(0, at);
    const own = parts.get(sign) ?? [];
    parts.set(sign, own);
    own[cls + 1] = row;
  }
  return Object.fromEntries(
    [...parts].map(([sign, own]) => [sign, Array.from(own, row => row ?? '').join('|')]),
  );
}

/** By the first form of each word: the row of the word alone, and those of the pairs it begins. */
function wordRows(
  questions: readonly Learnt[],
  forms: Forms,
): ReadonlyMap<string, { alone?: string; pairs: string[] }> {
  const rows = new Map<string, { alone?: string; pairs: string[] }>();
  for (const name of new Set(questions.flatMap(({ weights }) => [...weights.keys()])).values()) {
    if (name.startsWith('@')) continue;
    const row = questions
      .map(({ weights }) => rowOf(weights.get(name) ?? []))
      .join('|')
      .replace(/\|+$/, '');
    if (row === '') continue;
    const [first, second] = name.split(' ').map(word => forms.firstOf(word));
    const own = rows.get(first!) ?? { pairs: [] };
    rows.set(first!, own);
    if (second === undefined) own.alone = row;
    else own.pairs.push(second, row);
  }
  return rows;
}

function packed({ classes, bias, weights }: Learnt, least = 0, parts = PARTS): ClassifierData {
  const signs: Record<string, string> = {};
  for (const [name, own] of weights) {
    const row = rowOf(own, least, parts);
    if (row !== '' && name.startsWith('@')) signs[name.slice(1)] = row;
  }
  return { classes, bias: bias.map(b => Math.round(parts * b)), signs: signs satisfies Rows };
}

/** What a feature weighs for each class, as `WeightData` has it. */
function rowOf(weights: readonly number[], least = 0, parts = PARTS): string {
  return weights
    .map((weight, cls) => {
      const much = Math.abs(weight) < least ? 0 : Math.round(parts * weight);
      const letter = String.fromCharCode((much > 0 ? 0x61 : 0x41) + cls);
      return much === 0 ? '' : `${letter}${String(Math.abs(much))}`;
    })
    .join('');
}
