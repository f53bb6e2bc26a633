import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { version } from '../../package.json';
import { run } from '../../src/cli/run.js';
import { installExtension } from '../host/installExtension.ts';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** More than two batches, so that worker threads are started. */
const MANY = 70;

/** The program takes the core out of the extension’s bundle, where neither VS Code nor packages are at hand. */
describe('the packaged command line', () => {
  let folder: string;
  let program: string;
  let reports: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'inspection-lens-program-'));
    const installed = join(folder, 'extensions');
    installExtension('inspection-lens.vsix', installed);
    const [extension] = readdirSync(installed, { withFileTypes: true }).filter(e => e.isDirectory());
    program = join(installed, extension!.name, 'dist', 'cli.js');
    reports = join(folder, 'reports');
    cpSync('samples', reports, { recursive: true });
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const packaged = (...argv: string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
    return { status, out: stdout, err: stderr };
  };
  /** The same from the source. */
  const source = async (...argv: string[]): Promise<Ran> => {
    let [out, err] = ['', ''];
    const io = {
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
      stdin: () => new Uint8Array(),
      interactive: false,
    };
    return { status: await run(argv, io, version), out, err };
  };
  const same = async (...argv: string[]): Promise<Ran> => {
    const ran = packaged(...argv);
    assert.deepEqual(ran, await source(...argv));
    return ran;
  };

  it('says what the source says, in every form', async () => {
    assert.equal(packaged('--version').out, `${version}\n`);
    assert.match((await same('--help')).out, /extract/);
    for (const format of ['json', 'jsonl', 'csv', 'table']) {
      const { status, out } = await same('extract', reports, '--format', format);
      assert.equal(status, 0);
      assert.ok(out.length > 500, format);
    }
    assert.match((await same('check', reports)).out, /thornleigh/);
    for (const format of ['csv', 'json']) {
      const out = (name: string): string => join(folder, `${name}.${format}`);
      assert.equal(packaged('export', reports, '--format', format, '--out', out('packaged')).status, 0);
      await source('export', reports, '--format', format, '--out', out('source'));
      assert.equal(readFileSync(out('packaged'), 'utf8'), readFileSync(out('source'), 'utf8'));
    }
    assert.equal((await same('extract')).status, 2);
  });

  it('reads many reports in threads', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let n = 0; n < MANY; n++)
      writeFileSync(
        join(many, `report-${String(n)}.txt`),
        `Ofsted has rated Wexby’s children’s services inadequate. ${String(n)}% of assessments are in time.\n`,
      );
    const { out } = packaged('extract', many, '--format', 'json', '--jobs', '2');
    assert.equal(out, (await source('extract', many, '--format', 'json', '--jobs', '1')).out);
    assert.equal((JSON.parse(out) as unknown[]).length, MANY);
  });

  it('takes a workspace’s themes, and says at its line what is wrong in them', async () => {
    const own = join(folder, 'own');
    mkdirSync(join(own, '.inspection-lens'), { recursive: true });
    writeFileSync(join(own, 'letter.txt'), 'Inspectors praised the lantern scheme of Wexby council.\n');
    writeFileSync(join(own, '.inspection-lens', 'themes.yaml'), 'version: 1\nthemes: 7\n');
    const { err } = await same('extract', own, '--format', 'json');
    assert.match(err, /themes\.yaml:\d+:\d+/);
  });
});
