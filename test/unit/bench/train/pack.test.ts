import assert from 'node:assert/strict';
import { pack } from '../../../../bench/train/pack.mjs';
import { Forms } from '../../../../bench/train/vocabulary.mjs';

const learnt = (weights: Record<string, readonly number[]>, classes = ['a', 'b']) => ({
  classes,
  bias: [0.5, -0.26],
  weights: new Map(Object.entries(weights)),
});
const nothing = learnt({});

describe('packing what was learnt', () => {
  const forms = new Forms([['drift', 'drifted', 'delays', 'delay', 'home', 'rated']]);
  const data = pack(
    {
      themes: learnt({ drift: [0.4, 0], home: [0.01, 0] }),
      polarity: learnt({ drift: [0, -1.5], 'drift delay': [0.2, 0], '@blame': [1, -1] }),
      voice: learnt({ delay: [-0.1, 0] }),
      status: nothing,
      candidate: learnt({ '@<1 rat': [2, 0], '@ruled': [1, 0] }),
      subject: learnt({ '@< nth 2': [0.03, 0] }),
    },
    forms,
  );

  it('gives each word a line: its forms, what it weighs, and what it weighs with another behind it', () => {
    assert.deepEqual(data.words, ['delay|+s ||A2', 'drift|+ed a8|B30 delay |a4', 'rated']);
  });

  it('gives signs their rows, and words around a grade theirs', () => {
    assert.deepEqual(data.polarity, { classes: ['a', 'b'], bias: [10, -5], signs: { blame: 'a20B20' } });
    assert.deepEqual(data.candidate.signs, { ruled: 'a20' });
    assert.deepEqual(data.candidate.around, { '<1 rated': 'a40' });
  });

  it('weighs more finely what is ranked, whatever its signs are called', () => {
    assert.deepEqual(data.subject, { signs: { '< nth 2': 'a3' } });
  });
});
