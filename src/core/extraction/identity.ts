import type { Draft } from './draft.js';

/**
 * What a finding’s id begins with, which follows its words and not its place: a hash of its kind, its own words and
 * its sentence's words. White space does not count, so re-wrapping changes no id. `paragraph` is the text that the
 * draft was read from.
 */
export function keyOf(draft: Draft, paragraph: string): string {
  const hash = new Hash();
  if ('theme' in draft) hash.add(draft.theme, 0, draft.theme.length);
  hash.step(LF);
  hash.addSqueezed(draft.text, 0, draft.text.length);
  hash.step(LF);
  hash.addSqueezed(paragraph, draft.sentence.start, draft.sentence.end);
  return `${draft.kind[0]!}-${hash.end()}`;
}

/** The id of the `nth` finding with a key, from 1: the very same words may stand in a report more than once. */
export const idOf = (key: string, nth: number): string => (nth === 1 ? key : `${key}-${String(nth)}`);

const LF = 0x0a;

/** 53 bits of a string (two 32-bit multiplicative hashes), in base 36. */
class Hash {
  #a = 0xdeadbeef;
  #b = 0x41c6ce57;

  step(unit: number): void {
    this.#a = Math.imul(this.#a ^ unit, 0x9e3779b1);
    this.#b = Math.imul(this.#b ^ unit, 0x5f356495);
  }

  add(text: string, from: number, to: number): void {
    for (let i = from; i < to; i++) this.step(text.charCodeAt(i));
  }

  /** As `add`, with any run of white space as one blank. */
  addSqueezed(text: string, from: number, to: number): void {
    let white = false;
    for (let i = from; i < to; i++) {
      const unit = text.charCodeAt(i);
      if (!isWhite(unit)) {
        white = false;
        this.step(unit);
      } else if (!white) {
        white = true;
        this.step(0x20);
      }
    }
  }

  end(): string {
    let [a, b] = [this.#a, this.#b];
    a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
    b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
    return (4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(36);
  }
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
