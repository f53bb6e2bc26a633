import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { quickRoot } from './quickYaml.js';
import { printScalar } from './scalars.js';
import { Problems, type SidecarProblem, type SidecarProblemCode } from './problems.js';
import type { QuoteSelector, ReadMark, Review, Tag } from './tag.js';

/** The one version of the file form that this program writes, and the newest it reads. */
export const SIDECAR_VERSION = 1;

export type { SidecarProblem, SidecarProblemCode };

/** A sidecar as it reads: what is well formed comes through, the rest is a problem with its place. */
export interface Sidecar {
  readonly source: string;
  /** File name of the report, as the sidecar says it. */
  readonly report?: string;
  readonly tags: readonly Tag[];
  readonly reviews: readonly Review[];
  readonly read: readonly ReadMark[];
  readonly problems: readonly SidecarProblem[];
  /** Whether it may be written to: a file that is not understood whole is left exactly as it is. */
  readonly writable: boolean;
}

/** Code units and lines; a sidecar of this size holds ten thousand tags and more, and is read in a second or two. */
const LARGEST = 8_000_000;
const MOST_LINES = 150_000;

/** The lists of a sidecar, by key. */
export type SidecarList = 'tags' | 'reviews' | 'read';

/** A parsed sidecar with its nodes, for whoever edits it in place. */
export interface SidecarDocument {
  readonly root: YAMLMap | undefined;
  list(key: SidecarList): { readonly pair: Pair; readonly node: YAMLSeq | undefined } | undefined;
}

/** Reads a sidecar's text, whatever it holds. Never throws. */
export function parseSidecar(source: string): Sidecar {
  return parse(source).sidecar;
}

interface Parsed {
  readonly sidecar: Sidecar;
  readonly document: SidecarDocument;
}

/** What was read last: whoever edits a sidecar reads it before and after, and whoever looks then reads that again. */
let last: Parsed | undefined;

/** The same with the nodes, which are not to be changed. */
export function parse(source: string): Parsed {
  if (last?.sidecar.source !== source) last = read(source);
  return last;
}

function read(source: string): Parsed {
  const reader = new Reader(source);
  const root = reader.root();
  const document: SidecarDocument = {
    root,
    list: key => {
      const pair = root?.items.find(item => isScalar(item.key) && item.key.value === key);
      return pair && { pair, node: isSeq(pair.value) ? pair.value : undefined };
    },
  };
  const report = root && reader.text(root, 'report');
  const sidecar: Sidecar = {
    source,
    ...(report === undefined ? {} : { report }),
    tags: reader.entries(document, 'tags', map => reader.tag(map)),
    reviews: reader.entries(document, 'reviews', map => reader.review(map)),
    read: reader.entries(document, 'read', map => reader.readMark(map)),
    problems: reader.problems,
    writable: reader.writable,
  };
  return { sidecar, document };
}

class Reader {
  writable = true;
  readonly #problems: Problems;

  constructor(readonly source: string) {
    this.#problems = new Problems(source);
  }

  get problems(): readonly SidecarProblem[] {
    return this.#problems.all;
  }

