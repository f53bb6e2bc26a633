import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';
import type { Span } from '../../../../src/core/report/text.js';
import { anchorAll } from '../../../../src/core/tagging/anchoring.js';
import { placed } from '../../../../src/core/tagging/placing.js';
import { selectorFor } from '../../../../src/core/tagging/selector.js';
import { TrackedPlaces } from '../../../../src/core/tagging/trackedPlaces.js';

const lexicon = builtinLexicon();

describe('following places', () => {
  it('moves them, or gives them up, as one by one', () => {
    const place = fc.tuple(fc.nat(60), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));
    const change = fc.tuple(fc.nat(70), fc.nat(6), fc.nat(6));
    fc.assert(
      fc.property(fc.array(place), fc.array(change), place, (places, changes, late) => {
        let tracked = new TrackedPlaces(places.map((one, i) => [String(i), one]));
        let naive: (Span | undefined)[] = [...places];
        changes.forEach(([from, cut, length], n) => {
          const to = from + cut;
          tracked.change(from, to, length);
          const by = length - cut;
          naive = naive.map(
            one =>
              one &&
              (to <= one.start
                ? { start: one.start + by, end: one.end + by }
                : from >= one.end
                  ? one
                  : undefined),
          );
          if (n === 2) {
            tracked = tracked.with([['0', late]]);
            naive[0] = late;
          }
        });
        assert.deepEqual(
          naive.map((_, i) => tracked.get(String(i))),
          naive,
        );
      }),
      { numRuns: 5000 },
    );
  });
});

describe('placing tags', () => {
  const text = 'The plans are good.\n\nThe plans are late, and nobody knows why they are.\n\nAll is well.\n';
  const tags = ['plans are good', 'nobody knows why', 'All is well'].map((quote, i) => {
    const start = text.indexOf(quote);
    return { id: `T${String(i)}`, tag: 'a', ...selectorFor(text, start, start + quote.length) };
  });

  it('finds, in the text that it was done for before, the same again, and looks anew for what changed', () => {
    const now = text.replace('knows why', 'knew why');
    const before = { text: now, lexicon, tags: anchorAll(now, tags, { lexicon }) };
    const changed = [tags[0]!, { ...tags[1]!, note: 'x' }, { ...tags[2]!, quote: 'are late' }];
    assert.deepEqual(placed(now, changed, lexicon, undefined, before), anchorAll(now, changed, { lexicon }));
    assert.deepEqual(
      placed(text, changed, lexicon, undefined, before),
      anchorAll(text, changed, { lexicon }),
    );
  });

  it('keeps to what was followed where its words still stand there', () => {
    const now = `All is well. ${text}`;
    const tracked = new TrackedPlaces([['T2', { start: 0, end: 'All is well'.length }]]);
    assert.deepEqual(
      placed(now, tags, lexicon, tracked, undefined).map(({ state, start }) => [state, start]),
      [
        ['moved', now.indexOf('plans')],
        ['moved', now.indexOf('nobody')],
        ['moved', 0],
      ],
    );
  });
});
