import { LINE } from '../report/tokens.js';
import { isSaid, type Whole, wholeBehind } from './behindShare.js';
import { clauseStart, commaFrom, firstNoun, isDash, type Range, subjectStart } from './clause.js';
import { antecedent } from './measureAntecedent.js';
import { type Measure, one, pair, type Place } from './measured.js';
import { inBracket, ofMove, ofNoun } from './measureNouns.js';
import {
  afterBracket,
  behindAside,
  counted,
  isMove,
  isVerbAt,
  nounOf,
  roughlyFrom,
  subjectOf,
  tight,
  verbEnd,
} from './nounPhrases.js';
import {
  DETERMINERS,
  DULL,
  FIGURE_WORDS,
  FIGURES,
  HELPERS,
  isOn,
  LINKS,
  listsAt,
  MOVE_NOUNS,
  MOVES,
  OPENERS,
  PREPOSITIONS,
  PRONOUNS,
  QUANTITIES,
} from './shareWords.js';
import { stretch } from './stretch.js';
import { isBullet } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const DOING = new WordSet('do does did');
const AIMING = new WordSet('aim aims aimed aiming hope hopes hoped hoping push pushing');
const CONTRASTING = new WordSet('as and but though although while whereas yet');
const OPENING = new WordSet('and that as because since');
const COMMA = 0x2c;
const OPEN = 0x28;
const COLON = 0x3a;

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
  // A share behind "and" opens a clause of its own, as one does behind "that" and "as".
  const start =
    OPENING.has(words.reading, link - 1) || (previous && words.mark(link - 1) === COMMA)
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
    return pair(noun, said, noun);
  }
  // "Contacts decided in a day: baseline 46%, now 82%": what stands before the colon.
  if (words.mark(from - 1) === COLON && isStandIn(words, from, link)) {
    const label = tight(words, { from: sentence.from, to: from - 1 });
    return one(label, label);
  }
  // "All children have a plan, though only 71% do": what the clause before says.
  if (DOING.has(words.reading, share.to) && CONTRASTING.has(words.reading, link - 1)) {
    const end = words.mark(link - 2) === COMMA ? link - 2 : link - 1;
    let told = subjectStart(words, sentence, clauseStart(words, sentence, end, floor), end);
    while (told < end && isOn(words, told, DETERMINERS | QUANTITIES)) told++;
    if (told < end) return one({ from: told, to: end });
  }
  // "The head aims for 90% by Easter": of what was spoken of before.
  if (leader === 'for' && AIMING.has(words.reading, link - 2) && isOn(words, share.to, PREPOSITIONS))
    return one(antecedent(words, place, from));
  // "60 lessons, of which 70% were good"
  if ((leader === 'which' || leader === 'whom') && words.at(link - 2) === 'of') {
    const noun =
      counted(words, from, link - 2) ??
      tight(words, { from: subjectStart(words, sentence, from, link - 2), to: link - 2 });
    const said = stretch(words, sentence, share.to, limit, true);
    return pair(noun, said, noun);
  }
  // "812 children, or 1.2% of all under-18s"
  if (leader === 'or' || (leader === 'is' && words.at(link - 2) === 'that')) {
    // "£4.2m, or 18% of the budget"
    const noun =
      whole && isMoney(words, link - 2)
        ? nounOf(words, whole.from, limit)
        : (counted(words, from, link - 1) ?? subjectOf(words, sentence, start, link - 1));
    if (noun) return one(noun, noun);
  }
  if (!whole && isOn(words, share.to, MOVE_NOUNS)) return ofMove(words, place, start, link, limit);
  if (leader === 'of' && link - 1 > from) return ofNoun(words, place, from, link, limit);
  if (whole) return ofWhole(words, place, whole, { from, start, link, limit });

  if (!previous && !next && isLed(words, sentence.from, share.from, share.to)) {
    const label = tight(words, { from: share.to + 1, to: labelEnd(words, share.to + 1, sentence.to) });
    return one(label, label);
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
      if (main && !isOn(words, main.from, PRONOUNS | HELPERS)) return one(main, main);
      return one(antecedent(words, place, from));
    }
    if (bracketed) return inBracket(words, place, floor, link, said);
    const noun = antecedent(
      words,
      place,
      leader === 'with' ? link - 1 : from,
      leader === 'with' ? start : undefined,
    );
    return said ? pair(noun, said) : one(noun);
  }
  const subject = subjectOf(words, sentence, start, link);
  // "Reviews were late; the rate stood at 31%": of what the clause before is about.
  const spokenOf = subject && standsForFigure(words, subject) ? figureOf(words, place, from) : undefined;
  if (!subject || spokenOf) return pair(spokenOf ?? antecedent(words, place, from), said);
  if (said && (lists & (MOVES | LINKS)) === MOVES && isOn(words, said.from - 1, PREPOSITIONS))
    return pair({ from: subject.from, to: link }, said, subject);
  const rest = said && !isOn(words, subject.to, MOVES) ? said : undefined;
  const clause = rest ? { from: subject.from, to: verbEnd(words, subject.from, link) } : subject;
  return pair(clause, rest, subject);
}

