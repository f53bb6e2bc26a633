import type { Uri } from 'vscode';
import { replaceBeside } from './replacement.js';

/**
 * As `exclusively.ts`, in the browser: no other window of this browser writes the file meanwhile. Windows of other
 * browsers cannot be held back, which is why the sidecar's writer looks once more after it has written.
 */
export async function exclusively<T>(
  uri: Uri,
  run: (replace: (bytes: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  const alone = (): Promise<T> => run(bytes => replaceBeside(uri, bytes));
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks;
  return locks ? locks.request(`inspection-lens ${uri.toString()}`, alone) : alone();
}
