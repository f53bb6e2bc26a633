import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TrieBuilder } from '../../../../src/core/lexicon/phraseTrie.js';

/** Phrases of word ids from 1; few different ones, so that they share beginnings and some words lead to many others. */
const phrase = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 });

describe('the trie of phrases', () => {
  it('walks to what each phrase means, and to nothing along words that no phrase begins with', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 200 }), phrase, (phrases, other) => {
        const builder = new TrieBuilder();
        for (const words of phrases) {
          const node = words.reduce((from, word) => builder.step(from, word), 0);
          builder.mean(node, builder.meaning(words.length, words.join()));
        }
        const trie = builder.close(61);
        for (const words of [...phrases, other]) {
          let node = trie.opens[words[0]!]!;
          for (const word of words.slice(1)) {
            const next = node === 0 ? 0 : trie.step(node, word);
            const hinted = node > 0 && ((trie.goesOn[node]! >>> (word & 31)) & 1) === 1;
            if (next > 0) assert.ok(hinted, 'the bits name every word that goes on');
            node = next;
          }
          const begun = phrases.some(known => words.every((word, i) => known[i] === word));
          assert.equal(node > 0, begun);
          if (node === 0) continue;
          const [from, to] = [trie.meanings[node]!, trie.meanings[node + 1]!];
          const own = phrases.some(known => known.join() === words.join());
          assert.deepEqual(trie.ids.slice(from, to), own ? [words.join()] : []);
          assert.deepEqual([...trie.places.slice(from, to)], own ? [words.length] : []);
        }
      }),
    );
  });

  it('grows past the room it begins with', () => {
    const builder = new TrieBuilder();
    const ends = Array.from({ length: 40_000 }, (_, i) =>
      builder.step(builder.step(0, 1 + (i % 200)), 1 + i),
    );
    ends.forEach((node, i) => {
      builder.mean(node, builder.meaning(0, String(i)));
    });
    const trie = builder.close(40_001);
    for (let i = 0; i < ends.length; i++) {
      const node = trie.step(trie.opens[1 + (i % 200)]!, 1 + i);
      assert.equal(trie.ids[trie.meanings[node]!], String(i));
    }
  });
});
