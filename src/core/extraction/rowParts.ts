import { MARK, NUMBER, TIGHT, type Tokens, WORD } from '../report/tokens.js';
import { MONTH_WORDS } from './dates.js';
import { WordClasses } from './wordClasses.js';
import { isYearAt } from './year.js';

const [SLASH, HYPHEN, DASH, LONG_DASH] = [0x2f, 0x2d, 0x2013, 0x2014];
/** Arrows and triangles that say which way a figure goes. */
const ARROWS = new Set(Array.from('←↑→↓↔↗↘▲▼►◄', arrow => arrow.charCodeAt(0)));

const FUNCTION = 1 << 0;
const MONTH = 1 << 1;
const HEAD = 1 << 2;
const EMPTY = 1 << 3;
const SPEAKS = 1 << 4;
const QUARTER = 1 << 5;
const NOT = 1 << 6;
const DONE = 1 << 7;
const N = 1 << 8;
const A = 1 << 9;
const NAMED = 1 << 10;
const UNIT = 1 << 11;
const CORNER = 1 << 12;

const WORDS = new WordClasses([
  // What a label does not end in; a line that does before a grade or a figure is prose.
  [
    FUNCTION,
    'a an the of in on at by to for from with and or nor than that as is are was were be been being remain remains remained stay stays stayed become becomes became not no now still very quite both all only just under over about between up down rated judged graded found deemed declared marked scored awarded given received gets got its their our this these those',
  ],
  [MONTH, MONTH_WORDS.join(' ')],
  [QUARTER, 'q1 q2 q3 q4'],
  // Heads of columns.
  [
    HEAD,
    'target england national nationally neighbours average rag sn trend dot previous current latest last baseline change status direction comparator region regional benchmark',
  ],
  // What stands in a cell that has no figure or grade.
  [
    EMPTY,
    'na nil none r a g c x red amber green better worse improved improving declined declining same stable met missed',
  ],
  [NAMED, 'this last previous current latest now'],
  // What stands in the corner of a table of figures.
  [CORNER, 'measure indicator metric kpi'],
  [UNIT, 'year quarter month inspection visit time'],
  [NOT, 'not'],
  [DONE, 'judged inspected applicable graded rated'],
  [N, 'n'],
  [A, 'a'],
  // "Ofsted rates Wexby Good": a headline, and no row.
  [
    SPEAKS,
    'ofsted estyn cqc inspectors inspector rates rate rated judges judged judge grades finds found says said declares declared gets got wins won earns earned secures secured achieves achieved receives received scores scored awarded given',
  ],
]);

const is = (tokens: Tokens, token: number, classes: number): boolean =>
  WORDS.has({ reading: { tokens } }, token, classes);

/** May no label end in the word at a token? */
export const isFunction = (tokens: Tokens, token: number): boolean => is(tokens, token, FUNCTION);

/** "Target", "England": does the word name a column by itself? */
export const isHead = (tokens: Tokens, token: number): boolean => is(tokens, token, HEAD);

/** "Measure", "Indicator": does a table's header begin with it? */
export const isCorner = (tokens: Tokens, token: number): boolean => is(tokens, token, CORNER);

/** "2016", the "22" of "22/23", "Q2", "Mar", "last": may a time of a column begin at a token? */
export const mayBeTime = (tokens: Tokens, token: number): boolean =>
  isYearAt(tokens, token) || isShortYear(tokens, token) || is(tokens, token, QUARTER | NAMED | MONTH);

/** "22/23" */
function isShortYear({ kind, mark, start, end, count }: Tokens, from: number): boolean {
  const to = from + 2;
  if (to >= count || kind[from] !== NUMBER || mark[from + 1] !== SLASH || kind[to] !== NUMBER) return false;
  return end[to]! - start[from]! === 5 && end[from]! - start[from]! === 2;
}

