import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allTags, parseCodebook, withTag } from '../../../../src/core/tagging/codebook.js';
import {
  CodebookError,
  withField,
  withoutTag,
  withRenamed,
} from '../../../../src/core/tagging/codebookEdits.js';

const BOOK = `# Ours
version: 1
tags:
  workforce:
    title: Workforce   # since 2021
    color: charts.blue
    tags:
      agency-staff: { title: Agency staff, description: Only social workers }
      night:
  timeliness:
`;
const paths = (source: string): string[] => [...allTags(parseCodebook(source).tags)].map(t => t.path);
const find = (source: string, path: string) =>
  [...allTags(parseCodebook(source).tags)].find(t => t.path === path);

describe('changes of a codebook', () => {
  it('move a tag with all inside it, and keep what is said of them', () => {
    const after = withRenamed(BOOK, 'workforce', 'people/staff');
    assert.deepEqual(paths(after), [
      'timeliness',
      'people',
      'people/staff',
      'people/staff/agency-staff',
      'people/staff/night',
    ]);
    assert.equal(find(after, 'people/staff')?.color, 'charts.blue');
    assert.equal(find(after, 'people/staff/agency-staff')?.description, 'Only social workers');
    assert.ok(after.startsWith('# Ours\nversion: 1\n'));
  });

  it('merge a tag into one that is there, whose own words stay', () => {
    const after = withRenamed(BOOK, 'timeliness', 'workforce');
    assert.deepEqual(paths(after), ['workforce', 'workforce/agency-staff', 'workforce/night']);
    assert.ok(after.includes('title: Workforce   # since 2021'));
  });

  it('rename under the same parent by the name alone: order, comments and all else stay', () => {
    assert.equal(withRenamed(BOOK, 'timeliness', 'in time'), BOOK.replace('  timeliness:', '  in time:'));
    assert.equal(withRenamed(BOOK, 'workforce/night', 'workforce/nights'), BOOK.replace('night:', 'nights:'));
  });

  it('let a title that only spelled the name spell the new one, and leave any other', () => {
    assert.equal(
      withRenamed(BOOK, 'workforce/agency-staff', 'workforce/agency-workers'),
      BOOK.replace('agency-staff: { title: Agency staff', 'agency-workers: { title: Agency workers'),
    );
    const own = BOOK.replace('title: Agency staff', 'title: Staff from agencies');
    assert.equal(
      find(withRenamed(own, 'workforce/agency-staff', 'workforce/agency'), 'workforce/agency')?.title,
      'Staff from agencies',
    );
    assert.equal(
      find(withRenamed(BOOK, 'workforce', 'people/our-staff'), 'people/our-staff')?.title,
      'Our staff',
    );
  });

  it('leave a codebook that does not know the tag as it is', () => {
    assert.equal(withRenamed(BOOK, 'nowhere', 'somewhere'), BOOK);
  });

  it('keep a tag that comes to be called as the one it was in', () => {
    const book = ['care/plans/plans', 'care/plans/reviews'].reduce(withTag, '');
    assert.deepEqual(paths(withRenamed(book, 'care/plans', 'care')), ['care', 'care/plans', 'care/reviews']);
  });

  it('refuse to move a tag into itself', () => {
    assert.throws(() => withRenamed(BOOK, 'workforce', 'workforce/all'), CodebookError);
  });

  for (const path of ['workforce', 'workforce/agency-staff', 'workforce/night', 'timeliness'])
    it(`take ${path} out, and touch nothing else`, () => {
      const after = withoutTag(BOOK, path);
      assert.deepEqual(
        paths(after),
        paths(BOOK).filter(p => p !== path && !p.startsWith(`${path}/`)),
      );
      assert.ok(after.includes('# Ours'));
    });

  for (const path of ['workforce', 'workforce/agency-staff', 'workforce/night', 'timeliness'])
    it(`describe and colour ${path}, over what was there`, () => {
      const once = withField(withField(BOOK, path, 'description', 'When: always'), path, 'color', '#aa00cc');
      const after = withField(once, path, 'description', 'Now: “never”');
      assert.equal(find(after, path)?.description, 'Now: “never”');
      assert.equal(find(after, path)?.color, '#aa00cc');
      assert.deepEqual(paths(after), paths(BOOK));
    });

  it('leave a codebook that does not parse alone', () => {
    assert.throws(() => withoutTag('tags: [', 'a'), CodebookError);
  });

  it('keep every other tag, whatever is renamed to what', () => {
    const name = fc.constantFrom('a', 'b', 'c d', 'é', 'x-1');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map(parts => parts.join('/'));
    fc.assert(
      fc.property(fc.array(path, { minLength: 1, maxLength: 8 }), path, path, (all, from, to) => {
        const book = all.reduce(withTag, '');
        if (to.startsWith(`${from}/`) || from === to) return;
        const renamed = (p: string): string =>
          p === from || p.startsWith(`${from}/`) ? to + p.slice(from.length) : p;
        const after = new Set(paths(withRenamed(book, from, to)));
        for (const p of paths(book)) assert.ok(after.has(renamed(p)), `${p} of ${book}`);
        for (const p of after)
          assert.ok(!(p === from || p.startsWith(`${from}/`)) || from.startsWith(`${to}/`), p);
      }),
      { numRuns: 500 },
    );
  });
});
