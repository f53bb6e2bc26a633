import type { Lexicon } from '../lexicon/lexicon.js';
import type { SignList, SignNames } from '../lexicon/signNames.js';
import type { AroundRows } from '../lexicon/aroundRows.js';
import type { Classifier, Weights } from '../lexicon/weights.js';
import type { Span } from '../report/text.js';
import type { Reason, Status } from './finding.js';
import type { ReadSentence, Unvoiced } from './reading.js';
import type { ToldTheme } from './themePhrases.js';
import { themeSpan } from './themeSpan.js';
import type { Words } from './words.js';

/** Fills in what the words of the sentences weigh: one walk over them for all that was learnt. */
export function weigh(
  weights: Weights,
  words: Int32Array,
  sentences: readonly Unvoiced[],
  sums: Int32Array,
): void {
  for (let i = 0; i < sentences.length; i++) {
    const { from, to, base } = sentences[i]!;
    weights.weigh(words, from, to, sums, base);
  }
}

/** The themes of a sentence by learnt weights. */
export class LearntThemes {
  readonly #rows: Int32Array;
  /** By class: whether what was learnt holds for it. A workspace that puts its own phrases in a theme’s place means something else by it. */
  readonly #holds: readonly boolean[];

  constructor(
    private readonly weights: Weights,
    names: SignNames,
    themes: Lexicon['themes'],
  ) {
    this.#rows = weights.themes.rowsOf(names);
    this.#holds = weights.themes.classes.map(theme => (themes.get(theme)?.phrases.length ?? 0) > 0);
  }

  /** Each theme with the words that tell it: the phrase of the lexicon where there is one, else those that weigh most. */
  tell(
    words: Words,
    sentence: ReadSentence,
    phrases: readonly ToldTheme[],
    signs: SignList,
  ): readonly ToldTheme[] {
    const { sums } = words.reading;
    const { themes } = this.weights;
    themes.addSigns(signs, this.#rows, sums, sentence.base);
    let told = NONE;
    for (let cls = 0, at = sentence.base + themes.at; cls < themes.classes.length; cls++) {
      if (sums[at + cls]! <= 0 || !this.#holds[cls]) continue;
      const theme = themes.classes[cls]!;
      const span = spanOf(phrases, theme) ?? this.#strongest(words, sentence, cls);
      if (told === NONE) told = [];
      told.push({ theme, span });
    }
    const known = told;
    for (let i = 0; i < phrases.length; i++)
      if (phrases[i]!.firm && !known.some(({ theme }) => theme === phrases[i]!.theme))
        told = [...told, phrases[i]!];
    return told;
  }

  /** What the reader is shown: the strongest word that has some meaning by itself, so no figure and no "the". */
  #strongest(words: Words, { from, to }: ReadSentence, cls: number): Span | undefined {
    const { words: ids, tokens } = words.reading;
    const { count, token, length } = this.weights.tellers(ids, from, to, this.weights.themes, cls, 5);
    let best = -1;
    for (let i = 0; i < count; i++) {
      const [first, last] = [token[i]!, token[i]! + length[i]! - 1];
      const telling = tokens.end[last]! - tokens.start[first]! >= TELLING;
      if (telling && words.isWord(first) && words.isWord(last)) return themeSpan(words, first, last + 1);
      if (best < 0) best = i;
    }
    return best < 0 ? undefined : themeSpan(words, token[best]!, token[best]! + length[best]!);
  }
}
/** Words as long as this are seldom mere grammar. */
const TELLING = 6;
/** The one empty list of the many sentences that have no theme; nothing is added to it. */
const NONE: ToldTheme[] = [];

function spanOf(phrases: readonly ToldTheme[], theme: string): Span | undefined {
  for (let i = 0; i < phrases.length; i++) if (phrases[i]!.theme === theme) return phrases[i]!.span;
  return undefined;
}

/** Where a grade stands, in tokens. */
export interface Asked {
  readonly words: Words;
  readonly sentence: Unvoiced;
  readonly from: number;
  readonly to: number;
}

/** A question about a grade: what signs and the words around it weigh for each answer. */
class Question {
  readonly #rows: Int32Array;
  readonly #sums: Int32Array;

  constructor(
    readonly weights: Weights,
    readonly classifier: Classifier,
    readonly around: AroundRows,
    names: SignNames,
  ) {
    this.#rows = classifier.rowsOf(names);
    this.#sums = new Int32Array(weights.width);
  }

