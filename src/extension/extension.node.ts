/** The extension in hosts that have Node: the browser's, and besides the lock on files that only Node can hold. */
import type { ExtensionContext } from 'vscode';
import type { InspectionLensApi } from './api.js';
import { activate as activateShared } from './extension.web.js';
import { exclusivelyOnDisk } from './tagging/onDisk.js';

export const activate = (context: ExtensionContext): Promise<InspectionLensApi> =>
  activateShared(context, exclusivelyOnDisk);
