import { LINE, MARK, type Tokens, WORD } from './tokens.js';

/** A sentence of a paragraph: code units from the paragraph's start, and its tokens `[from, to)`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Splits a paragraph's tokens into sentences. Linear in the tokens. */
export function splitSentences(text: string, tokens: Tokens): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to > from) sentences.push({ start: tokens.start[from]!, end: tokens.end[to - 1]!, from, to });
    from = to;
  };
  for (let i = 0; i + 1 < tokens.count; i++) {
    if (tokens.kind[i] !== MARK) continue;
    const unit = text.charCodeAt(tokens.start[i]!);
    if (unit !== 0x2e && unit !== 0x21 && unit !== 0x3f) continue;
    if (tokens.gap[i + 1]! > 0 && (tokens.gap[i + 1] === LINE || tokens.kind[i + 1] === WORD)) close(i + 1);
  }
  close(tokens.count);
  return sentences;
}
