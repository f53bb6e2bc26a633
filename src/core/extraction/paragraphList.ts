import type { Carry } from './carry.js';
import type { ParagraphFindings } from './paragraph.js';

/** A paragraph as it stands, what came to it from those before, and what reading it gave. */
export interface Paragraph {
  readonly text: string;
  readonly carryIn: Carry;
  readonly findings: ParagraphFindings;
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
}

const CHUNK = 256;

/**
 * The paragraphs of a report, in chunks, so that finding a place and replacing a few of them costs about the square
 * root of their number: an edit must be no dearer in a book than on a page.
 */
export class ParagraphList {
  #chunks: Chunk[] = [];
  #count = 0;

  constructor(paragraphs: readonly Paragraph[] = []) {
    this.replace(0, 0, paragraphs);
  }

  get count(): number {
    return this.#count;
  }

  /** UTF-16 code units of the whole text. */
  get length(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
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
    let index = 0;
    let start = 0;
    for (const chunk of this.#chunks) {
      if (start + chunk.length <= offset && index + chunk.paragraphs.length < this.#count) {
        start += chunk.length;
        index += chunk.paragraphs.length;
        continue;
      }
      for (const paragraph of chunk.paragraphs) {
        if (offset < start + paragraph.text.length || index === this.#count - 1) return { index, start };
        start += paragraph.text.length;
        index++;
      }
    }
    return { index: 0, start: 0 };
  }

  /** Puts `paragraphs` in the place of `[from, to)`. */
  replace(from: number, to: number, paragraphs: readonly Paragraph[]): void {
    const first = this.#chunkOf(from);
    const last = this.#chunkOf(to);
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
    this.#chunks.splice(
      first.chunk,
      last.chunk - first.chunk + (last.chunk < this.#chunks.length ? 1 : 0),
      ...chunks,
    );
    this.#count += paragraphs.length - (to - from);
  }

  #chunkOf(index: number): { chunk: number; within: number } {
    let chunk = 0;
    let within = index;
    while (chunk < this.#chunks.length - 1 && within >= this.#chunks[chunk]!.paragraphs.length) {
      within -= this.#chunks[chunk]!.paragraphs.length;
      chunk++;
    }
    return { chunk, within };
  }
}
