import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Matcher } from '../../../../src/core/lexicon/matcher.js';
import { TokenBuffer, tokenise } from '../../../../src/core/report/tokens.js';

const found = (text: string, phrases: readonly string[]): string[] => {
  const matcher = new Matcher(phrases.map(phrase => ({ category: 'theme', id: phrase, phrase })));
  const tokens = tokenise(text, new TokenBuffer());
  return matcher
    .match(tokens, matcher.intern(text, tokens, new Int32Array(1)))
    .map(m => text.slice(m.start, m.end));
};

describe('the matcher', () => {
  it('finds phrases whatever their case, hyphens, line breaks and apostrophes', () => {
    assert.deepEqual(
      found('Well-led, WELL LED and well\nled; the child’s plan', ['well led', "child's plan"]),
      ['Well-led', 'WELL LED', 'well\nled', 'child’s plan'],
    );
  });

  it('joins a word that was hyphenated at the end of a line, where the lexicon knows the whole', () => {
    assert.deepEqual(
      found('requires improve-\nment to be well-\nled', ['requires improvement', 'well led']),
      ['requires improve-\nment', 'well-\nled'],
    );
  });

  it('finds the possessive of a word', () => {
    assert.deepEqual(found('the council’s plan', ['council']), ['council’s']);
  });

  it('takes the longest phrase of a category, and none inside it', () => {
    assert.deepEqual(
      found('looked after children are looked after', [
        'looked after',
        'looked after children',
        'after children',
        'children',
      ]),
      ['looked after children', 'looked after'],
    );
  });

  it('does not cross a dash, a comma or a table cell', () => {
    assert.deepEqual(found('early - help, early, help, early\thelp, early   help', ['early help']), []);
  });

  it('lets # stand for any number', () => {
    assert.deepEqual(found('grade 3 and grade 12.5', ['grade #']), ['grade 3', 'grade 12.5']);
  });

  it('finds what a plain search for the words finds', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd');
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map(w => w.join(' '));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), phrase, (words, one) => {
        const length = one.split(' ').length;
        let count = 0;
        for (let i = 0; i + length <= words.length; i++)
          if (words.slice(i, i + length).join(' ') === one) count++;
        assert.equal(found(words.join(' '), [one]).length, count);
      }),
    );
  });
});
