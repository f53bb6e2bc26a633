import { AroundRows } from './aroundRows.js';
import type { Matcher } from './matcher.js';
import { PhraseWeights } from './phraseWeights.js';
import type { SignList, SignNames } from './signNames.js';
import { SignWeights } from './signWeights.js';
import { Tellers } from './tellers.js';
import { type Question, RULED } from './weightData.js';
import type { Row, WeightReader } from './weightReader.js';
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

  /** The class that most speaks for: its place. `but`: the place of one that it shall not be. */
  best(sums: Int32Array, base: number, but = -1): number {
    const from = base + this.at;
    let best = but === 0 ? 1 : 0;
    for (let cls = best + 1; cls < this.classes.length; cls++)
      if (cls !== but && sums[from + cls]! > sums[from + best]!) best = cls;
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
  /** By pair: its second stem, in ascending order for each first, and its row. */
  readonly #seconds: Int32Array;
  readonly #pairRows: Int32Array;
  /** By stem, and by pair: the sentence in which it was last met. */
  readonly #met: Int32Array;
  readonly #pairMet: Int32Array;
  #sentence = 0;

  /** `reader` is at the first sign, and is at the end afterwards. */
  constructor(reader: WeightReader, matcher: Matcher) {
    const { forms } = reader;
    this.#stem = new Int32Array(matcher.size + 1);
    this.#mere = new Uint8Array(forms.length + 1);
    for (let i = 0; i < forms.length; i++)
      for (const form of forms[i]!) {
        this.#stem[matcher.idOf(form)] = i + 1;
        if (MERE.has(form)) this.#mere[i + 1] = 1;
      }
    const bias: number[] = [];
    const classifier = (question: Exclude<Question, 'subject'>): Classifier => {
      const { classes, bias: own } = reader.data.questions[question];
      const at = bias.length;
      bias.push(...own);
      const rows = new Map<string, number>();
      reader.eachSign(question, (sign, row) => this.#takeSign(sign, row, classes, at, rows));
      return new Classifier(classes, at, sign => rows.get(sign) ?? 0, this.#rows);
    };
    this.themes = classifier('themes');
    this.polarity = classifier('polarity');
    this.voice = classifier('voice');
    this.status = classifier('status');
    const status = new AroundRows(reader, 'status around', this.#stem, this.#rows, this.status.at);
    this.candidate = classifier('candidate');
    const candidate = new AroundRows(reader, 'candidate around', this.#stem, this.#rows, this.candidate.at);
    this.around = { status, candidate };
    this.subject = new SignWeights(reader);
    this.subjectWords = new PhraseWeights(reader, this.#stem);
    this.#bias = Int32Array.from(bias);
    this.width = bias.length;

    this.#alone = new Int32Array(forms.length + 1);
    this.#goesOn = new Int32Array(forms.length + 1);
    this.#met = new Int32Array(forms.length + 1);
    this.#pairs = new Int32Array(forms.length + 2);
    const [seconds, pairRows]: [number[], number[]] = [[], []];
    for (let word = 1; word <= forms.length; word++) {
      const row = reader.row('words');
      this.#alone[word] = this.#rows.take(row, 0, row.count, 0);
      this.#pairs[word] = seconds.length;
      reader.eachWord('words', (second, pair) => {
        this.#goesOn[word]! |= 1 << (second & 31);
        seconds.push(second);
        pairRows.push(this.#rows.take(pair, 0, pair.count, 0));
      });
    }
    this.#pairs[forms.length + 1] = seconds.length;
    this.#seconds = Int32Array.from(seconds);
    this.#pairRows = Int32Array.from(pairRows);
    this.#pairMet = new Int32Array(seconds.length);
    this.#rows.close();
  }

  /** The rows of a sign alone, and of it with what the rules say, by their names. */
  #takeSign(sign: string, row: Row, classes: readonly string[], at: number, rows: Map<string, number>): void {
    for (let from = 0, to = 0; from < row.count; from = to) {
      const part = Math.floor(row.classes[from]! / classes.length);
      while (to < row.count && row.classes[to]! < (part + 1) * classes.length) to++;
      const name = part === 0 ? sign : `${sign}${RULED}${classes[part - 1]!}`;
      rows.set(name, this.#rows.take(row, from, to, at - part * classes.length));
    }
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
   * strongest (at most 8), strongest first, each once; valid until asked again. `instead`: the class that it would be
   * otherwise, so that what speaks for both as much tells nothing.
   */
  tellers(
    words: Int32Array,
    from: number,
    to: number,
    { at }: Classifier,
    cls: number,
    most: number,
    instead?: number,
  ): Tellers {
    const told = this.#tellers;
    told.count = 0;
    const [rows, own] = [this.#rows, at + cls];
    const other = instead === undefined ? undefined : at + instead;
    const sentence = ++this.#sentence;
    let before = 0;
    for (let i = from; i < to; i++) {
      const id = words[i]!;
      const stem = id > 0 ? this.#stem[id]! : 0;
      if (stem > 0) {
        const mere = this.#mere[stem] === 1;
        if (!mere && this.#met[stem] !== sentence) {
          this.#met[stem] = sentence;
          told.place(most, i, 1, rows.speaksFor(this.#alone[stem]!, own, other));
        }
        const pair = this.#pair(before, stem);
        if (pair >= 0 && this.#pairMet[pair] !== sentence && !(mere && this.#mere[before] === 1)) {
          this.#pairMet[pair] = sentence;
          told.place(most, i - 1, 2, rows.speaksFor(this.#pairRows[pair]!, own, other));
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
    let [low, high] = [this.#pairs[first]!, this.#pairs[first + 1]! - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = seconds[middle]!;
      if (found === second) return middle;
      if (found < second) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

/** Words of mere grammar; what denies or turns a sentence round is none. */
const MERE = new Set(
  'a about after all also an and any are as at be been being both by can could did do does for from had has have he her his i in into is it its itself may more most of on or other our out own s she so some such than that the their them then there these they this those through to under until up was we were what when where which who whose will with would you your #'.split(
    ' ',
  ),
);
