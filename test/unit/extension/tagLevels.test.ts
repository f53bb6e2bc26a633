import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LEVELS, levelsOf } from '../../../src/extension/tagging/tagLevels.js';

describe('levels of overlapping tags', () => {
  it('are the lowest where passages do not meet', () => {
    assert.deepEqual(
      levelsOf([
        { start: 5, end: 9 },
        { start: 0, end: 5 },
      ]),
      [0, 0],
    );
  });

  it('put the longer of two that begin together below', () => {
    assert.deepEqual(
      levelsOf([
        { start: 0, end: 4 },
        { start: 0, end: 9 },
        { start: 2, end: 3 },
      ]),
      [1, 0, 2],
    );
  });

  it('differ wherever no more passages meet than there are levels', () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), spans => {
        const levels = levelsOf(spans);
        const at = (place: number): number[] =>
          spans.flatMap(({ start, end }, i) => (start <= place && place < end ? [i] : []));
        const most = Math.max(0, ...Array.from({ length: 61 }, (_, place) => at(place).length));
        fc.pre(most <= LEVELS);
        for (let place = 0; place <= 60; place++) {
          const here = at(place).map(i => levels[i]);
          assert.equal(new Set(here).size, here.length);
        }
      }),
    );
  });
});
