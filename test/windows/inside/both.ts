import * as vscode from 'vscode';
import { api, equal, exists, file, folder, ok, open, read, tagCase, until, write } from './workspace.js';

/** Tags that each window makes; fewer in browsers, where each takes its time. */
const TAGS = 'process' in globalThis ? 25 : 10;

/**
 * One of two windows that tag the same report at once, each a tag a case, in turns with a note on a tag that both have and
 * decisions on findings. Both begin when a file called `go` is there.
 */
export async function run(): Promise<void> {
  const own = `w${Math.random().toString(36).slice(2, 8)}`;
  const uri = file('shared.txt');
  const { document } = await open(uri);
  const findings = await (await api()).getFindings(uri);
  const finding = findings.find(f => f.kind === 'judgement');
  ok(finding, 'a finding');
  await (await api()).getTags(uri);
  await write(file(`ready-${own}`), own);
  await until(() => exists(file('go')), Boolean, 'the other window', 60_000);
  const run = (command: string, argument: unknown): Thenable<unknown> =>
    vscode.commands.executeCommand(`inspectionLens.${command}`, argument);
  const shared = new vscode.Range(document.positionAt(0), document.positionAt('Ofsted inspectors'.length));
  for (let n = 0; n < TAGS; n++) {
    await tagCase(document, n, `${own}/t${String(n)}`);
    if (n % 5 === 2) {
      const thread = { uri, range: shared, dispose: () => undefined };
      await run('saveNote', { thread, text: `${own} says ${String(n)}` });
      await run(n % 2 ? 'confirmFinding' : 'dismissFinding', { uri, id: finding.id });
    }
  }
  await write(file(`done-${own}`), own);
  await until(bothAreDone, Boolean, 'the other window to be done', 150_000);
  // Only a host with Node can lock a file for all windows. In browsers a tag that was written over is made again some
  // seconds later, which a host test shows; who won here at this moment is chance.
  if (uri.scheme !== 'file') return;
  // By now the other window’s are here too, without a reload.
  const tags = await until(
    async () => (await api()).getTags(uri),
    tags => tags.length === 2 * TAGS + 1,
    'the tags of both windows',
    30_000,
  );
  equal(tags.filter(tag => tag.state !== 'anchored').length, 0);
  const yaml = await read(file('shared.txt.tags.yaml'));
  for (let n = 0; n < TAGS; n++) ok(yaml.includes(`tag: ${own}/t${String(n)}\n`), `${own}/t${String(n)}`);
}

const bothAreDone = async (): Promise<boolean> =>
  (await vscode.workspace.fs.readDirectory(folder())).filter(([name]) => name.startsWith('done-')).length ===
  2;
