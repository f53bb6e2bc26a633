import assert from 'node:assert/strict';
import { examplesOf, judgementExamplesOf } from '../../../../bench/train/examples.mjs';
import { parseMarkup } from '../../../../bench/corpus.mjs';
import { builtinLexicon } from '../../../../src/core/lexicon/builtin.js';

const gold = parseMarkup(
  'a',
  `{S voice=narrator}Council news

{S themes=leadership polarity=weakness voice=inspectorate}They found that leadership was {J inadequate|status=current|grade=inadequate|subject=leadership}, that it was {J inadequate|status=previous|grade=inadequate} in 2019 and that it is not {J good|status=negated|grade=good}.
{S voice=provider}“We know it, we know it, and we will act on it,” she said, and he said that they know it.
{S voice=narrator}The grades are {J outstanding|status=other|grade=outstanding}, {J good|status=other|grade=good}, {J requires improvement|status=other|grade=requires-improvement} and {J inadequate|status=other|grade=inadequate}.
`,
);

describe('what is learnt from', () => {
  // What is learnt of a sign is learnt of a sentence that has it; the reader must not count it twice.
  it('has each sign once, as the reader sees it', () => {
    const lexicon = builtinLexicon();
    const sentences = examplesOf(gold, lexicon, true);
    const { statuses, candidates, subjects } = judgementExamplesOf(gold, lexicon, true);
    const lists = [
      ...sentences.flatMap(e => [e.voiceSigns, e.themeSigns, e.polaritySigns]),
      ...[...statuses, ...candidates].map(e => e.signs),
      ...subjects.flatMap(e => e.candidates.flatMap(c => [c.signs, c.words])),
    ];
    assert.equal(sentences.length, 4);
    assert.equal(statuses.length, 7);
    for (const list of lists) assert.deepEqual([...new Set(list)], [...list]);
  });

  it('is what a careful reader says of each sentence', () => {
    const [, found, said] = examplesOf(gold, builtinLexicon(), true);
    assert.deepEqual(
      [found!.themes, found!.polarity, found!.voice],
      [['leadership'], 'weakness', 'inspectorate'],
    );
    assert.deepEqual([said!.themes, said!.polarity, said!.voice], [[], undefined, 'provider']);
  });

  it('is of all that a grade may be said of the words in it and beside it', () => {
    const text =
      '{S voice=inspectorate}The fostering service of Ashmoor is now {J good|status=current|grade=good|subject=fostering service}.\n';
    const [subject] = judgementExamplesOf(parseMarkup('b', text), builtinLexicon(), true).subjects;
    assert.deepEqual(
      subject!.candidates.map(c => c.words),
      [
        ['h service', 'f fostering', '<- the', '<+ is'],
        ['h service', 'f fostering', '<- the', '<+ of'],
        ['h ashmoor', 'f ashmoor', '<- of', '<+ is'],
      ],
    );
    assert.deepEqual(subject!.right, [true, true, false]);
  });
});
