import type { ReadSentence } from './reading.js';
import { WordClasses } from './wordClasses.js';
import type { Words } from './words.js';

/**
 * Kinds of what is graded, by the words for them. A council's own homes have grades of their own, its schools are
 * other bodies, and auditors grade case files on the inspectors' scale.
 */
const KINDS = {
  home: 'home homes fostering adoption agency placements',
  school: 'school schools academy academies nursery nurseries settings colleges pupils provision',
  body: 'agencies councils authorities boroughs counties areas forces trusts departments services neighbour neighbours neighbouring region country nationally england wales scotland',
  case: 'case cases file files audit audits auditors sampled reviews lessons',
} as const;
export const GRADED_KINDS = Object.keys(KINDS) as (keyof typeof KINDS)[];

const CLASSES = new WordClasses(GRADED_KINDS.map((kind, place) => [1 << place, KINDS[kind]]));
const BY_WORD = new Map(
  GRADED_KINDS.flatMap((kind, place) => KINDS[kind].split(' ').map(word => [word, 1 << place])),
);

/** The kinds that a sentence names: a bit for each, by its place in `GRADED_KINDS`. */
export function kindsIn(words: Words, { from, to }: Pick<ReadSentence, 'from' | 'to'>): number {
  let kinds = 0;
  for (let i = from; i < to; i++) kinds |= CLASSES.at(words, i);
  return kinds;
}

/** The first token of a sentence that is of some kind; -1 for none. */
export function firstOfKind(
  words: Words,
  { from, to }: Pick<ReadSentence, 'from' | 'to'>,
  kinds: number,
): number {
  for (let i = from; i < to; i++) if (CLASSES.has(words, i, kinds)) return i;
  return -1;
}

/** The kinds of a subject, which may stand in a paragraph that is no longer read. */
export function kindsOf(subject: string): number {
  let kinds = 0;
  for (const word of subject.toLowerCase().split(/[^a-z]/)) kinds |= BY_WORD.get(word) ?? 0;
  return kinds;
}
