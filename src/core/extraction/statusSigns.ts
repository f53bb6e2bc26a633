import { type Category, hasCategory, placeOf } from '../lexicon/categories.js';
import { SignList, type SignNames } from '../lexicon/signNames.js';
import { RULED } from '../lexicon/weightData.js';
import type { JudgementDraft } from './draft.js';
import type { DateMention } from './dates.js';
import { type Quote, type Status, STATUSES, VOICES } from './finding.js';
import { firstCue } from './cues.js';
import { givesShare } from './givesShare.js';
import { firstOfKind, GRADED_KINDS, kindsIn, kindsOf } from './gradedKinds.js';
import { NAMED, type NamesAround } from './openingNames.js';
import type { ReadSentence } from './reading.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const DATED = ['undated', 'early', 'own', 'unknown'] as const;
/** Cues that speak for or against what the rules say. */
const CUES = [
  'another-body',
  'many-bodies',
  'past-grade',
  'past-behind',
  'wish',
  'grade-negation',
  'scale',
  'counted',
  'monitoring',
  'intent',
  'inspectorate',
  'speech',
  'judging',
  'contrast',
] as const satisfies readonly Category[];

/** What is done with a grade, or when: the last of these before it. */
const VERBS =
  'is are was were be been being had has have will would should must could can may might become becomes became remain remains remained get gets keep lost lose reach reached want wants hope hopes expects expected aim aims from';
const VERB_AT = new WordSet(VERBS);
/** Words of a column's header. */
const COLUMNS =
  'before previous previously last earlier former then now current latest this new our self own view evaluation target ambition peer audit change first interim full at entry leaving number schools homes council authority overall grade rating judgement score';
/** How many words of it are looked at. */
const LONGEST_HEADER = 12;
const MARKS = ',.:;“”‘’"\'()–—-/|?!';
/** How far before a grade its verb may stand, in tokens. */
const VERB_REACH = 9;

/** What is seen of a judgement beside its words. */
export interface SeenStatus {
  readonly words: Words;
  /** The token at which it begins, and the one behind it. */
  readonly at: number;
  readonly end: number;
  readonly sentence: ReadSentence;
  /** What the rules say, and whether a cue says it. */
  readonly ruled: Status;
  readonly told: boolean;
  /** The status of the judgement before this one in the report, and whether it stands in the same sentence. */
  readonly last: Status | undefined;
  /** That judgement, where it stands in the same paragraph. */
  readonly before: Quote | undefined;
  readonly same: boolean;
  /** How many grades the sentence has. */
  readonly grades: number;
  /** Has the report had a current grade? */
  readonly given: boolean;
  /** Its date beside the report's. */
  readonly dated: (typeof DATED)[number];
  readonly date: DateMention | undefined;
  readonly draft: Pick<JudgementDraft, 'subject' | 'count' | 'of'>;
  readonly cell: boolean;
  /** It stands in brackets behind another. */
  readonly bracketed: boolean;
  /** The header of its column. */
  readonly header: string | undefined;
  readonly visit: boolean;
  readonly statistics: boolean;
  readonly names: NamesAround;
  /** The sentence before tells of another time. */
  readonly old: boolean;
}

/** Signs that may tell the status of a judgement: what the rules say, in what surroundings. */
export class StatusSigns {
  readonly #sign: ReturnType<typeof signsFor>;
  readonly #found = new SignList();

  constructor(names: SignNames) {
    this.#sign = signsFor(names);
  }

