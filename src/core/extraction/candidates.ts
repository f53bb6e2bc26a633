import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { moveAt } from './gradeMove.js';
import { CELL } from '../report/tokens.js';
import { NUMBERS } from './counts.js';
import { endsAt, firstCue, lastCue } from './cues.js';
import { datesIn } from './dates.js';
import { isWholeScale } from './gradeScale.js';
import { type Grounds, groundsOf } from './gradeWords.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { isKey } from './status.js';
import type { Words } from './words.js';

/** A grade word that is a judgement, and why. */
export interface Candidate {
  readonly mention: Mention;
  readonly grounds: Grounds;
}

/** A grade word that may be one; without grounds it is for its neighbours to say. */
interface Open {
  readonly mention: Mention;
  readonly grounds: Grounds | undefined;
}

/** More grade words than this in one sentence are no sentence; and each is held against its neighbours. */
export const MOST = 24;
const NONE: readonly Candidate[] = [];
const SCALE = placeOf('scale');
const PAST_BEHIND = placeOf('past-behind');
const PAST_GRADE = placeOf('past-grade');
const JUDGING = placeOf('judging');
const JUDGEMENT_NOUN = placeOf('judgement-noun');
const INSPECTORATE = placeOf('inspectorate');
const AREA = placeOf('area');
const FRAMEWORK_WORD = placeOf('framework-word');
const COUNTED = placeOf('counted');
const COPULA = placeOf('copula');

/** The grade words of a sentence that are judgements. */
export function candidatesOf(words: Words, sentence: ReadSentence): readonly Candidate[] {
  const mentioned = mentionsOf(sentence, 'grade');
  if (mentioned.length > MOST || mentioned.length === 0) return NONE;
  if (isWholeScale(words, mentioned)) return mentioned.map(mention => ({ mention, grounds: 'listed' }));
  const open: Open[] = [];
  let firm = 0;
  for (const mention of mentioned) {
    const told = groundsOf(words, sentence, mention);
    // "Outstanding nursery slumps to inadequate"
    const grounds = told === 'adjective' && isMoved(words, mention, mentioned) ? 'listed' : told;
    if (grounds === 'adjective') continue;
    open.push({ mention, grounds });
    if (isFirm(grounds)) firm++;
  }
  if (firm === open.length) return open as Candidate[];
  if (open.length === 1 && open[0]!.grounds === undefined) return NONE;
  const scale = open.length > 1 && (hasCategory(sentence, SCALE) || isKey(words, sentence));
  const sure = scale || firm > 0 || speaksOfInspecting(words, sentence, open);
  const candidates: Candidate[] = [];
  for (let i = 0; i < open.length; i++) {
    const { mention, grounds } = open[i]!;
    if (isFirm(grounds)) candidates.push({ mention, grounds });
    else if (
      scale ||
      isMove(words, mention, open) ||
      isMoved(words, mention, mentioned) ||
      (sure && (grounds === 'listed' || goesAlong(words, open, i)))
    )
      candidates.push({ mention, grounds: 'listed' });
  }
  return candidates;
}

const isMoved = (words: Words, mention: Mention, mentioned: readonly Mention[]): boolean =>
  mentioned.length > 1 && moveAt(words, mention, mentioned) !== undefined;

const isFirm = (grounds: Grounds | undefined): grounds is Grounds =>
  grounds !== undefined && grounds !== 'listed';

/** In a sentence that is sure to have judgements: is one without grounds of its own told along with them? */
function goesAlong(words: Words, open: readonly Open[], i: number): boolean {
  const { mention } = open[i]!;
  if (open.length === 1) return false;
  // "three were good when last inspected, two satisfactory"
  if (NUMBERS.has(words.at(mention.from - 1))) return true;
  // "good in three of five areas and excellent in a fourth", "good for leadership": what a sure one has left out.
  if (
    AND_SO_ON.has(words.at(mention.from - 1)) &&
    (!words.isWord(mention.to) || OF_WHAT.has(words.at(mention.to))) &&
    open.some(o => o.mention.from < mention.from && o.grounds !== undefined)
  )
    return true;
  // "good or outstanding", "two were adequate and three good": a grade beside one that is sure.
  return isBeside(words, mention, open[i - 1]) || isBeside(words, mention, open[i + 1]);
}
const AND_SO_ON = new Set(['and', 'but', 'or', 'as', 'then']);
const OF_WHAT = new Set(['in', 'for', 'at', 'on', 'since']);

