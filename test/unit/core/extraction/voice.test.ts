import assert from 'node:assert/strict';
import type { Voice } from '../../../../src/core/extraction/finding.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const SET = 'Ofsted has rated Wexmoor’s children’s services good.\n\n';

const MINUTES = 'Minutes of the Improvement Board\n\n';

/** The voices of the findings in `last`, behind `before`. */
function voicesOf(last: string, before = SET): Voice[] {
  const found = findingsOf(before + last, lexicon).filter(f => f.start >= before.length);
  assert.ok(found.length > 0, last);
  return [...new Set(found.map(f => f.voice))];
}

describe('whose words', () => {
  for (const entries of ['• stronger early help\n• better care planning\n', '- a new fostering team\n'])
    for (const [lead, voice] of [
      ['Ofsted said the council should have:', 'inspectorate'],
      ['Inspectors praised:', 'inspectorate'],
      ['The council has been asked to see to:', 'inspectorate'],
      ['The council says it now has:', 'provider'],
    ] as const)
      it(`a list’s entries are: ${lead} ${entries.trim().split('\n')[0]!}`, () => {
        assert.deepEqual(voicesOf(entries, `${SET}${lead}\n`), [voice]);
      });

  it('what “we have been judged” is, is the body’s', () => {
    assert.deepEqual(voicesOf('We have been judged good overall.\n', 'Dear all\n\n'), ['provider']);
    assert.deepEqual(voicesOf('We judged leadership good.\n', 'Ofsted\n\nDear Ms Dray\n\n'), [
      'inspectorate',
    ]);
  });

  it('what somebody says who is told by age is another’s, and in quotation marks behind it too', () => {
    const said =
      'Imogen Hale, 17, said care leavers were well supported. “My social worker listens,” she said.\n';
    assert.deepEqual(voicesOf(said), ['other']);
    assert.deepEqual(voicesOf('Imogen Hale, the director, said care leavers were well supported.\n'), [
      'provider',
    ]);
  });

  it('the verdict under the title of inspectors’ own report is theirs', () => {
    const report = 'Ofsted\n\nInspection of services for children\n\nReport published: 8 May 2016\n\n';
    for (const verdict of [
      'Children’s services in Wexby require improvement to be good',
      'The overall judgement is good',
      'The LSCB requires improvement',
    ])
      assert.deepEqual(voicesOf(`${verdict}\n\n1. Plans drift.\n`, report), ['inspectorate'], verdict);
  });

  it('what a commissioner says whom a government has sent is another’s', () => {
    for (const said of [
      'The commissioner, Dame Ruth Hale, said that care planning was weak.\n',
      'The government’s commissioner wrote that care planning was weak.\n',
    ])
      assert.deepEqual(voicesOf(said), ['other'], said);
  });

  it('what a chief inspector of the police says is another’s', () => {
    assert.deepEqual(
      voicesOf('Chief Inspector Ruth Hale, of Wexshire Police, said: “Early help is much quicker.”\n'),
      ['other'],
    );
  });

  it('what stands behind inspectors’ verb and a colon are', () => {
    assert.deepEqual(voicesOf('Inspectors also found: training was up to date.\n', MINUTES), [
      'inspectorate',
    ]);
  });

  it('what inspectors had found are, in minutes too', () => {
    assert.deepEqual(voicesOf('Inspectors had found that plans drift.\n', MINUTES), ['inspectorate']);
    assert.deepEqual(voicesOf('Inspectors had criticised care planning.\n', MINUTES), ['inspectorate']);
  });

  it('numbered recommendations are where the list is the inspectors’, and no risks of a register', () => {
    const list = 'R1 Raise standards in reading\nR2 Improve attendance\n';
    assert.deepEqual(voicesOf(list, 'Estyn recommends that the school should:\n'), ['inspectorate']);
    assert.ok(!voicesOf(list, 'Risks and issues\n\n').includes('inspectorate'));
  });

  it('numbered entries of inspectors’ list are', () => {
    const list =
      'Inspectors highlighted two areas where practice needs to improve:\n\n1. the health of care leavers\n';
    assert.deepEqual(voicesOf('2. planning for care leavers who turn 21.\n', SET + list), ['inspectorate']);
  });

  it('entries of what we have done are: the inspected body’s', () => {
    assert.deepEqual(voicesOf('We have already:\n\n• agreed an extra £5.4 million for early help\n'), [
      'provider',
    ]);
  });

  it('of whom something is said are not who says it', () => {
    const [theme] = findingsOf(
      'The director of children’s services, Winston Okoro, who joined in 2020, said the department had plenty of foster carers.',
      lexicon,
    ).filter(f => f.kind === 'theme');
    assert.equal(theme!.voice, 'provider');
  });

  it('what somebody was told are: not theirs', () => {
    assert.ok(!voicesOf('The council was told that care planning was weak.\n').includes('provider'));
  });

  for (const title of [
    'Joint area review',
    'PEEL 2023–25',
    'An inspection of Wexmoor Constabulary',
    'Report of a joint inspection',
    'Report following monitoring',
  ])
    it(`what stands below the title of a report of inspectors are: ${title}`, () => {
      assert.deepEqual(voicesOf('Budgets are reviewed each month.\n', `${title}\n\nAugust 2019\n\n`), [
        'inspectorate',
      ]);
    });

  it('the steps of a key are the writer’s', () => {
    const before = 'Joint area review\n\nStaying safe is good.\n\n';
    assert.deepEqual(voicesOf('4 = outstanding, 3 = good, 2 = adequate, 1 = inadequate\n', before), [
      'narrator',
    ]);
    assert.deepEqual(voicesOf('Key: good, exceeds minimum requirements.\n', before), ['narrator']);
  });

  it('a self-evaluation is the inspected body’s throughout, but what inspectors told or gave it', () => {
    const title = 'Wexmoor Council\n\nChildren’s services self-evaluation, May 2023\n\n';
    assert.deepEqual(voicesOf('Care plans are of good quality and reviewed on time.\n', title), ['provider']);
    assert.deepEqual(voicesOf('Supervision was late in 14% of cases.\n', title), ['provider']);
    assert.deepEqual(voicesOf('Inspectors told us that supervision was late.\n', title), ['inspectorate']);
    assert.deepEqual(voicesOf('Ofsted judged us to be good in June 2019.\n', title), ['inspectorate']);
    assert.deepEqual(voicesOf('We were judged good in June 2019.\n', title), ['narrator']);
    // Inspectors speak of one too.
    assert.deepEqual(voicesOf('Self-evaluation is frank.\n', 'Joint area review\n\n'), ['inspectorate']);
  });

  for (const title of [
    'Annual report 2014–15',
    'Children’s Scorecard, quarter 3',
    'Annual performance report',
  ])
    it(`what a body reports of itself every year is the writer’s: ${title}`, () => {
      const figures = 'The quality of plans has improved.\n';
      assert.deepEqual(voicesOf(figures, `Reviewing officers\n\n${title}\n\n`), ['narrator']);
    });

  it('rows of figures beside names of places are others’', () => {
    const header = 'Children in care, year to March 2022\n\nArea\tTwo or more moves\tSeen by a dentist\n';
    assert.deepEqual(voicesOf('Mellingshire\t31%\t62%\n', header), ['other']);
    assert.deepEqual(voicesOf('North West\t27%\t70%\n', header), ['other']);
    assert.deepEqual(voicesOf('Mellingshire\t31%\tGood\n', header), ['other']);
    assert.deepEqual(voicesOf('| Midlands and East (8) | 27% | 70% |\n', header), ['other']);
    // One body's figures over time, and those in a council's paper.
    assert.ok(!voicesOf('Attendance\t92%\t94%\n', header).includes('other'));
    assert.ok(!voicesOf('Care leavers in touch\t92%\t94%\n', header).includes('other'));
    const paper = 'Report of the Director of Children’s Services\n\n';
    assert.ok(!voicesOf('Mellingshire\t31%\t62%\n', paper + header).includes('other'));
  });

  it('a line by itself that names nobody is the writer’s', () => {
    assert.deepEqual(voicesOf('The quality of plans has improved.', ''), ['narrator']);
    assert.deepEqual(voicesOf('Supervision is irregular, and too many care plans drift.', ''), ['narrator']);
    assert.deepEqual(voicesOf('Inspectors found that supervision is irregular.', ''), ['inspectorate']);
    // What more is told of reads like a report.
    assert.deepEqual(voicesOf('Neglect is recognised too late. Referrals are dealt with quickly.', ''), [
      'inspectorate',
    ]);
  });

  it('what inspectors find or grade in the main clause is theirs, whatever stands around', () => {
    const page = 'Wexmoor Council\n\nCouncil news\n\n';
    for (const last of [
      'Ofsted has rated the council’s services inadequate, the lowest of its four grades.\n',
      'HM Inspectorate of Probation graded the service good, one step below outstanding.\n',
      'In its report, Ofsted said a number of care leavers had lived in hotels.\n',
    ])
      assert.deepEqual(voicesOf(last, page), ['inspectorate'], last);
    assert.deepEqual(voicesOf('Ofsted graded six areas good and three inadequate.', ''), ['inspectorate']);
    // Background, and what somebody else says of it.
    assert.deepEqual(voicesOf('In June 2016 Ofsted rated the service inadequate.\n', page), ['narrator']);
    assert.deepEqual(voicesOf('The director said that Ofsted has rated the service good.\n', page), [
      'provider',
    ]);
  });

  it('what a ministry counts is others’, but in a council’s paper', () => {
    const page = 'The Social Work Courier\n\nJobs and features\n\n';
    const last = 'Department for Education figures put the vacancy rate at 17.4% in September.\n';
    assert.deepEqual(voicesOf(last, page), ['other']);
    assert.deepEqual(voicesOf('Turnover has barely moved, the government’s own data show: 15%.\n', page), [
      'other',
    ]);
    assert.ok(!voicesOf('The department has cut its budget by 5%.\n', page).includes('other'));
    assert.ok(!voicesOf(last, 'Report of the Director of Children’s Services\n\n').includes('other'));
  });

  it('what a council’s own people ask or think in minutes are theirs', () => {
    const minutes = 'Report to the Scrutiny Committee\n\n31. Children’s services\n\n';
    for (const last of [
      '31.2 The Chair wanted to know why supervision was late.\n',
      'The Head of Safeguarding expected caseloads to fall.\n',
      'Members were concerned at the wait for health assessments.\n',
    ])
      assert.deepEqual(voicesOf(last, minutes), ['provider'], last);
    assert.ok(
      !voicesOf('The Director was asked to bring a plan for supervision.\n', minutes).includes('provider'),
    );
  });
});
