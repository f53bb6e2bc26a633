import type { Mention } from '../lexicon/entry.js';
import { hashOf } from '../report/tokens.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import type { Words } from './words.js';

const PERCENT = 0x25;
const HYPHENS = new Set([0x2d, 0x2013, 0x2014]);
const POINTS = hashOf('points');

/** Is there a percent sign, or are there points? One may stand behind the sentence, whose last number it is of. */
export function holdsSign({ reading: { text, tokens } }: Words, { from, to }: ReadSentence): boolean {
  const { hash, start } = tokens;
  for (let i = from; i < to + 3 && i < tokens.count; i++)
    if (hash[i] === POINTS || (hash[i] === 0 && text.charCodeAt(start[i]!) === PERCENT)) return true;
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
    const number = numberAt(words, numbers, i);
    if (!number) continue;
    const share = withSign(words, signs, numbers, number);
    if (!share) continue;
    if (!isIdiom(sentence, share)) shares.push(share);
    i = share.to - 1;
  }
}

interface NumberHere {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

function numberAt(words: Words, numbers: readonly Mention[], token: number): NumberHere | undefined {
  if (words.isNumber(token)) {
    const value = Number(words.at(token).replaceAll(',', ''));
    return Number.isFinite(value) ? { from: token, to: token + 1, value } : undefined;
  }
  const mention = mentionAt(numbers, token);
  return mention && { from: mention.from, to: mention.to, value: Number(mention.id) };
}

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

/** A number with its sign; a range as one. */
function withSign(
  words: Words,
  signs: readonly Mention[],
  numbers: readonly Mention[],
  first: NumberHere,
): Share | undefined {
  const sign = signAt(words, signs, first.to);
  const joiner = sign ? sign.to : first.to;
  const inYears = HYPHENS.has(words.mark(first.from - 1)) && words.isNumber(first.from - 2); // "2013–14 to 82%"
  const isTo =
    !inYears && (HYPHENS.has(words.mark(joiner)) || words.at(joiner) === 'to' || words.at(joiner) === 'and');
  const second = isTo ? numberAt(words, numbers, joiner + 1) : undefined;
  const end = second && signAt(words, signs, second.to);
  const between = words.at(first.from - 1) === 'between';
  if (
    second &&
    end &&
    (!sign || sign.form === end.form) &&
    second.value > first.value &&
    (between || words.at(joiner) !== 'and') &&
    !(words.at(joiner) === 'to' && sign && words.at(first.from - 1) === 'from')
  )
    return {
      from: between ? first.from - 1 : first.from,
      to: end.to,
      value: first.value,
      upper: second.value,
      form: end.form,
    };
  return sign && { from: first.from, to: sign.to, value: first.value, form: sign.form };
}

export function signAt(
  words: Words,
  signs: readonly Mention[],
  token: number,
): { to: number; form: Share['form'] } | undefined {
  if (words.mark(token) === PERCENT) {
    const points = words.at(token + 1) === 'points' || words.at(token + 1) === 'point';
    return { to: points ? token + 2 : token + 1, form: points ? 'points' : 'percent' };
  }
  // "1.8 points higher"
  if (words.at(token) === 'points' && ['higher', 'lower', 'above', 'below'].includes(words.at(token + 1)))
    return { to: token + 1, form: 'points' };
  const mention = mentionAt(signs, token);
  return mention && { to: mention.to, form: mention.id === 'points' ? 'points' : 'percent' };
}

/** "100% committed" is no measurement. */
function isIdiom(sentence: ReadSentence, share: Share): boolean {
  return (
    share.value === 100 &&
    mentionsOf(sentence, 'hundred-idiom', share.from - 3, share.to + 4).some(m =>
      m.id === 'after' ? m.from === share.to : m.to === share.from,
    )
  );
}
