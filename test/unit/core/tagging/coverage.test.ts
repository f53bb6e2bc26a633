import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';
import { selectorFor } from '../../../../src/core/tagging/selector.js';
import { coverageOf, united } from '../../../../src/core/tagging/coverage.js';
import type { ReadMark } from '../../../../src/core/tagging/tag.js';

const lexicon = builtinLexicon();
const TEXT = 'Early help is offered sooner in Quillbury.\nPlans are reviewed on time by their managers.\n';
const mark = (words: string, by?: string): ReadMark => {
  const start = TEXT.indexOf(words);
  return { id: words, ...selectorFor(TEXT, start, start + words.length), ...(by ? { by } : {}) };
};

describe('coverage', () => {
  it('says of each person what they have read, overlaps counted once', () => {
    const [amara, ben] = coverageOf(
      TEXT,
      [
        mark('Early help is offered', 'amara'),
        mark('offered sooner in Quillbury.', 'amara'),
        { id: 'x', by: 'ben' },
      ],
      lexicon,
    );
    assert.deepEqual([amara?.by, amara?.spans.length], ['amara', 1]);
    assert.ok(Math.abs(amara!.share - 42 / TEXT.trim().length) < 0.001, String(amara!.share));
    assert.deepEqual([ben?.by, ben?.share], ['ben', 1]);
  });

  it('does not count words that have changed since', () => {
    const [read] = coverageOf(
      TEXT.replace('sooner', 'later'),
      [mark('offered sooner in Quillbury')],
      lexicon,
    );
    assert.equal(read?.share, 0);
  });

  it('unites spans so that none overlap and every place stays covered', () => {
    const span = fc
      .tuple(fc.nat(50), fc.nat(50))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span), spans => {
        const all = united(spans);
        const covers = (list: typeof spans, at: number): boolean =>
          list.some(s => s.start <= at && at < s.end);
        for (let at = 0; at < 51; at++) assert.equal(covers(all, at), covers(spans, at));
        for (let i = 1; i < all.length; i++) assert.ok(all[i]!.start > all[i - 1]!.end);
      }),
    );
  });
});
