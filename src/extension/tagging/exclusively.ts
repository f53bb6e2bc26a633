import type { Uri } from 'vscode';
import { replaceBeside } from './replacement.js';

/**
 * Replaces a file in one step. `false`: it was not replaced, and may say something else by now, so that whoever asked
 * must look again. So it is where there `isNew` none to replace and somebody else put one there meanwhile, and where
 * another window took this one’s turn.
 */
export type Replace = (bytes: Uint8Array, isNew: boolean) => Promise<boolean>;

/** Runs `run` while nobody else writes the file at the path, and gives it what replaces the file. */
export type ExclusivelyOnDisk = <T>(path: string, run: (replace: Replace) => Promise<T>) => Promise<T>;

let onDisk: ExclusivelyOnDisk | undefined;

/** What Node's extension host brings along (`onDisk.ts`); a browser's has no disk. */
export function setExclusivelyOnDisk(way: ExclusivelyOnDisk): void {
  onDisk = way;
}

/**
 * Runs `run` while no other window writes the file, and gives it what replaces the file: no window at all, for a file
 * on disk where there is Node, else no other window of this browser. Windows of other browsers cannot be held back,
 * which is why the sidecar's writer looks once more after it has written.
 */
export async function exclusively<T>(uri: Uri, run: (replace: Replace) => Promise<T>): Promise<T> {
  if (onDisk && uri.scheme === 'file') return onDisk(uri.fsPath, run);
  const alone = (): Promise<T> => run((bytes, isNew) => replaceBeside(uri, bytes, isNew));
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks ? locks.request(`inspection-lens ${uri.toString()}`, alone) : alone();
}
