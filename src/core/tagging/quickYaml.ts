import type { YAMLMap } from 'yaml';
import { QuickMap, QuickPair, QuickScalar, QuickSeq } from './quickNodes.js';
import { isPlainText } from './scalars.js';

/** Keys whose text no reader takes for anything else; kept once each instead of once an entry. */
const KEYS = new Map(
  'version report tags reviews read id tag finding kind quote before after wideBefore wideAfter at nth decision note by created modified'
    .split(' ')
    .map(key => [key, key]),
);
/** Control characters other than line ends, and marks that belong at the beginning of a file. */
// eslint-disable-next-line no-control-regex
const ODD = /[\0-\x09\x0b\x0c\x0e-\x1f\ufeff]|\r(?!\n)/;
const WHOLE_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
const PAIR = /^\[(0|[1-9]\d{0,14}), ?(0|[1-9]\d{0,14})\]$/;

/**
 * Reads a sidecar that is laid out as this program writes them: comments, then a map of values in one line and of lists
 * of such maps. The nodes are those of the YAML reader, as far as sidecars are read and edited by them, in a fraction
 * of its time. `undefined` where anything is laid out otherwise: by hand, by other programs, or wrongly.
 */
export function quickRoot(source: string): YAMLMap | undefined {
  return ODD.test(source) ? undefined : (new QuickReader(source).root() as YAMLMap | undefined);
}

class QuickReader {
  /** Where the line begins that is read next, in UTF-16 code units; its end, and the beginning of the one after. */
  #at = 0;
  #end = 0;
  #next = 0;

  constructor(readonly source: string) {
    this.#measure();
  }

  root(): QuickMap | undefined {
    const { source } = this;
    while (source[this.#at] === '#') this.#advance();
    const root = new QuickMap(this.#at, source.length, source.length);
    while (this.#at < source.length) {
      const pair = this.#pair(root, this.#at);
      if (!pair) return undefined;
      if (pair.value === null) {
        const list = this.#list();
        if (!list) return undefined;
        pair.value = list;
      } else this.#advance();
    }
    return root.items.length === 0 ? undefined : root;
  }

  /** The entries that follow, all with their dashes in one column. */
  #list(): QuickSeq | undefined {
    const { source } = this;
    this.#advance();
    const indent = this.#column(this.#at);
    const dashes: number[] = [];
    const list = new QuickSeq(this.#at + indent, 0, 0, dashes);
    while (this.#at < source.length) {
      const dash = this.#at + this.#column(this.#at);
      if (source[dash] !== '-') break;
      if (dash - this.#at !== indent || source[dash + 1] !== ' ') return undefined;
      const entry = this.#entry(dash);
      if (!entry) return undefined;
      list.items.push(entry);
      dashes.push(dash);
    }
    list.end = list.next = this.#at;
    return dashes.length === 0 ? undefined : list;
  }

  #entry(dash: number): QuickMap | undefined {
    const start = dash + 1 + this.#column(dash + 1);
    const entry = new QuickMap(start, 0, 0);
    const column = start - this.#at;
    let key = start;
    do {
      const pair = this.#pair(entry, key);
      if (!pair || pair.value === null) return undefined;
      this.#advance();
      key = this.#at + column;
    } while (this.#at < this.source.length && this.#column(this.#at) === column && this.source[key] !== '-');
    entry.end = entry.next = this.#at;
    return entry;
  }

  /** The pair of the line whose key begins here, put into its map; its value is null where there is none. */
  #pair(map: QuickMap, start: number): QuickPair | undefined {
    const { source } = this;
    const colon = source.indexOf(':', start);
    if (colon < 0 || colon >= this.#end) return undefined;
    const name = KEYS.get(source.slice(start, colon));
    if (name === undefined) return undefined;
    for (const { key } of map.items) if (key.value === name) return undefined;
    const pair = new QuickPair(new QuickScalar(name, start, colon, colon), null);
    map.items.push(pair);
    if (colon + 1 === this.#end) return pair;
    const from = colon + 1 + this.#column(colon + 1);
    if (from === colon + 1) return undefined;
    const value = this.#value(from);
    if (value === undefined) return undefined;
    pair.value = value;
    return pair;
  }

  #value(start: number): QuickScalar | QuickSeq | undefined {
    const text = this.source.slice(start, this.#end);
    const value = read(text);
    if (value === undefined) return undefined;
    if (typeof value === 'object') return this.#numbers(value, start);
    return new QuickScalar(value, start, this.#end, this.#next, typeof value === 'number' ? text : undefined);
  }

  #numbers(texts: readonly string[], start: number): QuickSeq {
    const list = new QuickSeq(start, this.#end, this.#next);
    let at = start;
    for (const text of texts) {
      at = this.source.indexOf(text, at + 1);
      list.items.push(new QuickScalar(Number(text), at, at + text.length, at + text.length, text));
      at += text.length;
    }
    return list;
  }

  /** How many spaces there are from here on. */
  #column(at: number): number {
    let count = 0;
    while (this.source.charCodeAt(at + count) === 0x20) count++;
    return count;
  }

  #advance(): void {
    this.#at = this.#next;
    this.#measure();
  }

  #measure(): void {
    const { source } = this;
    const end = source.indexOf('\n', this.#at);
    this.#next = end < 0 ? source.length : end + 1;
    this.#end = end < 0 ? source.length : end > 0 && source[end - 1] === '\r' ? end - 1 : end;
  }
}

/** What is written to the end of a line; for a pair of numbers their texts. `undefined`: who knows. */
function read(text: string): string | number | readonly string[] | undefined {
  if (text.startsWith('"')) {
    if (text.length < 2 || !text.endsWith('"')) return undefined;
    if (!text.includes('\\')) {
      const inner = text.slice(1, -1);
      return inner.includes('"') ? undefined : inner;
    }
    try {
      // JSON's escapes are YAML's too.
      return JSON.parse(text) as string;
    } catch {
      return undefined;
    }
  }
  if (text.startsWith('[')) return PAIR.exec(text)?.slice(1);
  if (WHOLE_NUMBER.test(text)) return Number(text);
  return isPlainText(text) ? text : undefined;
}
