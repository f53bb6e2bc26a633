/** Lists of classes and weights, one behind another. */
export class WeightRows {
  readonly #starts: number[] = [0, 0];
  readonly #pairs: number[] = [];
  #from = new Int32Array(0);
  /** A weight and its class in one number: what is added lies together. */
  #weights = new Int32Array(0);

  /** The number of a new row of class, weight, class, weight, …, from 1; 0 for an empty one. */
  push(row: readonly number[]): number {
    if (row.length === 0) return 0;
    for (let i = 0; i < row.length; i += 2) this.#pairs.push((row[i + 1]! << CLASS_BITS) | row[i]!);
    return this.#starts.push(this.#pairs.length) - 2;
  }

  close(): void {
    this.#from = Int32Array.from(this.#starts);
    this.#weights = Int32Array.from(this.#pairs);
  }

  add(row: number, sums: Int32Array, base: number): void {
    const weights = this.#weights;
    for (let i = this.#from[row]!, end = this.#from[row + 1]!; i < end; i++) {
      const weight = weights[i]!;
      sums[base + (weight & CLASS)]! += weight >> CLASS_BITS;
    }
  }

  /** What a row adds to a class: 0 for row 0, which is empty. */
  weightOf(row: number, cls: number): number {
    const weights = this.#weights;
    for (let i = this.#from[row]!, end = this.#from[row + 1]!; i < end; i++)
      if ((weights[i]! & CLASS) === cls) return weights[i]! >> CLASS_BITS;
    return 0;
  }
}

const CLASS_BITS = 8;
const CLASS = (1 << CLASS_BITS) - 1;
