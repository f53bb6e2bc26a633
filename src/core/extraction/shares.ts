import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { hashOf } from '../report/tokens.js';
import type { PercentageFinding } from './finding.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { addNumbers, holdsSign, isMovedBy, signAt } from './shareNumbers.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** A share of a number where it stands: tokens `[from, to)`, value in percent. */
export interface Share {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly upper?: number;
  readonly form: PercentageFinding['form'];
}

const NEARLY = new Set(
  'than over under about nearly almost just only roughly around approximately some exactly fewer least barely'.split(
    ' ',
  ),
);
const ORDINALS = new Set(
  'first second third fourth last each this per no every next previous other better northern southern eastern western upper lower'.split(
    ' ',
  ),
);
const TIMES = new Set(
  'year term day hour hours days mile miles century decade time days marathon done way baked empty'.split(
    ' ',
  ),
);

/** Every share of a sentence, in order. */
export function sharesIn(words: Words, sentence: ReadSentence): readonly Share[] {
  const shares: Share[] = [];
  const signs = hasCategory(sentence, SIGN) ? mentionsOf(sentence, 'share-sign') : NONE;
  if (signs.length > 0 || holdsSign(words, sentence)) addNumbers(words, sentence, signs, shares);
  if (hasCategory(sentence, FRACTION)) addFractions(words, sentence, signs, shares);
  if (hasCategory(sentence, RATIO)) addRatios(words, sentence, shares);
  const { hash } = words.reading.tokens;
  for (let i = sentence.from; i + 3 < sentence.to; i++) {
    const share = hash[i] === ONE ? partOf(words, i) : undefined;
    if (share) shares.push(share);
  }
  if (isInOrder(shares)) return shares;
  return shares
    .sort((a, b) => a.from - b.from)
    .filter((share, i, all) => i === 0 || share.from >= all[i - 1]!.to);
}

/** Does each begin behind the one before it? */
function isInOrder(shares: readonly Share[]): boolean {
  for (let i = 1; i < shares.length; i++) if (shares[i]!.from < shares[i - 1]!.to) return false;
  return true;
}

const SIGN = placeOf('share-sign');
const FRACTION = placeOf('fraction');
const RATIO = placeOf('ratio');
const NONE: readonly Mention[] = [];
const ONE = hashOf('one');

/** Adds the fractions in words. */
function addFractions(
  words: Words,
  sentence: ReadSentence,
  signs: readonly Mention[],
  shares: Share[],
): void {
  const fractions = mentionsOf(sentence, 'fraction');
  for (let i = 0; i < fractions.length; i++) {
    const mention = tailOf(words, fractions[i]!);
    const next = fractions[i + 1];
    // "between a third and a half"
    if (
      next?.from === mention.to + 1 &&
      words.at(mention.to) === 'and' &&
      words.at(mention.from - 1) === 'between'
    ) {
      const [value, upper] = [Number(mention.id), Number(next.id)].sort((a, b) => a - b) as [number, number];
      shares.push({ from: mention.from - 1, to: next.to, value, upper, form: 'fraction' });
      i++;
    } else if (isShare(words, sentence, mention)) {
      // "half a percentage point"
      const sign =
        mention.id === '50' && words.at(mention.to) === 'a'
          ? signAt(words, signs, mention.to + 1)
          : undefined;
      if (sign) shares.push({ from: mention.from, to: sign.to, value: 0.5, form: 'points' });
      else shares.push({ from: mention.from, to: mention.to, value: Number(mention.id), form: 'fraction' });
    }
  }
}

/** "The most deprived fifth": the fraction alone. */
const tailOf = (words: Words, mention: Mention): Mention =>
  RANKED.has(words.reading, mention.from) ? { ...mention, from: mention.to - 1 } : mention;
const RANKED = new WordSet('deprived disadvantaged poorest richest affluent remaining');

