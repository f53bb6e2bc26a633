import assert from 'node:assert/strict';
import type { PercentageFinding } from '../../../../src/core/extraction/finding.js';
import { findingsOf, LiveReport } from '../../../../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const lexicon = builtinLexicon();
const shares = (text: string): PercentageFinding[] =>
  findingsOf(text, lexicon).filter(f => f.kind === 'percentage');

describe('percentages', () => {
  for (const [text, words, value, upper, form] of [
    ['57% of plans were late.', '57%', 57, undefined, 'percent'],
    ['44 per cent of plans were late.', '44 per cent', 44, undefined, 'percent'],
    ['81.5pc of plans were late.', '81.5pc', 81.5, undefined, 'percent'],
    ['Eleven per cent of plans were late.', 'Eleven per cent', 11, undefined, 'percent'],
    ['60-70% of plans were late.', '60-70%', 60, 70, 'percent'],
    ['Between 60% and 70% of plans were late.', 'Between 60% and 70%', 60, 70, 'percent'],
    ['Three quarters of plans were late.', 'Three quarters', 75, undefined, 'fraction'],
    ['A third of plans were late.', 'A third', 33.3, undefined, 'fraction'],
    ['Just over half of plans were late.', 'half', 50, undefined, 'fraction'],
    ['One in five plans was late.', 'One in five', 20, undefined, 'fraction'],
    ['9 out of 10 plans were late.', '9 out of 10', 90, undefined, 'fraction'],
    ['Nineteen out of twenty plans were late.', 'Nineteen out of twenty', 95, undefined, 'fraction'],
    ['Between a third and a half of plans were late.', 'Between a third and a half', 33.3, 50, 'fraction'],
    ['Between a half and a third of plans were late.', 'Between a half and a third', 33.3, 50, 'fraction'],
    ['Late plans have fallen by a half since May.', 'a half', 50, undefined, 'fraction'],
    ['Plans for the most deprived fifth were late.', 'fifth', 20, undefined, 'fraction'],
    ['Lateness has climbed by 9.3 points since May.', '9.3 points', 9.3, undefined, 'points'],
    ['Lateness is eight points more than in May.', 'eight points', 8, undefined, 'points'],
    ['Lateness fell by three percentage points.', 'three percentage points', 3, undefined, 'points'],
  ] as const)
    it(`are found in every form: “${text}”`, () => {
      assert.deepEqual(
        shares(text).map(s => [s.text, s.value, s.upper, s.form]),
        [[words, value, upper, form]],
      );
    });

  for (const text of [
    'Two of the five teams moved.',
    '17 of the 28 cases were read.',
    'A report in each quarter.',
    'She is 100% committed.',
    'It took half a day.',
    'The job is only half done in the northern half of the county.',
    'There are 12 points in the plan, and eight points of order were raised.',
    'On the third visit, in the first quarter of 2023.',
  ])
    it(`are not counts, times or idioms: “${text}”`, () => {
      assert.deepEqual(shares(text), []);
    });

  it('know what they are of, when, and what they are compared with', () => {
    const [now, then] = shares(
      'In all, 81% of posts are filled by permanent staff, compared with 72% in January 2017.',
    );
    assert.match(now!.measure!.text, /posts are filled by permanent staff/);
    assert.equal(then!.period!.text, 'January 2017');
    assert.deepEqual([now!.comparedWith, now!.change], [{ start: then!.start, end: then!.end }, 'up']);
    assert.equal(then!.measure!.text, now!.measure!.text);
  });

  it('point from the later figure to the earlier one in a move', () => {
    const [before, after] = shares('Repeat referrals have fallen from 26% in 2019 to 19% in 2021.');
    assert.deepEqual(
      [after!.comparedWith?.start, after!.change, before!.comparedWith],
      [before!.start, 'down', undefined],
    );
  });

  for (const [text, ...values] of [
    ['Only one post in nine is empty.', 11.1],
    ['One primary school in every four stands empty.', 25],
    ['Costs rose by half a percentage point.', 0.5],
    ['Exclusions have gone down by a third since May.', 33.3],
    ['Attendance was 2.4 points higher than in spring.', 2.4],
    ['It was begun by one worker and signed off by a third, who had not met them.'],
    ['A third, the Port of Ambleford, was not seen.'],
  ] as const)
    it(`are told from what is none: “${text}”`, () => {
      assert.deepEqual(
        shares(text).map(s => s.value),
        values,
      );
    });

  for (const [text, ...measures] of [
    // The noun phrase behind "of" and what is said of it.
    [
      'Of the boys whose diaries we saw, four in ten had missed tea.',
      'boys whose diaries we saw … missed tea',
    ],
    ['In a fifth of the diaries they opened, pages were gone.', 'diaries they opened … pages were gone'],
    ['40% of boats leaked and one crew had left.', 'boats leaked'],
    ['60% of boats were mended where paint was due.', 'boats were mended'],
    ['30% of looked-after children swim.', 'looked-after children swim'],
    ['Some 70% of pupils who joined late were glad, but few said so.', 'pupils who joined late were glad'],
    // The subject alone before a verb of change.
    ['Leaks have more than halved, from 38% to 16%.', 'Leaks', 'Leaks'],
    ['Sunday sales, once a scandal, have dropped by nine tenths.', 'Sunday sales'],
    ['The council said that leaks had grown by 4%.', 'leaks'],
    ['Members were advised that 96% of ropes had been checked.', 'ropes had been checked'],
    ['Hulls were a bright spot, as nearly three quarters of boats were dry.', 'boats were dry'],
    ['Checks are not always made and in a third of boats ropes had frayed.', 'boats ropes had frayed'],
    ['From 1 April to 31 December 2013, 69% of boats were dry.', 'boats were dry'],
    ['Over that time 6% were adrift.', 'adrift'],
    ['Ropes mended in a day: baseline 46%, target 95%.', 'Ropes mended in a day', 'Ropes mended in a day'],
    ['The port has cut its leaks from 9% to 4%.', 'leaks', 'leaks'],
    ['The leak rate has doubled in two years to 57%.', 'leak rate'],
    ['The leak rate remains high at 57%.', 'leak rate'],
    ['At 24%, leaks are higher than in similar ports (19%) and England (21%).', 'leaks', 'leaks', 'leaks'],
    ['Just 71% of boats were dry, whereas in 2021 it had managed 83%.', 'boats were dry', 'boats'],
    ['A year ago 41% of boats were dry; now 57% are.', 'boats were dry', 'boats were dry'],
    ['Completion of return home interviews is 57%.', 'Completion of return home interviews'],
    ['A fall of six percentage points in boat hire is the largest yet.', 'boat hire'],
    ['There was a 12% rise in boat hire.', 'boat hire'],
    ['At 71%, the share of dry boats is among the best.', 'share of dry boats'],
    ['A leak rate of 24% is too high.', 'leak rate'],
    // Both halves.
    [
      'Visits were made within five days in 71% of new boats.',
      'Visits were made within five days … new boats',
    ],
    ['Visits were made within five days in 71% of cases.', 'Visits were made within five days'],
    // What a share with no noun of its own is of.
    ['Boat checks take too long; 58% were made on time.', 'Boat checks … made on time'],
    ['We looked at 50 boats; 44% lacked an anchor.', 'boats … lacked an anchor'],
    ['10% of boats were rated good, and seven in ten poor.', 'boats were rated good', 'boats … poor'],
    ['There are 900 boats in the port, or 12% of the total.', 'boats in the port'],
    ['One boat in six leaks all night.', 'boat … leaks all night'],
    ['Nearly two thirds (64%) of sailors agreed.', 'sailors agreed', 'sailors agreed'],
    ['Outstanding: 15%', 'Outstanding'],
  ] as const)
    it(`are of the noun phrase and what is said of it: “${text}”`, () => {
      assert.deepEqual(
        shares(text).map(s => s.measure?.text),
        measures,
      );
    });

  for (const [text, ...periods] of [
    ['In the quarter to March, 40% of boats leaked.', 'quarter to March'],
    ['40% of boats leaked at the time of our last visit.', 'time of our last visit'],
    ['40% of boats leaked in the summer of 2021.', 'summer of 2021'],
    ['Between April and June, 40% of boats leaked.', 'April and June'],
    ['40% of boats leaked in 2013–14.', '2013–14'],
    ['Leaks: baseline 27%, now 22%.', undefined, 'now'],
    ['Leaks fell from 6% to 3% between 2009 and 2012.', '2009', '2012'],
    ['Leaks fell by 6% in three years.', 'three years'],
    ['Leaks: 27% (2022: 41%).', undefined, '2022'],
    ['Leaks (2024: 27%, 2023: 41%)', '2024', '2023'],
    ['In 2016 41% of boats were dry, and last month it was 83%.', '2016', 'last month'],
    ['In 2017 leaks made up 14% of calls, in 2018 19% and this year 27%.', '2017', '2018', 'this year'],
    ['Leaks stopped in one day: 93% in May.', 'May'],
    ['Leaks stopped in the year to June: 54% were small.', 'year to June'],
    ['Leaks improved to 4% in Q2 (Q1: 7%).', 'Q2', 'Q1'],
    ['Two years ago 46% of boats leaked; now it is 7%.', 'Two years ago', 'now'],
    ['40% of boats were back within a year.', undefined],
  ] as const)
    it(`are of a time: “${text}”`, () => {
      assert.deepEqual(
        shares(text).map(s => s.period?.text),
        periods,
      );
    });

  for (const [text, now, then] of [
    ['Leaks were 40%, unchanged from the 40% of May.', 0, 1],
    ['In 2012, 58% of boats leaked; the Welsh average was 51%.', 0, 1],
    ['40% of boats leak. A year ago it was 45%.', 0, 1],
    ['Crews now mend 57% of boats, where two years ago it was a quarter.', 0, 1],
    ['Crews did better than the 63% of May, at 40%.', undefined, undefined],
    ['Leaks were 40%, better than the 63% of May.', 0, 1],
    ['Leaks stand at 3% (average: 6%).', 0, 1],
    ['Leaks stand at 3% (9% last July).', 0, 1],
    ['Leaks stand at 3% (England: 9%).', 0, 1],
    ['Leaks, which stood at 29% in May, are down to 13%.', 1, 0],
    ['Two years ago 46% of boats leaked; now it is 7%.', 1, 0],
    ['Leaks are at 14%, from 20% in May.', 0, 1],
    ['Leaks are at 14%, whereas ports as a whole had 20%.', 0, 1],
    // "Fewer than" only says how near the number is, and another clause has its own figure.
    ['More than a quarter sail at night, where fewer than one in five sleep.', undefined, undefined],
    ['Leaks were 40%, and among old boats the figure was 70%.', undefined, undefined],
    ['10% of boats leak. Crews went up from five to nine and 20% are new.', undefined, undefined],
  ] as const)
    it(`are held against each other, the later against the earlier: “${text}”`, () => {
      const found = shares(text);
      assert.equal(found.length, 2);
      assert.deepEqual(
        found.map(s => s.comparedWith?.start),
        [0, 1].map(i => (i === now ? found[then]!.start : undefined)),
      );
      if (now !== undefined) assert.equal(found[now]!.measure?.text, found[then]!.measure?.text);
    });

  const rows = (text: string): (string | undefined)[][] =>
    shares(text).map(s => [
      s.text,
      s.measure?.text,
      s.period?.text,
      s.comparedWith && text.slice(s.comparedWith.start, s.comparedWith.end),
    ]);
  const STACKED = 'Measure\nMarch 2023\nMarch 2024\nRAG\nDry boats\n58%\n71%\nAmber\n\nLate boats\n9%\n8%\n';

  it('of a table with one cell a line have the label above and the columns before', () => {
    assert.deepEqual(rows(STACKED), [
      ['58%', 'Dry boats', 'March 2023', undefined],
      ['71%', 'Dry boats', 'March 2024', '58%'],
      ['9%', 'Late boats', 'March 2023', undefined],
      ['8%', 'Late boats', 'March 2024', '9%'],
    ]);
  });

  it('of a row with columns of times and places are held against the time before, else the place', () => {
    assert.deepEqual(rows('Measure\t2021\t2022\tEngland\nDry boats\t21%\t19%\t22%\n'), [
      ['21%', 'Dry boats', '2021', undefined],
      ['19%', 'Dry boats', '2022', '21%'],
      ['22%', 'Dry boats … England', undefined, undefined],
    ]);
    assert.deepEqual(
      rows('Measure\tAmbleford\tEngland\nDry boats\t19%\t22%\n').map(r => (r as unknown[])[3]),
      ['22%', undefined],
    );
    assert.deepEqual(rows('Year\tDry boats\tOld boats\n2021\t19%\t22%\n'), [
      ['19%', 'Dry boats', '2021', undefined],
      ['22%', 'Old boats', '2021', undefined],
    ]);
  });

  it('of a row have the column of their own cell, also behind one that is empty, and months are times', () => {
    const header = '| Measure | Note | March | April |\n|---|---|---|---|\n';
    for (const note of [' ', ' 2 '])
      assert.deepEqual(rows(`${header}| Dry boats |${note}| 21% | 19% |\n`), [
        ['21%', 'Dry boats', 'March', undefined],
        ['19%', 'Dry boats', 'April', '21%'],
      ]);
  });

  it('of a row with commas between its cells', () => {
    assert.deepEqual(rows('Measure,March 2021,March 2022\nDry boats,18.2%,16.7%\n'), [
      ['18.2%', 'Dry boats', 'March 2021', undefined],
      ['16.7%', 'Dry boats', 'March 2022', '18.2%'],
    ]);
    // Prose that only lacks its blanks is none.
    assert.deepEqual(
      shares('Of the boats, 21% were dry,19% new,and the rest old').map(s =>
        s.measure?.text.includes('rest'),
      ),
      [false, false],
    );
  });

  it('of a row are of its label, not of the numbers that they are made from nor of a column that says how', () => {
    assert.deepEqual(rows('Measure\tNumber\tPercentage\nBoats in dock\t142 of 160\t89%\n'), [
      ['89%', 'Boats in dock', undefined, undefined],
    ]);
  });

  it('in brackets behind another, or aimed at there, are of the same', () => {
    assert.deepEqual(
      shares('Boats\n- Dry boats: 88% (71%)\n- Old boats: 26% (target 20%)\n').map(s => s.measure?.text),
      ['Dry boats', 'Dry boats', 'Old boats', 'Old boats'],
    );
  });

  it('of a line with a label are all of it, and each has its own head', () => {
    const line = (text: string): unknown[] =>
      shares(text).map(s => [
        s.measure?.text,
        s.period?.text,
        s.comparedWith && text.slice(s.comparedWith.start, s.comparedWith.end),
      ]);
    assert.deepEqual(line('· Boats in dock: Wexmoor 34%, England 27%\n'), [
      ['Boats in dock', undefined, '27%'],
      ['Boats in dock', undefined, undefined],
    ]);
    assert.deepEqual(line('a) Boats in dock: 2012 – 48%, 2013 – 59% (better)\n'), [
      ['Boats in dock', '2012', undefined],
      ['Boats in dock', '2013', '48%'],
    ]);
    assert.deepEqual(line('Boats in dock – now 23%, was 17%, target 10%\n'), [
      ['Boats in dock', 'now', '17%'],
      ['Boats in dock', undefined, undefined],
      ['Boats in dock', undefined, undefined],
    ]);
  });

  it('of a line with a label may say when behind each figure, or be joined by an arrow', () => {
    const label = 'Care leavers in work, study or training';
    assert.deepEqual(rows(`• ${label}: 57% in 2023, 49% in 2022\n`), [
      ['57%', label, '2023', '49%'],
      ['49%', label, '2022', undefined],
    ]);
    for (const arrow of ['→', '->'])
      assert.deepEqual(rows(`${label}: 49% ${arrow} 57%\n`), [
        ['49%', label, undefined, undefined],
        ['57%', label, undefined, '49%'],
      ]);
  });

  it('of lines that each begin with a year are of the label above, the later against the earlier', () => {
    assert.deepEqual(rows('Re-referrals within a year\n2022: 24%\n2023: 19%\n'), [
      ['24%', 'Re-referrals within a year', '2022', undefined],
      ['19%', 'Re-referrals within a year', '2023', '24%'],
    ]);
    assert.deepEqual(rows('Re-referrals within a year\n2023: 19%\n2022: 24%\n')[1]?.[3], undefined);
  });

  it('before a dash or a colon are of what stands behind it, without what is remarked on it', () => {
    assert.deepEqual(rows('• 82% – assessments completed in time\n'), [
      ['82%', 'assessments completed in time', undefined, undefined],
    ]);
    assert.equal(
      rows('* 9%: care leavers in custody, a share that grew\n')[0]?.[1],
      'care leavers in custody',
    );
  });

  for (const text of [
    '57% of plans were on time, as opposed to 81% across England.',
    '57% of plans were on time, while its statistical neighbours averaged 81%.',
    '57% of plans had been seen by a manager in time, having been 81% in March.',
    'Plans on time – 57% – previously 81%',
  ])
    it(`are held against another time or place: “${text}”`, () => {
      assert.equal(rows(text)[0]?.[3], '81%');
    });

  it('are of what they measure, and not of how high it is', () => {
    for (const text of [
      'Attendance has been above 95% for three years.',
      'Attendance is above the national average, at 95.4%.',
    ])
      assert.equal(shares(text)[0]!.measure?.text, 'Attendance', text);
  });

  it('are of their own clause, and not of what the speaker says before', () => {
    const text = 'We’ve recruited 24 nurses and our sickness rate is down from 9% to 6%.';
    assert.deepEqual(
      shares(text).map(s => s.measure?.text),
      ['sickness rate', 'sickness rate'],
    );
  });

  it('know quarters by their number, and half terms', () => {
    assert.deepEqual(
      ['In quarter 3, 12% of boats were dry.', 'Boats in dock this half term stood at 95%.']
        .flatMap(shares)
        .map(s => s.period?.text),
      ['quarter 3', 'this half term'],
    );
  });

  it('of a row are not held against the points by which they moved', () => {
    assert.deepEqual(
      rows('Measure\t2023\tChange on the year\nDry boats\t88%\tup 6 percentage points\n').map(
        r => (r as unknown[])[3],
      ),
      [undefined, undefined],
    );
  });

  it('are not held against a target, wherever it stands', () => {
    for (const text of [
      'The target of 95% for dry boats was missed again in October, when the figure was 82%.',
      'In October 82% of boats were dry, against a target of 95%.',
    ])
      assert.deepEqual(
        shares(text).map(s => s.comparedWith),
        [undefined, undefined],
        text,
      );
  });

  for (const [text, now, then] of [
    ['In 2016 41% of boats were dry, and last month it was 83%.', 83, 41],
    ['In 2019 61% of boats were dry; last summer it was 58%.', 58, 61],
    ['Old boats, which made up 24% of the fleet in 2013, now make up 51%.', 51, 24],
    ['Of the boats, 38% were dry in March 2017, and 40% a year later.', 40, 38],
    ['83% of boats are now dry, whereas barely half were in 2019.', 83, 50],
    ['Only 4% of boats leaked last year, where the figure for England is 7%.', 4, 7],
    ['Four-fifths of boats are now dry, as against a third in 2019.', 80, 33.3],
    ['Back then 41% of boats were dry, and last month it was 83%.', 83, 41],
    ['Just 19% of boats were dry in 2020, it noted, when 58% were nationally.', 19, 58],
    ['The share of dry boats was 31%, double that of boats nationally (15%).', 31, 15],
    ['For the latest fleet the leak rate is 31.4% (England and Wales: 32.2%).', 31.4, 32.2],
    ['Leaks are high: 38% of boats have one, a higher figure than the 33% reported in 2019.', 38, 33],
    ['Leaks, at 16%, are rarer than across the region (22%).', 16, 22],
    ['Boats were dry in 92% of cases, which puts the port ahead of England (88%).', 92, 88],
  ] as const)
    it(`are held against the other time or place, whichever comes first: “${text}”`, () => {
      const found = shares(text);
      const held = found.filter(s => s.comparedWith);
      assert.deepEqual(
        held.map(s => [s.value, found.find(o => o.start === s.comparedWith!.start)!.value]),
        [[now, then]],
      );
    });

  it('of a row of quarters are held against the same quarter of the year before', () => {
    const found = shares('Measure\tQ2 22/23\tQ1 23/24\tQ2 23/24\nDry boats\t88%\t94%\t97%\n');
    const held = found.filter(s => s.comparedWith);
    assert.deepEqual(
      held.map(s => [s.value, found.find(o => o.start === s.comparedWith!.start)!.value]),
      [[97, 88]],
    );
  });

  it('of a row below names of places alone are held against the other place', () => {
    const found = shares('Measure Penmoor England\nReviews on time 81% 88%\nRe-referrals 24% 21%\n');
    assert.deepEqual(
      found.map(s => [s.measure?.text, s.comparedWith !== undefined]),
      [
        ['Reviews on time … Penmoor', true],
        ['Reviews on time … England', false],
        ['Re-referrals … Penmoor', true],
        ['Re-referrals … England', false],
      ],
    );
  });

  it('of a row whose cells dashes part are no range', () => {
    assert.deepEqual(
      shares('Pupils with five good passes, 2012 – 2011\nHolme Bank – 69% – 74% – Good\n').map(s => s.text),
      ['69%', '74%'],
    );
  });

  it('of a row of quarters: the last is held against the one before, whichever of them names its year', () => {
    const [yearAgo, before, now] = shares(
      'Indicator | Q3 21/22 | Q2 | Q3 | Target\nVisits in time | 78% | 91% | 96% | 95%\n',
    );
    assert.deepEqual(
      [now!.comparedWith?.start, before!.comparedWith?.start, yearAgo!.comparedWith],
      [before!.start, undefined, undefined],
    );
  });

  it('of a row are parted by slashes too, and points by what moved', () => {
    const [then, now, points] = shares(
      'Indicator / 2018 / 2019 / Change\nVisits in time / 78% / 88% / up 10 points\n',
    );
    assert.equal(now!.comparedWith?.start, then!.start);
    assert.deepEqual([points!.text, points!.form], ['10 points', 'points']);
  });

  it('are held against what they moved from', () => {
    for (const text of [
      'Turnover had dropped to 15% from a peak of 44%.',
      'Attendance was 80.6%, down 2.1 percentage points from 82.7%.',
      'The pass rate was 71%, 16 points up on 55% a year before.',
    ]) {
      const all = shares(text);
      assert.equal(all[0]!.comparedWith?.start, all.at(-1)!.start, text);
    }
  });

  it('are of whatever there is, and not of whoever says so', () => {
    for (const text of [
      'There were 1,200 referrals, an increase of 3%.',
      'According to the census, referrals rose by 3%.',
    ]) {
      const measure = shares(text)[0]?.measure?.text ?? '';
      assert.match(measure, /referrals/);
      assert.doesNotMatch(measure, /were|census/);
    }
  });

  it('know what a sentence said that a line’s end has cut', () => {
    const text =
      'By the end of last winter the crews of the older boats had mended\n57% and the leaks had fallen from 61% to\n40%.\n';
    assert.deepEqual(
      shares(text).map(s => [s.text, s.comparedWith && text.slice(s.comparedWith.start, s.comparedWith.end)]),
      [
        ['57%', undefined],
        ['61%', undefined],
        ['40%', '61%'],
      ],
    );
    assert.match(shares(text)[0]!.measure!.text, /crews of the older boats/);
  });

  it('read the same after an edit as from the start', () => {
    const before = `${STACKED}\nLeaks of the older boats in the harbour have fallen from 61% to\n40%. The figure is now\n30%.\n`;
    const report = new LiveReport(before, lexicon);
    let text = before;
    for (const [from, to, insert] of [
      [text.indexOf('2023'), text.indexOf('2023') + 4, '2019'],
      [text.indexOf('Dry'), text.indexOf('Dry') + 3, 'Very dry'],
      [text.indexOf('40%'), text.indexOf('40%'), 'some '],
      [0, 8, ''],
    ] as const) {
      report.edit(from, to, insert);
      text = text.slice(0, from) + insert + text.slice(to);
      assert.deepEqual(report.findings, findingsOf(text, lexicon));
    }
  });

  it('have the time in brackets of their own cell rather than the header’s', () => {
    const table = 'Indicator\tA year ago\tLatest\nReviews held on time\t63% (Apr 2024)\t91% (Apr 2025)\n';
    const [then, now] = shares(table);
    assert.deepEqual([then?.period?.text, now?.period?.text], ['Apr 2024', 'Apr 2025']);
    assert.equal(now?.comparedWith?.start, then?.start);
  });

  it('are held against what “was”', () => {
    const [now, then] = shares('Reviews late: 12%, was 9%.');
    assert.equal(now?.comparedWith?.start, then?.start);
    assert.equal(now?.change, 'up');
  });

  for (const [text, now, then] of [
    ['Attendance has been brought up to 92% from 89% two years ago.', '92%', '89%'],
    ['Of homes inspected in full, 68% were good or outstanding, a fall from 72% in March.', '68%', '72%'],
    [
      'The trust is in touch with 96% of care leavers, a slight rise on the 93% recorded in 2021.',
      '96%',
      '93%',
    ],
    ['Agency staff hold 11% of posts, where in 2016 they held 34%.', '11%', '34%'],
    ['An arrest follows in only 33% of incidents, when similar forces manage 42%.', '33%', '42%'],
    ['Agency workers made up 47% of social workers last October and make up 29% now.', '29%', '47%'],
    ['The share of posts held by permanent staff was 52% in 2017 and is 79% now.', '79%', '52%'],
    [
      'We lost a fifth of our social workers every year, and now we lose 8 per cent.',
      '8 per cent',
      'a fifth',
    ],
    ['Plans were late twice as often (8%) as those of neighbours (4%).', '8%', '4%'],
    ['Late plans have risen from 58% in 2010/11 to 83 per cent this year.', '83 per cent', '58%'],
    ['Leaks are rare (16.8%; SN 20.5%) and we think that this will last.', '16.8%', '20.5%'],
    [
      'In May 2021 just 54% of crews had an up-to-date map; the figure was 91% at the end of June.',
      '91%',
      '54%',
    ],
    ['Dry boats 63% now, 61% in January; target 80%.', '63%', '61%'],
    ['Leaks: baseline 27% (May 2022), now 28%, target 21%.', '28%', '27%'],
    ['Of the boats, 6% were adrift, up a little from 5%.', '6%', '5%'],
    ['Phase 2018 2019 England 2019\nDry boats 86% 89% 87%\n', '89%', '86%'],
    ['A total of 92% of the town’s plans were on time, beside 90% in England.', '92%', '90%'],
    ['\t2011/12\t2012/13\nReviews on time\t62.0%\t62.2%', '62.2%', '62.0%'],
    [
      '| | Wexmoor | Average of the four | England |\n|---|---|---|---|\n| Vacancies | 15% | 23% | 22% |',
      '15%',
      '22%',
    ],
    ['Boats (last year in brackets):\n- Dry boats: 88% (71%), improved\n', '88%', '71%'],
    ['Dry boats were 61% of all. Twelve months later it was 79%.', '79%', '61%'],
    ['Indicator Q1 Q2 RAG\nDry boats in dock 71% 89% G\n', '89%', '71%'],
    [
      'Measure | At inspection | May 2016 | Target, 2018\n---|---|---|---\nOn time | 49% | 70% | 95%',
      '70%',
      '49%',
    ],
  ] as const)
    it(`are held against another time or place: “${text}”`, () => {
      const found = shares(text);
      assert.deepEqual(
        found
          .filter(s => s.comparedWith)
          .map(s => [s.text, text.slice(s.comparedWith!.start, s.comparedWith!.end)]),
        [[now, then]],
      );
    });

  it('may share a sign where one has become the other', () => {
    const told = findingsOf('The share of permanent staff rose from 61 to 74 per cent.', lexicon).flatMap(
      f => (f.kind === 'percentage' ? [[f.text, f.value, f.upper, f.change]] : []),
    );
    assert.deepEqual(told, [
      ['61', 61, undefined, undefined],
      ['74 per cent', 74, undefined, 'up'],
    ]);
  });

  it('are held against the other time though a target stands between', () => {
    const [now, target, then] = shares(
      '78% of plans were on time in May, against a target of 90% and 64% in July 2022.',
    );
    assert.equal(now!.comparedWith?.start, then!.start);
    assert.equal(then!.measure?.text, now!.measure?.text);
    assert.equal(target!.comparedWith, undefined);
    const apart = shares(
      '78% of plans met a target of 90%; 64% of visits were late, compared with 60% in May.',
    );
    assert.deepEqual(
      apart.map(s => s.comparedWith?.start),
      [undefined, undefined, apart[3]!.start, undefined],
    );
  });

  it('in brackets are held against the other place, past the target', () => {
    const [now, target, then] = shares('In May 77% of reviews were on time (target 85%; England 70%).');
    assert.equal(now!.comparedWith?.start, then!.start);
    assert.equal(target!.measure?.text, 'reviews were on time');
  });

  it('are of what the clause before says, where theirs only says that some do', () => {
    for (const [text, measure] of [
      [
        'All children should have a health plan, as only 71% do at present.',
        'children should have a health plan',
      ],
      ['Most care leavers have a plan but 12% do not.', 'care leavers have a plan'],
    ] as const)
      assert.equal(shares(text)[0]!.measure?.text, measure);
  });

  it('are of a word with a hyphen as a whole, and not of the letter of their entry', () => {
    for (const [text, measure] of [
      ['Take-up is low, at 43%.', 'Take-up'],
      ['(b) re-referrals stood at 29%.', 're-referrals'],
      ['iii) vacancies stood at 29%.', 'vacancies'],
    ] as const)
      assert.equal(shares(text)[0]!.measure?.text, measure);
  });

  it('are not of what the next clause says of other things', () => {
    assert.equal(
      shares('In 31% of the cases examined there was no plan, and supervision was late in 44 of them.')[0]!
        .measure?.text,
      'cases examined there was no plan',
    );
  });

  it('of a table keep its header below a row of numbers that are no shares', () => {
    const found = shares(
      'Indicator | Q4 22/23 | Q4 23/24\nChildren in care | 71 | 76\nReviews on time | 96% | 97%\n',
    );
    assert.deepEqual(
      found.map(s => [s.measure?.text, s.period?.text]),
      [
        ['Reviews on time', 'Q4 22/23'],
        ['Reviews on time', 'Q4 23/24'],
      ],
    );
  });

  it('are of what is measured, and not of how many of it there are', () => {
    for (const [text, measure] of [
      [
        'Too many strategy discussions take place without health (38% last year).',
        'strategy discussions take place without health',
      ],
      ['He now sleeps well and his attendance has risen to 97%.', 'attendance'],
      [
        'That said, 61% of education, health and care plans were issued within 20 weeks.',
        'education, health and care plans were issued within 20 weeks',
      ],
      ['Attendance is 88.1%. The head aims for 90% by Easter.', 'Attendance'],
    ] as const)
      assert.equal(shares(text).at(-1)!.measure?.text, measure, text);
  });

  it('are of no time that only says how soon something was done', () => {
    const [slow] = shares('Assessments are slow (52 per cent in seven working days).');
    assert.equal(slow!.period, undefined);
    assert.equal(shares('98% of visits were made in the last 28 days.')[0]!.period?.text, 'last 28 days');
  });

  it('are not held against what is only aimed at', () => {
    for (const text of [
      'Some 96% of ropes were checked against a target of 95 per cent.',
      'Checks in seven days fell to 58% (our target was 70%).',
      'At sea the figure is 54%, some way short of the 80% required by the port.',
    ])
      assert.deepEqual(
        shares(text).map(s => s.comparedWith),
        [undefined, undefined],
        text,
      );
  });

  it('are of no “to date” where something is up to date', () => {
    const [share] = shares('In February 2021 just 54% of crews had an up-to-date map.');
    assert.equal(share!.period?.text, 'February 2021');
    assert.equal(shares('Only 63% of crews were up to date with their maps.')[0]!.period, undefined);
  });

  it('are not held against what merely follows with a “now” of its own', () => {
    const found = shares('In 2021 40% of plans were late, and 29% now have a chair who reads them.');
    assert.ok(found.every(s => !s.comparedWith));
  });

  it('keep the columns of a table over the headings of its parts, and forget them behind prose', () => {
    const header = 'Measure\tLast year\tThis year\n';
    const row = 'Seen on time\t66%\t72%\n';
    const compared = (text: string): number => shares(text).filter(s => s.comparedWith).length;
    assert.equal(compared(`${header}Plans made\t61%\t64%\n\nPart B: care\n\n${row}`), 2);
    assert.equal(compared(`${header}\nThe figures below are of another kind and stand alone.\n\n${row}`), 0);
  });

  it('of a sentence behind its bullet or number are no row', () => {
    for (const text of [
      '•\tTwo thirds of primary schools were seen in the spring term.',
      '5.1  Two thirds of primary schools were seen in the spring term.',
    ])
      assert.equal(shares(text)[0]!.measure!.text, 'primary schools were seen');
  });

  it('are of what was spoken of before, where only “the figure” or “the rate” stands for it', () => {
    const of = (text: string): string | undefined => shares(text).at(-1)!.measure?.text;
    assert.equal(of('Too many reviews are held late: the rate stood at 31 per cent in March.'), 'reviews');
    assert.equal(
      of('62% of assessments were done on time in May. The figure had gone up to 80% by July.'),
      'assessments',
    );
    // What has no figure in the sentence before, or is of something itself, stays as it is.
    assert.equal(of('Partners work well together. The figure is 80%.'), 'figure');
    assert.equal(of('The vacancy rate stood at 17%.'), 'vacancy rate');
    assert.equal(of('Reviews are chaired well. The share of late reviews was 20%.'), 'late reviews');
  });

  it('are of the time when somebody came', () => {
    const when = (text: string): string | undefined => shares(text)[0]!.period?.text;
    assert.equal(when('When we opened, 44% of social workers were from agencies.'), 'When we opened');
    assert.equal(when('Core groups met late in 27% of cases when they visited.'), 'when they visited');
    assert.equal(when('Staff say that 27% of families cope when they meet.'), undefined);
  });

  it('in brackets are of the same, whether a colon stands behind their time or place or not', () => {
    for (const text of [
      'Visits made within 45 days: 79.6% (Q1 84.2%, England 82.5%).',
      'Visits made within 45 days: 79.6% (Q1: 84.2%, England: 82.5%).',
    ]) {
      const [now, before, elsewhere] = shares(text);
      assert.equal(now!.comparedWith?.start, before!.start, text);
      assert.equal(before!.period?.text, 'Q1', text);
      assert.deepEqual([before!.measure?.text, elsewhere!.measure?.text], Array(2).fill(now!.measure?.text));
    }
  });

  it('are of what the sentence before says, where “this is an increase from” them', () => {
    const [now, before] = shares('62% of plans were clear. This is an increase from 60% at 31 March 2024.');
    assert.equal(now!.comparedWith?.start, before!.start);
    assert.equal(before!.measure?.text, now!.measure?.text);
  });

  it('are not held against how far it is, nor against a share of something else', () => {
    for (const text of [
      'Nearly half of children live more than 20 miles away, and 16% live more than 100 miles away.',
      'A quarter of homes are in the North, which has 12% of the child population.',
    ])
      assert.ok(
        shares(text).every(s => !s.comparedWith),
        text,
      );
  });

  it('of ages are of both, and of money are of what it is a part of', () => {
    assert.equal(
      shares('62% of 16 and 17 year olds are at school.')[0]!.measure?.text,
      '16 and 17 year olds are at school',
    );
    assert.match(
      shares('Two thirds of 17- and 18-year-olds are at school.')[0]!.measure!.text,
      /^17- and 18-/,
    );
    assert.equal(shares('The overspend is £4.2m, or 18 per cent of the budget.')[0]!.measure?.text, 'budget');
  });

  it('are of no time that only says how often running, or as high as when', () => {
    const times = (text: string): (string | undefined)[] => shares(text).map(s => s.period?.text);
    assert.deepEqual(times('The rate fell for the third quarter running, from 27% to 19%.'), [
      undefined,
      undefined,
    ]);
    assert.deepEqual(times('Stability is 68%, the same as last quarter.'), [undefined]);
    assert.deepEqual(times('Turnover was 26% in the same month last year.'), ['same month last year']);
    assert.deepEqual(times('Completion was 98% in the summer term.'), ['summer term']);
    assert.deepEqual(times('Completion rose from 62% in March 2022 to 88%.'), ['March 2022', undefined]);
  });

  it('are none where so many of a great number are counted', () => {
    assert.deepEqual(shares('58 out of 65 schools answered, and 24 out of 36 homes.'), []);
    assert.equal(shares('One out of every 25 schools answered.').length, 1);
  });

  it('are of what was spoken of before where it says “it’s”, and held against it', () => {
    for (const text of [
      'In 2015 one in three workers left within a year. Now it’s one in 12.',
      "Four in ten of our social workers were agency. Today it's fewer than one in ten.",
    ]) {
      const [then, now] = shares(text);
      assert.equal(now!.measure?.text, then!.measure?.text, text);
      assert.equal(now!.comparedWith?.start, then!.start, text);
    }
    const [was, is] = shares('Re-referrals were 31% and are 17%.');
    assert.equal(is!.comparedWith?.start, was!.start);
  });
});
