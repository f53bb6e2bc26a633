import assert from 'node:assert/strict';
import type { ThemeFinding } from '../../../../src/core/extraction/finding.js';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const themes = (text: string): string[] =>
  findingsOf(text, lexicon)
    .filter((f): f is ThemeFinding => f.kind === 'theme')
    .map(f => `${f.theme} ${f.polarity}`);
const SET = 'Ofsted has published its letter on Wexmoor’s children’s services.\n\n';
const voices = (text: string): string[] =>
  findingsOf(text, lexicon)
    .filter(f => f.kind === 'theme')
    .map(f => f.voice);

describe('themes', () => {
  for (const [text, ...expected] of [
    ['Inspectors found that supervision of social workers is weak.', 'management-oversight weakness'],
    ['Inspectors found that early help is effective.', 'early-help strength'],
    [
      'Inspectors said that thresholds are clear, but plans drift.',
      'front-door mixed',
      'assessment-and-planning mixed',
    ],
    ['Inspectors said that audits are not yet thorough.', 'performance-and-quality weakness'],
    ['Inspectors reviewed arrangements at the front door.', 'front-door neutral'],
    ['Inspectors said that caseloads have fallen.', 'workforce strength'],
    ['Inspectors said that caseloads have risen.', 'workforce weakness'],
    ['Inspectors said that school attendance has fallen.', 'education weakness'],
    ['Inspectors said that there is no delay in assessments.', 'assessment-and-planning strength'],
    ['Leaders have not tackled the shortfalls.', 'leadership weakness'],
    ['Team managers do not challenge poor practice.', 'management-oversight weakness'],
    ['Supervision does not prevent drift.', 'management-oversight weakness'],
  ] as const)
    it(`come with the sentence’s polarity: “${text}”`, () => {
      assert.deepEqual(themes(text), expected);
    });

  it('are not told by a job title, nor by a heading that tells no finding', () => {
    assert.deepEqual(themes('Jo Marsh, director of children’s services, was there.\n'), []);
    assert.deepEqual(themes('Early help\n'), []);
  });

  it('show a sum of money as a whole', () => {
    const found = findingsOf('The council has agreed an extra £5.4 million for staff.', lexicon);
    assert.ok(found.some(f => f.kind === 'theme' && f.theme === 'resources' && f.text === '£5.4 million'));
  });

  it('are not told by who was there, nor by a committee’s name', () => {
    for (const text of [
      'Present: Councillors Amin (Chair), Okoro and Marsh',
      'Minutes of the Overview and Scrutiny Committee held on Thursday 9 February 2017',
    ])
      assert.deepEqual(themes(text), [], text);
  });

  it('of entries have the polarity of their section’s heading, until the next heading', () => {
    const found = findingsOf(
      'What needs to improve?\n\n■ The timeliness of assessments.\n■ Supervision.\n\nStrengths\n\n• Early help.\n\nNext visit\n\n• Inspectors will look at care leavers.\n',
      lexicon,
    ).filter(f => f.kind === 'theme');
    const polarity = new Map(found.map(f => [f.theme, f.polarity]));
    assert.deepEqual(
      ['assessment-and-planning', 'management-oversight', 'early-help'].map(theme => polarity.get(theme)),
      ['weakness', 'weakness', 'strength'],
    );
    assert.notEqual(polarity.get('care-leavers'), 'strength');
  });

  it('of lines without bullets below “What needs to improve” are weaknesses where they only name a thing', () => {
    const lines = 'The swift allocation of assessments.\nEffective use of supervision.\n';
    for (const head of ['What needs to improve\n', 'What needs to improve in this area:\n'])
      assert.deepEqual(themes(`${SET}${head}${lines}`), [
        'assessment-and-planning weakness',
        'management-oversight weakness',
      ]);
    // The heads of two columns say nothing of one entry.
    assert.ok(
      themes(`${SET}Key strengths Key weaknesses\nEffective use of supervision.\n`).includes(
        'management-oversight strength',
      ),
    );
  });

  it('of a list have the side of the grade that its introducing line gives to all of it', () => {
    const list = '- help and protection\n- children in care\n';
    assert.deepEqual(themes(`The following were judged good:\n${list}`), [
      'child-protection strength',
      'children-in-care strength',
    ]);
    assert.deepEqual(themes(`Ofsted graded these areas inadequate:\n${list}`), [
      'child-protection weakness',
      'children-in-care weakness',
    ]);
  });

  it('are none of a scale, however many grades it has', () => {
    assert.deepEqual(
      themes('The grades are outstanding, good, requires improvement to be good and inadequate.\n'),
      [],
    );
  });

  it('show what praises or blames, or the grade that does, and never a word of mere grammar', () => {
    for (const [text, ...expected] of [
      ['Care leavers\tInadequate\n', 'Inadequate'],
      ['Children’s plans are thorough and they are up to date.', 'thorough'],
    ] as const) {
      const [theme] = findingsOf(text, lexicon).filter(f => f.kind === 'theme');
      const reasons = theme!.because.filter(r => r.of === 'polarity').map(r => r.text);
      for (const reason of expected) assert.ok(reasons.includes(reason), reasons.join(' | '));
      for (const reason of reasons) assert.doesNotMatch(reason, /^(?:the|a|and|of|are|they|is)$/i);
    }
  });

  it('are neutral in a list of what was looked at, and weaknesses in one of what needs work', () => {
    const moods = (text: string): (string | undefined)[] => [
      ...new Set(findingsOf(text, lexicon).flatMap(f => (f.kind === 'theme' ? [f.polarity] : []))),
    ];
    const list = '- timely assessments\n- good quality supervision\n- clear plans for children in care\n';
    assert.deepEqual(moods(`Inspectors reviewed:\n${list}`), ['neutral']);
    assert.deepEqual(moods(`Areas the council needs to work on are:\n${list}`), ['weakness']);
  });

  it('are none where inspectors say whom they met', () => {
    assert.deepEqual(
      themes('Inspectors met the chief executive and held meetings with foster carers and care leavers.'),
      [],
    );
    assert.notDeepEqual(
      themes('Inspectors met care leavers, who said that their advisers were hard to reach.'),
      [],
    );
  });

  it('show words that tell together as one reason', () => {
    const told = findingsOf(
      'Return home interviews are not always offered. Managers should ensure that plans are kept.\n',
      lexicon,
    ).filter(f => f.kind === 'theme');
    assert.deepEqual(
      told.map(f => f.because.filter(r => r.of === 'polarity').map(r => r.text)),
      [['are not always'], ['should ensure that'], ['should ensure that']],
    );
  });

  it('are an inspectorate’s where its own director speaks, and not where a council’s does', () => {
    assert.deepEqual(
      [
        'Jo Marsh, Ofsted’s regional director, said that supervision is weak.',
        'Jo Marsh, CQC’s deputy director for the north, said that supervision is weak.',
        'Jo Marsh, the council’s director, said that supervision is weak.',
      ].flatMap(voices),
      ['inspectorate', 'inspectorate', 'provider'],
    );
  });

  it('know who speaks', () => {
    assert.deepEqual(voices('Inspectors found that supervision is weak.'), ['inspectorate']);
    assert.deepEqual(voices('Councillor Ann Dray said: “Our early help is strong.”'), ['provider']);
    assert.deepEqual(voices('A spokesperson for the charity Open Arms said: “Early help is hard to find.”'), [
      'other',
    ]);
    assert.deepEqual(voices('Councillor Ann Dray said: “We know.\n\n“Our early help is strong.”'), [
      'provider',
    ]);
  });

  it('are the inspected body’s where its people say that something is so, though not to inspectors', () => {
    for (const [text, voice] of [
      ['The council said that supervision is weak.', 'provider'],
      ['Councillor Ann Dray said that supervision is weak.', 'provider'],
      ['Parents told inspectors that early help is strong.', 'inspectorate'],
      ['The police and crime commissioner said that early help is strong.', 'other'],
    ] as const)
      assert.deepEqual([...new Set(voices(text))], [voice], text);
  });

  it('are the inspectors’ where a sentence says itself what they found, but not inside another’s quotation', () => {
    const before = 'Councillor Ann Dray said: “We are proud of them.” The council will meet in May.\n\n';
    assert.deepEqual(voices(`${before}Ofsted also found that early help is strong.`), ['inspectorate']);
    assert.deepEqual(
      voices(`${before}Inspectors found that early help is “strong”, as the director had said it would be.`),
      ['inspectorate'],
    );
    assert.deepEqual(
      voices('Councillor Ann Dray said: “Hello. Inspectors found that early help is strong.”'),
      ['provider'],
    );
  });

  it('are weaknesses where what was once good has declined, and the word that says so is shown', () => {
    for (const [text, reason] of [
      ['Care planning has declined since 2018, when it was judged good.', 'declined'],
      ['Care planning has slipped since the last inspection, when it was judged outstanding.', 'slipped'],
      ['Care planning is no longer as strong as in 2019, when it was judged outstanding.', 'no longer as'],
    ] as const) {
      const found = findingsOf(text, lexicon).filter(f => f.kind === 'theme');
      assert.ok(found.length > 0 && found.every(f => f.polarity === 'weakness'), text);
      assert.ok(
        found[0]!.because.some(r => r.of === 'polarity' && r.text === reason),
        text,
      );
    }
  });

  it('are none of how evidence was gathered, and none of a name', () => {
    for (const text of [
      'A range of evidence was considered during the visit, including supervision files and performance data.',
      'Inspectors considered a range of evidence, including case file audits and meetings with social workers.',
      'Council Leader Bill Harker welcomed the report.',
      'Cllr Penny Cash welcomed the report.',
    ])
      assert.deepEqual(themes(text), [], text);
    assert.ok(themes('The Bill for agency staff has doubled.').length > 0);
  });

  it('are weaknesses where a good grade has become a middling one', () => {
    assert.deepEqual(themes('In 2010 child protection slipped from good to adequate because of delays.'), [
      'child-protection weakness',
    ]);
    assert.deepEqual(themes('In 2010 child protection rose from inadequate to adequate.'), [
      'child-protection strength',
    ]);
  });

  it('are strengths below “What’s working well” and in a list of what was found positive', () => {
    const list = '• the quality of supervision\n• the timeliness of health assessments\n';
    for (const lead of [
      'What’s working well\n\n',
      'Areas of strength\n\n',
      'Inspectors were particularly impressed by:\n',
      'The report was positive about:\n',
      'Positive findings included:\n',
      'The letter commends:\n',
    ])
      assert.deepEqual(
        themes(`${lead}${list}`),
        ['management-oversight strength', 'health-and-disability strength'],
        lead,
      );
    assert.deepEqual(themes(`Inspectors were less impressed by:\n${list}`), [
      'management-oversight weakness',
      'health-and-disability weakness',
    ]);
  });
});
