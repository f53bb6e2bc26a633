import { isAdverb } from './verbs.js';
import type { ReadSentence } from './reading.js';
import { isBullet } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const [COMMA, STOP] = [0x2c, 0x2e];
const LOOKING = new WordSet('inspectors they we hmi');
const MEETING = new WordSet('spoke met interviewed held observed');
const FROM_FINDING = new WordSet(
  'found saw said told heard that who but however noted reported where which because so praised described when be some whose',
);
/** In tokens. */
const LONGEST = 60;

/** "Inspectors spoke to carers, met the chief executive and held meetings with partners.": how they went about it. */
export function isMethod(words: Words, { from, to }: ReadSentence): boolean {
  if (to - from > LONGEST) return false;
  let at = from;
  while (at < to && (isBullet(words.mark(at)) || words.isNumber(at) || words.mark(at) === STOP)) at++;
  if (words.at(at) === 'in' && words.at(at + 1) === 'addition' && words.mark(at + 2) === COMMA) at += 3;
  if (considersEvidence(words, at, to)) return true;
  if (!LOOKING.has(words.reading, at)) return false;
  at++;
  while (isAdverb(words, at)) at++;
  return MEETING.has(words.reading, at) && !FROM_FINDING.hasAny(words.reading, at + 1, to);
}

/** "A range of evidence was considered, including case records", "Inspectors looked at a range of evidence": and nothing found in it. */
function considersEvidence({ reading }: Words, from: number, to: number): boolean {
  const near = Math.min(to, from + OPENING);
  return (
    RANGE.hasAny(reading, from, near) &&
    EVIDENCE.hasAny(reading, from, near) &&
    CONSIDERED.hasAny(reading, from, near) &&
    !FROM_FINDING.hasAny(reading, from, to)
  );
}
/** In tokens. */
const OPENING = 10;
const RANGE = new WordSet('range variety');
const EVIDENCE = new WordSet('evidence documents documentation');
const CONSIDERED = new WordSet('considered looked reviewed examined scrutinised used gathered');
