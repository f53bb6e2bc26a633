/**
 * Words, numbers and marks of one paragraph, in flat arrays: a report has hundreds of thousands of them, and
 * most are never asked for. Offsets are UTF-16 code units from the start of the paragraph.
 */
export interface Tokens {
  /** How many there are; the arrays may be longer. */
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** One of `WORD`, `NUMBER`, `MARK`. */
  readonly kind: Uint8Array;
  /** What stands before the token: one of `TIGHT`, `SPACE`, `CELL` (a tab or two or more blanks), `LINE`. */
  readonly gap: Uint8Array;
  /** Hash of the folded letters (lower case, straight apostrophe); 0 for marks. */
  readonly hash: Int32Array;
  /** Code unit of a mark; 0 for words and numbers. */
  readonly mark: Uint16Array;
  /** By code unit of the paragraph: its folded form, wherever a word or number stands. */
  readonly folded: Uint16Array;
}

export const WORD = 1;
/** Digits with their inner points and commas: `81.5`, `1,200`. A sign or a unit is a token of its own. */
export const NUMBER = 2;
/** One character of anything else that can be seen. */
export const MARK = 3;

export const TIGHT = 0;
export const SPACE = 1;
export const CELL = 2;
export const LINE = 3;

const BLANK = 1;
const NEWLINE = 2;
const TAB = 3;
const APOSTROPHE = 4;
/** From here on, what a word goes on with. */
const DIGIT = 5;
const LETTER = 6;

/** Class of each UTF-16 code unit: one look-up a character, whatever the script. */
const CLASS = new Uint8Array(65536);
/** Folded form of each code unit: lower case, straight apostrophe, plain space. */
const FOLD = new Uint16Array(65536);

for (let c = 0; c < 65536; c++) FOLD[c] = c;
for (let c = 0x41; c <= 0x5a; c++) FOLD[c] = c + 32;
for (let c = 0; c < 65536; c++) {
  if (c >= 0x30 && c <= 0x39) CLASS[c] = DIGIT;
  else if ((c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a)) CLASS[c] = LETTER;
  else if (
    c === 0x20 ||
    c === 0xa0 ||
    c === 0x202f ||
    (c >= 0x2000 && c <= 0x200a) ||
    c === 0x3000 ||
    c === 0xad ||
    c === 0x200b
  )
    CLASS[c] = BLANK;
  else if (c === 0x0a || c === 0x0b || c === 0x0c || c === 0x0d) CLASS[c] = NEWLINE;
  else if (c === 0x09) CLASS[c] = TAB;
  else if (c === 0x27 || c === 0x2019 || c === 0x2018) CLASS[c] = APOSTROPHE;
  // Latin letters with marks, Greek, Cyrillic and beyond: everything above the Latin-1 signs that has a case or is a letter block.
  else if (
    (c >= 0xc0 && c <= 0x24f && c !== 0xd7 && c !== 0xf7) ||
    (c >= 0x370 && c <= 0x1fff) ||
    (c >= 0x3040 && c <= 0xd7ff)
  ) {
    CLASS[c] = LETTER;
    const lower = String.fromCharCode(c).toLowerCase();
    if (lower.length === 1) FOLD[c] = lower.charCodeAt(0);
  }
}
FOLD[0x2019] = 0x27;
FOLD[0x2018] = 0x27;
FOLD[0xa0] = 0x20;

const HASH_START = 0x811c9dc5 | 0;
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** The hash that `tokenise` gives to a word that reads like this. */
export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i++) hash = step(hash, FOLD[word.charCodeAt(i)]!);
  return hash === 0 ? 1 : hash;
}

/** The same of a word whose folded code units are `units[start, end)`. */
export function hashOfUnits(units: Uint16Array, start: number, end: number): number {
  let hash = HASH_START;
  for (let i = start; i < end; i++) hash = step(hash, units[i]!);
  return hash === 0 ? 1 : hash;
}

/** Folded form of a stretch: lower case, straight apostrophes. */
export function fold(text: string, start = 0, end = text.length): string {
  let i = start;
  // Most words of a text are folded as they stand.
  while (i < end && FOLD[text.charCodeAt(i)] === text.charCodeAt(i)) i++;
  let out = text.slice(start, i);
  for (; i < end; i++) out += String.fromCharCode(FOLD[text.charCodeAt(i)]!);
  return out;
}

/** Does `text[start, end)` read like the folded word? */
export function reads(text: string, start: number, end: number, folded: string): boolean {
  if (end - start !== folded.length) return false;
  for (let i = 0; i < folded.length; i++)
    if (FOLD[text.charCodeAt(start + i)] !== folded.charCodeAt(i)) return false;
  return true;
}

