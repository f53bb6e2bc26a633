import { clauseStart, commaFrom, firstNoun, isHard, type Range } from './clause.js';
import type { Place } from './measured.js';
import { counted } from './nounPhrases.js';
import type { ReadSentence } from './reading.js';
import { AND, CONJUNCTIONS, DETERMINERS, isOn, OPENERS, PRONOUNS, TOPICS } from './shareWords.js';
import { firstTime } from './times.js';
import type { Words } from './words.js';

const COMMA = 0x2c;
const PERCENT = 0x25;

/** What a share without a noun of its own is of: the topic in front, the noun of the share before, or the subject of the clause before. */
export function antecedent(words: Words, place: Place, from: number, own?: number): Range | undefined {
  const { sentence, before } = place;
  const topic = topicOf(words, sentence, place.share.from);
  if (topic) return topic;
  if (own !== undefined && own < from) {
    const noun = firstNoun(words, sentence, own, from);
    if (noun && isNamed(words, noun)) return noun;
  }
  if (place.noun) return place.noun;
  let end = from;
  for (let tries = 0; tries < 3 && end > sentence.from; tries++) {
    while (
      end > sentence.from &&
      (words.mark(end - 1) !== 0 || isOn(words, end - 1, CONJUNCTIONS | AND | OPENERS))
    )
      end--;
    const start = clauseStart(words, sentence, end, sentence.from);
    const noun = firstNoun(words, sentence, start, end);
    if (noun && isNamed(words, noun)) return noun;
    // "We looked at 50 records; 44% …"
    const object = noun && counted(words, start, end);
    if (object) return object;
    end = start;
  }
  if (!before) return undefined;
  const last =
    topicOf(words, before, before.to) ?? place.nounBefore ?? firstNoun(words, before, before.from, before.to);
  return last && isNamed(words, last) ? last : undefined;
}

/** Does a noun phrase say what it is of, and not only "they" or a number? */
const isNamed = (words: Words, noun: Range): boolean =>
  !isOn(words, noun.from, PRONOUNS) && !words.isNumber(noun.from);

/** "Of the children whose records we read, …": what stands between the preposition and the comma. */
export function topicOf(words: Words, sentence: ReadSentence, limit: number): Range | undefined {
  let from = sentence.from;
  while (
    from < limit &&
    from - sentence.from < 4 &&
    ((words.mark(from) !== 0 && words.mark(from) !== PERCENT) || words.isNumber(from))
  )
    from++;
  const inFront = topicAt(words, sentence, from, limit);
  if (inFront) return inFront;
  const within = clauseWithOf(words, sentence, limit);
  return within === undefined ? undefined : topicAt(words, sentence, within, limit);
}

/** The topic that begins at a token, if one does. */
function topicAt(words: Words, sentence: ReadSentence, at: number, limit: number): Range | undefined {
  if (!isOn(words, at, TOPICS)) return undefined;
  const next = words.at(at + 1);
  if (next === 'which' || next === 'whom') return undefined;
  const comma = commaFrom(words, at, Math.min(limit, at + 16)) ?? limit;
  let start = at + 1;
  while (start < comma && (isOn(words, start, DETERMINERS) || words.isNumber(start))) start++;
  if (comma <= start || comma - start > 14 || comma > limit) return undefined;
  return firstTime(words, sentence, start, comma, start + 2) ? undefined : { from: start, to: comma };
}

/** "; of those still at school one in three": a clause in mid-sentence that begins with "of". */
function clauseWithOf(words: Words, sentence: ReadSentence, limit: number): number | undefined {
  for (let i = limit - 1; i > Math.max(sentence.from, limit - 40); i--)
    if (
      isOn(words, i, TOPICS) &&
      (isHard(words, i - 1) || words.mark(i - 1) === COMMA || isOn(words, i - 1, CONJUNCTIONS))
    )
      return i;
  return undefined;
}
