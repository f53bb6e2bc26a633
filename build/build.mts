/** `dist/`: the browser’s extension, what Node’s adds to it, the command line, and the lexicon of all three. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import './generate.mjs';

/** One copy of the extension serves both kinds of host: Node's entry loads the browser's bundle, and adds to it. */
const shared: Plugin = {
  name: 'shared',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/extension\.js$/ }, () => ({ path: './extension.web.js', external: true }));
  },
};

/** The lexicon is a file of its own, once for all. */
const lexicon: Plugin = {
  name: 'lexicon',
  setup({ onResolve }) {
    onResolve({ filter: /\/generated\/lexicon\.json$/ }, () => ({ path: './lexicon.json', external: true }));
  },
};

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
copyFileSync('src/generated/lexicon.json', 'dist/lexicon.json');

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
    entryPoints: ['src/extension/extension.node.ts'],
    outfile: 'dist/extension.js',
    platform: 'node',
    plugins: [shared],
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
    // Packages as for browsers: in that form what is not used is left out.
    platform: 'neutral',
    mainFields: ['browser', 'module', 'main'],
    external: ['node:*'],
    plugins: [lexicon],
    banner: { js: '#!/usr/bin/env node' },
  }),
]);
