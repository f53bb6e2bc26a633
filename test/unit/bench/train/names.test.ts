import assert from 'node:assert/strict';
import { readCorpus } from '../../../../bench/corpus.mjs';
import { isName, namesIn, withoutNames } from '../../../../bench/train/names.mjs';
import { builtinData } from '../../../../src/core/lexicon/builtin.js';
import { WeightReader } from '../../../../src/core/lexicon/weightReader.js';

describe('names of people and places', () => {
  const names = namesIn([
    'The head, Ann Thrale, said that Ofsted had praised Thrale’s staff in March at the school in Gorse Lane.',
    'The school is down a narrow lane, and the head said that staff had gone there.',
  ]);

  it('are words that have a capital within sentences, with or without what is theirs', () => {
    for (const name of ['thrale', "thrale's", 'gorse', 'ann']) assert.ok(isName(name, names), name);
    for (const word of ['ofsted', 'march', 'lane', 'head', 'the', 'school'])
      assert.ok(!isName(word, names), word);
  });

  it('weigh nothing, neither alone nor beside others nor in signs; words of the same stem stay', () => {
    const weights = new Map(
      ['thral', 'said thral', '@< thral', '@voice narrator', 'said that', 'lan'].map(f => [f, [1]]),
    );
    const learnt = { classes: ['any'], bias: [0], spread: [0.25], shares: new Map<string, number>() };
    assert.deepEqual(
      [...withoutNames({ ...learnt, weights }, names).weights.keys()],
      ['@voice narrator', 'said that', 'lan'],
    );
  });

  it('of the texts learnt from are nowhere in what the product has learnt', () => {
    const known = namesIn(
      ['bench/corpus', 'bench/corpus/snippets', 'bench/corpus/sentences']
        .flatMap(folder => readCorpus(folder))
        .map(d => d.text),
    );
    const forms = new WeightReader(builtinData.weights!).forms.flat();
    assert.deepEqual(
      forms.filter(form => isName(form, known)),
      [],
    );
  });
});
