import {
  clauseStart,
  commaFrom,
  firstNoun,
  hasVerb,
  isDash,
  isHard,
  isRelative,
  type Range,
  subjectStart,
} from './clause.js';
import { isMonth } from './dates.js';
import type { Quote } from './finding.js';
import { isDuration, timesIn } from './period.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import {
  CAUSES,
  CONJUNCTIONS,
  DETERMINERS,
  DULL,
  HELPERS,
  LINKS,
  MOVE_NOUNS,
  MOVES,
  OPENERS,
  PREPOSITIONS,
  PRONOUNS,
  ROUGHLY,
  SAYING,
  STOPS,
  VERBS,
} from './shareWords.js';
import type { Words } from './words.js';

const LONGEST = 14;
const COMMA = 0x2c;
const OPEN = 0x28;
const CLOSE = 0x29;

/** A share with its neighbours in the sentence, and the sentence before. */
export interface Place {
  readonly sentence: ReadSentence;
  readonly share: Share;
  readonly previous: Share | undefined;
  readonly next: Share | undefined;
  readonly before: ReadSentence | undefined;
  /** What the share before it in the sentence is of, as a noun phrase. */
  readonly noun: Range | undefined;
}

export interface Measure {
  readonly quote?: Quote;
  /** The noun phrase alone: a later share that only says something is of it too. */
  readonly noun?: Range;
}

/**
 * What a share is a share of. The clause is the unit: the noun phrase behind "of" and what is said of it; or the
 * subject before the verb. Where both halves say it, the text has them with "…" between.
 */
export function measureOf(words: Words, place: Place): Measure {
  const { sentence, share, previous, next } = place;
  const limit = Math.min(sentence.to, next?.from ?? sentence.to);
  const floor = previous?.to ?? sentence.from;
  const link = roughlyFrom(words, share.from, floor);
  const from = clauseStart(words, sentence, link, floor);
  // A share behind "and" opens a clause of its own.
  const start =
    words.at(link - 1) === 'and' ? link : Math.min(subjectStart(words, sentence, from, link), link);
  const leader = words.at(link - 1);
  const bracketed = words.mark(link - 1) === OPEN;
  const whole = wholeBehind(words, share, limit);

  // "one council in four was"
  if (
    words.at(share.from) === 'one' &&
    share.to - share.from > 3 &&
    !/^(?:in|out|of)$/.test(words.at(share.from + 1))
  ) {
    let to = share.from + 1;
    while (to < share.to && words.at(to) !== 'in') to++;
    const noun = { from: share.from + 1, to };
    const said = stretch(words, sentence, share.to, limit, true);
    return { ...pair(words, noun, said), noun };
  }
  // "812 children, or 1.2% of all under-18s"
  if (leader === 'or' || (leader === 'is' && words.at(link - 2) === 'that')) {
    const noun = counted(words, from, link - 1) ?? subjectOf(words, place, start, link - 1);
    if (noun) return { ...one(words, noun), noun };
  }
  if (MOVE_NOUNS.has(words.at(share.to)) && !whole) return ofMove(words, place, start, link, limit);
  if (leader === 'of' && link - 1 > from) return ofNoun(words, place, from, link, limit);

  if (whole) {
    const noun = whole.pronoun ? antecedent(words, place, from) : nounOf(words, whole.from, limit);
    const said = stretch(
      words,
      sentence,
      whole.pronoun ? behindAside(words, whole.from, limit) : whole.from,
      limit,
    );
    if (leader === 'with' || start >= link)
      return whole.pronoun ? pair(words, noun, said) : { ...one(words, said), ...(noun ? { noun } : {}) };
    if (PREPOSITIONS.has(leader)) {
      if (link - 1 <= start || link - 1 === from || words.mark(link - 2) === COMMA) {
        // "In a third of the files that they read, agreements had lapsed".
        const comma = commaFrom(words, whole.from, Math.min(limit, whole.from + 14));
        const main = comma ? stretch(words, sentence, comma + 1, limit) : undefined;
        return main && noun
          ? { ...pair(words, noun, main), noun }
          : { ...one(words, said), ...(noun ? { noun } : {}) };
      }
      const subject = subjectOf(words, place, start, link);
      const moved = subject !== undefined && isMove(words, subject.to, link);
      const clause = moved
        ? subject
        : subject && { from: subject.from, to: verbEnd(words, subject.from, link) };
      if (moved || !noun || DULL.has(words.at(noun.from))) return one(words, clause);
      return { ...pair(words, clause, noun), noun };
    }
    const clause = { from: start, to: link };
    const head = firstNoun(words, sentence, start, link);
    if (
      !head ||
      PRONOUNS.has(words.at(start)) ||
      OPENERS.has(words.at(start)) ||
      (head.to >= link && !isVerbAt(words, link - 1))
    )
      return { ...one(words, said), ...(noun ? { noun } : {}) };
    if (whole.pronoun)
      return words.mark(link - 1) === COMMA ? pair(words, tight(words, clause), said) : one(words, clause);
    return noun ? { ...pair(words, tight(words, clause), noun), noun } : one(words, said);
  }

  const said = isSaid(words, sentence, share, limit)
    ? stretch(words, sentence, afterBracket(words, share.to, limit), limit)
    : undefined;
  const lone = leader === 'with' || start >= link || (link - 1 <= start && OPENERS.has(leader)) || bracketed;
  if (lone) {
    // "At 71%, the share of … is": the subject stands behind.
    if (words.mark(share.to) === COMMA && OPENERS.has(leader) && link - 1 <= start) {
      const main = firstNoun(words, sentence, share.to + 1, limit);
      if (main && !PRONOUNS.has(words.at(main.from)) && !HELPERS.has(words.at(main.from)))
        return { ...one(words, main), noun: main };
      return one(words, antecedent(words, place, from));
    }
    if (bracketed) return inBracket(words, place, floor, link, said);
    const noun = antecedent(
      words,
      place,
      leader === 'with' ? link - 1 : from,
      leader === 'with' ? start : undefined,
    );
    return said ? pair(words, noun, said) : one(words, noun);
  }
  const subject = subjectOf(words, place, start, link);
  if (!subject) return pair(words, antecedent(words, place, from), said);
  if (said && MOVES.has(leader) && PREPOSITIONS.has(words.at(said.from - 1)) && !LINKS.has(leader))
    return { ...pair(words, { from: subject.from, to: link }, said), noun: subject };
  const rest = said && !MOVES.has(words.at(subject.to)) ? said : undefined;
  const leading = rest ? { from: subject.from, to: verbEnd(words, subject.from, link) } : subject;
  return { ...pair(words, leading, rest), noun: subject };
}

