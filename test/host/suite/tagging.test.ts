import * as vscode from 'vscode';
import { equal, ok, until } from './check.js';
import { api, exists, file, folder, open, rangeOf, read, write, nameAnalyst } from './workspace.js';

const REPORT =
  'Ofsted inspectors judged early help in Ambleford good in March 2019.\n\nOnly 57% of plans were reviewed on time, and supervision was irregular.\n';
const tag = async (
  uri: vscode.Uri,
  words: string,
  tags: string[],
  note?: string,
): Promise<string[] | undefined> => {
  const { document } = await open(uri);
  return vscode.commands.executeCommand('inspectionLens.tagSelection', {
    uri,
    range: rangeOf(document, words),
    tags,
    note,
  });
};

describe('tagging', () => {
  before(nameAnalyst);

  it('writes the tag into a sidecar beside the report, snapped to words', async () => {
    const uri = file('tagged.txt');
    await write(uri, REPORT);
    const ids = await tag(uri, 'lans were revie', ['timeliness', 'workforce/night'], 'to check');
    equal(ids?.length, 2);
    const yaml = await read(file('tagged.txt.tags.yaml'));
    ok(
      yaml.startsWith(
        '# Inspection Lens: analyst tags for tagged.txt\nversion: 1\nreport: tagged.txt\ntags:\n',
      ),
      yaml,
    );
    for (const words of [
      'quote: plans were reviewed',
      'tag: timeliness',
      'tag: workforce/night',
      'note: to check',
      'by: amara',
    ])
      ok(yaml.includes(words), `${words}\n${yaml}`);
    const [first] = await (await api()).getTags(uri);
    equal([first?.state, first?.quote], ['anchored', 'plans were reviewed']);
  });

  it('puts new tags into the codebook', async () => {
    const book = await read(vscode.Uri.joinPath(folder(), '.inspection-lens', 'codebook.yaml'));
    ok(/\n {6}night:/.test(book), book);
  });

  it('keeps a tag on its words while text before it changes, and writes the new place on saving', async () => {
    const uri = file('tagged.txt');
    const editor = await open(uri);
    await editor.edit(edit => {
      edit.insert(new vscode.Position(0, 0), 'A line put in first.\n');
    });
    const { getTags } = await api();
    await until(
      () => getTags(uri),
      tags => tags.every(t => t.state === 'moved'),
      'the tags to move',
    );
    await editor.document.save();
    await until(
      () => getTags(uri),
      tags => tags.every(t => t.state === 'anchored'),
      'the sidecar to follow',
    );
    const at = editor.document.getText().indexOf('plans were reviewed');
    ok((await read(file('tagged.txt.tags.yaml'))).includes(`at: [${String(at)}, ${String(at + 19)}]`));
  });

  it('shows as orphaned what has lost its words, and keeps it', async () => {
    const uri = file('orphaned.txt');
    await write(uri, REPORT);
    await tag(uri, 'Only 57% of plans were reviewed', ['timeliness']);
    const editor = await open(uri);
    await editor.edit(edit => {
      edit.replace(rangeOf(editor.document, '57%'), '91%');
    });
    const { getTags } = await api();
    await until(
      () => getTags(uri),
      tags => tags[0]?.state === 'orphaned',
      'the tag to be orphaned',
    );
    ok((await read(file('orphaned.txt.tags.yaml'))).includes('57%'));
    const sidecar = file('orphaned.txt.tags.yaml');
    await until(
      () => vscode.languages.getDiagnostics(sidecar).map(d => d.message),
      m => m.some(x => /orphaned/.test(x)),
      'a diagnostic in the sidecar',
    );
  });

  it('removes a tag, and undoes and redoes that', async () => {
    const uri = file('undone.txt');
    await write(uri, REPORT);
    const [id] = (await tag(uri, 'early help', ['x'])) ?? [];
    const before = await read(file('undone.txt.tags.yaml'));
    await vscode.commands.executeCommand('inspectionLens.removeTag', { uri, id });
    equal((await (await api()).getTags(uri)).length, 0);
    await vscode.commands.executeCommand('inspectionLens.undoTagChange');
    await until(
      () => read(file('undone.txt.tags.yaml')),
      text => text === before,
      'the tag to be back',
    );
    await vscode.commands.executeCommand('inspectionLens.redoTagChange');
    await until(
      () => read(file('undone.txt.tags.yaml')),
      text => !text.includes(id!),
      'the tag to be gone again',
    );
  });

  for (const [what, content] of [
    ['is no YAML', 'version: 1\ntags: [\n'],
    [
      'has merge conflicts',
      'version: 1\ntags:\n<<<<<<< HEAD\n  - id: a\n=======\n  - id: b\n>>>>>>> other\n',
    ],
    ['is of a newer version', 'version: 9\ntags: []\n'],
  ] as const)
    it(`leaves a sidecar that ${what} exactly as it is, and says so`, async () => {
      const uri = file(`broken-${what.length}.txt`);
      const sidecar = file(`broken-${what.length}.txt.tags.yaml`);
      await write(uri, REPORT);
      await write(sidecar, content);
      await tag(uri, 'early help', ['x']);
      equal(await read(sidecar), content);
      await (await api()).getTags(uri);
      await until(
        () => vscode.languages.getDiagnostics(sidecar),
        d => d.length > 0,
        'a diagnostic',
      );
      await write(sidecar, 'version: 1\ntags: []\n');
      await until(
        () => vscode.languages.getDiagnostics(sidecar),
        d => d.length === 0,
        'the diagnostic to go',
      );
      equal((await tag(uri, 'early help', ['x']))?.length, 1, 'mended, it comes back');
    });

  it('takes an empty sidecar for one without tags', async () => {
    const uri = file('zero.txt');
    await write(uri, REPORT);
    await write(file('zero.txt.tags.yaml'), '');
    equal((await tag(uri, 'early help', ['x']))?.length, 1);
  });

  it('loses nothing when many tags are made at once', async () => {
    const uri = file('many.txt');
    await write(uri, REPORT);
    await open(uri);
    const { document } = await open(uri);
    const range = rangeOf(document, 'early help');
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        vscode.commands.executeCommand('inspectionLens.tagSelection', {
          uri,
          range,
          tags: [`t${String(n)}`],
        }),
      ),
    );
    equal((await (await api()).getTags(uri)).length, 20);
  });

  it('keeps a decision on a finding in the sidecar, and hides what is dismissed', async () => {
    const uri = file('reviewed.txt');
    await write(uri, REPORT);
    await open(uri);
    const [finding] = await (await api()).getFindings(uri);
    ok(finding);
    await vscode.commands.executeCommand('inspectionLens.dismissFinding', { uri, id: finding.id });
    const yaml = await read(file('reviewed.txt.tags.yaml'));
    ok(yaml.includes(`finding: ${finding.id}`) && yaml.includes('decision: dismissed'), yaml);
  });

  it('leaves no file behind but the sidecar', async () => {
    const names = (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name);
    equal(
      names.filter(name => name.endsWith('.tmp')),
      [],
    );
    ok(!(await exists(file('.tagged.txt.tags.yaml.tmp'))));
  });
});
