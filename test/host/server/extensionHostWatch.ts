/** How the extension host of a server ended: VS Code itself calls a run whose extension host crashed a success. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export class ExtensionHostWatch {
  constructor(
    private readonly logs: string,
    private readonly serverLog: () => string,
    private readonly serverRuns: () => boolean,
  ) {}

  /**
   * Waits until the extension host has ended by itself, with `deactivate()` done and coverage written. A test run ends
   * it; otherwise close the window first.
   * @returns '' when it ended well, a text that says how it crashed, undefined when it still runs after `ms`
   */
  async end(ms = 5000): Promise<string | undefined> {
    for (const last = Date.now() + ms; ; await pause(50)) {
      const [, code, signal] =
        /Extension Host Process exited with code: (\w+), signal: (\w+)/.exec(this.serverLog()) ?? [];
      if (code !== undefined)
        return code === '0' && signal === 'null' ? '' : `code ${code}, signal ${signal}`;
      if (Date.now() > last || !this.serverRuns()) return undefined;
    }
  }

  /** Did the window tell it to end? It does after a finished test run, and only then. */
  wasToldToEnd(): boolean {
    return this.log().includes('received terminate message from renderer');
  }

  log(): string {
    if (!existsSync(this.logs)) return '';
    const files = readdirSync(this.logs, { recursive: true, encoding: 'utf8' });
    return files
      .filter(file => file.endsWith('remoteexthost.log'))
      .map(file => readFileSync(join(this.logs, file), 'utf8'))
      .join('');
  }
}
