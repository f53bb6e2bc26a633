import * as vscode from 'vscode';
import { equal, ok, until } from './check.js';
import { api, exists, file, open, rangeOf, read, write } from './workspace.js';

const REPORT =
  'Ofsted inspectors judged early help in Ambleford good in March 2019.\n\nOnly 57% of plans were reviewed on time, and supervision was irregular.\n\nSocial workers know their children well, and visit them as often as they should.\n';

const run = (command: string, argument?: unknown): Thenable<unknown> =>
  vscode.commands.executeCommand(`inspectionLens.${command}`, argument);
const sidecarOf = (uri: vscode.Uri): vscode.Uri => uri.with({ path: `${uri.path}.tags.yaml` });
const tagOn = async (uri: vscode.Uri, words: string): Promise<string> => {
  const { document } = await open(uri);
  const ids = (await run('tagSelection', { uri, range: rangeOf(document, words), tags: ['x'] })) as string[];
  ok(ids[0]);
  return ids[0];
};
const state = async (uri: vscode.Uri): Promise<string | undefined> =>
  (await (await api()).getTags(uri))[0]?.state;

/** A report whose one tag has lost its words: to a word changed, and to a number. */
async function adrift(
  name: string,
  words: string,
  from: string,
  to: string,
  wanted: string,
): Promise<vscode.Uri> {
  const uri = file(name);
  await write(uri, REPORT);
  await tagOn(uri, words);
  const editor = await open(uri);
  await editor.edit(edit => {
    edit.replace(rangeOf(editor.document, from), to);
  });
  await editor.document.save();
  await until(
    () => state(uri),
    s => s === wanted,
    `the tag to be ${wanted}`,
  );
  return uri;
}

/** The quick fixes of the problem of a lost tag, by their titles. */
async function fixes(uri: vscode.Uri, code: RegExp): Promise<Map<string, vscode.Command>> {
  const sidecar = sidecarOf(uri);
  const problem = (
    await until(
      () => vscode.languages.getDiagnostics(sidecar),
      list => list.some(d => code.test(String(d.code))),
      'the problem in the sidecar',
    )
  ).find(d => code.test(String(d.code)))!;
  const line = (await read(sidecar)).split('\n')[problem.range.start.line];
  ok(line?.includes('- id:'), `the problem stands at the tag: ${String(line)}`);
  await open(sidecar);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    sidecar,
    problem.range,
  );
  return new Map(actions.flatMap(a => (a.command ? [[a.title, a.command] as const] : [])));
}
const take = (command: vscode.Command | undefined): Thenable<unknown> => {
  ok(command, 'the fix is offered');
  return vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
};

describe('tags that lost their words', () => {
  before(async () => {
    await vscode.workspace
      .getConfiguration('inspectionLens')
      .update('analyst', 'amara', vscode.ConfigurationTarget.Workspace);
  });

  it('are suggested a place, which the analyst accepts by a quick fix', async () => {
    const uri = await adrift(
      'accept.txt',
      'Social workers know their children well, and visit them',
      'know their children',
      'knew the children',
      'suggested',
    );
    ok(!(await read(sidecarOf(uri))).includes('knew the children'), 'nothing is written unasked');
    await take((await fixes(uri, /^suggested /)).get('Accept the suggested place'));
    equal(await state(uri), 'anchored');
    ok((await read(sidecarOf(uri))).includes('knew the children'));
    await until(
      () => vscode.languages.getDiagnostics(sidecarOf(uri)),
      list => list.length === 0,
      'the problem to go',
    );
  });

  it('are re-attached to the selection by a quick fix', async () => {
    const uri = await adrift('reattach.txt', 'Only 57% of plans', '57%', '91%', 'orphaned');
    const offered = await fixes(uri, /^orphaned /);
    ok(!offered.has('Accept the suggested place'), 'an orphan has no place to accept');
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    const range = rangeOf(editor.document, 'Only 91% of plans');
    editor.selection = new vscode.Selection(range.start, range.end);
    await take(offered.get('Re-attach to the selection in the report'));
    equal(await state(uri), 'anchored');
    ok((await read(sidecarOf(uri))).includes('Only 91% of plans'));
  });

  it('are retired by a quick fix, and only so', async () => {
    const uri = await adrift('retire.txt', 'Only 57% of plans', '57%', '91%', 'orphaned');
    ok((await read(sidecarOf(uri))).includes('57%'), 'it is kept');
    await take((await fixes(uri, /^orphaned /)).get('Retire this tag'));
    equal((await (await api()).getTags(uri)).length, 0);
    await run('undoTagChange');
    await until(
      () => state(uri),
      s => s === 'orphaned',
      'it to come back',
    );
  });

  it('are not put on a grade that has changed', async () => {
    const uri = await adrift('grade.txt', 'early help in Ambleford good', 'good', 'inadequate', 'orphaned');
    equal((await (await api()).getTags(uri))[0]?.start, undefined);
  });
});

