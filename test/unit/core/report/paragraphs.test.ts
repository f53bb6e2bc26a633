import assert from 'node:assert/strict';
import { paragraphEnd } from '../../../../src/core/report/paragraphs.js';

/** The first paragraph of a text. */
const first = (text: string): string => text.slice(0, paragraphEnd(text, 0));

describe('paragraphs', () => {
  it('go on over a line that was wrapped before a small letter', () => {
    const text =
      'Inspectors found that the help which families in the north of the county get\nis often late.\nNext.';
    assert.equal(first(text), text.slice(0, text.lastIndexOf('Next')));
  });

  it('go on before a capital or a figure where the last word asks for more', () => {
    for (const next of ['63% of the year before.', 'September, when the manager left.']) {
      const text = `The share of visits made on time was well above the\n${next}\n`;
      assert.equal(first(text), text);
    }
  });

  it('go on where a hyphen breaks a word, far in the column of a table too', () => {
    const cell = `Help and protection          Requires improve-\n${' '.repeat(29)}ment to be good\n`;
    assert.equal(first(`${cell}Leadership                   Good\n`), cell);
    assert.equal(first('Audits are well-\nBuilt on sand.\n'), 'Audits are well-\n');
  });

  it('go on under the indent of a list entry', () => {
    const text =
      '• The quality of teaching in hospitality and in engineering courses is\n  very good.\n• Next\n';
    assert.equal(first(text), text.slice(0, text.lastIndexOf('•')));
  });

  it('go on in a narrow column where the last word asks for more, but not into the next entry', () => {
    const label = 'Overall experiences and progress of\nchildren and young people, taking into\naccount\n';
    assert.equal(first(`${label}\ngood\n`), `${label}\n`);
    // What is beside the column is as wide as ever.
    const row = 'Overall experiences and progress of\nchildren who live in the home are Good\n';
    assert.equal(first(`${row}Leadership and management Good\n`), row);
    const entry = 'b) press for an early decision on funding; and\n';
    assert.equal(first(`${entry}c) look at care leavers.\n`), entry);
  });

  it('end behind an entry that says that another comes, whatever that begins with', () => {
    for (const [entry, next] of [
      [
        '(b) that the improvement plan be brought back to the committee in February; and',
        '(c) that it be noted.',
      ],
      [
        '2.1 That the panel notes the letter from the inspectorate and its findings; or',
        '2.2 that it does not.',
      ],
      ['o care plans vary in quality and the timescales in them are vague at best;', 'o take-up is poor.'],
      ['strong commitment in five of the six areas, with clear lines of reporting;', 'daily meetings.'],
    ] as const)
      assert.equal(first(`${entry}\n${next}\n`), `${entry}\n`);
  });

  it('end before the next entry, row or heading', () => {
    for (const text of [
      'Management oversight is not yet consistently effective across the whole service\nPlans are late\n',
      'The experiences and progress of children in care in the whole county\tGood\nCare leavers\tGood\n',
    ])
      assert.equal(first(text), text.slice(0, text.indexOf('\n') + 1));
  });
});
