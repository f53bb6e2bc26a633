/**
 * `dist/`: the extension, what Node’s adds to it, the command line, and the lexicon of all three. The extension must be
 * one file for browsers; what else needs the core, takes it out of that file.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import './generate.mjs';

const EXTENSION = './extension.web.js';
const external = (path: string): { path: string; external: true } => ({ path, external: true });

/** One copy of the extension serves both kinds of host: Node’s entry loads the browser’s bundle, and adds to it. */
const shared: Plugin = {
  name: 'shared',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/extension\.web\.js$/ }, () => external(EXTENSION));
  },
};

/** Only the command line has it, since browsers read the lexicon through VS Code. */
const BUILTIN = 'src/core/lexicon/builtin.js';

/** One copy of the core serves the command line too. `taken`: the modules that it takes. */
const coreOfExtension = (taken: Set<string>): Plugin => ({
  name: 'core',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\/.*\.js$/ }, ({ path, resolveDir }) => {
      const module = relative('.', resolve(resolveDir, path));
      if (!/^src[/\\]core[/\\]/.test(module) || resolve(module) === resolve(BUILTIN)) return undefined;
      taken.add(module);
      return external(EXTENSION);
    });
    onResolve({ filter: /\/generated\/lexicon\.json$/ }, () => external('./lexicon.json'));
  },
});

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
const taken = new Set<string>();
await build({
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: 'dist/cli.js',
  platform: 'node',
  plugins: [coreOfExtension(taken)],
  banner: { js: '#!/usr/bin/env node' },
});
await build({
  ...common,
  entryPoints: ['src/extension/extension.node.ts'],
  outfile: 'dist/extension.js',
  platform: 'node',
  plugins: [shared],
});
await build({
  ...common,
  stdin: {
    contents: ['src/extension/extension.web.js', ...[...taken].sort()]
      .map(module => `export * from ${JSON.stringify(`./${module.replaceAll('\\', '/')}`)};`)
      .join('\n'),
    resolveDir: '.',
    loader: 'ts',
  },
  outfile: 'dist/extension.web.js',
  platform: 'browser',
  mainFields: ['browser', 'module', 'main'],
  external: ['vscode'],
});
