import { CATEGORIES, placeOf } from './categories.js';
import { chunksOf, expandChunk, PhraseError } from './phrases.js';
import type { Entry, Mention } from './entry.js';
import { MentionPool } from './mentionPool.js';
import { longer, Meanings } from './meanings.js';
import {
  CELL,
  hashOf,
  hashOfUnits,
  LINE,
  MARK,
  NUMBER,
  reads,
  TIGHT,
  type Tokens,
  WORD,
} from '../report/tokens.js';

/** In the place of a word id: the token goes on with the word before it. */
export const CONTINUED = -1;

/**
 * All phrases of a lexicon as one trie over interned words: one walk from each word of a paragraph, no longer than
 * the longest phrase, so time is linear in the text whatever it holds and does not grow with the lexicon.
 */
export class Matcher {
  /** Interned words, by hash; open addressing. A slot is two numbers beside each other: word id (0: free), hash. */
  #slots = new Int32Array(32_768);
  readonly #words: string[] = [''];
  /** The code units of all words one behind another, and where each word’s end by its id. */
  #units = new Uint16Array(65_536);
  #ends = new Int32Array(8192);
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
  readonly #found = new MentionPool();

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

  /** The words by the ids that `intern` gives. */
  get dictionary(): readonly string[] {
    return this.#words;
  }

  /** The id of a folded word; 0 where the lexicon does not know it. */
  idOf(word: string): number {
    const hash = hashOf(word);
    const mask = this.#slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = this.#slots[slot]!;
      if (id === 0 || (this.#slots[slot + 1] === hash && reads(word, 0, word.length, this.#words[id]!)))
        return id;
    }
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
    const { kind, hash, start, end, gap, folded, count } = tokens;
    for (let i = 0; i < count; i++) {
      if (kind[i] !== WORD) {
        ids[i] = kind[i] === NUMBER ? this.#number : 0;
        continue;
      }
      const from = start[i]!;
      const to = end[i]!;
      const id = this.#lookup(hash[i]!, folded, from, to);
      ids[i] = id === 0 && to - from > 2 ? this.#possessed(folded, from, to) : id;
      if (i + 2 >= count || gap[i + 1] !== TIGHT || gap[i + 2] !== LINE || !isBroken(tokens, i)) continue;
      const whole = this.#idOfWhole(text.slice(from, to) + text.slice(start[i + 2], end[i + 2]));
      if (whole === 0) continue;
      ids[i++] = whole;
      ids[i++] = CONTINUED;
      ids[i] = CONTINUED;
    }
    return ids;
  }

  /**
   * Every phrase in the paragraph, by first token; of one category and one start only the longest, and none that
   * lies inside an earlier one of its category. Valid until the next paragraph is matched.
   */
  match(tokens: Tokens, ids: Int32Array): readonly Mention[] {
    const found = this.#found;
    found.count = 0;
    const reach = this.#reach.fill(0);
    const { count, kind, gap, start, end, mark } = tokens;
    const [opens, goesOn, meanings] = [this.#opens, this.#goesOn, this.#meanings];
    const [places, entries] = [this.#places, this.#ids];
    for (let i = 0; i < count; i++) {
      const first = ids[i]!;
      if (first <= 0) continue;
      let node = opens[first]!;
      if (node === 0) continue;
      const begin = found.count;
      for (let j = i; ;) {
        const last = meanings[node + 1]!;
        let m = meanings[node]!;
        if (m < last) {
          while (j + 1 < count && ids[j + 1] === CONTINUED) j++;
          for (; m < last; m++) {
            const place = places[m]!;
            if (reach[place]! > j) continue;
            // Of one category only the longest from here; the few found from this word are all that can be shorter.
            for (let k = found.count - 1; k >= begin; k--)
              if (found.at(k).place === place && found.at(k).to <= j) found.remove(k);
            found.add(place, entries[m]!, i, j + 1, start[i]!, end[j]!);
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
            !isHyphen(mark[j]!) ||
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
      for (let k = begin; k < found.count; k++) reach[found.at(k).place] = found.at(k).to;
    }
    return found.list();
  }

  /** The word id of the base of a possessive: "council" of "council’s"; 0 for anything else. */
  #possessed(units: Uint16Array, start: number, end: number): number {
    if (units[end - 1] !== 0x73 || units[end - 2] !== 0x27) return 0;
    return this.#lookup(hashOfUnits(units, start, end - 2), units, start, end - 2);
  }

  /** The id of a word that was put together again, or of what it is the possessive of. */
  #idOfWhole(word: string): number {
    const id = this.idOf(word);
    return id === 0 && /['’‘]s$/i.test(word) ? this.idOf(word.slice(0, -2)) : id;
  }

  /** The id of the word whose folded code units are `units[start, end)`. */
  #lookup(hash: number, units: Uint16Array, start: number, end: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (hash << 1) & mask; ; slot = (slot + 2) & mask) {
      const id = slots[slot]!;
      if (id === 0 || (slots[slot + 1] === hash && this.#isWord(id, units, start, end))) return id;
    }
  }

  #isWord(id: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units;
    let at = this.#ends[id - 1]!;
    if (this.#ends[id]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (units[i] !== own[at++]) return false;
    return true;
  }

  #intern(word: string): number {
    const known = this.idOf(word);
    if (known !== 0) return known;
    const id = this.#words.push(word) - 1;
    if (id >= this.#opens.length) {
      this.#opens = longer(this.#opens, id);
      this.#ends = longer(this.#ends, id);
    }
    this.#keep(word, id);
    if (this.#words.length * 6 > this.#slots.length) this.#rehash();
    else this.#place(hashOf(word), id);
    return id;
  }

  #keep(word: string, id: number): void {
    let end = this.#ends[id - 1]!;
    if (end + word.length > this.#units.length) this.#units = longer(this.#units, end + word.length);
    for (let i = 0; i < word.length; i++) this.#units[end++] = word.charCodeAt(i);
    this.#ends[id] = end;
  }

  #place(hash: number, id: number): void {
    const mask = this.#slots.length - 1;
    let slot = (hash << 1) & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 2) & mask;
    this.#slots[slot] = id;
    this.#slots[slot + 1] = hash;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
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
const isBroken = ({ kind, mark }: Tokens, i: number): boolean =>
  kind[i + 2] === WORD && isHyphen(mark[i + 1]!);

const spread = (node: number, word: number): number =>
  (Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) >>> 7;
const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;
