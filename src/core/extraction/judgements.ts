import type { Category } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import { countOf, NUMBERS, wholeOf } from './counts.js';
import { type DateMention, datesIn } from './dates.js';
import { type FrameworkEvidence, type JudgementDraft, reasonsOf } from './draft.js';
import { columnOf, type Frame, frameBehind, statusInRow, statusInStack } from './frame.js';
import { evidenceOf } from './frameworks.js';
import { dateFor, dateInRow } from './gradeDate.js';
import { type Grounds, groundsOf, isAlone } from './gradeWords.js';
import { aged, type JudgementCarry, learn, remember, withHeader } from './judgementCarry.js';
import { mentions, mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { askedBefore, columnLabel, rowLabel } from './rows.js';
import { isEarlier, isKey, statusOf } from './status.js';
import { subjectOf } from './subject.js';
import { Words } from './words.js';

const NO_FRAME: Frame = {};

interface Candidate {
  readonly mention: Mention;
  readonly grounds: Grounds;
}

/** Finds the judgements of a paragraph; what it learns of the report (date, kind, subjects) goes into the carry. */
export function readJudgements(
  reading: Reading,
  carryIn: JudgementCarry,
): { drafts: JudgementDraft[]; evidence: readonly FrameworkEvidence[]; carry: JudgementCarry } {
  const words = new Words(reading);
  const drafts: JudgementDraft[] = [];
  let carry = carryIn;
  let sentence: ReadSentence | undefined;
  for (const next of reading.sentences) {
    const before = sentence;
    sentence = next;
    carry = learn(words, sentence, carry);
    const frame = frameBehind(words, sentence, carry.frame ?? NO_FRAME);
    if (frame !== (carry.frame ?? NO_FRAME)) carry = { ...carry, frame };
    carry = withHeader(words, sentence, carry);
    if (!mentions(sentence, 'grade')) {
      carry = remember(words, sentence, carry, false);
      if (carry.alone) carry = { ...carry, alone: false };
      continue;
    }
    const candidates = candidatesOf(words, sentence);
    const grades = candidates.map(c => c.mention);
    const dates =
      grades.length > 0 ? datesIn(words, sentence.from, Math.min(sentence.to, sentence.from + 400)) : [];
    for (const { mention, grounds } of candidates)
      drafts.push(draftOf(words, sentence, before, mention, grounds, grades, dates, carry, drafts));
    carry = remember(words, sentence, carry, grades.length > 0);
    const alone = grades.length === 1 && isAlone(sentence, grades[0]!) && carry.alone !== true;
    if (alone !== (carry.alone ?? false)) carry = { ...carry, alone };
  }
  // Where no heading says what is spoken of, the last grade’s subject does.
  const last = drafts.at(-1)?.subject;
  if (last && !carry.subject) carry = { ...carry, subject: last, age: 0 };
  return { drafts, evidence: evidenceOf(reading), carry: aged(carry, reading.text.length) };
}

/** More grade words than this in one sentence are no sentence; and each is held against its neighbours. */
const MOST = 24;

function candidatesOf(words: Words, sentence: ReadSentence): Candidate[] {
  const mentioned = mentionsOf(sentence, 'grade');
  if (mentioned.length > MOST) return [];
  const all = mentioned.map(mention => ({
    mention,
    grounds: groundsOf(words, sentence, mention),
  }));
  if (all.length === 0) return [];
  if (isWholeScale(words, mentioned)) return mentioned.map(mention => ({ mention, grounds: 'listed' }));
  const open = all.filter(c => c.grounds !== 'adjective');
  const firm = (c: (typeof all)[number]): boolean => c.grounds !== undefined && c.grounds !== 'listed';
  const scale =
    (mentions(sentence, 'scale') && open.length > 1) || (open.length > 1 && isKey(words, sentence));
  const sure =
    scale ||
    open.some(firm) ||
    speaksOfInspecting(
      words,
      sentence,
      open.map(c => c.mention),
    );
  return open.flatMap((c, i): Candidate[] => {
    const { mention, grounds } = c;
    if (firm(c)) return [{ mention, grounds: grounds! }];
    if (
      scale ||
      isMove(
        words,
        mention,
        open.map(o => o.mention),
      )
    )
      return [{ mention, grounds: 'listed' }];
    if (grounds === 'listed') return sure ? [{ mention, grounds }] : [];
    // "three were good when last inspected, two satisfactory"
    if (sure && open.length > 1 && NUMBERS.has(words.at(mention.from - 1)))
      return [{ mention, grounds: 'listed' }];
    // "good in three of five areas and excellent in a fourth", "good for leadership": what a sure one has left out.
    if (
      sure &&
      open.some(o => o !== c && o.mention.from < mention.from && (firm(o) || o.grounds === 'listed')) &&
      ['and', 'but', 'or', 'as', 'then'].includes(words.at(mention.from - 1)) &&
      (!words.isWord(mention.to) || ['in', 'for', 'at', 'on', 'since'].includes(words.at(mention.to)))
    )
      return [{ mention, grounds: 'listed' }];
    // "good or outstanding", "two were adequate and three good": a grade beside one that is sure.
    const beside = [open[i - 1], open[i + 1]].some(
      o =>
        o !== undefined && (firm(o) || (o.grounds === 'listed' && sure)) && near(words, mention, o.mention),
    );
    return beside ? [{ mention, grounds: 'listed' }] : [];
  });
}

/** The scale itself: "Exceptional / Strong standard / …", "outstanding, good, requires improvement or inadequate", a table's header. */
function isWholeScale(words: Words, grades: readonly Mention[]): boolean {
  const distinct = new Set(grades.map(g => g.id)).size;
  if (grades.length < 3 || distinct < grades.length) return false;
  let last = '';
  for (let i = 1; i < grades.length; i++) {
    const [before, next] = [grades[i - 1]!.to, grades[i]!.from];
    const between = next - before;
    if (between > 2) return false;
    if (between > 0 && words.isWord(before) && words.at(before) !== 'or' && words.at(before) !== 'and')
      return false;
    if (between === 2 && words.isWord(next - 1) && !['or', 'and'].includes(words.at(next - 1))) return false;
    last = words.at(next - 1);
    if (between === 0 && words.gap(next) !== CELL) return false;
  }
  return isRanked(words, grades) && (distinct > 3 || last === 'or' || !words.isWord(grades[1]!.from - 1));
}

/** Do the grades stand in the order of some framework's scale, best or worst first? */
function isRanked(words: Words, grades: readonly Mention[]): boolean {
  const { lexicon } = words.reading;
  return [...lexicon.frameworks.values()].some(({ id, grades: scale }) => {
    const ranks = grades.map(g => {
      const meaning = lexicon.meaningsOf(g.id).find(m => m.framework === id);
      return meaning ? scale.findIndex(grade => grade.id === meaning.grade) : -1;
    });
    return (
      !ranks.includes(-1) &&
      (ranks.every((r, i) => i === 0 || r > ranks[i - 1]!) ||
        ranks.every((r, i) => i === 0 || r < ranks[i - 1]!))
    );
  });
}

/** Does the sentence speak of inspecting, so that "were good" in it is a grade? */
function speaksOfInspecting(words: Words, sentence: ReadSentence, grades: readonly Mention[]): boolean {
  const says = (category: Category): boolean => mentionsOf(sentence, category).length > 0;
  if (says('past-behind') || mentionsOf(sentence, 'past-grade').some(m => m.to - m.from > 1)) return true;
  if (
    says('judging') ||
    says('judgement-noun') ||
    (says('inspectorate') && (says('area') || says('framework-word')))
  )
    return true;
  if (says('inspectorate') && says('counted')) return true;
  const [first, second] = grades;
  // "In 2021 the force was adequate": a body that is inspected, and a year or an "again".
  if (first && isBodyDated(words, sentence, first)) return true;
  // "Care, support and guidance are excellent": what is graded, straight before the verb.
  const verb = first && mentionsOf(sentence, 'copula', sentence.from, first.from).at(-1);
  if (
    verb &&
    first.from - verb.to <= 1 &&
    mentionsOf(sentence, 'area', sentence.from, first.from).some(a => a.to === verb.from)
  )
    return true;
  return first !== undefined && second !== undefined && first.id !== second.id && near(words, first, second);
}

const BODIES = new Set(
  'council authority borough county city force school academy college home service services trust hospital provider nursery setting unit centre agency department'.split(
    ' ',
  ),
);

function isBodyDated(words: Words, sentence: ReadSentence, grade: Mention): boolean {
  const copula = mentionsOf(sentence, 'copula', sentence.from, grade.from).at(-1);
  if (!copula || grade.from - copula.to > 1 || !BODIES.has(words.at(copula.from - 1))) return false;
  if (
    words.at(grade.from - 1) === 'again' ||
    words.at(grade.to) === 'again' ||
    words.at(grade.to) === 'overall'
  )
    return true;
  return datesIn(words, sentence.from, Math.min(sentence.to, sentence.from + 80)).length > 0;
}

/** "from inadequate to good". */
function isMove(words: Words, mention: Mention, grades: readonly Mention[]): boolean {
  const before = (g: Mention): string =>
    words.isWord(g.from - 1) ? words.at(g.from - 1) : words.at(g.from - 2);
  const other = grades.find(g => g !== mention && Math.abs(g.from - mention.from) < 10);
  return other !== undefined && [before(mention), before(other)].sort().join(' ') === 'from to';
}

/** Nothing but a conjunction, a comma, a count or quotation marks between two grades. */
function near(words: Words, a: Mention, b: Mention): boolean {
  const [first, second] = a.from < b.from ? [a, b] : [b, a];
  if (second.from - first.to > 7) return false;
  let plain = 0;
  for (let i = first.to; i < second.from; i++)
    if (words.isWord(i) && !words.isNumber(i) && !JOINING.has(words.at(i))) plain++;
  return (
    plain <= 2 &&
    !(
      words.isWord(a.to) &&
      !JOINING.has(words.at(a.to)) &&
      a.to < words.reading.tokens.count &&
      words.gap(a.to) < CELL &&
      a !== first
    )
  );
}
const JOINING = new Set(
  'and or to as even either both then per cent two three four five six seven eight nine ten one be'.split(
    ' ',
  ),
);

function draftOf(
  words: Words,
  sentence: ReadSentence,
  before: ReadSentence | undefined,
  mention: Mention,
  grounds: Grounds,
  grades: readonly Mention[],
  dates: readonly DateMention[],
  carry: JudgementCarry,
  earlier: readonly JudgementDraft[],
): JudgementDraft {
  const { reading } = words;
  const scaled = isWholeScale(words, grades);
  const whole = scaled || (mentions(sentence, 'scale') && grades.length > 2);
  const last = earlier.at(-1)?.sentence.start === sentence.start ? earlier.at(-1) : undefined;
  const joint = last !== undefined && isJoint(words, mention, grades) && !whole;
  const counting =
    grounds === 'cell' || whole
      ? undefined
      : joint
        ? last
        : countOf(words, sentence, mention, grades, dates, carry);
  const frame = carry.frame ?? NO_FRAME;
  const inRow =
    grounds === 'cell'
      ? ((isAlone(sentence, mention) ? statusInStack(frame, carry.alone === true) : undefined) ??
        statusInRow(words, sentence, mention.from, frame))
      : undefined;
  const date =
    grounds === 'cell'
      ? dateInRow(
          words,
          sentence,
          mention,
          grades,
          dates,
          inRow === 'previous' ||
            frame.columns?.[columnOf(words, sentence, mention.from)] === 'previous' ||
            (inRow === undefined && !frame.columns),
        )
      : dateFor(words, mention, grades, dates);
  const old = date !== undefined && isEarlier(date.iso, carry.date);
  const column = grounds === 'cell' ? grades.indexOf(mention) : 0;
  // Rows of a statistical release are many bodies; "6 (excellent) to 1 (unsatisfactory)" is the scale.
  const others = grounds === 'cell' && (carry.statistics === true || whole);
  const { status, reasons } =
    scaled || others
      ? { status: 'other' as const, reasons: [] }
      : inRow !== undefined
        ? { status: inRow, reasons: [] }
        : grounds === 'cell' && !carry.visit && !carry.statistics
          ? {
              status:
                column > 0 || old || (carry.alone && isAlone(sentence, mention))
                  ? ('previous' as const)
                  : ('current' as const),
              reasons: [],
            }
          : (also(words, sentence, mention, earlier.at(-1)) ??
            statusOf(words, sentence, mention, grades, date, carry));
  const place = {
    words,
    sentence,
    before,
    mention,
    grades,
    last: last?.subject,
    counted: wholeOf(words, sentence)?.counted ?? carry.counted,
    spoken: earlier.at(-1)?.subject ?? carry.subject,
  };
  const found =
    grounds !== 'cell'
      ? joint
        ? last.subject
        : subjectOf(place)
      : (columnLabel(words, sentence, mention, grades, frame, carry.header ?? []) ??
        rowLabel(words, sentence, mention) ??
        askedBefore(words, before) ??
        carry.subject);
  const subject = found ?? (whole ? undefined : place.spoken);
  return {
    kind: 'judgement',
    start: mention.start,
    end: mention.end,
    text: reading.text.slice(mention.start, mention.end),
    readings: reading.lexicon.meaningsOf(mention.id),
    status,
    ...(subject ? { subject } : {}),
    ...(counting?.count === undefined ? {} : { count: counting.count }),
    ...(counting?.of === undefined ? {} : { of: counting.of }),
    ...(date && status !== 'aspiration' ? { date: date.iso } : {}),
    voice: sentence.voice,
    sentence: { start: sentence.start, end: sentence.end },
    because: reasonsOf(reasons, sentence.voiceReason),
  };
}

/** "good or outstanding", "from good to inadequate", "one each as good, adequate and poor": what is counted is the same. */
function isJoint(words: Words, mention: Mention, grades: readonly Mention[]): boolean {
  const before = grades[grades.indexOf(mention) - 1];
  if (!before) return false;
  const between = (word: string): boolean => {
    for (let i = before.to; i < mention.from; i++) if (words.at(i) === word) return true;
    return false;
  };
  const length = mention.from - before.to;
  if (length > 3) return false;
  if (between('or')) return true;
  // "one each as good, adequate and inadequate"
  if (
    grades.some(
      g => ['each'].includes(words.at(g.from - 2)) && g.from < mention.from && mention.from - g.from < 12,
    )
  )
    return true;
  return (between('to') || between('into')) && words.at(before.from - 1) === 'from';
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
