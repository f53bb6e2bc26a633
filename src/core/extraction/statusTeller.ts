import type { Lexicon } from '../lexicon/lexicon.js';
import { SignNames } from '../lexicon/signNames.js';
import { namesAround } from './openingNames.js';
import { hasAnyOf, setOf } from '../lexicon/categories.js';
import { type DateMention, datesIn } from './dates.js';
import type { JudgementDraft } from './draft.js';
import type { Status } from './finding.js';
import type { Judged } from './judgementDraft.js';
import { LearntStatus } from './learnt.js';
import { isEarlier, type StatusFound } from './status.js';
import { type SeenStatus, StatusSigns } from './statusSigns.js';

/** What training sees of a judgement is what the reader sees; it may say what its status really is. */
export type WatchStatus = (seen: {
  readonly start: number;
  readonly end: number;
  readonly signs: readonly string[];
}) => Status | undefined;

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

  /** `at`: the token at which it begins; `last`: the judgement before in the same sentence. */
  tell(
    judged: Judged,
    draft: JudgementDraft,
    {
      at,
      ruled,
      cell,
      last,
      date,
    }: {
      readonly at: number;
      readonly ruled: StatusFound;
      readonly cell: boolean;
      readonly last: JudgementDraft | undefined;
      readonly date: DateMention | undefined;
    },
  ): StatusFound {
    if (!this.watch && !this.#learnt) return ruled;
    const { words, sentence, grades, carry, earlier } = judged;
    const seen: SeenStatus = {
      words,
      sentence,
      at,
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
      visit: carry.visit,
      statistics: carry.statistics === true,
      old: tellsOld(judged),
      names: namesAround(words, sentence, draft.start, carry.opening),
    };
    const signs = this.#signs.of(seen);
    const { start, end } = draft;
    const status =
      this.watch?.({ start, end, signs: this.#names.namesOf(signs) }) ??
      (ruled.firm ? undefined : this.#learnt?.tell(signs)) ??
      ruled.status;
    if (status === ruled.status) return ruled;
    const learnt = this.#learnt;
    const reason = learnt && this.#signs.loudest(seen, sign => learnt.speaks(sign, status, ruled.status));
    if (!reason) return { status, reasons: [] };
    const { text, start: from, end: to } = reason;
    return { status, reasons: [{ of: 'status', says: status, text, start: from, end: to }] };
  }
}

/** Does the sentence before name a date before the report's own, or speak of the last time? */
function tellsOld({ words, before, carry }: Judged): boolean {
  if (!before) return false;
  if (hasAnyOf(before, OLD)) return true;
  return datesIn(words, before.from, Math.min(before.to, before.from + 60)).some(d =>
    isEarlier(d.iso, carry.date),
  );
}
const OLD = setOf('past-grade', 'past-behind');
