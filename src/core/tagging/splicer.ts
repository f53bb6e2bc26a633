import { isMap, isScalar, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { printInFlow, printScalar } from './scalars.js';
import { idOf, parse, type SidecarList } from './sidecar.js';
import type { ReadMark, Review, Tag } from './tag.js';

/** A sidecar that cannot be edited: it does not parse (`unreadable`), or has no such entry (`no-such-entry`). */
export class SidecarError extends Error {
  constructor(
    readonly code: 'unreadable' | 'no-such-entry' | 'edit-failed',
    message: string,
  ) {
    super(message);
  }
}

/** Order of fields in a new entry, as people read them. */
const ORDER = [
  'id',
  'tag',
  'finding',
  'kind',
  'quote',
  'before',
  'after',
  'wideBefore',
  'wideAfter',
  'at',
  'nth',
  'decision',
  'correction',
  'note',
  'by',
  'created',
  'modified',
];

/** One cut and what is put there; UTF-16 code units of the source. */
export interface Put {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts and puts into a sidecar's text, each time as if the others had not been. */
export class Splicer {
  /** The last change that was made. */
  put: Put | undefined;
  readonly #index = new Map<string, number>();
  readonly #eol: string;
  readonly #document;
  readonly #sidecar;

  constructor(readonly source: string) {
    const { sidecar, document } = parse(source);
    if (!sidecar.writable)
      throw new SidecarError('unreadable', sidecar.problems[0]?.message ?? 'The sidecar cannot be read');
    this.#sidecar = sidecar;
    this.#document = document;
    this.#eol = source.includes('\r\n') ? '\r\n' : '\n';
  }

  add(key: SidecarList, entry: Tag | Review | ReadMark): string {
    const fields = ORDER.flatMap(name =>
      name in entry ? [[name, entry[name as keyof typeof entry]] as const] : [],
    ).filter(([, v]) => v !== undefined);
    const list = this.#document.list(key);
    if (!list) return this.#appendList(key, fields);
    const { node, pair } = list;
    if (!node || node.items.length === 0) return this.#fillList(pair, node, fields);
    if (node.flow) {
      const last = (node.items.at(-1) as Node).range![1];
      return this.#put(last, last, `, ${flowMap(fields)}`);
    }
    const last = node.items.at(-1) as Node;
    const indent = ' '.repeat(this.#column(dashOf(node, node.items.length - 1)));
    const inner = this.#innerIndent(node, indent);
    return this.#insertLines(this.#lineEnd(last.range![1]), this.#entryLines(fields, indent, inner));
  }

  setReport(name: string): string {
    const pair = this.#document.root?.items.find(p => isScalar(p.key) && p.key.value === 'report');
    const value = pair?.value as Node | null | undefined;
    if (!isScalar(value) || !value.range || value.value === name) return this.source;
    const text = this.#document.root?.flow ? printFlow(name) : printBlock(name);
    return this.#put(value.range[0], value.range[1], text);
  }

  remove(key: SidecarList, id: string): string {
    const { node, index } = this.#find(key, id);
    const map = node.items[index] as YAMLMap;
    if (node.flow) {
      const next = node.items[index + 1] as Node | undefined;
      const before = node.items[index - 1] as Node | undefined;
      if (next) return this.#put(map.range![0], next.range![0], '');
      return this.#put(before ? before.range![1] : map.range![0], map.range![1], '');
    }
    const dash = dashOf(node, index);
    const start = this.#lineStart(dash);
    const end = this.#lineEnd(map.range![1]);
    const own = this.source.slice(start, dash).trim() === '';
    if (own) return this.#put(start, end, '');
    // The dash stands behind the key or another dash: only what is the entry's own goes.
    return this.#put(dash, map.range![1], '[]');
  }

  set(key: SidecarList, id: string, field: string, value: unknown): string {
    const { node, index } = this.#find(key, id);
    const map = node.items[index] as YAMLMap;
    const at = map.items.findIndex(pair => isScalar(pair.key) && pair.key.value === field);
    if (at < 0) return value === undefined ? this.source : this.#addField(map, field, value);
    const pair = map.items[at]!;
    if (value === undefined) return this.#removeField(map, at);
    const old = pair.value as Node | null;
    const text = map.flow ? printFlow(value) : printBlock(value);
    if (!old?.range || old.range[0] === old.range[1])
      return this.#put(keyEnd(this.source, pair), keyEnd(this.source, pair), ` ${text}`);
    if (isScalar(old) && JSON.stringify(old.value) === JSON.stringify(value)) return this.source;
    const [start, end] = [old.range[0], old.range[1]];
    // A block scalar's range takes in its last line end.
    const tail = this.source.slice(start, end).endsWith('\n') ? this.#eol : '';
    // A value on lines of its own below its key comes up to the key.
    const below =
      this.source.slice(keyEnd(this.source, pair), start).includes('\n') &&
      !(isScalar(old) && !/[|>]/.test(this.source[start]!));
    return below
      ? this.#put(keyEnd(this.source, pair), end, ` ${text}${tail}`)
      : this.#put(start, end, text + tail);
  }

  #find(key: SidecarList, id: string): { node: YAMLSeq; index: number } {
    const node = this.#document.list(key)?.node;
    if (this.#index.size === 0) this.#number();
    const index = this.#index.get(`${key} ${id}`) ?? -1;
    if (!node || index < 0)
      throw new SidecarError('no-such-entry', `There is no “${id}” in the sidecar’s ${key}`);
    return { node, index };
  }

  /** Where each entry that came through stands in its list; of several with one id the first. */
  #number(): void {
    const { tags, reviews, read } = this.#sidecar;
    for (const [key, entries] of Object.entries({ tags, reviews, read })) {
      const known = new Set<string>(entries.map(idOf));
      const items = this.#document.list(key as SidecarList)?.node?.items ?? [];
      items.forEach((entry, i) => {
        if (!isMap(entry)) return;
        const pair = entry.items.find(
          p => isScalar(p.key) && p.key.value === (key === 'reviews' ? 'finding' : 'id'),
        );
        const id = pair && textOf(pair);
        if (typeof id === 'string' && known.has(id) && !this.#index.has(`${key} ${id}`))
          this.#index.set(`${key} ${id}`, i);
      });
    }
  }

  #addField(map: YAMLMap, field: string, value: unknown): string {
    const last = map.items.at(-1)!;
    const end = (last.value as Node | null)?.range?.[1] ?? keyEnd(this.source, last);
    if (map.flow) return this.#put(end, end, `, ${field}: ${printFlow(value)}`);
    const indent = ' '.repeat(this.#column((map.items[0]!.key as Node).range![0]));
    return this.#insertLines(this.#lineEnd(end), [`${indent}${field}: ${printBlock(value)}`]);
  }

  #removeField(map: YAMLMap, at: number): string {
    const pair = map.items[at]!;
    const start = (pair.key as Node).range![0];
    const next = map.items[at + 1];
    const value = pair.value as Node | null;
    const end = Math.max(value?.range?.[1] ?? 0, keyEnd(this.source, pair));
    if (map.flow) {
      const before = map.items[at - 1];
      if (next) return this.#put(start, (next.key as Node).range![0], '');
      return this.#put(before ? (before.value as Node).range![1] : start, end, '');
    }
    const line = this.#lineStart(start);
    if (this.source.slice(line, start).trim() === '') return this.#put(line, this.#lineEnd(end), '');
    if (!next)
      throw new SidecarError(
        'edit-failed',
        `“${(pair.key as Node).toString()}” is all there is of the entry`,
      );
    return this.#put(start, (next.key as Node).range![0], '');
  }

  #appendList(key: string, fields: readonly Field[]): string {
    const { root } = this.#document;
    const flowRoot = root?.flow === true;
    if (flowRoot) {
      const end = root.range![1] - 1;
      return this.#put(end, end, `${root.items.length > 0 ? ', ' : ''}${key}: [${flowMap(fields)}]`);
    }
    const last = root?.items.at(-1);
    const end = root
      ? this.#lineEnd((last?.value as Node | null)?.range?.[1] ?? keyEnd(this.source, last!))
      : this.source.length;
    const head = root ? [] : ['version: 1'];
    return this.#insertLines(end, [...head, `${key}:`, ...this.#entryLines(fields, '  ', '    ')]);
  }

  #fillList(pair: Pair, node: YAMLSeq | undefined, fields: readonly Field[]): string {
    if (node?.flow && this.#document.root?.flow)
      return this.#put(node.range![0], node.range![1], `[${flowMap(fields)}]`);
    const from = keyEnd(this.source, pair);
    const value = (node ?? pair.value) as Node | null;
    const cut = value?.range && value.range[1] > from ? value.range[1] : from;
    const source = this.source.slice(0, from) + this.source.slice(cut);
    const lines = this.#entryLines(fields, '  ', '    ');
    return insertLines(source, lineEnd(source, from), lines, this.#eol);
  }

  #entryLines(fields: readonly Field[], indent: string, inner: string): string[] {
    const gap = inner.slice(indent.length + 1);
    return fields.map(
      ([name, value], i) => `${i === 0 ? `${indent}-${gap}` : inner}${name}: ${printBlock(value)}`,
    );
  }

  /** How the entries' fields are indented: as the last entry's are. */
  #innerIndent(node: YAMLSeq, indent: string): string {
    const last = node.items.at(-1);
    if (!isMap(last) || last.flow || last.items.length === 0) return `${indent}  `;
    const column = this.#column((last.items[0]!.key as Node).range![0]);
    const onOwnLine =
      this.#lineStart((last.items[0]!.key as Node).range![0]) > dashOf(node, node.items.length - 1);
    return column > indent.length + 1 && !onOwnLine ? ' '.repeat(column) : `${indent}  `;
  }

  #column(offset: number): number {
    return offset - this.#lineStart(offset);
  }

  #lineStart(offset: number): number {
    return this.source.lastIndexOf('\n', offset - 1) + 1;
  }

  #lineEnd(offset: number): number {
    return lineEnd(this.source, offset);
  }

  #insertLines(at: number, lines: readonly string[]): string {
    const open = at > 0 && this.source[at - 1] !== '\n' ? this.#eol : '';
    return this.#put(at, at, open + lines.map(line => line + this.#eol).join(''));
  }

  #put(start: number, end: number, text: string): string {
    this.put = { start, end, text };
    return this.source.slice(0, start) + text + this.source.slice(end);
  }
}

