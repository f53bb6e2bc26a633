import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Edition, locateServer } from './server/edition.ts';
import { cleanEnvironment } from './server/environment.ts';

/** Installs a `.vsix` into an extensions folder with VS Code's own installer. @throws where that fails */
export function installExtension(vsix: string, extensionsFolder: string, edition: Edition = 'newest'): void {
  const { root, node } = locateServer(edition);
  const data = mkdtempSync(join(tmpdir(), 'vscode-install-')); // it would write to the home folder else
  try {
    const args = [
      join(root, 'out', 'server-main.js'),
      '--accept-server-license-terms',
      '--server-data-dir',
      data,
    ];
    const { status, stdout, stderr } = spawnSync(
      node,
      [...args, '--extensions-dir', extensionsFolder, '--install-extension', resolve(vsix)],
      {
        env: cleanEnvironment(),
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`${vsix} was not installed:\n${stdout}${stderr}`);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
