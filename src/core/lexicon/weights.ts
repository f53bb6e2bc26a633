import { AroundRows } from './aroundRows.js';
import type { Matcher } from './matcher.js';
import { PhraseWeights } from './phraseWeights.js';
import type { SignList, SignNames } from './signNames.js';
import { SignWeights } from './signWeights.js';
import { Tellers } from './tellers.js';
import { type ClassifierData, formsOf, partsOf, type PlacedRows, type WeightData } from './weightData.js';
import { WeightRows } from './weightRows.js';

/** The classes of one question among all that `Weights` sums up. */
export class Classifier {
  constructor(
    readonly classes: readonly string[],
    /** Where its classes begin among all. */
    readonly at: number,
    private readonly rowOf: (sign: string) => number,
    private readonly rows: WeightRows,
  ) {}

  /** The rows of signs, by their numbers: what `addSigns` needs (0: it weighs nothing). */
  rowsOf(names: SignNames): Int32Array {
    return Int32Array.from({ length: names.count }, (_, n) => this.rowOf(names.name(n)));
  }

  /** Adds what signs weigh to the sums that begin at `base`. */
  addSigns({ numbers, count }: SignList, rowsOf: Int32Array, sums: Int32Array, base: number): void {
    for (let i = 0; i < count; i++) {
      const row = rowsOf[numbers[i]!]!;
      if (row > 0) this.rows.add(row, sums, base);
    }
  }

  /** The place of a class among all. */
  placeOf(cls: string): number {
    return this.at + this.classes.indexOf(cls);
  }

  /** What a row weighs for a class. */
  weightOf(row: number, cls: string): number {
    return this.rows.weightOf(row, this.placeOf(cls));
  }

  /** The class that most speaks for: its place. */
  best(sums: Int32Array, base: number): number {
    const from = base + this.at;
    let best = 0;
    for (let cls = 1; cls < this.classes.length; cls++)
      if (sums[from + cls]! > sums[from + best]!) best = cls;
    return best;
  }
}

/** All classifiers, compiled against the word ids of a lexicon's matcher: one walk over a sentence serves them all. */
export class Weights {
  readonly themes: Classifier;
  readonly polarity: Classifier;
  readonly voice: Classifier;
  readonly status: Classifier;
  readonly candidate: Classifier;
  /** What the words around a grade weigh for its status, and for its being one. */
  readonly around: { readonly status: AroundRows; readonly candidate: AroundRows };
  readonly subject: SignWeights;
  /** What words weigh for a noun phrase to be what a grade is said of. */
  readonly subjectWords: PhraseWeights;
  /** How many classes there are in all: a sentence has as many sums. */
  readonly width: number;
  readonly #bias: Int32Array;
  readonly #rows = new WeightRows();
  readonly #tellers = new Tellers();
  /** By word id: which word it is a form of, from 1. */
  readonly #stem: Int32Array;
  /** By stem: is it a word of mere grammar? It weighs, but it tells a reader nothing. */
  readonly #mere: Uint8Array;
  /** By stem: the row of the word alone. */
  readonly #alone: Int32Array;
  /** By stem: which stems make a pair with it when they follow, each a bit; most that do not are known by that. */
  readonly #goesOn: Int32Array;
  /** By stem: where the pairs begin whose first it is; they end where the next stem’s begin. */
  readonly #pairs: Int32Array;
  /** By pair: its second stem, and its row. */
  readonly #seconds: Int32Array;
  readonly #pairRows: Int32Array;
  /** By stem, and by pair: the sentence in which it was last met. */
  readonly #met: Int32Array;
  readonly #pairMet: Int32Array;
  #sentence = 0;

