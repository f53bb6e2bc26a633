import type { Range } from './clause.js';
import type { Quote } from './finding.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import { AND, ARTICLES, HELPERS, isOn, MOVES, PREPOSITIONS } from './shareWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** A share with its neighbours in the sentence, and the sentence before. */
export interface Place {
  readonly sentence: ReadSentence;
  readonly share: Share;
  readonly previous: Share | undefined;
  readonly next: Share | undefined;
  readonly before: ReadSentence | undefined;
  /** What the share before it in the sentence is of, as a noun phrase. */
  readonly noun: Range | undefined;
  /** The same of the first share of the sentence before. */
  readonly nounBefore: Range | undefined;
}

/** What a share is of: one stretch, or two in the order of the text. */
export interface Measure {
  readonly what: Range | undefined;
  readonly also: Range | undefined;
  /** The noun phrase alone: a later share that only says something is of it too. */
  readonly noun: Range | undefined;
}

export const one = (range: Range | undefined, noun?: Range): Measure => ({
  what: range && range.to > range.from ? range : undefined,
  also: undefined,
  noun,
});

/** Two stretches as one, in the order of the text; the first alone where there is no other. `noun`: if not the first of two. */
export function pair(a: Range | undefined, b: Range | undefined, noun?: Range): Measure {
  if (!a || !b) return one(a ?? b, noun);
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  if (second.from < first.to) return one({ from: first.from, to: Math.max(first.to, second.to) }, noun);
  return { what: first, also: second, noun: noun ?? first };
}

/** A measure in the words of the text, with "…" between its stretches. */
export function quoteOf(words: Words, { what, also }: Measure): Quote | undefined {
  if (!what) return undefined;
  // "of plans were late (target 5%)"
  if (words.at(what.from) === 'of' && what.to > what.from + 1)
    return quoteOf(words, { what: { from: what.from + 1, to: what.to }, also, noun: undefined });
  const said = also && trimmed(words, also, JOINTS);
  // "Turnover is down to 7% from 18%": nothing is said behind, so the verb is all that was left of the first.
  const whole = also && !said ? trimmed(words, what, JOINTS | HELPERS | MOVES) : trimmed(words, what, JOINTS);
  const first = words.quote(what.from, whole?.to ?? what.to);
  if (!said) return first;
  const second = words.quote(said.from, said.to);
  return { start: first.start, end: second.end, text: `${first.text} … ${second.text}` };
}

const HEIGHTS = new WordSet('above below');
const NATIONAL = new WordSet('national regional england');
const TRAILING = new WordSet('than still now again already also during last this');

/** What links a measure to what follows. */
const JOINTS = PREPOSITIONS | ARTICLES | AND;

/** Without the words at its end that are on one of the lists; `undefined` if it has no others. */
function trimmed(words: Words, { from, to }: Range, lists: number): Range | undefined {
  let end = to;
  while (end > from && (isOn(words, end - 1, lists) || TRAILING.has(words.reading, end - 1))) end--;
  if (end - from > 3 && words.at(end - 1) === 'point' && words.at(end - 2) === 'some') end -= 3;
  // "Attendance has been above 95%", "… is above the national average, at 95.4%": how high it is, and no part of it.
  const height = NATIONAL.has(words.reading, end - 1) ? end - 3 : end - 1;
  if (height > from && HEIGHTS.has(words.reading, height))
    return trimmed(words, { from, to: height }, lists | JOINTS | HELPERS);
  return end > from ? { from, to: end } : undefined;
}
