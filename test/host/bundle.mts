import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

/** `suite:files` is a module that requires every test file there is: found, never listed by hand. */
const suites: Plugin = {
  name: 'suites',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^suite:files$/ }, () => ({ path: 'suite:files', namespace: 'suite' }));
    onLoad({ filter: /.*/, namespace: 'suite' }, () => ({
      contents: readdirSync('test/host/suite')
        .filter(file => file.endsWith('.test.ts'))
        .sort()
        .map(file => `import ${JSON.stringify(`./${file}`)};`)
        .join('\n'),
      resolveDir: resolve('test/host/suite'),
      loader: 'ts',
    }));
  },
};

/** The suites for the two kinds of extension host. They must lie in the extension’s folder: VS Code picks the host by that. */
export async function bundleSuites(): Promise<void> {
  await bundleFor('node', 'test/host/suite/node.ts', 'dist/test/node.js');
  await bundleFor('web', 'test/host/suite/web.ts', 'dist/test/web.js');
}

/** A module that a window runs instead of a suite, for both kinds of host. */
export async function bundleInside(module: string, name: string): Promise<void> {
  await bundleFor('node', module, `dist/test/node-${name}.js`);
  await bundleFor('web', module, `dist/test/web-${name}.js`);
}

async function bundleFor(kind: 'node' | 'web', entry: string, outfile: string): Promise<void> {
  const common: BuildOptions = {
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    plugins: [suites],
    logLevel: 'warning',
    entryPoints: [entry],
    outfile,
  };
  await build(
    kind === 'node'
      ? { ...common, external: ['vscode', 'mocha'], platform: 'node' }
      : { ...common, external: ['vscode'], platform: 'browser', define: { global: 'globalThis' } },
  );
}
