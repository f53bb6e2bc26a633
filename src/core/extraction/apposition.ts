import type { Place } from './antecedent.js';
import { isDash } from './clause.js';
import type { Quote } from './finding.js';
import { phrase, phraseBefore } from './nounPhrase.js';
import { isQuote } from './verbs.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const ONES = new Set('one second third fourth fifth sixth seventh eighth other last latter'.split(' '));

/** "one, Highcastle, is": what a bare count is explained by. */
export function apposed({ words, mention }: Place, low: number): Quote | undefined {
  for (let i = low; i < mention.from - 2; i++) {
    if (words.mark(i) !== 0x2c || !ONES.has(words.at(i - 1))) continue;
    let to = i + 1;
    while (to < mention.from && words.mark(to) !== 0x2c) to++;
    return words.mark(to) === 0x2c ? phrase(words, i + 1, to).quote : undefined;
  }
  return undefined;
}

/** "peers from Wexby, itself inadequate in 2018": what stands before the comma. */
export function besideItself({ words, mention }: Place, low: number): Quote | undefined {
  for (let i = mention.from - 1; i > low + 1 && mention.from - i < 4; i--) {
    if ((words.at(i) !== 'itself' && words.at(i) !== 'themselves') || words.mark(i - 1) !== 0x2c) continue;
    return nameBefore(words, low, i - 1);
  }
  return undefined;
}

/** "who came from neighbouring Wexby – rated outstanding – in 2020": what stands before the dash. */
export function betweenDashes({ words, mention }: Place, low: number): Quote | undefined {
  let from = mention.from;
  while (from > low && (isQuote(words, from - 1) || RATED.has(words.reading, from - 1))) from--;
  if (from <= low + 1 || !isDash(words, from - 1) || !RATED.has(words.reading, from)) return undefined;
  let to = mention.to;
  while (to < mention.to + ASIDE && !isDash(words, to)) to++;
  if (!isDash(words, to)) return undefined;
  // "who ran Wexby – rated good – for years": of a name, the name alone.
  const end = from - 1;
  let name = end;
  while (name > low && words.isCapital(name - 1)) name--;
  return name < end ? words.quote(name, end) : nameBefore(words, low, end);
}
/** How long what is said of a grade between dashes may be, in tokens: “rated good in March 2019”. */
const ASIDE = 6;
const RATED = new WordSet('rated judged graded deemed itself themselves now currently also already');

function nameBefore(words: Words, low: number, to: number): Quote | undefined {
  let from = phraseBefore(words, low, to);
  for (let k = to - 1; k > from; k--)
    if (['from', 'with', 'by', 'near', 'neighbouring'].includes(words.at(k))) from = k + 1;
  return phrase(words, from, to).quote;
}
