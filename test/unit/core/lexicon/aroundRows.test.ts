import assert from 'node:assert/strict';
import { AroundRows, PLACES } from '../../../../src/core/lexicon/aroundRows.js';
import { WeightReader } from '../../../../src/core/lexicon/weightReader.js';
import { WeightRows } from '../../../../src/core/lexicon/weightRows.js';
import { packed } from '../../../packed.js';

describe('weights of the words around', () => {
  const reader = new WeightReader(
    packed({
      candidate: {
        classes: ['a', 'b'],
        weights: {
          '@< rat': [2, -0.25],
          '@= rat': [0, 5],
          '@<1 rat': [0.35, 0],
          '@<1+ rat': [0.15, 0],
          '@<1- rat': [-0.2, 0],
          '@> by': [1, 0],
          '@>1 progress': [-3, 0],
        },
      },
      words: ['rated', 'by', 'progress'],
    }),
  );
  // Word ids here: 1 rated, 2 by, 3 progress; 4 is none of them.
  const stemOf = ['', 'rated', 'by', 'progress', ''].map(
    word => 1 + reader.forms.findIndex(([form]) => form === word),
  );
  for (const question of ['themes', 'polarity', 'voice', 'status'] as const)
    reader.eachSign(question, () => undefined);
  for (const _place of PLACES) reader.eachWord('status around', () => undefined);
  reader.eachSign('candidate', () => undefined);
  const rows = new WeightRows();
  const around = new AroundRows(reader, 'candidate around', Int32Array.from(stemOf), rows, 0);
  rows.close();
  const sums = (words: number[], at: number, ruled?: boolean): number[] => {
    const found = new Int32Array(2);
    const sentence = { from: 0, to: words.length };
    around.add(Int32Array.from(words), sentence, { from: at, to: at + 1 }, ruled, found, 0);
    return [...found];
  };

  it('know how near a word stands, on which side, and what the rules say', () => {
    assert.deepEqual(sums([1, 4, 2], 1, false), [40 + 7 - 4 + 20, 95]);
    assert.deepEqual(sums([1, 4, 2], 1, true), [40 + 7 + 3 + 20, 95]);
    assert.deepEqual(sums([1, 4, 2], 1), [40 + 7 + 20, 95]);
    assert.deepEqual(sums([1, 2, 4, 3], 2), [40 - 60, 95]);
  });

  it('count a word once, also where it stands on both sides', () => {
    assert.deepEqual(sums([1, 1, 4], 2), [40 + 7, 95]);
    assert.deepEqual(sums([1, 4, 1], 1), [40 + 7, 95]);
  });

  it('count none beyond their reach or the sentence', () => {
    assert.deepEqual(sums([1, 0, 0, 0, 0, 0, 0, 4], 7), [0, 100]);
    assert.deepEqual(sums([1, ...new Array<number>(40).fill(0), 4], 41), [0, 0]);
    assert.deepEqual(sums([4], 0), [0, 0]);
  });

  it('say which word speaks for one class rather than for another', () => {
    const words = Int32Array.from([1, 4, 2]);
    const speaks = (token: number): number => around.speaks(words, token, { from: 1, to: 2 }, 0, 1);
    assert.equal(speaks(0), 40 + 5 - 100 + 7);
    assert.equal(speaks(2), 20);
  });
});
