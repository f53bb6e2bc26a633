/** Serves a VS Code with the packaged extension on a loopback port, until it is interrupted. `PORT` names the port. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installExtension } from '../test/host/installExtension.ts';
import { Server } from '../test/host/server/server.ts';

const data = mkdtempSync(join(tmpdir(), 'inspection-lens-'));
const extensionsFolder = join(data, 'extensions');
installExtension('inspection-lens.vsix', extensionsFolder);
const port = Number(process.env['PORT'] ?? 0);
const server = await Server.start({
  extensionsFolder,
  dataFolder: data,
  port,
  builtins: 'all',
  settings: { 'git.enabled': true },
});
console.log(
  `\nVS Code with Inspection Lens: open\n\n  ${server.origin}/?folder=${encodeURIComponent(join(process.cwd(), 'samples'))}\n\nCtrl+C ends it.`,
);
const end = async (): Promise<void> => {
  await server.stop();
  rmSync(data, { recursive: true, force: true });
  process.exit(0);
};
process.once('SIGINT', () => void end());
process.once('SIGTERM', () => void end());
await server.ended;
