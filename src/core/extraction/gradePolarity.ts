import type { Mention } from '../lexicon/entry.js';
import type { GradeMeaning, Lexicon } from '../lexicon/lexicon.js';
import type { JudgementDraft } from './draft.js';
import type { Polarity } from './finding.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { type Ruled, ruling } from './ruled.js';
import { isVerbal } from './verbs.js';
import { hasCells } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** Grades by what they mean for polarity; the others are neither. */
const GOOD = new Set(
  'outstanding good excellent very-good exceptional strong-standard expected-standard improved-effectiveness'.split(
    ' ',
  ),
);
const BAD = new Set(
  'requires-improvement inadequate poor unsatisfactory weak needs-attention urgent-improvement declined-in-effectiveness adequate-and-needs-improvement unsatisfactory-and-needs-urgent-improvement'.split(
    ' ',
  ),
);

const NEITHER = new Set(['adequate', 'satisfactory', 'sustained-effectiveness']);

type Side = 'strength' | 'weakness' | 'neutral';

/** What current grades say; what those of old say where there are no others. */
export function byGrades(words: Words, sentence: ReadSentence, own: readonly JudgementDraft[]): Ruled {
  const current = own.filter(j => j.status === 'current' || j.status === 'negated');
  if (own.length < 3 && isRow(words, sentence)) {
    const row = ofRow(words.reading.lexicon, own);
    if (row) return { ...ruling(row, gradesOf(sentence, own), undefined, 'grades'), firm: true };
  }
  if (current.length === 0) return ofOldGrades(words, sentence, own);
  const mixed =
    current.every(j => j.status === 'negated') &&
    mentionsOf(sentence, 'blame').some(b => !own.some(j => j.start < b.end && b.start < j.end));
  const polarity = mixed ? 'mixed' : ofGrades(words.reading.lexicon, current, own);
  const ruled = {
    ...ruling(polarity, gradesOf(sentence, current), undefined, 'grades'),
    ...(isPlainMove(words, sentence, own) ? { firm: true as const } : {}),
  };
  // Nothing was learnt of a workspace's own grades.
  return current.some(({ readings: [first] }) => first && !isKnown(first)) ? { ...ruled, firm: true } : ruled;
}

/** What current grades that all speak for one side say: "The following were judged good:". */
export function oneSideOf(lexicon: Lexicon, own: readonly JudgementDraft[]): Polarity | undefined {
  const [first] = own;
  if (!first || own.some(j => j.status !== 'current')) return undefined;
  const told = side(lexicon, first, false);
  return told !== 'neutral' && own.every(j => side(lexicon, j, false) === told) ? told : undefined;
}

const isKnown = ({ grade }: GradeMeaning): boolean => GOOD.has(grade) || BAD.has(grade) || NEITHER.has(grade);

/** A row that tells what a grade is and what it was: which way it went. One that tells only what it was: nothing. */
function ofRow(lexicon: Lexicon, own: readonly JudgementDraft[]): Polarity | undefined {
  const previous = own.find(j => j.status === 'previous');
  if (own.length === 1) return previous && 'neutral';
  const current = own.find(j => j.status === 'current');
  const rise = current && previous ? riseOf(lexicon, previous, current) : 0;
  return rise > 0 ? 'strength' : rise < 0 ? 'weakness' : undefined;
}

/** By how many grades of a common scale one is better than another; 0 where they have none. */
function riseOf(lexicon: Lexicon, before: JudgementDraft, now: JudgementDraft): number {
  for (const { framework, grade } of now.readings) {
    const old = before.readings.find(r => r.framework === framework);
    const scale = old && lexicon.frameworks.get(framework)?.grades;
    if (scale) return scale.findIndex(g => g.id === old.grade) - scale.findIndex(g => g.id === grade);
  }
  return 0;
}

/** Has the sentence cells, or nothing that could be a verb beside its grades? */
function isRow(words: Words, sentence: ReadSentence): boolean {
  if (hasCells(words, sentence)) return true;
  if (sentence.to - sentence.from > LONGEST_ROW) return false;
  const grades = mentionsOf(sentence, 'grade');
  for (let i = sentence.from; i < sentence.to; i++)
    if (isVerbal(words, i) && !grades.some(g => g.from <= i && i < g.to)) return false;
  return true;
}
/** In tokens. */
const LONGEST_ROW = 24;

function ofGrades(
  lexicon: Lexicon,
  current: readonly JudgementDraft[],
  all: readonly JudgementDraft[],
): Polarity {
  const kinds = new Set(current.map(j => side(lexicon, j, j.status === 'negated')));
  const previous = all.filter(j => j.status === 'previous').map(j => side(lexicon, j, false));
  if (kinds.has('strength') && kinds.has('weakness')) return 'mixed';
  const [only] = kinds;
  // A rise from a bad grade is a strength, whatever the grade is now.
  if (only === 'neutral' && previous.includes('weakness')) return 'strength';
  // "slipped from good to adequate"
  if (only === 'neutral' && previous.includes('strength')) return 'weakness';
  return only === 'neutral' ? 'strength' : (only ?? 'neutral');
}

