import { CATEGORIES, hasCategory, placeOf } from '../lexicon/categories.js';
import { ANYWHERE } from '../lexicon/aroundRows.js';
import type { Mention } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { SignList, SignNames } from '../lexicon/signNames.js';
import { type Candidate, MOST } from './candidates.js';
import { endsAt } from './cues.js';
import { isWholeScale } from './gradeScale.js';
import { ALL_GROUNDS, groundsOf } from './gradeWords.js';
import { LearntCandidate } from './learnt.js';
import { isNoInspectors } from './notInspected.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { type WordsAround, wordsAround } from './wordsAround.js';
import type { Words } from './words.js';
import { WordSet } from './wordSet.js';

/** What training sees of a grade word is what the reader sees; it may say whether that is a judgement. */
export type WatchCandidate = (
  seen: WordsAround & {
    readonly start: number;
    readonly end: number;
    readonly ruled: boolean;
    readonly signs: readonly string[];
  },
) => boolean | undefined;

const INSPECTORS = placeOf('inspectors');
const INSPECTORATE = placeOf('inspectorate');

/** Which grade words are judgements: what the rules say of each, held against what was learnt of when they are wrong. */
export class CandidateTeller {
  readonly #names = new SignNames();
  readonly #signs = new SignList();
  readonly #sign: ReturnType<typeof signsFor>;
  readonly #learnt: LearntCandidate | undefined;

  constructor(
    lexicon: Lexicon,
    private readonly watch?: WatchCandidate | undefined,
  ) {
    this.#sign = signsFor(this.#names, lexicon.gradePhrases);
    this.#learnt = lexicon.learnt && new LearntCandidate(lexicon.learnt, this.#names);
  }

  /** `ruled`: those that the rules take. */
  tell(words: Words, sentence: ReadSentence, ruled: readonly Candidate[]): readonly Candidate[] {
    const { watch } = this;
    const learnt = this.#learnt;
    if (!learnt && !watch) return ruled;
    const mentioned = mentionsOf(sentence, 'grade');
    // A scale is one whatever stands around it, and what is no sentence is none.
    if (mentioned.length > MOST || isWholeScale(words, mentioned)) return ruled;
    const told: Candidate[] = [];
    let same = true;
    for (const mention of mentioned) {
      const own = ruled.find(c => c.mention === mention);
      const signs = this.#signsOf(words, sentence, mention, mentioned.length, own, ruled);
      const taught = watch?.({
        ...wordsAround(words, sentence, mention, ANYWHERE),
        start: mention.start,
        end: mention.end,
        ruled: own !== undefined,
        signs: this.#names.namesOf(signs),
      });
      const is =
        taught ??
        (isSure(words, sentence, mention, own) ||
          (learnt && (own !== undefined || !isPlainlyNone(words, sentence, mention))
            ? learnt.tell({ words, sentence, from: mention.from, to: mention.to }, signs, own !== undefined)
            : own !== undefined));
      if (is !== (own !== undefined)) same = false;
      if (is) told.push(own ?? { mention, grounds: 'listed' });
    }
    return same ? ruled : told;
  }

  #signsOf(
    words: Words,
    sentence: ReadSentence,
    mention: Mention,
    count: number,
    own: Candidate | undefined,
    taken: readonly Candidate[],
  ): SignList {
    const sign = this.#sign;
    const found = this.#signs;
    found.count = 0;
    const how = own ? 1 : 0;
    const both = (signs: Signs): void => {
      found.push(signs.alone);
      found.push(signs.with[how]);
    };
    found.push(sign.ruled[how]!);
    found.push(sign.grounds[own?.grounds ?? groundsOf(words, sentence, mention) ?? 'none'][how]);
    const grade = sign.grades.get(mention.id);
    if (grade) both(grade);
    // At its beginning a sentence has a capital anyway.
    if (mention.from === sentence.from) both(sign.first);
    else both(sign.capital[words.isCapital(mention.from) ? 1 : 0]!);
    if (mention.to >= sentence.to - 1) both(sign.last);
    if (isBeforeNoun(words, sentence, mention))
      both(mention.from === sentence.from ? sign.firstBeforeNoun : sign.beforeNoun);
    both(sign.others[Math.min(count - 1, 2)]!);
    if (taken.length > how) found.push(sign.beside);
    const [left, right] = [words.mark(mention.from - 1), words.mark(mention.to)];
    if (left !== 0 && mention.from > sentence.from) pushMark(found, sign.left, left, how);
    if (right !== 0 && mention.to < sentence.to) pushMark(found, sign.right, right, how);
    for (const { place, number } of sign.has) if (hasCategory(sentence, place)) found.push(number);
    return found;
  }
}