  root(): YAMLMap | undefined {
    const { source } = this;
    const conflict = /^(<{7}|={7}|>{7})(?: |\r?$)/m.exec(source);
    if (conflict && /^<{7} /m.test(source)) {
      this.#refuse(
        'merge-conflict',
        'It holds an unresolved merge conflict',
        conflict.index,
        conflict.index + 7,
      );
      return undefined;
    }
    const end = source.length > LARGEST ? LARGEST : endOfLine(source, MOST_LINES);
    if (end < source.length) {
      this.#refuse('too-large', 'It is too large for a sidecar from here on', end, end);
      return undefined;
    }
    const root = quickRoot(source) ?? this.#slowRoot();
    return root && this.#checked(root);
  }

  #slowRoot(): YAMLMap | undefined {
    const document = parseDocument(this.source, {
      prettyErrors: false,
      keepSourceTokens: true,
      logLevel: 'silent',
    });
    for (const error of document.errors.slice(0, 20))
      this.#refuse('not-yaml', plain(error.message), error.pos[0], error.pos[1]);
    const root = document.contents as Node | null;
    if (root === null || (isScalar(root) && root.value === null)) return undefined;
    if (!isMap(root)) {
      this.#refuse('not-a-sidecar', 'A sidecar is a map with version, report and tags', ...place(root));
      return undefined;
    }
    return root;
  }

  #checked(root: YAMLMap): YAMLMap {
    const version = this.#value(root, 'version');
    if (version === undefined) {
      const first = root.items[0]?.key as Node | undefined;
      this.#refuse(
        'version',
        'It does not say its version: the first line should be “version: 1”',
        ...place(first ?? root),
      );
    } else if (!isScalar(version) || version.value !== SIDECAR_VERSION)
      this.#refuse(
        'version',
        'Only version 1 is known here; a newer Inspection Lens may read it',
        ...place(version),
      );
    return root;
  }

  entries<T extends Tag | Review | ReadMark>(
    document: SidecarDocument,
    key: SidecarList,
    read: (map: YAMLMap) => T | undefined,
  ): T[] {
    const list = document.list(key);
    if (!list) return [];
    const value = list.pair.value as Node | null;
    if (!list.node) {
      if (value !== null && !(isScalar(value) && value.value === null))
        this.#refuse('wrong-type', `“${key}” should be a list`, ...place(value));
      return [];
    }
    const entries: T[] = [];
    const ids = new Set<string>();
    for (const node of list.node.items as (Node | null)[]) {
      if (!isMap(node)) {
        const code = isAlias(node) ? 'alias' : 'wrong-type';
        this.#warn(code, `Each of the ${key} should be a map of its own`, ...place(node ?? list.node));
        continue;
      }
      const entry = read(node);
      if (!entry) continue;
      const id = idOf(entry);
      if (ids.has(id)) {
        const at = this.#value(node, 'id') ?? this.#value(node, 'finding') ?? node;
        this.#warn('duplicate-id', `Another of the ${key} is “${id}” too`, ...place(at));
        continue;
      }
      ids.add(id);
      entries.push(entry);
    }
    return entries;
  }

  tag(map: YAMLMap): Tag | undefined {
    const [id, tag, quote] = [this.#needed(map, 'id'), this.#needed(map, 'tag'), this.#needed(map, 'quote')];
    if (id === undefined || tag === undefined || quote === undefined) return undefined;
    return {
      id,
      tag,
      quote,
      ...this.#context(map),
      ...this.#texts(map, 'note', 'by', 'created', 'modified'),
    };
  }

  review(map: YAMLMap): Review | undefined {
    const [finding, kind, quote] = [
      this.#needed(map, 'finding'),
      this.#needed(map, 'kind'),
      this.#needed(map, 'quote'),
    ];
    const decision = this.#needed(map, 'decision');
    if (finding === undefined || kind === undefined || quote === undefined || decision === undefined)
      return undefined;
    if (!isKind(kind)) return this.#odd(map, 'kind', 'judgement, percentage or theme');
    if (!isDecision(decision)) return this.#odd(map, 'decision', 'confirmed, dismissed or corrected');
    const correction = this.#value(map, 'correction');
    return {
      finding,
      kind,
      quote,
      decision,
      ...this.#context(map),
      ...(isMap(correction) ? { correction: scalars(correction) } : {}),
      ...this.#texts(map, 'by', 'created'),
    };
  }

  readMark(map: YAMLMap): ReadMark | undefined {
    const id = this.#needed(map, 'id');
    if (id === undefined) return undefined;
    const quote = this.text(map, 'quote');
    return {
      id,
      ...(quote === undefined ? {} : { quote }),
      ...this.#context(map),
      ...this.#texts(map, 'by', 'created'),
    };
  }

  /** A field's text; numbers and dates as they are written. `undefined` where there is none. */
  text(map: YAMLMap, key: string): string | undefined {
    const node = this.#value(map, key);
    if (node === undefined || (isScalar(node) && node.value === null)) return undefined;
    if (isScalar(node) && typeof node.value === 'string') return node.value;
    if (isScalar(node) && node.source !== undefined) return node.source;
    this.#warn(isAlias(node) ? 'alias' : 'wrong-type', `“${key}” should be a text`, ...place(node));
    return undefined;
  }

  #texts(map: YAMLMap, ...keys: string[]): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const key of keys) {
      const text = this.text(map, key);
      if (text !== undefined) texts[key] = text;
    }
    return texts;
  }

  #context(map: YAMLMap): Omit<QuoteSelector, 'quote'> {
    const [at, nth] = [this.#pair(map, 'at'), this.#pair(map, 'nth')];
    return {
      ...this.#texts(map, 'before', 'after', 'wideBefore', 'wideAfter'),
      ...(at ? { at } : {}),
      ...(nth ? { nth } : {}),
    };
  }

  /** Two whole numbers, the first not above the second. */
  #pair(map: YAMLMap, key: 'at' | 'nth'): readonly [number, number] | undefined {
    const node = this.#value(map, key);
    if (node === undefined) return undefined;
    const items = isSeq(node) ? node.items.map(n => (isScalar(n) ? n.value : undefined)) : [];
    const [first, second] = items;
    if (items.length === 2 && isOffset(first) && isOffset(second) && first <= second) return [first, second];
    this.#warn(
      'wrong-type',
      key === 'at'
        ? '“at” should be two positions, the first not after the second'
        : '“nth” should be which of how many, as in [2, 3]',
      ...place(node),
    );
    return undefined;
  }

  #needed(map: YAMLMap, key: string): string | undefined {
    if (this.#value(map, key) === undefined) {
      this.#warn('incomplete', `“${key}” is missing here`, ...place(map));
      return undefined;
    }
    const text = this.text(map, key);
    if (text === undefined || text === '') {
      if (text !== undefined || isScalar(this.#value(map, key)))
        this.#warn('incomplete', `“${key}” is empty`, ...place(this.#value(map, key)!));
      return undefined;
    }
    return text;
  }

  #odd(map: YAMLMap, key: string, choices: string): undefined {
    this.#warn('wrong-type', `“${key}” should be ${choices}`, ...place(this.#value(map, key)!));
    return undefined;
  }

  #value(map: YAMLMap, key: string): Node | undefined {
    for (const item of map.items)
      if (isScalar(item.key) && item.key.value === key)
        return (item.value as Node | null | undefined) ?? undefined;
    return undefined;
  }

  #refuse(code: SidecarProblemCode, message: string, start: number, end: number): void {
    this.writable = false;
    this.#problems.add({ code, message, severity: 'error', start, end });
  }

  #warn(code: SidecarProblemCode, message: string, start: number, end: number): void {
    this.#problems.add({ code, message, severity: 'warning', start, end });
  }
}

