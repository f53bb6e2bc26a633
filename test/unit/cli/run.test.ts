import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../../src/cli/run.js';

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

describe('the command line', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'inspection-lens-cli-'));
    cpSync('samples', folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const cli = async (argv: string[], stdin = ''): Promise<Ran> => {
    let [out, err] = ['', ''];
    const io = {
      out: (t: string) => void (out += t),
      err: (t: string) => void (err += t),
      stdin: () => Buffer.from(stdin),
      interactive: false,
    };
    return { status: await run(argv, io, '1.2.3'), out, err };
  };
  const file = (name: string): string => join(folder, name);

  it('extracts the findings of every report of a folder, in name order, in the public form', async () => {
    const { status, out, err } = await cli(['extract', folder, '--format', 'json']);
    const reports = JSON.parse(out) as {
      path: string;
      sha256: string;
      findings: { start: number; end: number; text: string }[];
    }[];
    assert.deepEqual([status, err], [0, '']);
    assert.deepEqual(
      reports.map(r => r.path.split('/').at(-1)),
      [
        'holmebridge-report-extract.txt',
        'marsh-lane-house-cqc.txt',
        'thornleigh-release.release.txt',
        'wrenford-monitoring-visit.txt',
      ],
    );
    for (const { path, findings } of reports) {
      const text = readFileSync(path, 'utf8');
      for (const f of findings) assert.equal(text.slice(f.start, f.end), f.text);
    }
  });

  it('prints the same as JSON lines, from a list, from standard input and into a file', async () => {
    const lines = (await cli(['extract', folder, '--format', 'jsonl'])).out.trim().split('\n');
    assert.equal(lines.length, 4);
    writeFileSync(file('list'), `${file('wrenford-monitoring-visit.txt')}\n`);
    const listed = await cli([
      'extract',
      '--files-from',
      file('list'),
      '--format',
      'jsonl',
      '--out',
      file('out.jsonl'),
    ]);
    assert.deepEqual([listed.status, listed.out], [0, '']);
    assert.equal(readFileSync(file('out.jsonl'), 'utf8').trim(), lines[3]);
    const text = readFileSync(file('wrenford-monitoring-visit.txt'), 'utf8');
    const piped = JSON.parse(
      (await cli(['extract', '-', '--format', 'jsonl'], `\ufeff${text.replaceAll('\n', '\r\n')}`)).out,
    ) as { sha256: string; findings: unknown };
    const direct = JSON.parse(lines[3]!) as typeof piped;
    assert.deepEqual(
      [piped.sha256, piped.findings],
      [direct.sha256, direct.findings],
      'BOM and CRLF do not count',
    );
  });

  it('names what fails and does the rest', async () => {
    writeFileSync(file('latin.txt'), Buffer.from([0x4f, 0x66, 0xe9, 0x20]));
    const { status, out, err } = await cli([
      'extract',
      file('none.txt'),
      file('latin.txt'),
      file('wrenford-monitoring-visit.txt'),
      '--format',
      'jsonl',
    ]);
    assert.equal(status, 1);
    assert.equal(out.trim().split('\n').length, 1);
    assert.match(err, /none\.txt: there is no such file/);
    assert.match(err, /latin\.txt: it is not UTF-8; save it as UTF-8/);
  });

  it('refuses what makes no sense', async () => {
    for (const argv of [
      [],
      ['dance'],
      ['extract'],
      ['extract', 'x', '--format', 'pdf'],
      ['extract', 'x', '--jobs', '0'],
      ['check'],
      ['export', 'x'],
      ['extract', '--wrong'],
    ])
      assert.equal((await cli(argv)).status, 2, argv.join(' '));
  });

  it('says why where it is asked', async () => {
    assert.match(
      (await cli(['extract', file('thornleigh-release.release.txt'), '--explain'])).out,
      /negated:\s+No/,
    );
  });

  it('checks sidecars, and writes only the places of moved tags', async () => {
    const report = file('thornleigh-release.release.txt');
    const sidecar = `${report}.tags.yaml`;
    assert.equal((await cli(['check', folder])).status, 0);
    writeFileSync(report, `A new first line.\n${readFileSync(report, 'utf8').replace('83%', '38%')}`);
    const before = readFileSync(sidecar, 'utf8');
    const { status, out } = await cli(['check', folder, '--format', 'json']);
    const [checked] = JSON.parse(out) as { tags: { state: string }[]; problems: unknown[] }[];
    assert.deepEqual([status, checked!.tags.map(t => t.state)], [1, ['orphaned', 'moved', 'moved', 'moved']]);
    await cli(['check', folder, '--fix']);
    const after = readFileSync(sidecar, 'utf8').split('\n');
    const changed = before
      .split('\n')
      .flatMap((line, i) => (line === after[i] ? [] : [line.trim().slice(0, 3)]));
    assert.deepEqual(changed, ['at:', 'at:', 'at:']);
    assert.deepEqual(
      readdirSync(folder).filter(name => name.endsWith('.tmp')),
      [],
    );
  });

  it('says of changed words where they may be now, and of changed numbers that they are gone', async () => {
    const report = file('thornleigh-release.release.txt');
    const text = readFileSync(report, 'utf8');
    writeFileSync(report, text.replace('83%', '38%').replace('wishes and feelings', 'wishes and feeling'));
    const before = readFileSync(`${report}.tags.yaml`, 'utf8');
    const { status, out } = await cli(['check', `${report}.tags.yaml`, '--fix', '--format', 'json']);
    const [checked] = JSON.parse(out) as {
      tags: { state: string; start?: number; end?: number; score?: number }[];
    }[];
    const [orphaned, , suggested] = checked!.tags;
    assert.deepEqual([status, orphaned?.state, suggested?.state], [1, 'orphaned', 'suggested']);
    assert.equal(orphaned?.start, undefined);
    assert.ok(suggested!.score! > 0.8 && suggested!.score! < 1, String(suggested!.score));
    assert.equal(
      readFileSync(report, 'utf8').slice(suggested!.start, suggested!.end),
      'children are seen alone and their wishes and feeling are well recorded',
    );
    // A suggestion is for a person to accept: neither of the two is written.
    const entry = (yaml: string, tag: string): string =>
      yaml.split('  - id: ').find(e => e.includes(`tag: ${tag}`)) ?? '';
    const after = readFileSync(`${report}.tags.yaml`, 'utf8');
    for (const tag of ['timeliness', 'lived-experience']) assert.equal(entry(after, tag), entry(before, tag));
    const table = await cli(['check', `${report}.tags.yaml`]);
    assert.match(table.out, /orphaned\s+timeliness/);
    assert.match(table.out, /suggested\s+lived-experience/);
  });

  it('leaves a sidecar that does not parse alone, and says where', async () => {
    const sidecar = `${file('marsh-lane-house-cqc.txt')}.tags.yaml`;
    writeFileSync(sidecar, 'version: 1\ntags: [\n');
    const { status, out } = await cli(['check', sidecar, '--fix', '--format', 'json']);
    assert.equal(status, 1);
    assert.match(out, /"code": "not-yaml"/);
    assert.equal(readFileSync(sidecar, 'utf8'), 'version: 1\ntags: [\n');
  });

  it('exports a folder as CSV without what was dismissed', async () => {
    mkdirSync(file('sub'));
    const target = file('sub/all.csv');
    const { status } = await cli(['export', folder, '--format', 'csv', '--out', target]);
    assert.equal(status, 0);
    assert.match(readFileSync(target, 'utf8'), /^\ufeffreport,type,id/);
  });
});
