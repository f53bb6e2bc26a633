import {
  cellOf,
  type ClassifierData,
  PARTS,
  QUESTIONS,
  SECTIONS,
  type Section,
  type WeightData,
} from '../../src/core/lexicon/weightData.js';
import { BitWriter } from './bits.mjs';
import type { Learnt } from './classifier.mjs';
import { type Cells, type LearntRows, type Placed, type Questions, rowsOf } from './rows.mjs';
import type { Forms, Word } from './vocabulary.mjs';

/** As the file has it: in lines, for whoever compares two. */
export const print = (data: WeightData): string => `${JSON.stringify(data).replaceAll('","', '",\n"')}\n`;

/** What was learnt, in the form in which it is shipped. */
export const pack = (learnt: Questions, forms: Forms): WeightData =>
  new Packer(rowsOf(learnt), forms).pack(learnt);

/** How many bits a number may have: of a weight, and from one word to the next. */
const [SIZE_BITS, GAP_BITS] = [12, 13];

/** Writes rows in the order of `WeightData`. */
class Packer {
  readonly #writer = new BitWriter<string>();
  readonly #words: readonly Word[];
  /** By stem, from 1. */
  readonly #numbers: ReadonlyMap<string, number>;
  /** By section: the symbol behind a row's last cell. */
  readonly #ends: ReadonlyMap<Section, number>;

  constructor(
    private readonly rows: LearntRows,
    forms: Forms,
  ) {
    const { signs, placed, alone, pairs } = rows;
    this.#words = forms.of([
      ...alone.keys(),
      ...[...pairs].flatMap(([first, own]) => [first, ...own.keys()]),
      ...Object.values(placed).flatMap(places => places.flatMap(own => [...own.keys()])),
    ]);
    this.#numbers = new Map(this.#words.map(({ stem }, i) => [stem, i + 1]));
    const all: Readonly<Record<Section, Iterable<Cells>>> = {
      ...mapped(signs, own => own.values()),
      ...mapped(placed, places => places.flatMap(own => [...own.values()])),
      words: [...alone.values(), ...[...pairs.values()].flatMap(own => [...own.values()])],
    };
    const widest = (of: Iterable<Cells>): number => Math.max(1, ...Array.from(of, cells => cells.length));
    this.#ends = new Map(
      Object.entries(all).map(([section, of]) => [section as Section, cellOf(widest(of), false)]),
    );
  }

  pack(learnt: Questions): WeightData {
    const { rows } = this;
    for (const [section, end] of this.#ends) {
      this.#writer.declare(`${section} cell`, end + 1);
      this.#writer.declare(`${section} size`, SIZE_BITS + 1);
    }
    this.#writer.declare('gap', GAP_BITS + 1);
    const spelling = this.#writeForms();
    for (const question of QUESTIONS) {
      this.#writeSigns(question, spelling.letters);
      const around = question === 'subject' ? 'subject words' : (`${question} around` as const);
      if (around in rows.placed)
        for (const own of rows.placed[around as keyof typeof rows.placed])
          this.#writeWords(around as Section, own);
    }
    for (const { stem } of this.#words) {
      this.#writeRow('words', rows.alone.get(stem) ?? []);
      this.#writeWords('words', rows.pairs.get(stem) ?? new Map<string, Cells>());
    }
    const { lengths } = this.#writer;
    const { subject, ...questions } = rows.signs;
    return {
      questions: mapped(questions, (signs, question) => described(learnt[question], signs.size)),
      subject: { signs: subject.size },
      count: this.#words.length,
      ...spelling,
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
      bits: this.#writer.text.match(/.{1,1000}/g) ?? [],
    };
  }

  /** The words with their endings, and what all texts are spelt with. */
  #writeForms(): Pick<WeightData, 'letters' | 'endings'> {
    const signs = QUESTIONS.flatMap(question => [...this.rows.signs[question].keys()]);
    const texts = [...this.#words.map(({ prefix }) => prefix), ...signs];
    const letters = [...new Set(texts.flatMap(text => [...text]))].sort().join('');
    const endings = [...new Set(this.#words.map(word => word.endings))].sort();
    this.#writer.declare('letter', letters.length + 1);
    this.#writer.declare('ending', endings.length);
    this.#writer.declare('shared', 1 + Math.max(0, ...texts.map(text => text.length)));
    this.#words.forEach(({ prefix, endings: own }, i) => {
      this.#writeText(letters, prefix, this.#words[i - 1]?.prefix ?? '');
      this.#writer.symbol('ending', endings.indexOf(own));
    });
    return { letters, endings };
  }

  #writeSigns(question: keyof Questions, letters: string): void {
    const own = this.rows.signs[question];
    const names = [...own.keys()].sort();
    names.forEach((name, i) => {
      this.#writeText(letters, name, names[i - 1] ?? '');
      this.#writeRow(question, own.get(name)!);
    });
  }

  #writeRow(section: Section, cells: Cells): void {
    cells.forEach((weight, cls) => {
      if (weight === 0) return;
      this.#writer.symbol(`${section} cell`, cellOf(cls, weight < 0));
      this.#writer.number(`${section} size`, Math.abs(weight));
    });
    this.#writer.symbol(`${section} cell`, this.#ends.get(section)!);
  }

  #writeWords(section: Section, rows: Placed): void {
    const numbered = [...rows].map(([stem, cells]) => [this.#numbers.get(stem)!, cells] as const);
    let last = 0;
    for (const [number, cells] of numbered.sort((a, b) => a[0] - b[0])) {
      this.#writer.number('gap', number - last);
      this.#writeRow(section, cells);
      last = number;
    }
    this.#writer.number('gap', 0);
  }

  /** What is new in a text beside the last. */
  #writeText(letters: string, text: string, last: string): void {
    let shared = 0;
    while (shared < last.length && text[shared] === last[shared]) shared++;
    this.#writer.symbol('shared', shared);
    for (const letter of text.slice(shared)) this.#writer.symbol('letter', letters.indexOf(letter));
    this.#writer.symbol('letter', letters.length);
  }
}

const described = ({ classes, bias }: Learnt, signs: number): ClassifierData => ({
  classes,
  bias: bias.map(b => Math.round(PARTS * b)),
  signs,
});

const mapped = <K extends string, V, W>(
  of: Readonly<Record<K, V>>,
  make: (value: V, key: K) => W,
): Record<K, W> =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, make(value as V, key as K)])) as Record<
    K,
    W
  >;
