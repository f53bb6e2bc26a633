import * as vscode from 'vscode';
import type { InspectionLensApi } from '../../../src/extension/api.js';
import { ok } from './check.js';

export const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0]?.uri;
  ok(first, 'a folder is open');
  return first;
};

export const file = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

export async function api(): Promise<InspectionLensApi> {
  const extension = vscode.extensions.getExtension<InspectionLensApi>('inspection-lens.inspection-lens');
  ok(extension, 'the extension is there');
  return extension.activate();
}

export const write = async (uri: vscode.Uri, text: string): Promise<void> => {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
};

/**
 * A file's text. VS Code's own file system, which is all there is in the browser's worker, takes a file away before
 * another takes its name, so that there a look may fall in between; in Node a file that is there is always there.
 */
export async function read(uri: vscode.Uri): Promise<string> {
  for (let attempt = 0; ; attempt++)
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      if (uri.scheme === 'file' || attempt === 20) throw error;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
}

export const exists = async (uri: vscode.Uri): Promise<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

export async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** The range of some words in a document. */
export function rangeOf(document: vscode.TextDocument, words: string): vscode.Range {
  const at = document.getText().indexOf(words);
  ok(at >= 0, `“${words}” is in the document`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

/** Says who tags: without a name the first tag would ask for one. */
export const nameAnalyst = (): Thenable<void> =>
  vscode.workspace
    .getConfiguration('inspectionLens')
    .update('analyst', 'amara', vscode.ConfigurationTarget.Workspace);
