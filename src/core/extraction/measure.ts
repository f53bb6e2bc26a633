import type { Quote } from './finding.js';
import { datesIn, isMonth } from './dates.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import type { Words } from './words.js';

const LONGEST = 12;
const DETERMINERS = new Set('the a an its their our all these those any'.split(' '));
const ENDS = new Set(
  'compared against while although but whereas which because who up down from than with by though since'.split(
    ' ',
  ),
);
const THIN = new Set(
  'is are was were be been being has have had will would to from at by of in on for only just now about nearly almost over under more less than some around and but with against compared up down rose risen fell fallen increased dropped stood stands reached reach account accounts accounted fill fills went going go it notes that still as few'.split(
    ' ',
  ),
);

/**
 * What a share is a share of: the words behind "of", or what is said of it behind the verb, and what stands before.
 * Where both halves say it, the text has them with "…" between.
 */
export function measureOf(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  next: Share | undefined,
): Quote | undefined {
  const end = Math.min(sentence.to, next?.from ?? sentence.to);
  const earlier = before(words, sentence, share);
  if (words.at(share.to) === 'of') {
    const relative = words.at(share.to + 1) === 'which' || words.at(share.to + 1) === 'whom';
    const later = behind(words, share.to + (relative ? 2 : 1), end);
    return (
      joined(
        earlier && !PRONOUNS.has(earlier.text.split(/\s/, 1)[0]!.toLowerCase()) ? earlier : undefined,
        later,
      ) ?? earlier
    );
  }
  if (share.form === 'points' || isMonth(words.at(share.to + 1))) return earlier;
  const from = skipped(words, share.to, end);
  const said =
    from < end && !ENDS.has(words.at(from)) && !words.isNumber(from) && words.mark(from) === 0
      ? behind(words, from, end)
      : undefined;
  if (!said?.text.includes(' ')) return earlier ?? said;
  return from > share.to && earlier && isPlace(words, sentence, share)
    ? said
    : (joined(from > share.to ? undefined : earlier, said) ?? earlier);
}

/** What stands before these is who says it. */
const SPOKEN = new Set([0x201c, 0x22, 0x3a]);
const PRONOUNS = new Set(['we', 'they', 'it', 'he', 'she', 'i', 'there']);

/** Behind the verb, and what stands in brackets, after a share. */
function skipped(words: Words, from: number, end: number): number {
  let to = from;
  if (words.mark(to) === 0x28) while (to < end && words.mark(to++) !== 0x29);
  while (to < end && BEING.has(words.at(to))) to++;
  return to;
}
const BEING = new Set('is are was were be being been now had has have still already only'.split(' '));

const isPlace = (words: Words, sentence: ReadSentence, share: Share): boolean =>
  words.mark(share.from - 1) === 0x2c || words.at(share.from - 1) === 'with' || share.from === sentence.from;

function joined(a: Quote | undefined, b: Quote | undefined): Quote | undefined {
  if (!a || !b) return b;
  return { start: a.start, end: b.end, text: `${a.text} … ${b.text}` };
}

function behind(words: Words, from: number, limit: number): Quote | undefined {
  let start = from;
  while (start < limit && DETERMINERS.has(words.at(start))) start++;
  let to = start;
  let depth = 0;
  while (to < limit && to - start < LONGEST) {
    const mark = words.mark(to);
    const word = words.at(to);
    if (mark === 0x28) depth++;
    else if (mark !== 0 && mark !== 0x2d && mark !== 0x2019 && depth === 0) break;
    if (to > start && ENDS.has(word) && !(word === 'with' || word === 'by' || word === 'from')) break;
    if (
      to > start + 1 &&
      word === 'in' &&
      (isMonth(words.at(to + 1)) ||
        words.isNumber(to + 1) ||
        ['the', 'this', 'each'].includes(words.at(to + 1)))
    )
      break;
    if (
      to > start &&
      (word === 'compared' || word === 'against' || (word === 'and' && words.isNumber(to + 1)))
    )
      break;
    to++;
  }
  while (
    to > start &&
    (words.mark(to - 1) !== 0 || ['and', 'in', 'of', 'only', 'with'].includes(words.at(to - 1)))
  )
    to--;
  return to > start ? words.quote(start, to) : undefined;
}

function before(words: Words, sentence: ReadSentence, share: Share): Quote | undefined {
  let to = share.from;
  while (to > sentence.from && (THIN.has(words.at(to - 1)) || words.mark(to - 1) !== 0)) {
    if (SPOKEN.has(words.mark(to - 1))) return undefined;
    to--;
  }
  let from = to;
  while (from > sentence.from && to - from < LONGEST) {
    const mark = words.mark(from - 1);
    if (
      (mark !== 0 && mark !== 0x2d && mark !== 0x2019) ||
      ['and', 'but', 'that', 'while', 'although', 'with'].includes(words.at(from - 1))
    )
      break;
    from--;
  }
  while (
    from < to &&
    (DETERMINERS.has(words.at(from)) ||
      words.mark(from) !== 0 ||
      ['proportion', 'percentage', 'share', 'number', 'of', 'in'].includes(words.at(from)))
  )
    from++;
  if (to - from === 1 && ['which', 'that', 'it', 'this'].includes(words.at(from))) return undefined;
  return to > from ? words.quote(from, to) : undefined;
}

/** When the figure is of: the nearest date or time words behind it, before the next share; else those before it. */
export function periodOf(
  words: Words,
  sentence: ReadSentence,
  share: Share,
  previous: Share | undefined,
  next: Share | undefined,
): Quote | undefined {
  const end = Math.min(sentence.to, next?.from ?? sentence.to, share.to + 24);
  const start = Math.max(sentence.from, previous?.to ?? sentence.from, share.from - 16);
  return within(words, sentence, share.to, end, true) ?? within(words, sentence, start, share.from, false);
}

function within(
  words: Words,
  sentence: ReadSentence,
  from: number,
  to: number,
  first: boolean,
): Quote | undefined {
  const dates = datesIn(words, from, to);
  // "in January 2017" is a date, and not the phrase "in January".
  const phrases = mentionsOf(sentence, 'period', from, to).filter(
    p => !dates.some(d => d.from < p.to && p.from < d.to && d.to > p.to),
  );
  const all = [...phrases, ...dates].sort((a, b) => a.from - b.from || b.to - a.to);
  const one = first ? all[0] : all.at(-1);
  if (!one) return undefined;
  let start = one.from;
  while (start < one.to && ['the', 'in', 'at', 'on', 'since'].includes(words.at(start))) start++;
  return words.quote(start, one.to);
}
