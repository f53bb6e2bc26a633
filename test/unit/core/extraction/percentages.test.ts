import assert from 'node:assert/strict';
import type { PercentageFinding } from '../../../../src/core/extraction/finding.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const shares = (text: string): PercentageFinding[] =>
  findingsOf(text, lexicon).filter(f => f.kind === 'percentage');

describe('percentages', () => {
  for (const [text, words, value, upper, form] of [
    ['57% of plans were late.', '57%', 57, undefined, 'percent'],
    ['44 per cent of plans were late.', '44 per cent', 44, undefined, 'percent'],
    ['81.5pc of plans were late.', '81.5pc', 81.5, undefined, 'percent'],
    ['Eleven per cent of plans were late.', 'Eleven per cent', 11, undefined, 'percent'],
    ['60-70% of plans were late.', '60-70%', 60, 70, 'percent'],
    ['Between 60% and 70% of plans were late.', 'Between 60% and 70%', 60, 70, 'percent'],
    ['Three quarters of plans were late.', 'Three quarters', 75, undefined, 'fraction'],
    ['A third of plans were late.', 'A third', 33.3, undefined, 'fraction'],
    ['Just over half of plans were late.', 'half', 50, undefined, 'fraction'],
    ['One in five plans was late.', 'One in five', 20, undefined, 'fraction'],
    ['9 out of 10 plans were late.', '9 out of 10', 90, undefined, 'fraction'],
    ['Lateness fell by three percentage points.', 'three percentage points', 3, undefined, 'points'],
  ] as const)
    it(`are found in every form: “${text}”`, () => {
      assert.deepEqual(
        shares(text).map(s => [s.text, s.value, s.upper, s.form]),
        [[words, value, upper, form]],
      );
    });

  for (const text of [
    'Two of the five teams moved.',
    '17 of the 28 cases were read.',
    'A report in each quarter.',
    'She is 100% committed.',
    'It took half a day.',
    'On the third visit, in the first quarter of 2023.',
  ])
    it(`are not counts, times or idioms: “${text}”`, () => {
      assert.deepEqual(shares(text), []);
    });

  it('know what they are of, when, and what they are compared with', () => {
    const [now, then] = shares(
      'In all, 81% of posts are filled by permanent staff, compared with 72% in January 2017.',
    );
    assert.match(now!.measure!.text, /posts are filled by permanent staff/);
    assert.equal(then!.period!.text, 'January 2017');
    assert.deepEqual([now!.comparedWith, now!.change], [{ start: then!.start, end: then!.end }, 'up']);
    assert.equal(then!.measure!.text, now!.measure!.text);
  });

  it('point from the later figure to the earlier one in a move', () => {
    const [before, after] = shares('Repeat referrals have fallen from 26% in 2019 to 19% in 2021.');
    assert.deepEqual(
      [after!.comparedWith?.start, after!.change, before!.comparedWith],
      [before!.start, 'down', undefined],
    );
  });
});
