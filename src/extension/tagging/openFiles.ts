import * as vscode from 'vscode';
import { Command } from '../ids.js';
import type { CodebookFile } from './codebookFile.js';
import { command } from './command.js';
import { nameOf } from './sidecarFile.js';
import type { TagStore } from './tagStore.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

/** Opens the files behind the tags: an analyst's own documents, to read and to write in. */
export const openFiles = (store: TagStore, codebook: CodebookFile): vscode.Disposable =>
  vscode.Disposable.from(
    command<{ uri?: vscode.Uri | string } | vscode.Uri>(Command.openSidecar, argument =>
      openSidecar(store, argument),
    ),
    command(Command.openCodebook, () => openCodebook(codebook)),
  );

async function openSidecar(
  store: TagStore,
  argument?: { uri?: vscode.Uri | string } | vscode.Uri,
): Promise<void> {
  const given = argument instanceof vscode.Uri ? argument : argument?.uri;
  const report =
    typeof given === 'string' ? vscode.Uri.parse(given) : (given ?? workingEditor()?.document.uri);
  if (!report) return;
  const { sidecar, parsed } = await store.get(report);
  if (!parsed)
    void vscode.window.showInformationMessage(t('{0} has no tags yet, and so no sidecar.', nameOf(report)));
  else await vscode.window.showTextDocument(sidecar);
}

async function openCodebook(codebook: CodebookFile): Promise<void> {
  const book = codebook.place(workingEditor()?.document.uri);
  if (!book) {
    void vscode.window.showInformationMessage(t('Open a folder first: the codebook is kept in it.'));
    return;
  }
  const there = await vscode.workspace.fs.stat(book).then(
    () => true,
    () => false,
  );
  if (!there) await codebook.add(book, ['example']);
  await vscode.window.showTextDocument(book);
}
