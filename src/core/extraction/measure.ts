import { isSaid, wholeBehind } from './behindShare.js';
import { clauseStart, commaFrom, firstNoun, hasVerb, subjectStart, type Range } from './clause.js';
import type { Quote } from './finding.js';
import { antecedent, topicOf } from './measureAntecedent.js';
import {
  LONGEST,
  roughlyFrom,
  afterBracket,
  counted,
  subjectOf,
  trimmedStart,
  isMove,
  isVerbAt,
  verbEnd,
  tight,
  nounOf,
  behindAside,
} from './nounPhrases.js';
import type { ReadSentence } from './reading.js';
import type { Share } from './shares.js';
import {
  CONJUNCTIONS,
  DETERMINERS,
  DULL,
  HELPERS,
  isOn,
  LINKS,
  listsAt,
  MOVE_NOUNS,
  MOVES,
  OPENERS,
  PREPOSITIONS,
  PRONOUNS,
  VERBS,
} from './shareWords.js';
import { stretch } from './stretch.js';
import { firstTime } from './times.js';
import type { Words } from './words.js';

const COMMA = 0x2c;

const OPEN = 0x28;

/** A share with its neighbours in the sentence, and the sentence before. */
export interface Place {
  readonly sentence: ReadSentence;
  readonly share: Share;
  readonly previous: Share | undefined;
  readonly next: Share | undefined;
  readonly before: ReadSentence | undefined;
  /** What the share before it in the sentence is of, as a noun phrase. */
  readonly noun: Range | undefined;
  /** The same of the first share of the sentence before. */
  readonly nounBefore: Range | undefined;
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
  // A figure in brackets behind the share says the same again.
  const again = next !== undefined && words.mark(share.to) === OPEN && next.from - share.to <= 2;
  const limit = again ? sentence.to : Math.min(sentence.to, next?.from ?? sentence.to);
  const floor = previous?.to ?? sentence.from;
  const link = roughlyFrom(words, share.from, floor);
  const from = clauseStart(words, sentence, link, floor);
  const leader = words.at(link - 1);
  const lists = listsAt(words, link - 1);
  // A share behind "and" opens a clause of its own.
  const start =
    leader === 'and' || (previous && words.mark(link - 1) === COMMA)
      ? link
      : Math.min(subjectStart(words, sentence, from, link), link);
  const bracketed = words.mark(link - 1) === OPEN;
  const whole = wholeBehind(words, share, sentence.to);

