import { readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { builtinData, builtinLexicon } from '../core/lexicon/builtin.js';
import { Lexicon } from '../core/lexicon/lexicon.js';
import { withWorkspace, type WorkspaceFile } from '../core/lexicon/workspaceLexicon.js';
import { exists, InputError, readUtf8 } from './files.js';

/**
 * The lexicon for reports at `path`: with the frameworks and themes of the nearest folder upwards that has
 * `.inspection-lens`, as an editor that opened that folder would read them. `failed` hears of files that are wrong.
 */
export function lexiconFor(
  path: string | undefined,
  failed: (file: string, why: string) => void = () => undefined,
): Lexicon {
  const files = path === undefined || path === '-' ? [] : filesNear(resolve(path), failed);
  if (files.length === 0) return builtinLexicon();
  const { data, problems } = withWorkspace(builtinData, files);
  for (const [name, said] of problems)
    for (const { line, column, message } of said)
      failed(`${name}:${String(line)}:${String(column)}`, message);
  return new Lexicon(data);
}

function filesNear(path: string, failed: (file: string, why: string) => void): WorkspaceFile[] {
  for (let folder = path; ; folder = dirname(folder)) {
    const place = join(folder, '.inspection-lens');
    if (isFolder(place)) return filesOf(place, failed);
    if (dirname(folder) === folder) return [];
  }
}

function filesOf(place: string, failed: (file: string, why: string) => void): WorkspaceFile[] {
  const frameworks = join(place, 'frameworks');
  const names = isFolder(frameworks)
    ? readdirSync(frameworks)
        .filter(name => name.endsWith('.yaml'))
        .sort()
    : [];
  const themes = join(place, 'themes.yaml');
  return [
    ...names.map(name => ({ name: join(frameworks, name), kind: 'framework' as const })),
    ...(exists(themes) ? [{ name: themes, kind: 'themes' as const }] : []),
  ].flatMap(({ name, kind }) => {
    try {
      return [{ name, kind, source: readUtf8(name) }];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed(name, error.message);
      return [];
    }
  });
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
