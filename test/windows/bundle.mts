import { readdirSync } from 'node:fs';
import { bundleInside } from '../host/bundle.mts';

/** What the windows run is bundled before the first test, once for each kind of extension host. */
export async function mochaGlobalSetup(): Promise<void> {
  const modules = readdirSync('test/windows/inside').filter(name => name !== 'workspace.ts');
  for (const name of modules.map(file => file.replace(/\.ts$/, '')))
    await bundleInside(`test/windows/inside/${name}.ts`, name);
}
