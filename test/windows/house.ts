import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../host/server/browser.ts';
import { NOISE } from '../host/server/consoleText.ts';
import { Server, type ServerOptions } from '../host/server/server.ts';
import { openWindow, type Window } from '../host/server/window.ts';
import { REPORT } from './report.ts';

/** The two kinds of extension host: Node’s, and the browser’s worker. */
export type Kind = 'node' | 'web';

/** A server with a folder, and as many windows on it as a test wants, each with an extension host of its own. */
export class House {
  private constructor(
    readonly folder: string,
    readonly server: Server,
    private readonly browser: Browser,
    private readonly kind: Kind,
  ) {}

  static async open(kind: Kind, options: ServerOptions = {}): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'inspection-lens-windows-'));
    cpSync('samples/.inspection-lens', join(folder, '.inspection-lens'), { recursive: true });
    writeFileSync(join(folder, 'shared.txt'), REPORT);
    const settings = {
      'inspectionLens.analyst': 'amara',
      ...(kind === 'web' ? { 'remote.extensionKind': { 'inspection-lens.inspection-lens': ['web'] } } : {}),
      ...options.settings,
    };
    const server = await Server.start({ ...options, settings });
    return new House(folder, server, await launchBrowser(), kind);
  }

  /** A window that runs `inside/<module>`; what that prints goes to `onLog`. */
  window(module: string, onLog: (text: string) => void = () => undefined): Promise<Window> {
    return openWindow(this.server, this.browser, {
      folder: this.folder,
      extensions: [resolve('.')],
      tests: resolve(`dist/test/${this.kind}-${module}.js`),
      onLog: (_, text) => {
        if (!NOISE.test(text)) onLog(text);
      },
    });
  }

  /** Runs a module in a window to its end, and closes the window. @throws what it threw, as far as it printed that */
  async run(module: string, onLog: (text: string) => void = () => undefined): Promise<void> {
    const said: string[] = [];
    const { page, testsDone } = await this.window(module, text => {
      said.push(text);
      onLog(text);
    });
    try {
      const status = await testsDone;
      if (status !== 0) throw new Error(`“${module}” failed:\n${said.slice(-30).join('\n')}`);
    } finally {
      await page.context().close();
    }
  }

  git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync(
      'git',
      ['-c', 'user.name=Amara', '-c', 'user.email=amara@example.org', ...args],
      { cwd: this.folder, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}
