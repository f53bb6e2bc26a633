import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { CELL, LINE } from '../report/tokens.js';
import { endsAt, firstCue, hasCue, lastCue } from './cues.js';
import { isYear } from './dates.js';
import { isNoInspectors, PEOPLE } from './notInspected.js';
import type { ReadSentence, Unvoiced } from './reading.js';
import { dueAt } from './status.js';
import { isQuote } from './verbs.js';
import { endsIn, WordClasses } from './wordClasses.js';
import { clauseFrom, type Words } from './words.js';

const PAGE_FURNITURE = placeOf('page-furniture');
const SCALE = placeOf('scale');
const JUDGEMENT_NOUN = placeOf('judgement-noun');
const JUDGING = placeOf('judging');
const ORDINARY_ADVERB = placeOf('ordinary-adverb');
const PAST_GRADE = placeOf('past-grade');
const GRADE_NEGATION = placeOf('grade-negation');
const COPULA = placeOf('copula');
const WISH = placeOf('wish');
const AREA = placeOf('area');

const OPEN = new Set([0x22, 0x27, 0x2018, 0x201c]);
const CLOSE = new Set([0x22, 0x27, 0x2019, 0x2018, 0x201d]);
/** What may follow a grade that is said of something: anything but the noun of an ordinary adjective. */
const FOLLOWERS = new Set(
  'any down up through respectively thereafter instead meanwhile and or but by in for at with overall according after before from to since when while until because as although though too again than on last this next nor if across under rather again throughout following despite within one now today yet once so then here there he she we it they i is was are were has have had not said says without ever'.split(
    ' ',
  ),
);
const STRONG =
  /^(requir|adequate and|inadequate$|need|strong standard|expected standard|urgent|unsatisfactory|perform)/;

/**
 * How a grade word came to be a judgement: `listed` needs another sign in the sentence, `adjective` is none, and
 * `undefined` leaves it to its neighbours.
 */
export const ALL_GROUNDS = ['cell', 'quoted', 'judging', 'noun', 'predicate', 'listed', 'adjective'] as const;
export type Grounds = (typeof ALL_GROUNDS)[number];

