import * as vscode from 'vscode';
import { equal, ok } from './check.js';
import { api, exists, file, folder, open, rangeOf, read, write, nameAnalyst } from './workspace.js';

const REPORT =
  'Ofsted inspectors judged early help in Ambleford good in March 2019.\n\nOnly 57% of plans were reviewed on time, and supervision was irregular.\n';
const NAMES = ['undo-1.txt', 'undo-2.txt', 'undo-3.txt'];
const run = (command: string, ...argument: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`inspectionLens.${command}`, ...argument);
const book = (): vscode.Uri => vscode.Uri.joinPath(folder(), '.inspection-lens', 'codebook.yaml');

/** Everything that the commands write; `undefined`: no such file. */
async function written(): Promise<(string | undefined)[]> {
  const files = [...NAMES.map(name => file(`${name}.tags.yaml`)), book()];
  return Promise.all(files.map(async uri => ((await exists(uri)) ? read(uri) : undefined)));
}

/** Every command that changes a sidecar, once; how many steps that were. */
async function changeAll(name: string): Promise<number> {
  const uri = file(name);
  const { document } = await open(uri);
  const finding = (await (await api()).getFindings(uri)).find(f => f.kind === 'judgement');
  ok(finding);
  const range = rangeOf(document, 'plans were');
  const [id] = (await run('tagSelection', { uri, range, tags: [`undo of ${name}`], note: 'n' })) as string[];
  const target = { uri, id: finding.id };
  const tag = { uri, id };
  const note = { report: uri, tag: { id, note: 'n' }, body: 'another note' };
  const steps: [string, unknown][] = [
    ['extendPassage', tag],
    ['extendPassageStart', tag],
    ['shrinkPassage', tag],
    ['shrinkPassageStart', tag],
    ['saveNoteEdit', note],
    ['removeNote', note],
    ['tagFinding', { ...target, tags: ['timeliness'] }],
    ['tagSimilar', { ...target, tags: ['promise'] }],
    ['confirmFinding', target],
    ['correctFinding', { ...target, correction: { status: 'previous' } }],
    ['dismissFinding', target],
    ['reopenFinding', target],
    ['markPassageRead', { uri, range }],
    ['markReportRead', { uri }],
    ['markUnread', { uri }],
    ['renameCodebookTag', { path: `undo of ${name}`, to: `redo of ${name}` }],
    ['mergeCodebookTag', { path: `redo of ${name}`, to: 'timeliness' }],
    ['removeTag', tag],
  ];
  for (const [command, argument] of steps) {
    const before = JSON.stringify(await written());
    await run(command, argument);
    ok(JSON.stringify(await written()) !== before, `${command} changes something`);
  }
  return steps.length + 1;
}

describe('undo of tag changes', () => {
  before(nameAnalyst);

  it('takes back every command across reports, more than 50 steps, and makes them again', async function () {
    this.timeout(150_000); // more than fifty steps, there, back, and there again, and a busy machine takes 50 s

    for (const name of NAMES) await write(file(name), REPORT);
    const states = [JSON.stringify(await written())];
    let steps = 0;
    for (const name of NAMES) {
      steps += await changeAll(name);
      states.push(JSON.stringify(await written()));
    }
    ok(steps > 50, String(steps));
    // As fast as keys can come: nothing waits for the one before.
    await Promise.all(Array.from({ length: steps }, () => run('undoTagChange')));
    equal(JSON.stringify(await written()), states[0], 'as before the first');
    await Promise.all(Array.from({ length: steps }, () => run('redoTagChange')));
    equal(JSON.stringify(await written()), states.at(-1), 'as after the last');
    for (let i = 0; i < steps / 3; i++) await run('undoTagChange');
    equal(JSON.stringify(await written()), states[2], 'as before the last report');
  });

  it('leaves what somebody else wrote in between', async () => {
    const uri = file('between.txt');
    const sidecar = file('between.txt.tags.yaml');
    await write(uri, REPORT);
    const { document } = await open(uri);
    await run('tagSelection', { uri, range: rangeOf(document, 'early help'), tags: ['timeliness'] });
    await run('tagSelection', { uri, range: rangeOf(document, 'supervision'), tags: ['promise'] });
    const yaml = await read(sidecar);
    await write(sidecar, yaml.replace('version: 1', '# A word by hand\nversion: 1'));
    await run('undoTagChange');
    const after = await read(sidecar);
    ok(after.includes('# A word by hand') && after.includes('early help'), after);
    ok(!after.includes('tag: promise'), after);
  });
});
