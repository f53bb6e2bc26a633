import type { Mention } from '../lexicon/entry.js';
import { numberAt } from './counts.js';
import { moveAt, movedBetween } from './gradeMove.js';
import { isOfInspectors, type Place, referent } from './antecedent.js';
import { betweenDashes, named, namedOne, respective } from './apposition.js';
import { isDash } from './clause.js';
import { datesIn } from './dates.js';
import type { Quote } from './finding.js';
import { gradedAreas } from './gradedAreas.js';
import { gradeFirst } from './gradeFirst.js';
import { objectOf } from './judgedObject.js';
import { phrase, phraseBefore, phraseEnd } from './nounPhrase.js';
import {
  ADVERB,
  AND,
  AUXILIARY,
  DETERMINER,
  isOf,
  NUMERAL,
  PREPOSITION,
  PRONOUN,
  STOP,
  TO_OR_LAST,
  WORTH,
} from './grammar.js';
import { hopeBehind } from './plainHope.js';
import { mentionsOf } from './reading.js';
import { rowLabel } from './rows.js';
import { isNoSubject } from './subjectPieces.js';
import { firstTime } from './times.js';
import { AGO, isOnTimes, MONTHS, NOW, NUMBERS, SEASONS, UNITS, WHICH } from './timeWords.js';
import { groupStart, isAuxiliary, isDeterminer, isPronoun, isQuote, isVerbal } from './verbs.js';
import { isBullet } from './voiceTokens.js';
import { endsIn } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What is graded where the way it is written leaves no doubt. */
export const firmSubject = (place: Place): Quote | undefined =>
  ofMovedRow(place) ??
  ofPlunge(place) ??
  ofOwner(place) ??
  aimedAt(place) ??
  behindColon(place) ??
  beforeBracket(place) ??
  betweenDashes(place, place.sentence.from) ??
  named(place) ??
  namedOne(place) ??
  respective(place) ??
  gradedAreas(place) ??
  inList(place) ??
  inSeries(place) ??
  ofAll(place) ??
  ofLabel(place) ??
  ofCapacity(place) ??
  ofVerb(place) ??
  ofMove(place) ??
  ofClause(place) ??
  wished(place);

const [OPEN, CLOSE, COMMA, COLON, SEMICOLON] = [0x28, 0x29, 0x2c, 0x3a, 0x3b];

/** "Children who need help and protection: inadequate → good": the row's label, though it has a verb. */
function ofMovedRow({ words, sentence, mention, grades }: Place): Quote | undefined {
  return grades.length === 2 && moveAt(words, mention, grades)
    ? rowLabel(words, sentence, grades[0]!)
    : undefined;
}

/** "“Good” primary plunges to inadequate": what stands between the two. */
function ofPlunge({ words, mention, grades }: Place): Quote | undefined {
  const at = grades.indexOf(mention);
  for (let i = Math.max(1, at); i <= at + 1 && i < grades.length; i++) {
    const moved = movedBetween(words, grades[i - 1]!.to, grades[i]!.from);
    if (moved) return words.quote(moved.from, moved.to);
  }
  return undefined;
}

/** "Keeping our good grade matters": who speaks, or what was spoken of before, whatever the sentence begins with. */
function ofOwner(place: Place): Quote | undefined {
  const { words, sentence, mention } = place;
  const owner = mention.from - 1;
  if (!OWNERS.has(words.reading, owner) || !isOf(words, mention.to, WORTH)) return undefined;
  // "The home is keeping its good grade" says whose itself.
  const verb = owner - 1;
  if (!endsIn(words, verb, 'ing') || (verb > sentence.from && !isQuote(words, verb - 1))) return undefined;
  return words.at(owner) === 'our' ? { ...words.quote(owner, owner + 1), text: 'our' } : referent(place);
}
const OWNERS = new WordSet('our its their');

/** "Outstanding is where we are heading": what was spoken of before, or else who says so. */
function aimedAt(place: Place): Quote | undefined {
  const { words, mention } = place;
  const hope = hopeBehind(words, mention.to);
  if (!hope) return undefined;
  const spoken = referent(place);
  if (spoken) return spoken;
  for (let i = mention.to; i < hope.to; i++)
    if (SPEAKERS.has(words.reading, i)) return { ...words.quote(i, i + 1), text: words.at(i) };
  return undefined;
}
const SPEAKERS = new WordSet('we our');

function behindColon({ words, sentence, mention }: Place): Quote | undefined {
  const line = words.mark(mention.to) === COLON ? gradeFirst(words, sentence) : undefined;
  return line && !line.none ? words.quote(line.from, line.to) : undefined;
}

