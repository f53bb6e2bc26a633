import assert from 'node:assert/strict';
import fc from 'fast-check';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';
import { Anchoring } from '../../../../src/core/tagging/anchoring.js';
import { selectorFor } from '../../../../src/core/tagging/selector.js';
import type { Anchor } from '../../../../src/core/tagging/tag.js';

const lexicon = builtinLexicon();

const REPORT = `Inspection of Tarnbrook children’s services

The quality of education is Good and pupils are proud of their school.
Behaviour is Requires improvement, since too many lessons are disturbed.

Inspectors found that 62% of plans were reviewed on time in the last quarter of the year.
Social workers know their children well, and visit them as often as they should.

Leaders have not yet brought caseloads down in the north of the county.
`;

/** Where the tag on `quote` in the report stands after it has become `now`. */
const after = (quote: string, now: string, oldText?: string): Anchor => {
  const start = REPORT.indexOf(quote);
  const selector = selectorFor(REPORT, start, start + quote.length);
  return new Anchoring(now, { lexicon, ...(oldText === undefined ? {} : { oldText }) }).anchor(selector);
};

describe('anchoring', () => {
  it('finds a passage where it was', () => {
    assert.equal(after('62% of plans', REPORT).state, 'anchored');
  });

  it('finds a passage that moved with the text before it', () => {
    const now = `A line put in first, with an emoji 😀.\n${REPORT}`;
    const anchor = after('know their children well', now);
    assert.equal(anchor.state, 'moved');
    assert.equal(now.slice(anchor.start, anchor.end), 'know their children well');
  });

  it('does not put a tag on a grade that has changed', () => {
    assert.equal(
      after('quality of education is Good', REPORT.replace('is Good', 'is Requires improvement')).state,
      'orphaned',
    );
  });

  it('does not put a tag on the same grade of another area', () => {
    const now = REPORT.replace(
      'The quality of education is Good',
      'The quality of education is Inadequate',
    ).replace('Behaviour is Requires improvement', 'Attitudes are Good');
    assert.notEqual(after('Good', now).state, 'moved');
    assert.notEqual(after('Good', now).state, 'anchored');
  });

  for (const [what, from, to] of [
    ['number', '62% of plans', '26% of plans'],
    ['negation', 'have not yet brought', 'have now brought'],
  ] as const)
    it(`makes no suggestion where a ${what} has changed`, () => {
      const quote = REPORT.slice(REPORT.indexOf(from) - 20, REPORT.indexOf(from) + 40);
      assert.equal(after(quote, REPORT.replace(from, to)).state, 'orphaned');
    });

  it('suggests, and only suggests, a passage in which other words changed', () => {
    const anchor = after(
      'Social workers know their children well, and visit them',
      REPORT.replace('know their children', 'knew the children'),
    );
    assert.equal(anchor.state, 'suggested');
    assert.ok((anchor.score ?? 0) > 0.6 && (anchor.score ?? 1) < 1);
  });

  it('does not choose between two places that are equally good', () => {
    const sentence = 'Social workers know their children well, and visit them as often as they should.\n';
    const now = `Something new.\n${REPORT.replace(sentence, sentence + sentence)}`;
    assert.equal(after('children well', now).state, 'suggested');
  });

  it('overlooks white space and composition', () => {
    const now = REPORT.replace(
      'Inspectors found that 62% of plans',
      'Inspectors\nfound that 62%\u00a0of\n plans',
    ).normalize('NFD');
    const anchor = after('found that 62% of plans were reviewed', now);
    assert.equal(anchor.state, 'moved');
    assert.equal(now.slice(anchor.start, anchor.end), 'found that 62%\u00a0of\n plans were reviewed');
  });

  it('follows a short quote that stands often through the difference from an older text', () => {
    const old = 'Good\nThe first area.\nGood\nThe second area.\nGood\nThe third area.\n';
    const now = `A heading.\n${old.replace('The first area.', 'One area.')}`;
    const selector = { quote: 'Good', at: [old.indexOf('Good', 10), old.indexOf('Good', 10) + 4] as const };
    assert.equal(new Anchoring(now, { lexicon }).anchor(selector).state, 'suggested');
    const anchor = new Anchoring(now, { lexicon, oldText: old }).anchor(selector);
    assert.deepEqual(anchor, {
      state: 'moved',
      start: now.indexOf('Good', 20),
      end: now.indexOf('Good', 20) + 4,
    });
  });

  it('does not follow one of several lines that are alike where one of them is gone', () => {
    const old = 'Safe\nGood\nGood\nGood\nCaring\n';
    for (const at of [5, 10, 15]) {
      const anchor = new Anchoring(old.replace('Good\n', ''), { lexicon, oldText: old }).anchor({
        quote: 'Good',
        at: [at, at + 4],
      });
      assert.equal(anchor.state, 'suggested', String(at));
    }
  });

  it('puts no short tag in question while its report is as it was', () => {
    const table = 'Safe\nGood\n\nCaring\nGood\n\nSafe\nGood\n\nCaring\nGood\n';
    for (let at = table.indexOf('Good'); at >= 0; at = table.indexOf('Good', at + 1))
      assert.equal(
        new Anchoring(table, { lexicon }).anchor(selectorFor(table, at, at + 4)).state,
        'anchored',
        String(at),
      );
  });

  it('keeps as much context as tells a passage from its likes', () => {
    const rest = 'were on time at the last visit to the county, as its own figures say.\n\n';
    const text = `Of plans for the north, 57% ${rest}Of plans for the south, 57% ${rest}`;
    const start = text.lastIndexOf('at the last visit');
    const selector = selectorFor(text, start, start + 'at the last visit'.length);
    assert.ok(selector.before?.includes('south'), selector.before);
    const now = text.slice(text.indexOf('Of plans for the south')); // the north is gone
    assert.equal(new Anchoring(now, { lexicon }).anchor(selector).start, now.indexOf('at the last visit'));
    const other = text.slice(0, text.indexOf('Of plans for the south')); // its own is gone
    assert.equal(new Anchoring(other, { lexicon }).anchor(selector).state, 'suggested');
  });

  it('keeps every passage through any insertion elsewhere, or says that it is not sure', () => {
    fc.assert(
      fc.property(
        fc.nat(REPORT.length - 1),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(REPORT.length),
        fc.string(),
        (start, length, at, insert) => {
          const end = Math.min(REPORT.length, start + length);
          const quote = REPORT.slice(start, end);
          if (quote.trim() === '' || (at > start && at < end)) return;
          const now = REPORT.slice(0, at) + insert + REPORT.slice(at);
          const anchor = new Anchoring(now, { lexicon }).anchor(selectorFor(REPORT, start, end));
          if (anchor.state !== 'anchored' && anchor.state !== 'moved') return;
          const moved = at <= start ? insert.length : 0;
          const trimmed = (s: string): string => s.trim();
          assert.equal(trimmed(now.slice(anchor.start, anchor.end)), trimmed(quote));
          assert.ok(
            Math.abs(anchor.start! - (start + moved)) <= 1 + quote.length - trimmed(quote).length,
            JSON.stringify({ quote, anchor, start, moved }),
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('finds nothing for an empty quote', () => {
    assert.equal(new Anchoring(REPORT, { lexicon }).anchor({ quote: ' ' }).state, 'orphaned');
  });
});
