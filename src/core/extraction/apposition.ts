import type { Place } from './antecedent.js';
import { isDash } from './clause.js';
import type { Quote } from './finding.js';
import { AND, isOf, PREPOSITION, PRONOUNS, STOP } from './grammar.js';
import { phrase, phraseBefore } from './nounPhrase.js';
import { groupStart, isQuote, isRelative, isVerbal } from './verbs.js';
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

/** "one, the Isle of Lathe, is": where the one is named, the name is what is graded. */
export function namedOne({ words, sentence, mention, grades }: Place): Quote | undefined {
  let at = mention.from - 1;
  while (at > sentence.from && (isQuote(words, at) || isVerbal(words, at))) at--;
  if (words.mark(at) !== 0x2c) return undefined;
  const low = Math.max(sentence.from, at - APPOSED, grades[grades.indexOf(mention) - 1]?.to ?? 0);
  let from = at;
  while (from > low && words.mark(from - 1) === 0) from--;
  if (words.mark(from - 1) !== 0x2c || words.at(from - 2) !== 'one') return undefined;
  const start = words.at(from) === 'the' ? from + 1 : from;
  return start < at && words.isCapital(start) ? words.quote(start, at) : undefined;
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

/** "help from Wexby, a council rated outstanding", "Mill Lane, a good school since 2012": the name before the comma. */
export function named({ words, sentence, mention }: Place): Quote | undefined {
  const low = Math.max(sentence.from + 1, mention.from - APPOSED);
  let comma = mention.from - 2;
  for (; comma >= low && words.mark(comma) !== 0x2c; comma--) {
    if (words.mark(comma) !== 0 && !isQuote(words, comma)) return undefined;
    if (isOf(words, comma, PREPOSITION | PRONOUNS | AND) && words.at(comma) !== 'in') return undefined;
    if (isOf(words, comma, STOP) && !isRelative(words, comma)) return undefined;
  }
  if (comma < low || !ARTICLES.has(words.reading, comma + 1)) return undefined;
  // "Wexby, a good": of a school or a council, not of a grade.
  const noun = isVerbal(words, mention.from - 1) ? comma + 1 : mention.to;
  for (let i = noun; i < noun + 3; i++)
    if (BODIES.has(words.reading, i)) return capitalsBefore(words, sentence.from, comma);
  return undefined;
}
/** In tokens. */
const APPOSED = 10;
const ARTICLES = new WordSet('a an');
const BODIES = new WordSet(
  'school council authority trust college home force hospital provider service nursery academy agency borough county',
);

/** A name of capital words that ends before token `to`, unless it only says where. */
function capitalsBefore(words: Words, low: number, to: number): Quote | undefined {
  const from = capitalsFrom(words, low, to);
  const isPlace = from > low && PLACING.has(words.reading, from - 1);
  return from < to && !isPlace && !PLACING.has(words.reading, from) ? words.quote(from, to) : undefined;
}
const PLACING = new WordSet('in at across near of');

/** "Wexby and the Isle of Lathe are rated good and inadequate respectively": to each its own. */
export function respective({ words, sentence, mention, grades }: Place): Quote | undefined {
  const [first, second] = grades;
  if (!first || !second || grades.length > 2) return undefined;
  const behind = isQuote(words, second.to) ? second.to + 1 : second.to;
  if (words.at(behind) !== 'respectively' && words.at(behind + 1) !== 'respectively') return undefined;
  let verb = first.from;
  while (verb > sentence.from && isQuote(words, verb - 1)) verb--;
  let end = groupStart(words, sentence.from, verb);
  while (end > sentence.from && words.mark(end - 1) === 0x2c) end--;
  let and = end - 1;
  while (and > sentence.from && end - and < APPOSED && !isOf(words, and, AND)) and--;
  if (!isOf(words, and, AND)) return undefined;
  if (mention === second) return phrase(words, and + 1, end).quote;
  const name = capitalsFrom(words, sentence.from, and);
  return name < and
    ? words.quote(name, and)
    : phrase(words, phraseBefore(words, sentence.from, and), and).quote;
}

function capitalsFrom(words: Words, low: number, to: number): number {
  let from = to;
  while (from > low && words.isCapital(from - 1)) from--;
  return from;
}

function nameBefore(words: Words, low: number, to: number): Quote | undefined {
  let from = phraseBefore(words, low, to);
  for (let k = to - 1; k > from; k--)
    if (['from', 'with', 'by', 'near', 'neighbouring'].includes(words.at(k))) from = k + 1;
  return phrase(words, from, to).quote;
}
