import { PLACES } from '../../src/core/lexicon/aroundRows.js';
import { PHRASE_PLACES } from '../../src/core/lexicon/phraseWeights.js';
import {
  cellOf,
  type ClassifierData,
  PARTS,
  QUESTIONS,
  RULED,
  SECTIONS,
  type Section,
  type WeightData,
} from '../../src/core/lexicon/weightData.js';
import { BitWriter } from './bits.mjs';
import type { Learnt } from './classifier.mjs';
import type { Forms } from './vocabulary.mjs';

export type Questions = Readonly<Record<(typeof QUESTIONS)[number], Learnt>>;
/** The questions that go by all words of a sentence. */
export const WORDY = ['themes', 'polarity', 'voice'] as const;

/** A sign that is a word around what is asked about, and one that is a word in or beside a noun phrase. */
const AROUND = /^@([<>=]1?[+-]?) (.+)$/;
const BESIDE = /^@(h|f|[<>][+-]) (.+)$/;
/** What weighs less than so many logits is left out. */
const LEAST = { status: 0.08, candidate: 0.08, subject: 0.2 };

/** What something weighs by class, in the parts of a logit in which its section is written. */
type Cells = readonly number[];
/** Rows of stems. */
type Placed = ReadonlyMap<string, Cells>;

/** As the file has it: in lines, for whoever compares two. */
export const print = (data: WeightData): string => `${JSON.stringify(data).replaceAll('","', '",\n"')}\n`;

/** What was learnt, in the form in which it is shipped. */
export function pack(learnt: Questions, forms: Forms): WeightData {
  const rounded = (section: Section, weights: readonly number[], least = 0): Cells =>
    weights.map(weight => (Math.abs(weight) < least ? 0 : Math.round(SECTIONS[section] * weight)));
  const signs = {
    themes: signsOf(learnt.themes, weights => rounded('themes', weights)),
    polarity: signsOf(learnt.polarity, weights => rounded('polarity', weights)),
    voice: signsOf(learnt.voice, weights => rounded('voice', weights)),
    status: signsOf(learnt.status, weights => rounded('status', weights, LEAST.status), AROUND),
    candidate: signsOf(learnt.candidate, weights => rounded('candidate', weights, LEAST.candidate), AROUND),
    subject: signsOf(learnt.subject, weights => rounded('subject', weights), BESIDE),
  };
  const placed = {
    'status around': placedIn(learnt.status, AROUND, PLACES, w => rounded('status around', w, LEAST.status)),
    'candidate around': placedIn(learnt.candidate, AROUND, PLACES, w =>
      rounded('candidate around', w, LEAST.candidate),
    ),
    'subject words': placedIn(learnt.subject, BESIDE, PHRASE_PLACES, w =>
      rounded('subject words', w, LEAST.subject),
    ),
  };
  const { alone, pairs } = wordsOf(learnt, weights => rounded('words', weights));
  const words = forms.of([
    ...alone.keys(),
    ...[...pairs].flatMap(([first, own]) => [first, ...own.keys()]),
    ...Object.values(placed).flatMap(places => places.flatMap(own => [...own.keys()])),
  ]);
  const numbers = new Map(words.map(({ stem }, i) => [stem, i + 1]));

  const writer = new BitWriter<string>();
  const writeRow = (section: Section, cells: Cells): void => {
    cells.forEach((weight, cls) => {
      if (weight === 0) return;
      writer.symbol(`${section} cell`, cellOf(cls, weight < 0));
      writer.number(`${section} size`, Math.abs(weight));
    });
    writer.symbol(`${section} cell`, ends.get(section)!);
  };
  const writeWords = (section: Section, rows: Placed): void => {
    let last = 0;
    for (const [number, cells] of [...rows]
      .map(([stem, cells]) => [numbers.get(stem)!, cells] as const)
      .sort((a, b) => a[0] - b[0])) {
      writer.number('gap', number - last);
      writeRow(section, cells);
      last = number;
    }
    writer.number('gap', 0);
  };
  const rowsOf: Readonly<Record<Section, Iterable<Cells>>> = {
    ...mapped(signs, own => own.values()),
    ...mapped(placed, places => places.flatMap(own => [...own.values()])),
    words: [...alone.values(), ...[...pairs.values()].flatMap(own => [...own.values()])],
  };
  const ends = new Map(
    Object.entries(rowsOf).map(([section, rows]) => [
      section as Section,
      cellOf(Math.max(1, ...Array.from(rows, r => r.length)), false),
    ]),
  );
  for (const [section, end] of ends) {
    writer.declare(`${section} cell`, end + 1);
    writer.declare(`${section} size`, 13);
  }
  writer.declare('gap', 14);
  const texts = [...words.map(({ prefix }) => prefix), ...QUESTIONS.flatMap(q => [...signs[q].keys()])];
  const letters = [...new Set(texts.flatMap(text => [...text]))].sort().join('');
  const endings = [...new Set(words.map(word => word.endings))].sort();
  writer.declare('letter', letters.length + 1);
  writer.declare('ending', endings.length);
  writer.declare('shared', 1 + Math.max(0, ...texts.map(text => text.length)));
  words.forEach(({ prefix, endings: own }, i) => {
    writeText(writer, letters, prefix, words[i - 1]?.prefix ?? '');
    writer.symbol('ending', endings.indexOf(own));
  });
  for (const question of QUESTIONS) {
    const names = [...signs[question].keys()].sort();
    names.forEach((name, i) => {
      writeText(writer, letters, name, names[i - 1] ?? '');
      writeRow(question, signs[question].get(name)!);
    });
    const around = question === 'subject' ? 'subject words' : `${question} around`;
    if (around in placed)
      for (const own of placed[around as keyof typeof placed]) writeWords(around as Section, own);
  }
  for (const { stem } of words) {
    writeRow('words', alone.get(stem) ?? []);
    writeWords('words', pairs.get(stem) ?? new Map());
  }

  const { lengths } = writer;
  const data = ({ classes, bias }: Learnt, { size }: ReadonlyMap<string, Cells>): ClassifierData => ({
    classes,
    bias: bias.map(b => Math.round(PARTS * b)),
    signs: size,
  });
  return {
    questions: {
      themes: data(learnt.themes, signs.themes),
      polarity: data(learnt.polarity, signs.polarity),
      voice: data(learnt.voice, signs.voice),
      status: data(learnt.status, signs.status),
      candidate: data(learnt.candidate, signs.candidate),
    },
    subject: { signs: signs.subject.size },
    count: words.length,
    letters,
    endings,
    codes: {
      shared: lengths.get('shared')!,
      letter: lengths.get('letter')!,
      ending: lengths.get('ending')!,
      gap: lengths.get('gap')!,
      ...mapped(SECTIONS, (_, section) => ({
        cell: lengths.get(`${section} cell`)!,
        size: lengths.get(`${section} size`)!,
      })),
    },
    bits: writer.text.match(/.{1,1000}/g) ?? [],
  };
}

const mapped = <K extends string, V, W>(
  of: Readonly<Record<K, V>>,
  make: (value: V, key: K) => W,
): Record<K, W> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value as V, key as K)])) as Record<
    K,
    W
  >;

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

/** What is new in a text beside the last. */
function writeText(writer: BitWriter<string>, letters: string, text: string, last: string): void {
  let shared = 0;
  while (shared < last.length && text[shared] === last[shared]) shared++;
  writer.symbol('shared', shared);
  for (const letter of text.slice(shared)) writer.symbol('letter', letters.indexOf(letter));
  writer.symbol('letter', letters.length);
}
