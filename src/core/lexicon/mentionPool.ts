import type { Mention } from './entry.js';

type Making<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The mentions of one paragraph, in objects that are used again for the next: there are tens of thousands in a report,
 * and hardly any outlives its paragraph.
 */
export class MentionPool {
  readonly #pool: Making<Mention>[] = [];
  count = 0;

  at(index: number): Mention {
    return this.#pool[index]!;
  }

  add(place: number, id: string, from: number, to: number, start: number, end: number): void {
    const mention = this.#pool[this.count++];
    if (!mention) {
      this.#pool.push({ place, id, from, to, start, end });
      return;
    }
    mention.place = place;
    mention.id = id;
    mention.from = from;
    mention.to = to;
    mention.start = start;
    mention.end = end;
  }

  /** Takes one out; those behind it move up. */
  remove(index: number): void {
    const pool = this.#pool;
    const free = pool[index]!;
    for (let i = index + 1; i < this.count; i++) pool[i - 1] = pool[i]!;
    pool[--this.count] = free;
  }

  /** All of them, valid until the next are looked for. */
  list(): readonly Mention[] {
    return this.#pool.slice(0, this.count);
  }
}