/** "Lower Marsh Infants: remains good", "Home A: March 2019 Good; Feb 2020 Good": the label, and no other words behind it. */
function ofLabel({ words, sentence, mention, grades }: Place): Quote | undefined {
  let { from } = sentence;
  while (from < mention.from && isBullet(words.mark(from))) from++;
  const last = Math.min(mention.from - 1, from + LONGEST);
  let colon = from + 1;
  while (colon < last && !isLabelEnd(words, colon)) colon++;
  if (colon > last || !isLabelEnd(words, colon)) return undefined;
  const dates = datesIn(words, colon + 1, mention.from);
  let bare = true;
  for (let at = colon + 1; at < mention.from; at++) {
    const isOther =
      words.mark(at) !== 0 ||
      dates.some(d => d.from <= at && at < d.to) ||
      grades.some(g => g.from <= at && at < g.to);
    const remains = REMAINING.has(words.reading, at);
    if (!isOther && !remains && !isQuote(words, at)) return undefined;
    if (isOther || remains) bare = false;
  }
  if (bare) return undefined;
  if (isDeterminer(words, from)) from++;
  for (let i = from; i < colon; i++)
    if (!words.isWord(i) || isPronoun(words, i) || (isVerbal(words, i) && !words.isCapital(i)))
      return undefined;
  return from < colon && !words.isNumber(from) ? words.quote(from, colon) : undefined;
}
const isLabelEnd = (words: Words, at: number): boolean => words.mark(at) === COLON || isDash(words, at);
const REMAINING = new WordSet(
  'remains remain still now again stays stayed is are was were rated judged graded goes',
);

/** "leadership (good), placements (requires improvement)": what stands before the bracket that the grade fills. */
function beforeBracket({ words, sentence, mention, grades }: Place): Quote | undefined {
  if (words.mark(mention.from - 1) !== OPEN || words.mark(mention.to) !== CLOSE) return undefined;
  const end = mention.from - 1;
  if (grades.length < 2 || grades.some(g => g.to === end)) return undefined;
  let low = end;
  while (low > sentence.from && ![COMMA, SEMICOLON, COLON, CLOSE].includes(words.mark(low - 1))) low--;
  const from = phraseBefore(words, low, end);
  // "Requires improvement, August 2017 (formerly inadequate)"
  return words.isNumber(end - 1) ? undefined : phrase(words, from, end).quote;
}

/** "good for teaching and adequate for leadership": each grade has its area behind it. */
function inList({ words, sentence, mention, grades }: Place): Quote | undefined {
  if (grades.length < 2) return undefined;
  const joint = jointBehind(words, mention);
  if (joint !== 'for' && joint !== 'at') return undefined;
  const from = behind(words, mention) + 1;
  // "The force is good at preventing crime and adequate in three areas": it is said of the force.
  let start = grades[0]!.from;
  while (isQuote(words, start - 1)) start--;
  const ofBody = isAuxiliary(words, start - 1);
  for (const grade of grades)
    if (
      (ofBody || !isCounted(words, grade)) &&
      (jointBehind(words, grade) !== joint || isTimed(words, grade))
    )
      return undefined;
  const next = grades[grades.indexOf(mention) + 1]?.from ?? sentence.to;
  // "investigating crime": what is done well or badly is named as a verb.
  const object = from + 1;
  const verb = joint === 'at' && endsIn(words, from, 'ing') && !isOf(words, from + 1, STOP | AND);
  let to = phraseEnd(words, verb ? object : from, next);
  if (to === object && verb && words.isWord(object) && object < next) to++;
  return phrase(words, from, to).quote;
}

/** "Leadership was judged good, fostering outstanding and the front door inadequate": nothing but a noun phrase since the last grade. */
function inSeries({ words, mention, grades }: Place): Quote | undefined {
  const last = grades[grades.indexOf(mention) - 1];
  if (!last) return undefined;
  let from = behind(words, last);
  if (words.mark(from) === COMMA || words.mark(from) === SEMICOLON) from++;
  if (words.at(from) === 'and') from++;
  let to = mention.from;
  while (to > from && isQuote(words, to - 1)) to--;
  if (from === behind(words, last) || to <= from || to - from > LONGEST) return undefined;
  if (isOf(words, from, PREPOSITION | STOP | ADVERB)) return undefined;
  for (let i = from; i < to; i++)
    if (
      !words.isWord(i) ||
      words.isNumber(i) ||
      isVerbal(words, i) ||
      isPronoun(words, i) ||
      isOnTimes(words, i, TIMES)
    )
      return undefined;
  return isOf(words, to - 1, PREPOSITION | DETERMINER | ADVERB | NUMERAL | TO_OR_LAST)
    ? undefined
    : phrase(words, from, to).quote;
}
/** In tokens. */
const LONGEST = 8;
const TIMES = UNITS | SEASONS | MONTHS | NOW | AGO;

