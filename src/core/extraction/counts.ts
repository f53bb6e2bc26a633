import type { Mention } from '../lexicon/entry.js';
import { isMonth } from './dates.js';
import type { Quote } from './finding.js';
import type { JudgementCarry } from './judgementCarry.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Words } from './words.js';

export const NUMBERS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

const numberAt = (words: Words, token: number): number | undefined => {
  if (words.isNumber(token)) return Number(words.at(token).replaceAll(',', ''));
  return NUMBERS.get(words.at(token));
};

/** "Seven were found to be good", "two adequate", "of eight areas five were rated good". */
export function countOf(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  carry: JudgementCarry,
): { count: number; of?: number; counted?: Quote } | undefined {
  const judged = mentionsOf(sentence, 'grade')
    .filter(g => g.to <= mention.from)
    .at(-1);
  const from = Math.max(sentence.from, judged?.to ?? sentence.from, mention.from - 12);
  let count: number | undefined;
  for (let i = mention.from - 1; i >= from; i--) {
    const n = numberAt(words, i);
    if (n === undefined || !Number.isInteger(n) || (n > 1900 && n < 2100 && words.isNumber(i))) continue;
    if (
      ['in', 'on', 'since', 'after', 'not', 'with', 'for', 'by'].includes(words.at(i - 1)) ||
      ['years', 'months', 'year', 'decade', 'day'].includes(words.at(i + 1)) ||
      isMonth(words.at(i + 1))
    )
      continue;
    if (
      words.mark(i + 1) === 0x25 ||
      words.at(i + 1) === 'per' ||
      words.isNumber(i + 1) ||
      words.mark(i - 1) === 0xa3
    )
      continue;
    // "Three of the four": the part, not the whole.
    const part =
      words.at(i - 1) === 'of' ? i - 2 : words.at(i - 2) === 'of' && words.at(i - 1) === 'the' ? i - 3 : i;
    count = numberAt(words, part) ?? (part === i ? n : undefined);
    break;
  }
  if (count === undefined) return undefined;
  const whole = wholeOf(words, sentence);
  const of = whole?.of ?? carry.of;
  if (of !== undefined && of < count) return undefined;
  // A bare "one" is a count only of something that is counted.
  if (count === 1 && of === undefined) return undefined;
  const counted = whole?.counted ?? carry.counted;
  return { count, ...(of === undefined ? {} : { of }), ...(counted ? { counted } : {}) };
}

/** "10 outcome areas", "of the 17 authorities": the whole that is counted. */
export function wholeOf(words: Words, sentence: ReadSentence): { of: number; counted: Quote } | undefined {
  for (const things of mentionsOf(sentence, 'counted')) {
    for (let i = things.from - 1; i >= Math.max(sentence.from, things.from - 4); i--) {
      const n = numberAt(words, i);
      if (n === undefined || words.mark(i + 1) === 0x25) continue;
      return { of: n, counted: words.quote(i + 1, things.to) };
    }
  }
  return undefined;
}
