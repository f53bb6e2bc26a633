import { ANYWHERE } from '../lexicon/aroundRows.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { SignNames } from '../lexicon/signNames.js';
import { namesAround } from './openingNames.js';
import { hasAnyOf, setOf } from '../lexicon/categories.js';
import { columnOf } from './cells.js';
import { type DateMention, datesIn } from './dates.js';
import type { JudgementDraft } from './draft.js';
import type { Status } from './finding.js';
import type { Judged } from './judgementDraft.js';
import { type Asked, LearntStatus } from './learnt.js';
import { isEarlier, scaleNamed, type StatusFound } from './status.js';
import { ownHomes } from './ownHomes.js';
import { plainStatus } from './plainStatus.js';
import { type SeenStatus, StatusSigns } from './statusSigns.js';
import { isQuote } from './verbs.js';
import type { Words } from './words.js';
import { type WordsAround, wordsAround } from './wordsAround.js';

/** What training sees of a judgement is what the reader sees; it may say what its status really is. */
export type WatchStatus = (
  seen: WordsAround & { readonly start: number; readonly end: number; readonly signs: readonly string[] },
) => Status | undefined;

/** Tells the status of judgements: what the rules say of each, held against what was learnt of when they are wrong. */
export class StatusTeller {
  readonly #names = new SignNames();
  readonly #signs = new StatusSigns(this.#names);
  readonly #learnt: LearntStatus | undefined;

  constructor(
    lexicon: Lexicon,
    private readonly watch?: WatchStatus | undefined,
  ) {
    this.#learnt = lexicon.learnt && new LearntStatus(lexicon.learnt, this.#names);
  }

