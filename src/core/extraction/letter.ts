import type { Unvoiced } from './reading.js';
import { mentions } from './reading.js';
import type { VoiceCarry } from './voiceCarry.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What a line that tells whose letter or report it is begins with. */
const OPENERS = new WordSet('this inspection date inspected a report dear');
const REPORT = new WordSet('report');
const RELATIVES = new WordSet('parents parent families carers residents colleagues governors');

/** Does the sentence open or belong to somebody's own letter or report? */
export function letterOf(words: Words, sentence: Unvoiced): VoiceCarry['own'] {
  const { from, to } = sentence;
  const { reading } = words;
  const opens = OPENERS.has(reading, from);
  if (opens && isOpening(words, from)) return 'inspectorate';
  if (to - from < 12 && mentions(sentence, 'inspectorate') && REPORT.hasAny(reading, from, to))
    return 'inspectorate';
  return opens && words.at(from) === 'dear' && RELATIVES.has(reading, from + 1) ? 'provider' : undefined;
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
