import type { ClassifierData, Rows, WeightData } from '../../src/core/lexicon/weightData.js';
import type { Learnt } from './classifier.mjs';
import type { Forms } from './vocabulary.mjs';

/** A sign that is a word around what is asked about, as the vocabulary names it. */
const AROUND = /^([<>]1?[+-]?) (.+)$/;

/** Weights are written in so many parts of a logit. Where candidates are ranked by few signs, finer ones tell them apart. */
const PARTS = 20;
const SUBJECT = 100;

type Questions = Readonly<
  Record<'themes' | 'polarity' | 'voice' | 'status' | 'candidate' | 'subject', Learnt>
>;

/** What was learnt, in the form in which it is shipped: short, and a line to each word for whoever compares two. */
export function pack(learnt: Questions, forms: Forms): WeightData {
  const { signs, ...candidate } = packed(learnt.candidate);
  const around: Record<string, string> = {};
  const others: Record<string, string> = {};
  for (const [name, row] of Object.entries(signs)) {
    const [, place, word] = AROUND.exec(name) ?? [];
    if (word === undefined) others[name] = row;
    else around[`${place!} ${forms.firstOf(word)}`] = row;
  }
  // What it asks of the forms goes before it says which were asked for.
  const rows = wordRows([learnt.themes, learnt.polarity, learnt.voice], forms);
  return {
    words: forms.used.map(group => {
      const { alone = '', pairs = [] } = rows.get(group.split('|', 1)[0]!) ?? {};
      return [group, alone, ...pairs].join(' ').trimEnd();
    }),
    themes: packed(learnt.themes),
    polarity: packed(learnt.polarity),
    voice: packed(learnt.voice),
    status: packed(learnt.status),
    candidate: { ...candidate, signs: others, around },
    subject: { signs: packed(learnt.subject, SUBJECT).signs },
  };
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

function packed({ classes, bias, weights }: Learnt, parts = PARTS): ClassifierData {
  const signs: Record<string, string> = {};
  for (const [name, own] of weights) {
    const row = rowOf(own, parts);
    if (row !== '' && name.startsWith('@')) signs[name.slice(1)] = row;
  }
  return { classes, bias: bias.map(b => Math.round(parts * b)), signs: signs satisfies Rows };
}

/** What a feature weighs for each class, as `WeightData` has it. */
function rowOf(weights: readonly number[], parts = PARTS): string {
  return weights
    .map((weight, cls) => {
      const much = Math.round(parts * weight);
      const letter = String.fromCharCode((much > 0 ? 0x61 : 0x41) + cls);
      return much === 0 ? '' : `${letter}${String(Math.abs(much))}`;
    })
    .join('');
}
