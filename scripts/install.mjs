/** Installs what a checkout needs and lacks: its own packages, the VS Codes of the tests, a browser. Plain Node: nothing is installed yet. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in a folder with its output shown; its exit status. */
export function call(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(`${program}: ${error.message}`);
  return status ?? 1;
}

/** `npm ci` in a folder whose packages are missing, or are of another lock file. */
export function installPackages(folder = root) {
  const lock = join(folder, 'package-lock.json');
  const stamp = join(folder, 'node_modules', '.installed');
  const wanted = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`Installing packages in ${folder === root ? 'the checkout' : folder.slice(root.length + 1)} …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  if (
    call(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder }) !==
    0
  )
    throw new Error('npm ci failed');
  writeFileSync(stamp, wanted);
}

/** A VS Code server for tests: `newest` or `oldest`. */
export const installVsCode = edition => {
  installPackages(join(root, 'test', 'host', 'vscode', edition));
};

/** The same, one after the other in a process of its own; what it says is shown when it ends. Its exit status. */
export const installVsCodes = editions =>
  new Promise(resolve => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), ...editions], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += chunk));
    child.on('error', error => (said += error.message));
    child.on('close', status => {
      if (said.trim() !== '') console.log(said.trimEnd());
      resolve(status ?? 1);
    });
  });

const BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** A Chromium; on Debian it is installed where we may. */
export function installBrowser() {
  if ([process.env.CHROMIUM_PATH, ...BROWSERS].some(path => path && existsSync(path))) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    call('apt-get', ['update', '-q'], { env });
    if (
      call('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
        env,
      }) === 0
    )
      return;
  }
  throw new Error(
    'The tests need Chromium: install it (Debian: apt-get install chromium), or name one with CHROMIUM_PATH.',
  );
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node.js 20.19 or later is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  checkNode();
  installPackages();
  for (const edition of process.argv.slice(2)) installVsCode(edition);
}
