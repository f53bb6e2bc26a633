import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseSidecar } from '../../src/core/tagging/sidecar.js';
import type { Review, Tag } from '../../src/core/tagging/tag.js';
import { House, type Kind } from './house.ts';

const SHARED =
  'version: 1\nreport: shared.txt\ntags:\n  # Mine since spring.\n  - id: shared\n    tag: who\n    quote: Ofsted inspectors\n    at: [0, 17]\n';

for (const [kind, host] of [
  ['node', 'two extension hosts'],
  ['web', 'two windows of the browser'],
] as const satisfies [Kind, string][])
  describe(`${host} on one report`, () => {
    let house: House;
    before(async () => {
      house = await House.open(kind);
      writeFileSync(join(house.folder, 'shared.txt.tags.yaml'), SHARED);
    });
    after(async () => {
      await house.close();
    });

    it(`tag it at once and ${kind === 'node' ? 'lose nothing' : 'leave it whole'}`, async () => {
      const ready = (): string[] => readdirSync(house.folder).filter(name => name.startsWith('ready-'));
      const both = Promise.all([house.run('both'), house.run('both')]);
      both.catch(() => undefined); // it is waited for below
      for (const end = Date.now() + 60_000; ready().length < 2 && Date.now() < end;) await pause(50);
      assert.equal(ready().length, 2, 'both windows are ready');
      writeFileSync(join(house.folder, 'go'), '');
      await both;
      const [one, other] = ready().map(name => name.slice('ready-'.length));
      assert.ok(one && other && one !== other, 'there were two');
      // A browser’s window may have been closed while it made a tag again; the next one tidies up after it.
      if (kind === 'web') await house.run('after');

      const source = readFileSync(join(house.folder, 'shared.txt.tags.yaml'), 'utf8');
      const { tags, reviews, problems } = parseSidecar(source);
      assert.deepEqual(problems, []);
      assert.ok(source.includes('  # Mine since spring.\n'));
      assert.ok(tags.some(tag => tag.id === 'shared'));
      assert.equal(new Set(tags.map(tag => tag.id)).size, tags.length);
      if (kind === 'node') losesNothing(tags, reviews, [one, other]);
      assert.deepEqual(
        readdirSync(house.folder).filter(name => name.endsWith('.tmp')),
        [],
      );
    });
  });

/** Not so in browsers: no lock holds for two of them. */
function losesNothing(tags: readonly Tag[], reviews: readonly Review[], windows: readonly string[]): void {
  for (const own of windows)
    assert.deepEqual(
      tags.flatMap(({ tag }) => (tag.startsWith(`${own}/`) ? [tag] : [])).sort(),
      Array.from({ length: 25 }, (_, n) => `${own}/t${String(n)}`).sort(),
    );
  assert.equal(tags.length, 51);
  // Of two notes the later stays, after the earlier where that was known: never half of one, never none.
  const note = tags.find(tag => tag.id === 'shared')?.note ?? '';
  assert.match(note.split('\n').at(-1)!, new RegExp(`^(?:${windows.join('|')}) says 22$`));
  assert.equal(reviews.length, 1);
}
