import * as vscode from 'vscode';
import { CodebookError } from '../../core/tagging/codebookEdits.js';
import { FileTrouble } from './sidecarFile.js';

/** A command whose failures are said: what the person asked for did not happen, and the words say why. */
export function command<A>(id: string, run: (argument?: A) => Promise<unknown>): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (argument?: A) => {
    try {
      return await run(argument);
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
