import type { Span } from '../report/text.js';

/**
 * Where passages are while their text is edited, by id. A keystroke costs a step through numbers in a row, and nothing
 * is made anew: with five thousand tags some microseconds. Positions are UTF-16 code units of the LF text.
 */
export class TrackedPlaces {
  /** In order of their beginnings, which edits do not change. */
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  /** What an edit reached into. */
  readonly #gone: Uint8Array;
  readonly #index = new Map<string, number>();

  constructor(places: Iterable<readonly [id: string, place: Span]>) {
    const sorted = [...new Map(places)].sort(([, a], [, b]) => a.start - b.start);
    this.#starts = Int32Array.from(sorted, ([, { start }]) => start);
    this.#ends = Int32Array.from(sorted, ([, { end }]) => end);
    this.#gone = new Uint8Array(sorted.length);
    sorted.forEach(([id], i) => this.#index.set(id, i));
  }

  get(id: string): Span | undefined {
    const i = this.#index.get(id);
    return i === undefined || this.#gone[i] ? undefined : { start: this.#starts[i]!, end: this.#ends[i]! };
  }

  /** These, with others added or put in their places. */
  with(others: Iterable<readonly [id: string, place: Span]>): TrackedPlaces {
    const own = [...this.#index.keys()].flatMap(id => {
      const place = this.get(id);
      return place ? [[id, place] as const] : [];
    });
    return new TrackedPlaces([...own, ...others]);
  }

  /** Puts `length` units in the place of `[from, to)`: what is behind moves, and what that reaches into is given up. */
  change(from: number, to: number, length: number): void {
    const [starts, ends, gone] = [this.#starts, this.#ends, this.#gone];
    const by = length - (to - from);
    const behind = this.#firstFrom(to);
    for (let i = 0; i < behind; i++)
      if (ends[i]! > from) {
        gone[i] = 1;
        // So that they stay in order.
        starts[i] = Math.min(starts[i]!, from);
      }
    if (by === 0) return;
    for (let i = behind; i < starts.length; i++) {
      starts[i] = starts[i]! + by;
      ends[i] = ends[i]! + by;
    }
  }

  /** The first of the places that begins at a position or behind it. */
  #firstFrom(position: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle]! < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