  /** `at`: its tokens; `last`: the judgement before in the same sentence. */
  tell(
    judged: Judged,
    draft: JudgementDraft,
    {
      at: { from, to },
      ruled,
      cell,
      bracketed,
      last,
      date,
    }: {
      readonly at: { readonly from: number; readonly to: number };
      readonly ruled: StatusFound;
      readonly cell: boolean;
      readonly bracketed: boolean;
      readonly last: JudgementDraft | undefined;
      readonly date: DateMention | undefined;
    },
  ): StatusFound {
    if (!this.watch && !this.#learnt) return ruled;
    const { words, sentence, grades, carry, earlier } = judged;
    const seen: SeenStatus = {
      words,
      sentence,
      at: from,
      end: to,
      ruled: ruled.status,
      told: ruled.reasons.length > 0,
      last: carry.last,
      before: earlier.at(-1),
      same: last !== undefined,
      grades: grades.length,
      given: carry.given === true,
      dated:
        date === undefined
          ? 'undated'
          : carry.date === ''
            ? 'unknown'
            : isEarlier(date.iso, carry.date)
              ? 'early'
              : 'own',
      date,
      draft,
      cell,
      bracketed,
      header: cell ? carry.header?.[columnOf(words, sentence, from)]?.text : undefined,
      visit: carry.visit,
      statistics: carry.statistics === true,
      old: tellsOld(judged),
      names: namesAround(words, sentence, draft.start, carry.opening),
    };
    const signs = this.#signs.of(seen);
    const { start, end } = draft;
    const asked = { words, sentence, from, to };
    const learnt = this.#learnt;
    const told =
      this.watch?.({
        ...wordsAround(words, sentence, asked, ANYWHERE),
        start,
        end,
        signs: this.#names.namesOf(signs),
      }) ??
      (ruled.firm ? undefined : learnt?.tell(asked, signs)) ??
      ruled.status;
    const heard =
      told === 'aspiration' && !this.watch && isDreaded(draft) ? insteadOf(words, from, ruled) : told;
    const isOfAreas =
      heard === 'other' && ruled.status === 'current' && !isIn(words, to) && countsAreas(judged, draft);
    const isOfMany = (heard === 'current' || heard === 'previous') && countsCouncils(draft);
    const status = this.watch ? heard : isOfAreas ? 'current' : isOfMany ? 'other' : heard;
    const plain =
      this.watch || ruled.firm || !DOUBTFUL.has(status)
        ? undefined
        : plainStatus(words, sentence, { from, to }, grades, carry.visit);
    if (plain && plain.status !== status && !(plain.status === 'current' && status === 'aspiration')) {
      const cue = words.quote(plain.from, plain.to);
      return { status: plain.status, reasons: [{ of: 'status', says: plain.status, ...cue }] };
    }
    const homes =
      this.watch || cell || ruled.firm || (status !== 'other' && status !== 'current')
        ? undefined
        : ownHomes(words, sentence, from);
    if (homes) {
      const cue = words.quote(homes.from, homes.to);
      return { status: 'previous', reasons: [{ of: 'status', says: 'previous', ...cue }] };
    }
    if (
      !this.watch &&
      ((status === 'other' && isOwnHistory(seen)) || (status === 'previous' && !plain && isOfItsDay(seen)))
    )
      return ruled;
    if (status === ruled.status) return ruled;
    return { status, reasons: learnt ? this.#reasonsFor(learnt, seen, asked, status) : [] };
  }

  /** What to show where what was learnt says something else than the rules: what spoke loudest, be it a sign or a word. */
  #reasonsFor(learnt: LearntStatus, seen: SeenStatus, asked: Asked, status: Status): StatusFound['reasons'] {
    const { words, ruled } = seen;
    const sign = this.#signs.loudest(seen, number => learnt.speaks(number, status, ruled));
    const word = learnt.loudestWord(asked, status, ruled);
    const reason = word.loud > sign.loud ? words.quote(word.token, word.token + 1) : sign.quote;
    if (!reason) return [];
    const { text, start, end } = reason;
    return [{ of: 'status', says: status, text, start, end }];
  }
}

/** Another body's grade, or one that is denied, stays so whatever stands beside it. */
const DOUBTFUL: ReadonlySet<Status> = new Set(['current', 'previous', 'aspiration']);

/** "Penmoor was rated inadequate in 2021": the report’s own body by name, and no other, before the report’s own date. */
const isOwnHistory = ({ dated, ruled, names, draft }: SeenStatus): boolean =>
  dated === 'early' && ruled === 'previous' && names.known && !names.other && draft.count === undefined;

/** "Judged good on 14 March 2019" where nothing says when the report is of: a day is that of the inspection that it tells of. */
const isOfItsDay = ({ dated, date, ruled, visit }: SeenStatus): boolean =>
  dated === 'unknown' && date?.iso.length === DAY && ruled === 'current' && !visit;
/** Of `YYYY-MM-DD`. */
const DAY = 10;

/** Does the sentence before name a date before the report's own, or speak of the last time? */
function tellsOld({ words, before, carry }: Judged): boolean {
  if (!before) return false;
  if (hasAnyOf(before, OLD)) return true;
  return datesIn(words, before.from, Math.min(before.to, before.from + 60)).some(d =>
    isEarlier(d.iso, carry.date),
  );
}
const OLD = setOf('past-grade', 'past-behind');

/** "‘good’ in four areas": of whoever was graded there. */
const isIn = (words: Words, to: number): boolean => words.at(isQuote(words, to) ? to + 1 : to) === 'in';

/** "Twelve areas were good and nine adequate": parts of one inspection, and no bodies. */
const countsAreas = (
  { words, sentence, carry, names }: Judged,
  { count, subject }: JudgementDraft,
): boolean =>
  count !== undefined &&
  subject !== undefined &&
  !names &&
  carry.statistics !== true &&
  !hasAnyOf(sentence, BODIES) &&
  !scaleNamed(words, sentence) &&
  /^(?:[a-z]+ )?(?:areas|judgements|standards|indicators|aspects|outcome areas|categories|sub-judgements)$/i.test(
    subject.text,
  );

/** "Of 22 councils one was outstanding and 12 good": each has a grade of its own. */
const countsCouncils = ({ count, of, subject }: JudgementDraft): boolean =>
  count !== undefined &&
  of !== undefined &&
  of > 5 &&
  subject !== undefined &&
  /^(?:[a-z]+ ){0,2}(?:councils|authorities|boroughs|forces|trusts|agencies|providers|settings)$/i.test(
    subject.text,
  );

const BODIES = setOf('another-body', 'many-bodies');

/** Nobody hopes for the worst grades: "a risk that it will be judged inadequate" only speaks of them. */
const isDreaded = ({ readings }: Pick<JudgementDraft, 'readings'>): boolean =>
  readings[0] !== undefined && DREADED.has(readings[0].grade);
const DREADED = new Set(['inadequate', 'poor', 'weak', 'unsatisfactory', 'urgent-improvement']);
/** "to lift us out of inadequate": it holds as yet. */
function insteadOf(words: Words, grade: number, { status }: StatusFound): Status {
  if (words.at(grade - 1) === 'of' && words.at(grade - 2) === 'out') return 'current';
  return status === 'aspiration' ? 'other' : status;
}
