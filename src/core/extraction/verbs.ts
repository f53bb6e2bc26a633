import type { Words } from './words.js';

export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const DETERMINERS = set(
  'the a an its their our his her this that these those all both every each any no your my whose same',
);
const AUXILIARIES = set(
  "is are was were be been being has have had having will would must should may might can could shall do did does isn't aren't wasn't weren't hasn't haven't hadn't won't can't cannot couldn't",
);
/** Verbs that stand between what is graded and its grade; the first row also with an object ("rated the home good"). */
const JUDGING = set(
  'rated judged graded found deemed branded classed ruled labelled assessed described declared considered evaluated evaluates brands handed hands rates judges grades finds rate judge grade make makes made called calls call pronounced thought held see saw seen sees leaves left gave give gives awarded awards put keeps keep get got hear confirmed',
);
const VERBS = set(
  'remains remain remained stays stay stayed kept becomes became become continues continue continued gets marked scored ranked evaluated confirms concluded concludes reported reports require requires required requiring perform performs performed says said say told tells received receives receive achieved achieves achieve gained gains given dropped drops drop rose rises rise fallen fell falls fall risen moved moves move gone goes go went come comes came climbed climbs climb slipped slips slip slumped tumbled plunged plunge jumped lowered raised lifted lift hold holds lagged lag met meets meet reached reaches reach retained retains regained earned earns secured won lost loses joined joins joins ended ends emerged emerge escaped settled fared lose shed sheds lower lowers declined carry carries attracted drew led escapes wanted wants want hopes hoping hoped expects expected expect intend intends aim aims shows showed shown visited inspected stopped stops announced praised awaits published believe believes know knows think thinks met understand',
);
export const ADVERBS = set(
  'now again also still consistently already currently previously formerly overall then once today only just not never no longer thus too therefore rightly most more less likely unlikely due able least at yet ever here as all each both separately very jointly also recently nevertheless either',
);
export const SUBJECT_PRONOUNS = set('it they he she we i you us them');
export const STOPS = set(
  'that which who whom when where because since after before as if whether or but although while though until how why than so what whereas',
);
export const PREPOSITIONS = set('of for in to with on from by at under within into across between about');
const CONTRACTION = /^(we|they|you|i|it|he|she|that|who|there|here)'(s|re|ve|ll|d|m)$/;
const IRREGULAR = set(
  'been done seen known held kept met put led made left lost won gone come become begun shown set',
);

const ARTICLES = set('the a an its their our his her this that no');
const MODALS = set('will would shall should must may might can could');

/** A pronoun, also in "we’ll" and "it’s"; else ''. */
export function pronounAt(words: Words, token: number): string {
  const word = words.at(token);
  const pronoun = CONTRACTION.test(word) ? word.slice(0, word.indexOf("'")) : word;
  return SUBJECT_PRONOUNS.has(pronoun) ? pronoun : '';
}

/** Is the word at a token a verb, as far as its form and its neighbours tell? */
export function isVerbal(words: Words, token: number): boolean {
  const word = words.at(token);
  // “Being healthy”: an area's name.
  if (word === 'being' && (words.isCapital(token) || isQuote(words, token - 1))) return false;
  if (AUXILIARIES.has(word) || VERBS.has(word) || CONTRACTION.test(word)) return true;
  if (JUDGING.has(word))
    // "a grade", "the call"
    return !ARTICLES.has(words.at(token - 1)) || word.endsWith('ed');
  if (words.mark(token) !== 0 || words.isNumber(token) || word === '') return false;
  // "we want", "they serve": whatever stands behind a pronoun that can be nothing but a subject.
  if (
    ['we', 'they', 'i', 'he', 'she'].includes(words.at(token - 1)) &&
    !PREPOSITIONS.has(word) &&
    !STOPS.has(word)
  )
    return !ADVERBS.has(word) && word !== 'and';
  // "would settle"
  if (
    MODALS.has(words.at(token - 1)) &&
    !ADVERBS.has(word) &&
    !DETERMINERS.has(word) &&
    !SUBJECT_PRONOUNS.has(word) &&
    word.length > 2
  )
    return true;
  if (!/(ed|ing|en|ne|wn)$/.test(word) && !IRREGULAR.has(word)) return false;
  // "was basking", "has since been re-rated"
  let before = token - 1;
  while (before > token - 4 && (ADVERBS.has(words.at(before)) || words.at(before).endsWith('ly'))) before--;
  return AUXILIARIES.has(words.at(before)) && words.at(before) !== '';
}

/** Does the word belong to a group of verbs: "was then also found not to"? */
const isInGroup = (words: Words, token: number): boolean =>
  isVerbal(words, token) ||
  ADVERBS.has(words.at(token)) ||
  words.at(token) === 'to' ||
  (words.at(token) === 'last' && isVerbal(words, token + 1)) ||
  // "re-rated"
  (words.at(token) === 're' && words.mark(token + 1) === 0x2d) ||
  (words.mark(token) === 0x2d && words.at(token - 1) === 're') ||
  (words.at(token).endsWith('ly') && words.at(token) !== 'family') ||
  QUOTES.has(words.mark(token));

export const QUOTES = new Set([0x201c, 0x2018, 0x22, 0x201d, 0x2019, 0x27]);
export const isQuote = (words: Words, token: number): boolean => QUOTES.has(words.mark(token));
export const isJudging = (words: Words, token: number): boolean => JUDGING.has(words.at(token));
export const isAuxiliary = (words: Words, token: number): boolean => AUXILIARIES.has(words.at(token));
export const isAdverb = (words: Words, token: number): boolean => ADVERBS.has(words.at(token));

/** First token of the group of verbs that ends before `end`. */
export function groupStart(words: Words, low: number, end: number): number {
  let start = end;
  while (start > low && isInGroup(words, start - 1)) {
    const word = words.at(start - 1);
    // "all the homes", "more areas": before a noun these are no adverbs.
    if (!isVerbal(words, start - 1) && start < end && !isInGroup(words, start)) break;
    if (word === 'at' && start === end) break;
    start--;
  }
  return start;
}
