import { fold, MARK, NUMBER, readsAt, type Tokens, WORD } from '../report/tokens.js';
import type { Reading, ReadSentence } from './reading.js';
import type { Reason } from './finding.js';
import type { Mention } from '../lexicon/entry.js';

/** Words met lately, folded, each at a place of its hash: rules ask for the same few again and again. */
const LATELY: string[] = new Array<string>(4096).fill('');
const HASHES = new Int32Array(LATELY.length);

/** `fold`, without making the word anew where it was met lately. */
function foldedOnce(text: string, tokens: Tokens, token: number): string {
  const hash = tokens.hash[token]!;
  const slot = hash & (LATELY.length - 1);
  if (hash !== 0 && HASHES[slot] === hash && readsAt(tokens, token, LATELY[slot]!)) return LATELY[slot]!;
  const [start, end] = [tokens.start[token]!, tokens.end[token]!];
  const word = fold(text, start, end);
  // A longer piece of a string keeps the whole string in memory.
  if (hash === 0 || end - start > 12) return word;
  HASHES[slot] = hash;
  return (LATELY[slot] = word);
}

/**
 * Looking at a sentence's tokens: small questions that all the readers ask. They are asked in hundreds of places, so
 * what they need lies one step away.
 */
export class Words {
  readonly #tokens: Tokens;
  readonly #ids: Int32Array;
  readonly #dictionary: readonly string[];

  constructor(readonly reading: Omit<Reading, 'sentences'>) {
    this.#tokens = reading.tokens;
    this.#ids = reading.words;
    this.#dictionary = reading.lexicon.matcher.dictionary;
  }

  /** Folded word at a token; '' outside the paragraph. */
  at(token: number): string {
    const tokens = this.#tokens;
    if (token < 0 || token >= tokens.count) return '';
    const id = this.#ids[token]!;
    // A word of the lexicon need not be folded again, unless it stands for another form of it.
    if (id > 0 && tokens.kind[token] === WORD) {
      const word = this.#dictionary[id]!;
      if (word.length === tokens.end[token]! - tokens.start[token]!) return word;
    }
    return foldedOnce(this.reading.text, tokens, token);
  }

  /** Code unit of a mark at a token, 0 where there is none. */
  mark(token: number): number {
    const tokens = this.#tokens;
    return token >= 0 && token < tokens.count ? tokens.mark[token]! : 0;
  }

  isNumber(token: number): boolean {
    const tokens = this.#tokens;
    return token >= 0 && token < tokens.count && tokens.kind[token] === NUMBER;
  }

  isWord(token: number): boolean {
    const tokens = this.#tokens;
    return token >= 0 && token < tokens.count && tokens.kind[token] !== MARK;
  }

  isCapital(token: number): boolean {
    const tokens = this.#tokens;
    if (token < 0 || token >= tokens.count) return false;
    const unit = this.reading.text.charCodeAt(tokens.start[token]!);
    return unit >= 0x41 && unit <= 0x5a;
  }

  gap(token: number): number {
    const tokens = this.#tokens;
    return token < tokens.count ? tokens.gap[token]! : 0;
  }

  /** The text of tokens `[from, to)` and its place. */
  quote(from: number, to: number): { text: string; start: number; end: number } {
    const { text, tokens } = this.reading;
    const [start, end] = [tokens.start[from]!, tokens.end[to - 1]!];
    return { text: text.slice(start, end), start, end };
  }

  because(of: Reason['of'], says: string, mention: Mention): Reason {
    return {
      of,
      says,
      text: this.reading.text.slice(mention.start, mention.end),
      start: mention.start,
      end: mention.end,
    };
  }
}

const BREAKS = new Set([0x3b, 0x3a, 0x2e, 0x21, 0x3f]); // ; : . ! ?
const DASHES = new Set([0x2013, 0x2014]);

/** First token of the clause around a token: behind a semicolon, a dash that stands free, "but" and the like. */
export function clauseFrom(words: Words, sentence: ReadSentence, token: number, reach = 40): number {
  let from = token;
  while (from > sentence.from && token - from < reach && !ends(words, from - 1)) from--;
  return from;
}

const CONJUNCTIONS = new Set(['but', 'although', 'though', 'however', 'while', 'whereas', 'yet']);

function ends(words: Words, token: number): boolean {
  const mark = words.mark(token);
  if (BREAKS.has(mark) || (DASHES.has(mark) && words.gap(token) > 0)) return true;
  return (
    mark === 0 &&
    CONJUNCTIONS.has(words.at(token)) &&
    words.at(token - 1) !== 'not' &&
    words.at(token + 1) !== 'consistently'
  );
}
