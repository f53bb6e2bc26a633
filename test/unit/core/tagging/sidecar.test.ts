import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editSidecar, SidecarError } from '../../../../src/core/tagging/edits.js';
import { parseSidecar, reportNameOf, sidecarNameOf } from '../../../../src/core/tagging/sidecar.js';

/** Small, as thousands of cases read it several times each, and yet with every kind of entry and of writing. */
const SAMPLE = `# Mine
version: 1
report: r.txt
tags:
  # why
  - id: a
    tag: x/y
    quote: "are: good"
    before: |
      and they
    at: [5, 14]
  - { id: b, tag: z, quote: q, note: n }
reviews:
  - finding: f
    kind: theme
    quote: 'it''s'
    decision: dismissed
read:
  - id: c
    by: amara
`;
const codes = (source: string): string[] =>
  parseSidecar(source).problems.map(p => `${p.code}@${String(p.line)}`);

describe('reading a sidecar', () => {
  it('takes an empty file and one of comments for a sidecar without tags', () => {
    for (const source of ['', '# nothing yet\n', '\ufeff'])
      assert.deepEqual([codes(source), parseSidecar(source).writable], [[], true]);
  });

  for (const [what, source, expected] of [
    ['that is no YAML', 'version: 1\ntags: [\n', 'not-yaml@3'],
    ['with conflict markers', 'version: 1\n<<<<<<< HEAD\ntags:\n=======\n>>>>>>> x\n', 'merge-conflict@2'],
    ['of another version', '# x\nversion: 3\n', 'version@2'],
    ['without a version', 'tags: []\n', 'version@1'],
    ['that is a list', '- a\n', 'not-a-sidecar@1'],
  ] as const)
    it(`says where a file ${what} goes wrong, and refuses to write it`, () => {
      assert.equal(codes(source)[0], expected);
      assert.equal(parseSidecar(source).writable, false);
      assert.throws(() => editSidecar(source, [{ type: 'removeTag', id: 'a' }]), SidecarError);
    });

  it('reads what is well formed beside what is not', () => {
    const source =
      'version: 1\ntags:\n  - { id: a, tag: x, quote: q }\n  - nonsense\n  - { id: a, tag: y, quote: q }\n  - { id: b, tag: y }\n  - { id: c, tag: y, quote: q, at: [5, 1] }\n';
    assert.deepEqual(
      parseSidecar(source).tags.map(t => t.id),
      ['a', 'c'],
    );
    assert.deepEqual(codes(source), ['wrong-type@4', 'duplicate-id@5', 'incomplete@6', 'wrong-type@7']);
  });

  it('is not led astray by __proto__ or by aliases that multiply', () => {
    const bomb = `version: 1\na: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\ntags: *c\n`;
    assert.equal(parseSidecar(bomb).tags.length, 0);
    const { tags } = parseSidecar(
      'version: 1\n__proto__: { polluted: true }\ntags:\n  - { id: a, tag: x, quote: q, __proto__: { y: 1 } }\n',
    );
    assert.equal(tags.length, 1);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  it('never throws, whatever has become of the file, and an edit either fits or leaves it alone', () => {
    const mutation = fc.record({
      at: fc.nat(SAMPLE.length),
      cut: fc.nat(30),
      put: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 8 }),
        fc.constantFrom('\n', '\t', ': ', '- ', '[', '{', '"', '|', '&a ', '*a', '#', '<<<<<<< x\n', '---\n'),
      ),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), mutations => {
        const source = mutations.reduce(
          (text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut),
          SAMPLE,
        );
        const sidecar = parseSidecar(source);
        try {
          const after = editSidecar(source, [{ type: 'addTag', tag: { id: 'new', tag: 't', quote: 'q' } }]);
          assert.equal(parseSidecar(after).tags.length, sidecar.tags.length + 1);
        } catch (error) {
          assert.ok(error instanceof SidecarError, String(error));
        }
      }),
      { numRuns: 10_000 },
    );
  }).timeout(300_000); // some seconds, and a minute where many share the processor

  it('is named after its report', () => {
    assert.equal(sidecarNameOf('a.txt'), 'a.txt.tags.yaml');
    assert.equal(sidecarNameOf('a.txt', 'Ámara Õ./x'), 'a.txt.ámara-õ-x.tags.yaml');
    assert.equal(reportNameOf('a.txt.tags.yaml'), 'a.txt');
  });
});
