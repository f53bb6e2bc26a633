import type { Category } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import { type DateMention, datesIn, isMonth } from './dates.js';
import { type FrameworkEvidence, type JudgementDraft, reasonsOf, shifted } from './draft.js';
import type { Quote } from './finding.js';
import { type Frame, frameBehind, statusInRow } from './frame.js';
import { evidenceOf } from './frameworks.js';
import { type Grounds, groundsOf, isAlone } from './gradeWords.js';
import { mentions, mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { isEarlier, isKey, type Setting, statusOf } from './status.js';
import { objectAfter, subjectBefore } from './subject.js';
import { Words } from './words.js';

export interface JudgementCarry extends Setting {
  /** What was spoken of last: a heading, or the subject of the last sentence. Lasts for two paragraphs. */
  readonly subject?: Quote | undefined;
  readonly age?: number | undefined;
  /** The whole of which the next sentence counts parts: "10 outcome areas". */
  readonly of?: number | undefined;
  readonly counted?: Quote | undefined;
  /** The paragraph before was a grade and nothing else: another one is of the next column. */
  readonly alone?: boolean;
}
export const noJudgement: JudgementCarry = { date: '', visit: false };

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
  for (const sentence of reading.sentences) {
    carry = learn(words, sentence, carry);
    const frame = frameBehind(words, sentence, carry.frame ?? NO_FRAME);
    if (frame !== (carry.frame ?? NO_FRAME)) carry = { ...carry, frame };
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
      drafts.push(draftOf(words, sentence, mention, grounds, grades, dates, carry, drafts));
    carry = remember(words, sentence, carry, grades.length > 0);
    const alone = grades.length === 1 && isAlone(sentence, grades[0]!) && carry.alone !== true;
    if (alone !== (carry.alone ?? false)) carry = { ...carry, alone };
  }
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
  const counting = grounds === 'cell' || whole ? undefined : countOf(words, sentence, mention, carry);
  const inRow =
    grounds === 'cell' ? statusInRow(words, sentence, mention.from, carry.frame ?? NO_FRAME) : undefined;
  const date =
    grounds === 'cell'
      ? grades.length === 1
        ? dates.at(-1)
        : undefined
      : dateFor(words, mention, grades, dates);
  const old = date !== undefined && isEarlier(date.iso, carry.date);
  const column = grounds === 'cell' ? grades.indexOf(mention) : 0;
  const { status, reasons } = scaled
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
  const found = subjectOf(words, sentence, mention, grounds, carry, counting?.counted);
  const same = earlier.find(
    d => d.sentence.start === sentence.start && d.subject && grounds === 'listed',
  )?.subject;
  const subject = whole ? undefined : (found ?? same ?? earlier.at(-1)?.subject ?? carry.subject);
  return {
    kind: 'judgement',
    start: mention.start,
    end: mention.end,
    text: reading.text.slice(mention.start, mention.end),
    readings: reading.lexicon.meaningsOf(mention.id),
    status,
    ...(subject ? { subject } : {}),
    ...(counting ? { count: counting.count, ...(counting.of === undefined ? {} : { of: counting.of }) } : {}),
    ...(date && status !== 'aspiration' ? { date: date.iso } : {}),
    voice: sentence.voice,
    sentence: { start: sentence.start, end: sentence.end },
    because: reasonsOf(reasons, sentence.voiceReason),
  };
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

/**
 * The date that belongs to a grade: the nearest behind it before the next grade, else the last one before it. A date
 * that a "when" follows belongs to what comes after, and one behind "by" or "until" to no grade.
 */
function dateFor(
  words: Words,
  mention: Mention,
  grades: readonly Mention[],
  dates: readonly DateMention[],
): DateMention | undefined {
  const given = dates.filter(
    d =>
      !['by', 'until', 'before'].includes(words.at(d.from - 1)) &&
      !['by', 'until'].includes(words.at(d.from - 2)),
  );
  const opens = (d: DateMention): boolean => words.at(d.to) === 'when' || words.at(d.to + 1) === 'when';
  const next = grades.find(g => g.from > mention.from)?.from ?? Infinity;
  const behind = given.find(
    d => d.from >= mention.to && d.from < next && d.from - mention.to < 14 && !opens(d),
  );
  if (behind) return behind;
  // "found unsatisfactory in 2016, is now good": the date is the other grade's.
  if (NOW.has(words.at(mention.from - 1))) return undefined;
  return given.filter(d => d.to <= mention.from && mention.from - d.to < 28).at(-1);
}

const NOW = new Set(['now', 'currently', 'today']);

function subjectOf(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grounds: Grounds,
  carry: JudgementCarry,
  counted?: Quote,
): Quote | undefined {
  if (counted) return counted;
  if (grounds === 'cell') return rowLabel(words, sentence, mention) ?? carry.subject;
  const judging = mentionsOf(sentence, 'judging', sentence.from, mention.from).at(-1);
  const copula = mentionsOf(sentence, 'copula', sentence.from, mention.from).at(-1);
  if (judging && (!copula || copula.to < judging.from - 1 || copula.from >= judging.to)) {
    const object = objectAfter(words, sentence, judging.to, mention.from);
    const isGrade =
      object && mentionsOf(sentence, 'grade').some(g => g.start < object.end && object.start < g.end);
    if (object && !isGrade && !PRONOUN.test(object.text)) return object;
  }
  const verb = [judging, copula].filter(m => m !== undefined).sort((a, b) => b.from - a.from)[0];
  if (!verb) return subjectBefore(words, sentence, mention.from);
  return subjectBefore(words, sentence, verb.from);
}

const PRONOUN = /^(in|by|as|from|to|at|them|it|its|that)\b/i;

/** The first cell of a table row, or what stands before the colon. */
function rowLabel(words: Words, sentence: ReadSentence, mention: Mention): Quote | undefined {
  let to = sentence.from;
  while (to < mention.from && words.mark(to) === 0x7c) to++;
  while (to < mention.from && words.isNumber(to)) to++;
  const from = to;
  while (
    to < mention.from &&
    !(to > from && words.gap(to) === CELL) &&
    ![0x7c, 0x3a, 0x2013, 0x2014, 0x2026].includes(words.mark(to)) &&
    !(words.mark(to) === 0x2e && words.mark(to + 1) === 0x2e)
  )
    to++;
  if (to === mention.from && words.gap(to) !== CELL) return undefined;
  let start = from;
  if (['the', 'a'].includes(words.at(start))) start++;
  if (
    words.at(start) === 'overall' &&
    words.at(start + 1) === 'effectiveness' &&
    words.at(start + 2) === 'of'
  )
    start += 3;
  while (to > start && words.mark(to - 1) !== 0 && words.mark(to - 1) !== 0x29) to--;
  return to > start ? words.quote(start, to) : undefined;
}

const NUMBERS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

const numberAt = (words: Words, token: number): number | undefined => {
  if (words.isNumber(token)) return Number(words.at(token).replaceAll(',', ''));
  return NUMBERS.get(words.at(token));
};

/** "Seven were found to be good", "two adequate", "of eight areas five were rated good". */
function countOf(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  carry: JudgementCarry,
): { count: number; of?: number; counted?: Quote } | undefined {
  const judged = mentionsOf(sentence, 'grade')
    .filter(g => g.to <= mention.from)
    .at(-1);
  const from = Math.max(sentence.from, judged?.to ?? sentence.from, mention.from - 12);
  let count: number | undefined;
  for (let i = mention.from - 1; i >= from; i--) {
    const n = numberAt(words, i);
    if (n === undefined || !Number.isInteger(n) || (n > 1900 && n < 2100 && words.isNumber(i))) continue;
    if (
      ['in', 'on', 'since', 'after', 'not', 'with', 'for', 'by'].includes(words.at(i - 1)) ||
      ['years', 'months', 'year', 'decade', 'day'].includes(words.at(i + 1)) ||
      isMonth(words.at(i + 1))
    )
      continue;
    if (
      words.mark(i + 1) === 0x25 ||
      words.at(i + 1) === 'per' ||
      words.isNumber(i + 1) ||
      words.mark(i - 1) === 0xa3
    )
      continue;
    // "Three of the four": the part, not the whole.
    const part =
      words.at(i - 1) === 'of' ? i - 2 : words.at(i - 2) === 'of' && words.at(i - 1) === 'the' ? i - 3 : i;
    count = numberAt(words, part) ?? (part === i ? n : undefined);
    break;
  }
  if (count === undefined) return undefined;
  const whole = wholeOf(words, sentence);
  const of = whole?.of ?? carry.of;
  if (of !== undefined && of < count) return undefined;
  // A bare "one" is a count only of something that is counted.
  if (count === 1 && of === undefined) return undefined;
  const counted = whole?.counted ?? carry.counted;
  return { count, ...(of === undefined ? {} : { of }), ...(counted ? { counted } : {}) };
}

/** "10 outcome areas", "of the 17 authorities": the whole that is counted. */
function wholeOf(words: Words, sentence: ReadSentence): { of: number; counted: Quote } | undefined {
  for (const things of mentionsOf(sentence, 'counted')) {
    for (let i = things.from - 1; i >= Math.max(sentence.from, things.from - 4); i--) {
      const n = numberAt(words, i);
      if (n === undefined || words.mark(i + 1) === 0x25) continue;
      return { of: n, counted: words.quote(i + 1, things.to) };
    }
  }
  return undefined;
}

/** The report's date and kind, from its first lines and wherever it says them. */
function learn(words: Words, sentence: ReadSentence, carry: JudgementCarry): JudgementCarry {
  const statistics = carry.statistics === true || mentions(sentence, 'statistics');
  if (statistics && carry.statistics !== true) carry = { ...carry, statistics };
  // A visit that is promised is not this one.
  const visit =
    carry.visit ||
    (mentions(sentence, 'monitoring') && !mentions(sentence, 'intent') && !mentions(sentence, 'grade'));
  if (carry.date !== '') return visit === carry.visit ? carry : { ...carry, visit };
  const dates = datesIn(words, sentence.from, Math.min(sentence.to, sentence.from + 80)).filter(
    d => d.iso.length > 4,
  );
  // A short line with a date in it is the report's own; in prose it has to say so.
  const short = sentence.to - sentence.from <= 25 && !mentions(sentence, 'grade');
  const date = short ? dates.at(-1) : dates.find(d => isOwn(words, d.from));
  if (!date && visit === carry.visit) return carry;
  return date ? { ...carry, visit, date: date.iso } : { ...carry, visit };
}

/** "published today (2 December 2016)". */
function isOwn(words: Words, token: number): boolean {
  for (let i = token - 1; i >= token - 4; i--)
    if (['today', 'published', 'yesterday'].includes(words.at(i))) return true;
  return false;
}

function remember(
  words: Words,
  sentence: ReadSentence,
  carry: JudgementCarry,
  judged: boolean,
): JudgementCarry {
  const whole = wholeOf(words, sentence);
  const short =
    sentence.to - sentence.from <= 10 &&
    sentence.from === 0 &&
    sentence.to === words.reading.tokens.count &&
    !judged &&
    !isNotice(words, sentence);
  const counts = carry.of !== undefined || carry.counted !== undefined;
  if (!whole && !short && (!counts || (judged && carry.of !== undefined))) return carry;
  const goesOn = !whole && judged && carry.of !== undefined;
  return {
    ...carry,
    of: goesOn ? carry.of : whole?.of,
    counted: goesOn ? carry.counted : whole?.counted,
    subject: short ? words.quote(sentence.from, sentence.to) : carry.subject,
    age: short ? 0 : carry.age,
  };
}

/** "Published: 3 March 2019", "Page 4", "By our reporter": lines that name no subject. */
function isNotice(words: Words, sentence: ReadSentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (words.isNumber(i) || words.mark(i) === 0x3a) return true;
  return ['by', 'dear', 'notes', 'page', 'press', 'news'].includes(words.at(sentence.from));
}

/** The carry as the next paragraph counts it: positions from its own start, and nothing older than two paragraphs. */
function aged(carry: JudgementCarry, length: number): JudgementCarry {
  if (!carry.subject && carry.age === undefined && carry.of === undefined && !carry.counted) return carry;
  const { subject, age = 0, of, counted } = carry;
  const keep = subject && age < 1;
  const counts = of !== undefined && counted && counted.start >= 0;
  return {
    ...carry,
    subject: keep ? shifted(subject, -length) : undefined,
    age: keep ? age + 1 : undefined,
    of: counts ? of : undefined,
    counted: counts ? shifted(counted, -length) : undefined,
  };
}
