import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { builtinData, builtinLexicon } from '../../../../src/core/lexicon/builtin.js';
import { Lexicon } from '../../../../src/core/lexicon/lexicon.js';
import { Matcher } from '../../../../src/core/lexicon/matcher.js';
import { SignList, SignNames } from '../../../../src/core/lexicon/signNames.js';
import { WeightReader } from '../../../../src/core/lexicon/weightReader.js';
import { Weights } from '../../../../src/core/lexicon/weights.js';
import { TokenBuffer, tokenise } from '../../../../src/core/report/tokens.js';
import { packed } from '../../../packed.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';

const data = packed({
  themes: { classes: ['any'], bias: [0.05] },
  polarity: {
    classes: ['late', 'early'],
    bias: [-0.5, 0.25],
    weights: { drift: [2, 0], 'drift delay': [0.35, -0.15], '@bullet': [0, 0.55] },
  },
  voice: { classes: ['any'], bias: [0.05], weights: { delay: [0.1] } },
  status: { classes: ['a', 'b'], bias: [0, 0], weights: { '@old': [1, 0], '@old, ruled b': [0, -1] } },
  candidate: { classes: ['any'], bias: [0.05] },
  subject: {
    classes: ['any'],
    weights: { '@first': [0.3], '@far': [-0.12], '@h drift': [0.7], '@<+ delay': [-0.5] },
  },
  words: ['drift', 'drifted', 'delay'],
});

/** Questions of which nothing was learnt. */
const empty = {
  themes: { classes: ['any'], bias: [0] },
  polarity: { classes: ['any'], bias: [0] },
  voice: { classes: ['any'], bias: [0] },
  status: { classes: ['any'], bias: [0] },
  candidate: { classes: ['any'], bias: [0] },
  subject: { classes: ['any'] },
};

describe('learnt weights', () => {
  const reader = new WeightReader(data);
  const matcher = new Matcher([], reader.forms.flat());
  const weights = new Weights(reader, matcher);
  const idsOf = (text: string): Int32Array => {
    const tokens = tokenise(text, new TokenBuffer());
    return matcher.intern(text, tokens, new Int32Array(8)).slice(0, tokens.count);
  };
  const sumsOf = (text: string): Int32Array => {
    const words = idsOf(text);
    const sums = new Int32Array(weights.width);
    weights.weigh(words, 0, words.length, sums, 0);
    return sums;
  };

  it('add up over words, pairs and signs, whichever form a word has, for all classifiers in one walk', () => {
    const sums = sumsOf('Plans drifted, then drift delay');
    assert.deepEqual([...sums], [1, -10 + 40 + 7, 5 - 3, 1 + 2, 0, 0, 1]);
    const names = new SignNames();
    const signs = new SignList();
    signs.push(names.number('unheard of'));
    signs.push(names.number('bullet'));
    weights.polarity.addSigns(signs, weights.polarity.rowsOf(names), sums, 0);
    assert.deepEqual([...sums], [1, 37, 13, 3, 0, 0, 1]);
    assert.equal(weights.polarity.best(sums, 0), 0);
  });

  it('count what stands there twice once, as it was learnt', () => {
    assert.deepEqual([...sumsOf('drift delay, drift drifted, drift delay')], [...sumsOf('drift delay')]);
    const words = idsOf('drift, drifted, drift');
    assert.equal(weights.tellers(words, 0, words.length, weights.polarity, 0, 3).count, 1);
  });

  it('name the words that tell most', () => {
    const words = idsOf('drifted again, drift delay');
    const { count, token, length } = weights.tellers(words, 0, words.length, weights.polarity, 0, 1);
    assert.deepEqual([count, token[0], length[0]], [1, 0, 1]);
  });

  it('name none that speaks as much for what it would be otherwise, and none that is weak beside the strongest', () => {
    const both = new WeightReader(
      packed({
        ...empty,
        polarity: {
          classes: ['late', 'early'],
          bias: [0, 0],
          weights: { drift: [2, 1.95], delay: [1, 0], date: [0.2, 0] },
        },
        words: ['drift', 'delay', 'date'],
      }),
    );
    const own = new Matcher([], both.forms.flat());
    const told = new Weights(both, own);
    const tokens = tokenise('drift delay date', new TokenBuffer());
    const ids = own.intern('drift delay date', tokens, new Int32Array(8)).slice(0, tokens.count);
    const named = (instead?: number): readonly number[] => {
      const tellers = told.tellers(ids, 0, ids.length, told.polarity, 0, 3, instead);
      tellers.leaveWeak();
      return [...tellers.token.slice(0, tellers.count)];
    };
    assert.deepEqual(named(), [0, 1]);
    assert.deepEqual(named(1), [1]);
  });

  it('give each sign of a question with one class its weight, and those never met none', () => {
    const names = new SignNames();
    for (const name of ['near', 'first', 'far']) names.number(name);
    assert.deepEqual([...weights.subject.of(names)], [0, 30, -12]);
  });

  it('say what a word weighs in or beside a noun phrase, whichever form it has', () => {
    const { subjectWords } = weights;
    const [drifted, delay] = [matcher.idOf('drifted'), matcher.idOf('delay')];
    assert.deepEqual(
      [subjectWords.of('h', drifted), subjectWords.of('<+', delay), subjectWords.of('<+', drifted)],
      [70, -50, 0],
    );
    assert.equal(subjectWords.of('h', matcher.idOf('unheard')), 0);
  });

  it('make no pair across a mark', () => {
    assert.deepEqual([...sumsOf('drift, delay')].slice(1, 3), [30, 5]);
  });

  it('of a sign may go with what the rules say', () => {
    const names = new SignNames();
    const signs = ['old', 'old, ruled a', 'old, ruled b'].map(name => names.number(name));
    const rows = weights.status.rowsOf(names);
    const of = (sign: number): number[] => ['a', 'b'].map(cls => weights.status.weightOf(rows[sign]!, cls));
    assert.deepEqual(signs.map(of), [
      [20, 0],
      [0, 0],
      [0, -20],
    ]);
  });

  it('of the product are under 100 KB', () => {
    assert.ok(statSync('src/core/lexicon/data/weights.json').size < 100_000);
  });

  it('may be left out: the reader then goes by phrases and cues alone', () => {
    const { weights: _weights, ...plain } = builtinData;
    const text = 'Inspectors found that management oversight is weak.';
    assert.ok(findingsOf(text, new Lexicon(plain)).some(f => f.kind === 'theme'));
  });

  it('say in the finding which words decided', () => {
    const text =
      'Inspectors found that social workers build trusting relationships with children and see them alone.';
    const theme = findingsOf(text, builtinLexicon()).find(f => f.kind === 'theme');
    assert.ok(theme, 'a theme is found');
    for (const reason of theme.because) assert.equal(text.slice(reason.start, reason.end), reason.text);
    assert.ok(theme.because.some(r => r.of === 'polarity'));
  });
});
