import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PlainWords } from '../../../../src/core/tagging/sameWords.js';

const isBlank = (unit: string): boolean => /[\t-\r \u00a0\u202f\u3000\u2000-\u200b]/.test(unit);
const isMark = (unit: string): boolean => /[\u0300-\u036f]|[\u1ab0-\u1aff]|[\u20d0-\u20ff]/.test(unit);

/** The same unit by unit: the plain words, and where each unit of them comes from. */
function naive(source: string): { text: string; origin: number[] } {
  let text = '';
  const origin: number[] = [];
  const put = (piece: string, from: number): void => {
    text += piece;
    for (let n = 0; n < piece.length; n++) origin.push(from);
  };
  for (let i = 0; i < source.length;) {
    const start = i;
    if (isBlank(source[i]!)) {
      while (i < source.length && isBlank(source[i]!)) i++;
      put(' ', start);
    } else if (source[i] === '\u00ad') i++;
    else {
      i += source.codePointAt(i)! > 0xffff ? 2 : 1;
      while (i < source.length && isMark(source[i]!)) i++;
      put(source.slice(start, i).normalize('NFC'), start);
    }
  }
  return { text, origin: [...origin, source.length] };
}

const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '  ',
        '\n',
        '\t',
        '\u00a0',
        '\u00ad',
        '\u200b',
        'e\u0301',
        '\u0301',
        '\u0307\u0323',
      ),
      fc.constantFrom(
        '–',
        '…',
        '’',
        '\u2028',
        '€',
        '😀',
        '\ud83d',
        '한',
        '\u1112\u1161',
        'é',
        'a',
        'bc',
        '%',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 30 },
  )
  .map(pieces => pieces.join(''));

describe('plain words', () => {
  it('are what the text says unit by unit, and know the way back', () => {
    fc.assert(
      fc.property(text, source => {
        const plain = new PlainWords(source);
        const expected = naive(source);
        assert.equal(plain.text, expected.text);
        for (let at = 0; at <= plain.text.length; at++) assert.equal(plain.origin(at), expected.origin[at]);
        for (let at = 0; at <= source.length; at++)
          assert.equal(
            plain.position(at),
            expected.origin.findIndex(from => from >= at),
          );
      }),
      { numRuns: 20_000 },
    );
  }).timeout(60_000);
});
