import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BitWriter, lengthsOf } from '../../../../bench/train/bits.mjs';
import { BitReader, codeWords, LONGEST, PrefixCode } from '../../../../src/core/lexicon/prefixCode.js';

describe('codes of bits', () => {
  const read = (writer: BitWriter<string>, code: string, count: number, number: boolean): number[] => {
    const [bits, own] = [new BitReader(writer.text), new PrefixCode(writer.lengths.get(code)!)];
    return Array.from({ length: count }, () => (number ? own.readNumber(bits) : own.read(bits)));
  };

  it('give back what was written, however often each symbol occurs', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.nat({ max: 60 }).map(n => Math.floor(n ** 2 / 60)),
          { minLength: 1 },
        ),
        symbols => {
          const writer = new BitWriter<string>();
          writer.declare('own', 61);
          for (const symbol of symbols) writer.symbol('own', symbol);
          assert.deepEqual(read(writer, 'own', symbols.length, false), symbols);
        },
      ),
    );
  });

  it('give back numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 4095 })), { minLength: 1 }),
        numbers => {
          const writer = new BitWriter<string>();
          writer.declare('own', 13);
          for (const number of numbers) writer.number('own', number);
          assert.deepEqual(read(writer, 'own', numbers.length, true), numbers);
        },
      ),
    );
  });

  it('stay short where few of the symbols are nearly all', () => {
    const counts = Array.from({ length: 40 }, (_, i) => Math.round(1.9 ** i));
    const words = codeWords(lengthsOf(counts));
    assert.ok(words.every(({ length }) => length > 0 && length <= LONGEST));
    // Kraft’s sum: no word begins another, and none is wasted.
    assert.equal(
      words.reduce((sum, { length }) => sum + 2 ** -length, 0),
      1,
    );
    assert.ok(words.at(-1)!.length < words[0]!.length);
  });

  it('need one bit for the only symbol, and none for those that never occur', () => {
    assert.equal(lengthsOf([0, 7, 0]), '010');
  });

  it('are characters that JSON leaves as they are', () => {
    const writer = new BitWriter<string>();
    writer.declare('own', 256);
    for (let i = 0; i < 2000; i++) writer.symbol('own', (i * 73 + (i >> 3)) % 256);
    assert.equal(JSON.stringify(writer.text), `"${writer.text}"`);
    assert.match(writer.text, /^[!-~]+$/);
  });

  it('refuse what was not declared', () => {
    const writer = new BitWriter<string>();
    writer.declare('own', 3);
    assert.throws(() => {
      writer.symbol('own', 3);
    }, /“own” has no symbol 3/);
  });
});
