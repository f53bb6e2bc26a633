import type { Mention } from '../lexicon/entry.js';
import type { SentenceEnds } from '../report/sentences.js';
import type { Tokens } from '../report/tokens.js';
import type { Reason } from './finding.js';
import type { Unread } from './reading.js';

/** The sentences of one paragraph, in objects that are used again for the next. */
export class SentencePool {
  readonly #pool: Unread[] = [];

  /**
   * The sentences, each with its own mentions and no voice yet; valid until the next paragraph’s are asked for. A
   * paragraph of one sentence, as most are, shares its list of mentions. `width`: how many sums a sentence has.
   */
  withMentions(
    { count, to: ends }: SentenceEnds,
    { start, end }: Tokens,
    mentions: readonly Mention[],
    width: number,
  ): readonly Unread[] {
    const pool = this.#pool;
    let next = 0;
    let from = 0;
    for (let i = 0; i < count; i++) {
      const to = ends[i]!;
      const first = next;
      let [low, high] = [0, 0];
      for (; next < mentions.length && mentions[next]!.from < to; next++) {
        const { place } = mentions[next]!;
        if (place < 32) low |= 1 << place;
        else high |= 1 << (place - 32);
      }
      const sentence = (pool[i] ??= unread());
      sentence.start = start[from]!;
      sentence.end = end[to - 1]!;
      sentence.from = from;
      sentence.to = to;
      sentence.mentions = next - first === mentions.length ? mentions : mentions.slice(first, next);
      sentence.low = low;
      sentence.high = high;
      sentence.base = i * width;
      sentence.voice = 'narrator';
      sentence.voiceReason = SILENT;
      from = to;
    }
    return pool.slice(0, count);
  }

  /** Lets go of the words of the report that the first `count` sentences hold: a piece of a text keeps all of it. */
  forget(count: number): void {
    for (let i = 0; i < count; i++) this.#pool[i]!.voiceReason = SILENT;
  }
}

const SILENT: readonly Reason[] = [];

const unread = (): Unread => ({
  start: 0,
  end: 0,
  from: 0,
  to: 0,
  mentions: [],
  low: 0,
  high: 0,
  base: 0,
  voice: 'narrator',
  voiceReason: SILENT,
});
