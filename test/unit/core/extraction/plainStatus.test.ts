import assert from 'node:assert/strict';
import type { JudgementFinding } from '../../../../src/core/extraction/finding.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const judgements = (text: string): JudgementFinding[] =>
  findingsOf(text, lexicon).filter(f => f.kind === 'judgement');

/** Who is graded: how a sentence opens, and the subject that its grades must have. */
const GRADED = [
  ['The home', 'home'],
  ['The fostering service', 'fostering service'],
  ['Help and protection', 'help and protection'],
  ['Ashlow County Council', 'ashlow county council'],
  ['Support for care leavers', 'support for care leavers'],
  ['The force', 'force'],
  ['Elder Lodge', 'elder lodge'],
] as const;

describe('the status of a plain statement, whoever is graded', () => {
  for (const [said, ...expected] of [
    ['is good.', 'current'],
    ['has been rated good by Ofsted.', 'current'],
    ['improved to good.', 'current'],
    ['has moved from inadequate to good.', 'previous', 'current'],
    ['has slipped back to requires improvement.', 'current'],
    ['was previously good and is now outstanding.', 'previous', 'current'],
    ['was rated good at its last inspection; today it is inadequate.', 'previous', 'current'],
    ['was good; it is now inadequate.', 'previous', 'current'],
    ['is good (previously inadequate).', 'current', 'previous'],
    ['was rated inadequate last time and good this time.', 'previous', 'current'],
    ['was judged good, up from inadequate in 2016.', 'current', 'previous'],
    ['has lost its outstanding rating.', 'negated'],
    ['has lost the outstanding rating it had held for years.', 'negated'],
    ['was stripped of its good grade.', 'negated'],
    ['has shaken off its inadequate rating.', 'negated'],
    ['escaped an inadequate judgement.', 'negated'],
    ['was judged to be good, the second highest on a four-point scale.', 'current'],
    ['has been lifted out of inadequate by a new team.', 'previous'],
    ['is no longer inadequate.', 'negated'],
    ['would have been rated outstanding under the old rules.', 'other'],
    ['might well have been inadequate.', 'other'],
    ['was rated good in two areas and outstanding in none.', 'current', 'negated'],
    ['is inadequate no longer.', 'negated'],
    ['was this time found to be inadequate.', 'current'],
    ['used to be outstanding.', 'previous'],
    ['was inadequate two years ago.', 'previous'],
    ['has improved since it was rated inadequate.', 'previous'],
    ['has improved from its previous rating of inadequate.', 'previous'],
    ['is expected to be rated good.', 'aspiration'],
    ['plans to move to good.', 'aspiration'],
    ['has set itself the goal of being good.', 'aspiration'],
    ['needs to improve to be good.', 'aspiration'],
    ['is heading for outstanding.', 'aspiration'],
    ['is good and on its way to outstanding.', 'current', 'aspiration'],
    ['is inadequate and must improve to good.', 'current', 'aspiration'],
  ] as const)
    it(`is that of “… ${said}”`, () => {
      for (const [whose, subject] of GRADED) {
        const found = judgements(`${whose} ${said}`);
        assert.deepEqual(
          found.map(j => `${j.status} of ${j.subject?.text.toLowerCase() ?? 'nothing'}`),
          expected.map(status => `${status} of ${subject}`),
          whose,
        );
      }
    });

  it('is of old where a date tells of the time before, and of today where it tells since when', () => {
    const [first] = judgements('Elder Lodge has been rated good for the first time since 2010.');
    assert.deepEqual([first!.status, first!.date], ['current', undefined]);
    const [until] = judgements('Until last week the home was rated inadequate.');
    assert.equal(until!.status, 'previous');
  });

  it('is of old where a report tells its own body’s history in its notes', () => {
    const found = judgements(
      'Ashlow children’s services are now good\n\nPublished: 14 November 2024\n\nAshlow has been rated good by Ofsted.\n\nNotes to editors\n\n1. Ofsted’s grades are outstanding, good, requires improvement to be good and inadequate.\n2. Ashlow was rated requires improvement in 2017 and inadequate in 2021.\n',
    ).slice(-2);
    assert.deepEqual(
      found.map(j => [j.status, j.date]),
      [
        ['previous', '2017'],
        ['previous', '2021'],
      ],
    );
  });

  it('is of the day that the report tells of where nothing else says when that is, and of old by a month or a year', () => {
    for (const [text, status] of [
      ['Judged good by Ofsted on 14 March 2019.', 'current'],
      ['Inspectors, who came on 4 March 2025, rated the service inadequate.', 'current'],
      ['The service was judged inadequate in May 2016.', 'previous'],
      ['Rated inadequate on 12 September 2016, it has now been judged good.', 'previous'],
    ] as const)
      assert.equal(judgements(text)[0]!.status, status, text);
  });

  it('is of before where it is come out of, and not where it has still to be', () => {
    const statuses = (text: string): string[] => judgements(text).map(j => j.status);
    assert.deepEqual(statuses('Wexby children’s services out of ‘inadequate’ at last'), ['previous']);
    assert.ok(!statuses('Ministers want to lift Wexby out of inadequate.').includes('previous'));
    assert.ok(!statuses('Wexby will be out of inadequate by next summer.').includes('previous'));
  });

  it('is of before where something had got so far', () => {
    const statuses = judgements('In between it had clawed its way up to “requires improvement”.').map(
      j => j.status,
    );
    assert.deepEqual(statuses, ['previous']);
  });

  it('is not denied by a “not” that names a group', () => {
    const [judgement] = judgements(
      'Ofsted says provision for young people not in education or training is adequate.',
    );
    assert.equal(judgement!.status, 'current');
  });

  it('is others’ where a body’s own audit grades cases', () => {
    const statuses = judgements('Our own audit of 30 cases found 10 to be inadequate and 6 good.').map(
      j => j.status,
    );
    assert.deepEqual(statuses, ['other', 'other']);
  });

  it('is denied of none', () => {
    const [none] = judgements('Good: Investigating crime; Managing offenders\nInadequate: none\n').slice(-1);
    assert.equal(none!.status, 'negated');
  });

  it('has no date that lies behind the report’s own', () => {
    const [judgement] = judgements(
      'Minutes of the meeting held on Tuesday 19 September 2023\n\nThe Director said that the next inspection would be in spring 2024 and that a rating of good was possible.',
    );
    assert.equal(judgement!.date, undefined);
  });

  it('shows the words that say so', () => {
    for (const [text, words] of [
      ['Elder Lodge has lost its outstanding rating.', 'lost its'],
      ['Elder Lodge is heading for outstanding.', 'heading for'],
      ['Elder Lodge used to be outstanding.', 'used to be'],
    ] as const) {
      const [judgement] = judgements(text);
      assert.deepEqual(
        judgement!.because.filter(r => r.of === 'status').map(r => r.text),
        [words],
      );
    }
  });

  it('is not hoped for where more or less likely is only compared', () => {
    const statuses = judgements('Homes in the east are less likely to be good than those in the west.').map(
      j => j.status,
    );
    assert.ok(!statuses.includes('aspiration'), statuses.join());
  });

  it('is of before for a council’s own homes, and another’s for the homes of others', () => {
    const statuses = (text: string): string[] =>
      findingsOf(text, lexicon).flatMap(f => (f.kind === 'judgement' ? [f.status] : []));
    const opening = 'Wexby Council was judged good by Ofsted this week.\n\n';
    assert.deepEqual(
      statuses(`${opening}Of the council’s five homes, one is rated outstanding and four are good.\n`),
      ['current', 'previous', 'previous'],
    );
    assert.deepEqual(
      statuses(`${opening}Bright Care runs eight other homes, of which six are rated good.\n`),
      ['current', 'other'],
    );
  });

  it('is hoped for in what has to be done, and in what one is heading for', () => {
    for (const text of [
      'Improve teaching so that it is at least good, by making better use of assessment.',
      'Outstanding is where we are heading.',
      'Good is what every family should expect.',
    ]) {
      const [judgement] = findingsOf(text, lexicon).filter(f => f.kind === 'judgement');
      assert.equal((judgement as JudgementFinding).status, 'aspiration', text);
    }
  });

  it('is another’s of what was never given: had something been otherwise', () => {
    const [judgement] = findingsOf(
      'Had they looked at fostering alone, we would be outstanding.',
      lexicon,
    ).filter(f => f.kind === 'judgement');
    assert.equal((judgement as JudgementFinding).status, 'other');
  });

  it('is of before where a body tells of its last assessment or review', () => {
    for (const text of [
      'We were adequate for safeguarding in our last annual performance assessment.',
      'We were inadequate for care leavers in our last joint area review.',
      'When the inspectors last came we were inadequate for care leavers.',
      'Five years back we were inadequate for care leavers.',
    ])
      assert.deepEqual(
        judgements(text).map(j => j.status),
        ['previous'],
        text,
      );
  });
});
