import { CATEGORIES, placeOf } from './categories.js';
import { chunksOf, expandChunk, PhraseError } from './phrases.js';
import type { Entry, Mention } from './entry.js';
import { MentionPool } from './mentionPool.js';
import { type PhraseTrie, TrieBuilder } from './phraseTrie.js';
import { WordIds } from './wordIds.js';
import { CELL, hashOfUnits, LINE, MARK, NUMBER, TIGHT, type Tokens, WORD } from '../report/tokens.js';

/** In the place of a word id: the token goes on with the word before it. */
export const CONTINUED = -1;

/**
 * All phrases of a lexicon as one trie over interned words: one walk from each word of a paragraph, no longer than
 * the longest phrase, so time is linear in the text whatever it holds and does not grow with the lexicon.
 */
export class Matcher {
  readonly #words = new WordIds();
  readonly #trie: PhraseTrie;
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
    const interned = this.#words;
    this.#number = interned.intern('#');
    for (const word of vocabulary) interned.intern(word);
    const trie = new TrieBuilder();
    const known = new Map<string, readonly (readonly number[])[]>();
    const idsOf = (chunk: string): readonly (readonly number[])[] => {
      let ids = known.get(chunk);
      if (!ids) known.set(chunk, (ids = expandChunk(chunk).map(words => words.map(w => interned.intern(w)))));
      return ids;
    };
    for (const { category, id, phrase } of entries) {
      const chunks = chunksOf(phrase).map(idsOf);
      const meaning = trie.meaning(placeOf(category), id);
      // Whatever begins alike goes the same way through the trie, and goes it once.
      const walk = (node: number, depth: number): void => {
        if (depth === chunks.length) {
          if (node > 0) trie.mean(node, meaning);
          return;
        }
        for (const words of chunks[depth]!) {
          let next = node;
          for (const word of words) next = trie.step(next, word);
          walk(next, depth + 1);
        }
      };
      if (chunks.every(forms => forms.every(words => words.length === 0)))
        throw new PhraseError(`“${phrase}” has no words`);
      walk(0, 0);
    }
    this.#trie = trie.close(interned.words.length);
  }

  /** The words by the ids that `intern` gives. */
  get dictionary(): readonly string[] {
    return this.#words.words;
  }

  /** The id of a folded word; 0 where the lexicon does not know it. */
  idOf(word: string): number {
    return this.#words.idOf(word);
  }

  /** The id of the word at a token, or of what it is the possessive of; 0 where the lexicon does not know it. */
  idAt({ hash, start, end, folded }: Tokens, token: number): number {
    const [from, to] = [start[token]!, end[token]!];
    const id = this.#words.lookup(hash[token]!, folded, from, to);
    return id === 0 && to - from > 2 ? this.#possessed(folded, from, to) : id;
  }

  /** How many words the lexicon knows. */
  get size(): number {
    return this.#words.words.length - 1;
  }

  /**
   * Word id of each token (0: a word that no phrase has), as `match` needs it. A word that was hyphenated at a line
   * break has its id at its first half, and `CONTINUED` at the hyphen and the second half.
   */
  intern(text: string, tokens: Tokens, into: Int32Array): Int32Array {
    const ids = into.length >= tokens.count ? into : new Int32Array(Math.max(tokens.count, into.length * 2));
    const { kind, start, end, gap, count } = tokens;
    for (let i = 0; i < count; i++) {
      if (kind[i] !== WORD) {
        ids[i] = kind[i] === NUMBER ? this.#number : 0;
        continue;
      }
      ids[i] = this.idAt(tokens, i);
      if (i + 2 >= count || gap[i + 1] !== TIGHT || gap[i + 2] !== LINE || !isBroken(tokens, i)) continue;
      const whole = this.#idOfWhole(text.slice(start[i], end[i]) + text.slice(start[i + 2], end[i + 2]));
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
    const trie = this.#trie;
    const { opens, goesOn, meanings, places, ids: entries } = trie;
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
        node = trie.step(node, word);
        if (node === 0) break;
      }
      for (let k = begin; k < found.count; k++) reach[found.at(k).place] = found.at(k).to;
    }
    return found.list();
  }

  /** The word id of the base of a possessive: "council" of "council’s"; 0 for anything else. */
  #possessed(units: Uint16Array, start: number, end: number): number {
    if (units[end - 1] !== 0x73 || units[end - 2] !== 0x27) return 0;
    return this.#words.lookup(hashOfUnits(units, start, end - 2), units, start, end - 2);
  }

  /** The id of a word that was put together again, or of what it is the possessive of. */
  #idOfWhole(word: string): number {
    const id = this.idOf(word);
    return id === 0 && /['’‘]s$/i.test(word) ? this.idOf(word.slice(0, -2)) : id;
  }
}

/** Do a hyphen and a word follow token `i`, so that it may be the first half of a word broken at the end of a line? */
const isBroken = ({ kind, mark }: Tokens, i: number): boolean =>
  kind[i + 2] === WORD && isHyphen(mark[i + 1]!);

const isHyphen = (unit: number): boolean => unit === 0x2d || unit === 0x2010 || unit === 0x2011;
