import * as vscode from 'vscode';
import { ok } from '../../host/suite/check.js';

export * from '../../host/suite/check.js';
export * from '../../host/suite/workspace.js';

/** Tags the words of the nth case. @throws where no tag was made */
export async function tagCase(document: vscode.TextDocument, n: number, tag: string): Promise<string> {
  const words = `case ${String(n)},`;
  const at = document.getText().indexOf(words);
  ok(at >= 0, words);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + words.length - 1));
  const ids = await vscode.commands.executeCommand<string[] | undefined>('inspectionLens.tagSelection', {
    uri: document.uri,
    range,
    tags: [tag],
  });
  ok(ids?.length === 1, `${tag} was made`);
  return ids[0]!;
}
