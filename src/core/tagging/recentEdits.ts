import type { SidecarEdit } from './edits.js';
import { parseSidecar, type Sidecar } from './sidecar.js';

type Update = Extract<SidecarEdit, { type: 'updateTag' }>;

/**
 * What this window did last to each entry of a file, so that it can tell what another one wrote over unknowingly from
 * what was meant to be changed since.
 */
export class RecentEdits {
  readonly #last = new Map<string, SidecarEdit>();

  add(file: string, edits: readonly SidecarEdit[]): void {
    for (const edit of edits) {
      const key = keyOf(file, edit);
      if (key !== undefined) this.#last.set(key, joined(this.#last.get(key), edit));
    }
  }

  /** Of these edits the ones to make again: what they did is not in the file, and nobody did anything later. */
  lost(file: string, edits: readonly SidecarEdit[], source: string): SidecarEdit[] {
    const sidecar = parseSidecar(source);
    if (!sidecar.writable) return [];
    const lost = new Map<string, SidecarEdit>();
    for (const edit of edits) {
      const key = keyOf(file, edit);
      const last = key === undefined ? undefined : this.#last.get(key);
      if (last && isLost(last, sidecar)) lost.set(key!, last);
    }
    return [...lost.values()];
  }

  /** Is any of the edits still to be looked after? */
  has(file: string, edits: readonly SidecarEdit[]): boolean {
    return edits.some(edit => {
      const key = keyOf(file, edit);
      return key !== undefined && this.#last.has(key);
    });
  }

  forget(file: string, edits: readonly SidecarEdit[]): void {
    for (const edit of edits) {
      const key = keyOf(file, edit);
      if (key !== undefined && this.#last.get(key) === edit) this.#last.delete(key);
    }
  }

  /** Whatever was done to the file is no longer to be looked after. */
  clear(file: string): void {
    for (const key of this.#last.keys()) if (key.startsWith(`${file}\n`)) this.#last.delete(key);
  }
}

function keyOf(file: string, edit: SidecarEdit): string | undefined {
  switch (edit.type) {
    case 'addTag':
      return `${file}\ntag ${edit.tag.id}`;
    case 'updateTag':
    case 'removeTag':
      return `${file}\ntag ${edit.id}`;
    case 'setReview':
      return `${file}\nreview ${edit.review.finding}`;
    case 'removeReview':
      return `${file}\nreview ${edit.finding}`;
    case 'addRead':
      return `${file}\nread ${edit.mark.id}`;
    case 'removeRead':
      return `${file}\nread ${edit.id}`;
    case 'setReport':
      return undefined;
  }
}

/** Two edits of one entry as one. */
function joined(first: SidecarEdit | undefined, then: SidecarEdit): SidecarEdit {
  if (then.type !== 'updateTag') return then;
  if (first?.type === 'addTag') {
    const fields = Object.entries({ ...first.tag, ...then.changes }).filter(([, v]) => v !== undefined);
    return { type: 'addTag', tag: Object.fromEntries(fields) as unknown as typeof first.tag };
  }
  return first?.type === 'updateTag' ? { ...then, changes: { ...first.changes, ...then.changes } } : then;
}

function isLost(edit: SidecarEdit, { tags, reviews, read }: Sidecar): boolean {
  switch (edit.type) {
    case 'addTag':
      return !tags.some(tag => tag.id === edit.tag.id);
    case 'removeTag':
      return tags.some(tag => tag.id === edit.id);
    case 'updateTag':
      return isStale(
        edit,
        tags.find(tag => tag.id === edit.id),
      );
    case 'setReview': {
      const { finding, decision, created = '' } = edit.review;
      const there = reviews.find(review => review.finding === finding);
      return !there || (there.decision !== decision && (there.created ?? '') < created);
    }
    case 'removeReview':
      return reviews.some(review => review.finding === edit.finding);
    case 'addRead':
      return !read.some(mark => mark.id === edit.mark.id);
    case 'removeRead':
      return read.some(mark => mark.id === edit.id);
    case 'setReport':
      return false;
  }
}

/** Does a tag say something else than the analyst made it say, though nobody has changed it later? */
function isStale({ changes }: Update, tag: Sidecar['tags'][number] | undefined): boolean {
  // A change without a time is one of a hint, which the next save puts right.
  if (!tag || changes.modified === undefined || (tag.modified ?? '') >= changes.modified) return false;
  return Object.entries(changes).some(
    ([field, value]) => JSON.stringify(tag[field as keyof typeof tag]) !== JSON.stringify(value),
  );
}
