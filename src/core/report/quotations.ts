import { MARK, TIGHT, type Tokens } from './tokens.js';

/**
 * Where quoted speech stands in a paragraph. Marks are “…”, "…" and ‘…’, where an apostrophe is none. Its arrays are
 * used again: what it says is valid until the next paragraph is looked through.
 */
export class Quotations {
  /** For each token, whether it lies inside quotation marks: 1 or 0. */
  inside = new Uint8Array(256);
  /** Does any? */
  any = false;
  /** Whether one is still open at the end: speech goes on in the next paragraph, which then opens with a mark again. */
  open = false;
  /** How far `inside` may hold something else than 0. */
  #used = 0;

  /** One pass; a quotation that is never closed ends with its paragraph. */
  find(tokens: Tokens, openBefore: boolean): void {
    const { count } = tokens;
    let open = 0; // the mark that will close it
    if (openBefore && count > 0 && !isOpening(tokens, 0)) open = 0x201d;
    let first = 0;
    // Most paragraphs quote nobody: nothing is written down before a quotation opens.
    if (open === 0) while (first < count && !(tokens.hash[first] === 0 && isOpening(tokens, first))) first++;
    this.#clear(count);
    this.any = first < count;
    for (let i = first; i < count; i++) {
      if (tokens.kind[i] !== MARK) {
        this.inside[i] = open === 0 ? 0 : 1;
        continue;
      }
      const unit = tokens.mark[i]!;
      if (open === 0 && isOpening(tokens, i)) {
        open = unit === 0x2018 || unit === 0x27 ? 0x2019 : unit === 0x22 ? 0x22 : 0x201d;
        this.inside[i] = 1;
        continue;
      }
      this.inside[i] = open === 0 ? 0 : 1;
      if (open !== 0 && closes(tokens, i, unit, open)) open = 0;
    }
    if (this.any) this.#used = count;
    this.open = open !== 0;
  }

  /** How many of the tokens `[from, to)` lie inside. */
  count(from: number, to: number): number {
    let count = 0;
    for (let i = from; i < to; i++) count += this.inside[i]!;
    return count;
  }

  /** Room for `count` tokens, all of them silent. */
  #clear(count: number): void {
    if (this.inside.length < count) this.inside = new Uint8Array(2 * count);
    else if (this.#used > 0) this.inside.fill(0, 0, this.#used);
    this.#used = 0;
  }
}

function isOpening(tokens: Tokens, i: number): boolean {
  const unit = tokens.mark[i]!;
  if (unit === 0x201c) return true;
  if (unit !== 0x22 && unit !== 0x2018 && unit !== 0x27) return false;
  const atStart = tokens.gap[i] !== TIGHT || i === 0;
  return atStart && i + 1 < tokens.count && tokens.gap[i + 1] === TIGHT;
}

function closes(tokens: Tokens, i: number, unit: number, open: number): boolean {
  if (open === 0x201d) return unit === 0x201d;
  if (open === 0x22) return unit === 0x22;
  const free = i + 1 >= tokens.count || tokens.gap[i + 1] !== TIGHT || tokens.kind[i + 1] === MARK;
  return (unit === 0x2019 || unit === 0x2018 || unit === 0x27) && free && tokens.gap[i] === TIGHT;
}