/** Before the words that only say how near the number is: "at least", "no more than", "a little under". */
export function roughlyFrom(words: Words, to: number, floor: number): number {
  let from = to;
  for (let again = true; again && from > floor;) {
    const [one, two] = [words.at(from - 1), words.at(from - 2)];
    again = true;
    if (one === 'than' && (ROUGHLY.has(two) || two === 'higher' || two === 'lower')) from -= 2;
    else if ((one === 'least' || one === 'most') && two === 'at') from -= 2;
    else if (one === 'as' && (two === 'many' || two === 'much')) from -= words.at(from - 3) === 'as' ? 3 : 2;
    else if (one === 'to' && (two === 'up' || two === 'close')) from -= 2;
    else if (ROUGHLY.has(one) || ARTICLES.has(one) || one === 'target') from--;
    else again = false;
  }
  return Math.max(from, floor);
}
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'his', 'her', 'our']);

interface Whole {
  readonly from: number;
  readonly pronoun: boolean;
}

/** What stands behind "of", or behind a ratio: "one in five plans". */
function wholeBehind(words: Words, share: Share, limit: number): Whole | undefined {
  const { to } = share;
  if (words.at(to) === 'of') {
    let from = to + 1;
    while (from < limit && (words.at(from) === 'all' || words.at(from) === 'the')) from++;
    const word = words.at(from);
    const pronoun =
      ['which', 'whom', 'them', 'us', 'you', 'these'].includes(word) ||
      (word === 'those' && (HELPERS.has(words.at(from + 1)) || words.mark(from + 1) !== 0));
    return { from: pronoun ? from + 1 : to + 1, pronoun };
  }
  if (share.form !== 'fraction') return undefined;
  const word = words.at(to);
  const isNoun =
    to < limit &&
    words.mark(to) === 0 &&
    !HELPERS.has(word) &&
    !STOPS.has(word) &&
    !VERBS.has(word) &&
    !PREPOSITIONS.has(word) &&
    !OPENERS.has(word) &&
    !PRONOUNS.has(word) &&
    !CONJUNCTIONS.has(word) &&
    !SAYING.has(word) &&
    word !== 'and' &&
    word !== 'or' &&
    !words.isNumber(to) &&
    (!/(ly|ed|ago|earlier)$/.test(word) || words.at(to + 1) === 'after');
  if (isNoun) return { from: to, pronoun: false };
  // "one council in four": the noun stands within.
  return undefined;
}

