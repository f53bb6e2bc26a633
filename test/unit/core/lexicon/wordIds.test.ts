import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WordIds } from '../../../../src/core/lexicon/wordIds.js';
import { hashOf } from '../../../../src/core/report/tokens.js';

describe('the ids of words', () => {
  it('are given once to each word, counted from 1, and found by its letters wherever they stand', () => {
    const word = fc.stringMatching(/^[a-z']{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), word, (words, other) => {
        const ids = new WordIds();
        const known = [...new Set(words)];
        for (const one of words) assert.equal(ids.intern(one), known.indexOf(one) + 1);
        for (const one of [...known, other]) {
          const id = known.indexOf(one) + 1;
          const units = Uint16Array.from(`..${one}..`, c => c.charCodeAt(0));
          assert.equal(ids.idOf(one), id);
          assert.equal(ids.lookup(hashOf(one), units, 2, 2 + one.length), id);
          if (id > 0) assert.equal(ids.words[id], one);
        }
      }),
    );
  });

  it('stay as they are when there are more than it has room for at first', () => {
    const ids = new WordIds();
    const words = Array.from({ length: 30_000 }, (_, i) => `w${String(i)}`);
    for (const word of words) ids.intern(word);
    words.forEach((word, i) => {
      assert.equal(ids.idOf(word), i + 1);
    });
  });
});
