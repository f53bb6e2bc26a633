import assert from 'node:assert/strict';
import { adapted } from '../../../../bench/train/adaptive.mjs';

describe('the penalty of a feature for a class', () => {
  // 0 stands in the class alone, 1 in all rows, 2 outside the class alone, 3 in one row of it.
  const features = Array.from({ length: 80 }, (_, row) =>
    row < 40 ? [0, 1, ...(row === 0 ? [3] : [])] : [1, 2],
  );
  const target = Float64Array.from(features, (_, row) => (row < 40 ? 1 : 0));
  const lasso = Float64Array.of(1, 1, 1, 1);
  const [own, all, others, once] = adapted({ features, width: 4 }, target, lasso);

  it('is small for what speaks for it or against it, and great for what is everywhere', () => {
    assert.ok(own! < all! && others! < all!, [own, all, others].join(' '));
    assert.equal(all, 6);
  });

  it('does not trust what was seen once', () => {
    assert.ok(once! > own! && once! > 1, String(once));
  });

  it('is in proportion to its own', () => {
    const twice = adapted(
      { features, width: 4 },
      target,
      lasso.map(penalty => 2 * penalty),
    );
    assert.deepEqual(
      [...twice],
      [own, all, others, once].map(penalty => 2 * penalty!),
    );
  });
});