function ofOldGrades(words: Words, sentence: ReadSentence, own: readonly JudgementDraft[]): Ruled {
  const by = 'old grades';
  const old = gradesOf(sentence, own);
  const fall = fallIn(words, sentence, old);
  if (fall) return { ...ruling('weakness', [fall], undefined, by), firm: true };
  const moved = movedFromTo(words, sentence, old, own);
  if (moved !== 0) return { ...ruling(moved > 0 ? 'strength' : 'weakness', old, undefined, by), firm: true };
  const previous = own.filter(j => j.status === 'previous').map(j => side(words.reading.lexicon, j, false));
  if (previous.includes('strength') && previous.includes('weakness'))
    return ruling('mixed', old, undefined, by);
  if (sentence.voice !== 'inspectorate') return ruling('neutral', old, undefined, by);
  const elsewhere = (m: Mention): boolean => !own.some(j => j.start < m.end && m.start < j.end);
  const blame = mentionsOf(sentence, 'blame').find(elsewhere);
  const praise = mentionsOf(sentence, 'praise').find(elsewhere);
  if (praise && blame) return ruling('mixed', [praise, blame], undefined, by);
  if (praise) return ruling('strength', [praise], undefined, by);
  return blame ? ruling('weakness', [blame], undefined, by) : ruling('neutral', old, undefined, by);
}

/** "had risen from inadequate to adequate": by how many grades; 0 where no move is told. */
function movedFromTo(
  words: Words,
  { from, to }: ReadSentence,
  grades: readonly Mention[],
  own: readonly JudgementDraft[],
): number {
  const [first, second] = grades;
  if (!first || !second || grades.length > 2 || own.some(j => j.status !== 'previous')) return 0;
  if (own.length !== 2 || to - from > LONGEST_ROW || TURNS.hasAny(words.reading, from, to)) return 0;
  if (words.at(first.from - 1) === 'from' && words.at(second.from - 1) === 'to')
    return riseOf(words.reading.lexicon, own[0]!, own[1]!);
  return 0;
}

/** "Services have declined since they were judged good", "are no longer as strong as in 2019": what was good does not make up for it. */
function fallIn(words: Words, { from, to }: ReadSentence, grades: readonly Mention[]): Mention | undefined {
  const { reading } = words;
  if (!grades[0] || TURNS.hasAny(reading, from, to)) return undefined;
  for (let i = from; i < to; i++) {
    if (grades.some(g => g.from <= i && i < g.to)) continue;
    const first = isWeakerNow(words, i) ? i - 2 : isFall(words, i) && !isDenied(words, from, i) ? i : -1;
    if (first >= from) return { ...grades[0], from: first, to: i + 1, ...words.quote(first, i + 1) };
  }
  return undefined;
}

const isDenied = ({ reading }: Words, from: number, i: number): boolean =>
  DENYING.hasAny(reading, Math.max(from, i - 3), i);
const isFall = (words: Words, i: number): boolean =>
  FALL.has(words.reading, i) || (FELL.has(words.reading, i) && words.at(i + 1) === 'since');
/** "no longer as strong": at its "as". */
const isWeakerNow = (words: Words, i: number): boolean =>
  words.at(i) === 'as' && words.at(i - 1) === 'longer' && words.at(i - 2) === 'no';
const FALL = new WordSet(
  'declined decline declining deteriorated deterioration deteriorating slipped weakened weakening worsened worsening regressed backwards',
);
const TURNS = new WordSet(
  'but although though however while whereas despite halted arrested reversed stopped',
);
const DENYING = new WordSet('not no without never');
const FELL = new WordSet('fallen fell');

/** "slipped from good to adequate": a grade that says nothing by itself does so beside the one before it. */
const isPlainMove = (words: Words, { from, to }: ReadSentence, own: readonly JudgementDraft[]): boolean =>
  own.length === 2 &&
  own[0]!.status === 'previous' &&
  own[1]!.status === 'current' &&
  side(words.reading.lexicon, own[0]!, false) !== 'neutral' &&
  side(words.reading.lexicon, own[1]!, false) === 'neutral' &&
  !TURNS.hasAny(words.reading, from, to);

/** The grade words of judgements. */
const gradesOf = (sentence: ReadSentence, own: readonly JudgementDraft[]): readonly Mention[] =>
  mentionsOf(sentence, 'grade').filter(m => own.some(j => j.start < m.end && m.start < j.end));

function side(lexicon: Lexicon, { readings }: JudgementDraft, negated: boolean): Side {
  const own = readings[0] ? sideOf(lexicon, readings[0]) : 'neutral';
  if (!negated || own === 'neutral') return own;
  return own === 'strength' ? 'weakness' : 'strength';
}

/** A grade that the product does not know counts by its place on its scale: the upper half is good, the lower bad. */
function sideOf(lexicon: Lexicon, { framework, grade }: GradeMeaning): Side {
  if (GOOD.has(grade)) return 'strength';
  if (BAD.has(grade)) return 'weakness';
  if (NEITHER.has(grade)) return 'neutral';
  const scale = lexicon.frameworks.get(framework)?.grades ?? [];
  const place = scale.findIndex(g => g.id === grade);
  const middle = (scale.length - 1) / 2;
  return place < middle ? 'strength' : place > middle ? 'weakness' : 'neutral';
}
