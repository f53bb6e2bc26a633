import * as vscode from 'vscode';
import { equal, ok } from './check.js';
import { api, file, open, rangeOf, read, write, nameAnalyst } from './workspace.js';

const REPORT =
  'Ofsted inspectors judged early help in Ambleford good in March 2019.\n\nOnly 57% of plans were reviewed on time.\n\nOfsted judged help and protection in Ambleford inadequate in March 2019.\n';
const run = (command: string, ...argument: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`inspectionLens.${command}`, ...argument);

/** A report of its own, and its judgement by words. */
async function report(name: string, words = 'good'): Promise<{ uri: vscode.Uri; id: string }> {
  const uri = file(name);
  await write(uri, REPORT);
  await open(uri);
  const finding = (await (await api()).getFindings(uri)).find(f => f.text === words);
  ok(finding, words);
  return { uri, id: finding.id };
}

interface Exported {
  readonly findings: readonly { readonly text: string; readonly status?: string; readonly grade?: string }[];
}
async function exported(uri: vscode.Uri): Promise<Exported['findings']> {
  await open(uri);
  const target = file('reviews.json');
  await run('exportAnnotations', { format: 'json', scope: 'report', include: ['findings'], target });
  return (JSON.parse(await read(target)) as Exported[])[0]!.findings;
}
const sidecar = (name: string): Promise<string> => read(file(`${name}.tags.yaml`));

describe('decisions on findings', () => {
  before(nameAnalyst);

  it('are kept as reviews in the sidecar, one for each finding', async () => {
    const target = await report('decided.txt');
    await run('dismissFinding', target);
    await run('confirmFinding', target);
    const yaml = await sidecar('decided.txt');
    ok(/reviews:\n {2}- finding: \S+\n {4}kind: judgement\n {4}quote: good\n/.test(yaml), yaml);
    ok(yaml.includes('decision: confirmed') && yaml.includes('by: amara'), yaml);
    equal(yaml.match(/ {2}- finding:/g)?.length, 1, 'the second decision takes the place of the first');
  });

  it('take dismissed findings out of exports, until the decision is taken back', async () => {
    const target = await report('dismissed.txt');
    await run('dismissFinding', target);
    ok(!(await exported(target.uri)).some(f => f.text === 'good'));
    await run('reopenFinding', target);
    ok((await exported(target.uri)).some(f => f.text === 'good'));
    ok(!(await sidecar('dismissed.txt')).includes('- finding:'), await sidecar('dismissed.txt'));
  });

  it('put corrections into exports, one field after the other', async () => {
    const target = await report('corrected.txt', 'inadequate');
    await run('correctFinding', { ...target, correction: { status: 'previous' } });
    await run('correctFinding', { ...target, correction: { grade: 'good' } });
    const found = (await exported(target.uri)).find(f => f.text === 'inadequate');
    equal([found?.status, found?.grade], ['previous', 'good']);
  });

  it('are made on the finding at the cursor where no other is named', async () => {
    const { uri } = await report('cursor.txt');
    const editor = await open(uri);
    const at = rangeOf(editor.document, 'inadequate').start.translate(0, 3);
    editor.selection = new vscode.Selection(at, at);
    await run('confirmFinding');
    const yaml = await sidecar('cursor.txt');
    ok(yaml.includes('quote: inadequate') && yaml.includes('decision: confirmed'), yaml);
  });

  it('hold when the sentence around the finding changes', async () => {
    const target = await report('around.txt');
    await run('dismissFinding', target);
    const editor = await open(target.uri);
    await editor.edit(edit => {
      edit.insert(rangeOf(editor.document, 'Ofsted inspectors').start, 'In the end, ');
    });
    ok(
      !(await exported(target.uri)).some(f => f.text === 'good'),
      JSON.stringify(await exported(target.uri)),
    );
  });
});
