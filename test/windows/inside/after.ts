import * as vscode from 'vscode';
import { api, file, folder, until } from './workspace.js';

/** A window opened after others were killed: what they left is tidied, and the sidecar is there. */
export async function run(): Promise<void> {
  const tags = await (await api()).getTags(file('shared.txt'));
  console.log(`%s`, `found ${String(tags.length)}`);
  await until(
    async () => (await vscode.workspace.fs.readDirectory(folder())).map(([name]) => name),
    names => !names.some(name => name.endsWith('.tmp')) && names.includes('shared.txt.tags.yaml'),
    'what was left behind to go',
    15_000,
  );
}
