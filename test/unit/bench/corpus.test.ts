import assert from 'node:assert/strict';
import { documentsOf } from '../../../bench/corpus.mjs';

describe('a labelled file', () => {
  it('is one document, or as many as its lines of dashes part', () => {
    const [whole, ...none] = documentsOf(
      'a01',
      '#! invented\n{S voice=narrator}The day --- a Monday --- was dry.\n',
    );
    assert.deepEqual(
      [whole!.name, whole!.text, none.length],
      ['a01', 'The day --- a Monday --- was dry.\n', 0],
    );

    const two = documentsOf(
      'b02',
      '#! snippets\n{S voice=narrator}One.\n---\n{S voice=other}Two is {J good|status=current|grade=good}.\n',
    );
    assert.deepEqual(
      two.map(d => [d.name, d.text]),
      [
        ['b02.1', 'One.\n'],
        ['b02.2', 'Two is good.\n'],
      ],
    );
    assert.deepEqual(
      two.map(d => d.judgements.map(j => [j.start, j.end])),
      [[], [[7, 11]]],
    );
  });

  it('has one sentence where a line’s end cuts it, however short its beginning', () => {
    const same = '{S themes=leadership polarity=strength voice=inspectorate}';
    const [text] = documentsOf(
      'a01',
      `{S voice=narrator}Inspectors called in the autumn of that year. ${same}Leaders know\n${same}their staff.\n`,
    );
    assert.deepEqual(
      text!.sentences.map(s => text!.text.slice(s.start, s.end)),
      ['Inspectors called in the autumn of that year.', 'Leaders know\ntheir staff.'],
    );
  });
});