  /** The signs of a judgement, valid until the next is asked for. */
  of(seen: SeenStatus): SignList {
    const { words, sentence, ruled, draft } = seen;
    const sign = this.#sign;
    const found = this.#found;
    found.count = 0;
    const both = (signs: Signs): void => {
      found.push(signs.alone);
      found.push(signs.with[ruled]);
    };
    found.push(sign.ruled[ruled]);
    both(sign.voice[sentence.voice]);
    both(sign.last[seen.last ?? 'none']);
    both(sign.same[(seen.same && seen.last) || 'none']);
    both(sign.grades[Math.min(seen.grades, 3) - 1]!);
    both(sign.dated[seen.dated]);
    both(seen.told ? sign.told : sign.untold);
    both(draft.count === undefined ? sign.uncounted : sign.counted);
    if (draft.of !== undefined) both(sign.of);
    if (seen.cell) both(sign.cell);
    if (seen.visit) both(sign.visit);
    if (seen.statistics) both(sign.statistics);
    if (sentence.to - sentence.from < 10) both(sign.short);
    if (!draft.subject) both(sign.noSubject);
    else if (isName(draft.subject.text)) both(sign.name);
    if (seen.names.known) both(sign.knownName);
    if (seen.names.other) both(sign.otherName);
    both(sign.nearestName[seen.names.nearest]);
    both(seen.given ? sign.given : sign.notGiven);
    if (seen.bracketed) both(sign.bracketed);
    const [left, right] = [words.mark(seen.at - 1), words.mark(seen.end)];
    const [opens, closes] = [sign.left.get(left), sign.right.get(right)];
    if (opens && seen.at > sentence.from) both(opens);
    if (closes && seen.end < sentence.to) both(closes);
    if (seen.at === sentence.from) both(sign.first);
    if (seen.cell) {
      found.push(sign.cellNearest[seen.names.nearest]);
      found.push(sign.cellLast[seen.last ?? 'none']);
      found.push(seen.names.other ? sign.cellOther : sign.cellSame);
    }
    const header = seen.header?.toLowerCase().split(/[^a-z0-9]+/, LONGEST_HEADER) ?? [];
    for (let i = 0; i < header.length; i++) {
      const column = header.indexOf(header[i]!) === i ? sign.columns.get(header[i]!) : undefined;
      if (column) both(column);
    }
    const verb = verbBefore(words, sentence, seen.at);
    both(verb < 0 ? sign.noVerb : sign.verbs[VERB_AT.placeAt(words.reading, verb)]!);
    if (givesShare(words, sentence)) both(sign.share);
    if (seen.old) {
      both(sign.old);
      if (seen.date === undefined) both(sign.oldUndated);
    }
    const kinds = kindsIn(words, sentence);
    const own = draft.subject ? kindsOf(draft.subject.text) : 0;
    for (let i = 0; i < GRADED_KINDS.length; i++) {
      if ((kinds >>> i) & 1) both(sign.kinds[i]!);
      if ((own >>> i) & 1) both(sign.ofKinds[i]!);
    }
    for (const { place, signs } of sign.cues) if (hasCategory(sentence, place)) both(signs);
    return found;
  }

  /**
   * The words whose signs speak loudest, if any speak: what to show as the reason. `speaks`: how loudly a sign does, by
   * its number.
   */
  loudest(
    seen: SeenStatus,
    speaks: (sign: number) => number,
  ): { readonly quote: Quote | undefined; readonly loud: number } {
    const { words, sentence, ruled, draft, names } = seen;
    const sign = this.#sign;
    let [loudest, most]: [Quote | undefined, number] = [undefined, 0];
    const hear = (signs: Signs, at: Quote | undefined): void => {
      const loud = speaks(signs.alone) + speaks(signs.with[ruled]);
      if (at && loud > most) [loudest, most] = [at, loud];
    };
    const verb = verbBefore(words, sentence, seen.at);
    if (verb >= 0) hear(sign.verbs[VERB_AT.placeAt(words.reading, verb)]!, words.quote(verb, verb + 1));
    for (let i = 0; i < GRADED_KINDS.length; i++) {
      const kind = firstOfKind(words, sentence, 1 << i);
      if (kind >= 0) hear(sign.kinds[i]!, words.quote(kind, kind + 1));
      const { subject } = draft;
      if (subject && subject.start >= 0 && (kindsOf(subject.text) >>> i) & 1) hear(sign.ofKinds[i]!, subject);
    }
    for (const { place, signs } of sign.cues) {
      const cue = firstCue(sentence, place);
      if (cue) hear(signs, words.quote(cue.from, cue.to));
    }
    if (names.at >= 0) hear(sign.nearestName[names.nearest], words.quote(names.at, names.at + 1));
    if (seen.date) hear(sign.dated[seen.dated], words.quote(seen.date.from, seen.date.to));
    if (seen.last) {
      hear(sign.last[seen.last], seen.before);
      if (seen.same) hear(sign.same[seen.last], seen.before);
    }
    return { quote: loudest, loud: most };
  }
}

