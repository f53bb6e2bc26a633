import assert from 'node:assert/strict';
import fc from 'fast-check';
import { GramIndex } from '../../../../src/core/tagging/gramIndex.js';
import { Places } from '../../../../src/core/tagging/places.js';
import { indicesOf, PlainWords } from '../../../../src/core/tagging/sameWords.js';

const WORD = /[\p{L}\p{N}]/u;
const joins = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && WORD.test(a) && WORD.test(b);

/** Few words, so that all of them stand often, with what tries the edges of words and of letters. */
const report = fc
  .array(
    fc.constantFrom(
      'the plans ',
      'were on time ',
      'of 25 referrals',
      '5 referrals, ',
      'café\u0301 ',
      'cafe\u0301 is good ',
      '\n\n',
      '\u00a0',
      'so\u00adft ',
      '😀',
      '\u0301',
      'aaaaaaaaaaaaaaaa',
      '. ',
      ';',
      '\u037e',
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map(pieces => pieces.join(''));
const spans = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 30 });

describe('places of words', () => {
  it('are found by the index as by a search', () => {
    fc.assert(
      fc.property(report, spans, fc.string({ minLength: 8 }), (text, wanted, other) => {
        const index = new GramIndex(text);
        const quotes = wanted.map(([at, length]) =>
          text.slice(at % text.length, (at % text.length) + length),
        );
        for (const words of [...quotes, other])
          if (words.length >= GramIndex.SHORTEST)
            assert.deepEqual(index.indicesOf(words), indicesOf(text, words), JSON.stringify({ text, words }));
      }),
      { numRuns: 3000 },
    );
  });

  it('are no more than a thousand, as by a search', () => {
    const text = 'good work '.repeat(1500);
    assert.deepEqual(new GramIndex(text).indicesOf('good work '), indicesOf(text, 'good work '));
  });

  it('are whole words where the quote was, however many are asked for', () => {
    fc.assert(
      fc.property(report, spans, (text, wanted) => {
        const places = new Places(text);
        const plain = new PlainWords(text);
        for (const [n, length] of wanted) {
          const [start, end] = [n % text.length, Math.min(text.length, (n % text.length) + length)];
          const selector = {
            quote: text.slice(start, end),
            ...(length % 3 ? { before: text.slice(Math.max(0, start - 2), start) } : {}),
            ...(length % 2 ? { after: text.slice(end, end + 2) } : {}),
          };
          const words = new PlainWords(selector.quote).text;
          const { quote, before = ' ', after = ' ' } = selector;
          const expected = (words === '' ? [] : indicesOf(plain.text, words)).filter(from => {
            const place = plain.source({ start: from, end: from + words.length });
            return (
              (joins(before.at(-1), quote[0]) || !joins(text[place.start - 1], text[place.start])) &&
              (joins(quote.at(-1), after[0]) || !joins(text[place.end - 1], text[place.end]))
            );
          });
          assert.deepEqual(places.of(words, selector), expected, JSON.stringify({ text, selector }));
        }
      }),
      { numRuns: 3000 },
    );
  });
});
