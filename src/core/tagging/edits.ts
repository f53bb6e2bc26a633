import { parseSidecar, type SidecarList } from './sidecar.js';
import { type Put, SidecarError, Splicer } from './splicer.js';
import type { ReadMark, Review, Tag } from './tag.js';

export { SidecarError };

/** One change of a sidecar. In `changes`, a field with a value is set and one that is `undefined` taken away. */
export type SidecarEdit =
  | { readonly type: 'addTag'; readonly tag: Tag }
  | { readonly type: 'updateTag'; readonly id: string; readonly changes: Changes<Tag> }
  | { readonly type: 'removeTag'; readonly id: string }
  | { readonly type: 'setReview'; readonly review: Review }
  | { readonly type: 'removeReview'; readonly finding: string }
  | { readonly type: 'addRead'; readonly mark: ReadMark }
  | { readonly type: 'removeRead'; readonly id: string }
  /** The name of the report, where the sidecar says one. */
  | { readonly type: 'setReport'; readonly report: string };

type Changes<T> = { readonly [K in keyof Omit<T, 'id'>]?: T[K] | undefined };

/**
 * Makes the edits in a sidecar's text by cutting and inserting: every byte that they do not concern stays, comments,
 * order, unknown keys, quoting and line ends included.
 *
 * @throws SidecarError; the text is then to be left as it is.
 */
export function editSidecar(source: string, edits: readonly SidecarEdit[]): string {
  return (
    updatedAtOnce(source, edits) ??
    addedAtOnce(source, edits) ??
    edits.reduce((text, edit) => checked(text, edit), source)
  );
}

type Update = Extract<SidecarEdit, { type: 'updateTag' }>;

/**
 * Updates of different tags, and all of their fields, by one reading instead of one each: a report saved with hundreds
 * of moved tags must not cost the square of their number. `undefined` where that cannot be done, or would not read as meant.
 */
function updatedAtOnce(source: string, edits: readonly SidecarEdit[]): string | undefined {
  const updates = edits.filter((edit): edit is Update => edit.type === 'updateTag');
  if (updates.length === 0 || updates.length < edits.length) return undefined;
  if (new Set(updates.map(u => u.id)).size < updates.length) return undefined;
  const splicer = new Splicer(source);
  const puts: Put[] = [];
  for (const { id, changes } of updates)
    for (const [field, value] of Object.entries(changes)) {
      splicer.put = undefined;
      splicer.set('tags', id, field, value);
      if (splicer.put) puts.push(splicer.put);
    }
  // From the end, so that what comes before stays where it is; of two in one place the first stands first.
  const order = puts.map((put, i) => ({ ...put, i })).sort((a, b) => b.start - a.start || b.i - a.i);
  const pieces: string[] = [];
  let end = source.length;
  for (const put of order) {
    if (put.end > end) return undefined;
    pieces.push(source.slice(put.end, end), put.text);
    end = put.start;
  }
  const after = source.slice(0, end) + pieces.reverse().join('');
  const [was, is] = [parseSidecar(source), parseSidecar(after)];
  const wanted = new Map(updates.map(u => [u.id, u.changes]));
  const asMeant =
    is.writable &&
    is.tags.length === was.tags.length &&
    is.tags.every((tag, i) => same(tag, { ...was.tags[i]!, ...wanted.get(tag.id) }));
  return asMeant ? after : undefined;
}

type Loose = { readonly [K in keyof Tag]?: Tag[K] | undefined };

/** Have two tags the same fields, but for such as are not set? */
const same = (a: Loose, b: Loose): boolean =>
  FIELDS.every(name => {
    const [x, y] = [a[name], b[name]];
    return x === y || (typeof x === 'object' && typeof y === 'object' && x[0] === y[0] && x[1] === y[1]);
  });

/** All that a tag may have. */
const FIELDS = Object.keys({
  id: 0,
  tag: 0,
  quote: 0,
  before: 0,
  after: 0,
  wideBefore: 0,
  wideAfter: 0,
  at: 0,
  nth: 0,
  note: 0,
  by: 0,
  created: 0,
  modified: 0,
} satisfies Record<keyof Tag, 0>) as (keyof Tag)[];

/** Many new tags by two readings: the first makes a list where there is none, and the others stand behind it. */
function addedAtOnce(source: string, edits: readonly SidecarEdit[]): string | undefined {
  const tags = edits.flatMap(edit => (edit.type === 'addTag' ? [edit.tag] : []));
  if (tags.length < 3 || tags.length < edits.length) return undefined;
  const first = checked(source, edits[0]!);
  const splicer = new Splicer(first);
  let [at, texts] = [-1, ''];
  for (const tag of tags.slice(1)) {
    splicer.add('tags', tag);
    const { start, end, text } = splicer.put!;
    if (start !== end || (at >= 0 && start !== at)) return undefined;
    [at, texts] = [start, texts + text];
  }
  const after = first.slice(0, at) + texts + first.slice(at);
  const [was, is] = [parseSidecar(first), parseSidecar(after)];
  return is.writable && is.tags.length === was.tags.length + tags.length - 1 ? after : undefined;
}

/** Makes one edit and reads the result back: what would not read as meant is not handed out. */
function checked(source: string, edit: SidecarEdit): string {
  const after = apply(source, edit);
  if (after === source) return source;
  const [was, is] = [parseSidecar(source), parseSidecar(after)];
  const growth = edit.type.startsWith('add') ? 1 : edit.type.startsWith('remove') ? -1 : 0;
  const count = (s: typeof is): number => s.tags.length + s.reviews.length + s.read.length;
  const fits = edit.type === 'setReview' ? count(is) - count(was) <= 1 : count(is) - count(was) === growth;
  if (!is.writable || !fits)
    throw new SidecarError('edit-failed', 'The sidecar is laid out in a way that cannot be edited safely');
  return after;
}

function apply(source: string, edit: SidecarEdit): string {
  switch (edit.type) {
    case 'addTag':
      return new Splicer(source).add('tags', edit.tag);
    case 'addRead':
      return new Splicer(source).add('read', edit.mark);
    case 'removeTag':
      return new Splicer(source).remove('tags', edit.id);
    case 'removeReview':
      return new Splicer(source).remove('reviews', edit.finding);
    case 'removeRead':
      return new Splicer(source).remove('read', edit.id);
    case 'setReport':
      return new Splicer(source).setReport(edit.report);
    case 'updateTag':
      return update(source, 'tags', edit.id, edit.changes);
    case 'setReview': {
      const { finding, ...rest } = edit.review;
      const known = parseSidecar(source).reviews.some(r => r.finding === finding);
      return known
        ? update(source, 'reviews', finding, { correction: undefined, ...rest })
        : new Splicer(source).add('reviews', edit.review);
    }
  }
}

/** Field by field, since each cut moves what follows it. */
const update = (source: string, list: SidecarList, id: string, changes: object): string =>
  Object.entries(changes).reduce((text, [key, value]) => new Splicer(text).set(list, id, key, value), source);
