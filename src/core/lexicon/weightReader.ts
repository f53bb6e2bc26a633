import { BitReader, PrefixCode } from './prefixCode.js';
import {
  PARTS,
  type Question,
  SECTIONS,
  type Section,
  SUBJECT_PARTS,
  type WeightData,
} from './weightData.js';

/** What something weighs, for as many classes as `count`. It is valid until the next is read. */
export interface Row {
  readonly count: number;
  /** In ascending order. */
  readonly classes: Int32Array;
  /** In twentieths of a logit; of subjects, in hundredths. */
  readonly weights: Int32Array;
}

/** Reads what was learnt, from the first bit to the last: whoever asks has to do so in the order of `WeightData`. */
export class WeightReader {
  /** The forms of each word that weighs something: the matcher has to know them all. */
  readonly forms: readonly (readonly string[])[];
  readonly #bits: BitReader;
  readonly #gap: PrefixCode;
  readonly #shared: PrefixCode;
  readonly #letter: PrefixCode;
  readonly #sections: Readonly<Record<Section, Packed>>;
  readonly #row: { count: number; readonly classes: Int32Array; readonly weights: Int32Array };

  constructor(readonly data: WeightData) {
    const { codes } = data;
    this.#bits = new BitReader(data.bits.join(''));
    this.#gap = new PrefixCode(codes.gap);
    this.#shared = new PrefixCode(codes.shared);
    this.#letter = new PrefixCode(codes.letter);
    this.#sections = Object.fromEntries(
      Object.entries(SECTIONS).map(([section, parts]) => {
        const { cell, size } = codes[section as Section];
        return [
          section,
          {
            cell: new PrefixCode(cell),
            end: cell.length - 1,
            size: new PrefixCode(size),
            unit: (section.startsWith('subject') ? SUBJECT_PARTS : PARTS) / parts,
          },
        ];
      }),
    ) as unknown as Record<Section, Packed>;
    const width = Math.max(...Object.values(this.#sections).map(({ end }) => end));
    this.#row = { count: 0, classes: new Int32Array(width), weights: new Int32Array(width) };
    this.forms = this.#readForms();
  }

  /** The next row: of a word alone. */
  row(section: Section): Row {
    const { cell, end, size, unit } = this.#sections[section];
    const [bits, row] = [this.#bits, this.#row];
    row.count = 0;
    for (let next; (next = cell.read(bits)) !== end;) {
      const weight = unit * size.readNumber(bits);
      row.classes[row.count] = next >> 1;
      row.weights[row.count++] = (next & 1) === 1 ? -weight : weight;
    }
    return row;
  }

  /** The signs of the next question: each by its name, with its row. */
  eachSign(question: Question, take: (name: string, row: Row) => void): void {
    const { signs } = question === 'subject' ? this.data.subject : this.data.questions[question];
    for (let i = 0, name = ''; i < signs; i++) take((name = this.#text(name)), this.row(question));
  }

  /** The next list of words: each by its number, from 1, with its row. */
  eachWord(section: Section, take: (word: number, row: Row) => void): void {
    for (let word = 0, gap; (gap = this.#gap.readNumber(this.#bits)) > 0;)
      take((word += gap), this.row(section));
  }

  #readForms(): readonly (readonly string[])[] {
    const ending = new PrefixCode(this.data.codes.ending);
    const endings = this.data.endings.map(own => own.split('|'));
    const forms = new Array<string[]>(this.data.count);
    let prefix = '';
    for (let i = 0; i < forms.length; i++) {
      prefix = this.#text(prefix);
      const own = endings[ending.read(this.#bits)]!;
      forms[i] = own.length === 1 ? [prefix + own[0]!] : own.map(e => prefix + e);
    }
    return forms;
  }

  /** What comes behind a text among its like. */
  #text(last: string): string {
    const { letters } = this.data;
    let text = last.slice(0, this.#shared.read(this.#bits));
    for (let next; (next = this.#letter.read(this.#bits)) < letters.length;) text += letters[next]!;
    return text;
  }
}

interface Packed {
  readonly cell: PrefixCode;
  /** The symbol behind a row's last cell. */
  readonly end: number;
  readonly size: PrefixCode;
  /** How much a size of one weighs. */
  readonly unit: number;
}