type Field = readonly [name: string, value: unknown];

/** Where the line that holds `offset` ends, its line end included; `offset` itself where it begins a line. */
function lineEnd(source: string, offset: number): number {
  if (offset > 0 && source[offset - 1] === '\n') return offset;
  const lf = source.indexOf('\n', offset);
  return lf < 0 ? source.length : lf + 1;
}

function insertLines(source: string, at: number, lines: readonly string[], eol: string): string {
  const open = at > 0 && source[at - 1] !== '\n' ? eol : '';
  return source.slice(0, at) + open + lines.map(line => line + eol).join('') + source.slice(at);
}

/** Just behind the colon of a pair. */
function keyEnd(source: string, pair: Pair): number {
  const end = (pair.key as Node).range![1];
  const colon = source.indexOf(':', end);
  return colon < 0 ? end : colon + 1;
}

/** Where the dash of a block list's entry stands. */
function dashOf(node: YAMLSeq, index: number): number {
  const token = node.srcToken;
  if (token?.type !== 'block-seq')
    throw new SidecarError('edit-failed', 'The list is laid out in a way that cannot be edited safely');
  // Comments before an entry may be tokens of an item of their own, without a dash.
  const dashes = token.items.flatMap(item =>
    item.start.filter(t => t.type === 'seq-item-ind').map(t => t.offset),
  );
  return dashes[index] ?? token.offset;
}

const textOf = (pair: Pair): string | undefined =>
  isScalar(pair.value)
    ? typeof pair.value.value === 'string'
      ? pair.value.value
      : pair.value.source
    : undefined;

function printBlock(value: unknown): string {
  return typeof value === 'object' && value !== null ? printFlow(value) : printScalar(value);
}

function printFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(printInFlow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([k, v]) => `${printInFlow(k)}: ${printInFlow(v)}`)
      .join(', ')} }`;
  return printInFlow(value);
}

const flowMap = (fields: readonly Field[]): string =>
  `{ ${fields.map(([name, value]) => `${name}: ${printFlow(value)}`).join(', ')} }`;
