import { type Category, hasCategory, placeOf } from '../lexicon/categories.js';
import { SignList, type SignNames } from '../lexicon/signNames.js';
import type { JudgementDraft } from './draft.js';
import { NAMED, type NamesAround } from './openingNames.js';
import { type Status, STATUSES, VOICES } from './finding.js';
import type { ReadSentence } from './reading.js';

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

/** What is seen of a judgement beside its words. */
export interface SeenStatus {
  readonly sentence: ReadSentence;
  /** What the rules say, and whether a cue says it. */
  readonly ruled: Status;
  readonly told: boolean;
  /** The status of the judgement before this one in the report, and whether it stands in the same sentence. */
  readonly last: Status | undefined;
  readonly same: boolean;
  /** How many grades the sentence has. */
  readonly grades: number;
  /** Its date beside the report's. */
  readonly dated: (typeof DATED)[number];
  readonly draft: Pick<JudgementDraft, 'subject' | 'count' | 'of'>;
  readonly cell: boolean;
  readonly visit: boolean;
  readonly statistics: boolean;
  readonly names: NamesAround;
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
    const { sentence, ruled, draft } = seen;
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
    for (const { place, signs } of sign.cues) if (hasCategory(sentence, place)) both(signs);
    return found;
  }
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
    with: each(STATUSES, status => names.number(`${name}, ruled ${status}`)),
  });
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
    visit: one('visit'),
    statistics: one('statistics'),
    short: one('short'),
    noSubject: one('no subject'),
    name: one('named'),
    knownName: one('name of the opening'),
    otherName: one('another name'),
    nearestName: each(NAMED, how => one(`nearest name ${how}`)),
    cues: CUES.map(cue => ({ place: placeOf(cue), signs: one(`cue ${cue}`) })),
  };
}
