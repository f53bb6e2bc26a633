import assert from 'node:assert/strict';
import fc from 'fast-check';
import { start } from '../../../../src/core/extraction/paragraph.js';
import { Paragraph, ParagraphList } from '../../../../src/core/extraction/paragraphList.js';

const paragraph = (text: string): Paragraph =>
  new Paragraph(text, start, { drafts: [], evidence: [], carryOut: start });
const texts = fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 700 });

describe('a list of paragraphs', () => {
  it('is an array whatever is replaced in it, and finds places wherever it was asked about before', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.record({ at: fc.nat(), out: fc.nat(400), into: texts, asked: fc.nat() }), {
          maxLength: 8,
        }),
        (first, changes) => {
          const list = new ParagraphList(first.map(paragraph));
          const plain = [...first];
          for (const { at, out, into, asked } of changes) {
            const from = at % (plain.length + 1);
            const to = Math.min(plain.length, from + out);
            list.replace(from, to, into.map(paragraph));
            plain.splice(from, to - from, ...into);
            const length = plain.join('').length;
            assert.equal(list.count, plain.length);
            assert.equal(list.length, length);
            if (plain.length === 0) continue;
            assert.equal(list.at(asked % plain.length).text, plain[asked % plain.length]);
            const offset = asked % (length + 1);
            const { index, start: begins } = list.locate(offset);
            assert.equal(begins, plain.slice(0, index).join('').length);
            assert.ok(
              begins <= offset && (offset < begins + plain[index]!.length || index === plain.length - 1),
            );
          }
          assert.deepEqual(
            [...list].map(p => p.text),
            plain,
          );
          assert.deepEqual(
            [...list.between(0, plain.length)].map(p => p.text),
            plain,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('says which paragraph it does not have', () => {
    assert.throws(() => new ParagraphList([paragraph('a')]).at(1), /no paragraph 1 of 1/);
  });
});
