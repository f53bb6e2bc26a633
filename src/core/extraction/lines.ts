import { mentions, type ReadSentence, type Unvoiced } from './reading.js';
import { isRelative, isVerbal } from './verbs.js';
import { isBullet } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const OPEN = 0x28;

/** An entry of a list, by its bullet or number. */
export const isEntry = (words: Words, sentence: ReadSentence): boolean =>
  isBullet(words.mark(sentence.from)) || words.mark(sentence.from) === OPEN || hasRNumber(words, sentence);

/** "R1. raise the quality of teaching": an entry of a numbered list. */
export function hasRNumber(words: Words, { from }: Unvoiced): boolean {
  const { text, tokens } = words.reading;
  // Most sentences do not begin with an "R" at all.
  if ((text.charCodeAt(tokens.start[from]!) | 0x20) !== 0x72 || tokens.end[from]! - tokens.start[from]! > 3)
    return false;
  return /^r\d{1,2}$/.test(words.at(from)) || (words.at(from) === 'r' && words.isNumber(from + 1));
}

/** "7. Secure the attendance of …", "7) …": what begins its line with a number of its own. */
export function isNumberedEntry(words: Words, { from }: Unvoiced): boolean {
  if (from > 0 || !words.isNumber(from)) return false;
  const next = words.mark(from + 1);
  return next === 0x2e || next === 0x29;
}

/** "Timely health assessments.", "The quality of plans, so that they are clear.": a line of its own that names a thing and says nothing of it. */
export function isNamedAlone(words: Words, { from, to }: Unvoiced): boolean {
  if (from > 0 || to < words.reading.tokens.count || to > LONGEST_HEAD) return false;
  for (let i = 0; i < to && words.mark(i) !== 0x2c; i++) {
    if (isRelative(words, i) || words.at(i) === 'that') return true;
    if (isVerbal(words, i)) return false;
  }
  return true;
}

/** "Present: Councillors A Iqbal, …", "In attendance: …": who was there, and nothing that is found. */
export function isAttendance(words: Words, { from }: Unvoiced): boolean {
  const at = words.at(from) === 'in' || words.at(from) === 'also' ? from + 1 : from;
  return words.mark(at + 1) === COLON && THERE.has(words.reading, at);
}
const COLON = 0x3a;
const THERE = new WordSet('present attendance attendees apologies absent');

const PER_CENT = new WordSet('per cent pc');

/** A cell of a table that holds a share alone: "61%", "about 12 per cent" is none. A bare number may be a page's. */
export function isFigure(words: Words, { from, to }: ReadSentence): boolean {
  if (!words.isNumber(from) || to === from + 1) return false;
  for (let i = from + 1; i < to; i++)
    if (!words.isNumber(i) && words.isWord(i) && !PER_CENT.has(words.reading, i)) return false;
  return true;
}

/** A line that only names what follows: no full stop, few words, and nothing that judges. */
export function isHeading(words: Words, sentence: ReadSentence): boolean {
  const { tokens } = words.reading;
  const last = words.mark(sentence.to - 1);
  // "What does the home need to do to improve?": a question alone on its line, as reports head their sections.
  if (last === 0x3f && sentence.from === 0 && sentence.to === tokens.count)
    return /^(what|how|is|are|does|do)$/.test(words.at(0));
  if (
    last === 0x2e ||
    last === 0x21 ||
    last === 0x3f ||
    last === 0x201d ||
    last === 0x3b ||
    sentence.to < tokens.count
  )
    return false;
  const count = sentence.to - sentence.from;
  const tells = mentions(sentence, 'praise') || mentions(sentence, 'blame');
  return !tells && (count <= 14 || (sentence.from === 0 && count < 20));
}

/** A line of its own that no full stop ends and no entry is: whatever it says, a section ends there. */
export function isSectionHead(words: Words, sentence: ReadSentence): boolean {
  const { from, to } = sentence;
  if (from > 0 || to < words.reading.tokens.count || to > LONGEST_HEAD || words.isNumber(from)) return false;
  return !CLOSING.has(words.mark(to - 1));
}
/** In tokens. */
const LONGEST_HEAD = 30;
/** A full stop and the like; and a colon, behind which the entries of the section come. */
const CLOSING = new Set(Array.from('.;:!,', mark => mark.charCodeAt(0)));
