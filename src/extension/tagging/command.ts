import * as vscode from 'vscode';
import { CodebookError } from '../../core/tagging/codebookEdits.js';
import { FileTrouble } from './sidecarFile.js';

const { t } = vscode.l10n;

/** A command whose failures are said: what the person asked for did not happen, and the words say why. */
export function command<A>(id: string, run: (argument?: A) => Promise<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...given: (A | undefined)[]) => {
    // A menu gives no row where its tree has just been read anew. What is at the cursor is not what was meant then.
    if (given.length > 0 && given[0] === undefined) {
      void vscode.window.showInformationMessage(t('The list has just changed. Choose the row once more.'));
      return undefined;
    }
    try {
      return await run(given[0]);
    } catch (error) {
      // Anything else is a fault of ours and is thrown on.
      if (!(error instanceof FileTrouble || error instanceof CodebookError)) throw error;
      void vscode.window.showErrorMessage(error.message);
      return undefined;
    }
  });
}

/** The time as sidecars have it: UTC, to the second. */
export const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
