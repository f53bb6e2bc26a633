import * as vscode from 'vscode';
import { equal, ok } from './check.js';
import { file, open, rangeOf, read, write, nameAnalyst } from './workspace.js';

const REPORT = 'Only 57% of plans were reviewed on time, and supervision was irregular.\n';
const run = (command: string, ...argument: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`inspectionLens.${command}`, ...argument);

describe('notes', () => {
  before(nameAnalyst);

  it('go from a thread to the tag of its passage, and can be changed and taken away', async () => {
    const uri = file('noted.txt');
    await write(uri, REPORT);
    const { document } = await open(uri);
    const range = rangeOf(document, 'supervision');
    const [id] = (await run('tagSelection', { uri, range, tags: ['timeliness'] })) as string[];
    const controller = vscode.comments.createCommentController('test', 'Test');
    try {
      const thread = controller.createCommentThread(uri, range, []);
      await run('saveNote', { thread, text: 'Ask the council:\nsince when?' });
      const yaml = await read(file('noted.txt.tags.yaml'));
      ok(/note: .*Ask the council:/s.test(yaml) && yaml.includes('since when?'), yaml);
      const note = { report: uri, tag: { id, note: 'x' }, body: 'Answered' };
      await run('saveNoteEdit', note);
      ok((await read(file('noted.txt.tags.yaml'))).includes('    note: Answered\n'));
      await run('removeNote', note);
      ok(!(await read(file('noted.txt.tags.yaml'))).includes('note:'));
    } finally {
      controller.dispose();
    }
  });

  it('are refused without a word lost where the sidecar cannot be written', async () => {
    const uri = file('unwritable.txt');
    const sidecar = file('unwritable.txt.tags.yaml');
    await write(uri, REPORT);
    const { document } = await open(uri);
    const range = rangeOf(document, 'supervision');
    const [id] = (await run('tagSelection', { uri, range, tags: ['timeliness'] })) as string[];
    const broken = `${await read(sidecar)}  - [\n`;
    await write(sidecar, broken);
    await run('saveNoteEdit', { report: uri, tag: { id, note: '' }, body: 'Lost?' });
    equal(await read(sidecar), broken);
  });
});
