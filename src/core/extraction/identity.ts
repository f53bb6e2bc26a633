import type { Draft } from './draft.js';

/**
 * What a finding’s id begins with, which follows its words and not its place: a hash of its kind, its own words and
 * its sentence's words. White space does not count, so re-wrapping changes no id. `paragraph` is the text that the
 * draft was read from.
 */
export function keyOf(draft: Draft, paragraph: string): string {
  const { kind, text, sentence } = draft;
  const hash = new Hash();
  const theme = 'theme' in draft ? draft.theme : '';
  hash.add(theme, 0, theme.length, LF);
  hash.add(text, 0, text.length, LF);
  hash.add(paragraph, sentence.start, sentence.end);
  return hash.written(kind.charCodeAt(0));
}

/** The id of the `nth` finding with a key, from 1: the very same words may stand in a report more than once. */
export const idOf = (key: string, nth: number): string => (nth === 1 ? key : `${key}-${String(nth)}`);

const LF = 0x0a;

/** Two 32-bit multiplicative hashes of one string, while it is read. */
class Hash {
  private a = 0xdeadbeef | 0;
  private b = 0x41c6ce57 | 0;

  /** Takes in a stretch, any run of white space as one blank; then `last`, if given, as it is. */
  add(text: string, from: number, to: number, last = -1): void {
    let { a, b } = this;
    let white = false;
    for (let i = from; i <= to; i++) {
      let unit = i < to ? text.charCodeAt(i) : last;
      if (unit < 0) break;
      // Nearly all are letters, and settled by two comparisons.
      if ((unit > 0x20 && unit < 0xa0) || i === to || !isWhite(unit)) white = false;
      else if (white) continue;
      else {
        white = true;
        unit = 0x20;
      }
      a = Math.imul(a ^ unit, 0x9e3779b1);
      b = Math.imul(b ^ unit, 0x5f356495);
    }
    this.a = a;
    this.b = b;
  }

  /** A letter, a dash and 53 bits of it in base 36; `toString(36)` would say the same, ten times as slowly. */
  written(letter: number): string {
    let { a, b } = this;
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    const number = 4294967296 * (b & 0x1fffff) + (a >>> 0);
    // In two halves that fit 32 bits: the last five digits, and the five or six before them.
    const head = Math.floor(number / P5);
    const tail = number - head * P5;
    if (head < P4) return `${String.fromCharCode(letter)}-${number.toString(36)}`;
    // All at once: a string that is put together keeps its pieces, and these are kept as long as the report is.
    return String.fromCharCode(
      letter,
      DASH,
      ...(head < P5 ? NO_DIGIT : [digit(head, P5)]),
      digit(head, P4),
      digit(head, P3),
      digit(head, P2),
      digit(head, P1),
      digit(head, 1),
      digit(tail, P4),
      digit(tail, P3),
      digit(tail, P2),
      digit(tail, P1),
      digit(tail, 1),
    );
  }
}
const NO_DIGIT: readonly number[] = [];
const DASH = 0x2d;
const [P1, P2, P3, P4, P5] = [36, 1296, 46_656, 1_679_616, 60_466_176];

/** The digit of a number at a place, a power of 36, as a code unit. */
function digit(number: number, place: number): number {
  const value = ((number / place) | 0) % 36;
  return value < 10 ? 0x30 + value : 0x57 + value;
}

/** White space as `\s` of a regular expression has it. */
const isWhite = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x09 && unit <= 0x0d) ||
  (unit >= 0xa0 &&
    (unit === 0xa0 ||
      unit === 0x1680 ||
      (unit >= 0x2000 && unit <= 0x200a) ||
      unit === 0x2028 ||
      unit === 0x2029 ||
      unit === 0x202f ||
      unit === 0x205f ||
      unit === 0x3000 ||
      unit === 0xfeff));
