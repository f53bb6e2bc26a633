import type { ReadSentence } from './reading.js';
import { timesIn } from './period.js';
import {
  ADVERBS,
  CONJUNCTIONS,
  DETERMINERS,
  HELPERS,
  LEADS,
  OPENERS,
  PREPOSITIONS,
  SAYING,
  SAYING_BARE,
  VERBS,
} from './shareWords.js';
import { WordClasses } from './wordClasses.js';
import type { Words } from './words.js';

/** What a word is in a sentence that tells a share. */
const HELPER = 1 << 0;
const VERB = 1 << 1;
const CONJUNCTION = 1 << 2;
const ADVERB = 1 << 3;
const SAYS = 1 << 4;
const OPENER = 1 << 5;
const PREPOSITION = 1 << 6;
const DETERMINER = 1 << 7;
const QUANTITY = 1 << 8;
const RELATIVE = 1 << 9;
const AND = 1 << 10;
const WHICH = 1 << 11;
/** It begins one of the phrases that say nothing of a clause's subject. */
const LEAD = 1 << 12;

const all = (words: Iterable<string>): string => [...words].join(' ');
const CLASSES = new WordClasses([
  [HELPER, all(HELPERS)],
  [VERB, all(VERBS)],
  [CONJUNCTION, all(CONJUNCTIONS)],
  [ADVERB, all(ADVERBS)],
  [SAYS, all(SAYING)],
  [OPENER, all(OPENERS)],
  [PREPOSITION, all(PREPOSITIONS)],
  [DETERMINER, all(DETERMINERS)],
  [QUANTITY, 'most many some too few several nearly almost all of both more far every each'],
  [RELATIVE, 'who which that whose whom they we it'],
  [AND, 'and'],
  [WHICH, 'which'],
  [LEAD, all(LEADS.map(phrase => phrase[0]!))],
]);

/** Tokens `[from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

const REACH = 45;
const COMMA = 0x2c;
const HARD = new Set([0x3b, 0x3a, 0x201c, 0x22, 0x2022, 0x2a, 0x25aa, 0x25a0, 0x7c, 0x2e, 0x21, 0x3f]);
const DASHES = new Set([0x2d, 0x2013, 0x2014]);
const CLOSE = 0x29;
const OPEN = 0x28;

/** A dash that stands free, or a bullet. */
export const isDash = (words: Words, i: number): boolean =>
  DASHES.has(words.mark(i)) && words.gap(i) > 0 && words.gap(i + 1) > 0;

/** Marks that no clause goes across. */
export const isHard = (words: Words, i: number): boolean => HARD.has(words.mark(i)) || isDash(words, i);

/** Is there a verb that carries a clause among the tokens, and not that of a relative clause? */
export function hasVerb(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (CLASSES.has(words, i, i > from ? HELPER | VERB : HELPER) && !isRelative(words, from, i)) return true;
  return false;
}

export const isRelative = (words: Words, from: number, i: number): boolean => {
  for (let k = i - 1; k >= Math.max(from, i - 3); k--) {
    if (CLASSES.has(words, k, RELATIVE)) return true;
    if (words.mark(k) !== 0) return false;
  }
  return false;
};

/** First token of the clause that ends before `to`. */
export function clauseStart(words: Words, sentence: ReadSentence, to: number, floor: number): number {
  const least = Math.max(sentence.from, floor, to - REACH);
  for (let i = to - 1; i >= least; i--) {
    if (words.mark(i) === CLOSE) {
      // A bracket closed again is no part of the clause, and no end to it.
      let open = i;
      while (open > least && words.mark(open) !== OPEN) open--;
      i = open;
      continue;
    }
    if (isHard(words, i) || words.mark(i) === OPEN) return i + 1;
    const classes = CLASSES.at(words, i);
    if ((classes & CONJUNCTION) !== 0) return i + 1;
    if ((classes & AND) === 0) continue;
    if (words.mark(i - 1) === COMMA && hasVerb(words, Math.max(least, i - 15), i - 1)) return i + 1;
    if (hasVerb(words, i + 1, to) && hasVerb(words, Math.max(least, i - 12), i)) return i + 1;
  }
  return least;
}

/** Where the subject of a clause begins: behind adverbs, phrases in front, and "who said that". */
export function subjectStart(words: Words, sentence: ReadSentence, from: number, to: number): number {
  let start = from;
  for (let i = from; i < to; i++) {
    if (!CLASSES.has(words, i, SAYS)) continue;
    const that = [1, 2, 3, 4].find(k => i + k < to && words.at(i + k) === 'that');
    if (that) start = i + that + 1;
    else if (
      i > from &&
      SAYING_BARE.has(words.at(i)) &&
      !CLASSES.has(words, i + 1, OPENER) &&
      !CLASSES.has(words, i - 1, HELPER) &&
      words.mark(i + 1) === 0
    )
      start = i + 1;
  }
  for (let i = Math.max(from, start) + 1; i < to; i++)
    if (CLASSES.has(words, i, WHICH) && CLASSES.has(words, i - 1, PREPOSITION)) start = i + 1;
  for (let again = true; again && start < to;) {
    again = false;
    while (
      start < to &&
      (words.mark(start) !== 0 || CLASSES.has(words, start, ADVERB) || isNumbering(words, sentence, start))
    ) {
      start++;
      again = true;
    }
    const lead = leadAt(words, start);
    if (lead > 0) {
      start += lead;
      again = true;
      continue;
    }
    const opens = CLASSES.has(words, start, OPENER);
    const [time] = timesIn(words, sentence, start, Math.min(to, start + 10));
    // "In 2019 attendance was"; but "In the 2019 tests" is no time.
    if (
      time &&
      (time.from === start || (opens && time.from === start + 1)) &&
      !(words.isNumber(time.to - 1) && words.at(time.to - 2) === 'the')
    ) {
      start = time.to;
      again = true;
      continue;
    }
    const comma = opens ? commaFrom(words, start, Math.min(to, start + 22)) : undefined;
    if (comma) {
      start = comma + 1;
      again = true;
    }
  }
  return start;
}

/** How many words the phrase that begins here has, if it is one that says nothing of the subject. */
function leadAt(words: Words, start: number): number {
  if (!CLASSES.has(words, start, LEAD)) return 0;
  const lead = LEADS.find(phrase => phrase.every((word, k) => words.at(start + k) === word));
  return lead?.length ?? 0;
}

/** "2.4" and the like in front of a paragraph. */
const isNumbering = (words: Words, sentence: ReadSentence, i: number): boolean =>
  i <= sentence.from + 1 && words.isNumber(i) && (words.at(i).includes('.') || words.mark(i + 1) === 0x2e);

export function commaFrom(words: Words, from: number, to: number): number | undefined {
  for (let i = from; i < to; i++) if (words.mark(i) === COMMA) return i;
  return undefined;
}

/** The noun phrase that a clause begins with: up to its verb. */
export function firstNoun(words: Words, sentence: ReadSentence, from: number, to: number): Range | undefined {
  let start = subjectStart(words, sentence, from, to);
  while (start < to && CLASSES.has(words, start, DETERMINER | QUANTITY)) start++;
  let end = start;
  while (end < to && end - start < 10) {
    if (isHard(words, end) || words.mark(end) === COMMA || words.mark(end) === OPEN) break;
    const classes = end > start ? CLASSES.at(words, end) : 0;
    if ((classes & (HELPER | VERB)) !== 0 && !isRelative(words, start, end)) break;
    if ((classes & CONJUNCTION) !== 0) break;
    end++;
  }
  return end > start ? { from: start, to: end } : undefined;
}
