import { isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';
import { printInFlow, printScalar } from './scalars.js';

/** A codebook as its file has it. */
export interface CodebookForm {
  readonly version?: 1;
  readonly tags?: Readonly<Record<string, TagForm | null>> | null;
}

/** A tag as the file has it, under its name. */
export interface TagForm {
  /** How it is shown; its name, where it has none. */
  readonly title?: string;
  /** When to use the tag and when not. */
  readonly description?: string;
  /** A VS Code theme colour id, or `#rrggbb`. */
  readonly color?: string;
  /** Those inside it. */
  readonly tags?: Readonly<Record<string, TagForm | null>> | null;
}

/** A tag of the codebook. `path` is what sidecars say: `workforce/agency-staff`. */
export interface CodebookTag {
  readonly path: string;
  readonly title: string;
  readonly description?: string;
  /** A VS Code theme colour id, or `#rrggbb`. */
  readonly color?: string;
  readonly children: readonly CodebookTag[];
  /** UTF-16 code units of its key in the file. */
  readonly start: number;
  readonly end: number;
}

/** Something wrong in a codebook; line and column count from 1. */
export interface CodebookProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export interface Codebook {
  readonly tags: readonly CodebookTag[];
  readonly problems: readonly CodebookProblem[];
  readonly writable: boolean;
}

const DEEPEST = 12;

/** Reads a codebook's text, whatever it holds: what is well formed comes through. Never throws. */
export function parseCodebook(source: string): Codebook {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const problems: CodebookProblem[] = [];
  const say = (
    message: string,
    node: Node | undefined | null,
    at: readonly [number, number] = [0, 0],
  ): void => {
    const [start, end] = node?.range ? [node.range[0], node.range[1]] : at;
    const { line, col } = lines.linePos(start);
    problems.push({ message, start, end, line: Math.max(1, line), column: Math.max(1, col) });
  };
  for (const error of document.errors) say(error.message.split('\n')[0]!, undefined, error.pos);
  const read = (map: YAMLMap, parent: string, depth: number): CodebookTag[] =>
    map.items.flatMap(({ key, value }): CodebookTag[] => {
      if (!isScalar(key) || String(key.value).trim() === '' || String(key.value).includes('/')) {
        say('A tag’s name is a word without “/”; tags inside a tag stand under its “tags”', key as Node);
        return [];
      }
      const path = parent + String(key.value);
      const own = isMap(value) ? value : undefined;
      if (!own && !(value === null || (isScalar(value) && value.value === null))) {
        say(`“${path}” should be a map with title, description, color or tags`, value as Node);
        return [];
      }
      const nested = own && field(own, 'tags');
      if (nested && !isMap(nested) && !(isScalar(nested) && nested.value === null))
        say('“tags” should be a map of tags', nested);
      const [description, color] = [own && text(own, 'description'), own && text(own, 'color')];
      if (color !== undefined && !/^(#[0-9a-f]{6}|[a-z]+(\.[a-z]+)+)$/i.test(color))
        say(
          `“${color}” is no colour: write #rrggbb or the id of a theme colour, such as charts.blue`,
          field(own!, 'color'),
        );
      return [
        {
          path,
          title: (own && text(own, 'title')) ?? String(key.value),
          ...(description === undefined ? {} : { description }),
          ...(color === undefined ? {} : { color }),
          children: isMap(nested) && depth < DEEPEST ? read(nested, `${path}/`, depth + 1) : [],
          start: key.range![0],
          end: key.range![1],
        },
      ];
    });
  const root = document.contents as Node | null;
  if (root === null || (isScalar(root) && root.value === null))
    return { tags: [], problems, writable: problems.length === 0 };
  if (!isMap(root)) {
    say('A codebook is a map with “version” and “tags”', root);
    return { tags: [], problems, writable: false };
  }
  const tags = field(root, 'tags');
  const found = isMap(tags) ? read(tags, '', 0) : [];
  return { tags: found, problems, writable: document.errors.length === 0 };
}

/** Every tag of a codebook, parents before their children. */
export function* allTags(tags: readonly CodebookTag[]): Generator<CodebookTag> {
  for (const tag of tags) {
    yield tag;
    yield* allTags(tag.children);
  }
}

/** What a new codebook begins with. */
export const NEW_CODEBOOK = '# Inspection Lens: the tags of this workspace\nversion: 1\ntags:\n';

/**
 * The codebook with the tag `path` in it, and its parents if need be; every other byte stays. The same text where it
 * has the tag already.
 *
 * @throws Error where the codebook does not parse.
 */
export function withTag(source: string, path: string): string {
  if (!parseCodebook(source).writable) throw new Error('The codebook does not parse; mend it first');
  const text = source.trim() === '' ? NEW_CODEBOOK : source;
  const document = parseDocument(text, { prettyErrors: false });
  const root = document.contents as Node | null;
  if (!isMap(root))
    return insertLines(
      text,
      text.length,
      `version: 1${eolOf(text)}tags:${eolOf(text)}${nest(path.split('/'), '  ', eolOf(text))}`,
    );
  let map: YAMLMap = root;
  const missing = path.split('/');
  while (missing.length > 0) {
    const tags: Node | undefined = field(map, 'tags');
    if (!isMap(tags)) break;
    const next: Node | undefined = valueOf(tags, missing[0]!);
    const known = tags.items.some(pair => isScalar(pair.key) && String(pair.key.value) === missing[0]);
    if (!known) return insertInto(text, tags, missing);
    missing.shift();
    if (missing.length === 0) return text;
    if (!isMap(next)) return setNested(text, tags, path.split('/').at(-missing.length - 1)!, missing);
    map = next;
  }
  return missing.length === 0 ? text : addTags(text, map, missing);
}

/** A block of nested tags as lines, the first level at `indent`. */
const nest = (names: readonly string[], indent: string, eol: string): string =>
  names
    .map(
      (name, i) =>
        `${indent}${'    '.repeat(i)}${printScalar(name)}:${i < names.length - 1 ? `${eol}${indent}${'    '.repeat(i)}  tags:` : ''}${eol}`,
    )
    .join('');

const nestInFlow = (names: readonly string[]): string =>
  names.reduceRight(
    (inner, name) => `{ ${printInFlow(name)}: ${inner === '' ? '{}' : `{ tags: ${inner} }`} }`,
    '',
  );

function insertInto(text: string, tags: YAMLMap, names: readonly string[]): string {
  const last = tags.items.at(-1);
  const end =
    (last?.value as Node | null | undefined)?.range?.[1] ??
    (last?.key as Node | undefined)?.range?.[1] ??
    tags.range![0];
  if (tags.flow) {
    const inner = nestInFlow(names).slice(2, -2);
    return last
      ? splice(text, end, end, `, ${inner}`)
      : splice(text, tags.range![0], tags.range![1], `{ ${inner} }`);
  }
  const first = (tags.items[0]!.key as Node).range![0];
  const indent = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  return insertLines(text, end, nest(names, indent, eolOf(text)));
}

/** A tag without a map of its own gets one with `tags`. */
function setNested(text: string, tags: YAMLMap, name: string, names: readonly string[]): string {
  const pair = tags.items.find(p => isScalar(p.key) && String(p.key.value) === name)!;
  const key = (pair.key as Node).range!;
  const colon = text.indexOf(':', key[1]) + 1;
  if (tags.flow || colon === 0)
    return splice(text, colon || key[1], colon || key[1], ` { tags: ${nestInFlow(names)} }`);
  const indent = `${' '.repeat(key[0] - (text.lastIndexOf('\n', key[0] - 1) + 1))}  `;
  const eol = eolOf(text);
  return insertLines(text, colon, `${indent}tags:${eol}${nest(names, `${indent}  `, eol)}`);
}

/** A map that has no `tags` yet, or an empty one, gets them. */
function addTags(text: string, map: YAMLMap, names: readonly string[]): string {
  const pair = map.items.find(p => isScalar(p.key) && p.key.value === 'tags');
  const last = map.items.at(-1)!;
  const end = (last.value as Node | null)?.range?.[1] ?? (last.key as Node).range![1];
  if (map.flow) return splice(text, end, end, `, tags: ${nestInFlow(names)}`);
  const first = (map.items[0]!.key as Node).range![0];
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1));
  const eol = eolOf(text);
  const lines = nest(names, `${indent}  `, eol);
  if (!pair) return insertLines(text, end, `${indent}tags:${eol}${lines}`);
  const colon = text.indexOf(':', (pair.key as Node).range![1]) + 1;
  return insertLines(text, colon, lines);
}

function insertLines(text: string, at: number, lines: string): string {
  if (at > 0 && text[at - 1] === '\n') return splice(text, at, at, lines);
  const lf = text.indexOf('\n', at);
  return lf < 0 ? `${text}${eolOf(text)}${lines}` : splice(text, lf + 1, lf + 1, lines);
}

const splice = (text: string, start: number, end: number, put: string): string =>
  text.slice(0, start) + put + text.slice(end);
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** What the file has under a key of its form. */
const field = (map: YAMLMap, key: keyof CodebookForm | keyof TagForm): Node | undefined => valueOf(map, key);

const valueOf = (map: YAMLMap, key: string): Node | undefined =>
  (map.items.find(p => isScalar(p.key) && String(p.key.value) === key)?.value as Node | null | undefined) ??
  undefined;

function text(map: YAMLMap, key: keyof TagForm): string | undefined {
  const node = field(map, key);
  return isScalar(node) && node.value !== null ? String(node.value) : undefined;
}
