import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const themes = (text: string) => findingsOf(`${text}\n`, lexicon).filter(f => f.kind === 'theme');

describe('the polarity of a figure of speech', () => {
  for (const [text, expected, reason] of [
    ['Morale is at rock bottom.', 'weakness', 'rock bottom'],
    ['Our care leavers deserve better than this.', 'weakness', 'deserve better than'],
    ['We have concerns about the support for care leavers.', 'weakness', 'have concerns about the'],
    ['Safeguarding was the area which worried us most.', 'weakness', 'worried us most'],
    ['What holds the council back is its work with care leavers.', 'weakness', 'holds the council back'],
    ['Support for care leavers is second to none.', 'strength', 'second to none'],
    ['Inspectors could not fault the supervision of social workers.', 'strength', 'could not fault'],
    ['Social workers do not give up on children in care.', 'strength', 'do not give up on'],
    [
      'However, there are no serious or widespread failures in safeguarding.',
      'strength',
      'are no serious or widespread failures',
    ],
  ] as const)
    it(`is that of “${text}”, and the figure is the reason`, () => {
      const found = themes(text);
      assert.deepEqual([...new Set(found.map(f => f.polarity))], [expected]);
      assert.deepEqual(
        found[0]!.because.filter(r => r.of === 'polarity').map(r => r.text),
        [reason],
      );
    });

  it('is left to the rest of the sentence where that turns', () => {
    for (const text of [
      'Staff morale was at rock bottom, but supervision is much better now.',
      'Support for care leavers was second to none, although it has declined since.',
    ]) {
      const found = themes(text);
      assert.ok(found.length > 0, text);
      for (const { because } of found)
        assert.ok(!because.some(r => r.text === 'rock bottom' || r.text === 'second to none'));
    }
  });
});
