/**
 * What linear classifiers have learnt from labelled sentences. Trained by `bench/train`. A weight is written as a
 * letter for its class, small where it speaks for it and capital where it speaks against it (`a` and `A` are the
 * first), and how much, in twentieths of a logit; a row is several of them: `a8C3`.
 */
export interface WeightData {
  /**
   * A line for each word. Forms that count as one come first, where `+` stands for the first of them (`drift|+ed|+s`);
   * then what the word weighs, for themes, polarity and voice with `|` between them; then each word that weighs
   * something of its own right behind it, with the row of both: `drift|+ed|+s a8||B2 delay |a3`.
   */
  readonly words: readonly string[];
  readonly themes: ClassifierData;
  readonly polarity: ClassifierData;
  readonly voice: ClassifierData;
  /** Of judgements; by signs and the words around the grade: see `AroundRows`. */
  readonly status: ClassifierData & { readonly around: PlacedRows };
  /** Is a grade word a judgement? Likewise. */
  readonly candidate: ClassifierData & { readonly around: PlacedRows };
  /** Which noun phrase a grade is said of: each is weighed by its signs and words (see `PhraseWeights`), and the heaviest is. Signs are in hundredths, words in tenths. */
  readonly subject: Pick<ClassifierData, 'signs'> & { readonly words: PlacedRows };
}

/** To each sign what it weighs. */
export type Rows = Readonly<Record<string, string>>;

/** To each place where words may stand those that weigh something there, each with its row behind it: `rated a8C3 found a2`. */
export type PlacedRows = Readonly<Record<string, string>>;

/** The words of a place and their rows. */
export function* wordsAt(rows: PlacedRows, place: string): Generator<readonly [word: string, row: string]> {
  const parts = rows[place]?.split(' ') ?? [];
  for (let i = 0; i + 1 < parts.length; i += 2) yield [parts[i]!, parts[i + 1]!];
}

/**
 * Logistic regression, each class against the rest, with an L1 penalty so that most words weigh nothing (Tibshirani
 * 1996). Its words stand in `WeightData.words`.
 */
export interface ClassifierData {
  readonly classes: readonly string[];
  /** By class, in twentieths of a logit. */
  readonly bias: readonly number[];
  /**
   * Of the sentence, or of whatever is asked about: `blame`. Behind `|` a row goes on with what the sign weighs where the
   * rules say the first class, the second and so on.
   */
  readonly signs: Rows;
}

/** Stands between a sign and what the rules say, in the name of both together. */
export const RULED = ', ruled ';

/** The rows of a sign's own and of it with what the rules say, by their names. */
export const partsOf = (sign: string, row: string, classes: readonly string[]): [string, string][] =>
  row.split('|').flatMap((part, i): [string, string][] => {
    if (part === '') return [];
    return [[i === 0 ? sign : `${sign}${RULED}${classes[i - 1]!}`, part]];
  });

/** The forms of each word that weighs something, the first of them first: the matcher has to know them all. */
export const formsOf = ({ words }: WeightData): readonly (readonly string[])[] =>
  words.map(line => {
    const at = line.indexOf(' ');
    const [first, ...others] = (at < 0 ? line : line.slice(0, at)).split('|');
    return [first!, ...others.map(form => (form.startsWith('+') ? first! + form.slice(1) : form))];
  });

/** What a row weighs that has the first class alone: of a question with one class. */
export const loneWeight = (row: string): number => Number(row.slice(1)) * (row.startsWith('A') ? -1 : 1);