/** Is anything said of the share behind it ("58% were late", "7% inadequate"), and not just when or against what? */
function isSaid(words: Words, sentence: ReadSentence, share: Share, limit: number): boolean {
  if (share.form === 'points') return false;
  const from = afterBracket(words, share.to, limit);
  if (from >= limit) return false;
  const word = words.at(from);
  if (
    words.mark(from) !== 0 ||
    words.isNumber(from) ||
    isMonth(word) ||
    STOPS.has(word) ||
    word === 'and' ||
    word === 'or' ||
    word === 'to' ||
    word === 'it' ||
    word === 'than' ||
    isDuration(words, from, limit)
  )
    return false;
  const [time] = timesIn(words, sentence, from, Math.min(limit, from + 6));
  return !time || time.from > from + 2 || (time.from > from && !OPENERS.has(word) && !DETERMINERS.has(word));
}

function afterBracket(words: Words, from: number, limit: number): number {
  let to = from;
  if (words.mark(to) === OPEN) {
    while (to < limit && words.mark(to) !== CLOSE) to++;
    to++;
  }
  if (words.mark(to) === CLOSE) to++;
  return to;
}

/** "a fall of six points in X", "up 9%, a 4% rise": of X, or of what the clause before is about. */
function ofMove(words: Words, place: Place, start: number, link: number, limit: number): Measure {
  const { share, sentence } = place;
  const after = MOVE_NOUNS.has(words.at(share.to)) ? share.to + 1 : share.to;
  if (
    words.at(after) === 'in' &&
    timesIn(words, sentence, after, Math.min(limit, after + 3)).every(t => t.from > after + 1)
  ) {
    const noun = nounOf(words, after + 1, limit);
    if (noun) return { ...one(words, noun), noun };
  }
  const noun = place.noun ?? antecedent(words, place, start) ?? firstNoun(words, sentence, start, link);
  return one(words, noun);
}

/** "a vacancy rate of 24%", "savings of 3%", "a rise of 9%". */
function ofNoun(words: Words, place: Place, from: number, link: number, limit: number): Measure {
  const { sentence } = place;
  const of = link - 1;
  const head = words.at(of - 1);
  if (MOVE_NOUNS.has(head)) {
    const { share } = place;
    if (
      words.at(share.to) === 'in' &&
      timesIn(words, sentence, share.to, Math.min(limit, share.to + 4)).every(t => t.from > share.to + 1)
    ) {
      const noun = nounOf(words, share.to + 1, limit);
      if (noun) return { ...one(words, noun), noun };
    }
    const noun = firstNoun(words, sentence, from, of - 1);
    if (noun && noun.to < of - 2 && !PRONOUNS.has(words.at(noun.from))) return one(words, noun);
    return one(words, place.noun ?? antecedent(words, place, from));
  }
  let start = of;
  while (start > from && of - start < 6) {
    const word = words.at(start - 1);
    if (words.mark(start - 1) !== 0 && words.mark(start - 1) !== 0x2d) break;
    if (
      DETERMINERS.has(word) ||
      HELPERS.has(word) ||
      PREPOSITIONS.has(word) ||
      CONJUNCTIONS.has(word) ||
      PRONOUNS.has(word) ||
      VERBS.has(word)
    )
      break;
    start--;
  }
  return one(words, start < of ? { from: start, to: of } : undefined);
}

/** "has cut absence from 8%", "which brings vacancies down to 20%": what is moved stands behind the verb. */
function causedOf(words: Words, start: number, link: number): Range | undefined {
  if (!LINKS.has(words.at(link - 1))) return undefined;
  for (let i = link - 2; i > start; i--) {
    if (words.mark(i) === COMMA) return undefined;
    if (
      !CAUSES.has(words.at(i)) ||
      (HELPERS.has(words.at(i - 1)) && !/^(?:has|have|had)$/.test(words.at(i - 1)))
    )
      continue;
    let to = link;
    while (to > i + 1 && (LINKS.has(words.at(to - 1)) || MOVES.has(words.at(to - 1)))) to--;
    const from = trimmedStart(words, i + 1, to);
    return to > from ? { from, to } : undefined;
  }
  return undefined;
}

