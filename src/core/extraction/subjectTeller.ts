import type { Lexicon } from '../lexicon/lexicon.js';
import type { Mention } from '../lexicon/entry.js';
import { type SignList, SignNames } from '../lexicon/signNames.js';
import type { Place } from './antecedent.js';
import type { Quote } from './finding.js';
import { firmSubject } from './firmSubject.js';
import { isOf, WORTH } from './grammar.js';
import { isAim } from './nounPhrase.js';
import { PhraseLexis, wordsBeside, wordsWithin } from './phraseLexis.js';
import type { ReadSentence } from './reading.js';
import { subjectOf } from './subject.js';
import { isDoing, type Piece, piecesOf } from './subjectPieces.js';
import { SubjectSigns } from './subjectSigns.js';
import { SubjectWords } from './subjectWords.js';
import { isDeterminer, isJudging, isPronoun, isQuote, isRelative } from './verbs.js';
import { isOwner } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What training sees of a judgement's subject: all that may be it. It may say which is. */
export type WatchSubject = (seen: {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Candidate[];
}) => number | undefined;

/** What may be graded, as training sees it: its signs, and the words in and beside it behind their places (see `PhraseWeights`). */
export interface Candidate {
  readonly text: string;
  readonly signs: readonly string[];
  readonly words: readonly string[];
}

/** What a noun phrase is by its own words, whatever is said of it. */
interface Own {
  /** How much they speak for it. */
  readonly weight: number;
  /** For training alone. */
  readonly seen: Candidate | undefined;
}

interface Described {
  readonly piece: Piece;
  readonly own: Own;
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

const NO_GRADES: readonly Mention[] = [];
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
  readonly #lexis: PhraseLexis;
  readonly #weights: Int32Array | undefined;

  constructor(
    lexicon: Lexicon,
    private readonly watch?: WatchSubject | undefined,
  ) {
    this.#lexis = new PhraseLexis(lexicon);
    this.#weights = lexicon.learnt?.subject.of(this.#names);
  }