/** "were rated inadequate", "grades leadership as good": it is one whatever else stands in the sentence. */
function isSure(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  ruled: Candidate | undefined,
): boolean {
  const { from } = sentence;
  const before = mention.from - 1;
  if (RATED.has(words.reading, before)) return ruled !== undefined;
  if (words.at(before) !== 'as' || isBeforeNoun(words, sentence, mention)) return false;
  if (isNoInspectors(words, sentence, mention)) return false;
  for (let i = before - 1; i >= Math.max(from, before - OBJECT) && words.isWord(i); i--)
    if (RATING.has(words.reading, i)) return true;
    else if (DESCRIBING.has(words.reading, i)) return isOfInspectors(sentence, i);
  return false;
}
const RATED = new WordSet('rated graded');
const RATING = new WordSet('rated graded judged rates grades judges');
const DESCRIBING = new WordSet('described describes');
const isOfInspectors = (sentence: ReadSentence, verb: number): boolean =>
  endsAt(sentence, INSPECTORS, verb) || endsAt(sentence, INSPECTORATE, verb);
/** How long what is rated may be, in tokens. */
const OBJECT = 8;

const isBeforeNoun = (words: Words, sentence: ReadSentence, { to }: Mention): boolean =>
  to < sentence.to && words.isWord(to) && !UNTIED.has(words.reading, to);

/** "Inadequate staffing was a worry": its capital says nothing, and so rarely is a judgement told that the rules hold good. */
const opensWithNoun = (words: Words, sentence: ReadSentence, mention: Mention): boolean =>
  mention.from === sentence.from && isBeforeNoun(words, sentence, mention);

/** Where the rules take no judgement, what was learnt is not asked. */
const isPlainlyNone = (words: Words, sentence: ReadSentence, mention: Mention): boolean =>
  opensWithNoun(words, sentence, mention) || isNoInspectors(words, sentence, mention);

function pushMark(found: SignList, marks: ReadonlyMap<number, Signs>, mark: number, how: 0 | 1): void {
  const signs = marks.get(mark);
  if (!signs) return;
  found.push(signs.alone);
  found.push(signs.with[how]);
}

/** A sign alone, and together with whether the rules take the word: no, yes. */
interface Signs {
  readonly alone: number;
  readonly with: readonly [number, number];
}

/** Words that no adjective goes with: behind them the sentence goes on. */
const UNTIED = new WordSet(
  'in at by for and or but to overall again when as on with since than is was were are be been has have had that which who from until before after because while though although rather of if not so too now then this last next under across throughout',
);
/** These tell of moods and subjects, and of grades themselves. */
const UNASKED = new Set(['grade', 'theme', 'firm-theme', 'praise', 'blame']);
const GROUNDS = [...ALL_GROUNDS, 'none'] as const;
const MARKS = ',.:;“”‘’"\'()–—-/|?!%&';

function signsFor(names: SignNames, grades: Iterable<string>) {
  const one = (name: string): Signs => ({
    alone: names.number(name),
    with: [names.number(`${name}, not ruled`), names.number(`${name}, ruled`)],
  });
  const marks = (side: string): ReadonlyMap<number, Signs> =>
    new Map(Array.from(MARKS, mark => [mark.charCodeAt(0), one(`${side} ${mark}`)]));
  return {
    ruled: [names.number('not ruled'), names.number('ruled')],
    grounds: Object.fromEntries(GROUNDS.map(grounds => [grounds, one(`grounds ${grounds}`).with])) as Record<
      (typeof GROUNDS)[number],
      Signs['with']
    >,
    grades: new Map(Array.from(grades, grade => [grade, one(`grade ${grade}`)])),
    capital: [one('small'), one('capital')],
    first: one('first'),
    last: one('last'),
    beforeNoun: one('before a noun'),
    firstBeforeNoun: one('first, before a noun'),
    others: [one('others none'), one('others one'), one('others more')],
    beside: names.number('beside a judgement'),
    left: marks('left'),
    right: marks('right'),
    has: CATEGORIES.filter(category => !UNASKED.has(category)).map(category => ({
      place: placeOf(category),
      number: names.number(`has ${category}`),
    })),
  };
}
