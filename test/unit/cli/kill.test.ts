import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { builtinLexicon } from '../../../src/core/lexicon/builtin.js';
import { anchorAll } from '../../../src/core/tagging/anchoring.js';
import { selectorFor } from '../../../src/core/tagging/selector.js';
import { parseSidecar } from '../../../src/core/tagging/sidecar.js';

/**
 * Kills of the program, each when so much more has happened in the folder: a file beside a sidecar is made, filled, and
 * takes its name. By what happens and not by the clock, as a slow machine should see the same moments.
 */
const KILLS = 12;
const REPORTS = 12;
const TAGS = 60;

describe('the command line, killed', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'inspection-lens-kill-'));
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves the old sidecar or the new one, and nothing else after the next run', async () => {
    const cli = join(folder, 'cli.cjs');
    await build({
      entryPoints: ['src/cli/main.ts'],
      outfile: cli,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'silent',
      define: { VERSION: '"0"' },
    });
    const [reports, sidecars] = [new Map<string, string>(), new Map<string, string>()];
    for (let n = 0; n < REPORTS; n++) {
      const text = Array.from(
        { length: TAGS },
        (_, i) => `In case ${String(i)} of team ${String(n)} the plan of child ${String(i * 7)} was kept.\n`,
      ).join('');
      const tags = Array.from({ length: TAGS }, (_, i) => {
        const words = `case ${String(i)} of team`;
        const { quote, before, after, at } = selectorFor(
          text,
          text.indexOf(words),
          text.indexOf(words) + words.length,
        );
        return `  - id: T${String(i)}\n    tag: kept\n    quote: ${quote}\n    before: ${JSON.stringify(before)}\n    after: ${JSON.stringify(after)}\n    at: [${String(at![0])}, ${String(at![1])}]\n`;
      });
      const name = `report-${String(n)}.txt`;
      // Everything moves by a line, so that every place has to be written.
      reports.set(name, `A line put in first.\n${text}`);
      sidecars.set(name, `version: 1\nreport: ${name}\ntags:\n${tags.join('')}`);
      writeFileSync(join(folder, name), reports.get(name)!);
    }
    const reset = (): void => {
      for (const [name, text] of sidecars) writeFileSync(join(folder, `${name}.tags.yaml`), text);
    };
    const argv = [cli, 'check', folder, '--fix', '--format', 'json'];
    reset();
    assert.equal(spawnSync(process.execPath, argv).status, 0);
    const fixed = new Map(
      [...sidecars.keys()].map(name => [name, readFileSync(join(folder, `${name}.tags.yaml`), 'utf8')]),
    );

    let between = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      reset();
      await new Promise(resolve => setTimeout(resolve, 50)); // what the reset has done is not told any more
      const child = spawn(process.execPath, argv, { stdio: 'ignore' });
      let happened = 0;
      const watcher = watch(folder, (_, name) => {
        if (name?.includes('.tags.yaml') && ++happened > kill * 3) child.kill('SIGKILL');
      });
      await new Promise(resolve => child.once('exit', resolve));
      watcher.close();
      let done = 0;
      for (const [name, before] of sidecars) {
        const now = readFileSync(join(folder, `${name}.tags.yaml`), 'utf8');
        assert.ok(now === before || now === fixed.get(name), `${name} is neither the old nor the new file`);
        if (now !== before) done++;
      }
      if (done > 0 && done < sidecars.size) between++;
    }
    assert.ok(between > 0, 'at least one kill came in the middle of the work');
    assert.equal(spawnSync(process.execPath, argv).status, 0);
    assert.deepEqual(
      readdirSync(folder).filter(name => name.endsWith('.tmp')),
      [],
    );
    const lexicon = builtinLexicon();
    for (const [name, text] of reports) {
      const { tags } = parseSidecar(readFileSync(join(folder, `${name}.tags.yaml`), 'utf8'));
      assert.ok(anchorAll(text, tags, { lexicon }).every(tag => tag.state === 'anchored'));
    }
  }).timeout(300_000); // some seconds, and a minute where many share the processor
});
