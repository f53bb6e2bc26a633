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

/** Signs below so many logits say next to nothing. */
const LEAST = 0.08;

/**
 * The smallest weights of words that fit into `most` characters; `formsOf` makes the forms of all words anew.
 *
 * @throws RangeError where not even the heaviest fit.
 */
export function packWithin(learnt: Questions, formsOf: () => Forms, most: number): WeightData {
  for (let least = 0.05; least < 10; least += 0.01) {
    const data = pack(learnt, formsOf(), least);
    if (print(data).length <= most) return data;
  }
  throw new RangeError(`the weights do not fit into ${String(most)} characters`);
}

/** As the file has it: a line to each word, for whoever compares two. */
export const print = (data: WeightData): string => `${JSON.stringify(data).replaceAll('","', '",\n"')}\n`;

/** What was learnt, in the form in which it is shipped. What weighs less than `least` logits is left out. */
export function pack(learnt: Questions, forms: Forms, least: number): WeightData {
  const { signs, ...candidate } = packed(learnt.candidate, LEAST);
  const around: Record<string, string> = {};
  const others: Record<string, string> = {};
  for (const [name, row] of Object.entries(signs)) {
    const [, place, word] = AROUND.exec(name) ?? [];
    if (word === undefined) others[name] = row;
    else around[`${place!} ${forms.firstOf(word)}`] = row;
  }
  // What it asks of the forms goes before it says which were asked for.
  const rows = wordRows([learnt.themes, learnt.polarity, learnt.voice], forms, least);
  return {
    words: forms.used.map(group => {
      const { alone = '', pairs = [] } = rows.get(group.split('|', 1)[0]!) ?? {};
      return [group, alone, ...pairs].join(' ').trimEnd();
    }),
    themes: packed(learnt.themes, least),
    polarity: packed(learnt.polarity, least),
    voice: packed(learnt.voice, least),
    status: packed(learnt.status, LEAST),
    candidate: { ...candidate, signs: others, around },
    subject: { signs: packed(learnt.subject, 0, SUBJECT).signs },
  };
}

/** By the first form of each word: the row of the word alone, and those of the pairs it begins. */
function wordRows(
  questions: readonly Learnt[],
  forms: Forms,
  least: number,
): ReadonlyMap<string, { alone?: string; pairs: string[] }> {
  const rows = new Map<string, { alone?: string; pairs: string[] }>();
  for (const name of new Set(questions.flatMap(({ weights }) => [...weights.keys()])).values()) {
    if (name.startsWith('@')) continue;
    const row = questions
      .map(({ weights }) => rowOf(weights.get(name) ?? [], least))
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

function packed({ classes, bias, weights }: Learnt, least: number, parts = PARTS): ClassifierData {
  const signs: Record<string, string> = {};
  for (const [name, own] of weights) {
    const row = rowOf(own, least, parts);
    if (row !== '' && name.startsWith('@')) signs[name.slice(1)] = row;
  }
  return { classes, bias: bias.map(b => Math.round(parts * b)), signs: signs satisfies Rows };
}

/** What a feature weighs for each class, as `WeightData` has it. */
function rowOf(weights: readonly number[], least: number, parts = PARTS): string {
  return weights
    .map((weight, cls) => {
      const much = Math.abs(weight) < least ? 0 : Math.round(parts * weight);
      const letter = String.fromCharCode((much > 0 ? 0x61 : 0x41) + cls);
      return much === 0 ? '' : `${letter}${String(Math.abs(much))}`;
    })
    .join('');
}
