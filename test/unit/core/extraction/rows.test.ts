import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();

/** Each judgement of a table: what was graded, the grade, its status, and how many have it. */
function grades(text: string): string[] {
  const found = findingsOf(text, lexicon).filter(f => f.kind === 'judgement');
  return found.map(({ subject, grade, status, count, of }) =>
    [subject?.text ?? '-', grade, status, ...(count === undefined ? [] : [count]), ...(of ? [of] : [])].join(
      ', ',
    ),
  );
}

/** The polarities of a table’s themes. */
const polarities = (text: string): string[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'theme')
    .map(f => f.polarity);

const themes = (text: string): string[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'theme')
    .map(f => f.theme);

describe('rows of grades', () => {
  it('with commas between their cells are rows like others', () => {
    assert.deepEqual(grades('Area,2019,2023\nLeadership,Inadequate,Good\nFostering,Good,Outstanding\n'), [
      'Leadership, inadequate, previous',
      'Leadership, good, current',
      'Fostering, good, previous',
      'Fostering, outstanding, current',
    ]);
  });

  for (const arrow of ['→', '->', '=>'])
    it(`with an arrow tell what a grade was and what it is: ${arrow}`, () => {
      assert.deepEqual(grades(`Leadership: inadequate ${arrow} requires improvement\n`), [
        'Leadership, inadequate, previous',
        'Leadership, requires-improvement, current',
      ]);
    });

  it('with a move told in words tell what a grade was and what it is', () => {
    const moved = ['Leadership, inadequate, previous', 'Leadership, good, current'];
    assert.deepEqual(grades('Leadership: inadequate to good\n'), moved);
    assert.deepEqual(grades('Leadership: good, up from inadequate\n'), moved.toReversed());
    assert.deepEqual(grades('Leadership – good, from inadequate\n'), moved.toReversed());
    assert.deepEqual(grades('The Care Inspectorate came.\n\nCare planning – weak to adequate\n'), [
      'Care planning, weak, previous',
      'Care planning, adequate, current',
    ]);
    assert.deepEqual(grades('Children who need help and protection: inadequate to good\n'), [
      'Children who need help and protection, inadequate, previous',
      'Children who need help and protection, good, current',
    ]);
  });

  it('that ask a question are one row with its answers, without their marks', () => {
    const row = ['leadership, good, current', 'leadership, weak, previous'];
    const care = 'The Care Inspectorate inspected Alder House in May 2022.\n\n';
    assert.deepEqual(
      grades(
        `${care}| Question | 2022 | 2018 |\n|---|---|---|\n| How good is our leadership? | 4 - Good | 2 - Weak |\n`,
      ),
      row,
    );
    assert.deepEqual(grades(`${care}• How good is our leadership? – 4 - Good (previously 2 - Weak)\n`), row);
  });

  it('with one cell a line may have a label of several lines, and no history or occasion for a subject', () => {
    assert.deepEqual(
      grades(
        'Overall experiences and progress of\nchildren and young people, taking into\naccount\n\ngood\n\nOverall judgement at last inspection: inadequate\n\nRecent inspection history\n\n15/06/2021   Full   Good\n',
      ).map(row => row.replace('\n', ' ')),
      [
        'Overall experiences and progress of children and young people, good, current',
        'Overall judgement, inadequate, previous',
        '-, good, previous',
      ],
    );
  });

  it('have numbers before their grades, however long the label', () => {
    assert.deepEqual(
      grades(
        'The Care Inspectorate came.\n\n| Question | 2022 | 2018 |\n|---|---|---|\n| How well do we support the wellbeing of all people who live here? | 5 - Very good | 4 - Good |\n',
      ).map(row => row.replace(/.*, (?=.*,)/, '')),
      ['very-good, current', 'good, previous'],
    );
  });

  it('have their columns however long the label', () => {
    assert.deepEqual(
      grades(
        '| Area | 2023 | 2019 |\n|---|---|---|\n| The experiences and progress of children who need help and protection | Requires improvement to be good | Inadequate |\n',
      ),
      [
        'experiences and progress of children who need help and protection, requires-improvement, current',
        'experiences and progress of children who need help and protection, inadequate, previous',
      ],
    );
  });

  it('that begin in lower case with a grade follow each other', () => {
    assert.deepEqual(
      grades(
        'Grade\tJudgement\ngood\tOverall experiences and progress of children and young people\nrequires improvement to be good\tHow well children and young people are helped and protected\n',
      ),
      [
        'Overall experiences and progress of children and young people, good, current',
        'How well children and young people are helped and protected, requires-improvement, current',
      ],
    );
  });

  it('that begin with the grade are each of now, and of nobody where they say none', () => {
    assert.deepEqual(grades('Grade\tAgency\nGood\tAlder House\nOutstanding\tWexby Lodge\n'), [
      'Alder House, good, current',
      'Wexby Lodge, outstanding, current',
    ]);
    assert.deepEqual(
      findingsOf('Good\tLeadership\nInadequate\tNone\n', lexicon).flatMap(f =>
        f.kind === 'judgement' ? [f.status] : [],
      ),
      ['current', 'negated'],
    );
  });

  it('are the body’s own in a column of what it says of itself, and nobody’s where a label says only when', () => {
    assert.deepEqual(
      grades(
        'Area\tSelf-evaluation\tOfsted\nLeadership\tGood\tRequires improvement\nFostering\tOutstanding\tGood\n',
      ),
      [
        'Leadership, good, other',
        'Leadership, requires-improvement, current',
        'Fostering, outstanding, other',
        'Fostering, good, current',
      ],
    );
    assert.deepEqual(grades('Previous judgement (2019): Inadequate\nCurrent judgement (2023): Good\n'), [
      '-, inadequate, previous',
      '-, good, current',
    ]);
  });

  it('count what their column counts', () => {
    assert.deepEqual(grades('Grade\tNumber of schools\nOutstanding\t12\nGood\t41\n'), [
      'schools, outstanding, other, 12',
      'schools, good, other, 41',
    ]);
  });

  it('may have the grade before what it is of', () => {
    assert.deepEqual(
      grades('Evaluation\tQuality indicator\nVery good\tCare planning\nWeak\tStaff training\n'),
      ['Care planning, very-good, current', 'Staff training, weak, current'],
    );
  });

  it('below a heading of other bodies are theirs', () => {
    assert.deepEqual(
      grades(
        'Other councils in the region and their grades\n– Wexmoor: good (2019)\n– Upper Sallow: inadequate\n',
      ),
      ['Wexmoor, good, other', 'Upper Sallow, inadequate, other'],
    );
  });

  it('say which way a grade went, whatever it is now', () => {
    const table = (then: string, now: string): string =>
      `Area | Last time | Now\nLeadership | ${then} | ${now}\n`;
    assert.deepEqual(polarities(table('Inadequate', 'Requires improvement')), ['strength']);
    assert.deepEqual(polarities(table('Outstanding', 'Good')), ['weakness']);
    assert.deepEqual(polarities(table('Good', 'Good')), ['strength']);
  });

  it('of old alone are neutral', () => {
    assert.deepEqual(polarities('Area\tLast time\nLeadership\tInadequate\n'), ['neutral']);
  });

  it('of dates are of what stands above them: all of old but the one that says it is not', () => {
    assert.deepEqual(
      grades(
        'Our services for children since 2015\nJune 2015: inadequate\nMay 2018: requires improvement\nApril 2022 (this inspection): good\n',
      ),
      [
        'Our services for children since 2015, inadequate, previous',
        'Our services for children since 2015, requires-improvement, previous',
        'Our services for children since 2015, good, current',
      ],
    );
  });

  it('of a list count what stands behind the dash', () => {
    assert.deepEqual(
      grades('How Ofsted graded us\n* Good – 9 areas\n* Inadequate – 1 area\n').map(g =>
        g.replace(/, \w+(?=, \d)/, ''),
      ),
      ['areas, good, 9', 'area, inadequate, 1'],
    );
  });

  it('that begin with the grade count what their column or their title names', () => {
    assert.deepEqual(grades('Grade\tCouncils\tShare\nOutstanding\t22\t14%\nGood\t78\t51%\n'), [
      'Councils, outstanding, other, 22',
      'Councils, good, other, 78',
    ]);
    assert.deepEqual(
      grades('Outcome areas by Ofsted grade\nOutstanding\t1 of 10\nGood\t6 of 10\n').map(g =>
        g.replace(/, (?:current|other)/, ''),
      ),
      ['Outcome areas by Ofsted grade, outstanding, 1, 10', 'Outcome areas by Ofsted grade, good, 6, 10'],
    );
  });
});

describe('rows of figures', () => {
  it('that name no theme have that of their table’s title', () => {
    assert.deepEqual(themes('Care leavers in suitable homes\nPlace\t2021\t2022\nWexmoor\t83%\t85%\n'), [
      'care-leavers',
    ]);
    assert.deepEqual(themes('Boats on the river\nPlace\t2021\t2022\nWexmoor\t83%\t85%\n'), []);
  });
});
