import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const told = (text: string): (readonly (number | string | undefined)[])[] =>
  findingsOf(`${text}\n`, lexicon).flatMap(f =>
    f.kind === 'judgement' ? [[f.count, f.date, f.status]] : [],
  );

describe('what a relative clause tells between commas', () => {
  it('counts and dates no grade behind it', () => {
    assert.deepEqual(told('The school, which has 870 students, was judged inadequate by Ofsted.'), [
      [undefined, undefined, 'current'],
    ]);
    assert.deepEqual(told('The trust, which was set up in 2017, was rated good by Ofsted.'), [
      [undefined, undefined, 'current'],
    ]);
  });

  it('as little as a step of a scale does', () => {
    for (const text of [
      'We use a six-point scale where 6 is excellent and 1 is unsatisfactory.',
      'Staffing 5 - Very good; Environment 4 - Good (Care Inspectorate)',
    ])
      for (const [count] of told(text)) assert.equal(count, undefined, text);
  });

  it('dates the grade where it tells of an inspection', () => {
    const [[, date]] = told('The home, which was inspected in May 2017, was rated good.') as [
      (string | undefined)[],
    ];
    assert.equal(date, '2017-05');
  });

  it('leaves the year in front of a bracket to the grade in it', () => {
    assert.deepEqual(
      told('The agency was inspected in 2020 (outstanding), 2017 (good) and 2014 (satisfactory).').map(
        ([, date]) => date,
      ),
      ['2020', '2017', '2014'],
    );
  });
});