/** Is the grade word a judgement? ConText's question "is it a target at all", answered by what stands around it. */
export function groundsOf(words: Words, sentence: ReadSentence, grade: Mention): Grounds | undefined {
  const { from, to, id } = grade;
  if (hasCategory(sentence, PAGE_FURNITURE) || isOpinion(words, sentence)) return 'adjective';
  if (isNoInspectors(words, sentence, grade)) return 'adjective';
  if (isCell(words, sentence, grade)) return 'cell';
  if (isEnsured(words, sentence, from)) return 'adjective';
  const before = words.at(from - 1);
  const next = words.at(to);
  const strong = STRONG.test(id);
  if (next === 'enough' || (next === 'at' && isSkill(words, sentence, grade))) return 'adjective';
  const quoted = OPEN.has(words.mark(from - 1)) && CLOSE.has(words.mark(to));
  if (STANDARD.test(id) && (isOfArea(words, sentence, grade) || isReached(words, sentence, grade)))
    return 'predicate';
  // "Good: strong features": a key's entry, or a heading that tells its finding.
  if (from === sentence.from && from === 0 && words.mark(to) === 0x3a) return 'predicate';
  // "keeps the grade of good that it was given"
  if (before === 'of' && endsAt(sentence, JUDGEMENT_NOUN, from - 1)) return 'noun';
  if (INTERIM.test(id))
    return judgedBefore(words, sentence, from) && !quoted
      ? 'judging'
      : hasCategory(sentence, SCALE)
        ? undefined
        : 'adjective';
  // "They are inadequate no longer."
  if (next === 'no' && words.at(to + 1) === 'longer') return 'predicate';
  const noun = firstCue(sentence, JUDGEMENT_NOUN, to, Math.min(sentence.to, to + 4));
  if (noun && noun.from <= to + 2) return 'noun';
  // "the number rated inadequate rose": straight behind the verb of judging, whatever comes next.
  if (isStraightBehind(words, sentence, from) && !(words.isWord(to) && ORDINARY.has(next))) return 'judging';
  if (isNotYet(words, sentence, grade)) return 'predicate';
  const attributive = words.isWord(to) && !FOLLOWERS.has(next) && !words.isNumber(to) && !quoted;
  if (
    attributive &&
    EXTREME.has(id) &&
    INSPECTED.has(next) &&
    !(words.isWord(to + 1) && !FOLLOWERS.has(words.at(to + 1)))
  )
    return 'noun';
  if (attributive && !/^(requir|perform)/.test(id)) return 'adjective';
  const judged = judgedBefore(words, sentence, from);
  if (hasCue(sentence, ORDINARY_ADVERB, from - 1, from) && !(before === 'as' && judged))
    return strong && before === 'merely' ? 'predicate' : 'adjective';
  if (quoted) return 'quoted';
  if (strong && id.includes(' and ') && before === 'at') return 'predicate';
  if (isNamed(words, sentence, grade)) return 'predicate';
  // "Pennock (inadequate, 2022)", "out of inadequate at last", "to be judged at least good"
  if (
    words.mark(from - 1) === 0x28 &&
    (words.mark(to) === 0x29 || (words.mark(to) === 0x2c && words.isNumber(to + 1)))
  )
    return 'predicate';
  if (endsSeveral(sentence, PAST_GRADE, from - 4, from)) return 'predicate';
  if (before === 'least' && hasCategory(sentence, WISH)) return 'predicate';
  if (judged || saysSeveral(sentence, GRADE_NEGATION, from - 2, from)) return 'judging';
  const copula =
    hasCue(sentence, COPULA, from - 5, from) &&
    hasCue(sentence, COPULA, clauseFrom(words, sentence, from, 5), from);
  // "inadequate for the demand" is no grade on a scale.
  if (id === 'inadequate' && (next === 'for' || next === 'to')) return copula ? 'listed' : undefined;
  if (strong && (copula || /^(requir|perform)/.test(id))) return 'predicate';
  const wish = lastCue(sentence, WISH, from - 8, from);
  if (wish && (copula || before === 'to' || before === 'or')) return 'predicate';
  if (wish && wish.to === from && wish.from >= from - 4) return 'listed';
  // "Harbourne, inadequate in 2016, …"
  if (APPOSING.has(words.mark(from - 1)) && WHEN.has(next))
    return strong && isYear(words, to + 1) ? 'predicate' : 'listed';
  if (copula && dueAt(words, sentence, grade)) return 'predicate';
  if (copula && isPlainPredicate(words, sentence, grade)) return 'predicate';
  return copula ? 'listed' : undefined;
}

/** Marks before a grade that is said of the name before them, and what tells of when. */
const APPOSING = new Set([0x2c, 0x3a, 0x2013, 0x2014, 0x28]);
const WHEN = new Set(['in', 'since', 'at', 'again']);

/** Is there a mention of several words within tokens `[from, to)`? */
function saysSeveral(sentence: ReadSentence, place: number, from: number, to: number): boolean {
  if (!hasCategory(sentence, place)) return false;
  for (const m of sentence.mentions)
    if (m.place === place && m.from >= from && m.to <= to && m.to - m.from > 1) return true;
  return false;
}

/** The same, where it ends straight before token `to`. */
function endsSeveral(sentence: ReadSentence, place: number, from: number, to: number): boolean {
  if (!hasCategory(sentence, place)) return false;
  for (const m of sentence.mentions)
    if (m.place === place && m.from >= from && m.to === to && m.to - m.from > 1) return true;
  return false;
}

