import type { Quote } from './finding.js';
import {
  ADVERBS,
  DETERMINERS,
  PREPOSITIONS,
  QUOTES,
  STOPS,
  SUBJECT_PRONOUNS,
  set,
  isVerbal,
  pronounAt,
} from './verbs.js';
import type { Words } from './words.js';

/** The noun phrase that ends before token `end`, with all that hangs on it, from `low` on: `[from, end)`. */
export function phraseBefore(words: Words, low: number, end: number): number {
  let from = end;
  // "the hospital as a whole"
  if (words.at(end - 1) === 'whole' && words.at(end - 3) === 'as') from = end - 3;
  // "at their latest inspections one was good": a count that stands alone.
  const alone = isNumeral(words, end - 1);
  while (from > low && end - from < 16) {
    const at = from - 1;
    const word = words.at(at);
    const mark = words.mark(at);
    if (mark === 0x29 && from === end) {
      // "Northern Delivery Unit (NDU)"
      let open = at;
      while (open > low && at - open < 6 && words.mark(open) !== 0x28) open--;
      if (words.mark(open) !== 0x28) break;
      from = open;
      continue;
    }
    if (mark === 0x2c) {
      if (!isListed(words, low, at, end)) break;
    } else if (mark !== 0 && mark !== 0x2d && mark !== 0x26 && mark !== 0x25 && !QUOTES.has(mark)) break;
    if (alone && from < end && !QUANTITIES.has(word) && !words.isNumber(at)) break;
    if (pronounAt(words, at)) break;
    if (isVerbal(words, at)) {
      // "the help given to children"
      if (
        GIVEN.has(word) &&
        PREPOSITIONS.has(words.at(at + 1)) &&
        from < end &&
        at > low &&
        isPlain(words, at - 1)
      ) {
        from--;
        continue;
      }
      // "arrangements to make sure": what hangs on a noun.
      if (!(
        words.at(at - 1) === 'to' &&
        from < end &&
        word !== 'be' &&
        at - 2 >= low &&
        isPlain(words, at - 2)
      ))
        break;
      from -= 2;
      continue;
    }
    if (STOPS.has(word) && !(word === 'or' && from < end) && !isLookedAfter(words, at)) break;
    if (word === 'ago') break;
    if (words.isNumber(at) && /^(19|20)\d\d$/.test(word)) break;
    if (word === 'and' && isLate(words, low, at)) break;
    if (
      (ADVERBS.has(word) || word.endsWith('ly')) &&
      from < end &&
      !DETERMINERS.has(word) &&
      !['most', 'more', 'at', 'overall', 'early'].includes(word) &&
      word !== 'family'
    )
      break;
    from--;
    // "with this result 31 of the county's 46": a count begins a phrase of its own.
    if (
      isNumeral(words, at) &&
      words.mark(at - 1) === 0 &&
      !QUANTITIES.has(words.at(at - 1)) &&
      isPlain(words, at - 1)
    )
      break;
    // "the service" after something that does not lead on to it: the phrase begins here.
    if (DETERMINERS.has(word)) {
      const before = words.at(from - 1);
      if (!(
        PREPOSITIONS.has(before) ||
        before === 'and' ||
        before === 'all' ||
        before === 'both' ||
        words.mark(from - 1) === 0x2c
      ))
        break;
    }
  }
  return from;
}

export const isNumeral = (words: Words, token: number): boolean =>
  words.isNumber(token) || NUMERALS.has(words.at(token));
const NUMERALS = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
);

