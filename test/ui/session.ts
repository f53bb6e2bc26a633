import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { installExtension } from '../host/installExtension.ts';
import { launchBrowser } from '../host/server/browser.ts';
import { Server, type ServerOptions } from '../host/server/server.ts';
import { openWindow } from '../host/server/window.ts';
import { Workbench } from './workbench.ts';

/** A whole VS Code with the packaged extension installed, on a copy of the samples. */
export class Session {
  private constructor(
    readonly workspace: string,
    readonly ui: Workbench,
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly home: string,
  ) {}

  /** @throws where the extension has not been packaged. */
  static async start(options: ServerOptions & { readonly empty?: boolean } = {}): Promise<Session> {
    if (!existsSync('inspection-lens.vsix')) throw new Error('Package the extension first: npm run package');
    const home = mkdtempSync(join(tmpdir(), 'inspection-lens-ui-'));
    const workspace = join(home, 'samples');
    cpSync('samples', workspace, { recursive: true });
    const extensionsFolder = join(home, 'extensions');
    installExtension('inspection-lens.vsix', extensionsFolder);
    const server = await Server.start({ extensionsFolder, ...options });
    const browser = await launchBrowser();
    const { page } = await openWindow(server, browser, {
      ...(options.empty === true ? {} : { folder: workspace }),
    });
    const ui = new Workbench(page);
    await ui.ready();
    return new Session(workspace, ui, server, browser, home);
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}
