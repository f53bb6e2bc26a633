import type { Quote } from './finding.js';
import type { ReadSentence } from './reading.js';
import type { Words } from './words.js';

const DETERMINERS = new Set(
  'the a an its their our his her this that these those all both every each any no your my'.split(' '),
);
const AUXILIARIES = new Set(
  'is are was were be been being has have had will would must should may might can could shall remains remain remained stays stay stayed keeps keep kept becomes became become continues continue gets got does do did'.split(
    ' ',
  ),
);
const PRONOUNS = new Set(
  'it they he she we i you them which who that this these those nothing none nobody one each both'.split(' '),
);
const STOPS = new Set(
  'that which who when where because since after before as if whether and or but said says found while although though until how expect expects told'.split(
    ' ',
  ),
);
const VERBS = new Set(
  'rated judged graded found deemed branded classed ruled labelled assessed described confirmed require requires required requiring perform performs performed said says say told receives received awarded achieved gained given dropped rose fallen risen moved gone'.split(
    ' ',
  ),
);
const ADVERBS = new Set(
  'now again also still consistently each all already currently previously formerly overall then once today only just not never no longer already'.split(
    ' ',
  ),
);

/** The noun phrase before token `verb`, without its article: what a passive or a copula is said of. */
export function subjectBefore(words: Words, sentence: ReadSentence, verb: number): Quote | undefined {
  let end = verb;
  for (;;) {
    while (end > sentence.from && (isVerbal(words.at(end - 1)) || QUOTES.has(words.mark(end - 1)))) end--;
    // "Northby, which was": what the relative pronoun stands for.
    if (['which', 'who', 'that'].includes(words.at(end - 1)) && end - 2 > sentence.from)
      end -= words.mark(end - 2) === 0x2c ? 2 : 1;
    // "The board, they concluded, is": what stands before the aside.
    else if (words.mark(end - 1) === 0x2c) {
      let comma = end - 2;
      while (comma > sentence.from && end - comma < 12 && words.mark(comma) !== 0x2c) comma--;
      end = words.mark(comma) === 0x2c ? comma : end - 1;
      break;
    } else break;
  }
  let from = end;
  while (from > sentence.from && end - from < 14) {
    const word = words.at(from - 1);
    const mark = words.mark(from - 1);
    if (mark !== 0 && mark !== 0x2d && mark !== 0x27 && mark !== 0x2019) break;
    if (STOPS.has(word) || AUXILIARIES.has(word) || VERBS.has(word)) {
      // "leadership and management" is one thing; "and the service was" begins another.
      if (!(
        word === 'and' &&
        !DETERMINERS.has(words.at(from)) &&
        words.isWord(from - 2) &&
        !isLate(words, sentence, from)
      ))
        break;
    }
    from--;
  }
  return phrase(words, from, end);
}

const QUOTES = new Set([0x201c, 0x2018, 0x22]);
const isVerbal = (word: string): boolean =>
  AUXILIARIES.has(word) || ADVERBS.has(word) || VERBS.has(word) || word === 'to';

/** Is the "and" before `from` a seam between clauses: does a verb stand before it? */
function isLate(words: Words, sentence: ReadSentence, from: number): boolean {
  for (let i = from - 2; i > sentence.from && i > from - 12; i--) {
    if (AUXILIARIES.has(words.at(i))) return true;
    if (words.mark(i) !== 0) return false;
  }
  return false;
}

/** The noun phrase from token `from` on: what an active verb is said of ("judged the impact of leaders to be"). */
export function objectAfter(
  words: Words,
  sentence: ReadSentence,
  from: number,
  limit: number,
): Quote | undefined {
  let to = from;
  while (to < Math.min(limit, sentence.to) && to - from < 12) {
    const word = words.at(to);
    if (words.mark(to) !== 0 || AUXILIARIES.has(word) || VERBS.has(word) || word === 'to' || word === 'as')
      break;
    to++;
  }
  return phrase(words, from, to);
}

/** Trims articles, owners and what hangs on behind. */
function phrase(words: Words, from: number, to: number): Quote | undefined {
  let [start, end] = [from, to];
  while (
    start < end &&
    (DETERMINERS.has(words.at(start)) ||
      ADVERBS.has(words.at(start)) ||
      ['and', 'of', 'in', 'for', 'with', 'on', 'at', 'by', 'from', 'to'].includes(words.at(start)) ||
      words.mark(start) !== 0)
  )
    start++;
  // An owner: "Wexby’s children’s services" is about the services.
  if (
    end - start > 1 &&
    /['’]s$/.test(words.at(start)) &&
    !/^(children|people|men|women)/.test(words.at(start))
  )
    start++;
  while (
    end > start &&
    (words.mark(end - 1) !== 0 ||
      ['and', 'or', 'of', 'in', 'for', 'with', 'to', 'overall'].includes(words.at(end - 1)))
  )
    end--;
  // "services for children in Marlow": the place is not the subject's own.
  for (let i = end - 1; i > start; i--)
    if (words.at(i) === 'in' && end - i <= 3 && startsWithCapital(words, i + 1)) end = i;
  if (end <= start || (end - start === 1 && PRONOUNS.has(words.at(start)))) return undefined;
  return words.quote(start, end);
}

function startsWithCapital(words: Words, token: number): boolean {
  const { text, tokens } = words.reading;
  const unit = token < tokens.count ? text.charCodeAt(tokens.start[token]!) : 0;
  return unit >= 0x41 && unit <= 0x5a;
}
