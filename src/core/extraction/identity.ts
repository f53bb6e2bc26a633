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
  return `${kind[0]!}-${hash.digits()}`;
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
      if (i === to || !isWhite(unit)) white = false;
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

  /** 53 bits of it in base 36; `toString(36)` would say the same, ten times as slowly. */
  digits(): string {
    let { a, b } = this;
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    let left = 4294967296 * (b & 0x1fffff) + (a >>> 0);
    let out = '';
    // Two digits at a time: each piece of the string is one more that is made and thrown away.
    while (left >= PAIRS.length) {
      const rest = Math.floor(left / PAIRS.length);
      out = PAIRS[left - PAIRS.length * rest]! + out;
      left = rest;
    }
    return (left < DIGITS.length ? DIGITS[left]! : PAIRS[left]!) + out;
  }
}
const DIGITS = Array.from('0123456789abcdefghijklmnopqrstuvwxyz');
const PAIRS = DIGITS.flatMap(first => DIGITS.map(second => first + second));

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
