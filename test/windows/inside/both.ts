import * as vscode from 'vscode';
import { api, equal, exists, file, ok, open, read, tagCase, until, write } from './workspace.js';

/** Tags that each window makes. */
const TAGS = 25;

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
  // By now the other window’s are here too, without a reload.
  await write(file(`done-${own}`), own);
  await until(
    async () => (await (await api()).getTags(uri)).length,
    n => n === 2 * TAGS + 1,
    'the tags of both windows',
    30_000,
  );
  const yaml = await read(file('shared.txt.tags.yaml'));
  for (let n = 0; n < TAGS; n++) ok(yaml.includes(`tag: ${own}/t${String(n)}\n`), `${own}/t${String(n)}`);
  equal((await (await api()).getTags(uri)).filter(tag => tag.state !== 'anchored').length, 0);
}
