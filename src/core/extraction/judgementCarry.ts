import { wholeOf } from './counts.js';
import { datesIn } from './dates.js';
import { shifted } from './draft.js';
import type { Quote } from './finding.js';
import { cellStarts } from './frame.js';
import { mentions, type ReadSentence } from './reading.js';
import type { Setting } from './status.js';
import { PREPOSITIONS } from './verbs.js';
import type { Words } from './words.js';

export interface JudgementCarry extends Setting {
  /** What was spoken of last: a heading, or the subject of the last sentence. Lasts for two paragraphs. */
  readonly subject?: Quote | undefined;
  readonly age?: number | undefined;
  /** The whole of which the next sentence counts parts: "10 outcome areas". */
  readonly of?: number | undefined;
  readonly counted?: Quote | undefined;
  /** The cells of the table's header, while its rows last. */
  readonly header?: readonly Quote[] | undefined;
  /** The paragraph before was a grade and nothing else: another one is of the next column. */
  readonly alone?: boolean;
}
export const noJudgement: JudgementCarry = { date: '', visit: false };

/** The report's date and kind, from its first lines and wherever it says them. */
export function learn(words: Words, sentence: ReadSentence, carry: JudgementCarry): JudgementCarry {
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

export function remember(
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
    subject: short ? headed(words, sentence, carry) : carry.subject,
    age: short ? 0 : carry.age,
  };
}

/** The heading, with the line before where it only goes on: "The experiences of children who need" / "help and protection". */
function headed(words: Words, sentence: ReadSentence, carry: JudgementCarry): Quote {
  const line = words.quote(sentence.from, sentence.to);
  const before = carry.subject;
  if (!before || before.end !== -1 || before.text.length > 160 || words.isCapital(sentence.from)) return line;
  return { text: `${before.text}\n${line.text}`, start: before.start, end: line.end };
}

/** Keeps the header of a table as long as the frame has its columns. */
export function withHeader(words: Words, sentence: ReadSentence, carry: JudgementCarry): JudgementCarry {
  if (!carry.frame?.columns) return carry.header ? { ...carry, header: undefined } : carry;
  if (sentence.from > 0 || mentions(sentence, 'grade')) return carry;
  const starts = cellStarts(words, sentence);
  const header = starts.slice(0, 8).map((from, i): Quote => {
    let to = starts[i + 1] ?? sentence.to;
    while (to > from && words.mark(to - 1) !== 0) to--;
    return to > from && to - from < 12 ? words.quote(from, to) : { text: '', start: 0, end: 0 };
  });
  return { ...carry, header };
}

/** "Published: 3 March 2019", "Page 4", "By our reporter": lines that name no subject. */
function isNotice(words: Words, sentence: ReadSentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if ((words.isNumber(i) && words.mark(i - 1) !== 0x2d) || words.mark(i) === 0x3a) return true;
  // A line that a wrap has cut.
  if (PREPOSITIONS.has(words.at(sentence.to - 1)) || words.at(sentence.to - 1) === 'since') return true;
  return ['by', 'dear', 'notes', 'page', 'press', 'news'].includes(words.at(sentence.from));
}

/** The carry as the next paragraph counts it: positions from its own start, and nothing older than two paragraphs. */
export function aged(carry: JudgementCarry, length: number): JudgementCarry {
  if (!carry.subject && carry.age === undefined && carry.of === undefined && !carry.counted && !carry.header)
    return carry;
  const { subject, age = 0, of, counted, header } = carry;
  // One cell a line: the label stays for the grade of the next column.
  const keep = subject && (age < 1 || (carry.alone === true && age < 2));
  const counts = of !== undefined && counted && counted.start >= 0;
  return {
    ...carry,
    subject: keep ? shifted(subject, -length) : undefined,
    age: keep ? age + 1 : undefined,
    of: counts ? of : undefined,
    counted: counts ? shifted(counted, -length) : undefined,
    header: header && isNear(header, length) ? header.map(cell => shifted(cell, -length)) : undefined,
  };
}

/** A header is forgotten in a long table, so that an edit to it re-reads only so much. */
const isNear = (header: readonly Quote[], length: number): boolean =>
  header.every(cell => cell.start - length > -4000);