describe('tags of a report that is typed in', () => {
  it('follow every edit, and undo and redo, and are back in their place after', async () => {
    const uri = file('typed.txt');
    await write(uri, REPORT);
    await tagOn(uri, 'supervision');
    const editor = await open(uri);
    const { document } = editor;
    const start = async (): Promise<[string | undefined, number | undefined]> => {
      const [tag] = await (await api()).getTags(uri);
      return [tag?.state, tag?.start];
    };
    const there = (): [string, number] => ['moved', document.getText().indexOf('supervision')];
    const at = document.getText().indexOf('supervision');
    await editor.edit(edit => {
      edit.insert(new vscode.Position(0, 0), 'supervision 🙂 first\n');
      edit.insert(new vscode.Position(2, 0), 'More. ');
    });
    const moved = ['moved', document.getText().lastIndexOf('supervision')];
    await until(
      start,
      s => JSON.stringify(s) === JSON.stringify(moved),
      'the tag to follow two edits at once',
    );
    await vscode.commands.executeCommand('undo');
    await until(start, s => s[0] === 'anchored' && s[1] === at, 'the tag to follow the undoing');
    await vscode.commands.executeCommand('redo');
    await until(start, s => JSON.stringify(s) === JSON.stringify(moved), 'the tag to follow the redoing');
    await vscode.commands.executeCommand('undo');
    // Inside the words it is another matter: they are gone, and with undo they are back.
    await editor.edit(edit => {
      edit.insert(rangeOf(document, 'pervision').start, 'xx');
    });
    await until(start, s => s[0] !== 'anchored' && s[0] !== 'moved', 'the tag to let go');
    await vscode.commands.executeCommand('undo');
    await until(start, s => s[0] === 'anchored' && s[1] === at, 'the tag to come back');
    ok(there()[1] === at);
  });
});

describe('what is wrong in a sidecar', () => {
  const SOUND = '  - { id: sound, tag: x, quote: supervision was irregular }\n';
  for (const [what, content, line, code, kept] of [
    [
      'two tags with one id',
      `version: 1\ntags:\n${SOUND}  - { id: sound, tag: y, quote: plans }\n`,
      3,
      'duplicate-id',
      1,
    ],
    [
      '__proto__ as a key',
      `version: 1\n__proto__: { a: 1 }\ntags:\n${SOUND}  - { id: b, __proto__: { tag: z } }\n`,
      4,
      'incomplete',
      1,
    ],
    [
      'aliases that multiply',
      `version: 1\na: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\ntags:\n${SOUND}  - *c\n`,
      6,
      'alias',
      1,
    ],
    [
      'a million lines',
      `version: 1\ntags:\n${'#\n'.repeat(1_000_000)}  - nonsense\n${SOUND}`,
      150_000,
      'too-large',
      1,
    ],
    ['a map that never ends', `version: 1\ntags:\n${SOUND}  - { id: "a\n`, 4, 'not-yaml', 1],
  ] as const)
    it(`is said at its line and left as it is: ${what}`, async () => {
      const uri = file(`wrong-${code}.txt`);
      const sidecar = sidecarOf(uri);
      await write(uri, REPORT);
      await write(sidecar, content);
      const tags = await (await api()).getTags(uri);
      equal(
        tags.filter(t => t.id === 'sound').map(t => t.state),
        (code === 'not-yaml' || code === 'too-large') && tags.length === 0
          ? []
          : Array.from({ length: kept }, () => 'moved'),
        'what is sound comes through;',
      );
      const problems = await until(
        () => vscode.languages.getDiagnostics(sidecar),
        list => list.some(d => d.code === code),
        `“${code}”`,
      );
      equal(problems.find(d => d.code === code)?.range.start.line, line);
      equal((await read(sidecar)) === content, true, 'the file is as it was;');
      ok((await (await api()).getFindings(uri)).length > 0, 'the rest works');
      await write(sidecar, `version: 1\ntags:\n${SOUND}`);
      await until(
        () => vscode.languages.getDiagnostics(sidecar),
        list => list.length === 0,
        'the problem to go',
      );
      // The problems and the tags are read anew by themselves; whichever is first, both come.
      await until(
        () => state(uri),
        is => is === 'moved',
        'the mended tag to come back',
      );
    });

  it('does not keep a note that a colleague wrote meanwhile from staying', async () => {
    const uri = file('meanwhile.txt');
    const sidecar = sidecarOf(uri);
    await write(uri, REPORT);
    const id = await tagOn(uri, 'supervision');
    const before = await read(sidecar);
    // As a pull or a sync folder would: another's note on our tag, and another's tag.
    await write(
      sidecar,
      `${before.trimEnd()}\n    note: theirs\n  - { id: other, tag: theirs, quote: early help }\n`,
    );
    await tagOn(uri, 'plans were reviewed');
    await run('extendPassage', { uri, id });
    const after = await read(sidecar);
    for (const words of ['note: theirs', 'id: other', 'quote: plans were reviewed', 'quote: supervision was'])
      ok(after.includes(words), `${words}\n${after}`);
  });
});