const LINKS = new Set([
  'is',
  'are',
  'was',
  'were',
  'remain',
  'remains',
  'remained',
  'become',
  'becomes',
  'became',
]);
const BETWEEN = new Set(
  'officially now again also still both each all already currently overall at least therefore too'.split(' '),
);
/** Words that are everyday praise and blame as often as grades: they need another sign. */
const EVERYDAY = new Set(['poor', 'weak', 'excellent', 'strong', 'exceptional']);
/** What is good without any inspector's scale. */
const UNGRADED = new Set(
  'morale things people attendance relationship relationships communication results news food accommodation building buildings staff colleagues weather turnout response pace relations friends lighting equipment premises atmosphere recommendations action actions ideas idea intentions something it this that what everything nothing they we i he she you'.split(
    ' ',
  ),
);

/** "Services for looked-after children are good." straight behind the verb, and the clause ends or gives its reason. */
function isPlainPredicate(words: Words, sentence: ReadSentence, { from, to, id }: Mention): boolean {
  if (EVERYDAY.has(id)) return false;
  let verb = from - 1;
  while (verb > sentence.from && BETWEEN.has(words.at(verb))) verb--;
  if (!LINKS.has(words.at(verb)) || verb === sentence.from) return false;
  const next = words.at(to);
  if (words.isWord(to) && !ENDERS.has(next)) return false;
  const last = words.mark(verb - 1) === 0 ? verb - 1 : verb - 2;
  // "Two remain outstanding": still to be done.
  if (
    id === 'outstanding' &&
    words.at(verb).startsWith('remain') &&
    /^(one|two|three|four|five|six|some|few|several|many|which|that)$/.test(words.at(last))
  )
    return false;
  // Of "the management of services for young people" the head stands before its first "of".
  let head = last;
  for (let i = last; i > Math.max(sentence.from, last - 10) && words.mark(i) === 0; i--)
    if (['of', 'for'].includes(words.at(i))) head = i - 1;
  return !UNGRADED.has(words.at(head));
}
const ENDERS = new Set(
  'at and but or because overall with while although though as when since again now'.split(' '),
);

/** "Good   Average   Poor": what a page asks of its readers. */
function isOpinion(words: Words, { from, to }: ReadSentence): boolean {
  if (to - from > 8) return false;
  for (let i = from; i < to; i++) if (OPINIONS.has(words, i, 1)) return true;
  return false;
}

const OPINIONS = new WordClasses([[1, 'average fair']]);

/** "Managers ensure that practice is good": what they see to, and no inspector gave. */
function isEnsured(words: Words, { from }: ReadSentence, grade: number): boolean {
  if (!LINKS.has(words.at(grade - 1))) return false;
  for (let i = grade - 2; i > Math.max(from, grade - 8); i--)
    if (words.at(i) === 'that') return ENSURING.has(words.at(i - 1));
  return false;
}
const ENSURING = new Set('ensure ensures ensured ensuring sure'.split(' '));

/** "The council is not yet good.", "We are not outstanding yet": of a body, and not of what it does. */
function isNotYet(words: Words, { from: start }: ReadSentence, { from, to }: Mention): boolean {
  const behind = words.at(to) === 'yet';
  const not = words.at(from - 1) === 'yet' ? from - 2 : behind ? from - 1 : -1;
  if (not <= start || words.at(not) !== 'not') return false;
  const end = behind ? to + 1 : to;
  if (words.isWord(end) && !ENDERS.has(words.at(end))) return false;
  const verb = not - 1;
  return OURS.has(words.at(verb)) || (LINKS.has(words.at(verb)) && BODY.has(words.at(verb - 1)));
}
const OURS = new Set(["we're", "they're"]);
const BODY = new Set(
  'we they it service services council authority borough county trust school home force area areas department'.split(
    ' ',
  ),
);

const OWNERS = new Set(['its', 'their', 'our', 'his', 'her', 'an', 'one']);
const BEHIND_NAME = new Set([
  'of',
  'in',
  'from',
  'it',
  'that',
  'for',
  'when',
  'since',
  'given',
  'was',
  'is',
  'and',
  'at',
]);

