import type { Mention } from '../lexicon/entry.js';
import { moveAt } from './gradeMove.js';
import { isOfInspectors, type Place } from './antecedent.js';
import type { Candidate } from './candidates.js';
import { columnOf } from './cells.js';
import { countOf, NUMBERS } from './counts.js';
import { countInRow } from './countRow.js';
import type { DateMention } from './dates.js';
import { type JudgementDraft, reasonsOf } from './draft.js';
import type { Quote, Status } from './finding.js';
import { firmSubject } from './firmSubject.js';
import { isOfNow, NO_FRAME, statusInRow, statusInStack } from './frame.js';
import { dateFor, dateInRow } from './gradeDate.js';
import { givesShare } from './givesShare.js';
import { isAlone } from './gradeWords.js';
import type { RunningCarry } from './judgementCarry.js';
import type { ReadSentence } from './reading.js';
import { hopeBehind, hopeOfTask } from './plainHope.js';
import { becameFirst, neverGiven } from './plainStatus.js';
import { askedBefore, columnLabel, rowLabel } from './rows.js';
import { spokenPart } from './spokenPart.js';
import { isEarlier, type StatusFound, statusOf } from './status.js';
import type { StatusTeller } from './statusTeller.js';
import { labelOnly, tidied } from './subjectTidy.js';
import type { Around, SubjectTeller } from './subjectTeller.js';
import type { Words } from './words.js';

/** A sentence with judgements, and what is known of it before any of them is read. */
export interface Judged {
  readonly words: Words;
  readonly sentence: ReadSentence;
  /** The sentence before in the same paragraph, if any. */
  readonly before: ReadSentence | undefined;
  readonly grades: readonly Mention[];
  readonly dates: readonly DateMention[];
  /** The grades are a framework's scale, one after the other. */
  readonly scale: boolean;
  /** They are that, or the sentence says that it speaks of a scale: nothing is graded. */
  readonly names: boolean;
  /** What the sentence counts parts of, or the one before. */
  readonly counted: Quote | undefined;
  readonly carry: RunningCarry;
  /** The noun phrases around. */
  readonly around: Around;
  /** The paragraph's judgements so far. */
  readonly earlier: readonly JudgementDraft[];
}

type Making = { -readonly [K in keyof JudgementDraft]: JudgementDraft[K] };