  // "one council in four was"
  if (
    share.to - share.from > 3 &&
    words.at(share.from) === 'one' &&
    !/^(?:in|out|of)$/.test(words.at(share.from + 1))
  ) {
    let to = share.from + 1;
    while (to < share.to && words.at(to) !== 'in') to++;
    const noun = { from: share.from + 1, to };
    const said = stretch(words, sentence, share.to, limit, true);
    return { ...pair(words, noun, said), noun };
  }
  // "60 lessons, of which 70% were good"
  if ((leader === 'which' || leader === 'whom') && words.at(link - 2) === 'of') {
    const noun =
      counted(words, from, link - 2) ??
      tight(words, { from: subjectStart(words, sentence, from, link - 2), to: link - 2 });
    const said = stretch(words, sentence, share.to, limit, true);
    return { ...pair(words, noun, said), noun };
  }
  // "812 children, or 1.2% of all under-18s"
  if (leader === 'or' || (leader === 'is' && words.at(link - 2) === 'that')) {
    const noun = counted(words, from, link - 1) ?? subjectOf(words, sentence, start, link - 1);
    if (noun) return { ...one(words, noun), noun };
  }
  if (!whole && isOn(words, share.to, MOVE_NOUNS)) return ofMove(words, place, start, link, limit);
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
    if ((lists & PREPOSITIONS) !== 0) {
      if (link - 1 <= start || link - 1 === from || words.mark(link - 2) === COMMA) {
        // "In a third of the files that they read, agreements had lapsed".
        const comma = commaFrom(words, whole.from, Math.min(limit, whole.from + 14));
        const main = comma ? stretch(words, sentence, comma + 1, limit) : undefined;
        return main && noun
          ? { ...pair(words, noun, main), noun }
          : { ...one(words, said), ...(noun ? { noun } : {}) };
      }
      const subject = subjectOf(words, sentence, start, link);
      const moved = subject !== undefined && isMove(words, subject.to, link);
      const clause = moved
        ? subject
        : subject && { from: subject.from, to: verbEnd(words, subject.from, link) };
      if (moved || !noun || isOn(words, noun.from, DULL)) return one(words, clause);
      return { ...pair(words, clause, noun), noun };
    }
    const clause = { from: start, to: link };
    const head = firstNoun(words, sentence, start, link);
    if (!head || isOn(words, start, PRONOUNS | OPENERS) || (head.to >= link && !isVerbAt(words, link - 1)))
      return { ...one(words, said), ...(noun ? { noun } : {}) };
    if (whole.pronoun)
      return words.mark(link - 1) === COMMA
        ? pair(words, counted(words, start, link) ?? tight(words, clause), said)
        : one(words, clause);
    return noun ? { ...pair(words, tight(words, clause), noun), noun } : one(words, said);
  }

  const said = isSaid(words, sentence, share, limit)
    ? stretch(words, sentence, afterBracket(words, share.to, limit), limit)
    : undefined;
  const opens = (lists & OPENERS) !== 0;
  const lone = leader === 'with' || start >= link || (link - 1 <= start && opens) || bracketed;
  if (lone) {
    // "At 71%, the share of … is": the subject stands behind.
    if (opens && link - 1 <= start && words.mark(share.to) === COMMA) {
      const main = firstNoun(words, sentence, share.to + 1, limit);
      if (main && !isOn(words, main.from, PRONOUNS | HELPERS)) return { ...one(words, main), noun: main };
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
  const subject = subjectOf(words, sentence, start, link);
  if (!subject) return pair(words, antecedent(words, place, from), said);
  if (said && (lists & (MOVES | LINKS)) === MOVES && isOn(words, said.from - 1, PREPOSITIONS))
    return { ...pair(words, { from: subject.from, to: link }, said), noun: subject };
  const rest = said && !isOn(words, subject.to, MOVES) ? said : undefined;
  const clause = rest ? { from: subject.from, to: verbEnd(words, subject.from, link) } : subject;
  return { ...pair(words, clause, rest), noun: subject };
}

/** "a fall of six points in X", "up 9%, a 4% rise": of X, or of what the clause before is about. */
function ofMove(words: Words, place: Place, start: number, link: number, limit: number): Measure {
  const { share, sentence } = place;
  const after = isOn(words, share.to, MOVE_NOUNS) ? share.to + 1 : share.to;
  const moved = movedIn(words, sentence, after, Math.min(limit, after + 3), limit);
  if (moved) return { ...one(words, moved), noun: moved };
  const noun = place.noun ?? antecedent(words, place, start) ?? firstNoun(words, sentence, start, link);
  return one(words, noun);
}

/** The noun behind "in", where no time stands there. */
const movedIn = (
  words: Words,
  sentence: ReadSentence,
  at: number,
  to: number,
  limit: number,
): Range | undefined =>
  words.at(at) === 'in' && !firstTime(words, sentence, at, to, at + 2)
    ? nounOf(words, at + 1, limit)
    : undefined;

const NO_NOUNS = DETERMINERS | HELPERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | VERBS;

/** "a vacancy rate of 24%", "savings of 3%", "a rise of 9%". */
function ofNoun(words: Words, place: Place, from: number, link: number, limit: number): Measure {
  const { sentence } = place;
  const of = link - 1;
  if (isOn(words, of - 1, MOVE_NOUNS)) {
    const { share } = place;
    const moved = movedIn(words, sentence, share.to, Math.min(limit, share.to + 4), limit);
    if (moved) return { ...one(words, moved), noun: moved };
    const noun = firstNoun(words, sentence, from, of - 1);
    if (noun && noun.to < of - 2 && !isOn(words, noun.from, PRONOUNS)) return one(words, noun);
    return one(words, place.noun ?? antecedent(words, place, from));
  }
  let start = of;
  while (start > from && of - start < 6) {
    const mark = words.mark(start - 1);
    if ((mark !== 0 && mark !== 0x2d) || isOn(words, start - 1, NO_NOUNS)) break;
    start--;
  }
  return one(words, start < of ? { from: start, to: of } : undefined);
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
  const noun = from < open ? { from: Math.max(from, open - LONGEST), to: open } : undefined;
  return said && noun && !hasVerb(words, noun.from, noun.to) ? pair(words, noun, said) : one(words, noun);
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
