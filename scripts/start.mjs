/** `npm start`: installs what is missing, builds and packages the extension, and opens a VS Code on the samples with it. */
import { spawnSync } from 'node:child_process';
import { call, checkNode, installPackages, installVsCode, root } from './install.mjs';

checkNode();
try {
  installPackages();
  if (call(process.execPath, ['--import', 'tsx', 'build/package.mts']) !== 0)
    throw new Error('The extension could not be packaged.');
  const code = process.platform === 'win32' ? 'code.cmd' : 'code';
  const desktop = spawnSync(code, ['--version'], { stdio: 'ignore' });
  if (desktop.status === 0) {
    if (call(code, ['--install-extension', 'inspection-lens.vsix', '--force']) !== 0)
      throw new Error('VS Code would not install the extension.');
    process.exit(call(code, ['--new-window', 'samples']));
  }
  installVsCode('newest');
  process.exit(call(process.execPath, ['--import', 'tsx', 'scripts/serve.mts'], { cwd: root }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
