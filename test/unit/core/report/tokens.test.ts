import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  CELL,
  hashOf,
  LINE,
  SPACE,
  TIGHT,
  TokenBuffer,
  tokenise,
} from '../../../../src/core/report/tokens.js';

const words = (text: string): string[] => {
  const t = tokenise(text, new TokenBuffer());
  return Array.from({ length: t.count }, (_, i) => text.slice(t.start[i], t.end[i]));
};

describe('tokens', () => {
  it('keep inner apostrophes and points of numbers, and part everything else', () => {
    assert.deepEqual(words('1,497 2019,2023 18.2,16.7'), [
      ...['1,497', '2019', ',', '2023', '18.2', ',', '16.7'],
    ]);
    assert.deepEqual(words('Children’s 81.5% of 1,200, “well-led” 31st.'), [
      ...['Children’s', '81.5', '%', 'of', '1,200', ',', '“', 'well', '-', 'led', '”', '31', 'st', '.'],
    ]);
  });

  it('say what stands before them', () => {
    const t = tokenise('a b-c\td   e\n f', new TokenBuffer());
    assert.deepEqual([...t.gap.slice(0, t.count)], [LINE, SPACE, TIGHT, TIGHT, CELL, CELL, LINE]);
  });

  it('have the hash of their folded letters', () => {
    const t = tokenise('Council’S', new TokenBuffer());
    assert.equal(t.hash[0], hashOf("council's"));
  });

  it('cover every character that is no white space, once and in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text => {
        const t = tokenise(text, new TokenBuffer());
        let at = 0;
        for (let i = 0; i < t.count; i++) {
          assert.ok(t.start[i]! >= at && t.end[i]! > t.start[i]!);
          assert.match(text.slice(at, t.start[i]), /^[\s\u00ad\u200b]*$/);
          at = t.end[i]!;
        }
        assert.match(text.slice(at), /^[\s\u00ad\u200b]*$/);
      }),
    );
  });
});
