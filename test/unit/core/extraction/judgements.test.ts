import assert from 'node:assert/strict';
import type { JudgementFinding } from '../../../../src/core/extraction/finding.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const judgements = (text: string): JudgementFinding[] =>
  findingsOf(text, lexicon).filter(f => f.kind === 'judgement');
const short = (text: string): string[] => judgements(text).map(j => `${j.grade} ${j.status}`);

describe('judgements', () => {
  for (const text of [
    'Staff morale is good and leaders have made good progress.',
    'There is an excellent start to the programme, with outstanding debts paid.',
    'Inadequate staffing was a worry, and practice is not yet consistently good.',
    'The call bells are poor and the lighting needs attention.',
    'Rate this page: Poor | Good | Outstanding',
  ])
    it(`are not ordinary adjectives: “${text}”`, () => {
      assert.deepEqual(short(text), []);
    });

  for (const [text, ...expected] of [
    ['Children’s services in Pellworth have been rated good by Ofsted.', 'good current'],
    [
      'The council was judged inadequate in May 2014. It is now rated good by Ofsted.\n',
      'inadequate current',
      'good current',
    ],
    ['Published: 3 June 2020\n\nThe council was judged inadequate in May 2014.', 'inadequate previous'],
    ['It was the second monitoring visit since Pellworth was rated inadequate.', 'inadequate previous'],
    [
      'The rating for safe has dropped from good to requires improvement.',
      'good previous',
      'requires-improvement current',
    ],
    ['Our aim is to be rated outstanding by 2030.', 'outstanding aspiration'],
    ['We are on the journey to good.', 'good aspiration'],
    ['No area was found to be inadequate.', 'inadequate negated'],
    ['The service is no longer inadequate, Ofsted said.', 'inadequate negated'],
    [
      'Of the 20 authorities inspected, six have been rated good and two inadequate.',
      'good other',
      'inadequate other',
    ],
    [
      'Ofsted’s judgements are outstanding, good, requires improvement and inadequate.',
      'outstanding other',
      'good other',
      'requires-improvement other',
      'inadequate other',
    ],
    ['Leadership and management\tRequires improvement', 'requires-improvement current'],
    ['Overall effectiveness: Good', 'good current'],
    ['The council requires improve-\nment to be good, inspectors said.', 'requires-improvement current'],
  ] as const)
    it(`have a status: “${text.replaceAll('\n', '⏎')}”`, () => {
      assert.deepEqual(short(text), expected);
    });

  it('say whose grade it is', () => {
    const subject = (text: string): (string | undefined)[] => judgements(text).map(j => j.subject?.text);
    assert.deepEqual(subject('The experiences of care leavers were judged good.'), [
      'experiences of care leavers',
    ]);
    assert.deepEqual(subject('Adoption performance\tOutstanding'), ['Adoption performance']);
    assert.deepEqual(subject('They judged the impact of leaders to be good.'), ['impact of leaders']);
  });

  it('count what is counted', () => {
    const [good, inadequate] = judgements(
      'Of the 20 authorities inspected, six have been rated good and two inadequate.',
    );
    assert.deepEqual([good?.count, good?.of, inadequate?.count, inadequate?.of], [6, 20, 2, 20]);
  });

  it('have the date that the sentence gives', () => {
    const dates = (text: string): (string | undefined)[] => judgements(text).map(j => j.date);
    assert.deepEqual(dates('Pellworth was rated inadequate in February 2016.'), ['2016-02']);
    assert.deepEqual(dates('Pellworth was judged good on 4 May 2017.'), ['2017-05-04']);
    assert.deepEqual(dates('Our aim is to be rated good by 2030.'), [undefined]);
  });

  it('are on the scale of the inspectorate that the text names', () => {
    const framework = (text: string): string | undefined => judgements(text)[0]?.framework;
    assert.equal(framework('CQC has rated the home good in 2024.'), 'cqc');
    assert.match(
      framework('Estyn, 2015\n\nCurrent performance was judged excellent by Estyn.') ?? '',
      /^estyn/,
    );
    assert.equal(
      framework('Ofsted, 2021\n\nChildren’s services were rated good by Ofsted.'),
      'ofsted-social-care',
    );
    assert.equal(judgements('The home was rated good.').length, 1);
    assert.equal(
      findingsOf('Rated good by Ofsted.', lexicon, 'cqc').find(f => f.kind === 'judgement')?.framework,
      'cqc',
    );
  });

  it('know which words decided', () => {
    const [finding] = judgements('No area was found to be inadequate.');
    assert.deepEqual(
      finding?.because.filter(r => r.of === 'status').map(r => [r.says, r.text]),
      [['negated', 'No']],
    );
  });
});
