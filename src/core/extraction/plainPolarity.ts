import type { Polarity } from './finding.js';
import type { ReadSentence } from './reading.js';
import { isQuote } from './verbs.js';
import { WordClasses } from './wordClasses.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const BE = 1 << 0;
const HAVE = 1 << 1;
const GOOD = 1 << 2;
const BAD = 1 << 3;
/** Between a verb and what it says: "is still far too". */
const DEGREE = 1 << 4;
/** Verbs that say by themselves which way it went. */
const ROSE = 1 << 5;
const FELL = 1 << 6;
const NOUN_GOOD = 1 << 7;
const NOUN_BAD = 1 << 8;
/** What turns a predicate round, or joins another one to it. */
const TURN = 1 << 9;
/** "has got better" */
const BETTER = 1 << 10;
const WORSE = 1 << 11;
const BECOME = 1 << 12;
/** What has been done for the better, or has to be. */
const MENDED = 1 << 13;
const PRAISED = 1 << 14;
const BLAMED = 1 << 15;
const WORKS = 1 << 16;
const MUST = 1 << 17;

const WORDS = new WordClasses([
  [BE, 'is are was were remains remain remained'],
  [HAVE, 'has have had'],
  [
    GOOD,
    'good effective strong excellent impressive thorough timely exemplary robust prompt swift skilful skilled better stronger quicker faster swifter safer calmer smoother steadier sharper',
  ],
  [
    BAD,
    'weak poor ineffective inconsistent inadequate underdeveloped unsatisfactory disorganised patchy failing wanting insufficient unsafe worrying variable slow unreliable uneven limited worse slower fragile',
  ],
  [
    DEGREE,
    'very too highly consistently still now also far extremely particularly generally always sufficiently really so quite yet much',
  ],
  [ROSE, 'improved'],
  [FELL, 'deteriorated worsened declined weakened plummeted'],
  [NOUN_GOOD, 'strength'],
  [NOUN_BAD, 'weakness concern'],
  [
    TURN,
    'not no never nor but although though however while yet except unless and or who that which if when before',
  ],
  [BETTER, 'better stronger'],
  [WORSE, 'worse weaker poorer'],
  [BECOME, 'got become grown'],
  [MENDED, 'strengthened transformed'],
  [PRAISED, 'praised commended'],
  [BLAMED, 'criticised'],
  [WORKS, 'works work'],
  [MUST, 'must needs need should'],
]);
/** In tokens. */
const LONGEST = 14;

/** What a statement says, and the token that says it; the verb behind its subject. */
export interface Plain {
  readonly polarity: Polarity;
  readonly at: number;
  readonly verb: number;
}

/**
 * Of a short statement that is nothing but a subject and what it is: "Adoption work is too slow.", "Morale has
 * declined.", "Supervision is a weakness." `undefined` for any other sentence.
 */
export function plainPolarity(words: Words, { from, to }: ReadSentence): Plain | undefined {
  const closed = isQuote(words, to - 1);
  const end = closed ? to - 2 : to - 1;
  if (words.mark(end) !== STOP || to - from > 2 * LONGEST) return undefined;
  return closed
    ? quoted(words, from, end)
    : (clause(words, from, end) ?? told(words, from, end) ?? reported(words, from, end));
}

/** "Ann Dray, the director, said: “Supervision is weak.”" */
function quoted(words: Words, from: number, end: number): Plain | undefined {
  for (let i = from + 1; i < end; i++)
    if (isQuote(words, i))
      return words.mark(i - 1) === COLON || words.mark(i - 1) === COMMA
        ? clause(words, i + 1, end)
        : undefined;
  return undefined;
}
const [STOP, COLON] = [0x2e, 0x3a];

/** "Inspectors found that supervision is weak." */
function reported(words: Words, from: number, end: number): Plain | undefined {
  for (let i = from + 1; i < Math.min(end, from + LONGEST_FRAME); i++) {
    if (words.at(i) === 'that')
      return SAYING.has(words.reading, i - 1) ? clause(words, i + 1, end) : undefined;
    if (words.mark(i) !== 0 || WORDS.has(words, i, TURN | BE)) return undefined;
  }
  return undefined;
}
/** In tokens. */
const LONGEST_FRAME = 8;
const SAYING = new WordSet(
  'found said says noted notes reported reports states stated adds added inspectors us',
);

