import { isMap, isScalar, type Node, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { allTags, type CodebookTag, parseCodebook, withTag } from './codebook.js';
import { printInFlow, printScalar } from './scalars.js';

/** A codebook that cannot be changed in that way, said to whoever edits codebooks. */
export class CodebookError extends Error {}

export type CodebookField = 'title' | 'description' | 'color';

/**
 * The codebook with a tag, and all inside it, under another path: renamed, moved, or merged with a tag that is there
 * already, whose own title, description and colour stay. The same text where it has no such tag.
 *
 * @throws CodebookError where the codebook does not parse, or a tag would come to lie inside itself.
 */
export function withRenamed(source: string, from: string, to: string): string {
  const tags = tagsOf(source);
  if (from === to || !tags.has(from)) return source;
  if (to.startsWith(`${from}/`)) throw new CodebookError(`“${from}” cannot be moved into itself`);
  const own = tags.get(from)!;
  const inPlace =
    parentOf(from) === parentOf(to) && !tags.has(to) ? renamedInPlace(source, from, to) : undefined;
  if (inPlace !== undefined) return inPlace;
  // Taken out first: a tag that is merged with the one around it may leave its own name to one inside it.
  let after = withoutTag(source, from);
  for (const tag of allTags([own])) {
    const path = to + tag.path.slice(from.length);
    if (tagsOf(after).has(path)) continue;
    after = withTag(after, path);
    const title = tag === own && spells(tag.title, nameOf(from)) ? spelled(nameOf(to)) : tag.title;
    if (tag.title !== nameOf(tag.path)) after = withField(after, path, 'title', title);
    if (tag.description !== undefined) after = withField(after, path, 'description', tag.description);
    if (tag.color !== undefined) after = withField(after, path, 'color', tag.color);
  }
  return after;
}

/** Another name under the same parent: only the name changes, and a title that did no more than spell it. */
function renamedInPlace(source: string, from: string, to: string): string | undefined {
  const { pair, map } = locate(source, from)!;
  const [start, end] = (pair.key as Node).range!;
  const name = nameOf(to);
  let after = splice(source, start, end, map.flow ? printInFlow(name) : printScalar(name));
  if (!parseCodebook(after).writable || tagsOf(after).size !== tagsOf(source).size) return undefined;
  const titled = isMap(pair.value) && pair.value.items.some(p => isScalar(p.key) && p.key.value === 'title');
  const title = tagsOf(after).get(to)?.title ?? '';
  if (titled && spells(title, nameOf(from))) after = withField(after, to, 'title', spelled(name));
  return tagsOf(after).has(to) ? after : undefined;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** "Agency staff" for `agency-staff`. */
const spelled = (name: string): string => {
  const words = name.replace(/[-_]+/g, ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** Does a title say no more than the name does? */
const spells = (title: string, name: string): boolean =>
  spelled(title).toLowerCase() === spelled(name).toLowerCase();

/** The codebook without a tag and all inside it. @throws CodebookError */
export function withoutTag(source: string, path: string): string {
  const { pair, map } = locate(source, path) ?? {};
  if (!pair || !map) return source;
  const start = (pair.key as Node).range![0];
  const value = pair.value as Node | null;
  const end = Math.max((pair.key as Node).range![1], value?.range?.[1] ?? 0);
  if (map.flow) {
    const index = map.items.indexOf(pair as (typeof map.items)[number]);
    const next = map.items[index + 1];
    const before = map.items[index - 1];
    if (next) return checked(source, cut(source, start, (next.key as Node).range![0]), path);
    const from = before
      ? ((before.value as Node | null)?.range?.[1] ?? (before.key as Node).range![1])
      : start;
    return checked(source, cut(source, from, end), path);
  }
  const line = source.lastIndexOf('\n', start - 1) + 1;
  return checked(source, cut(source, line, lineEnd(source, Math.max(end, colonOf(source, pair)))), path);
}

/** The codebook with a tag's title, description or colour set. @throws CodebookError where it has no such tag. */
export function withField(source: string, path: string, field: CodebookField, value: string): string {
  const { pair } = locate(source, path) ?? {};
  if (!pair) throw new CodebookError(`The codebook has no tag “${path}”`);
  const own = pair.value as Node | null;
  if (isMap(own)) {
    const known = own.items.find(p => isScalar(p.key) && p.key.value === field);
    const old = known?.value as Node | null | undefined;
    if (old?.range)
      return splice(
        source,
        old.range[0],
        old.range[1],
        (own.flow ? printInFlow(value) : printScalar(value)) +
          (source.slice(old.range[0], old.range[1]).endsWith('\n') ? '\n' : ''),
      );
    const first = own.items[0];
    if (own.flow)
      return splice(
        source,
        own.range![0] + 1,
        own.range![0] + 1,
        ` ${field}: ${printInFlow(value)}${first ? ',' : ' '}`,
      );
    const at = (first!.key as Node).range![0];
    const line = source.lastIndexOf('\n', at - 1) + 1;
    return splice(
      source,
      line,
      line,
      `${source.slice(line, at)}${field}: ${printScalar(value)}${eolOf(source)}`,
    );
  }
  const key = (pair.key as Node).range![0];
  const indent = ' '.repeat(key - (source.lastIndexOf('\n', key - 1) + 1) + 2);
  const colon = colonOf(source, pair);
  const lf = source.indexOf('\n', colon);
  const text = `${indent}${field}: ${printScalar(value)}${eolOf(source)}`;
  return lf < 0 ? `${source}${eolOf(source)}${text}` : splice(source, lf + 1, lf + 1, text);
}

function tagsOf(source: string): Map<string, CodebookTag> {
  const { tags, writable } = parseCodebook(source);
  if (!writable) throw new CodebookError('The codebook does not parse; mend it first');
  return new Map([...allTags(tags)].map(tag => [tag.path, tag]));
}

function locate(source: string, path: string): { pair: Pair; map: YAMLMap } | undefined {
  tagsOf(source);
  let map = parseDocument(source, { prettyErrors: false }).contents as Node | null;
  let found: { pair: Pair; map: YAMLMap } | undefined;
  for (const name of path.split('/')) {
    if (!isMap(map)) return undefined;
    const tags: unknown = map.items.find(p => isScalar(p.key) && p.key.value === 'tags')?.value;
    if (!isMap(tags)) return undefined;
    const pair = tags.items.find(p => isScalar(p.key) && String(p.key.value) === name);
    if (!pair) return undefined;
    found = { pair, map: tags };
    map = pair.value as Node | null;
  }
  return found;
}

/** What was cut must be all that is gone. */
function checked(before: string, after: string, path: string): string {
  const gone = (tag: string): boolean => tag === path || tag.startsWith(`${path}/`);
  const left = [...tagsOf(before).keys()].filter(tag => !gone(tag));
  const { tags, writable } = parseCodebook(after);
  if (!writable || [...allTags(tags)].map(tag => tag.path).join('\n') !== left.join('\n'))
    throw new CodebookError(`The codebook is laid out so that “${path}” must be taken out by hand`);
  return after;
}

const colonOf = (source: string, pair: Pair): number => source.indexOf(':', (pair.key as Node).range![1]) + 1;
const cut = (text: string, start: number, end: number): string => text.slice(0, start) + text.slice(end);
const splice = (text: string, start: number, end: number, put: string): string =>
  text.slice(0, start) + put + text.slice(end);
const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

function lineEnd(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const lf = text.indexOf('\n', offset);
  return lf < 0 ? text.length : lf + 1;
}