/** The noun behind the last count. */
function counted(words: Words, from: number, to: number): Range | undefined {
  for (let i = to - 1; i >= from; i--)
    if (words.isNumber(i) && words.mark(i + 1) === 0 && !isMonth(words.at(i - 1))) {
      const noun = nounOf(words, i + 1, to);
      if (noun) return noun;
    }
  return undefined;
}

/** The subject before a verb: without the verb, what is moved by and its asides. */
function subjectOf(words: Words, place: Place, start: number, link: number): Range | undefined {
  const { sentence } = place;
  let to = link;
  const caused = causedOf(words, start, link);
  if (caused) return caused;
  const times = timesIn(words, sentence, start, link);
  for (let again = true; again && to > start;) {
    again = false;
    const word = words.at(to - 1);
    const time = times.find(t => t.to === to && t.from > start);
    if (time) {
      to = time.from;
      again = true;
    } else if (
      HELPERS.has(word) ||
      MOVES.has(word) ||
      LINKS.has(word) ||
      ROUGHLY.has(word) ||
      word === 'than' ||
      word === 'from' ||
      word === 'which' ||
      word === 'who' ||
      (words.isNumber(to - 1) && LINKS.has(words.at(to - 2))) ||
      (words.mark(to - 1) !== 0 && words.mark(to - 1) !== CLOSE)
    ) {
      to--;
      again = true;
    }
  }
  // A relative clause or an aside between commas before the verb belongs to the subject, but does not name it.
  let from = start;
  const commas: number[] = [];
  for (let i = start; i < to; i++) if (words.mark(i) === COMMA) commas.push(i);
  if (words.mark(to) === COMMA && commas.length > 0) {
    const [first] = commas;
    to = hasVerb(words, start, first!) ? to : first!;
  }
  const relative = commas.find(c => c < to && ['which', 'who', 'whose', 'where'].includes(words.at(c + 1)));
  if (relative !== undefined) to = relative;
  for (const c of commas) if (c < to && hasVerb(words, from, c) && words.at(c + 1) !== 'who') from = c + 1;
  from = subjectStart(words, sentence, from, to);
  from = trimmedStart(words, from, to);
  if (
    to <= from ||
    (PRONOUNS.has(words.at(from)) && to - from <= 2 && !['those', 'us'].includes(words.at(from)))
  )
    return undefined;
  return { from, to: Math.min(to, from + LONGEST) };
}

function trimmedStart(words: Words, from: number, to: number): number {
  let start = from;
  while (
    start < to &&
    ((DETERMINERS.has(words.at(start)) && words.at(start) !== 'those') ||
      words.mark(start) !== 0 ||
      words.at(start) === 'and' ||
      (COUNTS.has(words.at(start)) && words.at(start + 1) === 'of'))
  )
    start += COUNTS.has(words.at(start)) ? 2 : 1;
  return start;
}
const COUNTS = new Set(['proportion', 'percentage', 'share', 'number', 'rate', 'level']);

const isMove = (words: Words, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (MOVES.has(words.at(i)) || MOVE_NOUNS.has(words.at(i))) return true;
  return false;
};

const isVerbAt = (words: Words, i: number): boolean => {
  const word = words.at(i);
  return VERBS.has(word) || MOVES.has(word) || HELPERS.has(word) || /(ed|ing|s)$/.test(word);
};

/** A clause without the preposition, the verb "be" and the marks that it ends in. */
function verbEnd(words: Words, from: number, to: number): number {
  let end = to;
  while (
    end > from + 1 &&
    (words.mark(end - 1) !== 0 ||
      PREPOSITIONS.has(words.at(end - 1)) ||
      HELPERS.has(words.at(end - 1)) ||
      ROUGHLY.has(words.at(end - 1)))
  )
    end--;
  return Math.min(end, from + LONGEST);
}

function tight(words: Words, range: Range): Range {
  const from = trimmedStart(words, range.from, range.to);
  return { from, to: Math.max(from + 1, verbEnd(words, from, range.to)) };
}

