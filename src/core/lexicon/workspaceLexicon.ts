import type { FrameworkData, LexiconData, ThemeData } from './data.js';
import { type LexiconProblem, parseFramework, parseThemes } from './lexiconFile.js';

/** A lexicon file of a workspace: `themes.yaml`, or one of `frameworks/`. */
export interface WorkspaceFile {
  /** However the caller names it; problems are given under this name. */
  readonly name: string;
  readonly kind: 'framework' | 'themes';
  readonly source: string;
}

/**
 * The built-in lexicon with a workspace's own files: frameworks add to it or take the place of the one with their
 * id, themes add phrases or take the place where they say `replace: true`. Problems by file name; what is wrong is
 * left out and everything else works.
 */
export function withWorkspace(
  builtin: LexiconData,
  files: readonly WorkspaceFile[],
): { data: LexiconData; problems: ReadonlyMap<string, readonly LexiconProblem[]> } {
  const problems = new Map<string, readonly LexiconProblem[]>();
  const frameworks = new Map<string, FrameworkData>(builtin.frameworks.map(f => [f.id, f]));
  const themes = new Map<string, ThemeData>(builtin.themes.map(t => [t.id, t]));
  const from = new Map<string, string>();
  for (const { name, kind, source } of files) {
    const read = kind === 'framework' ? parseFramework(source) : parseThemes(source);
    const said = [...read.problems];
    for (const { at, ...entry } of read.entries) {
      const key = `${kind} ${entry.id}`;
      const other = from.get(key);
      if (other !== undefined && other !== name) {
        const [start, end] = at.range ?? [0, 0];
        const { line, column } = placeOf(source, start);
        said.push({
          message: `“${entry.id}” stands in ${other} already; this one is left out`,
          start,
          end,
          line,
          column,
        });
        continue;
      }
      from.set(key, name);
      if ('grades' in entry) frameworks.set(entry.id, entry);
      else {
        const { replace, ...theme } = entry;
        const known = themes.get(entry.id);
        themes.set(entry.id, {
          id: theme.id,
          title: theme.title || (known?.title ?? theme.id),
          phrases: known && !replace ? known.phrases : [],
          firm: theme.phrases,
        });
      }
    }
    problems.set(name, said);
  }
  return {
    data: { ...builtin, frameworks: [...frameworks.values()], themes: [...themes.values()] },
    problems,
  };
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
