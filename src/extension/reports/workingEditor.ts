import * as vscode from 'vscode';

/** The editor that the person works in. The box of a note in it is an editor of its own to VS Code, but not to a person. */
export function workingEditor(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document.uri.scheme !== 'comment') return active;
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputText)) return undefined;
  return vscode.window.visibleTextEditors.find(e => e.document.uri.toString() === input.uri.toString());
}
