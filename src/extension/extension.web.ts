import type { ExtensionContext } from 'vscode';
import type { InspectionLensApi } from './api.js';
import type { ExclusivelyOnDisk } from './tagging/exclusively.js';

/**
 * The extension as one file for every kind of host. It asks for VS Code only when it is activated, so that the command
 * line, which runs where there is none, takes the core out of the same file (`build/build.mts`).
 */
export const activate = async (
  context: ExtensionContext,
  onDisk?: ExclusivelyOnDisk,
): Promise<InspectionLensApi> => (await import('./extension.js')).activate(context, onDisk);
