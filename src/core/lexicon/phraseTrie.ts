import { longer } from './longer.js';
import { Meanings } from './meanings.js';

/** Grows a trie of phrases, word id by word id; `close` gives the one to walk. Its root is node 0. */
export class TrieBuilder {
  /** Edges `(node, word) → node`, open addressing. */
  #keys = new Float64Array(65_536);
  #to = new Int32Array(65_536);
  /** By node: the word that leads to it, its first child, the next child of its parent (0: none). */
  #word = new Int32Array(32_768);
  #child = new Int32Array(32_768);
  #sibling = new Int32Array(32_768);
  #nodes = 1;
  readonly #meanings = new Meanings();

  /** The number of what a phrase means, for `mean`. */
  meaning(place: number, id: string): number {
    return this.#meanings.of(place, id);
  }

  mean(node: number, meaning: number): void {
    this.#meanings.add(node, meaning);
  }

  /** The node that a word leads to; made, where there is none yet. */
  step(node: number, word: number): number {
    const key = node * WORDS + word;
    const mask = this.#keys.length - 1;
    let slot = spread(node, word) & mask;
    for (; this.#keys[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#keys[slot] === key) return this.#to[slot]!;
    const made = this.#nodes++;
    if (made >= this.#word.length) {
      this.#word = longer(this.#word, made);
      this.#child = longer(this.#child, made);
      this.#sibling = longer(this.#sibling, made);
    }
    this.#word[made] = word;
    this.#sibling[made] = this.#child[node]!;
    this.#child[node] = made;
    this.#keys[slot] = key;
    this.#to[slot] = made;
    if (made * 3 > this.#keys.length) this.#rehash();
    return made;
  }

  /** `size`: how many word ids there are, from 0. */
  close(size: number): PhraseTrie {
    const nodes = this.#nodes;
    // Level by level, so that a node’s children stand beside each other, by word.
    const order = new Int32Array(nodes);
    const first = new Int32Array(nodes + 1);
    const [words, children, siblings] = [this.#word, this.#child, this.#sibling];
    let count = 1;
    for (let node = 0; node < nodes; node++) {
      first[node] = count;
      const eldest = children[order[node]!]!;
      for (let child = eldest; child > 0; child = siblings[child]!) count++;
      // The last that came stands first in the list, and mostly has the highest word: so they are put in from the end. Nobody
      // looks for those of the root among each other.
      let at = count;
      for (let child = eldest; child > 0; child = siblings[child]!) {
        let to = --at;
        if (node > 0)
          for (; to + 1 < count && words[order[to + 1]!]! < words[child]!; to++) order[to] = order[to + 1]!;
        order[to] = child;
      }
    }
    first[nodes] = count;
    const leading = new Int32Array(nodes);
    for (let node = 0; node < nodes; node++) leading[node] = words[order[node]!]!;
    const opens = new Int32Array(size);
    for (let node = first[0]!; node < first[1]!; node++) opens[leading[node]!] = node;
    const { from, places, ids } = this.#meanings.inRows(order);
    return new PhraseTrie(opens, first, leading, from, places, ids);
  }

  #rehash(): void {
    const [keys, to] = [this.#keys, this.#to];
    this.#keys = new Float64Array(keys.length * 2);
    this.#to = new Int32Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    for (let old = 0; old < keys.length; old++) {
      const key = keys[old]!;
      if (key === 0) continue;
      let slot = spread(Math.floor(key / WORDS), key % WORDS) & mask;
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
      this.#keys[slot] = key;
      this.#to[slot] = to[old]!;
    }
  }
}

/** More words than any lexicon has. */
const WORDS = 1_048_576;
const spread = (node: number, word: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 7;

/**
 * All phrases of a lexicon, and what each stands for. The nodes are numbered level by level, so a node’s children lie
 * beside each other and the whole of it in so little room that a walk seldom waits for the memory.
 */
export class PhraseTrie {
  /** By node: which words go on from it, each a bit by its id; most words that do not are known by that. */
  readonly goesOn: Int32Array;

  constructor(
    /** By word id: the node behind the root, 0 where no phrase begins with it. */
    readonly opens: Int32Array,
    /** By node: its first child; they end where the next node’s begin. */
    private readonly first: Int32Array,
    /** By node: the word that leads to it. */
    private readonly leading: Int32Array,
    /** By node: where its meanings begin in `places` and `ids`; they end where the next node’s begin. */
    readonly meanings: Int32Array,
    readonly places: Uint8Array,
    readonly ids: readonly string[],
  ) {
    this.goesOn = new Int32Array(leading.length);
    for (let node = 1; node < leading.length; node++)
      for (let child = first[node]!; child < first[node + 1]!; child++)
        this.goesOn[node]! |= 1 << (leading[child]! & 31);
  }

  /** The node that a word leads to from another than the root; 0 for none. */
  step(node: number, word: number): number {
    const { leading } = this;
    let low = this.first[node]!;
    let high = this.first[node + 1]!;
    while (high - low > 8) {
      const middle = (low + high) >> 1;
      if (leading[middle]! <= word) low = middle;
      else high = middle;
    }
    for (; low < high; low++) if (leading[low] === word) return low;
    return 0;
  }
}