/** "Held on to its good", "the council’s good of 2020", "good is not the end of it": the grade as a thing with a name. */
function isNamed(words: Words, sentence: ReadSentence, { from, to, id }: Mention): boolean {
  const [before, next] = [words.at(from - 1), words.at(to)];
  if (words.isWord(to) && !BEHIND_NAME.has(next)) return false;
  const owned =
    OWNERS.has(before) ||
    (from - 1 >= sentence.from &&
      endsIn(words, from - 1, "'s") &&
      ['of', 'in', 'from', 'given'].includes(next));
  if (before === 'the' && ['which', 'that', 'it', 'they', 'we'].includes(next)) return true;
  if (owned && !(id === 'good' && next === 'of' && before !== 'its' && !/s$/.test(before))) return true;
  return (
    from <= sentence.from + 1 && ['is', 'was', 'means', 'does', 'will'].includes(next) && !EVERYDAY.has(id)
  );
}

const OCCASION = new Set('the its their this our each every both that last a one'.split(' '));

/** "Good at listening" is a skill; "good at its last inspection" tells when, and "the force is good at preventing crime" is a grade. */
function isSkill(words: Words, sentence: ReadSentence, { from, to }: Mention): boolean {
  if (OCCASION.has(words.at(to + 1)) || words.isNumber(to + 1)) return false;
  if (judgedBefore(words, sentence, from)) return false;
  return !(from - 2 >= sentence.from && LINKS.has(words.at(from - 1)) && INSPECTED.has(words.at(from - 2)));
}

const EXTREME = new Set(['outstanding', 'inadequate', 'excellent', 'unsatisfactory']);
const INSPECTED = new Set(
  'council councils authority authorities borough boroughs county counties force forces constabulary nursery nurseries home homes academy academies college colleges provider providers setting settings'.split(
    ' ',
  ),
);
const ORDINARY = new Set(
  'progress practice quality work behaviour support care help staff morale evidence examples example use reasons relationships communication outcomes news start idea response provision supervision standards time enough value attendance health company condition order teaching learning management leadership oversight'.split(
    ' ',
  ),
);
const JUDGED = new Set(
  'rated graded judged deemed branded classed ruled labelled rating judging grading scored ranked re-graded regraded'.split(
    ' ',
  ),
);

/** "rated good", "judged as good", "judged to be good", without an article. */
function isStraightBehind(words: Words, sentence: ReadSentence, from: number): boolean {
  let i = from - 1;
  if (words.at(i) === 'be' && words.at(i - 1) === 'to') i -= 2;
  else if (words.at(i) === 'as' || words.at(i) === 'overall' || words.at(i) === 'only') i--;
  if (i < sentence.from) return false;
  return JUDGED.has(words.at(i)) || (i === from - 3 && words.at(i) === 'found');
}

/** Grades whose words are everyday ones: only a verb of judging makes them one. */
const INTERIM = /^(improved|sustained|declined|need|urgent|expected|strong standard|exceptional)/;

const STANDARD = /^(need|urgent|require.* urgent|expected|strong standard|exceptional)/;

/** "Two of the seven areas are a strong standard", "attendance needs attention": said of an area, and not of pupils who reach it. */
function isOfArea(words: Words, sentence: ReadSentence, { from, to, id }: Mention): boolean {
  const next = words.at(to);
  if (words.isWord(to) && !FOLLOWERS.has(next) && next !== 'because' && next !== 'as') return false;
  if (next === 'in') return false;
  if (id === 'exceptional' && !['is', 'are', 'was', 'were', 'be'].includes(words.at(from - 1))) return false;
  const start = Math.max(sentence.from, from - 14);
  for (let i = start; i < from; i++) if (PEOPLE.has(words.at(i))) return false;
  if (hasCue(sentence, AREA, start, from)) return true;
  for (let i = start; i < from; i++)
    if (
      ['area', 'areas', 'grades', 'half', 'provision', 'attendance', 'form'].includes(words.at(i)) ||
      /^(one|two|three|four|five)$/.test(words.at(i))
    )
      return true;
  return false;
}