/** The last of `VERBS` before a token; -1 for none. */
function verbBefore({ reading }: Words, { from }: ReadSentence, at: number): number {
  for (let i = at - 1; i >= Math.max(from, at - VERB_REACH); i--) if (VERB_AT.has(reading, i)) return i;
  return -1;
}

const isName = (text: string): boolean => text.charCodeAt(0) >= 0x41 && text.charCodeAt(0) <= 0x5a;

/** A sign, alone and together with each thing that the rules may say. */
interface Signs {
  readonly alone: number;
  readonly with: Readonly<Record<Status, number>>;
}

function signsFor(names: SignNames) {
  const each = <T extends string, V>(of: readonly T[], make: (what: T) => V): Record<T, V> =>
    Object.fromEntries(of.map(what => [what, make(what)])) as Record<T, V>;
  const one = (name: string): Signs => ({
    alone: names.number(name),
    with: each(STATUSES, status => names.number(`${name}${RULED}${status}`)),
  });
  const marks = (side: string): ReadonlyMap<number, Signs> =>
    new Map(Array.from(MARKS, mark => [mark.charCodeAt(0), one(`${side} ${mark}`)]));
  return {
    ruled: each(STATUSES, status => names.number(`ruled ${status}`)),
    voice: each(VOICES, voice => one(`voice ${voice}`)),
    last: each([...STATUSES, 'none'], status => one(`last ${status}`)),
    same: each([...STATUSES, 'none'], status => one(`same ${status}`)),
    grades: ['1', '2', '3'].map(n => one(`grades ${n}`)),
    dated: each(DATED, how => one(how)),
    told: one('told'),
    untold: one('untold'),
    counted: one('counts'),
    uncounted: one('counts nothing'),
    of: one('of a whole'),
    cell: one('cell'),
    bracketed: one('bracketed'),
    left: marks('left'),
    right: marks('right'),
    first: one('first'),
    cellNearest: each(NAMED, how => names.number(`cell, nearest name ${how}`)),
    cellLast: each([...STATUSES, 'none'], status => names.number(`cell, last ${status}`)),
    cellOther: names.number('cell, another name'),
    cellSame: names.number('cell, no other name'),
    columns: new Map(COLUMNS.split(' ').map(word => [word, one(`column ${word}`)])),
    visit: one('visit'),
    statistics: one('statistics'),
    short: one('short'),
    noSubject: one('no subject'),
    name: one('named'),
    knownName: one('name of the opening'),
    otherName: one('another name'),
    nearestName: each(NAMED, how => one(`nearest name ${how}`)),
    given: one('given'),
    notGiven: one('not given'),
    verbs: VERBS.split(' ').map(verb => one(`verb ${verb}`)),
    noVerb: one('no verb'),
    share: one('share'),
    old: one('old before'),
    oldUndated: one('old before, undated'),
    kinds: GRADED_KINDS.map(kind => one(`kind ${kind}`)),
    ofKinds: GRADED_KINDS.map(kind => one(`of kind ${kind}`)),
    cues: CUES.map(cue => ({ place: placeOf(cue), signs: one(`cue ${cue}`) })),
  };
}
