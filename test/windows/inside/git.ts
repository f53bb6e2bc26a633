import * as vscode from 'vscode';
import { api, equal, file, ok, open, rangeOf, read, until } from './workspace.js';

/**
 * A report that was committed, tagged, and rewritten around its tag: only its earlier text tells where the
 * tag belongs. Git tells as well who tags.
 */
export async function run(): Promise<void> {
  const uri = file('table.txt');
  const { document } = await open(uri);
  const [tag] = await until(
    async () => (await api()).getTags(uri),
    tags => tags[0]?.state === 'moved',
    'the tag to be found through git',
    20_000,
  );
  // The second of three lines that say “Good”, and not one of the others.
  equal(tag?.start, document.getText().indexOf('Good', document.getText().indexOf('Second')));
  // Nobody is asked for a name that the repository says: a question would wait here for ever.
  await vscode.commands.executeCommand('inspectionLens.tagSelection', {
    uri,
    range: rangeOf(document, 'A line put in'),
    tags: ['x'],
  });
  ok((await read(file('table.txt.tags.yaml'))).includes('by: Amara of the repository'), 'the name');
}
