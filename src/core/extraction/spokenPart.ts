import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import { hasCue } from './cues.js';
import type { ReadSentence } from './reading.js';
import type { Words } from './words.js';

const SPEECH = placeOf('speech');
/** Between the verb of speech and the quotation mark, in tokens: "said today:". */
const REACH = 3;
const OPENING_QUOTES = new Set([0x201c, 0x2018, 0x22]);
/** A colon or a comma. */
const LEADS_IN = new Set([0x3a, 0x2c]);

/** "Ann Dray, Director of Schools, said: “We are good.”": who says it, and the office, are not what is graded. */
export function spokenPart(words: Words, sentence: ReadSentence, mention: Mention): ReadSentence {
  if (!hasCategory(sentence, SPEECH)) return sentence;
  for (let i = sentence.from + 1; i < mention.from; i++) {
    if (!OPENING_QUOTES.has(words.mark(i)) || !LEADS_IN.has(words.mark(i - 1))) continue;
    return hasCue(sentence, SPEECH, i - REACH, i)
      ? { ...sentence, from: i, start: words.reading.tokens.start[i]! }
      : sentence;
  }
  return sentence;
}
