import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import type { Quote } from './finding.js';
import type { Grounds } from './gradeWords.js';
import type { JudgementCarry } from './judgementCarry.js';
import { objectAfter, subjectBefore } from './nounPhrase.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import type { Words } from './words.js';

export function subjectOf(
  words: Words,
  sentence: ReadSentence,
  mention: Mention,
  grounds: Grounds,
  carry: JudgementCarry,
  counted?: Quote,
): Quote | undefined {
  if (counted) return counted;
  if (grounds === 'cell') return rowLabel(words, sentence, mention) ?? carry.subject;
  const judging = mentionsOf(sentence, 'judging', sentence.from, mention.from).at(-1);
  const copula = mentionsOf(sentence, 'copula', sentence.from, mention.from).at(-1);
  if (judging && (!copula || copula.to < judging.from - 1 || copula.from >= judging.to)) {
    const object = objectAfter(words, sentence, judging.to, mention.from);
    const isGrade =
      object && mentionsOf(sentence, 'grade').some(g => g.start < object.end && object.start < g.end);
    if (object && !isGrade && !PRONOUN.test(object.text)) return object;
  }
  const verb = [judging, copula].filter(m => m !== undefined).sort((a, b) => b.from - a.from)[0];
  if (!verb) return subjectBefore(words, sentence, mention.from);
  return subjectBefore(words, sentence, verb.from);
}

const PRONOUN = /^(in|by|as|from|to|at|them|it|its|that)\b/i;

/** The first cell of a table row, or what stands before the colon. */
function rowLabel(words: Words, sentence: ReadSentence, mention: Mention): Quote | undefined {
  let to = sentence.from;
  while (to < mention.from && words.mark(to) === 0x7c) to++;
  while (to < mention.from && words.isNumber(to)) to++;
  const from = to;
  while (
    to < mention.from &&
    !(to > from && words.gap(to) === CELL) &&
    ![0x7c, 0x3a, 0x2013, 0x2014, 0x2026].includes(words.mark(to)) &&
    !(words.mark(to) === 0x2e && words.mark(to + 1) === 0x2e)
  )
    to++;
  if (to === mention.from && words.gap(to) !== CELL) return undefined;
  let start = from;
  if (['the', 'a'].includes(words.at(start))) start++;
  if (
    words.at(start) === 'overall' &&
    words.at(start + 1) === 'effectiveness' &&
    words.at(start + 2) === 'of'
  )
    start += 3;
  while (to > start && words.mark(to - 1) !== 0 && words.mark(to - 1) !== 0x29) to--;
  return to > start ? words.quote(start, to) : undefined;
}
