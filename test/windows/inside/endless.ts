import { file, open, tagCase, write } from './workspace.js';

/** Tags a case after the other, and says each that is done; somebody kills it in the middle. */
export async function run(): Promise<void> {
  const { document } = await open(file('shared.txt'));
  if ('process' in globalThis) await write(file('host.pid'), String(process.pid));
  for (let n = 0; n < 400; n++) {
    const id = await tagCase(document, n, 'kept');
    console.log(`%s`, `tagged ${id}`);
  }
}
