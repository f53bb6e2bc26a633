import type { Place } from './antecedent.js';
import type { Quote } from './finding.js';
import { phrase, phraseBefore } from './nounPhrase.js';

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
    let from = phraseBefore(words, low, i - 1);
    for (let k = i - 2; k > from; k--)
      if (['from', 'with', 'by', 'near', 'neighbouring'].includes(words.at(k))) from = k + 1;
    return phrase(words, from, i - 1).quote;
  }
  return undefined;
}
