/** One VS Code window: a page of the server, in a browser. */
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { consoleText } from './consoleText.ts';
import type { Server } from './server.ts';

export interface WindowOptions {
  readonly folder?: string | undefined;
  /** A `.code-workspace` file, instead of a folder. */
  readonly workspace?: string | undefined;
  /** Files to open. */
  readonly files?: readonly string[];
  /** Folders of extensions under development. */
  readonly extensions?: readonly string[];
  /** The module whose `run()` is the test suite. */
  readonly tests?: string | undefined;
  /**
   * VS Code's smoke-test mode (`window.driver`). A suite needs it, and so do the payload keys of debugging; a window
   * that is driven as a person would must do without, because in that mode VS Code shows no notification.
   */
  readonly driver?: boolean;
  /** Further options for the window, in VS Code's own form. */
  readonly payload?: readonly (readonly [string, string])[];
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly deviceScaleFactor?: number;
  /** The extension host's console, in a test run. */
  readonly onLog?: (type: string, text: string) => void;
  /** The page's own console. */
  readonly onConsole?: (type: string, text: string) => void;
}

export interface Window {
  readonly page: Page;
  /** The exit code of the suite; rejected when the page crashes or closes before. */
  readonly testsDone: Promise<number>;
}

/** A file on disk as the window names it. */
export function remoteUri(server: Server, file: string): string {
  return `vscode-remote://${server.authority}${resolve(file)}`;
}

export async function openWindow(
  server: Server,
  browser: Browser,
  options: WindowOptions = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // Functions that we send into the page were compiled with a call that keeps their names; there, it does nothing.
  await context.addInitScript('globalThis.__name ??= f => f;');
  const page = await context.newPage();
  if (options.onConsole !== undefined) listen(page, options.onConsole);
  const testsDone = suiteEnd(page);
  testsDone.catch(() => undefined); // a window without a suite is closed without one
  await page.exposeFunction('codeAutomationLog', (type: string, values: unknown[]) => {
    options.onLog?.(type, consoleText(values));
  });
  await develop(page, server, options);
  await page.goto(address(server, options));
  return { page, testsDone };
}

function listen(page: Page, onConsole: (type: string, text: string) => void): void {
  page.on('console', message => onConsole(message.type(), message.text()));
  page.on('pageerror', error => onConsole('pageerror', String(error)));
}

function suiteEnd(page: Page): Promise<number> {
  return new Promise((done, fail) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => done(code));
    page.on('crash', () => fail(new Error('the browser page crashed')));
    page.on('close', () => fail(new Error('the browser page closed')));
  });
}

/**
 * Hands the window what to develop and test, in the options it reads from the page's settings. The address could name
 * one extension only; and a page rewritten on its way counts as foreign, whose socket to the loopback Chromium blocks.
 */
async function develop(page: Page, server: Server, options: WindowOptions): Promise<void> {
  const uri = (path: string): object => ({
    scheme: 'vscode-remote',
    authority: server.authority,
    path: resolve(path),
  });
  const wanted = {
    enableSmokeTestDriver: options.driver ?? options.tests !== undefined,
    ...(options.extensions?.length ? { extensions: options.extensions.map(uri) } : {}),
    ...(options.tests === undefined ? {} : { extensionTestsPath: uri(options.tests) }),
  };
  await page.addInitScript(wanted => {
    const read = Element.prototype.getAttribute;
    Element.prototype.getAttribute = function (name) {
      const value = read.call(this, name);
      if (value === null || name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration')
        return value;
      const settings = JSON.parse(value) as { developmentOptions?: object };
      return JSON.stringify({
        ...settings,
        developmentOptions: { ...settings.developmentOptions, ...wanted },
      });
    };
  }, wanted);
}

function address(server: Server, options: WindowOptions): string {
  const query = new URLSearchParams();
  if (options.workspace !== undefined) query.set('workspace', resolve(options.workspace));
  else if (options.folder !== undefined) query.set('folder', resolve(options.folder));
  else query.set('ew', 'true');
  const files = (options.files ?? []).map(file => ['openFile', remoteUri(server, file)]);
  query.set('payload', JSON.stringify([['skipWelcome', 'true'], ...(options.payload ?? []), ...files]));
  return `${server.origin}/?${query.toString()}`;
}
