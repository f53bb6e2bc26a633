/** Words and pairs that speak for a class, the strongest first; its room is used again for the next class. */
export class Tellers {
  count = 0;
  /** By rank: the first token, and how many there are. */
  token = new Int32Array(8);
  length = new Int32Array(8);
  #weight = new Int32Array(8);

  /** Puts one where its weight belongs, behind those that weigh the same, if it is among the `most` strongest. */
  place(most: number, token: number, length: number, weight: number): void {
    const weights = this.#weight;
    if (weight === 0 || (this.count === most && weights[most - 1]! >= weight)) return;
    let at = this.count < most ? this.count++ : most - 1;
    for (; at > 0 && weights[at - 1]! < weight; at--) {
      weights[at] = weights[at - 1]!;
      this.token[at] = this.token[at - 1]!;
      this.length[at] = this.length[at - 1]!;
    }
    weights[at] = weight;
    this.token[at] = token;
    this.length[at] = length;
  }

  /** Puts them as they stand in the text, whatever they weigh, and those that touch together: "Inspectors found" and "found that" are one. */
  join(): void {
    const { token, length } = this;
    for (let i = 1; i < this.count; i++)
      for (let k = i; k > 0 && token[k]! < token[k - 1]!; k--) {
        swap(token, k);
        swap(length, k);
      }
    let last = 0;
    for (let i = 1; i < this.count; i++) {
      const end = token[last]! + length[last]!;
      if (token[i]! <= end) length[last] = Math.max(end, token[i]! + length[i]!) - token[last]!;
      else {
        last++;
        token[last] = token[i]!;
        length[last] = length[i]!;
      }
    }
    if (this.count > 0) this.count = last + 1;
  }

  /** Leaves out what weighs little beside the strongest: it would have been told without. */
  leaveWeak(): void {
    const least = this.#weight[0]! * WEAK;
    while (this.count > 1 && this.#weight[this.count - 1]! < least) this.count--;
  }
}

const WEAK = 0.25;

function swap(numbers: Int32Array, k: number): void {
  const one = numbers[k]!;
  numbers[k] = numbers[k - 1]!;
  numbers[k - 1] = one;
}
