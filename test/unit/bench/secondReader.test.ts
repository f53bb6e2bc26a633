import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { readCorpus } from '../../../bench/corpus.mjs';
import { score } from '../../../bench/score.mjs';
import { findingsIn, secondReader } from '../../../bench/secondReader.mjs';

const folder = resolve('bench/corpus/unread');

describe('a second reader', () => {
  it('labelled the very texts that the first one did', () => {
    const first = readCorpus(folder);
    const second = new Map(
      readCorpus(resolve(folder, 'second')).map(gold => [gold.name, gold.text.trimEnd()]),
    );
    assert.ok(first.length > 60);
    for (const { name, text } of first) assert.equal(second.get(name), text.trimEnd(), name);
    assert.deepEqual([...secondReader(folder)!.keys()].sort(), first.map(gold => gold.name).sort());
  });

  it('who says the same as the first is right in everything', () => {
    const { kinds, rates } = score(readCorpus(folder).map(gold => ({ gold, findings: findingsIn(gold) })));
    for (const [kind, counts] of kinds) assert.equal(counts.f1, 1, kind);
    for (const [name, rate] of rates) assert.equal(rate.right, rate.of, name);
  });

  it('is none where nobody read twice', () => {
    assert.equal(secondReader(resolve('bench/corpus/snippets')), undefined);
  });
});
