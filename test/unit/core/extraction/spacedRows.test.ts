import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/extraction/liveReport.js';
import { partRows } from '../../../../src/core/extraction/spacedRows.js';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';
import { CELL, TokenBuffer, tokenise } from '../../../../src/core/report/tokens.js';

const lexicon = builtinLexicon();

/** The cells of a line, as they are parted. */
function cellsOf(line: string): string[] {
  const tokens = new TokenBuffer();
  const { matcher } = lexicon;
  tokenise(line, tokens);
  partRows(line, tokens, matcher.match(tokens, matcher.intern(line, tokens, new Int32Array(1))));
  const starts = [0];
  for (let i = 1; i < tokens.count; i++) if (tokens.gap[i] === CELL) starts.push(tokens.start[i]!);
  return starts.map((start, i) => line.slice(start, starts[i + 1]).trim());
}

describe('rows whose columns have one blank between them', () => {
  for (const row of [
    'Mooring of boats|Good',
    '2.1 Mooring and repair|Requires improvement',
    'Children who need help and protection|Requires improvement',
    'Crews|Good|Requires improvement',
    'Overall effectiveness|Good|Good',
    'Care of the crew|Not judged|Good',
    'Ashmoor|Good|Jun 2023',
    'Quality of repairs|Good|2',
    'Ropes checked in ten days|27.1%|24.8%|23.9%|22.4%|A',
    '4 Knots tied on time|95%|88%|n/a|G',
    'Crews aged 17 to 21 at sea|60%|55%',
    'Judgement|2019|2023',
    'Key question|Feb 2023|Mar 2019',
    'Measure|Target|2021/22|2022/23|England|RAG',
    'Indicator|Target|Q2 22/23|Q1 23/24|England',
    'Subject|2022|2023|CLA national 2022',
    'Phase|2018|2019|England 2019',
    'Indicator|Mar 22|Mar-23|Target',
    'Area|This inspection|Last inspection',
    'Measure|Previous|Current|England',
    'Ropes mended|71%|78%|+7%|↑',
    'Ropes lost|8%|c|10%',
    'Ward C|Good',
    'Band C|45%|50%',
    'Ropes mended in time|70%|82%|Improved',
  ])
    it(`are parted: ${row}`, () => {
      assert.deepEqual(cellsOf(row.replaceAll('|', ' ')), row.split('|'));
    });

  for (const line of [
    'The boats of Ashmoor are Good',
    'Ofsted rates Ashmoor Good',
    'Ashmoor was rated Good',
    'Repairs are good',
    'Our crews were Good in 2019, and are Outstanding now.',
    'Between 60% and 70% of ropes were sound',
    'Ropes were sound in 60% of boats and 70% of huts',
    'Repairs in 2019 and 2020',
    'Harbour report 2018/19',
    'What happens next in May and June',
    'Our last inspection and this one',
    'May Day in March 2023',
    'EMBARGOED UNTIL THURSDAY NOVEMBER 9 2017',
    'Visit of 15-16 October 2024',
    'Dates of the visit: 1–12 November 2010',
    'Page last reviewed 23/11/2023',
    'Date of last inspection 03/12/2008',
    'HARBOUR HERALD, Friday January 30 2026',
    '10:20, Friday 6th December 2013',
    '“Simply Good”',
    'MATTERS OUTSTANDING',
    'Mooring – Good',
    'Most boats - 75%-90%',
  ])
    it(`are told from prose: ${line}`, () => {
      assert.deepEqual(cellsOf(line), [line]);
    });

  it('are the inspectors’ words, as a table of grades is', () => {
    const text = 'How it was graded\n\nQuality of repairs Good\n\nMooring and morale Requires improvement\n';
    const voices = findingsOf(text, lexicon).map(f => f.voice);
    assert.ok(voices.length > 1 && voices.every(voice => voice === 'inspectorate'), voices.join());
  });

  it('are read as the rows of any other table are', () => {
    const table = (blank: string): string =>
      [
        ['Area', '2019', '2023'],
        ['The impact of leaders', 'Good', 'Requires improvement'],
        ['Care leavers', 'Inadequate', 'Good'],
        [],
        ['Measure', 'Target', '2021/22', '2022/23', 'England'],
        ['Visits in ten days', '90%', '71%', '78.5%', '80%'],
      ]
        .map(cells => `${cells.join(blank)}\n`)
        .join('');
    const told = (text: string): unknown[] =>
      findingsOf(text, lexicon).map(f =>
        f.kind === 'judgement'
          ? [f.text, f.status, f.subject?.text]
          : f.kind === 'percentage'
            ? [f.text, f.measure?.text.split(/\s+/), f.period?.text, f.comparedWith !== undefined]
            : [f.theme, f.polarity],
      );
    const spaced = told(table(' '));
    assert.deepEqual(spaced, told(table('\t')));
    assert.ok(spaced.length > 8);
  });
});