/** "The service, its leadership and the experiences of those who leave care were all judged good": all that is listed. */
function ofAll({ words, sentence, mention, grades }: Place): Quote | undefined {
  let verb = mention.from;
  while (verb > sentence.from && mention.from - verb < LONGEST && !ALL.has(words.reading, verb - 1)) verb--;
  if (!ALL.has(words.reading, verb - 1) || !isAuxiliary(words, verb - 2)) return undefined;
  const end = verb - 2;
  let low = end;
  let listed = false;
  for (; low > sentence.from && end - low < LONGEST_LIST; low--) {
    const mark = words.mark(low - 1);
    if (mark === COMMA) listed = true;
    else if (mark !== 0 && mark !== HYPHEN) break;
    if (CLAUSES.has(words.reading, low - 1) || TELLING.has(words.reading, low - 1)) break;
  }
  if (!listed || grades.some(g => g.from >= low && g.to <= end) || words.isNumber(low)) return undefined;
  while (isDeterminer(words, low)) low++;
  return low < end && !isOf(words, low, PREPOSITION | STOP) ? words.quote(low, end) : undefined;
}
const ALL = new WordSet('all');
const TELLING = new WordSet('says said that found finds concluded concludes reported reports');

/** "Fostering has been rated good; …": nothing but a noun phrase and its verb, from where the sentence or its clause begins. */
function ofClause({ words, sentence, mention }: Place): Quote | undefined {
  // "The force is good at preventing crime", "The service was good in five areas": what stands behind is graded.
  if (AREA.has(words.reading, behind(words, mention))) return undefined;
  let grade = mention.from;
  while (isQuote(words, grade - 1)) grade--;
  let low = grade;
  while (low > sentence.from && grade - low < LONGEST_CLAUSE && words.mark(low - 1) !== SEMICOLON) low--;
  if (low > sentence.from && words.mark(low - 1) !== SEMICOLON) return undefined;
  // "But today we are good"; overall effectiveness is what is graded.
  while (low < grade && (isQuote(words, low) || LEAD.has(words.reading, low))) {
    if (words.at(low + 1) === 'effectiveness') break;
    low++;
  }
  // "Last week the home was rated good"
  const time = firstTime(words, sentence, low, grade, low + 1);
  if (time?.from === low && !words.isNumber(low)) low = time.to;
  const verb = groupStart(words, low, grade);
  if (verb === low + 1 && words.at(low) === 'we') return { ...words.quote(low, verb), text: 'we' };
  if (verb === grade || verb === low || isOf(words, low, PREPOSITION | STOP | ADVERB)) return undefined;
  // "The aim is to be good"
  if (phraseBefore(words, low, verb) !== low || isNoSubject(words, verb - 1)) return undefined;
  for (let i = low; i < verb; i++)
    if (words.mark(i) === COMMA || words.isNumber(i) || isPronoun(words, i)) return undefined;
  const { quote } = phrase(words, low, verb);
  if (!quote || isOfInspectors(sentence, quote)) return undefined;
  // "Our ambition is to be good"
  const isLast = quote.end === words.reading.tokens.end[verb - 1];
  return isLast && isNoSubject(words, verb - 1) ? undefined : quote;
}
/** In tokens. */
const LONGEST_CLAUSE = 16;
const AREA = new WordSet('at for in');
const LEAD = new WordSet('but and so yet now today overall');

/** "Inspectors rated fostering good": nothing but a noun phrase between a verb of judging and the grade. */
function ofVerb(place: Place): Quote | undefined {
  const { words, sentence, mention } = place;
  let end = mention.from;
  while (isQuote(words, end - 1)) end--;
  if (AREA.has(words.reading, behind(words, mention))) return undefined;
  let to = end;
  if (words.at(to - 1) === 'be' && words.at(to - 2) === 'to') to -= 2;
  else if (words.at(to - 1) === 'as') to--;
  if (to < end) {
    const list = listBehind(place, to);
    if (list) return list;
  }
  const verb = behindVerb(place, to, JUDGES, LONGEST);
  if (verb === undefined) return undefined;
  for (let i = verb; i < to; i++)
    if (isOf(words, i, STOP | PRONOUN | AUXILIARY | NUMERAL) || words.isNumber(i)) return undefined;
  return objectOf(place, sentence.from, verb, to);
}

