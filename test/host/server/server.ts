/** VS Code's server on a free loopback port, with data of its own that goes when it stops. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leanBuiltins } from './builtins.ts';
import { locateServer, type Edition } from './edition.ts';
import { cleanEnvironment } from './environment.ts';
import { ExtensionHostWatch } from './extensionHostWatch.ts';
import { QUIET, RESTRICTED, writeSettings, type Settings } from './settings.ts';

export interface ServerOptions {
  readonly edition?: Edition;
  /** The server's data; kept when named, else a fresh folder that goes with the server. */
  readonly dataFolder?: string | undefined;
  /** Where extensions are installed; without it, none but the built-in ones. */
  readonly extensionsFolder?: string | undefined;
  /** A profile (`--user-data-dir`) whose settings are copied, never changed. */
  readonly profile?: string | undefined;
  readonly settings?: Settings;
  /** Windows open in Restricted Mode. */
  readonly restricted?: boolean;
  /** `all` runs VS Code's own extensions too; `lean` starts seconds sooner. */
  readonly builtins?: 'lean' | 'all';
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly port?: number;
  readonly onLog?: (text: string) => void;
}

const START_MS = 60_000;

export class Server {
  readonly version: string;
  readonly dataFolder: string;
  readonly extensionHost: ExtensionHostWatch;
  /** Resolves when the server has ended, by itself or by `stop`. */
  readonly ended: Promise<void>;
  port = 0;
  private log = '';
  private running = true;

  private constructor(
    private readonly child: ChildProcess,
    version: string,
    dataFolder: string,
    private readonly keepData: boolean,
    private readonly onLog: (text: string) => void,
  ) {
    this.version = version;
    this.dataFolder = dataFolder;
    this.ended = new Promise(resolve => {
      child.once('exit', () => {
        this.running = false;
        resolve();
      });
    });
    this.extensionHost = new ExtensionHostWatch(
      join(dataFolder, 'data', 'logs'),
      () => this.log,
      () => this.running,
    );
    process.once('exit', this.killGroup);
  }

  /** @throws when the server ends or stays silent instead of listening; what it said is in the message */
  static async start(options: ServerOptions = {}): Promise<Server> {
    const { root, node, version } = locateServer(options.edition ?? 'newest');
    const data = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'vscode-host-'));
    const userData = join(data, 'data');
    const own = { ...(options.restricted === true ? RESTRICTED : {}), ...options.settings };
    writeSettings(userData, options.profile, QUIET, own);
    const builtins = options.builtins ?? (process.env['VSCODE_HOST_BUILTINS'] === 'all' ? 'all' : 'lean');
    const args = [
      join(root, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(options.port ?? 0), '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', data, '--user-data-dir', userData],
      ...(builtins === 'lean'
        ? ['--builtin-extensions-dir', leanBuiltins(root, join(data, 'builtins'))]
        : []),
      ...['--extensions-dir', options.extensionsFolder ?? join(data, 'extensions')],
      ...(options.restricted === true ? [] : ['--disable-workspace-trust']),
      ...['--force-disable-user-env', '--enable-smoke-test-driver'],
      // Should we be killed, the server ends by itself some minutes later; and a closed window ends its
      // extension host at once, so that what it writes at its end can be waited for.
      ...['--enable-remote-auto-shutdown', '--reconnection-grace-time', '1'],
      ...(options.args ?? []),
    ];
    const child = spawn(node, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: cleanEnvironment(options.env),
      detached: true, // a process group of its own: see killGroup
    });
    const server = new Server(
      child,
      version,
      data,
      options.dataFolder !== undefined,
      options.onLog ?? (() => undefined),
    );
    try {
      server.port = await server.listening();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  get authority(): string {
    return `127.0.0.1:${this.port}`;
  }

  get origin(): string {
    return `http://${this.authority}`;
  }

  /** All that the server has said so far. */
  get said(): string {
    return this.log;
  }

  async stop(): Promise<void> {
    if (this.running) {
      this.child.kill('SIGTERM');
      const hard = setTimeout(() => this.child.kill('SIGKILL'), 5000);
      await this.ended;
      clearTimeout(hard);
    }
    this.killGroup();
    process.off('exit', this.killGroup);
    if (!this.keepData)
      rmSync(this.dataFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private listening(): Promise<number> {
    return new Promise((resolve, reject) => {
      const fail = (why: string): void => {
        reject(new Error(`VS Code's server ${why}:\n${this.log.slice(-4000)}`));
      };
      const late = setTimeout(() => fail(`was not up within ${START_MS} ms`), START_MS);
      const take = (chunk: Buffer): void => {
        this.log += String(chunk);
        this.onLog(String(chunk));
        const port = /Extension host agent listening on (\d+)/.exec(this.log)?.[1];
        if (port === undefined) return;
        clearTimeout(late);
        resolve(Number(port));
      };
      this.child.stdout?.on('data', take);
      this.child.stderr?.on('data', take);
      this.child.once('error', error => fail(`did not start (${error.message})`));
      void this.ended.then(() => {
        clearTimeout(late);
        fail('ended at its start');
      });
    });
  }

  /** An extension host in an endless loop outlives its server, but not its process group. */
  private readonly killGroup = (): void => {
    try {
      if (this.child.pid !== undefined) process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // None of the group is left.
    }
  };
}