const isBeside = (words: Words, mention: Mention, other: Open | undefined): boolean =>
  other?.grounds !== undefined && near(words, mention, other.mention);

/** Does the sentence speak of inspecting, so that "were good" in it is a grade? */
function speaksOfInspecting(words: Words, sentence: ReadSentence, open: readonly Open[]): boolean {
  const says = (place: number): boolean => firstCue(sentence, place) !== undefined;
  if (says(PAST_BEHIND) || says(JUDGING) || says(JUDGEMENT_NOUN) || saysLong(sentence, PAST_GRADE))
    return true;
  if (says(INSPECTORATE) && (says(AREA) || says(FRAMEWORK_WORD) || says(COUNTED))) return true;
  const [first, second] = [open[0]!.mention, open[1]?.mention];
  const verb = lastCue(sentence, COPULA, sentence.from, first.from);
  if (verb && first.from - verb.to <= 1) {
    // "In 2021 the force was adequate": a body that is inspected, and a year or an "again".
    if (isBodyDated(words, sentence, first, verb)) return true;
    // "Care, support and guidance are excellent": what is graded, straight before the verb.
    if (endsAt(sentence, AREA, verb.from)) return true;
  }
  return second !== undefined && first.id !== second.id && near(words, first, second);
}

/** Is there a mention of several words? */
function saysLong(sentence: ReadSentence, place: number): boolean {
  if (!hasCategory(sentence, place)) return false;
  for (const mention of sentence.mentions)
    if (mention.place === place && mention.to <= sentence.to && mention.to - mention.from > 1) return true;
  return false;
}

const BODIES = new Set(
  'council authority borough county city force school academy college home service services trust hospital provider nursery setting unit centre agency department'.split(
    ' ',
  ),
);

function isBodyDated(words: Words, sentence: ReadSentence, grade: Mention, verb: Mention): boolean {
  if (!BODIES.has(words.at(verb.from - 1))) return false;
  if (
    words.at(grade.from - 1) === 'again' ||
    words.at(grade.to) === 'again' ||
    words.at(grade.to) === 'overall'
  )
    return true;
  return datesIn(words, sentence.from, Math.min(sentence.to, sentence.from + 80)).length > 0;
}

/** "from inadequate to good". */
function isMove(words: Words, mention: Mention, open: readonly Open[]): boolean {
  const before = wordBefore(words, mention);
  if (before !== 'from' && before !== 'to') return false;
  for (const { mention: other } of open)
    if (other !== mention && Math.abs(other.from - mention.from) < 10)
      return wordBefore(words, other) === (before === 'to' ? 'from' : 'to');
  return false;
}

/** The word before a mention, across a quotation mark. */
const wordBefore = (words: Words, { from }: Mention): string =>
  words.at(words.isWord(from - 1) ? from - 1 : from - 2);

/** Nothing but a conjunction, a comma, a count or quotation marks between two grades. */
function near(words: Words, a: Mention, b: Mention): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  if (second.from - first.to > 7) return false;
  let plain = 0;
  for (let i = first.to; i < second.from; i++)
    if (words.isWord(i) && !words.isNumber(i) && !JOINING.has(words.at(i))) plain++;
  return (
    plain <= 2 &&
    !(
      words.isWord(a.to) &&
      !JOINING.has(words.at(a.to)) &&
      a.to < words.reading.tokens.count &&
      words.gap(a.to) < CELL &&
      a !== first
    )
  );
}
const JOINING = new Set(
  'and or to as even either both then per cent two three four five six seven eight nine ten one be'.split(
    ' ',
  ),
);
