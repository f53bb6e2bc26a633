/** Signs of a sentence as numbers: rules make hundreds of thousands of them. */
export class SignNames {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  get count(): number {
    return this.#names.length;
  }

  number(name: string): number {
    let number = this.#numbers.get(name);
    if (number === undefined) this.#numbers.set(name, (number = this.#names.push(name) - 1));
    return number;
  }

  name(number: number): string {
    return this.#names[number]!;
  }

  /** The names of all signs of a list. */
  namesOf({ numbers, count }: SignList): string[] {
    return Array.from(numbers.subarray(0, count), number => this.name(number));
  }
}

/** The signs of one sentence. It keeps its room for the next, as an array that is emptied does not. */
export class SignList {
  numbers = new Int32Array(64);
  count = 0;

  push(sign: number): void {
    if (this.count === this.numbers.length) {
      const more = new Int32Array(2 * this.count);
      more.set(this.numbers);
      this.numbers = more;
    }
    this.numbers[this.count++] = sign;
  }

  pushAll(signs: readonly number[]): void {
    for (let i = 0; i < signs.length; i++) this.push(signs[i]!);
  }
}