/** Does the word or number at a token read like the folded word? */
export const readsAt = ({ start, end, folded }: Tokens, token: number, word: string): boolean =>
  end[token]! - start[token]! === word.length && readsFrom(folded, start[token]!, word);

/** Do folded code units read like the word from a place on? */
export function readsFrom(folded: Uint16Array, from: number, word: string): boolean {
  for (let i = 0; i < word.length; i++) if (folded[from + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** Arrays that grow and are used again for the next paragraph; what `tokenise` returns is valid until its next call. */
export class TokenBuffer implements Tokens {
  count = 0;
  start = new Int32Array(256);
  end = new Int32Array(256);
  kind = new Uint8Array(256);
  gap = new Uint8Array(256);
  hash = new Int32Array(256);
  mark = new Uint16Array(256);
  folded = new Uint16Array(1024);

  ensure(size: number): void {
    if (size <= this.start.length) return;
    const room = Math.max(size, this.start.length * 2);
    this.start = grown(this.start, new Int32Array(room));
    this.end = grown(this.end, new Int32Array(room));
    this.kind = grown(this.kind, new Uint8Array(room));
    this.gap = grown(this.gap, new Uint8Array(room));
    this.hash = grown(this.hash, new Int32Array(room));
    this.mark = grown(this.mark, new Uint16Array(room));
  }

  /** Room for a paragraph of so many code units. */
  ensureUnits(length: number): void {
    if (length > this.folded.length) this.folded = new Uint16Array(Math.max(length, this.folded.length * 2));
  }
}

function grown<T extends Int32Array | Uint8Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** "1,497" is one number, "2019,2023" and "18.2,16.7" are two: do three digits stand behind the comma? */
function isThousands(text: string, from: number): boolean {
  if (from + 3 > text.length) return false;
  for (let i = from + 1; i < from + 3; i++) if (CLASS[text.charCodeAt(i)] !== DIGIT) return false;
  return from + 3 === text.length || CLASS[text.charCodeAt(from + 3)] !== DIGIT;
}

/** Splits a paragraph into tokens, in time linear in its length whatever it holds. */
export function tokenise(text: string, into: TokenBuffer): Tokens {
  const length = text.length;
  let n = 0;
  let gap = LINE;
  let blanks = 0;
  into.ensureUnits(length);
  let { start, end, kind, gap: gaps, hash: hashes, mark: marks } = into;
  const { folded } = into;
  for (let i = 0; i < length;) {
    let unit = text.charCodeAt(i);
    let cls = CLASS[unit]!;
    if (cls === BLANK) {
      blanks++;
      if (gap < SPACE) gap = SPACE;
      else if (gap === SPACE && blanks > 1) gap = CELL;
      i++;
      continue;
    }
    if (cls === TAB) {
      if (gap < CELL) gap = CELL;
      i++;
      continue;
    }
    if (cls === NEWLINE) {
      gap = LINE;
      i++;
      continue;
    }
    if (n >= start.length) {
      into.ensure(n + 1);
      ({ start, end, kind, gap: gaps, hash: hashes, mark: marks } = into);
    }
    start[n] = i;
    gaps[n] = gap;
    if (cls < DIGIT) {
      i++;
      kind[n] = MARK;
      hashes[n] = 0;
      marks[n] = unit;
    } else {
      const isWord = cls === LETTER;
      let hash = HASH_START;
      for (;;) {
        const plain = FOLD[unit]!;
        folded[i] = plain;
        hash = step(hash, plain);
        if (++i >= length) break;
        unit = text.charCodeAt(i);
        cls = CLASS[unit]!;
        if (isWord) {
          if (cls >= DIGIT) continue;
          if (cls !== APOSTROPHE || i + 1 >= length || CLASS[text.charCodeAt(i + 1)] !== LETTER) break;
        } else {
          if (cls === DIGIT) continue;
          if (unit !== 0x2e && unit !== 0x2c) break;
          if (i + 1 >= length || CLASS[text.charCodeAt(i + 1)] !== DIGIT) break;
          if (unit === 0x2c && !isThousands(text, i + 1)) break;
        }
      }
      kind[n] = isWord ? WORD : NUMBER;
      hashes[n] = hash === 0 ? 1 : hash;
      marks[n] = 0;
    }
    end[n] = i;
    n++;
    gap = TIGHT;
    blanks = 0;
  }
  into.count = n;
  return into;
}