  /** `groups`: the forms of each word, as `formsOf` gives them. */
  constructor(data: WeightData, matcher: Matcher, groups = formsOf(data)) {
    const { words } = data;
    const stems = new Map<string, number>();
    this.#stem = new Int32Array(matcher.size + 1);
    this.#mere = new Uint8Array(words.length + 1);
    for (let i = 0; i < groups.length; i++) {
      stems.set(groups[i]![0]!, i + 1);
      for (const form of groups[i]!) {
        this.#stem[matcher.idOf(form)] = i + 1;
        if (MERE.has(form)) this.#mere[i + 1] = 1;
      }
    }
    const bias: number[] = [];
    const classifier = ({ classes, bias: own, signs: rows }: ClassifierData): Classifier => {
      const at = bias.length;
      bias.push(...own);
      const signs = new Map<string, number>();
      for (const [sign, row] of Object.entries(rows))
        for (const [name, part] of partsOf(sign, row, classes))
          signs.set(name, this.#rows.read(part, 0, part.length, [at]));
      return new Classifier(classes, at, sign => signs.get(sign) ?? 0, this.#rows);
    };
    this.themes = classifier(data.themes);
    this.polarity = classifier(data.polarity);
    this.voice = classifier(data.voice);
    this.status = classifier(data.status);
    this.candidate = classifier(data.candidate);
    const around = (rows: PlacedRows, { at }: Classifier): AroundRows =>
      new AroundRows(rows, stems, this.#stem, this.#rows, at);
    this.around = {
      status: around(data.status.around, this.status),
      candidate: around(data.candidate.around, this.candidate),
    };
    this.subject = new SignWeights(data.subject.signs);
    this.subjectWords = new PhraseWeights(data.subject.words, stems, this.#stem);
    this.#bias = Int32Array.from(bias);
    this.width = bias.length;

    this.#alone = new Int32Array(words.length + 1);
    this.#goesOn = new Int32Array(words.length + 1);
    this.#met = new Int32Array(words.length + 1);
    const pairs = words.reduce((sum, line) => sum + (line.split(' ').length >> 1), 0);
    this.#pairs = new Int32Array(words.length + 2);
    this.#seconds = new Int32Array(pairs);
    this.#pairRows = new Int32Array(pairs);
    this.#pairMet = new Int32Array(pairs);
    const starts = [this.themes.at, this.polarity.at, this.voice.at];
    for (let i = 0; i < words.length; i++) this.#readLine(words[i]!, i + 1, stems, starts);
    this.#rows.close();
  }

  /** What a word weighs, alone and with others behind it: its line in `WeightData.words`. */
  #readLine(line: string, stem: number, stems: ReadonlyMap<string, number>, starts: readonly number[]): void {
    const ending = (from: number): number => {
      const at = line.indexOf(' ', from);
      return at < 0 ? line.length : at;
    };
    let from = ending(0) + 1;
    let to = ending(from);
    this.#alone[stem] = this.#rows.read(line, from, to, starts);
    let pair = this.#pairs[stem]!;
    while (to < line.length) {
      const end = ending(to + 1);
      const second = stems.get(line.slice(to + 1, end))!;
      from = end + 1;
      to = ending(from);
      this.#goesOn[stem]! |= 1 << (second & 31);
      this.#seconds[pair] = second;
      this.#pairRows[pair++] = this.#rows.read(line, from, to, starts);
    }
    this.#pairs[stem + 1] = pair;
  }

  /** Is a word, by its id, of mere grammar, or none that weighs anything? It tells a reader nothing. */
  isMere(word: number): boolean {
    const stem = word > 0 ? this.#stem[word]! : 0;
    return stem === 0 || this.#mere[stem] === 1;
  }

  /** Fills `sums[base, base + width)` with what each class weighs where nothing is known. */
  begin(sums: Int32Array, base: number): void {
    sums.set(this.#bias, base);
  }

  /**
   * Fills `sums[base, base + width)` with what the words `[from, to)` weigh for each class. Each counts once, however
   * often it stands there: so it was learnt.
   */
  weigh(words: Int32Array, from: number, to: number, sums: Int32Array, base: number): void {
    this.begin(sums, base);
    const [rows, stems, alone, met, pairMet] = [
      this.#rows,
      this.#stem,
      this.#alone,
      this.#met,
      this.#pairMet,
    ];
    const sentence = ++this.#sentence;
    let before = 0;
    for (let i = from; i < to; i++) {
      const id = words[i]!;
      const stem = id > 0 ? stems[id]! : 0;
      if (stem > 0) {
        if (met[stem] !== sentence) {
          met[stem] = sentence;
          const row = alone[stem]!;
          if (row > 0) rows.add(row, sums, base);
        }
        const pair = this.#pair(before, stem);
        if (pair >= 0 && pairMet[pair] !== sentence) {
          pairMet[pair] = sentence;
          rows.add(this.#pairRows[pair]!, sums, base);
        }
      }
      before = stem;
    }
  }

  /**
   * The words `[from, to)` that speak for class `cls` of a classifier, but for those of mere grammar: the `most`
   * strongest (at most 8), strongest first, each once; valid until asked again.
   */
  tellers(
    words: Int32Array,
    from: number,
    to: number,
    { at }: Classifier,
    cls: number,
    most: number,
  ): Tellers {
    const told = this.#tellers;
    told.count = 0;
    const [rows, own] = [this.#rows, at + cls];
    const sentence = ++this.#sentence;
    let before = 0;
    for (let i = from; i < to; i++) {
      const id = words[i]!;
      const stem = id > 0 ? this.#stem[id]! : 0;
      if (stem > 0) {
        const mere = this.#mere[stem] === 1;
        if (!mere && this.#met[stem] !== sentence) {
          this.#met[stem] = sentence;
          told.place(most, i, 1, rows.speaksFor(this.#alone[stem]!, own));
        }
        const pair = this.#pair(before, stem);
        if (pair >= 0 && this.#pairMet[pair] !== sentence && !(mere && this.#mere[before] === 1)) {
          this.#pairMet[pair] = sentence;
          told.place(most, i - 1, 2, rows.speaksFor(this.#pairRows[pair]!, own));
        }
      }
      before = stem;
    }
    return told;
  }

  /** The pair of two stems in a row; -1 where they weigh no more than each alone. */
  #pair(first: number, second: number): number {
    if (first === 0 || ((this.#goesOn[first]! >>> (second & 31)) & 1) === 0) return -1;
    const seconds = this.#seconds;
    for (let pair = this.#pairs[first]!, end = this.#pairs[first + 1]!; pair < end; pair++)
      if (seconds[pair] === second) return pair;
    return -1;
  }
}

/** Words of mere grammar; what denies or turns a sentence round is none. */
const MERE = new Set(
  'a about after all also an and any are as at be been being both by can could did do does for from had has have he her his i in into is it its itself may more most of on or other our out own s she so some such than that the their them then there these they this those through to under until up was we were what when where which who whose will with would you your #'.split(
    ' ',
  ),
);
