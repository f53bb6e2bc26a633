import { isYear } from './dates.js';
import type { Quote } from './finding.js';
import {
  ADVERB,
  AGO,
  ALL,
  AND,
  BUT,
  classesAt,
  DETERMINER,
  GIVEN,
  isOf,
  LEADING,
  NO_NOUN,
  NUMERAL,
  OR,
  OTHER,
  PREPOSITION,
  PRONOUN,
  PRONOUNS,
  QUANTITY,
  SOLID,
  STOP,
  TO_OR_LAST,
  TRAILING,
  WITHIN,
  WORTH,
} from './grammar.js';
import { isVerbal, QUOTES } from './verbs.js';
import { endsIn, isOwner } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** The noun phrase that ends before token `end`, with all that hangs on it, from `low` on: `[from, end)`. */
export function phraseBefore(words: Words, low: number, end: number): number {
  // "the hospital as a whole"
  let from = isAsAWhole(words, end) ? end - 3 : end;
  // "at their latest inspections one was good": a count that stands alone.
  const alone = isNumeral(words, end - 1);
  while (from > low && end - from < 16) {
    const at = from - 1;
    const mark = words.mark(at);
    if (mark === 0x29 && from === end) {
      // "Northern Delivery Unit (NDU)"
      let open = at;
      while (open > low && at - open < 6 && words.mark(open) !== 0x28) open--;
      if (words.mark(open) !== 0x28) break;
      from = open;
      continue;
    }
    if (mark !== 0) {
      if (mark === 0x2c ? !isListed(words, low, at, end) : !isInner(mark)) break;
      if (alone && from < end) break;
      from--;
      continue;
    }
    const classes = classesAt(words, at);
    if (alone && from < end && (classes & QUANTITY) === 0 && !words.isNumber(at)) break;
    if ((classes & PRONOUNS) !== 0) break;
    if (isVerbal(words, at)) {
      // "the help given to children"
      if (
        (classes & GIVEN) !== 0 &&
        from < end &&
        at > low &&
        isOf(words, at + 1, PREPOSITION) &&
        isPlain(words, at - 1)
      ) {
        from--;
        continue;
      }
      // "arrangements to make sure": what hangs on a noun.
      if (!(
        from < end &&
        at - 2 >= low &&
        words.at(at - 1) === 'to' &&
        words.at(at) !== 'be' &&
        isPlain(words, at - 2)
      ))
        break;
      from -= 2;
      continue;
    }
    if (endsPhrase(words, low, at, classes, from < end)) break;
    from--;
    // "with this result 31 of the county's 46": a count begins a phrase of its own.
    if (
      isNumeral(words, at) &&
      words.mark(at - 1) === 0 &&
      !isOf(words, at - 1, QUANTITY) &&
      isPlain(words, at - 1)
    )
      break;
    // "the service" after something that does not lead on to it: the phrase begins here.
    if (
      (classes & DETERMINER) !== 0 &&
      !isOf(words, from - 1, PREPOSITION | AND | ALL) &&
      words.mark(from - 1) !== 0x2c
    )
      break;
  }
  return from;
}

/** Marks that a noun phrase may have within: hyphens, "&", "%", quotation marks. */
const isInner = (mark: number): boolean =>
  mark === 0x2d || mark === 0x26 || mark === 0x25 || QUOTES.has(mark);

/** Does a word that is no verb stand outside the phrase behind it? */
function endsPhrase(words: Words, low: number, at: number, classes: number, inside: boolean): boolean {
  if ((classes & STOP) !== 0 && !((classes & OR) !== 0 && inside) && !isLookedAfter(words, at)) return true;
  if ((classes & AGO) !== 0 || isYear(words, at)) return true;
  if ((classes & AND) !== 0 && isLate(words, low, at)) return true;
  return (
    inside && (classes & (DETERMINER | WITHIN)) === 0 && ((classes & ADVERB) !== 0 || endsIn(words, at, 'ly'))
  );
}

