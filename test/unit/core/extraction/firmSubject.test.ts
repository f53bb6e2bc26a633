import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const subjects = (text: string): (string | undefined)[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'judgement')
    .map(j => j.subject?.text.toLowerCase());

const AREAS = [
  'leadership',
  'fostering',
  'help and protection',
  'adoption service',
  'support for care leavers',
];

describe('the subject that a sentence leaves no doubt of, whatever is graded', () => {
  for (const [name, make] of [
    ['object', (a: string) => [`Inspectors rated the ${a} good.`, a]],
    ['object, “to be”', (a: string) => [`Ofsted judged the ${a} to be inadequate.`, a]],
    ['object, “as”', (a: string) => [`The report grades the ${a} as good.`, a]],
    ['object, “described as”', (a: string) => [`Ofsted described the ${a} as outstanding.`, a]],
    ['object of a report', (a: string) => [`The report describes ${a} as inadequate.`, a]],
    ['object, regarded', (a: string) => [`Ofsted regards ${a} as inadequate.`, a]],
    ['object, moved', (a: string) => [`Ofsted downgraded ${a} to inadequate.`, a]],
    ['clause behind a time', (a: string) => [`Last week ${a} was rated good by Ofsted.`, a]],
    ['what a rating is for', (a: string) => [`Inspectors’ rating for the ${a}: good`, a]],
    ['clause', (a: string) => [`The ${a} has been found to be inadequate.`, a]],
    ['clauses', (a: string, b: string) => [`The ${a} is good; the ${b} is inadequate.`, a, b]],
    ['objects', (a: string, b: string) => [`Inspectors rated the ${a} good and the ${b} outstanding.`, a, b]],
    [
      'series',
      (a: string, b: string, c: string) => [
        `The ${a} was judged good, the ${b} outstanding and the ${c} inadequate.`,
        a,
        b,
        c,
      ],
    ],
    [
      'what each is for',
      (a: string, b: string) => [`Ofsted rated the council good for ${a} and inadequate for ${b}.`, a, b],
    ],
  ] as const)
    it(name, () => {
      for (let i = 0; i < AREAS.length; i++) {
        const at = (k: number): string => AREAS[(i + k) % AREAS.length]!;
        const [text, ...expected] = make(at(0), at(2), at(3));
        assert.deepEqual(subjects(text!), expected, text);
      }
    });

  it('is all that is listed, where all of it was judged so', () => {
    assert.deepEqual(
      subjects(
        'The impact of leaders, the front door and the experiences of children who leave care were all judged good.',
      ),
      ['impact of leaders, the front door and the experiences of children who leave care'],
    );
    assert.deepEqual(
      subjects('Ofsted says the leadership, the front door and fostering are all inadequate.'),
      ['leadership, the front door and fostering'],
    );
  });

  it('is what stands before the dash, where a grade is put between two', () => {
    assert.deepEqual(
      subjects('The head, who came from neighbouring Calder – rated outstanding – in 2020, is new.'),
      ['calder'],
    );
    assert.deepEqual(subjects('The director, who ran Wexby – judged good in 2019 – for years, is new.'), [
      'wexby',
    ]);
  });

  it('is what each is at, though others are counted', () => {
    assert.deepEqual(
      subjects(
        'Inspectors graded the force good at preventing crime, good at treating people fairly and adequate in three areas.',
      ),
      ['preventing crime', 'treating people fairly', 'areas'],
    );
  });

  it('is the capacity that a grade stands before, the label that it stands behind, and what is self-assessed', () => {
    assert.deepEqual(subjects('Ofsted judged safeguarding as good with outstanding capacity to improve.'), [
      'safeguarding',
      'capacity to improve',
    ]);
    assert.deepEqual(subjects('Lower Marsh Infants: remains good. It was an ungraded inspection.'), [
      'lower marsh infants',
    ]);
    assert.deepEqual(subjects('The service has been self-assessed as good.'), ['service']);
    assert.deepEqual(subjects('64. Independent fostering agencies are good.'), [
      'independent fostering agencies',
    ]);
  });

  it('is the label before the colon for each of a line of dated grades', () => {
    assert.deepEqual(subjects('Home A: March 2019 Good; Feb 2020 Good; Nov 2022 Outstanding\n'), [
      'home a',
      'home a',
      'home a',
    ]);
  });

  it('of a table’s first column is the header’s where the row only says when', () => {
    assert.deepEqual(
      subjects(
        'Inspection\tLeadership\tCare leavers\tOverall\n2023 (this inspection)\tGood\tOutstanding\tGood\n',
      ),
      ['leadership', 'care leavers', 'overall'],
    );
  });

  it('is nothing that it is out of', () => {
    assert.deepEqual(subjects('Wexby children’s services out of ‘inadequate’ at last'), [
      'wexby children’s services',
    ]);
  });

  it('is what was spoken of before where a pronoun stands for it', () => {
    assert.deepEqual(subjects('The home is good. Leaders want it to be outstanding.'), ['home', 'home']);
    assert.deepEqual(subjects('Ofsted rated the home inadequate in 2015. It improved to good in 2018.'), [
      'home',
      'home',
    ]);
    assert.deepEqual(
      subjects('The home was rated good. Inspectors returned in May and found that it is now inadequate.'),
      ['home', 'home'],
    );
  });

  it('is all that a list names before “as”', () => {
    assert.deepEqual(
      subjects(
        'They rated help and protection, the experiences of children in care and the impact of leaders as good.',
      ),
      ['help and protection, the experiences of children in care and the impact of leaders'],
    );
  });

  it('is all that stands behind a grade and its colon, in the inspectors’ words, but no explanation of the grade', () => {
    const line = 'Good: Police powers and public treatment; Protecting vulnerable people';
    assert.deepEqual(subjects(line), ['police powers and public treatment; protecting vulnerable people']);
    const [grade] = findingsOf(line, lexicon).filter(f => f.kind === 'judgement');
    assert.equal(grade!.voice, 'inspectorate');
    assert.notDeepEqual(subjects('Good: better than the minimum'), ['better than the minimum']);
  });

  it('is what is moved from one grade to another', () => {
    assert.deepEqual(
      subjects('The CQC has downgraded the children’s service at Moorland Hospital from good to inadequate.'),
      ['children’s service', 'children’s service'],
    );
  });

  it('is who speaks, and no name that comes later', () => {
    assert.deepEqual(subjects('“Today we are good, and our fostering service is outstanding.”'), [
      'we',
      'fostering service',
    ]);
  });

  it('ends before another grade, and before the occasion', () => {
    assert.deepEqual(
      subjects(
        'HMICFRS graded the force inadequate at protecting vulnerable people and requires improvement in four other areas in its latest assessment.',
      ),
      ['protecting vulnerable people', 'areas'],
    );
  });

  it('is the speaker, not what a sentence begins with, where the grade is “ours”', () => {
    assert.deepEqual(subjects('Cllr Lathom said: “Keeping our good grade matters.”'), ['our']);
  });

  it('is nobody’s in whose words it is told', () => {
    const [subject] = subjects(
      'The Director said she expected a visit in May and thought a grade of requires improvement was realistic.',
    );
    assert.notEqual(subject, 'director');
  });

  it('is no time, no date, no verb and no hope', () => {
    for (const text of [
      'The home has been rated good. Three years ago it was inadequate.',
      'The home was judged inadequate in 2016 and 2018. This time it is good.',
      'The home is good and has the potential to be outstanding.',
      'The home plans to move to good.',
    ])
      for (const subject of subjects(text)) assert.equal(subject, 'home', text);
  });

  it('is the label of its row without the date behind it, and nothing where the row only says when', () => {
    assert.deepEqual(
      subjects('Service Date Overall\nElder Lodge 15/10/2024 Good\nFostering 17/03/2025 Inadequate\n'),
      ['elder lodge', 'fostering'],
    );
    for (const subject of subjects(
      'Recent inspection history\n\nInspection date\tInspection type\tInspection judgement\n06/02/2018\tInterim\tImproved effectiveness\n11/07/2017\tFull\tGood\n',
    ))
      assert.doesNotMatch(subject ?? '', /\d/);
  });

  it('is a framework’s area as a whole, though its name has a verb or an “and”', () => {
    const area = 'experiences and progress of children who need help and protection';
    assert.deepEqual(subjects(`The ${area} was judged good.`), [area]);
    assert.deepEqual(subjects('A good judgement for leadership followed.'), ['leadership']);
    assert.deepEqual(subjects('We are pleased that care and support was judged good.'), ['care and support']);
  });

  for (const [text, ...expected] of [
    ['We are helped by Larkhill Council, an outstanding authority.', 'larkhill council'],
    ['Two managers from Larkhill, a council rated outstanding, coach our teams.', 'larkhill'],
    ['Across the road St Cedd’s, a good school since 2019, awaits Ofsted.', 'st cedd’s'],
    ['The boroughs of Larkhill and Elmsea are rated good and inadequate respectively.', 'larkhill', 'elmsea'],
    ['The council’s aim is to be rated good by Ofsted in 2027.', 'council'],
    ['The trust’s ambition is to be outstanding by 2027.', 'trust'],
    ['Of 120 grades, 6% were outstanding and 9% inadequate.', 'grades', 'grades'],
    ['The director replied that fostering was good.', 'fostering'],
    ['Of the five councils, three are good and one, Larkhill, is outstanding.', 'councils', 'larkhill'],
    ['Ofsted rated the school good in two of the five areas of its latest inspection.', 'areas'],
    ['The borough’s plan is to be good by 2027.', 'borough'],
    ['The improvement plan was judged to be inadequate by Ofsted.', 'improvement plan'],
    ['Larkhill has homes. Of the 12 in the county, three are good.', 'homes'],
    ['Rated inadequate by Ofsted on March 12, 2016, the department is now good.', 'department', 'department'],
    ['Inspectors looked at 12 areas of work, of which four were ‘Good’.', 'areas'],
    ['Nine forces are good at preventing crime.', 'forces'],
  ] as const)
    it(text, () => {
      assert.deepEqual(subjects(text), expected);
    });
});
