/** The environment a VS Code of a test starts in. */

/** Set by a VS Code whose terminal we may be run from; they would make the new one believe it is part of that one. */
const OF_ANOTHER_WINDOW = /^(VSCODE_(?!HOST_|TEST_)|ELECTRON_)/;

/** Ours without what another VS Code put there, and with no marketplace to look anything up in. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { EXTENSIONS_GALLERY: '{}', ...process.env, ...more };
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OF_ANOTHER_WINDOW.test(name)));
}
