import { clauseStart, commaFrom, firstNoun, isHard, type Range } from './clause.js';
import type { Place } from './measure.js';
import { counted } from './nounPhrases.js';
import { timesIn } from './period.js';
import type { ReadSentence } from './reading.js';
import { CONJUNCTIONS, DETERMINERS, OPENERS, PRONOUNS } from './shareWords.js';
import type { Words } from './words.js';

const COMMA = 0x2c;
const PERCENT = 0x25;

/** What a share without a noun of its own is of: the topic in front, the noun of the share before, or the subject of the clause before. */
export function antecedent(words: Words, place: Place, from: number, own?: number): Range | undefined {
  const { sentence, before } = place;
  const fits = (noun: Range | undefined): noun is Range =>
    noun !== undefined && !PRONOUNS.has(words.at(noun.from)) && !words.isNumber(noun.from);
  const topic = topicOf(words, sentence, place.share.from);
  if (topic) return topic;
  if (own !== undefined && own < from) {
    const noun = firstNoun(words, sentence, own, from);
    if (fits(noun)) return noun;
  }
  if (place.noun) return place.noun;
  let end = from;
  for (let tries = 0; tries < 3 && end > sentence.from; tries++) {
    while (
      end > sentence.from &&
      (words.mark(end - 1) !== 0 ||
        CONJUNCTIONS.has(words.at(end - 1)) ||
        words.at(end - 1) === 'and' ||
        OPENERS.has(words.at(end - 1)))
    )
      end--;
    const start = clauseStart(words, sentence, end, sentence.from);
    const noun = firstNoun(words, sentence, start, end);
    if (fits(noun)) return noun;
    // "We looked at 50 records; 44% …"
    const object = noun && counted(words, start, end);
    if (object) return object;
    end = start;
  }
  if (!before) return undefined;
  const last =
    topicOf(words, before, before.to) ?? place.nounBefore ?? firstNoun(words, before, before.from, before.to);
  return fits(last) ? last : undefined;
}

/** "Of the children whose records we read, …": what stands between the preposition and the comma. */
export function topicOf(words: Words, sentence: ReadSentence, limit: number): Range | undefined {
  let from = sentence.from;
  while (
    from < limit &&
    from - sentence.from < 4 &&
    ((words.mark(from) !== 0 && words.mark(from) !== PERCENT) || words.isNumber(from))
  )
    from++;
  for (const at of [from, clauseWithOf(words, sentence, limit)])
    if (at !== undefined && TOPICS.has(words.at(at)) && !['which', 'whom'].includes(words.at(at + 1))) {
      const comma = commaFrom(words, at, Math.min(limit, at + 16)) ?? limit;
      let start = at + 1;
      while (start < comma && (DETERMINERS.has(words.at(start)) || words.isNumber(start))) start++;
      const times = timesIn(words, sentence, start, comma);
      if (times.some(t => t.from <= start + 1) || comma - start > 14) continue;
      if (comma > start && comma < limit + 1) return { from: start, to: comma };
    }
  return undefined;
}

const TOPICS = new Set(['of', 'among', 'amongst']);

/** "; of those still at school one in three": a clause in mid-sentence that begins with "of". */
function clauseWithOf(words: Words, sentence: ReadSentence, limit: number): number | undefined {
  for (let i = limit - 1; i > Math.max(sentence.from, limit - 40); i--)
    if (
      TOPICS.has(words.at(i)) &&
      (isHard(words, i - 1) || words.mark(i - 1) === COMMA || CONJUNCTIONS.has(words.at(i - 1)))
    )
      return i;
  return undefined;
}
