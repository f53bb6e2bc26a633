import type { Unvoiced } from './reading.js';
import { mentions, mentionsOf } from './reading.js';
import type { VoiceCarry } from './voiceCarry.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** What a line that tells whose letter or report it is begins with. */
const OPENERS = new WordSet('this inspection date inspected a report dear');
const REPORT = new WordSet('report');
const INSPECTED = new WordSet('inspected visited graded judged');
const RELATIVES = new WordSet('parents parent families carers residents colleagues governors');

/** Does the sentence open or belong to somebody's own letter or report? `title`: it is a line like a heading. */
export function letterOf(
  words: Words,
  sentence: Unvoiced,
  { genre, last, reporting }: VoiceCarry,
  title: boolean,
): VoiceCarry['own'] {
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
  if (
    title &&
    !reporting &&
    genre !== 'paper' &&
    ((last === undefined && isLetterhead(sentence)) || isTitle(words, from, to))
  )
    return 'inspectorate';
  return opens && words.at(from) === 'dear' && RELATIVES.has(reading, from + 1) ? 'provider' : undefined;
}

/** An inspectorate's name and nothing else. */
const isLetterhead = (sentence: Unvoiced): boolean =>
  mentionsOf(sentence, 'inspectorate').some(m => m.from === sentence.from && m.to === sentence.to);

/** "Joint area review", "PEEL 2023-25", "An inspection of Weald Police", "Report of a joint inspection": what inspectors call their reports. */
function isTitle(words: Words, from: number, to: number): boolean {
  const second = words.at(from + 1);
  switch (words.at(from)) {
    case 'joint':
      return second === 'area' && words.at(from + 2) === 'review';
    case 'peel':
      return words.isNumber(from + 1);
    case 'an':
      return second === 'inspection' && words.at(from + 2) === 'of';
    case 'report':
      return (second === 'of' || second === 'following') && VISITS.hasAny(words.reading, from + 2, to);
    default:
      return false;
  }
}
const VISITS = new WordSet('inspection reinspection re-inspection visit monitoring');

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
