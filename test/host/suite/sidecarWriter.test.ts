import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/tagging/sidecar.js';
import { replaceBeside } from '../../../src/extension/tagging/replacement.js';
import { SidecarWriter } from '../../../src/extension/tagging/sidecarWriter.js';
import { equal, ok } from './check.js';
import { MemoryFiles } from './memoryFiles.js';
import { exists, file, read, write } from './workspace.js';

const SIDECAR = 'version: 1\nreport: away.txt\ntags:\n  # Ours\n  - { id: a, tag: who, quote: early help }\n';
const edit = (id: string) => ({ type: 'addTag', tag: { id, tag: 'who', quote: 'early help' } }) as const;

describe('a sidecar that is away for a moment, while something replaces it', () => {
  for (const [state, take] of [
    ['missing', (uri: vscode.Uri) => vscode.workspace.fs.delete(uri)],
    ['empty', (uri: vscode.Uri) => write(uri, '')],
  ] as const)
    it(`is not begun anew: ${state}`, async () => {
      const sidecar = file(`away-${state}.txt.tags.yaml`);
      await write(sidecar, SIDECAR);
      const writer = new SidecarWriter();
      await writer.edit(sidecar, 'away.txt', [edit('b')]);
      const before = await read(sidecar);
      await take(sidecar);
      const editing = writer.edit(sidecar, 'away.txt', [edit('c')]);
      await new Promise(resolve => setTimeout(resolve, 50));
      ok(!(state === 'missing' && (await exists(sidecar))), 'it is waited for');
      await write(sidecar, before);
      await editing;
      const after = await read(sidecar);
      ok(after.startsWith(before.trimEnd()), after);
      equal(
        parseSidecar(after)
          .tags.map(tag => tag.id)
          .join(' '),
        'a b c',
      );
    });

  it('is begun anew where it has been deleted', async () => {
    const sidecar = file('deleted.txt.tags.yaml');
    const writer = new SidecarWriter();
    await writer.edit(sidecar, 'deleted.txt', [edit('a')]);
    await vscode.workspace.fs.delete(sidecar);
    await writer.edit(sidecar, 'deleted.txt', [edit('b')]);
    equal(
      parseSidecar(await read(sidecar))
        .tags.map(tag => tag.id)
        .join(' '),
      'b',
    );
  });
});

describe('replacing a file that another window replaces too', () => {
  const files = new MemoryFiles();
  const uri = vscode.Uri.from({ scheme: 'inspection-lens-test', path: '/shared.txt.tags.yaml' });
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(uri.scheme, files);
  });
  after(() => {
    provider.dispose();
  });

  it('is done when the file has its name, even if the other takes it away before VS Code looks', async () => {
    files.put(uri.path, 'both’s');
    files.renamed = path => {
      files.renamed = () => undefined;
      files.delete(vscode.Uri.file(path));
      setTimeout(() => {
        files.put(path, 'theirs');
      }, 30);
    };
    ok(await replaceBeside(uri, new TextEncoder().encode('ours'), false), 'it was replaced');
    await new Promise(resolve => setTimeout(resolve, 200));
    equal(files.text(uri.path), 'theirs');
    equal(files.readDirectory().length, 1);
  });

  it('does not put a new file over one that is there by now', async () => {
    const uri = file('there-by-now.txt.tags.yaml');
    await write(uri, 'theirs');
    equal(await replaceBeside(uri, new TextEncoder().encode('ours'), true), false);
    equal(await read(uri), 'theirs');
  });
});