/** Does a sum of money end at or straight before a token: "£4.2m,"? */
function isMoney(words: Words, token: number): boolean {
  for (let i = token; i > token - LONGEST_SUM; i--) if (words.mark(i) === POUND) return true;
  return false;
}
const POUND = 0xa3;
/** In tokens: "£4.2 million,". */
const LONGEST_SUM = 6;

/** "• 82% – assessments completed in time": nothing before the figure, and a dash or a colon behind it. */
function isLed(words: Words, start: number, from: number, to: number): boolean {
  if (words.mark(to) !== COLON && !isDash(words, to)) return false;
  for (let i = start; i < from; i++) if (!isBullet(words.mark(i))) return false;
  return words.isWord(to + 1) && words.gap(to + 1) !== LINE;
}

/** "pupils excluded, a tiny share": what is remarked on ends a label, and what is listed does not. */
function labelEnd(words: Words, from: number, limit: number): number {
  const longest = Math.min(limit, from + LONGEST_LABEL);
  for (let i = from; i < longest; i++)
    if (words.mark(i) === COMMA && REMARK.has(words.reading, i + 1)) return i;
  return longest;
}
const REMARK = new WordSet('a an the which who but although');
/** In tokens. */
const LONGEST_LABEL = 16;

/** Are there only words that stand for a figure? */
function isStandIn(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isOn(words, i, FIGURES | FIGURE_WORDS)) return false;
  return to > from;
}

/** Is a subject only "figure", "rate" or the like, and not "rate of turnover"? */
function standsForFigure(words: Words, { from, to }: Range): boolean {
  if (!STANDING_FOR.has(words.reading, from)) return false;
  return to === from + 1 || (to === from + 2 && words.at(from + 1) === 'reported');
}
const STANDING_FOR = new WordSet('figure figures rate proportion share shares percentage');

/** What "the figure" is of. The sentence before can only say so where it has a figure too. */
const figureOf = (words: Words, place: Place, from: number): Range | undefined =>
  antecedent(words, place.nounBefore ? place : { ...place, before: undefined }, from);

/** The clause before a share: where it and its subject begin and where it ends, and how far what is said behind it may go. */
interface Clause {
  readonly from: number;
  readonly start: number;
  readonly link: number;
  readonly limit: number;
}

/** "57% of the pupils were …", "one in five plans": of what stands behind, and what the clause before it says. */
function ofWhole(words: Words, place: Place, whole: Whole, { from, start, link, limit }: Clause): Measure {
  const { sentence } = place;
  const noun = whole.pronoun ? antecedent(words, place, from) : nounOf(words, whole.from, limit);
  const said = stretch(
    words,
    sentence,
    whole.pronoun ? behindAside(words, whole.from, limit) : whole.from,
    limit,
  );
  if (start >= link || words.at(link - 1) === 'with')
    return whole.pronoun ? pair(noun, said) : one(said, noun);
  if (isOn(words, link - 1, PREPOSITIONS)) {
    const opens = words.mark(link - 2) === COMMA || OPENING.has(words.reading, link - 2);
    if (link - 1 <= start || link - 1 === from || opens) {
      // "In a third of the files that they read, agreements had lapsed".
      const comma = commaFrom(words, whole.from, Math.min(limit, whole.from + 14));
      const main =
        comma && words.at(comma + 1) !== 'and' ? stretch(words, sentence, comma + 1, limit) : undefined;
      return main && noun ? pair(noun, main, noun) : one(said, noun);
    }
    const subject = subjectOf(words, sentence, start, link);
    const moved = subject !== undefined && isMove(words, subject.to, link);
    const clause = moved
      ? subject
      : subject && { from: subject.from, to: verbEnd(words, subject.from, link) };
    if (moved || !noun || isOn(words, noun.from, DULL)) return one(clause);
    return pair(clause, noun, noun);
  }
  const clause = { from: start, to: link };
  const head = firstNoun(words, sentence, start, link);
  if (!head || isOn(words, start, PRONOUNS | OPENERS) || (head.to >= link && !isVerbAt(words, link - 1)))
    return one(said, noun);
  if (whole.pronoun)
    return words.mark(link - 1) === COMMA
      ? pair(counted(words, start, link) ?? tight(words, clause), said)
      : one(clause);
  return noun ? pair(tight(words, clause), noun, noun) : one(said);
}
