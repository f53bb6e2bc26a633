import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const grades = (text: string): string[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'judgement')
    .map(f => f.text);

describe('grades that only some inspectorates give', () => {
  it('are none of theirs where only others have been named', () => {
    assert.deepEqual(grades('Ofsted visited in May. The fostering service is very good.'), []);
    assert.deepEqual(grades('The Care Inspectorate visited in May. The fostering service is very good.'), [
      'very good',
    ]);
  });

  it('are none where what is graded is another’s alone', () => {
    assert.deepEqual(
      grades(
        'The impact of leaders on social work practice with children and families is good.\n\nPlanning is weak.',
      ),
      ['good'],
    );
  });

  it('are theirs wherever something is said to have been rated so', () => {
    assert.deepEqual(grades('Ofsted visited in May. In Scotland the service was rated very good.'), [
      'very good',
    ]);
  });

  it('are theirs where nobody has been named: the name may come last', () => {
    assert.deepEqual(grades('The quality of care was very good.\n\nThe Care Inspectorate, Dundee\n'), [
      'very good',
    ]);
  });
});