/** Where the words begin that stand between the verb, one of `verbs`, and token `to`: at most `longest`, at least one. */
function behindVerb(
  { words, sentence }: Place,
  to: number,
  verbs: WordSet,
  longest: number,
): number | undefined {
  let at = to;
  while (at > sentence.from && words.isWord(at - 1) && !verbs.has(words.reading, at - 1))
    if (to - --at > longest) return undefined;
  return at < to && verbs.has(words.reading, at - 1) ? at : undefined;
}

/** "rated help and protection, the experiences of care leavers and leadership as good": all that is listed. */
function listBehind({ words, sentence, grades }: Place, to: number): Quote | undefined {
  let verb = to;
  let commas = 0;
  while (verb > sentence.from && to - verb < LONGEST_LIST && !JUDGES.has(words.reading, verb - 1)) {
    verb--;
    const mark = words.mark(verb);
    if (mark === COMMA) commas++;
    else if ((mark !== 0 && mark !== HYPHEN) || CLAUSES.has(words.reading, verb)) return undefined;
  }
  if (commas === 0 || !JUDGES.has(words.reading, verb - 1) || isAuxiliary(words, verb - 2)) return undefined;
  if (grades.some(g => g.from >= verb && g.to <= to) || words.isNumber(verb)) return undefined;
  while (isDeterminer(words, verb)) verb++;
  return verb < to ? words.quote(verb, to) : undefined;
}
/** In tokens. */
const LONGEST_LIST = 44;
const HYPHEN = 0x2d;
const CLAUSES = new WordSet('when which but although while because');
const JUDGES = new WordSet(
  'rated rates rate judged judges graded grades described describes regarded regards branded brands declared declares deemed deems considered considers',
);

/** "good with outstanding capacity to improve": what the grade stands straight before, where inspectors grade it. */
function ofCapacity({ words, sentence, mention }: Place): Quote | undefined {
  if (!CAPACITIES.has(words.reading, mention.to)) return undefined;
  const area = mentionsOf(sentence, 'area', mention.to, mention.to + LONGEST).find(
    a => a.from === mention.to,
  );
  return area && words.quote(area.from, area.to);
}
const CAPACITIES = new WordSet('capacity prospects');

/** "has downgraded the children’s ward from good to inadequate", "downgraded it to inadequate": what is moved. */
function ofMove(place: Place): Quote | undefined {
  const { words, mention } = place;
  let from = mention.from;
  while (isQuote(words, from - 1)) from--;
  const joint = words.at(--from);
  if (joint !== 'from' && joint !== 'to') return undefined;
  const verb = behindVerb(place, from, MOVING, LONGEST_CLAUSE);
  if (verb === undefined || isPassive(words, verb - 1)) return undefined;
  // "a plan that takes us to good"
  if (from - verb === 1 && isPronoun(words, verb)) return referent(place);
  for (let i = verb; i < from; i++) if (isPronoun(words, i) || words.isNumber(i)) return undefined;
  const { quote } = phrase(words, verb, phraseEnd(words, verb, from));
  return quote;
}
const MOVING = new WordSet('downgraded downgrades upgraded upgrades took takes lifted lifts brought brings');
const isPassive = (words: Words, verb: number): boolean => PASSIVE.has(words.reading, verb - 1);
const PASSIVE = new WordSet('is are was were been being be');

/** "Leaders want it to be outstanding": what was spoken of before. */
function wished(place: Place): Quote | undefined {
  const { words, mention } = place;
  let at = mention.from;
  while (isQuote(words, at - 1) || words.at(at - 1) === 'rated' || isDeterminer(words, at - 1)) at--;
  if (words.at(at - 1) !== 'be' || words.at(at - 2) !== 'to') return undefined;
  const pronoun = words.at(at - 3);
  if ((pronoun !== 'it' && pronoun !== 'them') || !WISHING.has(words.reading, at - 4)) return undefined;
  return referent(place);
}

const WISHING = new WordSet('want wants wanted wish wishes expect expects expected need needs');

function behind(words: Words, { to }: Mention): number {
  return isQuote(words, to) ? to + 1 : to;
}

const jointBehind = (words: Words, grade: Mention): string => words.at(behind(words, grade));

/** "adequate in three areas" */
const isCounted = (words: Words, grade: Mention): boolean =>
  jointBehind(words, grade) === 'in' && (numberAt(words, behind(words, grade) + 1) ?? MANY) < MANY;
/** Numbers from here on may be years. */
const MANY = 1000;

/** "good for the third time": the "for" tells when or how long. */
function isTimed(words: Words, grade: Mention): boolean {
  let at = behind(words, grade) + 1;
  while (isDeterminer(words, at)) at++;
  return words.isNumber(at) || isOnTimes(words, at, UNITS | NUMBERS | WHICH);
}
