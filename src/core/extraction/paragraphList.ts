import type { Carry } from './carry.js';
import type { Draft, FrameworkEvidence } from './draft.js';
import type { ParagraphFindings } from './paragraph.js';
import { keysOf, type Settled } from './settling.js';

/** A paragraph as it stands, what came to it from those before, and what reading it gave. */
export class Paragraph {
  /** What the ids of its findings begin with, and what they were last made into; both only once they are asked for. */
  keys: readonly string[] | undefined = undefined;
  settled: Settled | undefined = undefined;

  readonly drafts: readonly Draft[];
  readonly evidence: readonly FrameworkEvidence[];
  readonly carryOut: Carry;

  constructor(
    readonly text: string,
    readonly carryIn: Carry,
    { drafts, evidence, carryOut }: ParagraphFindings,
  ) {
    this.drafts = drafts;
    this.evidence = evidence;
    this.carryOut = carryOut;
  }
}

/** A place in the list: paragraph `index`, which begins `start` UTF-16 code units into the text. */
export interface Place {
  readonly index: number;
  readonly start: number;
}

interface Chunk {
  paragraphs: Paragraph[];
  /** UTF-16 code units of all its paragraphs. */
  length: number;
  /** How often each key stands in it; counted when first asked for. */
  keys?: ReadonlyMap<string, number>;
}

const CHUNK = 256;
/** Chunks that are rather looked at one by one than counted together. */
const FAR = 4;

/**
 * The paragraphs of a report, in chunks, so that finding a place and replacing a few of them costs about the square
 * root of their number: an edit must be no dearer in a book than on a page.
 */
export class ParagraphList {
  #chunks: Chunk[] = [];
  #count = 0;
  #length = 0;
  /** The chunk asked about last, its first paragraph and where that begins: whoever edits asks about the same place again. */
  readonly #near = { chunk: 0, index: 0, start: 0 };
  #counted: { readonly chunk: number; readonly keys: ReadonlyMap<string, number> } | undefined;

  constructor(paragraphs: readonly Paragraph[] = []) {
    this.replace(0, 0, paragraphs);
  }

  get count(): number {
    return this.#count;
  }

  /** UTF-16 code units of the whole text. */
  get length(): number {
    return this.#length;
  }

