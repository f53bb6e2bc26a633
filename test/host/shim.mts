/**
 * What `@vscode/test-electron` starts in the place of VS Code: its server, in a browser, with the options that a test
 * run gives. Exit status: that of the suite; 3 where the extension host died, which VS Code itself calls a success;
 * 124 where it falls silent: how long a suite takes is the machine's affair, but no test of it takes this long.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from './server/browser.ts';
import { NOISE } from './server/consoleText.ts';
import { editionFromEnvironment } from './server/edition.ts';
import { Server } from './server/server.ts';
import { openWindow } from './server/window.ts';

const SILENCE_MS = 240_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    extensionDevelopmentKind: { type: 'string' },
  },
});
const extension = String(values['extensionDevelopmentPath']);
const web = values['extensionDevelopmentKind'] === 'web';
const { publisher, name } = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8')) as {
  publisher: string;
  name: string;
};

// The workbench ignores the option for the kind of host; a setting says the same.
const settings = web ? { 'remote.extensionKind': { [`${publisher}.${name}`]: ['web'] } } : {};
const server = await Server.start({ edition: editionFromEnvironment(), settings });
const browser = await launchBrowser();
let status: number;
let heard = Date.now();
try {
  const window = await openWindow(server, browser, {
    folder: positionals.at(-1),
    extensions: [extension],
    tests: String(values['extensionTestsPath']),
    onLog: (type, text) => {
      heard = Date.now();
      if (!NOISE.test(text)) (type === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
    },
  });
  const silent = new Promise<'silent'>(resolve => {
    setInterval(() => {
      if (Date.now() - heard > SILENCE_MS) resolve('silent');
    }, 1000).unref();
  });
  const result = await Promise.race([window.testsDone, silent]);
  const died = result === 'silent' ? undefined : await server.extensionHost.end();
  const ended = web || died !== undefined || server.extensionHost.wasToldToEnd();
  status = result === 'silent' ? 124 : result !== 0 ? result : died ? 3 : ended ? 0 : 3;
  if (result === 'silent') console.error(`Nothing was heard for ${String(SILENCE_MS / 1000)} s.`);
  if (died) console.error(`The extension host died: ${died}`);
  if (status !== 0) {
    mkdirSync('test-results', { recursive: true });
    await window.page.screenshot({ path: 'test-results/host.png' }).catch(() => undefined);
    writeFileSync('test-results/host.log', server.said);
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exit(status);
