import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import type { FrameworkData, GradeData, ThemeData } from './data.js';
import { expandPhrase } from './phrases.js';

/** Something wrong in a workspace's lexicon file. Line and column count from 1; start and end are UTF-16 code units. */
export interface LexiconProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** What a lexicon file holds that can be used, and what is wrong with the rest. */
export interface LexiconFile<T> {
  readonly entries: readonly (T & { readonly at: Node })[];
  readonly problems: readonly LexiconProblem[];
}

/** A theme of a workspace: its phrases join those of the built-in theme of that id, unless it replaces them. */
export interface WorkspaceTheme extends ThemeData {
  readonly replace: boolean;
}

/** Phrases of one file; a lexicon of this size is somebody's mistake. */
const MOST = 10_000;

/** Reads `frameworks/*.yaml`: one framework. Never throws; a framework without id or grades is none. */
export function parseFramework(source: string): LexiconFile<FrameworkData> {
  const file = new Reader(source);
  const map = file.map(file.root, 'A framework is a map with id, title, inspectorate, years and grades');
  if (!map) return file.result([]);
  file.known(map, ['id', 'title', 'inspectorate', 'names', 'words', 'areas', 'years', 'grades']);
  const id = file.id(map);
  const grades = file.list(map, 'grades').flatMap(node => grade(file, node));
  file.unique(grades, 'grade');
  if (grades.length === 0) file.say('A framework needs grades, best first', file.get(map, 'grades') ?? map);
  if (id === undefined || grades.length === 0) return file.result([]);
  const title = file.text(map, 'title') ?? id;
  const framework: FrameworkData = {
    id,
    title,
    inspectorate: file.text(map, 'inspectorate') ?? title,
    names: file.phrases(map, 'names'),
    words: file.phrases(map, 'words'),
    areas: file.phrases(map, 'areas'),
    years: years(file, map),
    grades: grades.map(({ at: _at, ...rest }) => rest),
  };
  return file.result([{ ...framework, at: map }]);
}

/** Reads `themes.yaml`: a list of themes. Never throws. */
export function parseThemes(source: string): LexiconFile<WorkspaceTheme> {
  const file = new Reader(source);
  if (file.root !== null && !isSeq(file.root)) {
    file.say('Themes are a list, each with id, title and phrases', file.root);
    return file.result([]);
  }
  const themes = (file.root?.items ?? []).flatMap(node => {
    const map = file.map(node as Node, 'A theme is a map with id, title and phrases');
    const id = map && file.id(map);
    if (!map || id === undefined) return [];
    file.known(map, ['id', 'title', 'phrases', 'replace']);
    const phrases = file.phrases(map, 'phrases');
    if (phrases.length === 0) file.say(`The theme “${id}” has no phrases`, map);
    return [
      { id, title: file.text(map, 'title') ?? '', phrases, replace: file.flag(map, 'replace'), at: map },
    ];
  });
  file.unique(themes, 'theme');
  return file.result(themes);
}

function grade(file: Reader, node: Node): (GradeData & { at: Node })[] {
  const map = file.map(node, 'A grade is a map with id, title and phrases');
  const id = map && file.id(map);
  if (!map || id === undefined) return [];
  file.known(map, ['id', 'title', 'phrases']);
  const title = file.text(map, 'title') ?? id;
  const phrases = file.phrases(map, 'phrases');
  return [{ id, title, phrases: phrases.length > 0 ? phrases : [id.replaceAll('-', ' ')], at: map }];
}

function years(file: Reader, map: YAMLMap): [number, number | null] {
  const node = file.get(map, 'years');
  if (node === undefined) return [0, null];
  const [first, last] = isSeq(node) ? (node.toJSON() as unknown[]) : [];
  if (typeof first === 'number' && (typeof last === 'number' || last === null || last === undefined))
    return [first, last ?? null];
  file.say('“years” is [first, last], with null for a framework still in use', node);
  return [0, null];
}

/** A YAML text and what is found wrong in it; looks at nodes, so that every problem has its place. */
class Reader {
  readonly root: Node | null;
  readonly #lines = new LineCounter();
  readonly #problems: LexiconProblem[] = [];
  #phrases = 0;

  constructor(source: string) {
    const document = parseDocument(source, {
      lineCounter: this.#lines,
      prettyErrors: false,
      logLevel: 'silent',
    });
    for (const error of document.errors) this.#add(error.message.split('\n')[0]!, error.pos[0], error.pos[1]);
    // After a YAML error the rest may mean anything.
    this.root = document.errors.length > 0 ? null : (document.contents as Node | null);
  }

  result<T>(entries: readonly (T & { at: Node })[]): LexiconFile<T> {
    return { entries, problems: this.#problems };
  }

  say(message: string, node: Node): void {
    const [start, end] = node.range ?? [0, 0];
    this.#add(message, start, end);
  }

  map(node: Node | null, message: string): YAMLMap | undefined {
    if (isMap(node)) return node;
    if (node) this.say(message, node);
    return undefined;
  }

  get(map: YAMLMap, key: string): Node | undefined {
    return (map.items as Pair[]).find(({ key: k }) => isScalar(k) && k.value === key)?.value as
      Node | undefined;
  }

  known(map: YAMLMap, keys: readonly string[]): void {
    for (const { key } of map.items)
      if (!isScalar(key) || !keys.includes(String(key.value)))
        this.say(
          `There is no “${isScalar(key) ? String(key.value) : '?'}” here; it may have ${keys.join(', ')}`,
          key as Node,
        );
  }

  id(map: YAMLMap): string | undefined {
    const node = this.get(map, 'id');
    const id = isScalar(node) ? node.value : undefined;
    if (typeof id === 'string' && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
    this.say('It needs an “id” of small letters, digits and hyphens', node ?? map);
    return undefined;
  }

  text(map: YAMLMap, key: string): string | undefined {
    const node = this.get(map, key);
    if (node === undefined) return undefined;
    if (isScalar(node) && typeof node.value === 'string') return node.value;
    this.say(`“${key}” should be words`, node);
    return undefined;
  }

  flag(map: YAMLMap, key: string): boolean {
    const node = this.get(map, key);
    if (node === undefined) return false;
    if (isScalar(node) && typeof node.value === 'boolean') return node.value;
    this.say(`“${key}” is true or false`, node);
    return false;
  }

  list(map: YAMLMap, key: string): Node[] {
    const node = this.get(map, key);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items as Node[];
    this.say(`“${key}” should be a list`, node);
    return [];
  }

  /** Those phrases of a list that can be compiled. */
  phrases(map: YAMLMap, key: string): string[] {
    return this.list(map, key).flatMap(node => {
      if (!isScalar(node) || typeof node.value !== 'string') {
        this.say('A phrase is words; put quotation marks around it where YAML reads something else', node);
        return [];
      }
      try {
        this.#phrases += expandPhrase(node.value).length;
      } catch (error) {
        this.say(error instanceof Error ? error.message : String(error), node);
        return [];
      }
      if (this.#phrases <= MOST) return [node.value];
      this.say(`More than ${String(MOST)} phrases in one file; the rest are left out`, node);
      return [];
    });
  }

  unique(entries: readonly { readonly id: string; readonly at: Node }[], what: string): void {
    const seen = new Set<string>();
    for (const { id, at } of entries) {
      if (seen.has(id)) this.say(`The ${what} “${id}” stands here twice`, at);
      seen.add(id);
    }
  }

  #add(message: string, start: number, end: number): void {
    const { line, col } = this.#lines.linePos(start);
    this.#problems.push({ message, start, end, line: Math.max(1, line), column: Math.max(1, col) });
  }
}
