import type { Lexicon } from '../lexicon/lexicon.js';
import type { Matcher } from '../lexicon/matcher.js';
import type { PhrasePlace, PhraseWeights } from '../lexicon/phraseWeights.js';
import { fold, type Tokens, WORD } from '../report/tokens.js';
import type { Quote } from './finding.js';
import type { Piece } from './subjectPieces.js';
import type { Parts } from './subjectWords.js';
import type { Words } from './words.js';
import { wordAt } from './wordsAround.js';

/** What was learnt of the words in and beside a noun phrase that may be a grade's subject. */
export class PhraseLexis {
  readonly #matcher: Matcher;
  readonly #weights: PhraseWeights | undefined;

  constructor({ matcher, learnt }: Lexicon) {
    this.#matcher = matcher;
    this.#weights = learnt?.subjectWords;
  }

  /** What the head and the first word of a noun phrase weigh, in its own tokens. */
  within(tokens: Tokens, { head, first }: Parts): number {
    const weights = this.#weights;
    if (!weights || head < 0) return 0;
    return (
      weights.of('h', this.#matcher.idAt(tokens, head)) + weights.of('f', this.#matcher.idAt(tokens, first))
    );
  }

  /** What the words right before and behind a noun phrase weigh; `grade`: the token behind the grade asked about. */
  beside({ reading }: Words, piece: Piece, grade: number): number {
    const weights = this.#weights;
    if (!weights) return 0;
    const [before, behind] = besideOf(reading.tokens, piece);
    const side = piece.from >= grade ? '>' : '<';
    const { words } = reading;
    return (
      (before < 0 ? 0 : weights.of(`${side}-`, words[before]!)) +
      (behind < reading.tokens.count ? weights.of(`${side}+`, words[behind]!) : 0)
    );
  }
}

/** The tokens right before and behind the words of a noun phrase that count. */
function besideOf(
  { start, count }: Tokens,
  { from, to, quote }: Piece,
): readonly [before: number, behind: number] {
  let first = from;
  while (first < count && start[first]! < quote.start) first++;
  let behind = to;
  while (behind > first && start[behind - 1]! >= quote.end) behind--;
  return [first - 1, behind];
}

/** For training: the words of which `within` knows what they weigh, each behind its place. */
export function wordsWithin(tokens: Tokens, { head, first }: Parts, { text }: Quote): string[] {
  const word = (place: PhrasePlace, token: number): string[] =>
    token < 0 || tokens.kind[token] !== WORD
      ? []
      : [`${place} ${fold(text, tokens.start[token], tokens.end[token])}`];
  return [...word('h', head), ...word('f', first)];
}

/** The same of `beside`. */
export function wordsBeside(words: Words, piece: Piece, grade: number): string[] {
  const { tokens } = words.reading;
  const [before, behind] = besideOf(tokens, piece);
  const side = piece.from >= grade ? '>' : '<';
  const word = (place: PhrasePlace, token: number): string[] => {
    const found = token < 0 || token >= tokens.count ? '' : wordAt(words, token);
    return found === '' ? [] : [`${place} ${found}`];
  };
  return [...word(`${side}-`, before), ...word(`${side}+`, behind)];
}