/** Where the nth line ends, or the text where it has fewer. */
function endOfLine(source: string, n: number): number {
  let at = -1;
  for (let line = 0; line < n; line++) {
    at = source.indexOf('\n', at + 1);
    if (at < 0) return source.length;
  }
  return at + 1;
}

/** What an entry is known by in its list. */
export const idOf = (entry: Tag | Review | ReadMark): string =>
  'finding' in entry ? entry.finding : entry.id;

/** A map's scalar fields, as plain values, whatever its keys are called. */
function scalars(map: YAMLMap): Record<string, unknown> {
  const fields = map.items.flatMap(({ key, value }) =>
    isScalar(key) && isScalar(value) ? [[String(key.value), value.value] as const] : [],
  );
  return Object.fromEntries(fields);
}

const place = (node: Node): [number, number] => [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
const isKind = (text: string): text is Review['kind'] =>
  text === 'judgement' || text === 'percentage' || text === 'theme';
const isDecision = (text: string): text is Review['decision'] =>
  text === 'confirmed' || text === 'dismissed' || text === 'corrected';
const plain = (message: string): string => message.split('\n')[0]!;

/** A fresh sidecar for a report (its file name). */
export function newSidecar(reportName: string): string {
  // A line end in a file name must not end the comment.
  const name = reportName.replace(/\p{Cc}|[\u2028\u2029]/gu, ' ');
  const version = String(SIDECAR_VERSION);
  return `# Inspection Lens: analyst tags for ${name}\nversion: ${version}\nreport: ${printScalar(reportName)}\ntags:\n`;
}

const ENDING = '.tags.yaml';

/** `marlow.txt` → `marlow.txt.tags.yaml`, or `marlow.txt.amara.tags.yaml` for one analyst's own. */
export function sidecarNameOf(reportName: string, analyst?: string): string {
  return reportName + (analyst === undefined ? '' : `.${fileSafe(analyst)}`) + ENDING;
}

/** The name without the sidecar's ending; an analyst's own still has the analyst in it. */
export const reportNameOf = (sidecarName: string): string =>
  sidecarName.endsWith(ENDING) ? sidecarName.slice(0, -ENDING.length) : sidecarName;

/** An analyst's name as part of a file name: letters, digits and hyphens. */
const fileSafe = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'analyst';