/** "Inspectors criticised the virtual school.", "There are serious failings in supervision." */
function told(words: Words, from: number, end: number): Plain | undefined {
  if (!TELLING.has(words.reading, from + (words.at(from) === 'the' ? 1 : 0))) return undefined;
  let at = -1;
  for (let i = from; i < end; i++) {
    if (WORDS.has(words, i, TURN) && words.at(i) !== 'and') return undefined;
    if (at < 0 && i - from < 6 && SAID.has(words, i, PRAISE | BLAME)) at = i;
  }
  if (at < 0) return undefined;
  return { polarity: SAID.has(words, at, PRAISE) ? 'strength' : 'weakness', at, verb: at };
}
const TELLING = new WordSet('inspectors ofsted there report inspection they');
const PRAISE = 1 << 0;
const BLAME = 1 << 1;
const SAID = new WordClasses([
  [PRAISE, 'praised commended impressed strengths favourably complimentary'],
  [BLAME, 'criticised critical weaknesses failings concerned shortcomings deficiencies'],
]);

/** The same of two statements that contradict each other: "Plans are good; reviews are weak.", "While …, …": tokens that say so. */
export function plainlyMixed(
  words: Words,
  { from, to }: ReadSentence,
): readonly [number, number] | undefined {
  const end = to - 1;
  if (words.mark(end) !== 0x2e || to - from > 2 * LONGEST) return undefined;
  const opens = OPENING.has(words.reading, from);
  const start = opens ? from + 1 : from;
  for (let i = start; i < end; i++) {
    if (words.mark(i) !== (opens ? COMMA : SEMICOLON)) continue;
    const first = clause(words, start, i);
    const second = first && clause(words, i + 1, end);
    return second && first.polarity !== second.polarity ? [first.at, second.at] : undefined;
  }
  return undefined;
}
const OPENING = new WordSet('while although though whilst');
const [COMMA, SEMICOLON] = [0x2c, 0x3b];

/** A clause that ends before token `end`. */
function clause(words: Words, from: number, end: number): Plain | undefined {
  if (end - from > LONGEST) return undefined;
  const plain = predicate(words, from, end);
  if (!plain || plain.verb <= from) return undefined;
  for (let i = from; i < plain.verb; i++)
    if (words.mark(i) === COMMA || WORDS.has(words, i, TURN | BE | HAVE)) return undefined;
  return plain;
}

/** What the words before the full stop say, and where their verb stands. */
function predicate(words: Words, from: number, end: number): Plain | undefined {
  const at = end - 1;
  const last = WORDS.at(words, at);
  const say = (is: boolean, verb: number, token = at): Plain => ({
    polarity: is ? 'strength' : 'weakness',
    at: token,
    verb,
  });
  const is = (token: number, classes: number): boolean => WORDS.has(words, token, classes);
  let before = at - 1;
  if (words.at(at) === 'well') return is(before, WORKS) ? say(true, before) : undefined;
  if (words.at(at) === 'inspectors' && words.at(before) === 'by' && is(before - 2, BE))
    return is(before - 1, PRAISED | BLAMED)
      ? say(is(before - 1, PRAISED), before - 2, before - 1)
      : undefined;
  if (words.at(at) === 'improve') {
    if (words.at(before) === 'to') before--;
    return is(before, MUST) ? say(false, before, before) : undefined;
  }
  if ((last & (BETTER | WORSE)) !== 0) {
    while (is(before, DEGREE)) before--;
    return is(before, BECOME) && is(before - 1, HAVE) ? say((last & BETTER) !== 0, before - 1) : undefined;
  }
  if ((last & MENDED) !== 0) {
    if (words.at(before) === 'been' && is(before - 1, HAVE)) return say(true, before - 1);
    return words.at(before) === 'be' && is(before - 1, MUST) ? say(false, before - 1) : undefined;
  }
  if ((last & (NOUN_GOOD | NOUN_BAD)) !== 0) {
    // "is a significant weakness"
    while (before > from && words.at(before) !== 'a' && end - before < 5) before--;
    if (words.at(before) !== 'a') return undefined;
    before--;
  }
  const enough = words.at(at) === 'enough' && is(before, GOOD);
  const adjective = enough ? before : at;
  if (enough) before--;
  if (!enough && (last & (GOOD | BAD | ROSE | FELL | NOUN_GOOD | NOUN_BAD)) === 0) return undefined;
  while (before > from && is(before, DEGREE)) before--;
  // "is not yet good enough", "has not improved"
  const not = words.at(before) === 'not';
  if (not) before--;
  // "has been uneven"
  const been = (last & (ROSE | FELL)) === 0 && words.at(before) === 'been' && is(before - 1, HAVE);
  if (been) before--;
  else if (!is(before, (last & (ROSE | FELL)) !== 0 ? HAVE : BE)) return undefined;
  const good = enough || (last & (GOOD | ROSE | NOUN_GOOD)) !== 0;
  // What is not weak need not be strong.
  return not && !good ? undefined : say(good && !not, before, adjective);
}
