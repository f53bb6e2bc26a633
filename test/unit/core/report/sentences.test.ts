import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SentenceEnds, splitSentences } from '../../../../src/core/report/sentences.js';
import { TokenBuffer, tokenise } from '../../../../src/core/report/tokens.js';

const split = (text: string): string[] => {
  const tokens = tokenise(text, new TokenBuffer());
  const { start, end } = tokens;
  const ends = splitSentences(text, tokens, new SentenceEnds());
  return Array.from(ends.to.subarray(0, ends.count), (to, i) =>
    text.slice(start[i > 0 ? ends.to[i - 1]! : 0], end[to - 1]),
  );
};

describe('sentences', () => {
  for (const [text, ...expected] of [
    ['Plans drift. Audits help.', 'Plans drift.', 'Audits help.'],
    ['It is 4.5% now. Good.', 'It is 4.5% now.', 'Good.'],
    [
      'Mrs P. Lane and Dr. Holt, of No. 4, came in Nov. 2011. They left.',
      'Mrs P. Lane and Dr. Holt, of No. 4, came in Nov. 2011.',
      'They left.',
    ],
    ['“It is hard.” She left.', '“It is hard.”', 'She left.'],
    ['“Is it hard?” she said. Yes.', '“Is it hard?” she said.', 'Yes.'],
    ['It was so.² Then it was not.', 'It was so.²', 'Then it was not.'],
  ] as const)
    it(`end where a reader ends them: “${text}”`, () => {
      assert.deepEqual(split(text), expected);
    });

  it('hold every token once, in order, and none is endless', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'B', '.', ' ', '”', '“', '?', '\n', '1', ',')), pieces => {
        const text = pieces.join('');
        const tokens = tokenise(text, new TokenBuffer());
        let at = 0;
        const ends = splitSentences(text, tokens, new SentenceEnds());
        for (const to of ends.to.subarray(0, ends.count)) {
          assert.ok(to > at);
          at = to;
        }
        assert.equal(at, tokens.count);
      }),
    );
    assert.ok(split('good '.repeat(5000)).length > 10);
  });
});
