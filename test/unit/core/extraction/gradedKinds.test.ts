import assert from 'node:assert/strict';
import { GRADED_KINDS, kindsOf } from '../../../../src/core/extraction/gradedKinds.js';

const kinds = (subject: string): string[] =>
  GRADED_KINDS.filter((_, place) => ((kindsOf(subject) >>> place) & 1) === 1);

describe('kinds of what is graded', () => {
  it('are told by the words of a subject, in whatever case', () => {
    assert.deepEqual(kinds('Children’s homes'), ['home']);
    assert.deepEqual(kinds('primary schools in two boroughs'), ['school', 'body']);
    assert.deepEqual(kinds('sampled case files'), ['case']);
    assert.deepEqual(kinds('leadership'), []);
  });

  it('are told by whole words alone', () => {
    assert.deepEqual(kinds('homework and schooling'), []);
  });
});
