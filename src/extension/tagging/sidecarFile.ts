import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';
import { openDocument } from '../reports/passages.js';

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
    if (isMissing(error)) return undefined;
    throw new FileTrouble(vscode.l10n.t('{0} cannot be read: {1}', nameOf(uri), messageOf(error)));
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

/**
 * Writes a whole file so that whoever looks at any moment finds the old one or the new one, never half of one: the
 * new text goes into a file beside it, which then takes its name. That file's name holds its size, by which a start
 * after a crash tells a finished one from a broken one (see `recover`).
 *
 * @throws FileTrouble
 */
export async function writeText(uri: vscode.Uri, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const beside = vscode.Uri.joinPath(uri, '..', `.${nameOf(uri)}.${String(bytes.length)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    await vscode.workspace.fs.rename(beside, uri, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined); // it may never have come to be
    throw new FileTrouble(vscode.l10n.t('{0} cannot be written: {1}', nameOf(uri), messageOf(error)));
  }
}

const LEFT_BEHIND = /^\.(.+\.tags\.yaml)\.(\d+)\.tmp$/;

/** Tidies what a crash in `writeText` left in a folder: a whole file whose target is gone takes its place, others go. */
export async function recover(folder: vscode.Uri): Promise<void> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  const names = new Set(entries.map(([name]) => name));
  for (const name of names) {
    const match = LEFT_BEHIND.exec(name);
    if (!match) continue;
    const [beside, target] = [vscode.Uri.joinPath(folder, name), vscode.Uri.joinPath(folder, match[1]!)];
    const { size } = await vscode.workspace.fs.stat(beside);
    const whole = size === Number(match[2]) && !names.has(match[1]!);
    await (whole ? vscode.workspace.fs.rename(beside, target) : vscode.workspace.fs.delete(beside)).then(
      undefined,
      () => undefined, // a read-only folder: nothing of ours is in it, and nothing can be tidied
    );
  }
}

export const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

const isMissing = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError && error.code === 'FileNotFound';

function messageOf(error: unknown): string {
  if (error instanceof vscode.FileSystemError && error.code === 'NoPermissions')
    return vscode.l10n.t('the folder or the file is read-only');
  return error instanceof Error ? error.message : String(error);
}
