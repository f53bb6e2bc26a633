import { CATEGORIES, placeOf } from './categories.js';
import { chunksOf, expandChunk, PhraseError } from './phrases.js';
import type { Entry, Mention } from './entry.js';
import { longer, Meanings } from './meanings.js';
import { CELL, hashOf, LINE, MARK, NUMBER, reads, TIGHT, type Tokens, WORD } from '../report/tokens.js';

/** In the place of a word id: the token goes on with the word before it. */
export const CONTINUED = -1;

/**
 * All phrases of a lexicon as one trie over interned words: one walk from each word of a paragraph, no longer than
 * the longest phrase, so time is linear in the text whatever it holds and does not grow with the lexicon.
 */
export class Matcher {
  /** Interned words, by hash; open addressing, slot → word id (0: free). */
  #slots = new Int32Array(32_768);
  #slotHash = new Int32Array(32_768);
  readonly #words: string[] = [''];
  /** Trie edges `(node, word) → node`, open addressing again. */
  #edgeKeys = new Float64Array(131_072);
  #edgeTo = new Int32Array(131_072);
  #edges = 0;
  /** By node: where its meanings begin in `#places` and `#ids`; they end where the next node’s begin. */
  readonly #meanings: Int32Array;
  readonly #places: Uint8Array;
  readonly #ids: readonly string[];
  /** By node: which words go on from it, each a bit by its id; most words that do not are known by that. */
  #goesOn = new Int32Array(65_536);
  #nodes = 1;
  /** By word id: the node behind the root, where some phrase begins with it. */
  #opens = new Int32Array(8192);
  readonly #number: number;
  /** By category: the token up to which one was found. */
  readonly #reach = new Int32Array(CATEGORIES.length);

