import { type Category, hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { JudgementDraft } from './draft.js';
import type { Polarity } from './finding.js';
import { byGrades } from './gradePolarity.js';
import { mentions, mentionsOf, type ReadSentence } from './reading.js';
import { balanceOf, type Ruled, ruling, TURNED } from './ruled.js';
import { goingOf, measuredIn } from './trend.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** Tokens before a word of praise in which a negation turns it round. */
const REACH = 4;
const AVERTED = new WordSet('before prevent prevents avoid avoids rarely seldom');
const JOINTS = new WordSet('and but only');
const MENDING = new WordSet(
  'tackle tackled tackling address addressed addressing resolve resolved remedy remedied challenge challenged challenging identify identified recognise recognised prevent prevented escalate escalated detect detected stop stopped reduce reduced overcome eradicate eradicated spot act acted respond responded manage managed',
);
const UNDENIED = new WordSet('only longer');
const NONE: readonly Mention[] = [];

const PRAISE = placeOf('praise');
const BLAME = placeOf('blame');
const WEAK = placeOf('weak-blame');
const DENIAL = placeOf('not-praise');
const CONTRAST = placeOf('contrast');

/**
 * The polarity of a sentence: what its current grades say, else the balance of praise and blame, each turned round by
 * a negation close before it (the modifiers of ConText). A contrast between the two makes it mixed; where nothing
 * praises or blames, it is what its list or voice leads one to expect: `unmarked`. `own`: its judgements.
 */
export function polarityOf(
  words: Words,
  sentence: ReadSentence,
  own: readonly JudgementDraft[],
  unmarked: Polarity,
): Ruled {
  if (own.length > 0) return byGrades(words, sentence, own);
  if (mentions(sentence, 'scope')) return ruling('neutral', NONE);

  const sides = sidesOf(words, sentence);
  return { ...bySides(words, sentence, sides, unmarked), turned: turnedOf(sides) };
}

function bySides(
  words: Words,
  sentence: ReadSentence,
  { praise, blame, averted }: Sides,
  unmarked: Polarity,
): Ruled {
  if (praise.length === 0 && blame.length === 0 && averted > 0) return ruling('strength', NONE);
  const balance = balanceOf(praise.length, blame.length);
  const intent = firstOf(sentence, 'intent');
  if (
    intent &&
    (sentence.voice === 'provider' || sentence.voice === 'narrator' || blame.length + praise.length === 0)
  )
    return ruling('neutral', [intent], balance);
  const measured = praise.length + blame.length <= 2 ? measureOf(words, sentence) : undefined;
  if (measured) {
    const mixed = measured.polarity === 'strength' && staysBad(words, sentence);
    return mixed
      ? { ...ruling('mixed', [measured.cue], balance), firm: true }
      : ruling(measured.polarity, [measured.cue], balance);
  }
  if (praise.length > 0 && blame.length > 0) {
    if (isTurned(sentence, praise, blame)) return ruling('mixed', [praise[0]!, blame[0]!], balance);
    if (praise.length === blame.length)
      return praise[0]!.from < blame[0]!.from
        ? ruling('strength', praise, balance)
        : ruling('weakness', blame, balance);
  }
  if (praise.length > blame.length) return ruling('strength', praise, balance);
  if (blame.length > praise.length) return ruling('weakness', blame, balance);
  return ruling(unmarked, NONE, balance);
}

/** "Turnover is still high, though down from 44%": better than it was, and not good. */
function staysBad(words: Words, { from, to }: ReadSentence): boolean {
  for (let i = from; i + 1 < to; i++)
    if (STILL.has(words.reading, i) && EXTREME.hasAny(words.reading, i + 1, Math.min(to, i + 4))) return true;
  return false;
}
const STILL = new WordSet('still remain remains remained');
const EXTREME = new WordSet('high low');

/** What praises and what blames, turned round where it is denied; how many words of either a denial has turned. */
interface Sides {
  readonly praise: readonly Mention[];
  readonly blame: readonly Mention[];
  readonly averted: number;
  readonly denied: number;
}

function turnedOf({ averted, denied }: Sides): Ruled['turned'] {
  if (averted === 0) return denied === 0 ? UNTURNED : DENIED;
  return denied === 0 ? AVERTED_ALONE : TURNED;
}
const UNTURNED: Ruled['turned'] = [];
const DENIED: Ruled['turned'] = ['denied'];
const AVERTED_ALONE: Ruled['turned'] = ['averted'];

function sidesOf(words: Words, sentence: ReadSentence): Sides {
  const praise: Mention[] = [];
  const blame: Mention[] = [];
  let [averted, denied] = [0, 0];
  const all = sentence.mentions;
  if (hasCategory(sentence, BLAME))
    for (let i = 0; i < all.length; i++) {
      if (all[i]!.place !== BLAME) continue;
      if (isDenied(words, sentence, all[i]!)) averted++;
      else blame.push(all[i]!);
    }
  if (hasCategory(sentence, PRAISE))
    for (let i = 0; i < all.length; i++) {
      const mention = all[i]!;
      if (mention.place !== PRAISE || blame.some(b => b.from < mention.to && mention.from < b.to)) continue;
      if (isDenied(words, sentence, mention)) {
        denied++;
        blame.push(mention);
      } else praise.push(mention);
    }
  // A bare negation speaks where nothing else does, or behind a "but".
  if (blame.length === 0 && averted === 0 && hasCategory(sentence, WEAK)) {
    const weak = weakOf(words, sentence, praise[0]);
    if (weak) blame.push(weak);
  }
  return { praise, blame, averted, denied };
}

/** The first bare negation; where something praises, the first behind the last contrast that comes after the praise. */
function weakOf(words: Words, sentence: ReadSentence, praise: Mention | undefined): Mention | undefined {
  const turn = praise && mentionsOf(sentence, 'contrast').at(-1);
  if (praise && !(turn && praise.from < turn.from)) return undefined;
  for (const mention of mentionsOf(sentence, 'weak-blame'))
    if (
      !words.isNumber(mention.to) &&
      !UNDENIED.has(words.reading, mention.to) &&
      (!turn || mention.from > turn.from)
    )
      return mention;
  return undefined;
}

/** Does a contrast stand between what praises and what blames, or begin the sentence? */
function isTurned(sentence: ReadSentence, praise: readonly Mention[], blame: readonly Mention[]): boolean {
  if (!hasCategory(sentence, CONTRAST)) return false;
  const first = Math.min(praise[0]!.from, blame[0]!.from);
  const last = Math.max(praise.at(-1)!.to, blame.at(-1)!.to);
  return mentionsOf(sentence, 'contrast').some(
    m => m.to <= last && (m.from >= first || m.from <= sentence.from + 1),
  );
}

const firstOf = (sentence: ReadSentence, category: Category): Mention | undefined =>
  mentionsOf(sentence, category)[0];

/** "Repeat referrals went up": what is counted is better when there is less of it. */
function measureOf(words: Words, sentence: ReadSentence): { polarity: Polarity; cue: Mention } | undefined {
  const measured = measuredIn(sentence);
  const going = measured === 'plain' ? undefined : goingOf(sentence);
  if (!going || isReason(words, sentence, going.cue)) return undefined;
  return {
    polarity: (measured === 'good') === (going.way === 'up') ? 'strength' : 'weakness',
    cue: going.cue,
  };
}

/** "Visits have fallen because of vacancies": only what stands behind the reason is known to be better or worse. */
function isReason(words: Words, sentence: ReadSentence, going: Mention): boolean {
  for (const { place, from } of sentence.mentions)
    if ((place === GOOD_MEASURE || place === BAD_MEASURE) && from < going.from) return false;
  return REASONS.hasAny(words.reading, going.to, sentence.to);
}
const GOOD_MEASURE = placeOf('good-measure');
const BAD_MEASURE = placeOf('bad-measure');
const REASONS = new WordSet('because due owing thanks');

/** Does a negation stand close before the word, in the same clause? */
function isDenied(words: Words, sentence: ReadSentence, { place, from }: Mention): boolean {
  const { reading } = words;
  if (place === BLAME && AVERTED.hasAny(reading, Math.max(sentence.from, from - 2 * REACH), from))
    return true;
  if (!hasCategory(sentence, DENIAL)) return false;
  for (const denial of mentionsOf(sentence, 'not-praise', Math.max(sentence.from, from - REACH), from)) {
    let at = denial.to;
    while (at < from && words.mark(at) === 0 && !JOINTS.has(reading, at)) at++;
    // "have not tackled the shortfalls", "do not challenge drift": what is denied is that it was mended.
    if (at === from && !(place === BLAME && MENDING.hasAny(reading, denial.from, from))) return true;
  }
  return false;
}