/** Do words stand before a token that may be a row's label? */
export function isLabel(tokens: Tokens, to: number): boolean {
  const { kind, mark } = tokens;
  const last = to - 1;
  if (last < 0 || (kind[last] === MARK && mark[last] !== 0x29)) return false;
  if (kind[last] === WORD && is(tokens, last, FUNCTION)) return false;
  let words = 0;
  for (let i = 0; i < to; i++) {
    if (kind[i] === WORD) {
      words++;
      if (is(tokens, i, SPEAKS)) return false;
    } else if (mark[i] === 0x3a || mark[i] === 0x201c || mark[i] === 0x22 || mark[i] === 0x2018) return false;
  }
  return words > 0;
}

/** Where a day, a month with its year, a year or a quarter ends that begins at a token; 0 for none. */
export function dateEnd(tokens: Tokens, from: number): number {
  const { kind, mark, count, start, end } = tokens;
  let i = from;
  // "Q2 22/23"
  if (is(tokens, i, QUARTER)) {
    const year = i + 1 < count && !is(tokens, i + 1, QUARTER) ? dateEnd(tokens, i + 1) : 0;
    return year || i + 1;
  }
  if (kind[i] === NUMBER && i + 1 < count && is(tokens, i + 1, MONTH)) i++;
  if (is(tokens, i, MONTH)) {
    // "Mar 2023", "Mar 23", "Mar-23"
    const year = mark[i + 1] === HYPHEN ? i + 2 : i + 1;
    const digits = year < count && kind[year] === NUMBER ? end[year]! - start[year]! : 0;
    if (digits === 2) return year + (isYearAt(tokens, year + 1) && year + 1 < count ? 2 : 1);
    return digits > 0 && isYearAt(tokens, year) ? year + 1 : 0;
  }
  if (kind[i] !== NUMBER) return 0;
  const isYear = isYearAt(tokens, from);
  // "2021/22", "14/09/2016"
  while (
    i + 2 < count &&
    (mark[i + 1] === SLASH || (isYear && (mark[i + 1] === HYPHEN || mark[i + 1] === DASH))) &&
    tokens.gap[i + 1] === TIGHT &&
    kind[i + 2] === NUMBER
  )
    i += 2;
  return isYear || i > from ? i + 1 : 0;
}

/** The 2 of "Good 2". */
export const isScore = ({ kind, start, end }: Tokens, token: number): boolean =>
  kind[token] === NUMBER && end[token]! - start[token]! === 1;

/** "This year", "Previous inspection", "Now" at the head of a column: where it ends that begins at a token; 0 for none. */
export function namedTimeEnd(tokens: Tokens, from: number): number {
  if (!is(tokens, from, NAMED)) return 0;
  const next = from + 1;
  if (is(tokens, next, UNIT)) return next + 1;
  // "Page last reviewed": no column.
  const ends = next === tokens.count || tokens.kind[next] === NUMBER;
  return ends || is(tokens, next, NAMED | HEAD | QUARTER | MONTH) ? next : 0;
}

/** How many tokens "n/a", "not judged", "G" or a dash has that begins at a token; 0 for none. */
export function emptyAt(tokens: Tokens, from: number): number {
  const { mark } = tokens;
  if (is(tokens, from, N) && mark[from + 1] === SLASH && is(tokens, from + 2, A)) return 3;
  if (is(tokens, from, NOT)) return is(tokens, from + 1, DONE) ? 2 : 0;
  const dash = mark[from] === HYPHEN || mark[from] === DASH || mark[from] === LONG_DASH;
  const isEmpty = (dash && tokens.gap[from] !== TIGHT) || ARROWS.has(mark[from]!) || is(tokens, from, EMPTY);
  return isEmpty ? 1 : 0;
}

/** The first token of what `emptyAt` knows and ends with a token; -1 for none. */
export function emptyTo(tokens: Tokens, last: number): number {
  for (let length = 3; length > 0; length--)
    if (last - length >= 0 && emptyAt(tokens, last + 1 - length) === length) return last + 1 - length;
  return -1;
}
