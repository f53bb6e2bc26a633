import type { Mention } from '../lexicon/entry.js';
import type { ReadSentence } from './reading.js';
import type { Words } from './words.js';

/** Of whom a standard may be reached that is none of an inspection. */
export const PEOPLE = new Set(['pupils', 'pupil', 'children', 'students', 'learners', 'child', 'year']);

/** Is a grade's word what a test or a survey says, and no inspector? */
export const isNoInspectors = (words: Words, sentence: ReadSentence, grade: Mention): boolean =>
  isAttained(words, sentence, grade) || isSurveyed(words, sentence, grade);

/** "54% of pupils met the expected standard", "38% were at the expected standard in writing": what tests measure, and no inspector. */
function isAttained(words: Words, sentence: ReadSentence, { from, to, id }: Mention): boolean {
  if (!id.endsWith('standard')) return false;
  const the = words.at(from - 1) === 'the' ? from - 1 : from;
  const at = words.at(the - 1) === 'at';
  if (!at && !ATTAINED.has(words.at(the - 1))) return false;
  if (words.at(to) === 'in' && isTested(words, to + 1, Math.min(sentence.to, to + 6))) return true;
  if (isTested(words, Math.max(sentence.from, the - 8), the)) return true;
  if (at) return false;
  for (let i = Math.max(sentence.from, the - 8); i < the; i++)
    if (PEOPLE.has(words.at(i)) && (words.at(i) !== 'year' || words.isNumber(i + 1))) return true;
  // "44% achieved the expected standard"
  return words.mark(the - 2) === 0x25 || ['cent', 'pc'].includes(words.at(the - 2));
}
const ATTAINED = new Set(
  'reached reach reaches reaching met meet meets meeting achieved achieve achieves achieving attained attain attaining'.split(
    ' ',
  ),
);

/** Is a test or what it tests named among tokens `[from, to)`? */
function isTested(words: Words, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (TESTED.has(words.at(i)) || (words.at(i) === 'key' && words.at(i + 1) === 'stage')) return true;
  return false;
}
const TESTED = new Set(
  'reading writing maths mathematics science phonics spelling attainment ks1 ks2'.split(' '),
);

/** "90% of families rated the service good", "foster carers scored it as excellent": what a survey’s answers are, on no inspector’s scale. */
function isSurveyed(words: Words, { from }: ReadSentence, { from: grade }: Mention): boolean {
  for (let i = grade - 1; i > Math.max(from, grade - 10); i--) {
    if (!RATED.has(words.at(i))) continue;
    // "services for children rated ‘good’": what is rated stands before.
    if (i + 1 === grade || (i + 2 === grade && (words.mark(i + 1) !== 0 || words.at(i + 1) === 'as')))
      return false;
    let who = i - 1;
    while (who > i - 4 && BESIDE_RATER.has(words.at(who))) who--;
    return RATERS.has(words.at(who));
  }
  return false;
}
const RATED = new Set('rated rate rates scored score described'.split(' '));
const BESIDE_RATER = new Set('who have had surveyed also responding responded that all we asked'.split(' '));
const RATERS = new Set(
  'families parents carers children people residents respondents customers users tenants pupils students staff workers employees practitioners participants attendees'.split(
    ' ',
  ),
);
