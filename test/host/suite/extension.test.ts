import * as vscode from 'vscode';
import { equal, ok, until } from './check.js';
import { api, file, open, rangeOf, write } from './workspace.js';

const REPORT =
  'Children’s services in Ambleford were rated good by Ofsted in March 2019.\n\nOnly 57% of plans were reviewed on time.\n';

describe('the extension', () => {
  it('registers every command that its manifest declares', async () => {
    await api();
    const registered = new Set(await vscode.commands.getCommands(true));
    const manifest = vscode.extensions.getExtension('inspection-lens.inspection-lens')!.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    equal(
      manifest.contributes.commands.map(c => c.command).filter(c => !registered.has(c)),
      [],
    );
  });

  it('finds judgements, percentages and themes in a sample', async () => {
    const findings = await (await api()).getFindings(file('thornleigh-release.release.txt'));
    const kinds = new Set(findings.map(f => f.kind));
    equal([...kinds].sort(), ['judgement', 'percentage', 'theme']);
    ok(
      findings.some(f => f.kind === 'judgement' && f.grade === 'inadequate' && f.status === 'previous'),
      'the earlier grade is previous',
    );
  });

  it('reads on as a report is typed in, with LF and with CRLF', async () => {
    const { getFindings } = await api();
    for (const eol of [vscode.EndOfLine.LF, vscode.EndOfLine.CRLF]) {
      const uri = file(`typed-${String(eol)}.txt`);
      await write(uri, REPORT);
      const editor = await open(uri);
      await editor.edit(edit => {
        edit.setEndOfLine(eol);
      });
      await until(
        () => getFindings(uri),
        f => f.length >= 2,
        'the first findings',
      );
      await editor.edit(edit => {
        edit.insert(new vscode.Position(0, 0), 'Some line.\nAnd another.\n');
        edit.replace(rangeOf(editor.document, '57%'), '81%');
      });
      const findings = await until(
        () => getFindings(uri),
        f => f.some(x => x.text === '81%'),
        'the new percentage',
      );
      const lf = editor.document.getText().replaceAll('\r\n', '\n');
      for (const { start, end, text } of findings) equal(lf.slice(start, end), text);
    }
  });

  it('leaves a list of packages alone, until it is said to be a report', async () => {
    const uri = file('requirements.txt');
    await write(uri, 'numpy==1.0\npandas>=2\ngood==1.0\n');
    await open(uri);
    const changed: string[] = [];
    const { onDidChangeFindings } = await api();
    const listening = onDidChangeFindings(u => changed.push(u.toString()));
    await vscode.commands.executeCommand('inspectionLens.treatAsReport', uri);
    await until(
      () => changed,
      c => c.includes(uri.toString()),
      'it to become a report',
    );
    await vscode.commands.executeCommand('inspectionLens.treatAsReport', uri);
    listening.dispose();
  });

  it('goes to the next finding and back', async () => {
    const editor = await open(file('thornleigh-release.release.txt'));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await until(
      async () => {
        await vscode.commands.executeCommand('inspectionLens.nextFinding');
        return editor.selection.isEmpty;
      },
      empty => !empty,
      'a finding to be selected',
    );
    const first = editor.document.getText(editor.selection);
    await vscode.commands.executeCommand('inspectionLens.nextFinding');
    await vscode.commands.executeCommand('inspectionLens.previousFinding');
    equal(editor.document.getText(editor.selection), first);
  });

  it('says in a hover what was found', async () => {
    const { document } = await open(file('thornleigh-release.release.txt'));
    const at = rangeOf(document, 'inadequate in September 2019').start.translate(0, 2);
    const hovers = await until(
      () => vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at),
      h => h.length > 0,
      'a hover',
    );
    const text = hovers
      .flatMap(h => h.contents)
      .map(c => (c as vscode.MarkdownString).value)
      .join('\n');
    ok(/Inadequate/.test(text) && /previous/.test(text), text);
  });

  it('reads an empty file without a word', async () => {
    const uri = file('empty.txt');
    await write(uri, '');
    await open(uri);
    equal(await (await api()).getFindings(uri), []);
  });
});
