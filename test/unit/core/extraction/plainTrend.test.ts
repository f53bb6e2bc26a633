import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const polarity = (text: string): (string | undefined)[] => [
  ...new Set(findingsOf(`${text}\n`, lexicon).flatMap(f => (f.kind === 'theme' ? [f.polarity] : []))),
];

describe('the polarity of a short statement of which way something goes', () => {
  for (const [text, expected] of [
    ['The number of foster carers has fallen by a fifth.', 'weakness'],
    ['The number of early help workers has been halved.', 'weakness'],
    ['Caseloads are up.', 'weakness'],
    ['Fostering households are down by 9%.', 'weakness'],
    ['Caseloads are down.', 'strength'],
    ['Caseloads are well above the national average.', 'weakness'],
    ['Attendance is well above the national average.', 'strength'],
    ['Caseloads are up to date.', 'strength'],
    ['Changes of social worker fell slightly in the last quarter.', 'strength'],
  ] as const)
    it(`is that of “${text}”`, () => {
      assert.deepEqual(polarity(text), [expected]);
    });
});
