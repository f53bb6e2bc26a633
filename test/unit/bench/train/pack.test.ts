import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pack, print } from '../../../../bench/train/pack.mjs';
import { unpack } from '../../../../bench/train/unpack.mjs';
import { Forms } from '../../../../bench/train/vocabulary.mjs';
import { packWithin } from '../../../../bench/train/within.mjs';
import { QUESTIONS } from '../../../../src/core/lexicon/weightData.js';
import { questions } from '../../../packed.js';

const ab = ['a', 'b'];

describe('packing what was learnt', () => {
  const forms = new Forms([['drift', 'drifted', 'delays', 'delay', 'home', 'homes', 'charity', 'charities']]);
  const learnt = questions({
    themes: { classes: ab, bias: [0.5, -0.25], weights: { drift: [0.4, 0], home: [0.02, 0] } },
    polarity: {
      classes: ab,
      weights: { drift: [0, -1.5], 'drift delay': [0.2, 0], '@blame': [1, -1], '@list': [0.5, 0] },
    },
    voice: { classes: ['x', 'y', 'z'], weights: { delay: [-0.1, 0, 70] } },
    status: {
      classes: ab,
      weights: { '@old': [1, 0], '@old, ruled b': [0, -0.6], '@older, ruled a': [2, 0] },
    },
    candidate: { classes: ['a'], weights: { '@<1 drift': [2], '@ruled': [1], '@= delay': [0.04] } },
    subject: { classes: ['subject'], weights: { '@< nth 2': [0.03], '@h hom': [0.4], '@<+ drift': [-0.2] } },
  });
  const data = pack(learnt, forms);

  it('keeps all that weighs something once it is rounded, and the forms of its words', () => {
    const again = unpack(data);
    const { home: _rounded, ...themes } = Object.fromEntries(learnt.themes.weights);
    assert.deepEqual(Object.fromEntries(again.learnt.themes.weights), { ...themes });
    for (const question of ['polarity', 'voice', 'status', 'subject'] as const)
      assert.deepEqual(
        Object.fromEntries(again.learnt[question].weights),
        Object.fromEntries(learnt[question].weights),
        question,
      );
    assert.deepEqual(Object.fromEntries(again.learnt.candidate.weights), { '@<1 drift': [2], '@ruled': [1] });
    assert.deepEqual(again.learnt.themes.bias, [0.5, -0.25]);
    assert.deepEqual(again.forms, [
      ['delay', 'delays'],
      ['drift', 'drifted'],
      ['home', 'homes'],
    ]);
  });

  it('is unpacked to what was packed, whatever it is', () => {
    const word = fc.constantFrom('drift', 'delay', 'hom', 'charity');
    const weight = fc.oneof(fc.constant(0), fc.integer({ min: -4000, max: 4000 }));
    const row = (width: number, parts: number) =>
      fc
        .array(weight, { minLength: width, maxLength: width })
        .filter(own => own.some(w => w !== 0))
        .map(own => own.map(w => w / parts));
    const names = fc.oneof(
      word,
      fc.tuple(word, word).map(pair => pair.join(' ')),
      fc.string({ maxLength: 12 }).map(sign => `@sign ${sign.replaceAll(',', '')}`),
    );
    const few = (classes: readonly string[]) =>
      fc.dictionary(names, row(classes.length, 20), { maxKeys: 20 }).map(weights => ({ classes, weights }));
    fc.assert(
      fc.property(few(ab), few(['x', 'y', 'z']), few(['v']), (themes, polarity, voice) => {
        const all = questions({ themes, polarity, voice });
        const { learnt: again } = unpack(pack(all, forms));
        for (const question of QUESTIONS)
          assert.deepEqual(
            new Map([...again[question].weights].sort()),
            new Map([...all[question].weights].sort()),
            question,
          );
      }),
    );
  });

  it('leaves out what weighs least until it fits', () => {
    const words = Array.from({ length: 40 }, (_, i) => `word${'abcdefghij'[i % 10]!}${'abcd'[i % 4]!}x`);
    const all = questions({
      themes: {
        classes: ab,
        weights: Object.fromEntries(words.map((word, i) => [word, [0.05 + i / 40, 0]])),
      },
    });
    const own = new Forms([words]);
    const most = print(pack(all, own)).length - 20;
    assert.throws(() => packWithin(all, own, 10), /do not fit into 10 /);
    const fitting = packWithin(all, own, most);
    const { weights } = unpack(fitting).learnt.themes;
    assert.ok(print(fitting).length <= most && weights.size > 0 && weights.size < 20);
    assert.ok(Math.min(...Array.from(weights.values(), ([first]) => first!)) > 0.5);
  });

  it('keeps what a common word weighs before the more that a rare one does', () => {
    const of = questions({ themes: { classes: ab, weights: { delay: [0.3, 0], drift: [0.5, 0] } } });
    const themes = {
      ...of.themes,
      shares: new Map([
        ['delay', 0.2],
        ['drift', 0.01],
      ]),
    };
    const own = new Forms([['drift', 'delay']]);
    const most = print(pack({ ...of, themes }, own)).length - 1;
    const { weights } = unpack(packWithin({ ...of, themes }, own, most)).learnt.themes;
    assert.deepEqual([...weights.keys()], ['delay']);
  });
});
