/** A set of built-in extensions that costs little to start. */
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly publisher?: string;
  readonly version: string;
  readonly engines: unknown;
  readonly main?: string;
  readonly browser?: string;
}

/**
 * Fills `to` with VS Code's themes, grammars and language settings as they are, and with empty shells in place of the
 * extensions that run code (git, TypeScript …). Were those left out, the window would look for copies made for the web.
 */
export function leanBuiltins(root: string, to: string): string {
  mkdirSync(to, { recursive: true });
  const from = join(root, 'extensions');
  for (const name of readdirSync(from)) {
    const manifest = manifestOf(join(from, name));
    if (manifest?.publisher === undefined) continue;
    if (manifest.main === undefined && manifest.browser === undefined) {
      symlinkSync(join(from, name), join(to, name), 'junction');
      continue;
    }
    const { publisher, version, engines } = manifest;
    const shell = { name: manifest.name, publisher, version, engines, extensionKind: ['workspace'] };
    mkdirSync(join(to, name));
    writeFileSync(join(to, name, 'package.json'), JSON.stringify(shell));
  }
  return to;
}

function manifestOf(folder: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  } catch {
    return undefined; // a folder of shared files, not an extension
  }
}