/** A word that may be a noun, for all that is known of it. */
function isPlain(words: Words, token: number): boolean {
  const word = words.at(token);
  return (
    words.isWord(token) &&
    !isVerbal(words, token) &&
    !PREPOSITIONS.has(word) &&
    !DETERMINERS.has(word) &&
    !ADVERBS.has(word) &&
    !STOPS.has(word) &&
    !/['’]s?$/.test(word) &&
    !['and', 'other'].includes(word) &&
    !pronounAt(words, token)
  );
}

const isLookedAfter = (words: Words, token: number): boolean =>
  words.at(token) === 'after' &&
  (words.at(token - 1) === 'looked' || (words.mark(token - 1) === 0x2d && words.at(token - 2) === 'looked'));
const GIVEN = set('given received made provided offered');

/** Does a comma part the members of a list, rather than an opening phrase from what follows? */
function isListed(words: Words, low: number, comma: number, end: number): boolean {
  let and = comma + 1;
  while (and < end && words.at(and) !== 'and') and++;
  if (and === comma + 1 && !words.isCapital(low)) return false;
  if (and >= end || !words.isWord(comma - 1) || words.isNumber(comma - 1)) return false;
  let start = comma - 1;
  while (start > low && comma - start < 14 && words.mark(start - 1) === 0) {
    if (isVerbal(words, start) || STOPS.has(words.at(start))) return false;
    start--;
  }
  return !PREPOSITIONS.has(words.at(start)) && !isVerbal(words, start) && !STOPS.has(words.at(start));
}

/** Is the "and" a seam between clauses: does a verb stand before it? */
function isLate(words: Words, low: number, and: number): boolean {
  for (let i = and - 1; i >= low && i > and - 14; i--) {
    if (isVerbal(words, i)) return true;
    if (words.mark(i) !== 0 && words.mark(i) !== 0x2d)
      return words.mark(i) !== 0x2c && !QUOTES.has(words.mark(i));
  }
  return false;
}

/** The end of the noun phrase that begins at `from`: the first verb, relative pronoun or mark. */
export function phraseEnd(words: Words, from: number, limit: number): number {
  let to = from;
  while (to < limit && to - from < 14) {
    const word = words.at(to);
    const mark = words.mark(to);
    if (
      (mark !== 0 && mark !== 0x2d && !(QUOTES.has(mark) && to === from)) ||
      (STOPS.has(word) && !isLookedAfter(words, to))
    )
      break;
    if (word === 'last' && isVerbal(words, to + 1)) break;
    // "handed the services its lowest grade": another phrase.
    if (to > from && DETERMINERS.has(word) && isPlain(words, to - 1) && word !== 'all') break;
    if (isVerbal(words, to) || (to > from && ADVERBS.has(word) && !DETERMINERS.has(word))) break;
    if (word === 'to' && !words.isWord(to + 1)) break;
    to++;
  }
  return to;
}

const QUANTITIES = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty half third quarter fifth sixth seventh eighth tenth thirds quarters fifths tenths both all each every none most many some several few more fewer other others another remaining rest dozen hundred almost nearly about roughly around over just under exactly only another half a an the of its our their his her these those per cent in out them us than less handful number proportion share percentage',
);
const SOLID_QUANTITY =
  /^(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|half|third|quarter|fifth|sixth|seventh|eighth|tenth|thirds|quarters|fifths|tenths|both|none|most|many|some|several|few|cent|number|proportion|share|percentage|rest|others?|handful|each|remaining)$/;

