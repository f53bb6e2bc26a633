/**
 * What words, pairs and signs weigh for each class, in one array. A row is known by where it begins: first how many
 * classes it has, then a bit for each that it speaks for, then weights and classes, each two in one number.
 */
export class WeightRows {
  /** Row 0 has no classes. */
  readonly #built: number[] = [0, 0];
  #rows = new Int32Array(0);

  /** The row of class, weight, class, weight, …; 0 for an empty one. */
  push(pairs: readonly number[]): number {
    if (pairs.length === 0) return 0;
    const row = this.#built.push(pairs.length / 2, 0) - 2;
    for (let i = 0; i < pairs.length; i += 2) {
      const [cls, weight] = [pairs[i]!, pairs[i + 1]!];
      if (weight > 0) this.#built[row + 1]! |= 1 << (cls & 31);
      this.#built.push((weight << CLASS_BITS) | cls);
    }
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

  /** How much a row speaks for a class: 0 where it does not, or speaks against it. */
  speaksFor(row: number, cls: number): number {
    return ((this.#rows[row + 1]! >>> (cls & 31)) & 1) === 0 ? 0 : Math.max(0, this.weightOf(row, cls));
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
