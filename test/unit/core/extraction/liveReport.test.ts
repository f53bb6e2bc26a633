import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf, LiveReport } from '../../../../src/core/extraction/liveReport.js';
import { builtinData, builtinLexicon } from '../../../../src/core/lexicon/builtin.js';
import { Lexicon } from '../../../../src/core/lexicon/lexicon.js';

const lexicon = builtinLexicon();

/** Pieces that matter to the reader: what opens, closes, carries over, wraps and confuses. */
const piece = fc.constantFrom(
  'Services for children in Tarnbrook were rated good by Ofsted in March 2019.',
  'Children’s services were previously judged inadequate.',
  'The council said: “We know there is more to do.',
  '“Our staff are rightly proud,” she added.',
  'He said that management oversight was weak, but early help was strong.',
  'Inspectors found that 57% of assessments were completed in time, compared with 81% in 2018',
  'and that three quarters of plans required improvement to be',
  'good or outstanding, which is a line that was wrapped by a program at some width or other',
  'However, two were adequate and one in five was not.',
  'Ofsted’s criticisms were:',
  '• poor supervision of social workers',
  'Notes to editors',
  'Overall effectiveness\tRequires improvement',
  'Leadership and management    Good',
  'Page 3 of 12',
  'Re-referrals within a year',
  '2022: 24%',
  '2023: 19%',
  'The council has been asked to see to:',
  'R1 Raise standards in reading',
  'Overall experiences and progress of',
  'children and young people\t4 - Good',
  '1.2 Care leavers',
  '”',
  '“',
  ' ',
  '.',
  'a',
  '\n',
  '\n\n',
  '   ',
  '%',
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', ' ', '\n\n', '')), { maxLength: 40 })
  .map(parts => parts.flat().join(''));
const edits = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(80), insert: text }),
  { maxLength: 6 },
);

describe('a live report', () => {
  it('after any edits has the findings of the whole text read anew', () => {
    fc.assert(
      fc.property(text, edits, (before, changes) => {
        const live = new LiveReport(before, lexicon);
        let now = before;
        for (const { at, cut, insert } of changes) {
          const from = Math.floor(at * now.length);
          const to = Math.min(now.length, from + cut);
          live.edit(from, to, insert);
          now = now.slice(0, from) + insert + now.slice(to);
          assert.equal(live.text, now);
          assert.equal(live.length, now.length);
          const anew = new LiveReport(now, lexicon).findings;
          // What an editor asks for first: the lines around the edit, which hold whatever begins there.
          const [start, end] = [Math.max(0, from - 100), Math.min(now.length, from + 100)];
          const near = new Set(live.findingsIn(start, end).map(f => JSON.stringify(f)));
          for (const f of anew)
            if (f.start >= start && f.start < end) assert.ok(near.delete(JSON.stringify(f)));
          assert.deepEqual(live.findings, anew);
          const all = new Set(anew.map(f => JSON.stringify(f)));
          for (const f of near) assert.ok(all.has(f));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stays right in a report of thousands of paragraphs, edited at the start, in the middle and at the end', () => {
    const line = (n: number): string =>
      `Area ${String(n)} was judged good in 2017, and ${String(n % 100)}% of plans were late.\n`;
    let now = Array.from({ length: 3000 }, (_, n) => line(n)).join('');
    const live = new LiveReport(now, lexicon);
    for (const share of [0, 0.5, 1, 0.25, 0.75]) {
      const from = Math.floor(share * now.length);
      live.edit(from, from, ' Early help is inadequate.\n\n');
      now = `${now.slice(0, from)} Early help is inadequate.\n\n${now.slice(from)}`;
    }
    live.edit(1000, now.length - 1000, '');
    now = now.slice(0, 1000) + now.slice(-1000);
    assert.equal(live.text, now);
    assert.deepEqual(live.findings, new LiveReport(now, lexicon).findings);
  });

  it('lets no words that are gone decide between two inspectorates whose words weigh the same', () => {
    const both = 'Leadership and management    Good\n'.repeat(3);
    for (const before of ['Overall effectiveness', 'Standards', 'Care, support and guidance']) {
      const live = new LiveReport(`${before}\tRequires improvement\n`, lexicon);
      live.edit(0, live.length, both);
      assert.deepEqual(live.findings, findingsOf(both, lexicon), before);
    }
  });

  it('keeps the ids of findings when text elsewhere changes', () => {
    const live = new LiveReport(
      'Early help was judged inadequate.\n\nManagement oversight is weak.\n',
      lexicon,
    );
    const ids = live.findings.map(f => f.id);
    live.edit(0, 0, 'Something else was said first.\n\n');
    assert.deepEqual(
      live.findings.map(f => f.id),
      ids,
    );
    assert.equal(new Set(ids).size, ids.length);
  });

  it('refuses an edit outside the text', () => {
    assert.throws(() => {
      new LiveReport('abc', lexicon).edit(2, 9, '');
    }, RangeError);
  });

  it('reads an empty text, and one that becomes empty', () => {
    const live = new LiveReport('', lexicon);
    assert.deepEqual(live.findings, []);
    live.edit(0, 0, 'Rated good.');
    live.edit(0, 11, '');
    assert.equal(live.text, '');
    assert.deepEqual(live.findings, []);
  });

  it('do not mix, though two share a reader: edited in turn, each is as if read alone', () => {
    const texts = [
      'The home was rated good.\n\nInspectors said: “',
      'Not one was inadequate.\n\n57% were late.\n',
    ];
    const [a, b] = texts.map(text => new LiveReport(text, lexicon));
    a!.edit(a!.length, a!.length, 'Plans drift.”\n');
    b!.edit(0, 0, 'Published: 3 June 2020\n\n');
    a!.edit(0, 0, 'Children’s services\n\n');
    for (const report of [a!, b!])
      assert.deepEqual(report.findings, findingsOf(report.text, new Lexicon(builtinData)));
  });
});
