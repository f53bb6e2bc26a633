import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const subjects = (text: string): (string | undefined)[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'judgement')
    .map(j => j.subject?.text);

describe('areas behind the grade that they are given', () => {
  for (const [text, ...expected] of [
    [
      'CQC has rated Larkhill Hospital good for being safe, caring and well-led.',
      'safe, caring and well-led',
    ],
    [
      'CQC rated the surgery inadequate for being safe and well-led, and requires improvement for being effective and caring.',
      'safe and well-led',
      'effective and caring',
    ],
    ['HMICFRS says that Elmshire Police is outstanding at preventing crime.', 'preventing crime'],
    ['Ofsted’s report card gives Elm Road School the strong standard for inclusion.', 'inclusion'],
  ] as const)
    it(text, () => {
      assert.deepEqual(subjects(text), expected);
    });

  it('are not graded where bodies are counted', () => {
    assert.deepEqual(subjects('HMICFRS says that nine forces are good for inclusion.'), ['forces']);
  });
  it('are not the whole that is inspected', () => {
    assert.deepEqual(subjects('Ofsted judged the school to be good for overall effectiveness.'), ['school']);
  });
});
