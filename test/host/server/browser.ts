/** The Chromium that shows VS Code's window. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];

/** @throws when there is none, saying how to get one */
export function locateChromium(): string {
  const found = [process.env['CHROMIUM_PATH'], ...PLACES].find(
    path => path !== undefined && existsSync(path),
  );
  if (found === undefined) {
    throw new Error('No Chromium: install it (`apt-get install chromium`), or name one with CHROMIUM_PATH.');
  }
  return found;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: locateChromium(),
    headless: process.env['VSCODE_HOST_HEADED'] === undefined,
    args: [
      ...['--no-sandbox', '--disable-gpu', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    ],
  });
}