/** Where the noun begins behind "three of the four", "57 per cent of", "the number of", "eight in ten"; `to` where there is none. */
function behindQuantity(words: Words, from: number, to: number): number {
  let at = from;
  let solid = false;
  while (at < to) {
    const word = words.at(at);
    const number = words.isNumber(at);
    if (
      !number &&
      words.mark(at) !== 0x25 &&
      !QUANTITIES.has(word) &&
      !(words.mark(at) === 0x2d && at > from)
    )
      break;
    if (number || words.mark(at) === 0x25 || SOLID_QUANTITY.test(word)) solid = true;
    at++;
  }
  // "all of Dunmarsh's five": the owner between two quantities.
  if (
    solid &&
    /['’]s?$/.test(words.at(at)) &&
    (words.isNumber(at + 1) || SOLID_QUANTITY.test(words.at(at + 1))) &&
    at + 1 < to
  )
    return behindQuantity(words, at + 1, to);
  return solid ? at : from;
}

const WORTHS = set(
  'rating ratings grade grades grading judgement judgements judgment judgments verdict mark score word answer outcome label status level',
);

/** What became of a phrase: its words, or only a quantity ("91", "three of them"), or something's grade ("its rating"). */
export interface Phrase {
  readonly quote?: Quote;
  readonly bare?: boolean;
  /** The grade itself was spoken of, and whose it is stands elsewhere. */
  readonly worth?: boolean;
}

/** Trims articles, quantities, owners and what hangs on behind. */
export function phrase(words: Words, from: number, to: number): Phrase {
  let [start, end] = [from, to];
  const trim = (): void => {
    while (
      start < end &&
      (DETERMINERS.has(words.at(start)) ||
        (ADVERBS.has(words.at(start)) &&
          words.at(start) !== 'least' &&
          !(words.at(start) === 'overall' && words.mark(start + 1) === 0 && start + 1 < end)) ||
        PREPOSITIONS.has(words.at(start)) ||
        ['and', 'or', 'own', 'but', 'with', 'by', 'including'].includes(words.at(start)) ||
        (words.mark(start) !== 0 &&
          !(QUOTES.has(words.mark(start)) && words.gap(start + 1) === 0 && hasClosing(words, start, end))))
    )
      start++;
    while (
      end > start &&
      ((words.mark(end - 1) !== 0 && words.mark(end - 1) !== 0x29 && !QUOTES.has(words.mark(end - 1))) ||
        (QUOTES.has(words.mark(end - 1)) && words.gap(end - 1) > 0) ||
        ['and', 'or', 'alone', 'itself', 'themselves', 'as', 'so'].includes(words.at(end - 1)) ||
        PREPOSITIONS.has(words.at(end - 1)) ||
        DETERMINERS.has(words.at(end - 1)) ||
        (ADVERBS.has(words.at(end - 1)) && words.at(end - 1) !== 'early'))
    )
      end--;
  };
  // "3.1 Three of": the paragraph's number.
  if (
    words.isNumber(start) &&
    start + 1 < end &&
    /^\d+\.\d/.test(words.at(start)) &&
    words.mark(start + 1) !== 0x25
  )
    start++;
  while (
    start < end &&
    ((words.mark(start) !== 0 && !QUOTES.has(words.mark(start))) ||
      ['and', 'but', 'or'].includes(words.at(start)))
  )
    start++;
  // "42 homes (70%)"
  if (words.mark(end - 1) === 0x29) {
    let open = end - 1;
    while (open > start && words.mark(open) !== 0x28) open--;
    if (open > start || words.mark(open) === 0x28) end = open;
  }
  if (words.at(end - 1) === 'whole' && words.at(end - 3) === 'as' && end - 3 > start) end -= 3;
  const quantity = behindQuantity(words, start, end);
  const counted = quantity > start;
  start = quantity;
  if (start < end && ['which', 'whom', 'that'].includes(words.at(start))) return { bare: true };
  trim();
  // An owner: "Wexby’s children’s services" is about the services.
  for (let i = Math.min(end - 2, start + 5); i >= start; i--) {
    if (
      !/(['’]s|s['’])$/.test(words.at(i)) ||
      /^(children|people|men|women|leaders|parents|pupils)/.test(words.at(i))
    )
      continue;
    let plain = true;
    for (let k = start; k < i; k++)
      if (PREPOSITIONS.has(words.at(k)) || words.at(k) === 'and' || words.mark(k) !== 0) plain = false;
    if (!plain) continue;
    // "the council’s rating": whose it is, is what counts.
    if (WORTHS.has(words.at(end - 1)) && end - i <= 4) return { quote: ownerAt(words, start, i) };
    start = i + 1;
    trim();
    break;
  }
  if (end > start) {
    const worth = worthIn(words, start, end);
    if (worth !== undefined) {
      if (worth >= end) return { worth: true };
      start = worth;
      trim();
      const inner = behindQuantity(words, start, end);
      start = inner;
      trim();
    }
  }
  // "services for children in Marlow": the place is not the subject's own.
  for (let i = end - 1; i > start; i--)
    if (['in', 'across', 'at'].includes(words.at(i)) && end - i <= 3 && words.isCapital(i + 1) && i + 1 < end)
      end = i;
  while (end > start && ['and', 'or'].includes(words.at(end - 1))) end--;
  if (end <= start) return counted ? { bare: true } : {};
  if (end - start === 1 && (SUBJECT_PRONOUNS.has(words.at(start)) || NO_NOUNS.has(words.at(start))))
    return counted ? { bare: true } : {};
  return { quote: words.quote(start, end) };
}
const NO_NOUNS = set(
  'nothing none nobody one there here this that these those inspected those what everything again up down',
);

function ownerAt(words: Words, start: number, owner: number): Quote {
  const quote = words.quote(start, owner + 1);
  const text = quote.text.replace(/['’]s?$/, '');
  return { text, start: quote.start, end: quote.start + text.length };
}

/** Behind "overall rating for", "number of", "judgement of"; `end` where nothing follows; `undefined` for another phrase. */
function worthIn(words: Words, start: number, end: number): number | undefined {
  for (let i = start; i < end && i < start + 4; i++) {
    if (PREPOSITIONS.has(words.at(i))) return undefined;
    if (!WORTHS.has(words.at(i))) continue;
    if (i + 1 >= end) return end;
    return ['for', 'of', 'on'].includes(words.at(i + 1)) ? i + 2 : undefined;
  }
  return undefined;
}

function hasClosing(words: Words, open: number, end: number): boolean {
  for (let i = open + 1; i < end; i++) if (QUOTES.has(words.mark(i))) return true;
  return false;
}