/** "We are at the strong standard for inclusion", "has reached the expected standard": said of those who are inspected. */
function isReached(words: Words, sentence: ReadSentence, { from, id }: Mention): boolean {
  if (!id.endsWith('standard')) return false;
  const the = isQuote(words, from - 1) ? from - 2 : from - 1;
  if (words.at(the) !== 'the' || !REACHED.has(words.at(the - 1))) return false;
  for (let i = Math.max(sentence.from, from - 14); i < from; i++) if (PEOPLE.has(words.at(i))) return false;
  return true;
}
const REACHED = new Set(['at', 'reached', 'reach', 'reaches', 'met', 'meets']);

/** A judging verb, or the noun of one, in the same clause before the grade. */
function judgedBefore(words: Words, sentence: ReadSentence, token: number): boolean {
  const verb = lastCue(sentence, JUDGING, token - 16, token);
  return verb !== undefined && clauseFrom(words, sentence, token, token - verb.from) === verb.from;
}

/** Is the grade all that its sentence has, as in a table with one cell a line? */
export const isAlone = (words: Words, sentence: Unvoiced, { from, to }: Mention): boolean =>
  from === sentence.from &&
  from === 0 &&
  (to === sentence.to || (to === sentence.to - 1 && words.mark(to) !== 0));

/** Does the grade fill a table cell, or stand behind a colon or a dash at the end of its line? */
export function isCell(words: Words, sentence: Unvoiced, { from, to }: Mention): boolean {
  // A line of prose that merely ends in the word behind a dash is no cell.
  const start = behindNumber(words, from);
  if (from - sentence.from > 16 && words.gap(start) !== CELL && words.mark(start - 1) !== 0x7c) return false;
  return isOpened(words, sentence, from) && isClosed(words, from, to);
}

/** "4 - Good", "2: Good": where a grade begins with its number. */
const behindNumber = (words: Words, from: number): number =>
  NUMBERING.has(words.mark(from - 1)) && words.isNumber(from - 2) ? from - 2 : from;

/** May a cell's text begin here? */
function isOpened(words: Words, sentence: Unvoiced, from: number): boolean {
  const before = words.mark(from - 1);
  const numbered = behindNumber(words, from);
  return (
    words.gap(numbered) === CELL ||
    isPipe(words.mark(numbered - 1)) ||
    (from === sentence.from && words.gap(from) === LINE) ||
    (LABELLING.has(before) && from - 1 > sentence.from) ||
    isLeader(words, from - 1)
  );
}

/** Does a cell, or its line, end behind the grade? */
function isClosed(words: Words, from: number, to: number): boolean {
  if (to >= words.reading.tokens.count) return true;
  const gap = words.gap(to);
  const after = words.mark(to);
  return (
    gap === LINE ||
    gap === CELL ||
    isPipe(after) ||
    after === 0x29 ||
    after === 0x28 ||
    (words.mark(from - 1) === 0x3a &&
      (after === 0x2e || after === 0x3b || (after === 0x2c && words.isNumber(to + 1))))
  );
}

const isPipe = (mark: number): boolean => mark === 0x7c || mark === 0x2f;
/** Marks between a figure and its grade, and between a label and its grade. */
const NUMBERING = new Set([0x2d, 0x2013, 0x3a, 0x2e]);
const LABELLING = new Set([0x3a, 0x2013, 0x2014, 0x2d, 0x28, 0x3f]);

/** Dots that lead the eye from a row's label to its grade. */
const isLeader = (words: Words, token: number): boolean =>
  words.mark(token) === 0x2026 || (words.mark(token) === 0x2e && words.mark(token - 1) === 0x2e);
