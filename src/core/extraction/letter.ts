import type { Unvoiced } from './reading.js';
import { mentions } from './reading.js';
import type { VoiceCarry } from './voiceCarry.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What a line that tells whose letter or report it is begins with. */
const OPENERS = new WordSet('this inspection date inspected a report dear');
const REPORT = new WordSet('report');
const INSPECTED = new WordSet('inspected visited graded judged');
const RELATIVES = new WordSet('parents parent families carers residents colleagues governors');

/** Does the sentence open or belong to somebody's own letter or report? `genre`: what kind of text it is. */
export function letterOf(words: Words, sentence: Unvoiced, genre: VoiceCarry['genre']): VoiceCarry['own'] {
  const { to } = sentence;
  const { reading } = words;
  // "1. This letter sets out …"
  const numbered = words.isNumber(sentence.from) && words.mark(sentence.from + 1) === 0x2e;
  const from = numbered ? sentence.from + 2 : sentence.from;
  if (genre === 'statistics' && weInspected(words, sentence)) return 'inspectorate';
  const opens = OPENERS.has(reading, from);
  if (opens && isOpening(words, from)) return 'inspectorate';
  if (to - from < 12 && mentions(sentence, 'inspectorate') && REPORT.hasAny(reading, from, to))
    return 'inspectorate';
  return opens && words.at(from) === 'dear' && RELATIVES.has(reading, from + 1) ? 'provider' : undefined;
}

/** "Of the homes that we have inspected": an inspectorate's own figures. */
function weInspected(words: Words, { from, to }: Unvoiced): boolean {
  const { reading } = words;
  for (let i = from; i < Math.min(to, from + 40); i++)
    if (words.at(i) === 'we' && (INSPECTED.has(reading, i + 1) || INSPECTED.has(reading, i + 2))) return true;
  return false;
}

/** "This letter", "Inspection dates", "Date of inspection": how inspectors begin. */
function isOpening(words: Words, from: number): boolean {
  const second = words.at(from + 1);
  switch (words.at(from)) {
    case 'this':
      return second === 'letter' || (second === 'report' && words.at(from + 2) === 'summarises');
    case 'inspection':
      return second === 'dates' || second === 'date' || second === 'report';
    case 'date':
      return second === 'of' && words.at(from + 2) === 'inspection';
    case 'inspected':
      return second === 'on';
    case 'a':
      return second === 'report' && words.at(from + 2) === 'on';
    case 'report':
      return second === 'card';
    default:
      return false;
  }
}
