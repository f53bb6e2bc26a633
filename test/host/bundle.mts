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
  const common: BuildOptions = {
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    external: ['vscode', 'mocha'],
    plugins: [suites],
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: ['test/host/suite/node.ts'],
    outfile: 'dist/test/node.js',
    platform: 'node',
  });
  await build({
    ...common,
    external: ['vscode'],
    entryPoints: ['test/host/suite/web.ts'],
    outfile: 'dist/test/web.js',
    platform: 'browser',
    define: { global: 'globalThis' },
  });
}