  /**
   * `vocabulary`: words that belong to no phrase and shall have an id all the same; folded, one word each.
   *
   * @throws PhraseError where a phrase is none.
   */
  constructor(entries: Iterable<Entry>, vocabulary: Iterable<string> = []) {
    this.#number = this.#intern('#');
    for (const word of vocabulary) this.#intern(word);
    const meanings = new Meanings();
    const known = new Map<string, readonly (readonly number[])[]>();
    const idsOf = (chunk: string): readonly (readonly number[])[] => {
      let ids = known.get(chunk);
      if (!ids) known.set(chunk, (ids = expandChunk(chunk).map(words => words.map(w => this.#intern(w)))));
      return ids;
    };
    for (const { category, id, phrase } of entries) {
      const chunks = chunksOf(phrase).map(idsOf);
      const meaning = meanings.of(placeOf(category), id);
      // Whatever begins alike goes the same way through the trie, and goes it once.
      const walk = (node: number, depth: number): void => {
        if (depth === chunks.length) {
          if (node > 0) meanings.add(node, meaning);
          return;
        }
        for (const words of chunks[depth]!) {
          let next = node;
          for (const word of words) next = this.#edge(next, word) || this.#connect(next, word);
          walk(next, depth + 1);
        }
      };
      if (chunks.every(forms => forms.every(words => words.length === 0)))
        throw new PhraseError(`“${phrase}” has no words`);
      walk(0, 0);
    }
    const { from, places, ids } = meanings.inRows(this.#nodes);
    this.#meanings = from;
    this.#places = places;
    this.#ids = ids;
  }

  /** The word of an id that `intern` gave. */
  wordOf(id: number): string {
    return this.#words[id]!;
  }

  /** The id of a folded word; 0 where the lexicon does not know it. */
  idOf(word: string): number {
    return this.#lookup(hashOf(word), word, 0, word.length);
  }

  /** How many words the lexicon knows. */
  get size(): number {
    return this.#words.length - 1;
  }

  /**
   * Word id of each token (0: a word that no phrase has), as `match` needs it. A word that was hyphenated at a line
   * break has its id at its first half, and `CONTINUED` at the hyphen and the second half.
   */
  intern(text: string, tokens: Tokens, into: Int32Array): Int32Array {
    const ids = into.length >= tokens.count ? into : new Int32Array(Math.max(tokens.count, into.length * 2));
    // The first probe is written out here: most words are unknown, and it settles most of those.
    const [slots, slotHash, mask] = [this.#slots, this.#slotHash, this.#slots.length - 1];
    const { kind, hash, start, end, gap, count } = tokens;
    for (let i = 0; i < count; i++) {
      if (kind[i] !== WORD) {
        ids[i] = kind[i] === NUMBER ? this.#number : 0;
        continue;
      }
      const slot = hash[i]! & mask;
      const known = slots[slot] !== 0 && (slotHash[slot] === hash[i] || slots[(slot + 1) & mask] !== 0);
      ids[i] = known ? this.#lookup(hash[i]!, text, start[i]!, end[i]!) : 0;
      if (ids[i] === 0 && end[i]! - start[i]! > 2) ids[i] = this.#possessed(text, start[i]!, end[i]!);
      if (i + 2 >= count || gap[i + 1] !== TIGHT || gap[i + 2] !== LINE || !isBroken(text, tokens, i))
        continue;
      const whole = text.slice(start[i], end[i]) + text.slice(start[i + 2], end[i + 2]);
      const id =
        this.#lookup(hashOf(whole), whole, 0, whole.length) || this.#possessed(whole, 0, whole.length);
      if (id === 0) continue;
      ids[i++] = id;
      ids[i++] = CONTINUED;
      ids[i] = CONTINUED;
    }
    return ids;
  }

  /**
   * Every phrase in the paragraph, by first token; of one category and one start only the longest, and none that
   * lies inside an earlier one of its category.
   */
  match(text: string, tokens: Tokens, ids: Int32Array): Mention[] {
    const found: Mention[] = [];
    const reach = this.#reach.fill(0);
    const { count, kind, gap, start, end } = tokens;
    const [opens, goesOn, meanings] = [this.#opens, this.#goesOn, this.#meanings];
    const [places, entries] = [this.#places, this.#ids];
    for (let i = 0; i < count; i++) {
      const first = ids[i]!;
      if (first <= 0) continue;
      let node = opens[first]!;
      if (node === 0) continue;
      const begin = found.length;
      for (let j = i; ;) {
        const last = meanings[node + 1]!;
        let m = meanings[node]!;
        if (m < last) {
          while (j + 1 < count && ids[j + 1] === CONTINUED) j++;
          for (; m < last; m++) {
            const place = places[m]!;
            if (reach[place]! > j) continue;
            // Of one category only the longest from here; the few found from this word are all that can be shorter.
            for (let k = found.length - 1; k >= begin; k--)
              if (found[k]!.place === place && found[k]!.to <= j) found.splice(k, 1);
            found.push({
              category: CATEGORIES[place]!,
              place,
              id: entries[m]!,
              from: i,
              to: j + 1,
              start: start[i]!,
              end: end[j]!,
            });
          }
        }
        const mask = goesOn[node]!;
        if (mask === 0) break;
        // On to the next word that the phrase may have.
        for (j++; j < count; j++) {
          if (ids[j] === CONTINUED) continue;
          if (kind[j] !== MARK) break;
          // "well-led" is "well led"; a hyphen that stands free is a dash, and ends the phrase.
          if (
            !isHyphen(text.charCodeAt(start[j]!)) ||
            gap[j] !== TIGHT ||
            j + 1 >= count ||
            (gap[j + 1] !== TIGHT && gap[j + 1] !== LINE)
          ) {
            j = count;
            break;
          }
        }
        if (j >= count || gap[j] === CELL) break;
        const word = ids[j]!;
        if (word === 0 || ((mask >>> (word & 31)) & 1) === 0) break;
        node = this.#edge(node, word);
        if (node === 0) break;
      }
      for (let k = begin; k < found.length; k++) reach[found[k]!.place] = found[k]!.to;
    }
    return found;
  }

  /** The word id of the base of a possessive: "council" of "council’s"; 0 for anything else. */
  #possessed(text: string, start: number, end: number): number {
    if ((text.charCodeAt(end - 1) | 32) !== 0x73 || !isApostrophe(text.charCodeAt(end - 2))) return 0;
    return this.#lookup(hashOf(text.slice(start, end - 2)), text, start, end - 2);
  }

  #lookup(hash: number, text: string, start: number, end: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot]!;
      if (id === 0) return 0;
      if (this.#slotHash[slot] === hash && reads(text, start, end, this.#words[id]!)) return id;
    }
  }

  #intern(word: string): number {
    const hash = hashOf(word);
    const known = this.#lookup(hash, word, 0, word.length);
    if (known !== 0) return known;
    const id = this.#words.push(word) - 1;
    if (id >= this.#opens.length) this.#opens = longer(this.#opens, id);
    if (this.#words.length * 3 > this.#slots.length) this.#rehash();
    else this.#place(hash, id);
    return id;
  }

  #place(hash: number, id: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = id;
    this.#slotHash[slot] = hash;
  }

  #rehash(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Int32Array(size);
    this.#slotHash = new Int32Array(size);
    for (let id = 1; id < this.#words.length; id++) this.#place(hashOf(this.#words[id]!), id);
  }

  #edge(node: number, word: number): number {
    if (word === 0) return 0;
    const key = node * 1_048_576 + word;
    const mask = this.#edgeKeys.length - 1;
    for (let slot = spread(node, word) & mask; ; slot = (slot + 1) & mask) {
      const at = this.#edgeKeys[slot]!;
      if (at === key) return this.#edgeTo[slot]!;
      if (at === 0) return 0;
    }
  }

  #connect(node: number, word: number): number {
    if (++this.#edges * 3 > this.#edgeKeys.length) {
      const [keys, to] = [this.#edgeKeys, this.#edgeTo];
      this.#edgeKeys = new Float64Array(keys.length * 2);
      this.#edgeTo = new Int32Array(keys.length * 2);
      keys.forEach((key, slot) => {
        if (key !== 0) this.#store(Math.floor(key / 1_048_576), key % 1_048_576, to[slot]!);
      });
    }
    const child = this.#nodes++;
    if (child >= this.#goesOn.length) this.#goesOn = longer(this.#goesOn, child);
    this.#goesOn[node]! |= 1 << (word & 31);
    if (node === 0) this.#opens[word] = child;
    this.#store(node, word, child);
    return child;
  }

  #store(node: number, word: number, to: number): void {
    const mask = this.#edgeKeys.length - 1;
    let slot = spread(node, word) & mask;
    while (this.#edgeKeys[slot] !== 0) slot = (slot + 1) & mask;
    this.#edgeKeys[slot] = node * 1_048_576 + word;
    this.#edgeTo[slot] = to;
  }
}

/** Do a hyphen and a word follow token `i`, so that it may be the first half of a word broken at the end of a line? */
const isBroken = (text: string, tokens: Tokens, i: number): boolean =>
  tokens.kind[i + 1] === MARK &&
  tokens.kind[i + 2] === WORD &&
  isHyphen(text.charCodeAt(tokens.start[i + 1]!));

const spread = (node: number, word: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 7;
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019 || unit === 0x2018;
