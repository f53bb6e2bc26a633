/** Which VS Code a run uses, and where its parts were installed. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

/** The newest VS Code there is a server of, and the oldest that the extension supports. */
export type Edition = 'newest' | 'oldest';

export interface Installed {
  /** The server's folder: the one with `out/server-main.js`. */
  readonly root: string;
  /** The Node.js that runs it. */
  readonly node: string;
  readonly version: string;
}

const here = dirname(fileURLToPath(import.meta.url));

/** The edition that `VSCODE_HOST_EDITION` names, for programs that get no arguments of their own. */
export function editionFromEnvironment(): Edition {
  return process.env['VSCODE_HOST_EDITION'] === 'oldest' ? 'oldest' : 'newest';
}

/** @throws when the edition was not installed yet */
export function locateServer(edition: Edition): Installed {
  const folder = join(here, '..', 'vscode', edition);
  const modules = join(folder, 'node_modules');
  const root = join(modules, 'code-server', 'lib', 'vscode');
  if (!existsSync(root))
    throw new Error(`VS Code is not installed: run \`node scripts/install.mjs ${edition}\``);
  linkModules(modules, join(root, 'node_modules'));
  const own = join(modules, `node-${process.platform}-${process.arch}`, 'bin', 'node');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, node: existsSync(own) ? own : process.execPath, version };
}

/** The server also serves some of its modules over HTTP, from its own folder: Node's search upwards is not enough. */
function linkModules(from: string, to: string): void {
  try {
    symlinkSync(from, to, 'junction');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
