/** `dist/`: the desktop and remote extension, the browser's, and the command line, from one source. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import './generate.mjs';

/** What Node does for the desktop's extension and the browser does in its own way has a `.web.ts` beside it. */
const web: Plugin = {
  name: 'web',
  setup({ onResolve }) {
    onResolve({ filter: /\/exclusively\.js$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(/js$/, 'web.ts')),
    }));
  },
};

rmSync('dist', { recursive: true, force: true });

const common: BuildOptions = {
  bundle: true,
  minify: true,
  keepNames: false,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  target: 'es2022',
  format: 'cjs',
  logLevel: 'warning',
};
await Promise.all([
  build({
    ...common,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: ['src/extension/extension.ts'],
    outfile: 'dist/extension.web.js',
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
    plugins: [web],
    external: ['vscode'],
  }),
  build({
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
