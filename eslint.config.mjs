import js from '@eslint/js';
import ts from 'typescript-eslint';

/** What a room of the core may not import: everything above it, `vscode` and Node. */
const room = (name, above) => ({
  files: [`src/core/${name}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: ['vscode', 'node:*', 'fs', 'path', 'os'],
            message: 'The core knows neither VS Code nor Node.',
          },
          ...(above.length
            ? [
                {
                  group: above.map(a => `**/${a}/**`),
                  message: `src/core/${name} may not look up to ${above.join(', ')}.`,
                },
              ]
            : []),
        ],
      },
    ],
    'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'window', 'document'],
  },
});

const outside = ['extension', 'cli'];

export default ts.config(
  {
    ignores: [
      'dist',
      'src/generated',
      '**/node_modules',
      'samples',
      '.vscode-test',
      'test/host/vscode',
      'test-results',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // index access is checked by the compiler's noUncheckedIndexedAccess; `!` states a bound proved nearby
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': ['error', { destructuring: 'all' }],
    },
  },
  room('report', ['lexicon', 'extraction', 'tagging', 'export', ...outside]),
  room('lexicon', ['extraction', 'tagging', 'export', ...outside]),
  room('extraction', ['tagging', 'export', ...outside]),
  room('tagging', ['export', ...outside]),
  room('export', outside),
  {
    files: ['src/cli/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: ['vscode', '**/extension/**'], message: 'The command line knows no VS Code.' }],
        },
      ],
    },
  },
  {
    files: ['src/extension/**/*.ts'],
    ignores: ['src/extension/tagging/onDisk.ts'], // it is brought in by `extension.node.ts` alone
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'path', 'os', 'child_process'],
              message: 'The extension runs in a browser worker too.',
            },
            { group: ['**/cli/**'], message: 'The extension and the command line share the core alone.' },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'Buffer', 'require', '__dirname', 'window', 'document'],
    },
  },
  {
    files: ['**/*.mjs', 'build/**', 'bench/**', 'test/**', 'scripts/**', 'src/cli/**'],
    rules: { 'no-console': 'off', 'no-undef': 'off' },
  },
  { files: ['test/**'], rules: { '@typescript-eslint/no-unused-expressions': 'off' } },
);