const isAsAWhole = (words: Words, end: number): boolean =>
  words.at(end - 1) === 'whole' && words.at(end - 3) === 'as';

export const isNumeral = (words: Words, token: number): boolean =>
  words.isNumber(token) || isOf(words, token, NUMERAL);

/** A word that may be a noun, for all that is known of it. */
const isPlain = (words: Words, token: number): boolean =>
  words.isWord(token) &&
  !isOf(words, token, PREPOSITION | DETERMINER | ADVERB | STOP | AND | OTHER | PRONOUNS) &&
  !isOwner(words, token) &&
  !isVerbal(words, token);

const isLookedAfter = (words: Words, token: number): boolean =>
  words.at(token) === 'after' &&
  (words.at(token - 1) === 'looked' || (words.mark(token - 1) === 0x2d && words.at(token - 2) === 'looked'));

/** Does a comma part the members of a list, rather than an opening phrase from what follows? */
function isListed(words: Words, low: number, comma: number, end: number): boolean {
  let and = comma + 1;
  while (and < end && !isOf(words, and, AND)) and++;
  if (and === comma + 1 && !words.isCapital(low)) return false;
  if (and >= end || !words.isWord(comma - 1) || words.isNumber(comma - 1)) return false;
  let start = comma - 1;
  while (start > low && comma - start < 14 && words.mark(start - 1) === 0) {
    if (isOf(words, start, STOP) || isVerbal(words, start)) return false;
    start--;
  }
  return !isOf(words, start, PREPOSITION | STOP) && !isVerbal(words, start);
}

/** Is the "and" a seam between clauses: does a verb stand before it? */
function isLate(words: Words, low: number, and: number): boolean {
  for (let i = and - 1; i >= low && i > and - 14; i--) {
    if (isVerbal(words, i)) return true;
    const mark = words.mark(i);
    if (mark !== 0 && mark !== 0x2d) return mark !== 0x2c && !QUOTES.has(mark);
  }
  return false;
}

/** The end of the noun phrase that begins at `from`: the first verb, relative pronoun or mark. */
export function phraseEnd(words: Words, from: number, limit: number): number {
  let to = from;
  for (; to < limit && to - from < 14; to++) {
    const mark = words.mark(to);
    if (mark !== 0) {
      if (mark !== 0x2d && !(to === from && QUOTES.has(mark))) break;
      continue;
    }
    const classes = classesAt(words, to);
    if ((classes & STOP) !== 0 && !isLookedAfter(words, to)) break;
    if ((classes & TO_OR_LAST) !== 0) {
      if (words.at(to) === 'to' ? !words.isWord(to + 1) : isVerbal(words, to + 1)) break;
    }
    // "handed the services its lowest grade": another phrase.
    if (to > from && (classes & DETERMINER) !== 0 && isPlain(words, to - 1) && words.at(to) !== 'all') break;
    if (to > from && (classes & ADVERB) !== 0 && (classes & DETERMINER) === 0) break;
    if (isVerbal(words, to)) break;
  }
  return to;
}

/** Where the noun begins behind "three of the four", "57 per cent of", "the number of", "eight in ten"; `to` where there is none. */
function behindQuantity(words: Words, from: number, to: number): number {
  let at = from;
  let solid = false;
  for (; at < to; at++) {
    const mark = words.mark(at);
    if (mark !== 0) {
      if (mark === 0x25) solid = true;
      else if (mark !== 0x2d || at === from) break;
    } else if (words.isNumber(at)) solid = true;
    else {
      const classes = classesAt(words, at);
      // "The sixth form" is no part of anything.
      if ((classes & QUANTITY) === 0 || words.at(at + 1) === 'form') break;
      // "one in five", but not "the 31 in the county"
      if (solid && words.at(at) === 'in' && !isNumeral(words, at + 1) && words.at(at + 1) !== 'every') break;
      if ((classes & SOLID) !== 0) solid = true;
    }
  }
  // "all of Dunmarsh's five": the owner between two quantities.
  if (solid && at + 1 < to && isOwner(words, at) && (words.isNumber(at + 1) || isOf(words, at + 1, SOLID)))
    return behindQuantity(words, at + 1, to);
  return solid ? at : from;
}