  /** `otherwise`: what was spoken of before, where the rules find nothing in the sentence. */
  tell(place: Place, otherwise: Quote | undefined, around: Around): Quote | undefined {
    const { watch } = this;
    const firm = watch ? undefined : firmSubject(place);
    if (firm) return firm;
    if (!watch && isAskedFor(place)) return undefined;
    const found = subjectOf(place) ?? otherwise;
    const ruled = found && (isUngraded(found, place) || isDoing(found)) ? undefined : found;
    if (!watch && !this.#weights) return ruled;
    const ranking = new Ranking();
    const nearest = this.#addOwn(place, ruled, around, ranking);
    this.#addEarlier(place, ruled, around, ranking);
    for (const other of [place.last, place.counted, place.spoken, ruled]) {
      if (!other || ranking.has(other)) continue;
      const piece = placed(place, other, ranking.near);
      const signs = this.#signs.of(place, other, piece, undefined, nearest, ruled);
      this.#rank(ranking, place, other, this.#own(other, [around.sentence, around.before]), signs, piece);
    }
    const { start, end } = place.mention;
    const right = watch?.({ start, end, candidates: ranking.seen });
    if (right !== undefined) return ranking.quotes[right];
    return this.#weights ? (ranking.best ?? ruled) : ruled;
  }

  /** Which noun phrase of the sentence stands last before the grade. */
  #addOwn(place: Place, ruled: Quote | undefined, around: Around, ranking: Ranking): number {
    const { mention, sentence } = place;
    const all = (around.own ??= this.#described(
      around.words,
      around.sentence,
      around.sentence,
      place.grades,
    ));
    const first = firstFrom(all, mention.from - REACH);
    const nearest = all[firstFrom(all, mention.from) - 1]?.piece.nth ?? -1;
    for (let i = first; i < all.length; i++) {
      const { piece, own } = all[i]!;
      if (piece.opens > mention.to + REACH) break;
      if (piece.from < sentence.from) continue;
      // A phrase that has the grade in it is none that is graded.
      if (piece.from < mention.to && mention.from < piece.to) continue;
      if (isGrade(piece, place) || isJudge(piece, place) || isUngraded(piece.quote, place)) continue;
      ranking.near.push(piece);
      if (isRelativeIn(piece, ruled, place)) continue;
      const signs = this.#signs.of(place, piece.quote, piece, undefined, nearest, ruled);
      this.#rank(ranking, place, piece.quote, own, signs, piece);
    }
    return nearest;
  }

  #addEarlier(place: Place, ruled: Quote | undefined, around: Around, ranking: Ranking): void {
    const { before, words } = around;
    if (!before) return;
    const { from, to } = before;
    around.earlier ??= this.#described(words, { from, to: Math.min(to, from + OPENING) }, before, NO_GRADES);
    for (const { piece, own } of around.earlier)
      if (piece.part === 'whole' || piece.part === 'pronoun') {
        const signs = this.#signs.of(place, piece.quote, undefined, piece, 0, ruled);
        this.#rank(ranking, place, piece.quote, own, signs, piece);
      }
  }

  #described(
    words: Words,
    range: Pick<ReadSentence, 'from' | 'to'>,
    sentence: ReadSentence,
    grades: readonly Mention[],
  ): readonly Described[] {
    return piecesOf(words, range, grades).map(piece => ({
      piece,
      own: this.#own(piece.quote, [sentence]),
    }));
  }

  #own(quote: Quote, sentences: readonly (ReadSentence | undefined)[]): Own {
    const parts = this.#words.of(quote, sentences);
    const { tokens } = this.#words;
    const { signs } = parts;
    const names = this.watch && this.#names;
    return {
      weight: sumOf(this.#weights, signs, signs.length) + this.#lexis.within(tokens, parts),
      seen: names && {
        text: quote.text,
        signs: signs.map(n => names.name(n)),
        words: wordsWithin(tokens, parts, quote),
      },
    };
  }

  /** `piece`: where it stands, if that is near. */
  #rank(
    ranking: Ranking,
    { words, mention }: Place,
    quote: Quote,
    { weight, seen }: Own,
    signs: SignList,
    piece: Piece | undefined,
  ): void {
    const beside = piece ? this.#lexis.beside(words, piece, mention.to) : 0;
    ranking.add(quote, weight + beside + sumOf(this.#weights, signs.numbers, signs.count));
    if (!seen) return;
    ranking.seen.push({
      text: seen.text,
      signs: [...seen.signs, ...this.#names.namesOf(signs)],
      words: [...seen.words, ...(piece ? wordsBeside(words, piece, mention.to) : [])],
    });
  }
}

/** Is it a grade of the sentence, which is said and not graded? */
const isGrade = ({ quote: { start, end } }: Piece, { grades }: Place): boolean =>
  grades.some(g => start >= g.start && end <= g.end);

/** "Files judged by auditors to require improvement": who judges is not judged. */
function isJudge({ from }: Piece, { words }: Place): boolean {
  let by = from - 1;
  while (isDeterminer(words, by)) by--;
  return words.at(by) === 'by' && isJudging(words, by - 1);
}

/** "Cllr Amin asked whether good was likely", "A reasonable aim is good": neither who asks nor what kind of aim it is is graded. */
function isUngraded({ end }: Quote, { words, sentence, mention }: Place): boolean {
  const { tokens } = words.reading;
  if (end > mention.start || end <= sentence.start) return false;
  const low = Math.max(sentence.from, mention.from - REACH);
  let next = mention.from;
  while (next > low && tokens.start[next - 1]! >= end) next--;
  if (isAim(words, next) && !words.isCapital(next - 1))
    return !isOwner(words, next - 1) && !isOwner(words, next - 2) && !isPronoun(words, next - 1);
  return ASKING.has(words.reading, next) && WHETHER.has(words.reading, next + 1);
}

/** "asked whether a good judgement was likely": of nothing that is named. */
function isAskedFor({ words, mention }: Place): boolean {
  let at = mention.from - 1;
  while (isQuote(words, at) || isDeterminer(words, at)) at--;
  return words.at(at) === 'whether' && isOf(words, mention.to, WORTH);
}
const ASKING = new WordSet('asked asks wondered queried');
const WHETHER = new WordSet('whether if how why when what');

/** "Teams that support disabled children": what the relative clause says of the subject is none itself. */
const isRelativeIn = ({ from, quote }: Piece, ruled: Quote | undefined, { words }: Place): boolean =>
  ruled !== undefined && ruled.start < quote.start && ruled.end === quote.end && isRelative(words, from - 1);

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
  readonly seen: Candidate[] = [];
  best: Quote | undefined;
  #most = -Infinity;

  has({ start, end }: Quote): boolean {
    for (const quote of this.quotes) if (quote.start === start && quote.end === end) return true;
    return false;
  }

  add(quote: Quote, weight: number): void {
    this.quotes.push(quote);
    if (weight <= this.#most) return;
    this.#most = weight;
    this.best = quote;
  }
}

/** What signs weigh together, where anything is known of them. */
function sumOf(weights: Int32Array | undefined, signs: Readonly<ArrayLike<number>>, count: number): number {
  let sum = 0;
  if (weights) for (let i = 0; i < count; i++) sum += weights[signs[i]!]!;
  return sum;
}