/** Adds those of the kind "one in five". */
function addRatios(words: Words, sentence: ReadSentence, shares: Share[]): void {
  for (const mention of mentionsOf(sentence, 'ratio')) {
    const value = ratioOf(words, mention);
    if (value !== undefined) shares.push({ from: mention.from, to: mention.to, value, form: 'fraction' });
  }
}

/** "one council in eight", "one secondary school in every six". */
function partOf(words: Words, i: number): Share | undefined {
  if (words.at(i) !== 'one') return undefined;
  let at = i + 1;
  while (at < i + 3 && words.isWord(at) && words.at(at) !== 'in' && !words.isNumber(at)) at++;
  if (words.at(at) !== 'in' || at === i + 1 || TIMES.has(words.at(at - 1))) return undefined;
  const end = words.at(at + 1) === 'every' ? at + 2 : at + 1;
  const whole = WORDS.get(words.at(end)) ?? NaN;
  if (!(whole > 1) || ['of', 'ways', 'years', 'months'].includes(words.at(end + 1))) return undefined;
  return { from: i, to: end + 1, value: Math.round(1000 / whole) / 10, form: 'fraction' };
}

/** Is a fraction in words a share, and no quarter of a year, half an hour or third visit? */
function isShare(words: Words, sentence: ReadSentence, { from, to, id }: Mention): boolean {
  const before = words.at(from - 1);
  const next = words.at(to);
  if (TIMES.has(next) || words.mark(to) === 0x2d) return false;
  const moved = isMovedBy(words, from - 1);
  if (words.mark(from - 1) === PIPE && words.mark(to) === PIPE) return true;
  if (id === '50') {
    if (moved || (next === 'a' && words.at(to + 1).startsWith('percent'))) return true;
    if (VERBS.has(words.reading, to) && !ORDINALS.has(before)) return true;
    // "In 2018 it was a half."
    if (words.at(from) === 'a' && words.mark(to) !== 0 && before !== 'and') return true;
    if (next !== 'of' && !NEARLY.has(before) && !(next === 'the' && TIMES.has(words.at(to + 1)) === false))
      return false;
    return !ORDINALS.has(before);
  }
  if (ORDINALS.has(before)) return false;
  if (moved) return true;
  // "A third, the Isle of Man, …": the third of several; "signed off by a third, …".
  if (words.mark(to) === 0x2c && (from === sentence.from || before === 'by')) return false;
  const single = words.at(from) === 'a' || words.at(from) === 'one';
  return (
    !single ||
    next === 'of' ||
    NEARLY.has(before) ||
    HELD.has(words.reading, from - 1) ||
    words.mark(to) !== 0 ||
    BEHIND.has(words.reading, to)
  );
}

/** "As against a third in 2019" */
const HELD = new WordSet('against');
const VERBS = new WordSet('were are had have did do said');
const BEHIND = new WordSet(
  'were was are is had have did do should would could said more fewer less higher lower bigger below above',
);

const PIPE = 0x7c;

const WORDS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
for (const [word, n] of [
  ['fifty', 50],
  ['hundred', 100],
] as const)
  WORDS.set(word, n);

/** The largest whole of a share that is not round: "19 out of 20". */
const MOST = 20;

/** "one in five": the first and the last number make the share; a year is no whole. */
function ratioOf(words: Words, { from, to }: Mention): number | undefined {
  // "One in 94.7% of cases" is no share of 94.7.
  if (words.mark(to) === 0x25 || words.at(to) === 'per' || words.at(to) === 'pc') return undefined;
  const value = (token: number): number =>
    words.isNumber(token) ? Number(words.at(token).replaceAll(',', '')) : (WORDS.get(words.at(token)) ?? NaN);
  const [part, whole] = [value(from), value(to - 1)];
  if (!(part > 0 && whole > part && whole <= 1000)) return undefined;
  // "95 out of 153 authorities" counts, as "95 of the 153" does.
  const counts = words.at(from + 1) === 'out' && words.at(to - 2) !== 'every';
  if (counts && whole > MOST && whole % 50 !== 0) return undefined;
  return Math.round((1000 * part) / whole) / 10;
}