  *[Symbol.iterator](): Generator<Paragraph> {
    for (const chunk of this.#chunks) yield* chunk.paragraphs;
  }

  /** @throws RangeError where there is no such paragraph. */
  at(index: number): Paragraph {
    const { chunk, within } = this.#chunkOf(index);
    const paragraph = this.#chunks[chunk]?.paragraphs[within];
    if (!paragraph) throw new RangeError(`no paragraph ${String(index)} of ${String(this.#count)}`);
    return paragraph;
  }

  /** The paragraph that holds `offset`; the last one for the end of the text, and index 0 in an empty list. */
  locate(offset: number): Place {
    const near = this.#near;
    while (near.chunk > 0 && offset < near.start) this.#back();
    while (near.chunk < this.#chunks.length - 1 && offset >= near.start + this.#chunks[near.chunk]!.length)
      this.#on();
    let { index, start } = near;
    for (const { text } of this.#chunks[near.chunk]?.paragraphs ?? []) {
      if (offset < start + text.length || index === this.#count - 1) return { index, start };
      start += text.length;
      index++;
    }
    return { index: 0, start: 0 };
  }

  /** Those of `[from, to)`. */
  *between(from: number, to: number): Generator<Paragraph> {
    for (let { chunk, within } = this.#chunkOf(from), i = from; i < to; i++, within++) {
      if (within === this.#chunks[chunk]!.paragraphs.length) {
        chunk++;
        within = 0;
      }
      yield this.#chunks[chunk]!.paragraphs[within]!;
    }
  }

  /** How often each of some keys stands before paragraph `index`. */
  countBefore(index: number, keys: Iterable<string>): Map<string, number> {
    const { chunk, within } = this.#chunkOf(index);
    const before = this.#countedBefore(chunk);
    const counts = new Map<string, number>();
    for (const key of keys) {
      let count = before.keys.get(key) ?? 0;
      for (let i = before.chunk; i < chunk; i++) count += keysIn(this.#chunks[i]!).get(key) ?? 0;
      counts.set(key, count);
    }
    for (let i = 0; i < within; i++)
      for (const key of keysOf(this.#chunks[chunk]!.paragraphs[i]!)) {
        const count = counts.get(key);
        if (count !== undefined) counts.set(key, count + 1);
      }
    return counts;
  }

  /** Puts `paragraphs` in the place of `[from, to)`. */
  replace(from: number, to: number, paragraphs: readonly Paragraph[]): void {
    const last = this.#chunkOf(to);
    const first = this.#chunkOf(from);
    if (this.#counted && first.chunk < this.#counted.chunk) this.#counted = undefined;
    const head = this.#chunks[first.chunk]?.paragraphs.slice(0, first.within) ?? [];
    const tail = this.#chunks[last.chunk]?.paragraphs.slice(last.within) ?? [];
    const merged = [...head, ...paragraphs, ...tail];
    const chunks: Chunk[] = [];
    // Chunks between half and whole size, but a single chunk that still fits stays one.
    const pieces = Math.max(1, Math.ceil(merged.length / CHUNK));
    const size = Math.ceil(merged.length / pieces);
    for (let i = 0; i < merged.length; i += size) {
      const piece = merged.slice(i, i + size);
      chunks.push({ paragraphs: piece, length: piece.reduce((sum, p) => sum + p.text.length, 0) });
    }
    const old = this.#chunks.splice(
      first.chunk,
      last.chunk - first.chunk + (last.chunk < this.#chunks.length ? 1 : 0),
      ...chunks,
    );
    this.#length += lengthOf(chunks) - lengthOf(old);
    if (chunks.length === 0 && first.chunk > 0) this.#back();
    this.#count += paragraphs.length - (to - from);
  }

  /**
   * How often each key stands before a chunk, or before one a little earlier. Kept while nothing before it changes:
   * whoever types in one place asks about that place again and again.
   */
  #countedBefore(chunk: number): { readonly chunk: number; readonly keys: ReadonlyMap<string, number> } {
    const known = this.#counted;
    if (known && known.chunk <= chunk && chunk - known.chunk <= FAR) return known;
    const from = Math.max(0, chunk - 1);
    const keys = new Map<string, number>();
    for (let i = 0; i < from; i++)
      for (const [key, count] of keysIn(this.#chunks[i]!)) keys.set(key, (keys.get(key) ?? 0) + count);
    return (this.#counted = { chunk: from, keys });
  }

  #chunkOf(index: number): { chunk: number; within: number } {
    const near = this.#near;
    while (near.chunk > 0 && index < near.index) this.#back();
    while (
      near.chunk < this.#chunks.length - 1 &&
      index >= near.index + this.#chunks[near.chunk]!.paragraphs.length
    )
      this.#on();
    return { chunk: near.chunk, within: index - near.index };
  }

  /** Goes to the next chunk. */
  #on(): void {
    const near = this.#near;
    const { paragraphs, length } = this.#chunks[near.chunk++]!;
    near.index += paragraphs.length;
    near.start += length;
  }

  /** Goes to the chunk before. */
  #back(): void {
    const near = this.#near;
    const { paragraphs, length } = this.#chunks[--near.chunk]!;
    near.index -= paragraphs.length;
    near.start -= length;
  }
}

const lengthOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

function keysIn(chunk: Chunk): ReadonlyMap<string, number> {
  if (chunk.keys) return chunk.keys;
  const keys = new Map<string, number>();
  for (const paragraph of chunk.paragraphs)
    for (const key of keysOf(paragraph)) keys.set(key, (keys.get(key) ?? 0) + 1);
  return (chunk.keys = keys);
}
