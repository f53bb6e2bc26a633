/** Runs the host suites: `run.mts newest|oldest [web]`. `VSCODE_EXECUTABLE` names a desktop VS Code to run them in instead. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { bundleSuites } from './bundle.mts';

const [edition = 'newest', kind] = process.argv.slice(2);
const web = kind === 'web';
await bundleSuites();
// A copy: suites write into it.
const workspace = mkdtempSync(join(tmpdir(), 'inspection-lens-'));
cpSync('samples', workspace, { recursive: true });
process.env['VSCODE_HOST_EDITION'] = edition;
try {
  await runTests({
    vscodeExecutablePath: process.env['VSCODE_EXECUTABLE'] ?? resolve('test/host/code'),
    extensionDevelopmentPath: resolve('.'),
    extensionTestsPath: resolve(web ? 'dist/test/web.js' : 'dist/test/node.js'),
    launchArgs: [...(web ? ['--extensionDevelopmentKind=web'] : []), workspace],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
