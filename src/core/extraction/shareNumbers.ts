import type { Mention } from '../lexicon/entry.js';
import { hashOf } from '../report/tokens.js';
import { isDash } from './clause.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import { isOn, MOVES } from './shareWords.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const PERCENT = 0x25;
const SLASH = 0x2f;
const HYPHENS = new Set([0x2d, 0x2013, 0x2014]);
const [POINTS, POINT] = [hashOf('points'), hashOf('point')];
/** "1.8 points higher", "eight points up on": what makes points of a share of points. */
const BESIDE = new WordSet(
  'higher lower above below up down more less fewer better worse wider narrower behind ahead clear short',
);
const BY = new WordSet('by');
const UP_OR_DOWN = new WordSet('up down');

/** Is there a percent sign, or are there points? One may stand behind the sentence, whose last number it is of. */
export function holdsSign({ reading: { tokens } }: Words, { from, to }: ReadSentence): boolean {
  const { hash, mark } = tokens;
  for (let i = from; i < to + 3 && i < tokens.count; i++)
    if (hash[i] === POINTS || hash[i] === POINT || mark[i] === PERCENT) return true;
  return false;
}

/** Adds the numbers that have a sign. */
export function addNumbers(
  words: Words,
  sentence: ReadSentence,
  signs: readonly Mention[],
  shares: Share[],
): void {
  const numbers = mentionsOf(sentence, 'number-word');
  for (let i = sentence.from; i < sentence.to; i++) {
    const to = numberTo(words, numbers, i);
    const share = to > 0 ? withSign(words, signs, numbers, i, to) : undefined;
    if (!share) continue;
    if (!isIdiom(sentence, share)) shares.push(share);
    i = share.to - 1;
  }
}

/** Behind the number that begins at a token; 0 if none does. */
const numberTo = (words: Words, numbers: readonly Mention[], token: number): number =>
  words.isNumber(token) ? token + 1 : (mentionAt(numbers, token)?.to ?? 0);

/** The number that begins at a token; `NaN` for one like "1.2.3". */
const numberAt = (words: Words, numbers: readonly Mention[], token: number): number =>
  Number(words.isNumber(token) ? words.at(token).replaceAll(',', '') : mentionAt(numbers, token)!.id);

/** The mention that begins at a token; they are in order. */
function mentionAt(mentions: readonly Mention[], token: number): Mention | undefined {
  let [low, high] = [0, mentions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.from < token) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention?.from === token ? mention : undefined;
}

/** The number `[from, to)` with its sign; a range as one. */
function withSign(
  words: Words,
  signs: readonly Mention[],
  numbers: readonly Mention[],
  from: number,
  to: number,
): Share | undefined {
  const sign = signAt(words, signs, to);
  const range = rangeFrom(words, signs, numbers, from, to, sign);
  if (range) return range;
  if (!sign) return undefined;
  const value = numberAt(words, numbers, from);
  return Number.isFinite(value) ? { from, to: sign.to, value, form: sign.form } : undefined;
}

/** "20–25%", "between 5% and 7%". */
function rangeFrom(
  words: Words,
  signs: readonly Mention[],
  numbers: readonly Mention[],
  from: number,
  to: number,
  sign: Sign | undefined,
): Share | undefined {
  const joiner = sign ? sign.to : to;
  const link = words.at(joiner);
  if (link !== 'to' && link !== 'and' && !HYPHENS.has(words.mark(joiner))) return undefined;
  // "2013–14 to 82%", "2010/11 to 83 per cent"
  const joined = HYPHENS.has(words.mark(from - 1)) || words.mark(from - 1) === SLASH;
  if (joined && words.isNumber(from - 2)) return undefined;
  // "St Mark’s – 69% – 74% – Good": dashes part the cells of a row.
  if (isDash(words, joiner) && isDash(words, from - 1)) return undefined;
  const second = numberTo(words, numbers, joiner + 1);
  const end = second > 0 ? signAt(words, signs, second) : undefined;
  if (!end || (sign && sign.form !== end.form)) return undefined;
  const before = words.at(from - 1);
  if (before !== 'between' && (link === 'and' || (link === 'to' && sign && before === 'from')))
    return undefined;
  const value = numberAt(words, numbers, from);
  // "rose from 12 to 21 per cent": two figures with one sign.
  if (link === 'to' && before === 'from' && isOn(words, from - 2, MOVES))
    return Number.isFinite(value) ? { from, to, value, form: end.form } : undefined;
  const upper = numberAt(words, numbers, joiner + 1);
  if (!(upper > value) || !Number.isFinite(upper)) return undefined;
  return { from: before === 'between' ? from - 1 : from, to: end.to, value, upper, form: end.form };
}

interface Sign {
  readonly to: number;
  readonly form: Share['form'];
}

export function signAt(words: Words, signs: readonly Mention[], token: number): Sign | undefined {
  if (words.mark(token) === PERCENT) {
    const points = words.at(token + 1) === 'points' || words.at(token + 1) === 'point';
    return { to: points ? token + 2 : token + 1, form: points ? 'points' : 'percent' };
  }
  if (words.at(token) === 'points' || words.at(token) === 'point')
    if (
      BESIDE.has(words.reading, token + 1) ||
      UP_OR_DOWN.has(words.reading, token - 2) ||
      isMovedBy(words, token - 2)
    )
      return { to: token + 1, form: 'points' };
  const mention = mentionAt(signs, token);
  return mention && { to: mention.to, form: mention.id === 'points' ? 'points' : 'percent' };
}

/** "Climbed by 9.3 points", "cut the grant by a quarter": does "by" stand at a token, and a move before it? */
export function isMovedBy(words: Words, by: number): boolean {
  if (!BY.has(words.reading, by)) return false;
  for (let i = by - 1; i > by - 7; i--) if (isOn(words, i, MOVES)) return true;
  return false;
}

/** "100% committed", "110 per cent sure": no measurement. */
function isIdiom(sentence: ReadSentence, share: Share): boolean {
  return (
    share.value >= 100 &&
    mentionsOf(sentence, 'hundred-idiom', share.from - 3, share.to + 4).some(m =>
      m.id === 'after' ? m.from === share.to : m.to === share.from,
    )
  );
}
