import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';
import { openDocument } from '../reports/passages.js';
import { exclusively } from './exclusively.js';
import { duringReplacement } from './replacement.js';

/** Why a file could not be read or written, in words for the analyst. */
export class FileTrouble extends Error {}

/**
 * A text file's content, or `undefined` where there is none: what an editor holds unsaved, else what is on disk (an
 * open but clean editor may lag behind the disk).
 *
 * @throws FileTrouble where it cannot be read as UTF-8.
 */
export async function readText(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri);
  if (open?.isDirty) return open.getText();
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    const meanwhile = isMissing(error) ? await duringReplacement(uri) : undefined;
    if (meanwhile) bytes = meanwhile;
    else if (isMissing(error)) return undefined;
    else throw new FileTrouble(vscode.l10n.t('{0} cannot be read: {1}', nameOf(uri), messageOf(error)));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new FileTrouble(
      vscode.l10n.t('{0} is not a UTF-8 text file. Save it as UTF-8 and try again.', nameOf(uri)),
    );
  }
}

/** The text of a report as positions count it: as its editor has it, where it is open. @throws FileTrouble */
export async function readReport(uri: vscode.Uri): Promise<string | undefined> {
  const text = openDocument(uri)?.getText() ?? (await readText(uri));
  return text === undefined ? undefined : toLf(text);
}

/** Writes a whole file: whoever looks at any moment finds the old one or the new one. @throws FileTrouble */
export const writeText = (uri: vscode.Uri, text: string): Promise<void> =>
  writing(uri, async replace => {
    while (!(await replace(text, false)));
  });

/**
 * Runs `run` while no other window writes the file, and gives it what replaces the file's text as a whole (see `Replace`).
 *
 * @throws FileTrouble where the file cannot be written, and whatever `run` throws.
 */
export async function writing<T>(
  uri: vscode.Uri,
  run: (replace: (text: string, isNew: boolean) => Promise<boolean>) => Promise<T>,
): Promise<T> {
  try {
    return await exclusively(uri, replace =>
      run((text, isNew) => replace(new TextEncoder().encode(text), isNew)),
    );
  } catch (error) {
    if (error instanceof FileTrouble) throw error;
    throw new FileTrouble(vscode.l10n.t('{0} cannot be written: {1}', nameOf(uri), messageOf(error)));
  }
}

export const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && error.code === 'FileNotFound';

const READ_ONLY = new Set(['NoPermissions', 'EACCES', 'EPERM', 'EROFS']);

function messageOf(error: unknown): string {
  if (READ_ONLY.has(String((error as { code?: unknown } | null)?.code)))
    return vscode.l10n.t('the folder or the file is read-only');
  return error instanceof Error ? error.message : String(error);
}
