import type { Row } from './weightReader.js';

/**
 * What words, pairs and signs weigh for each class, in one array. A row is known by where it begins: first how many
 * classes it has, then a bit for each that it speaks for, then weights and classes, each two in one number.
 */
export class WeightRows {
  /** Row 0 has no classes. */
  readonly #built: number[] = [0, 0];
  #rows = new Int32Array(0);

  /** Takes cells `[from, to)` of a row, whose first class is class `start` here; 0 for none. */
  take({ classes, weights }: Row, from: number, to: number, start: number): number {
    if (from === to) return 0;
    const built = this.#built;
    const row = built.push(to - from, 0) - 2;
    let speaks = 0;
    for (let i = from; i < to; i++) {
      const cls = start + classes[i]!;
      if (weights[i]! > 0) speaks |= 1 << (cls & 31);
      built.push((weights[i]! << CLASS_BITS) | cls);
    }
    built[row + 1] = speaks;
    return row;
  }

  close(): void {
    this.#rows = Int32Array.from(this.#built);
  }

  add(row: number, sums: Int32Array, base: number): void {
    const rows = this.#rows;
    for (let i = row + 2, end = i + rows[row]!; i < end; i++) {
      const weight = rows[i]!;
      sums[base + (weight & CLASS)]! += weight >> CLASS_BITS;
    }
  }

  /** How much a row speaks for a class, rather than for another where one is given: 0 where it does not, or speaks against it. */
  speaksFor(row: number, cls: number, other?: number): number {
    if (((this.#rows[row + 1]! >>> (cls & 31)) & 1) === 0) return 0;
    const own = this.weightOf(row, cls);
    return Math.max(0, other === undefined ? own : own - Math.max(0, this.weightOf(row, other)));
  }

  /** What it weighs for a class; 0 where it says nothing of it. */
  weightOf(row: number, cls: number): number {
    const rows = this.#rows;
    for (let i = row + 2, end = i + rows[row]!; i < end; i++)
      if ((rows[i]! & CLASS) === cls) return rows[i]! >> CLASS_BITS;
    return 0;
  }
}

const CLASS_BITS = 8;
const CLASS = (1 << CLASS_BITS) - 1;
