import type { Mention } from '../lexicon/entry.js';
import { SignList, type SignNames } from '../lexicon/signNames.js';
import type { Place } from './antecedent.js';
import type { Quote } from './finding.js';
import { AND, BUT, isOf, OR, PREPOSITION, STOP } from './grammar.js';
import { type Piece, PARTS } from './subjectPieces.js';
import { isAdverb, isDeterminer, isQuote, isVerbal } from './verbs.js';
import { endsIn } from './wordClasses.js';
import type { Words } from './words.js';

/** What may stand before a noun phrase and tell something of it. */
const BEFORE =
  'start verb other of for in to with on from by at under within into across between about that which who when where because since after before as if whether or but although while though until how why than so what whereas and , ; : . ( ) % \' " “ ” ‘ ’ – — -';
const JOINTS = 'of for in to with on from by at under within into across between about and';

/** Signs that a noun phrase is what a grade is said of: where it stands beside the grade, and what else points at it. */
export class SubjectSigns {
  readonly #sign: ReturnType<typeof signsFor>;
  readonly #found = new SignList();

  constructor(names: SignNames) {
    this.#sign = signsFor(names);
  }

  /**
   * The signs of a candidate beside those of its words, valid until the next is asked for. `piece`: where it stands in
   * the grade's sentence; `earlier`: where in the one before. `nearest`: which noun phrase of the sentence stands last
   * before the grade. `ruled`: what the rules say.
   */
  of(
    place: Place,
    quote: Quote,
    piece: Piece | undefined,
    earlier: Piece | undefined,
    nearest: number,
    ruled: Quote | undefined,
  ): SignList {
    const sign = this.#sign;
    const found = this.#found;
    found.count = 0;
    if (piece) this.#addPlace(place, piece, nearest);
    if (earlier) {
      found.push(sign.earlier);
      found.push(earlier.nth === 0 ? sign.earlierFirst : sign.earlierLater);
      found.push(isVerbal(place.words, earlier.to) ? sign.earlierVerb : sign.earlierNone);
    }
    if (isSame(place.last, quote)) found.push(sign.last);
    if (isSame(place.counted, quote)) found.push(sign.counted);
    if (isSame(place.spoken, quote)) found.push(sign.spoken);
    if (!ruled) found.push(sign.unruled);
    else if (isSame(ruled, quote)) {
      found.push(sign.ruled);
      found.push(sign.asRuled);
    } else if (ruled.text === quote.text) found.push(sign.asRuled);
    else
      found.push(quote.start < ruled.end && ruled.start < quote.end ? sign.overlapsRuled : sign.unlikeRuled);
    return found;
  }

  #addPlace({ words, sentence, mention, grades }: Place, piece: Piece, nearest: number): void {
    const found = this.#found;
    const { from, to, nth, part } = piece;
    const behind = from >= mention.to;
    const side = this.#sign.sides[behind ? 1 : 0]!;
    found.push(side.side);
    found.push(side.nth[Math.min(behind ? nth - nearest : nearest - nth, 4)]!);
    found.push(side.part[part]);
    found.push(this.#sign.part[part === 'whole' || part === 'pronoun' ? part : `${part} ${piece.joint}`]!);
    found.push(side.before[beforeOf(words, from, sentence.from)] ?? side.before['other']!);
    found.push(nth === 0 ? side.first : side.later);
    const verb = behindAdverbs(words, to, sentence.to);
    const isNext = verb < sentence.to && isVerbal(words, verb);
    found.push(isNext ? side.verb : side.noVerb);
    found.push(
      isNext && verb < mention.from && groupReaches(words, verb, mention)
        ? this.#sign.reaches
        : this.#sign.stops,
    );
    const [low, high] = behind ? [mention.to, from] : [to, mention.from];
    let [commas, seams, between] = [0, 0, 0];
    for (let i = low; i < high; i++) {
      const mark = words.mark(i);
      if (mark === 0x2c) commas++;
      else if (mark === 0x3b || mark === 0x3a || mark === 0x2013 || mark === 0x2014) seams++;
    }
    for (const grade of grades) if (grade.from >= low && grade.to <= high) between++;
    found.push(side.commas[Math.min(commas, 2)]!);
    found.push(side.seams[Math.min(seams, 1)]!);
    found.push(side.between[Math.min(between, 2)]!);
  }
}

const isSame = (a: Quote | undefined, b: Quote): boolean => a?.start === b.start && a.end === b.end;

function beforeOf(words: Words, token: number, first: number): string {
  if (token === first) return 'start';
  const mark = words.mark(token - 1);
  if (mark !== 0) return String.fromCharCode(mark);
  if (isOf(words, token - 1, PREPOSITION)) return words.at(token - 1);
  if (isVerbal(words, token - 1)) return 'verb';
  if (!isOf(words, token - 1, STOP | AND | BUT | OR)) return 'other';
  const word = words.at(token - 1);
  // "Teams that support children": what a relative clause says is no subject, as what somebody says is.
  const isRelative =
    word === 'that' &&
    words.isWord(token - 2) &&
    endsIn(words, token - 2, 's') &&
    !isVerbal(words, token - 2);
  return isRelative ? 'who' : word;
}

function behindAdverbs(words: Words, from: number, to: number): number {
  let i = from;
  while (i < to && (isAdverb(words, i) || isQuote(words, i))) i++;
  return i;
}

/** "has now been rated as", "is a": do only such words stand between a verb and the grade? */
function groupReaches(words: Words, verb: number, { from }: Mention): boolean {
  for (let i = verb; i < from; i++) {
    const joins = isVerbal(words, i) || isAdverb(words, i) || isQuote(words, i) || isDeterminer(words, i);
    if (!joins && !['to', 'be', 'as'].includes(words.at(i))) return false;
  }
  return true;
}

function signsFor(names: SignNames) {
  const each = <T extends string>(of: readonly T[], name: string): Record<T, number> =>
    Object.fromEntries(of.map(what => [what, names.number(`${name} ${what}`)])) as Record<T, number>;
  const upTo = (most: number, name: string): number[] =>
    Array.from({ length: most + 1 }, (_, n) => names.number(`${name} ${String(n)}`));
  const joints = ['head', 'tail', 'first', 'second'].flatMap(part =>
    JOINTS.split(' ').map(joint => `${part} ${joint}`),
  );
  return {
    sides: ['<', '>'].map(side => ({
      side: names.number(side),
      nth: upTo(4, `${side} nth`),
      part: each(PARTS, `${side} part`),
      before: each(BEFORE.split(' '), `${side} behind`) as Readonly<Record<string, number | undefined>>,
      first: names.number(`${side} first`),
      later: names.number(`${side} later`),
      verb: names.number(`${side} verb`),
      noVerb: names.number(`${side} no verb`),
      commas: upTo(2, `${side} commas`),
      seams: upTo(1, `${side} seams`),
      between: upTo(2, `${side} grades`),
    })),
    part: each(['whole', 'pronoun', ...joints], 'part') as Readonly<Record<string, number | undefined>>,
    reaches: names.number('reaches'),
    stops: names.number('stops'),
    earlier: names.number('earlier'),
    earlierFirst: names.number('earlier first'),
    earlierLater: names.number('earlier later'),
    earlierVerb: names.number('earlier verb'),
    earlierNone: names.number('earlier no verb'),
    last: names.number('last'),
    counted: names.number('counted'),
    spoken: names.number('spoken'),
    ruled: names.number('ruled'),
    asRuled: names.number('as ruled'),
    overlapsRuled: names.number('overlaps ruled'),
    unlikeRuled: names.number('unlike ruled'),
    unruled: names.number('unruled'),
  };
}
