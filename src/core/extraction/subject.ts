import { placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import {
  antecedent,
  firstOf,
  frontedBefore,
  isOfInspectors,
  type Place,
  pronounFor,
  referent,
  wholeFor,
} from './antecedent.js';
import { apposed, besideItself } from './apposition.js';
import { countBehind, lastBefore } from './counts.js';
import { firstCue } from './cues.js';
import type { DateMention } from './dates.js';
import type { Quote } from './finding.js';
import { countsBodies } from './gradedAreas.js';
import { CONTRACTED_PRONOUN, isOf, WORTH } from './grammar.js';
import { movedObject, objectOf } from './judgedObject.js';
import { isNumeral, type Phrase, phrase, phraseBefore, phraseEnd } from './nounPhrase.js';
import {
  groupStart,
  isAdverb,
  isAuxiliary,
  isDeterminer,
  isJudging,
  isPronoun,
  isQuote,
  isRelative,
  isVerbal,
  pronounAt,
} from './verbs.js';
import { isNoSubject } from './subjectPieces.js';
import { endsIn, WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const COUNTED = placeOf('counted');
const AREA = placeOf('area');
const AS_VERB = new Set(
  'require requires required requiring needs need perform performs performed'.split(' '),
);

const NO_DATES: readonly DateMention[] = [];

/** What a grade is said of: the noun phrase of its clause, or what a pronoun or a bare count in it stands for. */
export function subjectOf(place: Place): Quote | undefined {
  const { words, sentence, mention, grades } = place;
  const previous = lastBefore(grades, mention.from);
  const named = apposed(place, Math.max(previous?.to ?? sentence.from, mention.from - 14));
  if (named) return named;
  const itself = besideItself(place, previous?.to ?? sentence.from);
  if (itself) return itself;
  if (place.counted && countBehind(words, sentence, mention, NO_DATES) !== undefined) return place.counted;
  if (previous && mention.from - previous.to < 24) {
    // "a good school, with outstanding for behaviour"
    const area = words.at(mention.from - 1) === 'with' ? areaBehind(place) : undefined;
    if (area) return area;
    const own = inEllipsis(place, previous);
    if (own !== NEW_CLAUSE) return own ?? place.last;
    return clauseSubject(place, previous.to) ?? attributed(place) ?? place.last;
  }
  const low = previous?.to ?? sentence.from;
  const verbless = isAttributive(words, mention);
  const noun = attributed(place);
  if (noun && (verbless || isPointedAt(words, mention) || isHad(words, mention))) return noun;
  return (
    areaBehind(place) ??
    clauseSubject(place, low) ??
    noun ??
    fromHeadline(place) ??
    firstOf(place, mention.from)
  );
}

/** "From inadequate to good: Wexby’s long climb": whose it is, behind the colon. */
function fromHeadline({ words, sentence, mention }: Place): Quote | undefined {
  if (mention.from > sentence.from + 2) return undefined;
  let colon = mention.to;
  while (colon < sentence.to && colon - mention.to < 8 && words.mark(colon) !== 0x3a) colon++;
  if (words.mark(colon) !== 0x3a) return undefined;
  for (let i = colon + 1; i < Math.min(sentence.to, colon + 5); i++)
    if (endsIn(words, i, "'s")) {
      const { text, start } = words.quote(colon + 1, i + 1);
      return { text: text.slice(0, -2), start, end: start + text.length - 2 };
    }
  return undefined;
}

const NEW_CLAUSE: unique symbol = Symbol('new clause');

/** Between two grades of one sentence: the next one’s own subject, none (it has the last one’s), or a clause of its own. */
function inEllipsis(place: Place, previous: Mention): Quote | undefined | typeof NEW_CLAUSE {
  const { words, mention } = place;
  let low = previous.to;
  while (low < mention.from && isQuote(words, low)) low++;
  // "good for leadership, adequate for teaching": what hangs on the grade before.
  if (HANGING.has(words.at(low)))
    while (
      low < mention.from &&
      words.mark(low) !== 0x2c &&
      words.mark(low) !== 0x3b &&
      !['and', 'but'].includes(words.at(low))
    )
      low++;
  let verb = false;
  for (let i = low; i < mention.from; i++) {
    if (isBarrier(words, i) || words.mark(i) === 0x2e || TURNING.has(words.reading, i)) {
      low = i + 1;
      verb = false;
    } else if (isVerbal(words, i)) verb = true;
  }
  if (verb) return NEW_CLAUSE;
  // "a decline from the inadequate judgement of 2016"
  if (['from', 'the', 'than'].includes(words.at(mention.from - 1))) return undefined;
  // "one, Highcastle, …": the name behind the count.
  const found = phrase(words, low, asideEnd(words, low, mention.from));
  if (found.bare) return apposed(place, low) ?? place.counted;
  const first = words.mark(low) === 0x2c ? low + 1 : low;
  if (['to', 'from', 'or', 'even', 'than', 'rather', 'as'].includes(words.at(first))) return undefined;
  return found.quote;
}
/** "…, while the impact of leaders requires improvement" */
const TURNING = new WordSet('while whilst whereas although though');
const HANGING = new Set(
  'for in at on when since because after overall before as by too again with'.split(' '),
);

/** "capacity, a step higher still, good": the end of the phrase before the aside. */
function asideEnd(words: Words, low: number, end: number): number {
  let first = low;
  while (first < end && (words.mark(first) !== 0 || words.at(first) === 'and' || words.at(first) === 'but'))
    first++;
  for (let i = first + 1; i < end; i++) if (words.mark(i) === 0x2c && words.mark(end - 1) === 0x2c) return i;
  return end;
}

const BODIES = new Set(
  'school schools service services home homes council councils authority authorities trust college hospital force provider nursery setting academy agency agencies department lessons teaching'.split(
    ' ',
  ),
);

/** "a satisfactory school", "the 17 inadequate authorities": the noun that has the grade before it. */
function attributed({ words, mention, sentence }: Place): Quote | undefined {
  let at = mention.to;
  while (at < sentence.to && isQuote(words, at)) at++;
  if (at - mention.to > 1) return undefined;
  if (BODIES.has(words.at(at))) return words.quote(at, at + 1);
  // "‘Inadequate’ verdict on the trust", "a good rating for adoption"
  return isOf(words, at, WORTH) && (words.at(at + 1) === 'on' || words.at(at + 1) === 'for')
    ? phrase(words, at + 2, phraseEnd(words, at + 2, sentence.to)).quote
    : undefined;
}

const isAttributive = (words: Words, { from }: Mention): boolean =>
  (isDeterminer(words, from - 1) && !['a', 'an', 'its', 'no'].includes(words.at(from - 1))) ||
  words.isNumber(from - 1);

/** "This is a good school", "yours is now a satisfactory one": the pronoun has no other meaning than the noun. */
function isPointedAt(words: Words, { from }: Mention): boolean {
  let at = from - 1;
  while (at > from - 6 && (isDeterminer(words, at) || isAdverb(words, at) || isQuote(words, at))) at--;
  return (
    isAuxiliary(words, at) && ['this', 'that', 'yours', 'it', 'these', 'ours'].includes(words.at(at - 1))
  );
}

/** "until every child gets an outstanding service": what is had is graded, and not whoever has it. */
function isHad(words: Words, { from }: Mention): boolean {
  let at = from - 1;
  while (at > from - 4 && (isDeterminer(words, at) || isAdverb(words, at) || isQuote(words, at))) at--;
  return HAVING.has(words.reading, at) && WHOEVER.hasAny(words.reading, Math.max(0, at - 4), at);
}
const WHOEVER = new WordSet('every each all any everyone no');
const HAVING = new WordSet(
  'get gets getting receive receives receiving have has having deserve deserves run runs running provide provides providing deliver delivers delivering offer offers',
);

/** "outstanding at supporting the workforce", "awarded excellent for its leadership": the area behind the grade. */
function areaBehind(place: Place): Quote | undefined {
  const { words, sentence, mention } = place;
  let at = mention.to;
  while (at < sentence.to && isQuote(words, at)) at++;
  if (endsIn(words, at + 1, 'ing') && words.at(at) === 'at') {
    if (countsBodies(place)) return undefined;
    const end = phraseEnd(words, at + 1, sentence.to);
    let to = end;
    while (to < sentence.to && to - at < 14 && (words.isWord(to) || words.mark(to) === 0x2c)) to++;
    return to > at + 1 ? phrase(words, at + 1, to).quote : undefined;
  }
  // "good in two of the five areas": the areas, not the body that has them.
  if (words.at(at) === 'in' || words.at(at) === 'for') {
    const things = firstCue(sentence, COUNTED, at + 1, Math.min(sentence.to, at + 7));
    let from = things?.from ?? 0;
    while (things && from > at + 1 && !isNumeral(words, from - 1)) from--;
    const partly = words.at(from - 2) === 'of' || words.at(from - 3) === 'of';
    if (things && from > at + 1 && partly) return words.quote(from, things.to);
  }
  // "awarded an exceptional for inclusion": the area, not the body that has it.
  if (
    words.at(at) === 'for' &&
    (isDeterminer(words, mention.from - 1) || words.at(mention.from - 1) === 'with')
  ) {
    const area = firstCue(sentence, AREA, at + 1, Math.min(sentence.to, at + 4));
    if (area) return phrase(words, at + 1, phraseEnd(words, at + 1, sentence.to)).quote;
  }
  // "inadequate is the right word for our response"
  if (isAuxiliary(words, at))
    for (let i = at + 1; i < Math.min(sentence.to, at + 8); i++)
      if (words.at(i) === 'for' && ['word', 'mark', 'description', 'label'].includes(words.at(i - 1)))
        return phrase(words, i + 1, phraseEnd(words, i + 1, sentence.to)).quote;
  return undefined;
}

/** The subject of the clause that ends in the grade, from token `low` on. */
function clauseSubject(place: Place, low: number): Quote | undefined {
  const { words, mention } = place;
  let end = mention.from;
  while (end > low && isQuote(words, end - 1)) end--;
  let asVerb = AS_VERB.has(words.at(mention.from)) && !isNamed(words, mention);
  for (let hop = 0; hop < 6 && end > low; hop++) {
    let verb = end;
    if (!asVerb) {
      while (
        verb > low &&
        mention.from - verb < 40 &&
        !isVerbal(words, verb - 1) &&
        !isBarrier(words, verb - 1)
      )
        verb--;
      if (verb <= low || !isVerbal(words, verb - 1)) return verbless(place, verb, end);
      const object =
        hop < 2 ? (objectOf(place, low, verb, end) ?? movedObject(place, low, verb, end)) : undefined;
      if (object) return object;
    }
    asVerb = false;
    const start = groupStart(words, low, verb);
    const found = before(place, low, start);
    if (found) return found;
    end = start < end ? start : end - 1;
  }
  return undefined;
}

const NAMING = new Set(['at', 'with', 'as', 'from', 'of', 'a', 'an', 'the', 'by']);

/** "lagged behind at requires improvement", "a rise to requires improvement": the grade’s name, not a verb. */
function isNamed(words: Words, { from }: Mention): boolean {
  const before = words.at(from - 1);
  return (
    NAMING.has(before) ||
    (before === 'to' && words.at(from).endsWith('s')) ||
    isQuote(words, from - 1) ||
    words.mark(from - 1) === 0x2c
  );
}

/** "Care leavers good", "ratings: the home good": no verb in the clause, so the phrase straight before. */
function verbless(place: Place, from: number, limit: number): Quote | undefined {
  const { words, counted } = place;
  let end = limit;
  // "one step up from the inadequate verdict": what stands there has not the grade.
  if (NO_HOLDERS.has(words.at(end - 1))) return undefined;
  // "Harbourne, formerly inadequate, …", "Harbourne (inadequate, 2022)"
  while (end > from + 1 && (isAdverb(words, end - 1) || [0x2c, 0x28].includes(words.mark(end - 1)))) end--;
  const found = phrase(words, phraseBefore(words, from, end), end);
  return found.quote ?? (found.bare ? counted : undefined);
}

const NO_HOLDERS = new Set(['from', 'the', 'a', 'an', 'of', 'after']);

/** A semicolon or a colon. */
function isBarrier(words: Words, token: number): boolean {
  const mark = words.mark(token);
  return mark === 0x3b || mark === 0x3a;
}

/** What stands straight before a group of verbs where its subject does not. */
const RELATIVE = 1 << 0;
const REFERRING = 1 << 1;
const JOINING = 1 << 2;
const SUBORDINATE = 1 << 3;
const LINKING = new WordClasses([
  [RELATIVE, 'which who that whose'],
  [REFERRING, 'this these those none nothing one neither'],
  [JOINING, 'and but then or'],
  [SUBORDINATE, 'when while although if once where'],
]);

/** What stands before a group of verbs that begins at `start`; undefined where it has no subject of its own there. */
function before(place: Place, low: number, start: number): Quote | undefined {
  const { words, sentence } = place;
  if (start <= low) return undefined;
  const last = start - 1;
  const pronoun = isPronoun(words, last) ? last : isOf(words, start, CONTRACTED_PRONOUN) ? start : -1;
  if (pronoun >= 0)
    return frontedBefore(place, pronoun) ?? pronounFor(place, pronoun, pronounAt(words, pronoun));
  const mark = words.mark(last);
  const classes = mark === 0 ? LINKING.at(words, last) : 0;
  if ((classes & RELATIVE) !== 0) {
    const comma = words.mark(last - 1) === 0x2c ? last - 1 : last;
    return resolve(place, low, comma) ?? firstOf(place, last);
  }
  if ((classes & REFERRING) !== 0 && !words.isWord(last - 1)) return referent(place);
  if ((classes & JOINING) !== 0) return undefined;
  if ((classes & SUBORDINATE) !== 0) return firstOf(place, last) ?? referent(place);
  if (mark === 0x2c) {
    // ", having been good", ", formerly inadequate": said of the sentence’s own subject.
    if (endsIn(words, start, 'ing') && start > sentence.from + 1)
      return firstOf(place, last) ?? referent(place);
    // "The board, they concluded, is": what stands before the aside.
    let comma = last - 1;
    while (comma > low && last - comma < 16 && words.mark(comma) !== 0x2c) comma--;
    if (words.mark(comma) === 0x2c) {
      const outer = resolve(place, low, comma);
      if (outer) return outer;
    }
    // "which was inadequate in 2018, is now good": the clause of the grade before has the subject.
    return low > sentence.from ? undefined : resolve(place, low, last);
  }
  if (mark === 0x2013 || mark === 0x2014) {
    let dash = last - 1;
    while (dash > low && last - dash < 20 && words.mark(dash) !== mark) dash--;
    return words.mark(dash) === mark ? resolve(place, low, dash) : undefined;
  }
  return resolve(place, low, start);
}

function isOnly(words: Words, from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 3); i++)
    if (words.at(i) === 'one' && words.at(i - 1) === 'only') return true;
  return false;
}