describe('a tag that another window wrote over', () => {
  // Where files are locked, in Node, that does not happen: `test/windows`.
  it('is made again', async function () {
    const uri = file('written-over.txt');
    if (uri.scheme === 'file') this.skip();
    const sidecar = sidecarOf(uri);
    await write(uri, REPORT);
    await tagOn(uri, 'supervision');
    const before = await read(sidecar);
    await tagOn(uri, 'plans were reviewed');
    const lost = before.replace('tags:', '# From another browser\ntags:');
    await write(sidecar, lost);
    const after = await until(
      () => read(sidecar),
      text => text.includes('plans were reviewed'),
      'the tag to be back',
      20_000,
    );
    ok(after.startsWith(lost), 'what the other window wrote stays');
  });
});

describe('reports that move', () => {
  it('take the sidecars of their whole folder along', async () => {
    await vscode.workspace.fs.createDirectory(file('old-folder'));
    const uri = file('old-folder/inside.txt');
    await write(uri, REPORT);
    await tagOn(uri, 'supervision');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file('old-folder'), file('new-folder'));
    ok(await vscode.workspace.applyEdit(edit));
    const now = file('new-folder/inside.txt');
    await until(
      () => state(now),
      s => s === 'anchored',
      'the tag in the new folder',
    );
    await tagOn(now, 'early help');
    ok(!(await exists(file('old-folder'))));
  });

  it('take every analyst’s sidecar along, into another folder', async () => {
    const uri = file('to-move.txt');
    await write(uri, REPORT);
    await tagOn(uri, 'supervision');
    await write(file('to-move.txt.ben.tags.yaml'), 'version: 1\nreport: to-move.txt\n');
    await vscode.workspace.fs.createDirectory(file('elsewhere'));
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(uri, file('elsewhere/to-move.txt'));
    ok(await vscode.workspace.applyEdit(edit));
    for (const name of ['to-move.txt.tags.yaml', 'to-move.txt.ben.tags.yaml']) {
      await until(() => exists(file(`elsewhere/${name}`)), Boolean, name);
      ok(!(await exists(file(name))));
    }
  });
});

describe('one sidecar a person', () => {
  it('keeps each analyst’s tags in a file of their own, and others’ out of sight', async () => {
    const settings = vscode.workspace.getConfiguration('inspectionLens');
    const uri = file('blind.txt');
    await write(uri, REPORT);
    await write(
      file('blind.txt.ben.tags.yaml'),
      'version: 1\ntags:\n  - { id: b, tag: his, quote: plans }\n',
    );
    await settings.update('sidecar.perAnalyst', true, vscode.ConfigurationTarget.Workspace);
    try {
      await tagOn(uri, 'supervision');
      ok((await read(file('blind.txt.amara.tags.yaml'))).includes('quote: supervision'));
      ok(!(await exists(file('blind.txt.tags.yaml'))));
      equal(
        (await (await api()).getTags(uri)).map(t => t.tag),
        ['x'],
      );
    } finally {
      await settings.update('sidecar.perAnalyst', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
