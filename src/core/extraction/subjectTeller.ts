import type { Lexicon } from '../lexicon/lexicon.js';
import { type SignList, SignNames } from '../lexicon/signNames.js';
import type { Place } from './antecedent.js';
import type { Quote } from './finding.js';
import type { ReadSentence } from './reading.js';
import { type Piece, piecesOf } from './subjectPieces.js';
import { SubjectSigns } from './subjectSigns.js';
import { SubjectWords } from './subjectWords.js';
import type { Words } from './words.js';

/** What training sees of a judgement's subject: all that may be it. It may say which is. */
export type WatchSubject = (seen: {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly { readonly text: string; readonly signs: readonly string[] }[];
}) => number | undefined;

/** A noun phrase and the signs of its words. */
interface Described {
  readonly piece: Piece;
  readonly own: readonly number[];
}

/** The noun phrases of a sentence and of the one before it, for all its grades: found when first asked for. */
export class Around {
  own: readonly Described[] | undefined;
  earlier: readonly Described[] | undefined;
  constructor(
    readonly words: Words,
    readonly sentence: ReadSentence,
    readonly before: ReadSentence | undefined,
  ) {}
}

/** How far from its grade a subject may stand, in tokens. */
const REACH = 80;
/** How much of the sentence before is looked through, in tokens. */
const OPENING = 60;

/**
 * Tells what a grade is said of: what the rules say, held against all other noun phrases around by what was learnt. A
 * log-linear model that ranks them, as is done for antecedents of pronouns (Denis and Baldridge 2008).
 */
export class SubjectTeller {
  readonly #names = new SignNames();
  readonly #words = new SubjectWords(this.#names);
  readonly #signs = new SubjectSigns(this.#names);
  readonly #weights: Int32Array | undefined;

  constructor(
    lexicon: Lexicon,
    private readonly watch?: WatchSubject | undefined,
  ) {
    this.#weights = lexicon.learnt?.subject.of(this.#names);
  }

  /** `ruled`: what the rules say. */
  tell(place: Place, ruled: Quote | undefined, around: Around): Quote | undefined {
    const { watch } = this;
    if (!watch && !this.#weights) return ruled;
    const ranking = new Ranking(this.#weights, watch && this.#names);
    const nearest = this.#addOwn(place, ruled, around, ranking);
    this.#addEarlier(place, ruled, around, ranking);
    for (const other of [place.last, place.counted, place.spoken, ruled]) {
      if (!other || ranking.has(other)) continue;
      const piece = placed(place, other, ranking.near);
      const signs = this.#signs.of(place, other, piece, undefined, nearest, ruled);
      ranking.add(other, this.#words.of(other, [around.sentence, around.before]), signs);
    }
    const { start, end } = place.mention;
    const right = watch?.({ start, end, candidates: ranking.seen });
    if (right !== undefined) return ranking.quotes[right];
    return this.#weights ? (ranking.best ?? ruled) : ruled;
  }

  /** Which noun phrase of the sentence stands last before the grade. */
  #addOwn(place: Place, ruled: Quote | undefined, around: Around, ranking: Ranking): number {
    const { mention, sentence } = place;
    const all = (around.own ??= this.#described(around.words, sentence, sentence));
    const first = firstFrom(all, mention.from - REACH);
    const nearest = all[firstFrom(all, mention.from) - 1]?.piece.nth ?? -1;
    for (let i = first; i < all.length; i++) {
      const { piece, own } = all[i]!;
      if (piece.opens > mention.to + REACH) break;
      // A phrase that has the grade in it is none that is graded.
      if (piece.from < mention.to && mention.from < piece.to) continue;
      ranking.near.push(piece);
      ranking.add(piece.quote, own, this.#signs.of(place, piece.quote, piece, undefined, nearest, ruled));
    }
    return nearest;
  }

  #addEarlier(place: Place, ruled: Quote | undefined, around: Around, ranking: Ranking): void {
    const { before, words } = around;
    if (!before) return;
    const { from, to } = before;
    around.earlier ??= this.#described(words, { from, to: Math.min(to, from + OPENING) }, before);
    for (const { piece, own } of around.earlier)
      if (piece.part === 'whole' || piece.part === 'pronoun')
        ranking.add(piece.quote, own, this.#signs.of(place, piece.quote, undefined, piece, 0, ruled));
  }

  #described(
    words: Words,
    range: Pick<ReadSentence, 'from' | 'to'>,
    sentence: ReadSentence,
  ): readonly Described[] {
    return piecesOf(words, range).map(piece => ({
      piece,
      own: this.#words.of(piece.quote, [sentence]),
    }));
  }
}

/** What is no piece of its own, where it ends as one does: "Teams that support children". */
function placed(
  { words: { reading }, sentence }: Place,
  quote: Quote,
  near: readonly Piece[],
): Piece | undefined {
  if (quote.start < sentence.start) return undefined;
  const piece = near.find(p => p.quote.end === quote.end);
  if (!piece) return undefined;
  let from = piece.from;
  while (from > sentence.from && reading.tokens.start[from]! > quote.start) from--;
  return { ...piece, from, quote };
}

/** The place of the first piece whose noun phrase begins at a token or behind it. */
function firstFrom(all: readonly Described[], token: number): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle]!.piece.opens < token) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The candidates of one grade, and the one that most speaks for. */
class Ranking {
  readonly quotes: Quote[] = [];
  /** Of the grade's own sentence. */
  readonly near: Piece[] = [];
  /** For training alone. */
  readonly seen: { readonly text: string; readonly signs: readonly string[] }[] = [];
  best: Quote | undefined;
  #most = -Infinity;

  constructor(
    private readonly weights: Int32Array | undefined,
    private readonly names: SignNames | undefined,
  ) {}

  has({ start, end }: Quote): boolean {
    for (const quote of this.quotes) if (quote.start === start && quote.end === end) return true;
    return false;
  }

  add(quote: Quote, own: readonly number[], signs: SignList): void {
    this.quotes.push(quote);
    const { weights, names } = this;
    if (weights) {
      let sum = 0;
      for (let i = 0; i < own.length; i++) sum += weights[own[i]!]!;
      for (let i = 0; i < signs.count; i++) sum += weights[signs.numbers[i]!]!;
      if (sum > this.#most) {
        this.#most = sum;
        this.best = quote;
      }
    }
    if (names)
      this.seen.push({ text: quote.text, signs: [...own.map(n => names.name(n)), ...names.namesOf(signs)] });
  }
}