/** The noun phrase from a token on: up to its verb. */
function nounOf(words: Words, from: number, limit: number): Range | undefined {
  let start = from;
  while (
    start < limit &&
    (DETERMINERS.has(words.at(start)) || words.isNumber(start) || words.at(start) === 'of')
  )
    start++;
  let to = start;
  while (to < limit && to - start < 10) {
    const word = words.at(to);
    if (isHard(words, to) || (words.mark(to) !== 0 && words.mark(to) !== 0x2d && words.mark(to) !== 0x2f))
      break;
    if (to > start && HELPERS.has(word) && !isRelative(words, start, to)) break;
    if (to > start && VERBS.has(word) && !isRelative(words, start, to)) break;
    if (to > start && (isStop(words, to) || (word === 'and' && isClauseBehind(words, to + 1)))) break;
    to++;
  }
  while (
    to > start &&
    (words.mark(to - 1) !== 0 || PREPOSITIONS.has(words.at(to - 1)) || words.at(to - 1) === 'and')
  )
    to--;
  return to > start ? { from: start, to } : undefined;
}

/** "Looked after" and "looked-after" stop nothing. */
const isStop = (words: Words, i: number): boolean =>
  STOPS.has(words.at(i)) &&
  !(words.at(i) === 'yet' && HELPERS.has(words.at(i - 1))) &&
  !(words.at(i) === 'after' && (words.at(i - 1) === 'looked' || words.mark(i - 1) === 0x2d));

const isClauseBehind = (words: Words, i: number): boolean =>
  words.isNumber(i) || PRONOUNS.has(words.at(i)) || DETERMINERS.has(words.at(i)) || ROUGHLY.has(words.at(i));

/** Behind ", the report notes,". */
function behindAside(words: Words, from: number, limit: number): number {
  const start = afterBracket(words, from, limit);
  if (words.mark(start) !== COMMA) return start;
  const comma = commaFrom(words, start + 1, Math.min(limit, start + 8));
  return comma ? comma + 1 : start;
}

/** What is said, from a token on: noun and verb, up to the end of the clause. */
function stretch(
  words: Words,
  sentence: ReadSentence,
  from: number,
  limit: number,
  verb = false,
): Range | undefined {
  let start = from;
  while (
    start < limit &&
    (DETERMINERS.has(words.at(start)) || words.at(start) === 'of' || words.mark(start) === COMMA)
  )
    start++;
  while (
    start < limit &&
    (HELPERS.has(words.at(start)) || words.at(start) === 'now' || words.at(start) === 'only')
  )
    start++;
  let to = start;
  const times = timesIn(words, sentence, start, Math.min(limit, start + 24));
  while (to < limit && to - start < LONGEST) {
    const word = words.at(to);
    const mark = words.mark(to);
    if (mark === COMMA) {
      // A list goes on behind a comma; a new clause does not.
      const list =
        to > start &&
        [2, 3, 4, 5].some(
          k =>
            to + k < limit && ['or', 'and'].includes(words.at(to + k)) && !hasVerb(words, to + 1, to + k + 2),
        );
      if (!list || words.at(to + 1) === 'and' || words.at(to + 1) === 'but' || words.at(to + 1) === 'or')
        break;
    } else if (mark !== 0 && mark !== 0x2d && mark !== 0x2f && mark !== 0x2019 && mark !== 0x27) break;
    if (isDash(words, to)) break;
    verb ||= HELPERS.has(word) && !isRelative(words, start, to);
    if (to > start && isStop(words, to) && !(word === 'until' && !verb)) {
      if (word === 'up' && words.at(to + 1) === 'to') {
        to++;
        continue;
      }
      if (
        !['so', 'well', 'making', 'leaving', 'up', 'down', 'as'].includes(word) ||
        ['from', 'by', 'above', 'below', 'on'].includes(words.at(to + 1)) ||
        word === 'as'
      )
        break;
    }
    if (
      to > start &&
      word === 'and' &&
      (isClauseBehind(words, to + 1) || (verb && hasVerb(words, to + 1, Math.min(limit, to + 6))))
    )
      break;
    const time = times.find(t => t.from === to);
    if (time && to > start && (OPENERS.has(words.at(to - 1)) || verb) && time.to >= limit - 1) break;
    to++;
  }
  while (
    to > start &&
    (words.mark(to - 1) !== 0 ||
      ['and', 'or'].includes(words.at(to - 1)) ||
      (PREPOSITIONS.has(words.at(to - 1)) && to < limit && words.at(to) !== '') ||
      (ROUGHLY.has(words.at(to - 1)) && to === limit))
  )
    to--;
  return to > start ? { from: start, to } : undefined;
}

