/** The user settings of a window under test: nothing that moves, asks, suggests or calls out. */
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Settings = Readonly<Record<string, unknown>>;

/** No setting that VS Code migrates at start (`extensions.autoUpdate: false`): it would log an error each time. */
export const QUIET: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'npm.autoDetect': 'off',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Restricted Mode from the first moment, without the question. */
export const RESTRICTED: Settings = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
};

/** Writes the user settings: the defaults, over them those of the profile in `from`, over them `own`. */
export function writeSettings(
  userData: string,
  from: string | undefined,
  defaults: Settings,
  own: Settings,
): void {
  const user = from === undefined ? undefined : join(from, 'User');
  if (user !== undefined && existsSync(user)) cpSync(user, join(userData, 'User'), { recursive: true });
  const file = join(userData, 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...defaults, ...settingsIn(file), ...own }, null, 1));
}

function settingsIn(file: string): Settings {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Settings;
  } catch {
    return {}; // none yet, or one with comments, which a test profile does not need
  }
}