/** The judgement that a grade word is. */
export function draftOf(
  judged: Judged,
  { mention, grounds }: Candidate,
  tellers: { readonly statuses: StatusTeller; readonly subjects: SubjectTeller },
): JudgementDraft {
  const { words, sentence, grades, names, carry, earlier } = judged;
  const { reading } = words;
  const cell = grounds === 'cell';
  const latest = earlier.at(-1);
  const last = latest?.sentence.start === sentence.start ? latest : undefined;
  const joint = last !== undefined && !names && isJoint(words, mention, grades);
  const inRow = cell ? statusInTable(judged, mention) : undefined;
  const bracketed = isBracketed(words, mention, grades);
  const date = names
    ? undefined
    : bracketed
      ? dateInBrackets(words, mention, judged.dates)
      : cell
        ? dateOfCell(judged, mention, inRow)
        : notLater(dateFor(words, judged.sentence, mention, grades, judged.dates), carry.date);
  const row = names ? undefined : countInRow(words, sentence, mention, carry.header ?? []);
  const ruled = row?.bodies ? OF_MANY : statusFor(judged, mention, { cell, bracketed }, inRow, date, latest);
  const spoken = latest?.subject ?? carry.subject;
  const otherwise = names ? undefined : spoken;
  const place = joint ? undefined : placeOf(judged, mention, last?.subject, spoken);
  const told =
    place && !cell
      ? tellers.subjects.tell(place, otherwise, judged.around)
      : ((place && firmSubject(place)) ?? (cell ? labelOf(judged, mention) : last?.subject) ?? otherwise);
  const whole = told && (cell ? labelOnly(words, sentence, told) : tidied(words, sentence, grades, told));
  // "Ofsted’s grades are outstanding, good …": no inspectorate is graded.
  const subject =
    names && told && (isOfInspectors(sentence, told) || /['’]s?$/.test(told.text)) ? undefined : whole;
  // Its heading is of the rows below as well.
  if (row && told === carry.subject) carry.age = 0;
  const counting =
    row ??
    (cell || names
      ? undefined
      : joint
        ? last
        : countOf(words, sentence, mention, grades, judged.dates, carry));
  const draft: Making = {
    kind: 'judgement',
    start: mention.start,
    end: mention.end,
    text: reading.text.slice(mention.start, mention.end),
    readings: reading.lexicon.meaningsOf(mention.id),
    status: ruled.status,
    subject: row?.things ?? subject,
    count: counting?.count,
    of: counting?.of,
    date: undefined,
    voice: sentence.voice,
    sentence: { start: sentence.start, end: sentence.end },
    because: ruled.reasons,
  };
  const { status, reasons } = tellers.statuses.tell(judged, draft, {
    at: mention,
    ruled,
    cell,
    bracketed,
    last,
    date,
  });
  draft.status = status;
  carry.last = status;
  if (status === 'current') carry.given = true;
  if (date && status !== 'aspiration' && !isOfMany(words, sentence, status)) draft.date = date.iso;
  draft.because = reasonsOf(reasons, sentence.voiceReason);
  return draft;
}

/** A grade that the report tells of was not given after it. */
const notLater = (date: DateMention | undefined, own: string): DateMention | undefined =>
  date && own !== '' && date.iso.slice(0, 7) > own.slice(0, Math.min(7, date.iso.length)) ? undefined : date;

/** "94% of agencies were good on 31 March": a share of many bodies has no day on which they were graded. */
const isOfMany = (words: Words, sentence: ReadSentence, status: Status): boolean =>
  status === 'other' && givesShare(words, sentence);

/** Where the grade stands, and what was spoken of before it. */
const placeOf = (
  { words, sentence, before, grades, counted }: Judged,
  mention: Mention,
  last: Quote | undefined,
  spoken: Quote | undefined,
): Place => ({
  words,
  sentence: spokenPart(words, sentence, mention),
  before,
  mention,
  grades,
  last,
  counted,
  spoken,
});

/** Of a grade in a table: what its row, its column and its header say. */
function statusInTable({ words, sentence, carry }: Judged, mention: Mention): Status | undefined {
  const frame = carry.frame ?? NO_FRAME;
  return (
    (isAlone(words, sentence, mention) ? statusInStack(frame, carry.alone === true) : undefined) ??
    statusInRow(words, sentence, mention.from, frame)
  );
}

function dateOfCell(
  { words, sentence, grades, dates, carry: { frame } }: Judged,
  mention: Mention,
  inRow: Status | undefined,
): DateMention | undefined {
  if (dates.length === 0) return undefined;
  const earlier =
    inRow === 'previous' ||
    (frame?.columns
      ? frame.columns[columnOf(words, sentence, mention.from)] === 'previous'
      : inRow === undefined);
  return dateInRow(words, sentence, mention, grades, dates, earlier);
}

function labelOf({ words, sentence, before, grades, carry }: Judged, mention: Mention): Quote | undefined {
  return (
    columnLabel(words, sentence, mention, grades, carry.frame ?? NO_FRAME, carry.header ?? []) ??
    rowLabel(words, sentence, mention) ??
    askedBefore(words, before) ??
    carry.subject
  );
}

const PLAIN: Readonly<Record<Status, StatusFound>> = {
  current: { status: 'current', reasons: [] },
  previous: { status: 'previous', reasons: [] },
  // A column headed "Ambition for 2027" leaves nothing to be told.
  aspiration: { status: 'aspiration', reasons: [], firm: true },
  negated: { status: 'negated', reasons: [] },
  other: { status: 'other', reasons: [] },
};

function statusFor(
  judged: Judged,
  mention: Mention,
  { cell, bracketed }: { readonly cell: boolean; readonly bracketed: boolean },
  inRow: Status | undefined,
  date: DateMention | undefined,
  latest: JudgementDraft | undefined,
): StatusFound {
  const { words, sentence, grades, carry } = judged;
  // Rows of a statistical release are many bodies; "6 (excellent) to 1 (unsatisfactory)" is the scale.
  if (judged.scale || (cell && (carry.statistics === true || judged.names))) return PLAIN.other;
  if (cell && isOfNow(words, sentence, mention.from, carry.frame ?? NO_FRAME))
    return { ...PLAIN.current, firm: true };
  // A column of what the body says of itself leaves nothing to be told either.
  if (inRow === 'other' && isOwnView(judged, mention)) return { ...PLAIN.other, firm: true };
  if (inRow !== undefined) return PLAIN[inRow];
  if (bracketed) return PLAIN.previous;
  const plain =
    neverGiven(words, sentence, mention) ??
    hopeBehind(words, mention.to) ??
    hopeOfTask(words, sentence, mention.from) ??
    becameFirst(words, sentence, mention);
  if (plain) {
    const { status, from, to } = plain;
    return { status, firm: true, reasons: [{ of: 'status', says: status, ...words.quote(from, to) }] };
  }
  const move = moveAt(words, mention, grades);
  if (move) return { ...PLAIN[move], firm: true };
  if (cell && !carry.visit) {
    const old = date !== undefined && isEarlier(date.iso, carry.date);
    return old || grades.indexOf(mention) > 0 || (carry.alone === true && isAlone(words, sentence, mention))
      ? PLAIN.previous
      : PLAIN.current;
  }
  return also(words, sentence, mention, latest) ?? statusOf(words, sentence, mention, grades, date, carry);
}

/** "Outstanding   12" below "Number of schools" */
const OF_MANY: StatusFound = { status: 'other', reasons: [], firm: true };

const isOwnView = ({ words, sentence, carry: { frame } }: Judged, { from }: Mention): boolean =>
  frame?.columns?.[columnOf(words, sentence, from)] === 'other';

/** "Good (2019: inadequate)", "Good (was inadequate in 2019)": the date within its brackets. */
const dateInBrackets = (
  words: Words,
  { from, to }: Mention,
  dates: readonly DateMention[],
): DateMention | undefined =>
  dates.find(
    d =>
      (d.to <= from && from - d.to <= 1 && words.mark(d.from - 1) === 0x28) ||
      (d.from >= to && d.from - to <= 2 && words.mark(d.to) === 0x29),
  );

/** "Outstanding (good)", "Good (was inadequate)": what it was before stands in brackets behind what it is. */
function isBracketed(words: Words, mention: Mention, grades: readonly Mention[]): boolean {
  const before = grades[grades.indexOf(mention) - 1];
  if (!before || words.mark(before.to) !== 0x28 || mention.from - before.to > 4) return false;
  for (let i = before.to + 1; i < mention.from; i++) {
    // "Good (3), adequate (2)": the brackets close before.
    if (words.mark(i) === 0x29) return false;
    if (words.isWord(i) && !words.isNumber(i) && !WAS.has(words.at(i))) return false;
  }
  return true;
}
const WAS = new Set(['was', 'were', 'previously', 'formerly', 'before', 'from', 'last', 'time']);

/** "good or outstanding", "from good to inadequate", "one each as good, adequate and poor": what is counted is the same. */
function isJoint(words: Words, mention: Mention, grades: readonly Mention[]): boolean {
  const before = grades[grades.indexOf(mention) - 1];
  if (!before || mention.from - before.to > 3) return false;
  if (isBetween(words, before, mention, 'or')) return true;
  // "one each as good, adequate and inadequate"
  for (const { from } of grades)
    if (from < mention.from && mention.from - from < 12 && words.at(from - 2) === 'each') return true;
  return (
    words.at(before.from - 1) === 'from' &&
    (isBetween(words, before, mention, 'to') || isBetween(words, before, mention, 'into'))
  );
}

function isBetween(words: Words, { to }: Mention, { from }: Mention, word: string): boolean {
  for (let i = to; i < from; i++) if (words.at(i) === word) return true;
  return false;
}

/** "To be no worse than adequate, and to be good by the one after": what is hoped for next. */
function also(
  words: Words,
  sentence: ReadSentence,
  { from }: Mention,
  before: JudgementDraft | undefined,
): { status: 'aspiration' | 'other'; reasons: JudgementDraft['because'] } | undefined {
  if (before?.sentence.start !== sentence.start) return undefined;
  // "Three of the neighbours are good and one is outstanding"
  if (before.status === 'other') {
    for (let i = from - 1; i > from - 7 && i > sentence.from; i--)
      if (NUMBERS.has(words.at(i)) || (words.isNumber(i) && words.at(i).length < 4))
        return { status: 'other', reasons: before.because.filter(r => r.of === 'status') };
      else if (words.mark(i) === 0x2e) return undefined;
    return undefined;
  }
  if (before.status !== 'aspiration') return undefined;
  const start = words.at(from - 2) === 'to' && words.at(from - 1) === 'be' ? from - 2 : from;
  const joined =
    ['and', 'or', 'then', 'with'].includes(words.at(start - 1)) ||
    ['and', 'or'].includes(words.at(start - 2));
  return joined
    ? { status: 'aspiration', reasons: before.because.filter(r => r.of === 'status') }
    : undefined;
}