/** What a share without a noun of its own is of: the topic in front, the noun of the share before, or the subject of the clause before. */
function antecedent(words: Words, place: Place, from: number, own?: number): Range | undefined {
  const { sentence, before } = place;
  const fits = (noun: Range | undefined): noun is Range =>
    noun !== undefined && !PRONOUNS.has(words.at(noun.from)) && !words.isNumber(noun.from);
  const topic = topicOf(words, sentence, place.share.from);
  if (topic) return topic;
  if (own !== undefined && own < from) {
    const noun = firstNoun(words, sentence, own, from);
    if (fits(noun)) return noun;
  }
  if (place.noun) return place.noun;
  let end = from;
  for (let tries = 0; tries < 3 && end > sentence.from; tries++) {
    while (
      end > sentence.from &&
      (words.mark(end - 1) !== 0 ||
        CONJUNCTIONS.has(words.at(end - 1)) ||
        words.at(end - 1) === 'and' ||
        OPENERS.has(words.at(end - 1)))
    )
      end--;
    const start = clauseStart(words, sentence, end, sentence.from);
    const noun = firstNoun(words, sentence, start, end);
    if (fits(noun)) return noun;
    end = start;
  }
  if (!before) return undefined;
  const last = topicOf(words, before, before.to) ?? firstNoun(words, before, before.from, before.to);
  return fits(last) ? last : undefined;
}

/** "Of the children whose records we read, …": what stands between the preposition and the comma. */
function topicOf(words: Words, sentence: ReadSentence, limit: number): Range | undefined {
  let from = sentence.from;
  while (from < limit && from - sentence.from < 4 && (words.mark(from) !== 0 || words.isNumber(from))) from++;
  for (const at of [from, clauseWithOf(words, sentence, limit)])
    if (at !== undefined && TOPICS.has(words.at(at)) && !['which', 'whom'].includes(words.at(at + 1))) {
      const comma = commaFrom(words, at, Math.min(limit, at + 16)) ?? limit;
      let start = at + 1;
      while (start < comma && (DETERMINERS.has(words.at(start)) || words.isNumber(start))) start++;
      const times = timesIn(words, sentence, start, comma);
      if (times.some(t => t.from <= start + 1) || comma - start > 14) continue;
      if (comma > start && comma < limit + 1) return { from: start, to: comma };
    }
  return undefined;
}
const TOPICS = new Set(['of', 'among', 'amongst']);

/** "; of those still at school one in three": a clause in mid-sentence that begins with "of". */
function clauseWithOf(words: Words, sentence: ReadSentence, limit: number): number | undefined {
  for (let i = limit - 1; i > Math.max(sentence.from, limit - 40); i--)
    if (
      TOPICS.has(words.at(i)) &&
      (isHard(words, i - 1) || words.mark(i - 1) === COMMA || CONJUNCTIONS.has(words.at(i - 1)))
    )
      return i;
  return undefined;
}

/** A figure in brackets is of the words before it. */
function inBracket(
  words: Words,
  place: Place,
  floor: number,
  link: number,
  said: Range | undefined,
): Measure {
  const { sentence } = place;
  const open = link - 1;
  const topic = topicOf(words, sentence, open);
  if (topic) return said ? pair(words, topic, said) : one(words, topic);
  let start = clauseStart(words, sentence, open, floor);
  start = subjectStart(words, sentence, start, open);
  // "72 homes (3%)": a count and its noun.
  if (words.isNumber(open - 1)) {
    const noun = antecedent(words, place, start) ?? place.noun;
    return said ? pair(words, noun, said) : one(words, noun);
  }
  for (let i = open - 1; i > Math.max(start, open - 5); i--)
    if (words.isNumber(i - 1) && words.mark(i) === 0) {
      const noun = { from: i, to: open };
      return said ? pair(words, noun, said) : one(words, noun);
    }
  const from = trimmedStart(words, start, open);
  return one(words, from < open ? { from: Math.max(from, open - LONGEST), to: open } : undefined);
}

const quoted = (words: Words, range: Range): Quote => words.quote(range.from, range.to);

const one = (words: Words, range: Range | undefined): Measure =>
  range && range.to > range.from ? { quote: quoted(words, range) } : {};

/** Two stretches as one, in the order of the text; the first alone where there is no other. */
function pair(words: Words, a: Range | undefined, b: Range | undefined): Measure {
  if (!a || !b) return one(words, a ?? b);
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  if (second.from < first.to) return one(words, { from: first.from, to: Math.max(first.to, second.to) });
  const [x, y] = [quoted(words, first), quoted(words, second)];
  return { quote: { start: x.start, end: y.end, text: `${x.text} … ${y.text}` }, noun: first };
}
