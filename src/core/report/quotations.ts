import { MARK, TIGHT, type Tokens } from './tokens.js';

/** Where quoted speech stands in a paragraph: for each token, whether it lies inside quotation marks. */
export interface Quotations {
  readonly inside: Uint8Array;
  /** Whether one is still open at the end: speech goes on in the next paragraph, which then opens with a mark again. */
  readonly open: boolean;
}

/**
 * Finds quotations by their marks: “…”, "…" and ‘…’, where an apostrophe is no mark. One pass; a quotation that is
 * never closed ends with its paragraph.
 */
export function quotationsOf(text: string, tokens: Tokens, openBefore: boolean): Quotations {
  let open = 0; // the mark that will close it
  if (openBefore && tokens.count > 0 && !isOpening(text, tokens, 0)) open = 0x201d;
  let first = 0;
  // Most paragraphs quote nobody: nothing is written down before a quotation opens.
  if (open === 0)
    while (first < tokens.count && !(tokens.kind[first] === MARK && isOpening(text, tokens, first))) first++;
  if (first === tokens.count) return silent(tokens.count);
  const inside = new Uint8Array(tokens.count);
  for (let i = first; i < tokens.count; i++) {
    if (tokens.kind[i] !== MARK) {
      inside[i] = open === 0 ? 0 : 1;
      continue;
    }
    const unit = text.charCodeAt(tokens.start[i]!);
    if (open === 0 && isOpening(text, tokens, i)) {
      open = unit === 0x2018 || unit === 0x27 ? 0x2019 : unit === 0x22 ? 0x22 : 0x201d;
      inside[i] = 1;
      continue;
    }
    inside[i] = open === 0 ? 0 : 1;
    if (open !== 0 && closes(text, tokens, i, unit, open)) open = 0;
  }
  return { inside, open: open !== 0 };
}

/** Nothing but silence, of any length: shared, and never written to. */
let none = new Uint8Array(1024);
function silent(count: number): Quotations {
  if (none.length < count) none = new Uint8Array(2 * count);
  return { inside: none, open: false };
}

function isOpening(text: string, tokens: Tokens, i: number): boolean {
  const unit = text.charCodeAt(tokens.start[i]!);
  if (unit === 0x201c) return true;
  const atStart = tokens.gap[i] !== TIGHT || i === 0;
  const tightNext = i + 1 < tokens.count && tokens.gap[i + 1] === TIGHT;
  return (unit === 0x22 || unit === 0x2018 || unit === 0x27) && atStart && tightNext;
}

function closes(text: string, tokens: Tokens, i: number, unit: number, open: number): boolean {
  if (open === 0x201d) return unit === 0x201d;
  if (open === 0x22) return unit === 0x22;
  const free = i + 1 >= tokens.count || tokens.gap[i + 1] !== TIGHT || tokens.kind[i + 1] === MARK;
  return (
    (unit === 0x2019 || unit === 0x2018 || unit === 0x27) &&
    free &&
    tokens.gap[i] === TIGHT &&
    text.length > 0
  );
}
