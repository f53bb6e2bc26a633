import assert from 'node:assert/strict';
import { AroundWeights } from '../../../../src/core/lexicon/aroundWeights.js';
import { SignList, SignNames } from '../../../../src/core/lexicon/signNames.js';

describe('weights of the words around', () => {
  // Word ids are stems here: 1 rated, 2 by, 3 progress.
  const stems = new Map([
    ['rated', 1],
    ['by', 2],
    ['progress', 3],
  ]);
  const weights = new AroundWeights(
    {
      classes: ['judgement'],
      bias: [-10],
      signs: { capital: 'a5' },
      around: {
        '< rated': 'a40',
        '<1 rated': 'a7',
        '<1+ rated': 'a3',
        '<1- rated': 'A4',
        '> by': 'a20',
        '>1 progress': 'A60',
      },
    },
    stems,
    word => (word < 4 ? word : 0),
  );
  const names = new SignNames();
  const signs = new SignList();
  signs.push(names.number('capital'));
  signs.push(names.number('unheard of'));
  const score = (words: number[], at: number, ruled = false): number =>
    weights.score(
      Int32Array.from(words),
      { from: 0, to: words.length },
      { from: at, to: at + 1 },
      ruled,
      signs,
      weights.weightsOf(names),
    );

  it('know how near a word stands, on which side, and what the rules say', () => {
    assert.equal(score([1, 9, 2], 1), -10 + 5 + 40 + 7 - 4 + 20);
    assert.equal(score([1, 9, 2], 1, true), -10 + 5 + 40 + 7 + 3 + 20);
    assert.equal(score([1, 8, 9, 3], 2), -10 + 5 + 40 - 60);
  });

  it('count a word once, and none beyond their reach or the sentence', () => {
    assert.equal(score([1, 1, 9], 2), -10 + 5 + 40 + 7 - 4);
    assert.equal(score([1, 0, 0, 0, 0, 0, 0, 9], 7), -10 + 5);
    assert.equal(score([9], 0), -10 + 5);
  });
});