/** What became of a phrase: its words, or only a quantity ("91", "three of them"), or something's grade ("its rating"). */
export interface Phrase {
  readonly quote?: Quote;
  readonly bare?: boolean;
  /** The grade itself was spoken of, and whose it is stands elsewhere. */
  readonly worth?: boolean;
}
const NOTHING: Phrase = {};
const BARE: Phrase = { bare: true };
const WORTHY: Phrase = { worth: true };

/** The first token that is the phrase's own, behind articles, prepositions and the like. */
function trimmedStart(words: Words, from: number, end: number): number {
  let start = from;
  for (; start < end; start++) {
    const mark = words.mark(start);
    if (mark !== 0) {
      if (QUOTES.has(mark) && words.gap(start + 1) === 0 && hasClosing(words, start, end)) break;
      continue;
    }
    const classes = classesAt(words, start);
    if ((classes & (DETERMINER | PREPOSITION | LEADING)) !== 0) continue;
    if ((classes & ADVERB) === 0) break;
    const word = words.at(start);
    if (word === 'least') break;
    if (word === 'overall' && start + 1 < end && words.mark(start + 1) === 0) break;
  }
  return start;
}

/** The end of the phrase before what hangs on behind it. */
function trimmedEnd(words: Words, start: number, to: number): number {
  let end = to;
  for (; end > start; end--) {
    const mark = words.mark(end - 1);
    if (mark === 0) {
      if (!isOf(words, end - 1, TRAILING | PREPOSITION | DETERMINER | ADVERB)) break;
    } else if (mark === 0x29 || (QUOTES.has(mark) && words.gap(end - 1) === 0)) break;
  }
  return end;
}

/** Trims articles, quantities, owners and what hangs on behind. */
export function phrase(words: Words, from: number, to: number): Phrase {
  let [start, end] = [from, to];
  // "3.1 Three of": the paragraph's number.
  if (
    words.isNumber(start) &&
    start + 1 < end &&
    /^\d+\.\d/.test(words.at(start)) &&
    words.mark(start + 1) !== 0x25
  )
    start++;
  for (; start < end; start++) {
    const mark = words.mark(start);
    // "“Nine out of 10 of our schools": what opens a quotation is none of the phrase.
    const isOwn =
      mark !== 0 ? QUOTES.has(mark) && hasClosing(words, start, end) : !isOf(words, start, AND | BUT | OR);
    if (isOwn) break;
  }
  // "42 homes (70%)"
  if (words.mark(end - 1) === 0x29) {
    let open = end - 1;
    while (open > start && words.mark(open) !== 0x28) open--;
    if (open > start || words.mark(open) === 0x28) end = open;
  }
  if (end - 3 > start && isAsAWhole(words, end)) end -= 3;
  const quantity = behindQuantity(words, start, end);
  const counted = quantity > start;
  start = quantity;
  if (start < end && isOf(words, start, STOP) && ['which', 'whom', 'that'].includes(words.at(start)))
    return BARE;
  if (counted && words.at(start) === 'in') return BARE;
  start = trimmedStart(words, start, end);
  end = trimmedEnd(words, start, end);
  const owner = ownerIn(words, start, end);
  if (owner >= 0) {
    // "the council’s rating", "the council’s aim is to be": whose it is, is what counts.
    if (end - owner <= 4 && (isOf(words, end - 1, WORTH) || isAim(words, end - 1)))
      return { quote: ownerAt(words, start, owner) };
    start = trimmedStart(words, owner + 1, end);
    end = trimmedEnd(words, start, end);
  }
  // "A reasonable aim is good overall": nobody’s who is named here.
  if (end - start === 2 && AIMS.has(words.reading, end - 1) && !words.isCapital(start)) return WORTHY;
  const worth = end > start ? worthIn(words, start, end) : undefined;
  if (worth !== undefined) {
    // "Of 120 grades, …"
    if (worth >= end)
      return counted && endsIn(words, end - 1, 's') ? { quote: words.quote(start, end) } : WORTHY;
    start = trimmedStart(words, worth, end);
    end = trimmedEnd(words, start, end);
    start = trimmedStart(words, behindQuantity(words, start, end), end);
    end = trimmedEnd(words, start, end);
  }
  // "services for children in Marlow": the place is not the subject's own.
  for (let i = end - 1; i > start && end - i <= 3; i--)
    if (
      i + 1 < end &&
      words.isCapital(i + 1) &&
      isOf(words, i, PREPOSITION) &&
      ['in', 'across', 'at'].includes(words.at(i))
    )
      end = i;
  while (end > start && isOf(words, end - 1, AND | OR)) end--;
  if (end <= start || (end - start === 1 && isOf(words, start, PRONOUN | NO_NOUN)))
    return counted ? BARE : NOTHING;
  if (isShare(words, start, end)) return BARE;
  // "The aim is to be good": somebody’s, who was spoken of before.
  if (end - start === 1 && AIMS.has(words.reading, start)) return WORTHY;
  return { quote: words.quote(start, end) };
}

