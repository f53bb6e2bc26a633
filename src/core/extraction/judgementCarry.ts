import { wholeOf } from './counts.js';
import { datesIn } from './dates.js';
import { shifted } from './draft.js';
import type { Quote } from './finding.js';
import { mentions, type ReadSentence } from './reading.js';
import type { Setting } from './status.js';
import type { Words } from './words.js';

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
export function aged(carry: JudgementCarry, length: number): JudgementCarry {
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
