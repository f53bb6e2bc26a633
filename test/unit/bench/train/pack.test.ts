import assert from 'node:assert/strict';
import { packWithin, pack, print } from '../../../../bench/train/pack.mjs';
import { Forms } from '../../../../bench/train/vocabulary.mjs';

const learnt = (weights: Record<string, readonly number[]>, classes = ['a', 'b']) => ({
  classes,
  bias: [0.5, -0.26],
  weights: new Map(Object.entries(weights)),
  shares: new Map(Object.keys(weights).map(name => [name, 0.1])),
  spread: classes.map(() => 0.2),
});
const nothing = learnt({});

describe('packing what was learnt', () => {
  const forms = new Forms([['drift', 'drifted', 'delays', 'delay', 'home', 'rated']]);
  const data = pack(
    {
      themes: learnt({ drift: [0.4, 0], home: [0.02, 0] }),
      polarity: learnt({ drift: [0, -1.5], 'drift delay': [0.2, 0], '@blame': [1, -1] }),
      voice: learnt({ delay: [-0.1, 0] }),
      status: nothing,
      candidate: learnt({ '@<1 rat': [2, 0], '@ruled': [1, 0] }),
      subject: learnt({ '@< nth 2': [0.03, 0], '@h hom': [0.4, 0], '@<+ drift': [-0.2, 0] }),
    },
    forms,
  );

  it('gives each word a line: its forms, what it weighs, and what it weighs with another behind it', () => {
    assert.deepEqual(data.words, ['delay|+s ||A2', 'drift|+ed a8|B30 delay |a4', 'home', 'rated']);
  });

  it('gives signs their rows, and words around a grade theirs', () => {
    assert.deepEqual(data.polarity, { classes: ['a', 'b'], bias: [10, -5], signs: { blame: 'a20B20' } });
    assert.deepEqual(data.candidate.signs, { ruled: 'a20' });
    assert.deepEqual(data.candidate.around, { '<1': 'rated a40' });
  });

  it('leaves out what weighs least until it fits', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${'abcdefghij'[i % 10]!}${'abcd'[i % 4]!}x`);
    const many = learnt(Object.fromEntries(words.map((word, i) => [word, [0.05 + i / 40, 0]])));
    const all = {
      themes: many,
      polarity: nothing,
      voice: nothing,
      status: nothing,
      candidate: nothing,
      subject: nothing,
    };
    const formsOf = (): Forms => new Forms([words]);
    const whole = print(pack(all, formsOf())).length;
    const most = Math.round(0.8 * whole);
    assert.throws(() => packWithin(all, formsOf, 10), /do not fit into 10 /);
    const fitting = packWithin(all, formsOf, most);
    assert.ok(print(fitting).length <= most && fitting.words.length > 0);
    assert.ok(
      fitting.words.every(line => Number(/a(\d+)/.exec(line)?.[1]) > 2),
      fitting.words.join(', '),
    );
  });

  it('keeps what a common word weighs before the more that a rare one does', () => {
    const of = {
      themes: {
        ...learnt({ delay: [0.3, 0], drift: [0.5, 0] }),
        shares: new Map([
          ['delay', 0.2],
          ['drift', 0.01],
        ]),
      },
      polarity: nothing,
      voice: nothing,
      status: nothing,
      candidate: nothing,
      subject: nothing,
    };
    const formsOf = (): Forms => new Forms([['drift', 'delay']]);
    const most = print(pack(of, formsOf())).length - 1;
    assert.deepEqual(packWithin(of, formsOf, most).words, ['delay a6']);
  });

  it('weighs more finely what is ranked, whatever its signs are called', () => {
    assert.deepEqual(data.subject, {
      signs: { '< nth 2': 'a3' },
      words: { h: 'home a4', '<+': 'drift A2' },
    });
  });
});
