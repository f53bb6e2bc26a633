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
    'Was this page useful? Outstanding | Good | Not for me',
    'How was your visit to our site today?\nVery good     Good     Neither good nor poor     Poor\n',
    'Please ring one: EXCELLENT   GOOD   SATISFACTORY   POOR',
  ])
    it(`are not ordinary adjectives: “${text}”`, () => {
      assert.deepEqual(short(text), []);
    });

  for (const [text, ...expected] of [
    ['Children’s services in Pellworth have been rated good by Ofsted.', 'good current'],
    [
      'The council was judged inadequate in May 2014. It is now rated good by Ofsted.\n',
      'inadequate previous',
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
    ['The service is not yet good, Ofsted said.', 'good negated'],
    ['We’re not good yet.', 'good negated'],
    ['Practice is not yet good, and the council is not yet good enough.'],
    ['There is a risk that leadership will be judged inadequate.', 'inadequate other'],
    ['The plan is meant to lift us out of inadequate by May.', 'inadequate current'],
    ['No child should have to live where services are inadequate.', 'inadequate other'],
    ['It is never acceptable for a service to be inadequate.', 'inadequate other'],
    ['We are on the journey to good.', 'good aspiration'],
    ['No area was found to be inadequate.', 'inadequate negated'],
    ['The service is no longer inadequate, Ofsted said.', 'inadequate negated'],
    ['The services were inadequate no longer, Ofsted said.', 'inadequate negated'],
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
    ['Leadership and management Requires improvement', 'requires-improvement current'],
    ['Grade 2007 2006\nOutstanding 13 11\nGood 104 98', 'outstanding other', 'good other'],
    ['The college reached the ‘expected standard’ for inclusion.', 'expected-standard current'],
    ['Overall effectiveness: Good', 'good current'],
    ['Leaders: Outstanding (Good)', 'outstanding current', 'good previous'],
    ['Leaders: Good (was inadequate)', 'good current', 'inadequate previous'],
    [
      'Ofsted’s report grades the areas: Good (3), Requires improvement (2)',
      'good current',
      'requires-improvement current',
    ],
    ['Leaders: Good (2019: requires improvement)', 'good current', 'requires-improvement previous'],
    [
      'Ofsted visited the school in January 2026. It is at the strong standard for inclusion.',
      'strong-standard current',
    ],
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

  for (const [text, ...subjects] of [
    // A grade that is a verb leaves nothing but its subject behind the "while".
    [
      'Fostering is now good, while the impact of leaders on social work practice requires improvement to be good.',
      'Fostering',
      'impact of leaders on social work practice',
    ],
    ['We will not stop until every child gets an outstanding service.', 'service'],
    ['“Good” primary plunges to inadequate', 'primary', 'primary'],
    [
      'Ashby Trust took the fostering service from inadequate to good.',
      'fostering service',
      'fostering service',
    ],
    ['Inspectors observed 41 lessons, of which only a third were good.', 'lessons'],
    ['The sixth form college was judged outstanding.', 'sixth form college'],
    ['St Aldhelm’s Primary was rated good.', 'St Aldhelm’s Primary'],
    ['Overall effectiveness was judged to require improvement.', 'Overall effectiveness'],
    [
      'The school is good, with outstanding for behaviour and attitudes.',
      'school',
      'behaviour and attitudes',
    ],
    // The office of who speaks is not what is graded.
    ['Ann Dray, Director of Schools and Families, said: “We are good.”', 'we'],
    // Who a grade is said of stands before its verb, past asides and relative clauses …
    ['The fostering service, which Ardwell runs with Bexmoor, was rated good.', 'fostering service'],
    ['Teams that support disabled children were judged good.', 'Teams that support disabled children'],
    ['Ardwell’s work with care leavers has since been re-rated as good.', 'work with care leavers'],
    ['Services for looked after children are outstanding.', 'Services for looked after children'],
    // … or behind an active verb …
    ['Ofsted gave Ardwell’s adoption service the grade of outstanding.', 'adoption service'],
    ['Inspectors declared those arrangements to be inadequate.', 'arrangements'],
    [
      'CQC has lowered its rating for the maternity unit from good to inadequate.',
      'maternity unit',
      'maternity unit',
    ],
    ['Ofsted rates Ardwell ‘inadequate’ for the second time', 'Ardwell'],
    // … or is left out, or has no verb of its own.
    ['Leadership was judged good and its fostering service outstanding.', 'Leadership', 'fostering service'],
    [
      'Staffing was rated inadequate; help, so often the weak spot, required improvement too.',
      'Staffing',
      'help',
    ],
    ['It was said that leadership was rated ‘good’, staffing ‘inadequate’.', 'leadership', 'staffing'],
    ['Ardwell, which was inadequate in 2016, is now good.', 'Ardwell', 'Ardwell'],
    ['From inadequate to good: Ardwell’s long climb', 'Ardwell', 'Ardwell'],
    // Pronouns and bare counts stand for what was spoken of before.
    ['Ofsted last inspected the authority in July 2021, when it was judged to be good.', 'authority'],
    ['The home was inspected in May 2016. It was judged good.', 'home'],
    ['Of our nine homes, seven were judged good and two inadequate.', 'homes', 'homes'],
    ['Two of its neighbours are rated good and one, Bexmoor, is outstanding.', 'neighbours', 'Bexmoor'],
    [
      'The work was judged good in three of the five outcome areas and adequate in the other two.',
      'outcome areas',
      'outcome areas',
    ],
    ['“We were rated inadequate,” the leader said.', 'We'],
    // The grade of something is not the something.
    ['The overall rating for the hospital as a whole remains good.', 'hospital'],
    [
      'Bexmoor Trust, whose overall rating has slipped from good to inadequate, apologised.',
      'Bexmoor Trust',
      'Bexmoor Trust',
    ],
    ['This is a satisfactory school, and inspectors judged it good in 2012.', 'school', 'school'],
    // Questions, and labels that a wrap has cut.
    ['How good is our setting?\t4 - Good', 'setting'],
    ['Is the service well-led? Inadequate', 'well-led'],
    ['Key Question 2: How good is provision? Good', 'provision'],
    [
      'The progress of children who need\nhelp and protection\nInadequate',
      'The progress of children who need\nhelp and protection',
    ],
    [
      'The impact of leaders on practice with\nfamilies\nGood',
      'The impact of leaders on practice with\nfamilies',
    ],
    // Rows that are numbered, and what is only taken into account.
    [
      '1.    Children who need help and protection     Inadequate\n2.    Adoption      Good\n2.1   Care leavers     Good',
      'Children who need help and protection',
      'Adoption',
      'Care leavers',
    ],
    [
      'Overall experiences and progress of children, taking into account\nGood\nHow well children are protected\nOutstanding',
      'Overall experiences and progress of children',
      'How well children are protected',
    ],
    [
      'Overall experiences and progress of children and young people, taking into\naccount        Good',
      'Overall experiences and progress of children and young people',
    ],
    ['Behaviour and attitudes\nGood\nOutstanding', 'Behaviour and attitudes', 'Behaviour and attitudes'],
    // … or on the line above a score.
    [
      'Help for families\n3\nGood\nRecord keeping\n2\nRequires improvement',
      'Help for families',
      'Record keeping',
    ],
    ['Q. What did the inspectors say?\nThe fostering service was rated good.', 'fostering service'],
    // Rows as PDF readers give them.
    [
      '1. Children who need help and protection Requires improvement\n2.1 Adoption performance Good',
      'Children who need help and protection',
      'Adoption performance',
    ],
    // A word that is part of no name, and another grade, are nobody's subject.
    ['Of 18 separate grades handed out, 15 were adequate.', 'separate grades'],
    ['No council has so far fallen below adequate in the new inspections.', 'council'],
    ["'Inadequate' verdict on Thornby children's trust", "Thornby children's trust"],
    ['She said: “Nine out of 10 of our schools are good.”', 'schools'],
    // A share is one of what the sentence is about.
    ['Of the homes that we have visited, 81% were rated good.', 'homes'],
    // What explains a noun is said of that noun, and what was judged may stand before who judged it.
    ['They were joined by a team from Bexmoor, itself rated outstanding in 2021.', 'Bexmoor'],
    ['The council has two homes that Ofsted had graded inadequate.', 'homes'],
    // An area, where the grade is a thing that was given.
    ['The school was awarded an exceptional for inclusion.', 'inclusion'],
    // What was learnt of where subjects stand, where the rules take a phrase that stands nearer.
    [
      'Out of special measures at last, after six years and three chief executives, the borough is now good.',
      'borough',
    ],
    [
      'Its adoption agency, outstanding in 2011, was in the autumn judged to be inadequate.',
      'adoption agency',
      'adoption agency',
    ],
    [
      'You may like to know that, of 140 councils, 20 perform excellently this year, 80 perform well and nine perform poorly.',
      'councils',
      'councils',
      'councils',
    ],
    [
      'An inspection of Southmere Youth Justice Service has found a team at full stretch and given it an overall rating of ‘Good’.',
      'Southmere Youth Justice Service',
    ],
    [
      'Home        Inspected    Overall       Protection     Leaders\nElm House   July 2018    Good          Inadequate     Good',
      'Elm House',
      'Protection',
      'Leaders',
    ],
  ] as const)
    it(`say whose grade it is: “${text.replaceAll('\n', '⏎')}”`, () => {
      assert.deepEqual(
        judgements(text).map(j => j.subject?.text.toLowerCase()),
        subjects.map(s => s.toLowerCase()),
      );
    });

  for (const [text, ...counts] of [
    ['Two of the three homes are rated good.', '2/3'],
    ['Eleven of 14 authorities were judged good.', '11/14'],
    ['Both of its homes were rated good.', '2/2'],
    ['All four of the council’s homes are rated good.', '4/4'],
    ['None of the homes was found to be inadequate.', ''],
    ['Of 31 schools, 20 were good or outstanding and nine inadequate.', '20/31', '20/31', '9/31'],
    [
      'The service was judged good in three of the five areas and adequate in the remaining two.',
      '3/5',
      '2/5',
    ],
    ['Ofsted gave good judgements in three of the four areas.', '3/4'],
    ['Twenty-two homes were inadequate, down from 30.', '22'],
    ['Lochview House was awarded a six, or ‘excellent’.', ''],
    ['The number of homes judged inadequate rose to 41.', '41'],
    ['5. Leadership and management are judged good.', ''],
    ['Nine out of ten schools were judged good.', ''],
    ['Contrary to what two newspapers wrote, Ofsted did not rate Elsdon outstanding.', ''],
    ['Seven areas, which were seen in May, were judged good.', '7'],
    [
      'Of the five judgements, one was good, three were requires improvement and one was inadequate.',
      '1/5',
      '3/5',
      '1/5',
    ],
    ['Of the homes, outstanding 4, good 20 and inadequate 1.', '4', '20', '1'],
    ['Audits were good (12), requires improvement (20) or inadequate (3).', '12', '20', '3'],
    ['Steps: good (3), requires improvement (2), inadequate (1).', '', '', ''],
    ['In the 17 inadequate authorities, most homes were judged good.', '', ''],
    ['After seven years and two sets of commissioners, the city is now rated good.', ''],
    [
      'Of the four homes two were rated good, one each as inadequate and requires improvement.',
      '2/4',
      '1/4',
      '1/4',
    ],
  ] as const)
    it(`count what is counted: “${text}”`, () => {
      assert.deepEqual(
        judgements(text).map(
          j =>
            `${String(j.count ?? '')}${j.of === undefined || j.count === undefined ? '' : `/${String(j.of)}`}`,
        ),
        counts,
      );
    });

  for (const [text, ...dates] of [
    ['Ardwell was rated inadequate in Nov. 2016 and again in 2019.', '2016-11'],
    ['Ardwell was rated inadequate in 2017 but has since climbed to good.', '2017', ''],
    ['Ardwell was inadequate in 2018 and required improvement in 2021.', '2018', '2021'],
    ['It requires improvement, as it did in 2018.', ''],
    ['At 31 March 2020, 80% of homes were judged good.', ''],
    ['Among homes judged good in 2021 to 2022, half have kept the grade.', ''],
    ['It was the second visit since July 2017, when services were judged inadequate.', '2017-07'],
    ['Ardwell was judged good at its last inspection, in the spring of 2019.', '2019'],
    [
      'In 2016 Ardwell was inadequate, in 2019 requires improvement and in 2023 good.',
      '2016',
      '2019',
      '2023',
    ],
    ['In 2018 it was good, in 2022 outstanding.', '2018', '2022'],
    ['It fell from outstanding, awarded in 2013, to requires improvement.', '2013', ''],
    ['It slid from good, which it got in May 2016, to inadequate.', '2016-05', ''],
    ['It was outstanding right through to 2022, when it dropped to requires improvement.', '', '2022'],
    ['Before it joined the trust in 2020 the school was rated inadequate.', ''],
    ['The trust was set up in April 2017 and by 2019 Ofsted had it at requires improvement.', ''],
    ['It was rated inadequate at its last inspection, in May 2020, when leaders were criticised.', '2020-05'],
    ['No area was inadequate, which in 2018 was the case for two.', ''],
    ['Bexmoor Homes\tGood (March 2021)', '2021-03'],
    ['Elm House\t14 May 2019\tGood', '2019-05-14'],
  ] as const)
    it(`have the date that is theirs: “${text}”`, () => {
      assert.deepEqual(
        judgements(text).map(j => j.date ?? ''),
        dates,
      );
    });

  it('count what is counted', () => {
    const [good, inadequate] = judgements(
      'Of the 20 authorities inspected, six have been rated good and two inadequate.',
    );
    assert.deepEqual([good?.count, good?.of, inadequate?.count, inadequate?.of], [6, 20, 2, 20]);
  });

  it('count a part of a whole that the sentence opens with, “one” beside others, and never what has none', () => {
    const counts = (text: string): string[] =>
      judgements(text).map(j => `${String(j.count ?? '-')} of ${String(j.of ?? '-')}`);
    assert.deepEqual(
      counts('Protecting vulnerable people was judged in full, and 15 of the 43 require improvement.'),
      ['15 of 43'],
    );
    assert.deepEqual(counts('Of our neighbours, two were judged good and one was judged inadequate.'), [
      '2 of -',
      '1 of -',
    ]);
    assert.deepEqual(counts('Of the other three councils, Lydbrook was judged outstanding.'), ['- of -']);
    assert.deepEqual(counts('Our three schools were inspected and none was judged inadequate.'), ['- of -']);
  });

  for (const [text, ...subjects] of [
    [
      'Inspectors rated leadership good, fostering outstanding and the front door inadequate.',
      'leadership',
      'fostering',
      'front door',
    ],
    [
      'Ofsted graded three areas: leadership (good), placements (inadequate) and early help (good).',
      'leadership',
      'placements',
      'early help',
    ],
    [
      'The school was given good for teaching and requires improvement for attendance.',
      'teaching',
      'attendance',
    ],
    [
      'The force is outstanding at investigating crime and good at answering calls.',
      'investigating crime',
      'answering calls',
    ],
  ] as const)
    it(`are each of their own subject in a list: “${text}”`, () => {
      assert.deepEqual(
        judgements(text).map(j => j.subject?.text),
        subjects,
      );
    });

  for (const text of [
    'Stuck at inadequate since 2018, the council has a new director.',
    'It is two years this week since Ofsted declared the services inadequate.',
    'Wexmoor, whose services were judged inadequate last summer, has a new office.',
    'Our services are good. Next door, Wexmoor was found to be inadequate.',
  ])
    it(`are no grades of today: “${text}”`, () => {
      const { status } = judgements(text).at(-1)!;
      assert.ok(status === 'previous' || status === 'other', status);
    });

  it('are of the inspectorate whose words the report speaks where it names none', () => {
    const found = judgements(
      'Report card\n\nInclusion: Strong standard\nAchievement: Needs attention\n\nAt the last inspection, in June 2021, the school was judged good overall.\n',
    );
    assert.deepEqual(
      found.map(j => j.framework),
      ['ofsted-report-card', 'ofsted-report-card', 'ofsted-education-2012'],
    );
  });

  it('are no standards that pupils reach in tests', () => {
    for (const text of [
      'Only 54% of pupils met the expected standard at the end of Year 6, down ten points on 2022.',
      'Last summer 58% of Year 6 reached the expected standard.',
    ])
      assert.deepEqual(judgements(text), [], text);
    assert.equal(judgements('Leadership has reached the expected standard.').length, 1);
  });

  it('are no answers of a survey, nor what pupils attain', () => {
    for (const text of [
      '90% of families rated the service good or excellent.',
      'Eight in ten young people rated their worker as good.',
      'Foster carers scored the training as excellent or good.',
      'At Key Stage 2, 41% reached the expected standard in reading, writing and maths.',
      '38% were at the expected standard in writing.',
      'The report cards came out. 44% achieved the expected standard.',
    ])
      assert.deepEqual(short(text), [], text);
    assert.deepEqual(short('Services for children rated ‘good’ by Ofsted'), ['good current']);
  });

  it('are of nobody that asks, nor of an occasion, an aim or an adverb', () => {
    const subject = (text: string): string | undefined => judgements(text).at(-1)!.subject?.text;
    assert.equal(subject('Cllr Brown asked whether a good judgement was likely in the summer.'), undefined);
    assert.equal(subject('The goal is to be good at the next inspection.'), undefined);
    assert.equal(subject('A reasonable aim is good overall at the next full inspection.'), undefined);
    assert.equal(
      subject('The agency provides effective services that meet the requirements for good.'),
      'agency',
    );
    assert.equal(subject('Ofsted lifts council out of inadequate after four years.'), 'council');
    assert.equal(
      subject('The fostering service was last inspected in May 2023 (Good).'),
      'fostering service',
    );
    assert.equal(subject('Let us start with Northwold. In 2011 it was adequate.'), 'Northwold');
    assert.equal(
      subject('Carlow went from inadequate to good in three years and Penworth was outstanding last time.'),
      'Penworth',
    );
  });

  it('of last week are news, and so of now', () => {
    for (const when of ['Last week', 'Yesterday', 'Last Tuesday'])
      assert.deepEqual(
        judgements(`${when} the fostering service was rated good by Ofsted.`).map(j => j.status),
        ['current'],
      );
    assert.deepEqual(
      judgements('Last time the fostering service was rated good by Ofsted.').map(j => j.status),
      ['previous'],
    );
  });

  it('have the date that the sentence gives', () => {
    const dates = (text: string): (string | undefined)[] => judgements(text).map(j => j.date);
    assert.deepEqual(dates('Pellworth was rated inadequate in February 2016.'), ['2016-02']);
    assert.deepEqual(dates('Pellworth was judged good on 4 May 2017.'), ['2017-05-04']);
    assert.deepEqual(dates('Pellworth was judged good on May 4, 2017.'), ['2017-05-04']);
    for (const days of ['between 3 and 14', 'from 3 to 14', 'on 3–14'])
      assert.deepEqual(dates(`Pellworth was judged good ${days} May 2017.`), ['2017-05']);
    assert.deepEqual(
      dates('The service moved from inadequate to requires improvement in 2019 and to good last month.'),
      [undefined, '2019', undefined],
    );
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

  for (const [text, framework] of [
    ['The council was rated inadequate in February 2016.', 'ofsted-social-care-2013'],
    ['Children’s services were rated inadequate in 2021.', 'ofsted-social-care'],
    ['The service was judged to be good.', 'ofsted-social-care'],
    ['In 2010 safeguarding was judged adequate.', 'ofsted-safeguarding-2009'],
    ['The home was rated good by the CQC.', 'cqc'],
    ['The school was judged good. Its leadership was praised.', 'ofsted-education-2012'],
  ] as const)
    it(`are of the likeliest framework where the text says little: “${text}”`, () => {
      assert.equal(judgements(text)[0]?.framework, framework);
    });

  it('are of what their row names, whatever parts its cells', () => {
    for (const row of [
      'Sixth form / Inadequate / Good',
      'Sixth form\tGood',
      'Sixth form: good',
      '- Sixth form: good',
      'Sixth form - Good',
    ])
      assert.equal(judgements(`${row}\n`).at(-1)?.subject?.text, 'Sixth form', row);
  });

  it('are told by what was learnt where no rule tells them, and the rules’ adjectives stay adjectives', () => {
    assert.deepEqual(short('In 2021 we found the force to be adequate at protecting vulnerable people.'), [
      'adequate previous',
    ]);
    assert.deepEqual(
      short('Poor attendance was seldom followed up, and good relationships were not enough.'),
      [],
    );
  });

  it('are not said of a sentence that stands alone above them', () => {
    const [good] = judgements('Boat hire has doubled.\n\nWe are on the journey to good.\n');
    assert.equal(good?.status, 'aspiration');
    assert.notEqual(good.subject?.text, 'Boat hire has doubled.');
  });

  it('know which words decided', () => {
    const [finding] = judgements('No area was found to be inadequate.');
    assert.deepEqual(
      finding?.because.filter(r => r.of === 'status').map(r => [r.says, r.text]),
      [['negated', 'No']],
    );
  });

  for (const [text, ...reasons] of [
    ['Published: 3 June 2020\n\nLeadership was good in May 2014.', 'May 2014'],
    ['The plan is for leadership to be good by next spring.', 'by next spring'],
    ['Leadership slipped from good to inadequate.', 'from'],
  ] as const)
    it(`show the words that put them at another time: “${text}”`, () => {
      const told = judgements(text).find(j => j.status !== 'current');
      assert.deepEqual(
        told?.because.filter(r => r.of === 'status').map(r => r.text),
        reasons,
      );
    });

  it('show words of their own sentence where no rule but what was learnt tells them', () => {
    const text =
      'Published: 3 June 2020\n\nWe asked for a review. All four of the council’s children’s homes are good.';
    const told = judgements(text).at(-1);
    assert.equal(told?.status, 'previous');
    const reasons = told.because.filter(r => r.of === 'status');
    assert.equal(reasons.length, 1);
    assert.ok(reasons[0]!.start >= text.indexOf('All four'), reasons[0]!.text);
    for (const { text: words, start, end } of reasons) assert.equal(text.slice(start, end), words);
  });

  it('take their status from the header of their column', () => {
    const table =
      'Judgement\t2019\t2023\nChildren in care\tGood\tOutstanding\nCare leavers\tRequires improvement\tGood\n';
    assert.deepEqual(short(table), [
      'good previous',
      'outstanding current',
      'requires-improvement previous',
      'good current',
    ]);
  });

  for (const [what, table, ...expected] of [
    [
      'over a rule of dashes',
      '| Question | Now | In 2020 |\n|---|---|---|\n| Safe? | Inadequate | Good |\n',
      'inadequate current',
      'good previous',
    ],
    [
      'where the first cell of the header is left empty',
      `${' '.repeat(30)}May 2016      June 2019\nProvision                     Good          Very good\n`,
      'good previous',
      'very-good current',
    ],
    [
      'where one column is named and the other is not',
      'Area\tThis inspection\tJoint area review\nAmbition\tGood\tAdequate\n',
      'good current',
      'adequate previous',
    ],
    [
      'though its rows are councils, each with its own now and then',
      'Council\t2010\t2009\nPellworth\tPerforms well\tPerforms poorly\n',
      'good current',
      'poor previous',
    ],
    [
      'in brackets behind the new one',
      'The four grades are these:\n\n(i) the impact of leaders: good (2019: inadequate);\n',
      'good current',
      'inadequate previous',
    ],
  ] as const)
    it(`take their status from the table ${what}`, () => {
      assert.deepEqual(short(table), expected);
    });

  it('that name a scale are the writer’s own words, in an inspector’s letter too', () => {
    const letter =
      'Dear Ms Arkwright\n\nI am writing to confirm the findings of our visit.\n\nOutstanding, good, requires improvement and inadequate are the grades that we may give.\n';
    assert.deepEqual(
      judgements(letter).map(j => `${j.status} ${j.voice}`),
      Array.from({ length: 4 }, () => 'other narrator'),
    );
  });

  it('that name a scale are nobody’s, though it says whose scale it is', () => {
    const scale = judgements(
      '1. Ofsted’s judgements are outstanding, good, requires improvement and inadequate.',
    );
    assert.deepEqual(
      scale.map(j => j.subject),
      [undefined, undefined, undefined, undefined],
    );
  });

  it('are others’ in a key whose grades are explained line by line', () => {
    const key =
      'The meaning of the judgements\n\nGood (Grade 2)\nA service that exceeds requirements\nAdequate (Grade 3)\n';
    assert.deepEqual(short(key), ['good other', 'adequate other']);
  });

  it('are others’ in a key, and the report’s own again under the next heading', () => {
    const text =
      'Key to the grades\nGrade 1\tOutstanding\nGrade 2\tGood\n\nOverall effectiveness\n\nThe quality of teaching is good.\n';
    assert.deepEqual(short(text), ['outstanding other', 'good other', 'good current']);
  });

  it('are the scale where they stand in its order, and grades where they do not', () => {
    assert.deepEqual(short('Councils may be outstanding, good, require improvement or inadequate.'), [
      'outstanding other',
      'good other',
      'requires-improvement other',
      'inadequate other',
    ]);
    for (const scale of [
      'Services are rated ‘Outstanding’, ‘Good’, ‘Requires improvement’ or ‘Inadequate’.',
      'Grades: 4 outstanding; 3 good; 2 adequate; 1 inadequate',
    ])
      assert.deepEqual([...new Set(judgements(scale).map(j => j.status))], ['other'], scale);
  });

  it('are no scale where a row has three years of them', () => {
    const table =
      'Published 3 May 2025\n\nArea | 2022 | 2025 | Ambition for 2027\nLeaders | Inadequate | Requires improvement | Good\n';
    assert.deepEqual(short(table), [
      'inadequate previous',
      'requires-improvement current',
      'good aspiration',
    ]);
  });

  it('are said of any body, not of this one', () => {
    assert.deepEqual(short('The council buys places only from agencies graded good or better.'), [
      'good other',
    ]);
    assert.deepEqual(short('A home that requires improvement to be good is visited again within the year.'), [
      'requires-improvement other',
    ]);
  });

  it('take their status from headers that stand one below another', () => {
    const table =
      'Judgement\n2021\n2024\nLeaders\nRequires improvement\nGood\nChildren in care\nGood\nOutstanding\n';
    assert.deepEqual(short(table), [
      'requires-improvement previous',
      'good current',
      'good previous',
      'outstanding current',
    ]);
  });

  it('are others’ in a table that says what each grade means', () => {
    const table = 'Grade\tWhat it means\nOutstanding\tMany strengths\nGood\tStrengths outweigh faults\n';
    assert.deepEqual(short(table), ['outstanding other', 'good other']);
  });

  it('have the date of their row, and what stands in brackets behind them has its own', () => {
    const dates = (text: string): (string | undefined)[] => judgements(text).map(j => j.date);
    assert.deepEqual(dates('Wexcombe Primary\t18 September 2007\tGood (was inadequate)'), [
      '2007-09-18',
      undefined,
    ]);
    assert.deepEqual(dates('Leaders: Good (2019: requires improvement)'), [undefined, '2019']);
    assert.deepEqual(dates('Ofsted said that 94% of agencies were good or outstanding on 31 March 2021.'), [
      undefined,
      undefined,
    ]);
  });

  it('are of today in a full report or release, whatever visits it mentions', () => {
    for (const mention of [
      'Leaders have not tackled what was seen at the focused visits.',
      'Progress has been slow since a monitoring visit in 2021.',
      'It follows five monitoring visits.',
    ])
      assert.deepEqual(
        short(
          `Ofsted has rated Sandmouth’s services inadequate.\n\n${mention}\n\nThe impact of leaders was judged good.\n`,
        ),
        ['inadequate current', 'good current'],
        mention,
      );
    // The letter of a visit gives none itself.
    assert.deepEqual(
      short('This was the second monitoring visit.\n\nOverall, services remain inadequate.\n'),
      ['inadequate previous'],
    );
  });

  it('of a table have the status of their column, though the scale is explained straight before', () => {
    const scale = 'Councils are rated Outstanding, Good, Requires Improvement to be Good or Inadequate.\n\n';
    const table = 'Area\t2017\t2020\t2023\nHelp and protection\tInadequate\tRequires improvement\tGood\n';
    assert.deepEqual(short(`Ofsted inspected Wexby in June 2023.\n\n${scale}${table}`).slice(4), [
      'inadequate previous',
      'requires-improvement previous',
      'good current',
    ]);
  });

  it('of areas that are counted are of today, as they are parts of one inspection', () => {
    assert.deepEqual(
      short(
        'They graded 22 areas in all. One was outstanding, 12 were good and the remaining nine were adequate.',
      ),
      ['outstanding current', 'good current', 'adequate current'],
    );
    assert.deepEqual(
      [
        ...new Set(
          short('In England 22 councils were inspected. One was outstanding and 12 were good.').map(
            s => s.split(' ')[1],
          ),
        ),
      ],
      ['other'],
    );
  });

  it('of old are on the scale of their own year', () => {
    const found = judgements(
      'Children’s services were judged adequate in 2011 and inadequate in 2015.\n\nIn 2023 Ofsted judged them good.\n',
    );
    assert.deepEqual(
      found.map(j => j.framework),
      ['ofsted-safeguarding-2009', 'ofsted-social-care-2013', 'ofsted-social-care'],
    );
  });

  it('are no judgement where somebody ensures that something is good, and another body’s of an improvement partner', () => {
    assert.deepEqual(short('Managers at all levels ensure that practice is good.'), []);
    assert.deepEqual(
      short('Its improvement partner is Dorvale Council, rated outstanding by Ofsted in 2021.'),
      ['outstanding other'],
    );
  });

  it('are of no “being” and no “pc”', () => {
    const subject = (text: string): string | undefined => judgements(text)[0]!.subject?.text;
    assert.notEqual(subject('Being judged good is a tribute to our staff.'), 'Being');
    assert.equal(subject('61pc of councils were judged good.'), 'councils');
  });

  it('are whole where a hyphen breaks them in their column', () => {
    const [first] = judgements(
      `Leadership                   Good\nHelp and protection          Requires improve-\n${' '.repeat(29)}ment to be good\n`,
    ).slice(1);
    assert.equal(first!.grade, 'requires-improvement');
    assert.equal(first!.subject?.text, 'Help and protection');
  });
});
