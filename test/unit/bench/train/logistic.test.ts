import assert from 'node:assert/strict';
import { type Model, type Rows, train } from '../../../../bench/train/logistic.mjs';

describe('logistic regression', () => {
  // Feature 0 is common and says nothing; 1 is rare and decides; 2 always goes with 1.
  const rows: Rows = {
    features: Array.from({ length: 400 }, (_, i) => [...(i % 2 === 0 ? [0] : []), ...(i < 4 ? [1, 2] : [])]),
    width: 3,
  };
  const targets = [Float64Array.from(rows.features, (_, i) => (i < 4 ? 1 : 0))];
  const free = { lasso: [new Float64Array(3)], ridge: new Float64Array(3).fill(1e-6) };
  const slopes = ({ bias, weights }: Model): number[] => {
    const slope = [0, 0, 0, 0];
    rows.features.forEach((own, i) => {
      const score = own.reduce((sum, f) => sum + weights[0]![f]!, bias[0]!);
      const error = (1 / (1 + Math.exp(-score)) - targets[0]![i]!) / rows.features.length;
      for (const f of own) slope[f]! += error;
      slope[3]! += error;
    });
    return slope.map((s, f) => Math.abs(s + (f < 3 ? free.ridge[f]! * weights[0]![f]! : 0)));
  };

  it('learns a rare word to the end: nothing pulls at any weight any more', () => {
    const model = train(rows, targets, free, false);
    assert.ok(model.weights[0]![1]! > 3, String(model.weights[0]![1]));
    assert.ok(Math.max(...slopes(model)) < 1e-4, String(slopes(model)));
  });

  it('shares a weight among words that go together, and leaves out what has to be none', () => {
    const both = train(rows, targets, free, false).weights[0]!;
    assert.ok(Math.abs(both[1]! - both[2]!) < 1e-6);
    const one = train(rows, targets, { ...free, lasso: [Float64Array.of(0, Infinity, 0)] }, false)
      .weights[0]!;
    assert.equal(one[1], 0);
    assert.ok(one[2]! > both[2]!);
  });

  it('goes on from what was learnt before', () => {
    const before = train(rows, targets, free, false);
    const once = train(rows, targets, free, false, 1, before);
    before.weights[0]!.forEach((weight, f) => {
      assert.ok(Math.abs(once.weights[0]![f]! - weight) < 0.05);
    });
  });

  it('tells one class of several, whose parts make a whole', () => {
    const three: Rows = { features: Array.from({ length: 90 }, (_, i) => [i % 3]), width: 3 };
    const of = [0, 1, 2].map(c => Float64Array.from(three.features, ([f]) => (f === c ? 1 : 0)));
    const { weights } = train(
      three,
      of,
      { lasso: of.map(() => new Float64Array(3)), ridge: new Float64Array(3).fill(1e-3) },
      true,
    );
    for (const c of [0, 1, 2])
      for (const f of [0, 1, 2])
        assert.ok(f === c ? weights[c]![f]! > 1 : weights[c]![f]! < 0, `${String(c)} ${String(f)}`);
  });
});
