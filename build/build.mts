/** `dist/`: the desktop and remote extension, the browser's, and the command line, from one source. */
import { rmSync } from 'node:fs';
import { build, type BuildOptions } from 'esbuild';
import './generate.mjs';

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
