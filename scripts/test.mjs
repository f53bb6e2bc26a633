/**
 * `npm test`: installs what is missing, then lint, types, build and every suite; `npm test -- unit web` runs just those.
 * The last line counts all tests; a gate that fails counts as one, and so does a suite that ran none.
 */
import { spawn } from 'node:child_process';
import { checkNode, installBrowser, installPackages, installVsCodes, root } from './install.mjs';

checkNode();
const only = process.argv.slice(2);
const wants = name => only.length === 0 || only.includes(name);
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed, in mocha's words: said once more at the end, since the log of a long run may be cut in its middle. */
const failures = [];

/** Runs a command, shows what it says, and gives that and its exit status. */
function run(command, args, env = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env, FORCE_COLOR: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const [stream, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      stream.on('data', chunk => {
        said += chunk;
        to.write(chunk);
      });
    child.on('error', error => {
      resolve({ status: 1, said: String(error) });
    });
    child.on('close', status => {
      resolve({ status: status ?? 1, said });
    });
  });
}

const node = (...args) => run(process.execPath, args);
const bin = (name, ...args) => node(`node_modules/${name}`, ...args);

async function gate(name, step) {
  console.log(`\n— ${name}`);
  const { status } = await step();
  if (status !== 0) {
    total.failed++;
    failures.push(`${name}: failed`);
    console.log(failures.at(-1));
  }
  return status === 0;
}

/** Mocha's closing lines: "12 passing (3s)", "1 failing", "2 pending". */
const count = (said, word) =>
  [...said.matchAll(new RegExp(`^\\s*(\\d+) ${word}`, 'gm'))].reduce((sum, m) => sum + Number(m[1]), 0);

async function suite(name, step) {
  console.log(`\n— ${name}`);
  const { status, said } = await step();
  const [passed, failed, skipped] = ['passing', 'failing', 'pending'].map(word => count(said, word));
  total.passed += passed;
  total.skipped += skipped;
  total.failed += failed;
  if (failed > 0) failures.push(`— ${name}\n${said.slice(said.search(/^\s*\d+ failing/m))}`);
  if (failed === 0 && (status !== 0 || passed === 0)) {
    total.failed++;
    failures.push(`${name}: ${status === 0 ? 'ran no test' : `ended with status ${String(status)}`}`);
    console.log(failures.at(-1));
  }
}

try {
  installPackages();
  const hosts = [
    ['host', 'newest'],
    ['oldest', 'oldest'],
    ['web', 'newest'],
  ].filter(([name]) => wants(name));
  const needed = new Set(hosts.map(([, edition]) => edition));
  if (wants('windows') || wants('ui')) needed.add('newest');
  if (only.length === 0) {
    await gate('lint', async () => {
      const lint = await bin('eslint/bin/eslint.js', '.');
      return lint.status === 0
        ? bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')
        : lint;
    });
  }
  const built = await gate('build', () => node('--import', 'tsx', 'build/package.mts'));
  // They are large: they come while the next gates run.
  const installed = built && needed.size > 0 ? installVsCodes([...needed]) : undefined;
  if (built && only.length === 0)
    await gate('types', async () => {
      const whole = await bin('typescript/bin/tsc', '-p', '.');
      return whole.status === 0 ? bin('typescript/bin/tsc', '-p', 'src/core') : whole;
    });
  if (wants('unit')) await suite('unit', () => bin('mocha/bin/mocha.js', '--reporter', 'dot'));
  if (installed && (await installed) !== 0)
    throw new Error('The VS Codes of the tests could not be installed.');
  if (installed) {
    installBrowser();
    for (const [name, edition] of hosts) {
      const what =
        name === 'web'
          ? 'the web bundle in the browser’s worker host'
          : `the extension host of the ${edition} supported VS Code`;
      await suite(what, () =>
        node('--import', 'tsx', 'test/host/run.mts', edition, ...(name === 'web' ? ['web'] : [])),
      );
    }
    if (wants('windows')) {
      await suite('several windows on one folder, killed hosts, and git', () =>
        bin('mocha/bin/mocha.js', '--config', 'test/windows/.mocharc.json'),
      );
    }
    if (wants('ui')) {
      await suite('the packaged extension, driven as by a person', () =>
        bin('mocha/bin/mocha.js', '--config', 'test/ui/.mocharc.json'),
      );
    }
  }
} catch (error) {
  total.failed++;
  failures.push(error instanceof Error ? error.message : String(error));
  console.error(failures.at(-1));
}
if (failures.length > 0) console.log(`\nWhat failed:\n\n${failures.join('\n')}`);
const { passed, failed, skipped } = total;
console.log(
  `\n${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`,
);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
