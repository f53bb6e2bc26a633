import type { Mention } from '../lexicon/entry.js';
import type { Quote } from './finding.js';
import {
  DETERMINERS,
  groupStart,
  isAdverb,
  isAuxiliary,
  isJudging,
  isQuote,
  isVerbal,
  type Phrase,
  phrase,
  phraseBefore,
  phraseEnd,
  pronounAt,
} from './nounPhrase.js';
import { isMonth } from './dates.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Words } from './words.js';

/** Where a grade stands, and what was spoken of before it. */
export interface Place {
  readonly words: Words;
  readonly sentence: ReadSentence;
  /** The sentence before in the same paragraph, if any. */
  readonly before: ReadSentence | undefined;
  readonly mention: Mention;
  readonly grades: readonly Mention[];
  /** The subject of the grade before in the same sentence. */
  readonly last: Quote | undefined;
  /** What the sentence counts parts of ("of the 17 authorities"), or the one before. */
  readonly counted: Quote | undefined;
  /** What was spoken of last: a heading, or the last subject. */
  readonly spoken: Quote | undefined;
}

const AS_VERB = new Set(
  'require requires required requiring needs need perform performs performed'.split(' '),
);

/** What a grade is said of: the noun phrase of its clause, or what a pronoun or a bare count in it stands for. */
export function subjectOf(place: Place): Quote | undefined {
  const { words, sentence, mention, grades } = place;
  const previous = grades.filter(g => g.to <= mention.from).at(-1);
  if (previous && mention.from - previous.to < 24) {
    const own = inEllipsis(place, previous);
    if (own !== NEW_CLAUSE) return own ?? place.last;
    return clauseSubject(place, previous.to) ?? attributed(place) ?? place.last;
  }
  const low = previous?.to ?? sentence.from;
  const verbless = isAttributive(words, mention);
  const noun = attributed(place);
  if (noun && verbless) return noun;
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
    if (/['’]s$/.test(words.at(i))) {
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
    if (words.mark(i) === 0x3b || words.mark(i) === 0x3a || words.mark(i) === 0x2e) {
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

/** "one, Highcastle, is": what a bare count is explained by. */
function apposed({ words, mention }: Place, low: number): Quote | undefined {
  for (let i = low; i < mention.from - 2; i++) {
    if (words.mark(i) !== 0x2c || words.at(i - 1) !== 'one') continue;
    let to = i + 1;
    while (to < mention.from && words.mark(to) !== 0x2c) to++;
    return words.mark(to) === 0x2c ? phrase(words, i + 1, to).quote : undefined;
  }
  return undefined;
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
  return at - mention.to < 2 && BODIES.has(words.at(at)) ? words.quote(at, at + 1) : undefined;
}

const isAttributive = (words: Words, { from }: Mention): boolean =>
  (DETERMINERS.has(words.at(from - 1)) && !['a', 'an', 'its', 'no'].includes(words.at(from - 1))) ||
  words.isNumber(from - 1);

/** "outstanding at supporting the workforce", "awarded excellent for its leadership": the area behind the grade. */
function areaBehind({ words, sentence, mention }: Place): Quote | undefined {
  let at = mention.to;
  while (at < sentence.to && isQuote(words, at)) at++;
  if (words.at(at) === 'at' && words.at(at + 1).endsWith('ing')) {
    const end = phraseEnd(words, at + 1, sentence.to);
    let to = end;
    while (to < sentence.to && to - at < 14 && (words.isWord(to) || words.mark(to) === 0x2c)) to++;
    return to > at + 1 ? phrase(words, at + 1, to).quote : undefined;
  }
  return undefined;
}

/** The subject of the clause that ends in the grade, from token `low` on. */
function clauseSubject(place: Place, low: number): Quote | undefined {
  const { words, mention } = place;
  let end = mention.from;
  while (end > low && isQuote(words, end - 1)) end--;
  let asVerb = AS_VERB.has(words.at(mention.from));
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

/** "Care leavers good", "ratings: the home good": no verb in the clause, so the phrase straight before. */
function verbless(place: Place, from: number, limit: number): Quote | undefined {
  const { words, counted } = place;
  let end = limit;
  // "one step up from the inadequate verdict": what stands there has not the grade.
  if (['from', 'the', 'a', 'an', 'of', 'after'].includes(words.at(end - 1))) return undefined;
  // "Harbourne, formerly inadequate, …", "Harbourne (inadequate, 2022)"
  while (end > from + 1 && (isAdverb(words, end - 1) || [0x2c, 0x28].includes(words.mark(end - 1)))) end--;
  const found = phrase(words, phraseBefore(words, from, end), end);
  return found.quote ?? (found.bare ? counted : undefined);
}

const isBarrier = (words: Words, token: number): boolean => [0x3b, 0x3a].includes(words.mark(token));

const NO_OBJECTS = new Set('notch grade grades place way step steps level lot bit long'.split(' '));

/** "lowered the rating of a home from good to poor", "move the service to good": what is moved between grades. */
function movedObject(place: Place, low: number, verb: number, end: number): Quote | undefined {
  const { words } = place;
  const have = ['have', 'has', 'had'].includes(words.at(verb - 1));
  if (isAuxiliary(words, verb - 1) && !have) return undefined;
  let aux = verb - 2;
  while (aux > low && isAdverb(words, aux)) aux--;
  if (['is', 'are', 'was', 'were', 'been', 'be', 'being'].includes(words.at(aux))) return undefined;
  let to = verb;
  while (to < end && to - verb < 14 && !['from', 'to', 'as', 'at', 'into'].includes(words.at(to))) {
    if (words.mark(to) === 0x2c || isVerbal(words, to)) return undefined;
    to++;
  }
  if (to >= end || to === verb || (have && !['as', 'at'].includes(words.at(to)))) return undefined;
  if (
    end - to > 6 ||
    PARTICLES.has(words.at(verb)) ||
    isAdverb(words, verb) ||
    NO_OBJECTS.has(words.at(to - 1))
  )
    return undefined;
  const pronoun = pronounAt(words, verb);
  if (pronoun) return pronounFor(place, verb, pronoun);
  const found = phrase(words, verb, to);
  return found.quote ?? (found.worth && words.at(verb) === 'its' ? antecedent(place, verb) : undefined);
}
const PARTICLES = new Set('up down on back out in off behind ahead by one two three'.split(' '));

/** "rated the home good", "declared those services to be inadequate": between an active verb of judging and the grade. */
function objectOf(place: Place, low: number, verb: number, end: number): Quote | undefined {
  const { words } = place;
  const at = verb - 1;
  if (!isJudging(words, at)) return undefined;
  let aux = at - 1;
  while (aux > low && isAdverb(words, aux)) aux--;
  const passive =
    isAuxiliary(words, aux) && !['has', 'have', 'had', 'will', 'would', 'did'].includes(words.at(aux));
  if (passive || (AUX_HAVE.has(words.at(aux)) && words.at(verb) === 'a')) return undefined;
  if (end - verb < 1) return undefined;
  const pronoun = pronounAt(words, verb);
  if (pronoun) return pronounFor(place, verb, pronoun);
  const to = phraseEnd(words, verb, end);
  if (['to', 'as', 'a', 'an', 'in', 'at', 'on', 'by', 'that', 'its', 'from'].includes(words.at(verb)))
    return undefined;
  if (['this', 'these'].includes(words.at(verb)) && to === verb + 1) return referent(place);
  const found = phrase(words, verb, to);
  return found.bare ? place.counted : found.quote;
}
const AUX_HAVE = new Set(['been', 'being']);

/** What stands before a group of verbs that begins at `start`; undefined where it has no subject of its own there. */
function before(place: Place, low: number, start: number): Quote | undefined {
  const { words, sentence } = place;
  if (start <= low) return undefined;
  const last = start - 1;
  const word = words.at(last);
  const pronoun =
    pronounAt(words, last) ||
    (pronounAt(words, start) && words.at(start).includes("'") ? pronounAt(words, start) : '');
  if (pronoun) {
    const at = pronounAt(words, last) ? last : start;
    const fronted = frontedBefore(place, at);
    return fronted ?? pronounFor(place, at, pronoun);
  }
  if (['which', 'who', 'that', 'whose'].includes(word)) {
    const comma = words.mark(last - 1) === 0x2c ? last - 1 : last;
    return resolve(place, low, comma) ?? firstOf(place, last);
  }
  if (
    ['this', 'these', 'those', 'none', 'nothing', 'one', 'neither'].includes(word) &&
    !words.isWord(last - 1)
  )
    return referent(place);
  if (['and', 'but', 'then', 'or'].includes(word)) return undefined;
  if (['when', 'while', 'although', 'if', 'once', 'where'].includes(word))
    return firstOf(place, last) ?? referent(place);
  if (words.mark(last) === 0x2c) {
    // ", having been good", ", formerly inadequate": said of the sentence’s own subject.
    if (words.at(start).endsWith('ing') && start > sentence.from + 1)
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
  if (words.mark(last) === 0x2013 || words.mark(last) === 0x2014) {
    let dash = last - 1;
    while (dash > low && last - dash < 20 && words.mark(dash) !== words.mark(last)) dash--;
    return words.mark(dash) === words.mark(last) ? resolve(place, low, dash) : undefined;
  }
  return resolve(place, low, start);
}

/** The noun phrase that ends before `end`, or what its count, its relative or its "rating" stands for. */
function resolve(place: Place, low: number, end: number): Quote | undefined {
  const { words, sentence } = place;
  const from = phraseBefore(words, low, end);
  if (from >= end) return undefined;
  const found: Phrase = phrase(words, from, end);
  const relative = words.at(from - 1);
  if (found.bare) return place.counted ?? referent(place);
  if (words.at(from) === 'whose' && from > low) {
    const comma = words.mark(from - 1) === 0x2c ? from - 1 : from;
    if (found.worth) return resolve(place, low, comma);
  }
  if (found.worth) return firstOf(place, from) ?? referent(place);
  // "a service that was among the lowest has been given": a clause of its own with its verb.
  const group = groupStart(words, low, from);
  if (group < from && ['which', 'who', 'that'].includes(words.at(group - 1)) && group - 2 > low) {
    const comma = words.mark(group - 2) === 0x2c ? group - 2 : group - 1;
    const outer = resolve(place, low, comma);
    if (outer) return outer;
  }
  // "services which protect children are": a clause of its own between the noun and its verb.
  if (['which', 'who'].includes(relative) && from - 1 > low) {
    const comma = words.mark(from - 2) === 0x2c ? from - 2 : from - 1;
    const outer = resolve(place, low, comma);
    if (outer) return outer;
  }
  if (found.quote && isOfInspectors(words, sentence, found.quote)) return undefined;
  return found.quote;
}

/** "For response, we want to be good", "For the service as a whole I would": what the clause opens with. */
function frontedBefore({ words, sentence }: Place, pronoun: number): Quote | undefined {
  for (let i = pronoun - 1; i >= sentence.from && pronoun - i < 12; i--) {
    if (isVerbal(words, i)) return undefined;
    if (words.at(i) !== 'for') continue;
    if (i > sentence.from && words.isWord(i - 1)) return undefined;
    return words.at(pronoun) === 'it' ? undefined : phrase(words, i + 1, pronoun).quote;
  }
  return undefined;
}

function pronounFor(place: Place, token: number, pronoun: string): Quote | undefined {
  const { words } = place;
  if (pronoun === 'we' || pronoun === 'us' || pronoun === 'you') {
    const quote = words.quote(token, token + 1);
    return { text: pronoun, start: quote.start, end: quote.start + pronoun.length };
  }
  if (pronoun === 'i') return undefined;
  return antecedent(place, token);
}

/** What "it" or "they" at a token stands for: the subject of the clause before, the first clause’s, or the last sentence’s. */
function antecedent(place: Place, token: number): Quote | undefined {
  return clauseBefore(place, token) ?? firstOf(place, token) ?? referent(place);
}

/** "The home was inspected in 2016, when it": the subject of the nearest clause before a pronoun. */
function clauseBefore({ words, sentence }: Place, token: number): Quote | undefined {
  for (let i = token - 1; i > sentence.from && token - i < 24; i--) {
    if (!isAuxiliary(words, i) || isAuxiliary(words, i - 1)) continue;
    const start = groupStart(words, sentence.from, i + 1);
    const from = phraseBefore(words, sentence.from, start);
    if (from >= start || pronounAt(words, start - 1)) return undefined;
    const found = phrase(words, from, start).quote;
    return found && !isOfInspectors(words, sentence, found) ? found : undefined;
  }
  return undefined;
}

/** The subject of the sentence’s first clause, where it ends before `limit`; inspectors speak only of others. */
function firstOf({ words, sentence }: Place, limit: number): Quote | undefined {
  return openingOf(words, sentence, limit);
}

const OPENERS = new Set(
  'in at on since after before when while although as by for with under during following of among from until'.split(
    ' ',
  ),
);

function openingOf(words: Words, sentence: ReadSentence, limit: number): Quote | undefined {
  let from = sentence.from;
  while (from < limit && (!words.isWord(from) || words.isNumber(from))) from++;
  for (let hop = 0; hop < 2 && OPENERS.has(words.at(from)); hop++) {
    let comma = from;
    while (comma < limit && comma - from < 20 && words.mark(comma) !== 0x2c) comma++;
    if (words.mark(comma) !== 0x2c) return undefined;
    from = comma + 1;
  }
  if (pronounAt(words, from) || words.at(from) === 'there') return undefined;
  const end = phraseEnd(words, from, limit);
  // A line that a date begins goes on from the line before.
  if (isMonth(words.at(from))) return undefined;
  const found = phrase(words, from, end).quote;
  if (!found || !isOfInspectors(words, sentence, found)) return found;
  // "Inspectors last visited the home in May, when it was": what they did it to.
  let verb = end;
  while (verb < limit && (isVerbal(words, verb) || isAdverb(words, verb) || words.at(verb) === 'last'))
    verb++;
  if (!DETERMINERS.has(words.at(verb)) && !words.isCapital(verb)) return undefined;
  let to = verb;
  while (
    to < limit &&
    words.isWord(to) &&
    !words.isNumber(to) &&
    !['in', 'when', 'and', 'at', 'on'].includes(words.at(to)) &&
    !isVerbal(words, to)
  )
    to++;
  return phrase(words, verb, to).quote;
}

function isOfInspectors(words: Words, sentence: ReadSentence, quote: Quote): boolean {
  const covers = (m: Mention): boolean => m.start < quote.end && quote.start < m.end && quote.end - m.end < 3;
  return mentionsOf(sentence, 'inspectorate').some(covers) || mentionsOf(sentence, 'inspectors').some(covers);
}

/** What a pronoun stands for that nothing in its own sentence explains. */
function referent(place: Place): Quote | undefined {
  const { words, before: sentence } = place;
  return (
    place.last ??
    (sentence && openingOf(words, sentence, Math.min(sentence.to, sentence.from + 40))) ??
    place.spoken
  );
}
