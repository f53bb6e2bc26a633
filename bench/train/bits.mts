import {
  BASE,
  BITS,
  type CodeLengths,
  codeWords,
  digitOf,
  LONGEST,
} from '../../src/core/lexicon/prefixCode.js';

/** Writes symbols in codes that fit how often each occurs, and plain bits; `BitReader` and `PrefixCode` read them. */
export class BitWriter<Code extends string> {
  readonly #written: (
    { readonly code: Code; readonly symbol: number } | { readonly value: number; readonly bits: number }
  )[] = [];
  readonly #counts = new Map<Code, number[]>();

  /** `size`: how many symbols the code has; all that are written must be below it. */
  declare(code: Code, size: number): void {
    this.#counts.set(code, new Array<number>(size).fill(0));
  }

  symbol(code: Code, symbol: number): void {
    const counts = this.#counts.get(code);
    if (counts?.[symbol] === undefined)
      throw new RangeError(`the code “${code}” has no symbol ${String(symbol)}`);
    counts[symbol]!++;
    this.#written.push({ code, symbol });
  }

  /** A number from 0 on, by how many bits it has and all but the first of them. */
  number(code: Code, value: number): void {
    const bits = value === 0 ? 0 : 32 - Math.clz32(value);
    this.symbol(code, bits);
    if (bits > 1) this.#written.push({ value: value - 2 ** (bits - 1), bits: bits - 1 });
  }

  get lengths(): ReadonlyMap<Code, CodeLengths> {
    return new Map([...this.#counts].map(([code, counts]) => [code, lengthsOf(counts)]));
  }

  /** All that was written, as `BitReader` has it. */
  get text(): string {
    const words = new Map([...this.lengths].map(([code, lengths]) => [code, codeWords(lengths)]));
    let text = '';
    let [held, count] = [0, 0];
    const put = (value: number, bits: number): void => {
      held = (held << bits) | value;
      count += bits;
      if (count < BITS) return;
      count -= BITS;
      const full = held >>> count;
      text += digitOf(Math.floor(full / BASE)) + digitOf(full % BASE);
      held &= (1 << count) - 1;
    };
    for (const one of this.#written) {
      if ('bits' in one) put(one.value, one.bits);
      else {
        const { word, length } = words.get(one.code)![one.symbol]!;
        put(word, length);
      }
    }
    if (count > 0) put(0, BITS - count);
    return text;
  }
}

/**
 * How long the word of each symbol is in the code that takes the fewest bits for so many of each (Huffman 1952), where
 * none may take more than `LONGEST`: counts are made more alike until that holds.
 */
export function lengthsOf(counts: readonly number[]): CodeLengths {
  interface Node {
    readonly count: number;
    readonly symbols: readonly number[];
  }
  const lengths = counts.map(() => 0);
  let nodes: Node[] = counts.flatMap((count, symbol) => (count > 0 ? [{ count, symbols: [symbol] }] : []));
  // A code word has one bit at least, also where there is nothing to choose.
  if (nodes.length === 1) lengths[nodes[0]!.symbols[0]!] = 1;
  while (nodes.length > 1) {
    nodes = nodes.sort((a, b) => a.count - b.count || a.symbols[0]! - b.symbols[0]!);
    const [a, b] = [nodes[0]!, nodes[1]!];
    const symbols = [...a.symbols, ...b.symbols];
    for (const symbol of symbols) lengths[symbol]!++;
    nodes = [{ count: a.count + b.count, symbols }, ...nodes.slice(2)];
  }
  if (Math.max(0, ...lengths) > LONGEST) return lengthsOf(counts.map(count => Math.ceil(count / 2)));
  return lengths.map(length => length.toString(36)).join('');
}