  /** By class, from `classifier.at` on; valid until asked again. `ruled`: what the rules say, where the answer is yes or no. */
  sums({ words, sentence, from, to }: Asked, signs: SignList, ruled?: boolean): Int32Array {
    this.weights.begin(this.#sums, 0);
    this.classifier.addSigns(signs, this.#rows, this.#sums, 0);
    this.around.add(words.reading.words, sentence, { from, to }, ruled, this.#sums, 0);
    return this.#sums;
  }

  /** The row of a sign, by its number. */
  rowOf(sign: number): number {
    return this.#rows[sign] ?? 0;
  }
}

/** Whether a grade word is a judgement, by learnt weights of signs and of the words around it. */
export class LearntCandidate {
  readonly #question: Question;

  constructor(weights: Weights, names: SignNames) {
    this.#question = new Question(weights, weights.candidate, weights.around.candidate, names);
  }

  /** `ruled`: what the rules say. */
  tell(asked: Asked, signs: SignList, ruled: boolean): boolean {
    const { classifier } = this.#question;
    return this.#question.sums(asked, signs, ruled)[classifier.at]! > 0;
  }
}

/** What a judgement's status is by learnt weights of signs and of the words around: what the rules say is one of the signs. */
export class LearntStatus {
  readonly #question: Question;

  constructor(weights: Weights, names: SignNames) {
    this.#question = new Question(weights, weights.status, weights.around.status, names);
  }

  tell(asked: Asked, signs: SignList): Status {
    const { classifier } = this.#question;
    return classifier.classes[classifier.best(this.#question.sums(asked, signs), 0)] as Status;
  }

  /** How much more a sign speaks for one status than for another, in twentieths of a logit. */
  speaks(sign: number, status: Status, other: Status): number {
    const { classifier } = this.#question;
    const row = this.#question.rowOf(sign);
    return classifier.weightOf(row, status) - classifier.weightOf(row, other);
  }

  /**
   * The word around that most speaks for one status rather than for another, but for those of mere grammar, and how much;
   * no token where none does.
   */
  loudestWord(
    { words, sentence, from, to }: Asked,
    status: Status,
    other: Status,
  ): { readonly token: number; readonly loud: number } {
    const { classifier, around, weights } = this.#question;
    const ids = words.reading.words;
    const [cls, instead] = [classifier.placeOf(status), classifier.placeOf(other)];
    let [token, loud] = [-1, 0];
    for (let i = sentence.from; i < sentence.to; i++) {
      if ((i >= from && i < to) || weights.isMere(ids[i]!)) continue;
      const own = around.speaks(ids, i, { from, to }, cls, instead);
      if (own > loud) [token, loud] = [i, own];
    }
    return { token, loud };
  }
}

/** What one of several a sentence is, by learnt weights: its voice, or its polarity. */
export class LearntChoice<T extends Reason['says']> {
  readonly #rows: Int32Array;

  constructor(
    private readonly weights: Weights,
    private readonly classifier: Classifier,
    names: SignNames,
    private readonly of: Reason['of'],
    /** How many reasons are given at most. */
    private readonly most: number,
  ) {
    this.#rows = classifier.rowsOf(names);
  }

  tell({ reading: { sums } }: Words, { base }: Unvoiced, signs: SignList): T {
    const { classifier } = this;
    classifier.addSigns(signs, this.#rows, sums, base);
    return classifier.classes[classifier.best(sums, base)] as T;
  }

  /** The words that weigh most for what it is rather than for what it would be otherwise. */
  reasonsFor({ reading }: Words, { from, to, base }: Unvoiced, says: T): readonly Reason[] {
    const { classifier, of } = this;
    const { text, tokens } = reading;
    const cls = classifier.classes.indexOf(says);
    const instead = classifier.best(reading.sums, base, cls);
    const told = this.weights.tellers(reading.words, from, to, classifier, cls, this.most, instead);
    told.leaveWeak();
    told.join();
    const { count, token, length } = told;
    const reasons = new Array<Reason>(count);
    for (let i = 0; i < count; i++) {
      const [start, end] = [tokens.start[token[i]!]!, tokens.end[token[i]! + length[i]! - 1]!];
      reasons[i] = { of, says, text: text.slice(start, end), start, end };
    }
    return reasons;
  }
}
