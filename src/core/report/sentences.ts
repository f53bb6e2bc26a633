import { CELL, fold, LINE, TIGHT, type Tokens, WORD } from './tokens.js';

/** A sentence of a paragraph: code units from the paragraph's start, and its tokens `[from, to)`. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** Where the sentences of a paragraph end: they tile its tokens. Its array is used again for the next paragraph. */
export class SentenceEnds {
  count = 0;
  /** Of each sentence, the token behind its last. */
  to = new Int32Array(64);

  /** Adds the sentence of tokens `[from, to)`, if there are any; where the next begins. */
  close(from: number, to: number): number {
    if (to === from) return to;
    if (this.count === this.to.length) {
      const more = new Int32Array(2 * this.count);
      more.set(this.to);
      this.to = more;
    }
    this.to[this.count++] = to;
    return to;
  }
}

/** Longer runs without a full stop are cut: whatever looks around in a sentence then costs no more than this allows. */
const LONGEST = 400;

const isStop = (mark: number): boolean => mark === 0x2e || mark === 0x21 || mark === 0x3f; // . ! ?
/** What may stand behind a full stop and still belong to its sentence: closing marks and the signs of footnotes. */
const CLOSING = new Set([0x22, 0x27, 0x2019, 0x201d, 0x29, 0x5d, 0xb9, 0xb2, 0xb3]);
/** Words that are written with a full stop in mid-sentence. */
const SHORTENED = new Set(
  'mr mrs ms dr prof rev cllr st no nos vs para paras p pp fig approx jan feb mar apr jun jul aug sept sep oct nov dec'.split(
    ' ',
  ),
);

/** Splits a paragraph's tokens into sentences; valid until the next paragraph is split. Linear in the tokens. */
export function splitSentences(text: string, tokens: Tokens, into: SentenceEnds): SentenceEnds {
  into.count = 0;
  const { mark, count } = tokens;
  let from = 0;
  for (let i = 0; i + 1 < count; i++) {
    if (i - from >= LONGEST) from = into.close(from, i);
    if (!isStop(mark[i]!)) continue;
    // Dots that lead from a row's label to its last column end nothing.
    if (text.charCodeAt(tokens.start[i]! - 1) === 0x2e || text.charCodeAt(tokens.end[i]!) === 0x2e) {
      const first = i;
      while (i + 1 < tokens.count && text.charCodeAt(tokens.start[i + 1]!) === 0x2e) i++;
      if (i - first >= 2 && tokens.gap[first] !== TIGHT) continue;
    }
    // "1. Leaders …", "R1. raise …": the number of an entry.
    if (
      i === 1 &&
      from === 0 &&
      tokens.gap[i] === TIGHT &&
      tokens.end[0]! - tokens.start[0]! < 4 &&
      /\d/.test(text.slice(tokens.start[0], tokens.end[0]))
    )
      continue;
    let next = i + 1;
    while (
      next < tokens.count &&
      tokens.gap[next] === TIGHT &&
      CLOSING.has(text.charCodeAt(tokens.start[next]!))
    )
      next++;
    if (next >= tokens.count || tokens.gap[next] === TIGHT) continue;
    const quoted = next > i + 1;
    if (isAnswered(tokens, i, next)) continue;
    if (begins(text, tokens, next, quoted) && !isShortened(text, tokens, i)) from = into.close(from, next);
  }
  into.close(from, count);
  return into;
}

/** "How good is provision? Good", "How good is provision? | Good | Adequate": a question that is a row's label, and its answer. */
function isAnswered(tokens: Tokens, stop: number, next: number): boolean {
  if (tokens.mark[stop] !== 0x3f) return false;
  if (tokens.gap[next] !== LINE && (tokens.gap[next] === CELL || LEADS.has(tokens.mark[next]!))) return true;
  if (tokens.count - next > 8) return false;
  for (let i = next; i < tokens.count; i++)
    if (tokens.gap[i] === LINE || isStop(tokens.mark[i]!)) return false;
  return true;
}

const LEADS = new Set([0x7c, 0x2013, 0x2d]);

/** May a sentence begin here? Behind a quotation, "she said" goes on in lower case. */
function begins(text: string, tokens: Tokens, i: number, quoted: boolean): boolean {
  if (tokens.kind[i] !== WORD) return true;
  const first = text.charCodeAt(tokens.start[i]!);
  return first < 0x61 || first > 0x7a || !quoted;
}

/** "Mrs P. Lane", "No. 4", "Nov. 2011": the full stop of a shortened word. */
function isShortened(text: string, tokens: Tokens, stop: number): boolean {
  if (
    stop === 0 ||
    tokens.kind[stop - 1] !== WORD ||
    tokens.gap[stop] !== TIGHT ||
    tokens.mark[stop] !== 0x2e
  )
    return false;
  const [start, end] = [tokens.start[stop - 1]!, tokens.end[stop - 1]!];
  if (end - start > 6) return false;
  return end - start === 1 ? text.charCodeAt(start) < 0x61 : SHORTENED.has(fold(text, start, end));
}
