import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { editSidecar, SidecarError } from '../../../../src/core/tagging/edits.js';
import { newSidecar, parseSidecar } from '../../../../src/core/tagging/sidecar.js';
import type { Tag } from '../../../../src/core/tagging/tag.js';

const tag: Tag = {
  id: '01JD8QZZZZZZZZZZZZZZZZZZZZ',
  tag: 'workforce/agency-staff',
  quote: '81% are: permanent # now',
  before: 'In the trust, ',
  after: ', compared',
  at: [12, 40],
  by: 'amara',
  created: '2026-11-22T10:41:00Z',
};

/** Texts that go wrong in one YAML reader or another. */
const nasty = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    'yes',
    '1',
    'null',
    '~',
    '- a',
    '# b',
    'a: b',
    'a #b',
    ' a ',
    "it's",
    '"',
    '{x}',
    '[y]',
    '*z',
    '&a',
    '!t',
    '|',
    '>',
    '%',
    '@',
    '`',
    'a\nb',
    '\u2028',
    '\u0085',
    '😀',
    '01:30',
    '0x1F',
    '2026-01-01',
    '<<',
  ),
);

/** A sidecar as hands write it: indentation, comments, blank lines, unknown keys, quoting, line ends. */
const sidecar = fc
  .record({
    entries: fc.array(
      fc.record({
        quote: fc.constantFrom('good', '"good"', "'good'", '|-\n      good', '>-\n      good\n      things'),
        note: fc.constantFrom(undefined, 'a note   # and a comment', '"b"'),
        comment: fc.constantFrom('', '  # about this one\n', '\n'),
        extra: fc.constantFrom('', 'colour: { mine: [1,   2] }'),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    indent: fc.constantFrom('', '  ', '    '),
    gap: fc.constantFrom(' ', '   '),
    head: fc.constantFrom('', '# a comment first\n\n', '---\n'),
    tail: fc.constantFrom('', '# the end\n', 'mine:\n  - kept   # as it is\n', '\n\n'),
    crlf: fc.boolean(),
  })
  .map(({ entries, indent, gap, head, tail, crlf }) => {
    const lines = entries.map(({ quote, note, comment, extra }, i) => {
      const inner = `${indent} ${gap}`;
      const fields = [
        `tag:   a/b`,
        `quote: ${quote.replaceAll('\n      ', `\n${inner}      `)}`,
        note && `note: ${note}`,
        extra,
      ].filter(Boolean);
      return `${comment}${indent}-${gap}id: T${String(i)}\n${fields.map(f => `${inner}${f!}\n`).join('')}`;
    });
    const text = `${head}version: 1   # of the form\ntags:\n${lines.join('')}${tail}`;
    return { text: crlf ? text.replaceAll('\n', '\r\n') : text, count: entries.length };
  });

const pick = fc.nat();

describe('editing a sidecar', () => {
  it('adds a tag and keeps every byte that was there', () => {
    fc.assert(
      fc.property(sidecar, ({ text, count }) => {
        const after = editSidecar(text, [{ type: 'addTag', tag }]);
        assert.equal(parseSidecar(after).tags.length, count + 1);
        assert.deepEqual(parseSidecar(after).tags.at(-1), tag);
        const start = after.indexOf(tag.id);
        const [before, rest] = [after.lastIndexOf('\n', start) + 1, after.length - text.length];
        assert.equal(after.slice(0, before) + after.slice(before + rest), text);
      }),
    );
  });

  it('adds many tags, and sets many fields, as one by one', () => {
    const tags = ['one', 'two', 'three', 'four'].map(id => ({ ...tag, id, note: id }));
    fc.assert(
      fc.property(sidecar, pick, ({ text, count }, n) => {
        for (const source of [
          text,
          newSidecar('r.txt'),
          'version: 1\ntags: [{ id: T0, tag: b, quote: c }]',
        ]) {
          const adds = tags.map(one => ({ type: 'addTag', tag: one }) as const);
          const each = adds.reduce((now, edit) => editSidecar(now, [edit]), source);
          assert.equal(editSidecar(source, adds), each);
        }
        const changes = { note: 'new', quote: 'other', by: 'amara', at: [1, 2] as const };
        const id = `T${String(n % count)}`;
        const each = Object.entries(changes).reduce(
          (now, [key, value]) => editSidecar(now, [{ type: 'updateTag', id, changes: { [key]: value } }]),
          text,
        );
        assert.equal(editSidecar(text, [{ type: 'updateTag', id, changes }]), each);
      }),
    );
  });

  it('takes a tag away and keeps every other byte', () => {
    fc.assert(
      fc.property(sidecar, pick, ({ text, count }, n) => {
        const id = `T${String(n % count)}`;
        const after = editSidecar(text, [{ type: 'removeTag', id }]);
        assert.deepEqual(
          parseSidecar(after).tags,
          parseSidecar(text).tags.filter(t => t.id !== id),
        );
        let same = 0;
        while (same < after.length && after[same] === text[same]) same++;
        assert.equal(text.slice(text.length - (after.length - same)), after.slice(same));
        assert.equal(after.includes('# the end'), text.includes('# the end'));
      }),
    );
  });

  it('sets, changes and unsets a field, whatever it says, and keeps the rest', () => {
    fc.assert(
      fc.property(
        sidecar,
        pick,
        nasty,
        fc.constantFrom('note', 'quote', 'by'),
        ({ text, count }, n, value, field) => {
          const id = `T${String(n % count)}`;
          const after = editSidecar(text, [{ type: 'updateTag', id, changes: { [field]: value } }]);
          const expected = parseSidecar(text).tags.map(t => (t.id === id ? { ...t, [field]: value } : t));
          assert.deepEqual(parseSidecar(after).tags, expected);
          for (const kept of [
            '# of the form',
            '# the end',
            '# about this one',
            'mine:\n',
            '{ mine: [1,   2] }',
          ])
            assert.equal(after.split(kept).length, text.split(kept).length, kept);
          assert.equal(after.includes('\r\n'), text.includes('\r\n'));
          if (field === 'quote') return;
          const without = editSidecar(after, [{ type: 'updateTag', id, changes: { [field]: undefined } }]);
          assert.deepEqual(
            parseSidecar(without).tags.map(t => t[field as 'note']),
            expected.map(t => (t.id === id ? undefined : t[field as 'note'])),
          );
        },
      ),
    );
  });

  it('writes what any YAML reader reads back', () => {
    fc.assert(
      fc.property(nasty, nasty, (quote, note) => {
        const source = editSidecar(newSidecar('r.txt'), [{ type: 'addTag', tag: { ...tag, quote, note } }]);
        for (const version of ['1.1', '1.2'] as const) {
          const read = parseYaml(source, { version, schema: version === '1.1' ? 'yaml-1.1' : 'core' }) as {
            tags: Tag[];
          };
          assert.deepEqual([read.tags[0]!.quote, read.tags[0]!.note], [quote, note]);
        }
      }),
    );
  });

  it('fills an empty list, an absent one, one in brackets and an empty file', () => {
    for (const source of [
      'version: 1\n',
      'version: 1\ntags:\n',
      'version: 1\ntags: []\n# end\n',
      'version: 1\ntags: [ {id: a, tag: b, quote: c} ]',
      '{ version: 1 }',
      '',
      '# only a comment\n',
    ]) {
      const after = editSidecar(source, [{ type: 'addTag', tag }]);
      assert.deepEqual(parseSidecar(after).tags.at(-1), tag, source);
    }
  });

  it('writes a review, changes it and takes it away', () => {
    const review = {
      finding: 'j-1',
      kind: 'judgement',
      quote: 'good',
      decision: 'corrected',
      correction: { status: 'previous' },
    } as const;
    const one = editSidecar(newSidecar('r.txt'), [{ type: 'setReview', review }]);
    assert.deepEqual(parseSidecar(one).reviews, [review]);
    const { correction, ...confirmed } = { ...review, decision: 'confirmed' } as const;
    const two = editSidecar(one, [{ type: 'setReview', review: confirmed }]);
    assert.deepEqual(parseSidecar(two).reviews, [confirmed], String(correction));
    assert.deepEqual(parseSidecar(editSidecar(two, [{ type: 'removeReview', finding: 'j-1' }])).reviews, []);
  });

  it('refuses a sidecar that does not parse, and a tag that is not there', () => {
    assert.throws(() => editSidecar('tags: [', [{ type: 'addTag', tag }]), SidecarError);
    assert.throws(() => editSidecar('version: 2\ntags:\n', [{ type: 'addTag', tag }]), {
      code: 'unreadable',
    });
    assert.throws(() => editSidecar(newSidecar('r'), [{ type: 'removeTag', id: 'x' }]), {
      code: 'no-such-entry',
    });
  });
});
