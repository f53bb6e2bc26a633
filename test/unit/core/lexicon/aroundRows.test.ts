import assert from 'node:assert/strict';
import { AroundRows } from '../../../../src/core/lexicon/aroundRows.js';
import { WeightRows } from '../../../../src/core/lexicon/weightRows.js';

describe('weights of the words around', () => {
  // Word ids are stems here: 1 rated, 2 by, 3 progress; 4 is none of them.
  const stems = new Map([
    ['rated', 1],
    ['by', 2],
    ['progress', 3],
  ]);
  const rows = new WeightRows();
  const around = new AroundRows(
    {
      '<': 'rated a40B5',
      '=': 'rated b100',
      '<1': 'rated a7',
      '<1+': 'rated a3',
      '<1-': 'rated A4',
      '>': 'by a20',
      '>1': 'progress A60',
    },
    stems,
    Int32Array.from([0, 1, 2, 3, 0]),
    rows,
    0,
  );
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
