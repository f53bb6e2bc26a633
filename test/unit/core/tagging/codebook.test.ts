import assert from 'node:assert/strict';
import { allTags, parseCodebook, withTag } from '../../../../src/core/tagging/codebook.js';

const SOURCE = `version: 1
# ours
tags:
  workforce:
    title: Workforce
    color: charts.blue   # as in the chart
    tags:
      agency-staff: { title: Agency staff }
  plans:
`;
const paths = (source: string): string[] => [...allTags(parseCodebook(source).tags)].map(t => t.path);

describe('a codebook', () => {
  it('is read as a tree of paths, with titles, colours and places', () => {
    const { tags, problems } = parseCodebook(SOURCE);
    assert.deepEqual(problems, []);
    assert.deepEqual(paths(SOURCE), ['workforce', 'workforce/agency-staff', 'plans']);
    assert.equal(tags[0]!.color, 'charts.blue');
    assert.equal(tags[0]!.children[0]!.title, 'Agency staff');
    assert.equal(SOURCE.slice(tags[1]!.start, tags[1]!.end), 'plans');
  });

  for (const path of [
    'new',
    'workforce/new',
    'workforce/agency-staff/night',
    'plans/late',
    'a/b/c',
    'workforce',
    'on',
    'has space/x',
  ])
    it(`takes in the tag “${path}” and keeps every line it had`, () => {
      const after = withTag(SOURCE, path);
      assert.ok(paths(after).includes(path), after);
      assert.deepEqual(parseCodebook(after).problems, []);
      for (const line of SOURCE.split('\n').filter(l => !l.includes('agency-staff')))
        assert.ok(after.includes(line), line);
      for (const old of paths(SOURCE)) assert.ok(paths(after).includes(old));
    });

  it('grows from nothing', () => {
    for (const source of ['', '# empty\n', 'version: 1\n', 'version: 1\ntags: {}\n', 'version: 1\ntags:\n'])
      assert.deepEqual(paths(withTag(source, 'a/b')), ['a', 'a/b'], source);
  });

  it('says what is wrong and where, and reads the rest', () => {
    const { tags, problems } = parseCodebook(
      'tags:\n  a: 5\n  b: { color: reddish }\n  c/d: {}\n  __proto__: {}\n',
    );
    assert.deepEqual(
      problems.map(p => p.line),
      [2, 3, 4],
    );
    assert.deepEqual(
      tags.map(t => t.path),
      ['b', '__proto__'],
    );
    assert.equal(parseCodebook('tags: [').writable, false);
  });
});