/** The noun phrase that ends before `end`, or what its count, its relative or its "rating" stands for. */
function resolve(place: Place, low: number, end: number): Quote | undefined {
  const { words, sentence } = place;
  const from = phraseBefore(words, low, end);
  if (from >= end) return undefined;
  // "judged by auditors to require improvement": who judges.
  if (words.at(from) === 'by' && isJudging(words, from - 1)) return undefined;
  const found: Phrase = phrase(words, from, end);
  const relative = isRelative(words, from - 1) ? words.at(from - 1) : '';
  // "on course to be", "is now the only one rated": what is said of the clause’s subject.
  if (isNoSubject(words, end - 1) || isOnly(words, from, end)) return undefined;
  if (found.bare) return wholeFor(place, from);
  if (words.at(from) === 'whose' && from > low) {
    const comma = words.mark(from - 1) === 0x2c ? from - 1 : from;
    if (found.worth) return resolve(place, low, comma);
  }
  if (found.worth) return antecedent(place, from);
  // "a service that was among the lowest has been given": a clause of its own with its verb.
  const group = groupStart(words, low, from);
  if (group < from && group - 2 > low && isRelative(words, group - 1)) {
    const comma = words.mark(group - 2) === 0x2c ? group - 2 : group - 1;
    const outer = resolve(place, low, comma);
    if (outer) return outer;
  }
  // "services which protect children are": a clause of its own between the noun and its verb.
  if (['which', 'who'].includes(relative) && from - 1 > low && !isDeterminer(words, from)) {
    const comma = words.mark(from - 2) === 0x2c ? from - 2 : from - 1;
    const outer = resolve(place, low, comma);
    if (outer) return outer;
  }
  // "teams that support children are"
  if (relative === 'that' && from - 2 === low && endsIn(words, from - 2, 's') && !isVerbal(words, from - 2))
    if (!isDeterminer(words, from)) return phrase(words, low, end).quote ?? found.quote;
  if (found.quote && isOfInspectors(sentence, found.quote)) return undefined;
  return found.quote;
}
