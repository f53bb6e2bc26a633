import assert from 'node:assert/strict';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csv } from '../../../../src/core/export/csv.js';

describe('a table as CSV', () => {
  it('is written as csv-stringify writes it, whatever the cells say', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a ,;"\'\r\n\t=+-@＝０é🙂'), maxLength: 6 });
    const cell = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.constant(undefined));
    const row = fc.array(cell, { minLength: 3, maxLength: 3 });
    // Left to itself the library puts no quotes around a lone LF where lines end with CRLF.
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), rows => {
        assert.equal(
          csv(rows),
          stringify(rows, {
            bom: true,
            escape_formulas: true,
            record_delimiter: 'windows',
            quoted_match: /[\r\n]/,
          }),
        );
      }),
      { numRuns: 500 },
    );
  });
});
