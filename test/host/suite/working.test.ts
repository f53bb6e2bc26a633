import * as vscode from 'vscode';
import { equal, ok, until } from './check.js';
import { api, exists, file, folder, open, rangeOf, read, write, nameAnalyst } from './workspace.js';

const REPORT =
  'Ofsted inspectors judged early help in Ambleford good in March 2019.\n\nOnly 57% of plans were reviewed on time, and supervision was irregular.\n\nOfsted judged help and protection in Ambleford good in March 2019 too.\n';
const run = (command: string, ...argument: unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`inspectionLens.${command}`, ...argument);
const tag = async (name: string, words: string, tags: string[]): Promise<{ uri: vscode.Uri; id: string }> => {
  const uri = file(name);
  const { document } = await open(uri);
  const ids = (await run('tagSelection', { uri, range: rangeOf(document, words), tags })) as string[];
  return { uri, id: ids[0]! };
};
const sidecar = (name: string): Promise<string> => read(file(`${name}.tags.yaml`));

const sidecarQuote = (yaml: string): string | undefined => /quote: (.*)/.exec(yaml)?.[1]?.replaceAll('"', '');

describe('working with tags', () => {
  before(nameAnalyst);

  it('makes a passage longer and shorter by a word', async () => {
    await write(file('stretch.txt'), REPORT);
    const target = await tag('stretch.txt', 'plans were', ['timeliness']);
    await run('extendPassage', target);
    ok((await sidecar('stretch.txt')).includes('quote: plans were reviewed'));
    await run('shrinkPassage', target);
    await run('shrinkPassage', target);
    ok(/quote: plans\n/.test(await sidecar('stretch.txt')), await sidecar('stretch.txt'));
    await run('shrinkPassage', target);
    ok(/quote: plans\n/.test(await sidecar('stretch.txt')), 'the last word stays');
    await run('extendPassageStart', target);
    await run('extendPassageStart', target);
    ok(sidecarQuote(await sidecar('stretch.txt')) === '57% of plans', await sidecar('stretch.txt'));
    await run('shrinkPassageStart', target);
    equal(sidecarQuote(await sidecar('stretch.txt')), 'of plans');
  });

  it('makes the selection longer and shorter by whole words', async () => {
    await write(file('selection.txt'), REPORT);
    const editor = await open(file('selection.txt'));
    const { start, end } = rangeOf(editor.document, 'lans were');
    editor.selection = new vscode.Selection(start, end);
    const now = (): string => editor.document.getText(editor.selection);
    const steps: string[] = [];
    for (const command of ['extendPassage', 'extendPassageStart', 'shrinkPassage', 'shrinkPassageStart']) {
      await run(command);
      steps.push(now());
    }
    equal(steps, ['plans were reviewed', 'of plans were reviewed', 'of plans were', 'plans were']);
  });

  it('tags again with the last tag', async () => {
    await write(file('again.txt'), REPORT);
    const { uri } = await tag('again.txt', 'early help', ['timeliness']);
    const editor = await open(uri);
    const { start, end } = rangeOf(editor.document, 'supervision');
    editor.selection = new vscode.Selection(start, end);
    await run('tagAgain');
    equal(
      (await (await api()).getTags(uri)).map(t => [t.tag, t.quote]),
      [
        ['timeliness', 'early help'],
        ['timeliness', 'supervision'],
      ],
    );
  });

  it('tags every finding like one, in one step', async () => {
    const uri = file('similar.txt');
    await write(uri, REPORT);
    await open(uri);
    const findings = await (await api()).getFindings(uri);
    const good = findings.find(f => f.kind === 'judgement');
    await run('tagSimilar', { uri, id: good?.id, tags: ['good ones'] });
    const tags = await (await api()).getTags(uri);
    equal(
      tags.map(t => [t.tag, t.quote]),
      [
        ['good ones', 'good'],
        ['good ones', 'good'],
      ],
    );
    await run('undoTagChange');
    await until(
      async () => (await (await api()).getTags(uri)).length,
      n => n === 0,
      'both to go',
    );
  });

  it('keeps two tags on the same words, each with its own id', async () => {
    await write(file('same.txt'), REPORT);
    const a = await tag('same.txt', 'supervision', ['one']);
    const b = await tag('same.txt', 'supervision was irregular', ['two']);
    await run('removeTag', a);
    equal(
      (await (await api()).getTags(b.uri)).map(t => t.tag),
      ['two'],
    );
  });

  it('marks passages and reports as read, and as unread again', async () => {
    const uri = file('coverage.txt');
    await write(uri, REPORT);
    const { document } = await open(uri);
    await run('markPassageRead', {
      uri,
      range: rangeOf(document, 'Only 57% of plans were reviewed on time'),
    });
    ok(/read:\n {2}- id: \S+\n {4}quote: Only 57% of plans/.test(await sidecar('coverage.txt')));
    await run('markReportRead', { uri });
    await run('markReportRead', { uri });
    equal((await sidecar('coverage.txt')).match(/ {2}- id:/g)?.length, 2, 'a report is marked once');
    await run('markUnread', { uri });
    ok(!(await sidecar('coverage.txt')).includes('  - id:'));
  });

  it('moves the sidecar with its report, and names the report in it anew', async () => {
    await write(file('old-name.txt'), REPORT);
    await tag('old-name.txt', 'early help', ['help']);
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(file('old-name.txt'), file('new-name.txt'));
    ok(await vscode.workspace.applyEdit(edit));
    await until(() => exists(file('new-name.txt.tags.yaml')), Boolean, 'the sidecar to follow');
    ok(!(await exists(file('old-name.txt.tags.yaml'))));
    await until(
      () => sidecar('new-name.txt'),
      yaml => yaml.includes('report: new-name.txt'),
      'the new name',
    );
    await until(
      async () => (await api()).getTags(file('new-name.txt')),
      tags => tags[0]?.state === 'anchored',
      'the tag under the new name',
    );
  });

  it('keeps a tag on its own words of several alike while the report is typed in', async () => {
    const uri = file('alike.txt');
    await write(uri, 'Safe: Good\nCaring: Good\nWell-led: Good\n');
    const editor = await open(uri);
    const at = editor.document.getText().lastIndexOf('Good');
    const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + 4));
    await run('tagSelection', { uri, range, tags: ['well-led'] });
    ok((await sidecar('alike.txt')).includes('nth: [3, 3]'), await sidecar('alike.txt'));
    await editor.edit(edit => {
      edit.delete(new vscode.Range(0, 0, 1, 0));
    });
    const [moved] = await until(
      async () => (await api()).getTags(uri),
      tags => tags[0]?.state === 'moved',
      'the tag to follow',
    );
    equal(moved?.start, editor.document.getText().lastIndexOf('Good'));
    await editor.document.save();
    await until(
      () => sidecar('alike.txt'),
      yaml => yaml.includes('nth: [2, 2]'),
      'the sidecar to say which of how many it is now',
    );
  });

  it('renames a tag in the codebook and every sidecar, undone in one step', async () => {
    await write(file('book-1.txt'), REPORT);
    await write(file('book-2.txt'), REPORT);
    await tag('book-1.txt', 'early help', ['prevention']);
    await tag('book-2.txt', 'early help', ['prevention/family-hubs']);
    const book = vscode.Uri.joinPath(folder(), '.inspection-lens', 'codebook.yaml');
    const before = [await sidecar('book-1.txt'), await sidecar('book-2.txt'), await read(book)];
    await run('renameCodebookTag', { path: 'prevention', to: 'help/early' });
    ok((await sidecar('book-1.txt')).includes('tag: help/early\n'));
    ok((await sidecar('book-2.txt')).includes('tag: help/early/family-hubs\n'));
    ok(!(await read(book)).includes('prevention:'), await read(book));
    await run('undoTagChange');
    equal([await sidecar('book-1.txt'), await sidecar('book-2.txt'), await read(book)], before);
  });

  it('renames a tag in the files of other analysts too, and only where it is that tag', async () => {
    const other = file('double.txt.ben.tags.yaml');
    const yaml = (path: string): string =>
      `version: 1\ntags:\n  - { id: b1, tag: ${path}, quote: early help } # Ben's\n  - { id: b2, tag: shared-not, quote: good }\n`;
    await write(file('double.txt'), REPORT);
    await write(other, yaml('shared/one'));
    await until(
      () => vscode.workspace.findFiles('double.txt.ben.tags.yaml'),
      found => found.length === 1,
      'the file to be found',
    );
    await tag('double.txt', 'supervision', ['shared']);
    await run('renameCodebookTag', { path: 'shared', to: 'common' });
    ok((await sidecar('double.txt')).includes('tag: common\n'));
    ok(/tag: "common\/one",.*# Ben's\n.*tag: shared-not/s.test(await read(other)), await read(other));
    await run('undoTagChange');
    equal(await read(other), yaml('shared/one'));
  });

  it('merges, describes, colours and adds tags of the codebook', async () => {
    const book = vscode.Uri.joinPath(folder(), '.inspection-lens', 'codebook.yaml');
    await run('addCodebookTag', { value: 'to-merge' });
    await run('addCodebookTag', { value: 'merged' });
    await write(file('merge.txt'), REPORT);
    await tag('merge.txt', 'supervision', ['to-merge']);
    await run('mergeCodebookTag', { path: 'to-merge', to: 'merged' });
    await run('describeCodebookTag', { path: 'merged', value: 'Both: of them' });
    await run('recolourCodebookTag', { path: 'merged', value: 'charts.green' });
    const text = await read(book);
    ok(!text.includes('to-merge'), text);
    ok(/ {2}merged:\n {4}color: charts\.green\n {4}description: "?Both: of them"?\n/.test(text), text);
    ok((await sidecar('merge.txt')).includes('tag: merged\n'));
  });

  it('reads a framework of the workspace, and says at its line what is wrong in one', async () => {
    const place = vscode.Uri.joinPath(folder(), '.inspection-lens', 'frameworks', 'peer.yaml');
    const uri = file('peer.txt');
    const good =
      'id: peer-challenge\ntitle: Peer challenge\ninspectorate: Peer Review Panel\nnames: [peer challenge]\ngrades:\n  - { id: leading, title: Leading, phrases: [leading the way] }\n  - { id: behind, title: Behind, phrases: [lagging behind] }\n';
    await write(
      uri,
      'The Peer Review Panel published its peer challenge of Ambleford on 3 May 2024. The panel rated early help “leading the way”.\n',
    );
    await open(uri);
    const judgements = async (): Promise<string[]> =>
      (await (await api()).getFindings(uri)).flatMap(f => (f.kind === 'judgement' ? [f.grade] : []));
    await run('treatAsReport');
    equal(await judgements(), []);
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(place, '..'));
    await write(place, good);
    await until(judgements, grades => grades.includes('leading'), 'the framework to be read');
    await write(place, good.replace('grades:', 'notgrades:'));
    const problems = await until(
      () => vscode.languages.getDiagnostics(place),
      list => list.length > 0,
      'a problem in the file',
    );
    ok(
      problems.some(p => p.range.start.line === 4),
      JSON.stringify(problems),
    );
    await vscode.workspace.fs.delete(place);
    await until(judgements, grades => grades.length === 0, 'the framework to go');
  });
});
