import assert from 'node:assert/strict';
import { builtinLexicon } from '../../src/core/lexicon/builtin.js';
import { findingsOf } from '../../src/core/extraction/liveReport.js';

describe('the pipeline', () => {
  it('reads an empty report', () => {
    assert.deepEqual(findingsOf('', builtinLexicon()), []);
  });
});
