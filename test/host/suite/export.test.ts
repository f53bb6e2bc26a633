import * as vscode from 'vscode';
import { equal, ok } from './check.js';
import { exists, file, open, read } from './workspace.js';

const run = (argument: object): Thenable<unknown> =>
  vscode.commands.executeCommand('inspectionLens.exportAnnotations', argument);

describe('export', () => {
  it('writes tags and findings of the workspace as JSON, in the public form', async () => {
    const target = file('out/all.json');
    await vscode.workspace.fs.createDirectory(file('out'));
    await run({ format: 'json', scope: 'workspace', include: ['tags', 'findings'], target });
    const reports = JSON.parse(await read(target)) as {
      path: string;
      sha256: string;
      tags: { state: string }[];
      findings: { kind: string; because?: unknown }[];
    }[];
    const release = reports.find(r => r.path === 'thornleigh-release.release.txt');
    ok(release);
    equal(
      release.tags.map(t => t.state),
      ['anchored', 'anchored', 'anchored', 'anchored'],
    );
    ok(/^[0-9a-f]{64}$/.test(release.sha256));
    ok(release.findings.length > 10 && release.findings.every(f => f.because === undefined));
  });

  it('writes one report as CSV that a spreadsheet reads', async () => {
    await open(file('thornleigh-release.release.txt'));
    const target = file('out/one.csv');
    await run({ format: 'csv', scope: 'report', include: ['tags'], target });
    const lines = (await read(target)).trim().split('\r\n');
    equal(lines.length, 5);
    ok(lines[0]!.includes('report,type,id,start,end,text,tag'), lines[0]);
  });

  it('writes nothing for a format there is not', async () => {
    const target = file('out/none.xyz');
    await run({ format: 'xyz', scope: 'workspace', include: ['tags'], target });
    equal(await exists(target), false);
  });
});
