import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const polarity = (text: string): (string | undefined)[] => [
  ...new Set(findingsOf(`${text}\n`, lexicon).flatMap(f => (f.kind === 'theme' ? [f.polarity] : []))),
];

describe('the polarity of a figure beside its target, or of little that is unwanted', () => {
  for (const [text, expected] of [
    ['Child protection conferences held in time – 92% (target 90%).', 'strength'],
    ['Reviews held in timescale: 78% (target 90%).', 'weakness'],
    ['Supervision took place in 81% of cases, against a target of 85%.', 'weakness'],
    ['Repeat referrals stood at 19% (target: 15%).', 'weakness'],
    ['Repeat referrals stood at 12% (target: 15%).', 'strength'],
    ['Only 4% of posts are filled by agency staff.', 'strength'],
    ['Just 3% of care leavers are in unsuitable accommodation.', 'strength'],
    ['Only 64% of care leavers have a pathway plan.', 'weakness'],
    ['Staff turnover was 12%, against a target of 15%.', 'strength'],
  ] as const)
    it(`is that of “${text}”`, () => {
      assert.deepEqual(polarity(text), [expected]);
    });

  it('shows the word “target” as its reason', () => {
    const [theme] = findingsOf('Reviews held in timescale: 78% (target 90%).\n', lexicon).filter(
      f => f.kind === 'theme',
    );
    assert.deepEqual(
      theme!.because.filter(r => r.of === 'polarity').map(r => r.text),
      ['target'],
    );
  });
});
