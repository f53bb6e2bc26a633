import assert from 'node:assert/strict';
import { expandPhrase, PhraseError } from '../../../../src/core/lexicon/phrases.js';

describe('a phrase of a lexicon', () => {
  it('stands for each of its alternatives, with and without what is optional', () => {
    assert.deepEqual(
      expandPhrase('improv{e,es} (very) much').map(w => w.join(' ')),
      ['improve much', 'improve very much', 'improves much', 'improves very much'],
    );
  });

  it('is split at hyphens and blanks, folded, with a straight apostrophe', () => {
    assert.deepEqual(expandPhrase('Well-Led  children’s'), [['well', 'led', "children's"]]);
  });

  for (const wrong of ['{a,b', 'a)', '{a(b)}', '', '()'])
    it(`is refused where its brackets or words are wrong: “${wrong}”`, () => {
      assert.throws(() => expandPhrase(wrong), PhraseError);
    });

  it('is refused where it stands for too many', () => {
    assert.throws(() => expandPhrase('{a,b,c,d} '.repeat(6)), /more than 512/);
  });
});
