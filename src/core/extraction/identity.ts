import type { Draft } from './draft.js';

/**
 * Gives each finding an id that follows its words, not its place: a hash of its kind, its own words and its
 * sentence's words, numbered where the very same stand more than once. White space does not count, so re-wrapping
 * changes no id.
 */
export class Identities {
  readonly #seen = new Map<string, number>();

  /** The id of a draft of the paragraph with this text. */
  of(draft: Draft, paragraph: string): string {
    const sentence = paragraph.slice(draft.sentence.start, draft.sentence.end);
    const words = `${'theme' in draft ? draft.theme : ''}\n${squeezed(draft.text)}\n${squeezed(sentence)}`;
    const key = `${draft.kind[0]!}-${hash(words)}`;
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count === 1 ? key : `${key}-${String(count)}`;
  }
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

/** 53 bits of a string (two 32-bit multiplicative hashes), in base 36. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (4294967296 * (b & 0x1fffff) + (a >>> 0)).toString(36);
}
