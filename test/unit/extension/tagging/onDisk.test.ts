import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { exclusivelyOnDisk } from '../../../../src/extension/tagging/onDisk.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('a file on disk that several windows write', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inspection-lens-'));
    file = join(folder, 'report.txt.tags.yaml');
    writeFileSync(file, 'first\n');
  });
  afterEach(() => {
    assert.deepEqual(readdirSync(folder), ['report.txt.tags.yaml']);
    rmSync(folder, { recursive: true });
  });

  /** Adds a line, as often as it takes. `before` runs before each attempt; how many there were. */
  const add = (
    line: string,
    before: (attempt: number) => Promise<void> | void = () => undefined,
  ): Promise<number> =>
    exclusivelyOnDisk(file, async replace => {
      for (let attempt = 1; ; attempt++) {
        const source = readFileSync(file, 'utf8');
        await before(attempt);
        if (await replace(bytes(`${source}${line}\n`), false)) return attempt;
      }
    });

  it('is left to the one whose turn it is, however slow its disk', async () => {
    const slow = add('slow', () => pause(2600));
    await pause(50);
    await Promise.all([slow, add('quick')]);
    assert.equal(readFileSync(file, 'utf8'), 'first\nslow\nquick\n');
  });

  it('is written on what is there by the one that slept while another took its turn', async () => {
    const attempts = await add('asleep', async attempt => {
      if (attempt > 1) return;
      unlinkSync(join(folder, '.report.txt.tags.yaml.tmp'));
      await add('other');
    });
    assert.equal(attempts, 2);
    assert.equal(readFileSync(file, 'utf8'), 'first\nother\nasleep\n');
  });

  it('loses nothing of many at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => add(String(n))));
    assert.equal(readFileSync(file, 'utf8').split('\n').length, 22);
  });
});