/** And "plan" where it is one to do something: "the plan is to be good", but not "the plan is good". */
export const isAim = (words: Words, token: number): boolean =>
  AIMS.has(words.reading, token) ||
  (words.at(token) === 'plan' && (words.at(token + 1) === 'to' || words.at(token + 2) === 'to'));
const AIMS = new WordSet('aim ambition goal target aspiration hope intention');

/** Is there nothing but a figure: "28%", "8 and 10 per cent", "percentage points"? */
function isShare(words: Words, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const mark = words.mark(i);
    if (mark !== 0 ? mark !== 0x25 && mark !== 0x2d : !words.isNumber(i) && !SHARE.has(words.reading, i))
      return false;
  }
  return true;
}
const SHARE = new WordSet('per cent percent pc percentage point points and to between');

/** An owner: "Wexby’s children’s services" is about the services. Its token, or -1. */
function ownerIn(words: Words, start: number, end: number): number {
  for (let i = Math.min(end - 2, start + 5); i >= start; i--) {
    if (!endsIn(words, i, "'s") || /^(children|people|men|women|leaders|parents|pupils)/.test(words.at(i)))
      continue;
    // "St Aldhelm’s Primary" is a name.
    let plain = words.at(i - 1) !== 'st';
    for (let k = start; k < i && plain; k++)
      plain = words.mark(k) === 0 && !isOf(words, k, PREPOSITION | AND);
    if (plain) return i;
  }
  return -1;
}

function ownerAt(words: Words, start: number, owner: number): Quote {
  const quote = words.quote(start, owner + 1);
  const text = quote.text.replace(/['’]s?$/, '');
  return { text, start: quote.start, end: quote.start + text.length };
}

/** Behind "overall rating for", "number of", "judgement of"; `end` where nothing follows; `undefined` for another phrase. */
function worthIn(words: Words, start: number, end: number): number | undefined {
  for (let i = start; i < end && i < start + 4; i++) {
    const classes = classesAt(words, i);
    if ((classes & PREPOSITION) !== 0) return undefined;
    if ((classes & WORTH) === 0) continue;
    if (i + 1 >= end) return end;
    return ['for', 'of', 'on'].includes(words.at(i + 1)) ? i + 2 : undefined;
  }
  return undefined;
}

function hasClosing(words: Words, open: number, end: number): boolean {
  for (let i = open + 1; i < end; i++) if (QUOTES.has(words.mark(i))) return true;
  return false;
}
