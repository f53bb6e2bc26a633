import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Span } from '../report/text.js';
import { plainPolarity } from './plainPolarity.js';
import { mentionsOf, type ReadSentence } from './reading.js';
import { groupStart, isVerbal } from './verbs.js';
import { themeSpan } from './themeSpan.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

/** A theme and the words that tell it, where any do. */
export interface ToldTheme {
  readonly theme: string;
  readonly span: Span | undefined;
  /** The analysts' own phrase: it holds, whatever was learnt. */
  readonly firm?: boolean;
}

interface Phrase extends ToldTheme {
  span: Span | undefined;
  /** More than one phrase tells it. */
  twice: boolean;
}

/** What the phrases of a sentence tell. */
export interface PhraseThemes {
  readonly told: readonly ToldTheme[];
  /** Themes that more than one phrase tells. */
  readonly twice: readonly string[];
  /** Themes that a passing word told, and that yielded to others. */
  readonly yielded: readonly string[];
}

const THEME = placeOf('theme');
const FIRM = placeOf('firm-theme');
const TITLE = placeOf('job-title');
const GRADE = placeOf('grade');
const MONEY = 'resources';

/**
 * Themes that a passing word may tell wrongly beside certain others: general help beside work of one named kind, the
 * risk *of* exploitation, schools that are somebody's partners, progress *of* pupils. Told by one word only, they yield.
 */
const YIELDS = new Map<string, ReadonlySet<string>>(
  Object.entries({
    practice:
      'assessment-and-planning child-protection children-in-care care-leavers domestic-abuse early-help education equality exploitation-and-missing front-door health-and-disability leadership management-oversight pace-of-improvement partnership placements-and-permanence resources',
    'assessment-and-planning':
      'care-leavers front-door health-and-disability education partnership workforce',
    'child-protection': 'exploitation-and-missing',
    'children-in-care': 'care-leavers',
    education: 'partnership health-and-disability child-protection',
    leadership: 'management-oversight education health-and-disability',
    'pace-of-improvement': 'care-leavers education',
    'placements-and-permanence': 'domestic-abuse exploitation-and-missing partnership voice-of-the-child',
    workforce: 'care-leavers placements-and-permanence',
    'early-help': 'placements-and-permanence child-protection',
    'voice-of-the-child': 'management-oversight partnership',
  }).map(([theme, others]) => [theme, new Set(others.split(' '))]),
);

/** A quick look: a theme's phrase, or a sum of money. */
export const mayTell = (words: Words, sentence: ReadSentence): boolean =>
  hasCategory(sentence, THEME) || hasCategory(sentence, FIRM) || moneyIn(words, sentence) >= 0;

/** The themes of a sentence and the words that tell each first; what only names a post or a body tells none. */
export function themesOf(words: Words, sentence: ReadSentence): PhraseThemes {
  let told = NONE;
  if (hasCategory(sentence, THEME)) {
    const titles = hasCategory(sentence, TITLE) ? mentionsOf(sentence, 'job-title') : [];
    const all = sentence.mentions;
    for (let i = 0; i < all.length; i++) {
      const mention = all[i]!;
      if (mention.place !== THEME || titles.some(t => t.from <= mention.from && mention.to <= t.to)) continue;
      if (isOfPost(words, sentence, mention) || isOfBody(words, mention)) continue;
      if (saysOnly(words, mention) || isOfName(words, mention)) continue;
      if (told === NONE) told = [];
      const known = phraseOf(told, mention.id);
      if (known) known.twice = true;
      else
        told.push({
          theme: mention.id,
          span: themeSpan(words, mention.from, mention.to),
          twice: false,
          firm: isSubject(words, sentence, mention),
        });
    }
  }
  const money = words.reading.lexicon.themes.has(MONEY) ? moneyIn(words, sentence) : -1;
  if (money >= 0) {
    const sum = sumAt(words, money);
    const known = phraseOf(told, MONEY);
    if (!known) told = [...told, { theme: MONEY, span: sum, twice: false }];
    // "million" of "£5.4 million"
    else if (known.span && known.span.start > sum.start && known.span.end <= sum.end) known.span = sum;
  }
  const firm = hasCategory(sentence, FIRM);
  if (told.length === 0 && !firm) return NOTHING;
  const yielded = told.length > 1 ? told.filter(phrase => yields(phrase, told)) : NONE;
  const stays = yielded.length > 0 ? told.filter(phrase => !yielded.includes(phrase)) : told;
  return {
    told: firm ? withFirm(sentence, stays) : stays,
    twice: namesOf(told.filter(phrase => phrase.twice)),
    yielded: namesOf(yielded),
  };
}

const NO_NAMES: readonly string[] = [];
const NOTHING: PhraseThemes = { told: [], twice: NO_NAMES, yielded: NO_NAMES };

const namesOf = (phrases: readonly Phrase[]): readonly string[] =>
  phrases.length === 0 ? NO_NAMES : phrases.map(({ theme }) => theme);

function withFirm({ mentions }: ReadSentence, told: readonly ToldTheme[]): readonly ToldTheme[] {
  const firm = new Map<string, ToldTheme>();
  for (const mention of mentions)
    if (mention.place === FIRM && !firm.has(mention.id))
      firm.set(mention.id, { theme: mention.id, span: mention, firm: true });
  return [...told.filter(({ theme }) => !firm.has(theme)), ...firm.values()];
}
/** The one empty list of the many sentences that have none; nothing is added to it. */
const NONE: Phrase[] = [];

function phraseOf(told: readonly Phrase[], theme: string): Phrase | undefined {
  for (let i = 0; i < told.length; i++) if (told[i]!.theme === theme) return told[i];
  return undefined;
}

function yields({ theme, twice }: Phrase, all: readonly Phrase[]): boolean {
  const others = twice ? undefined : YIELDS.get(theme);
  return others !== undefined && all.some(other => others.has(other.theme));
}

/** "Pathway planning is weak.", "Direct work with children has improved.": what a plain statement is of. */
function isSubject(words: Words, sentence: ReadSentence, { from, to }: Mention): boolean {
  const opens = from === sentence.from || (from === sentence.from + 1 && words.at(sentence.from) === 'the');
  const verb = opens ? (plainPolarity(words, sentence)?.verb ?? verbOfGrade(words, sentence)) : undefined;
  return verb !== undefined && verb >= to && verb - to < 3;
}

/** Where the verb begins of a statement that ends in its only grade: "Social work practice requires improvement." */
function verbOfGrade(words: Words, sentence: ReadSentence): number | undefined {
  const end = sentence.to - 1;
  if (!hasCategory(sentence, GRADE) || words.mark(end) !== 0x2e) return undefined;
  const [grade, second] = mentionsOf(sentence, 'grade');
  if (!grade || second || grade.to !== end) return undefined;
  return isVerbal(words, grade.from) ? grade.from : groupStart(words, sentence.from, grade.from);
}

const POSTS = new WordSet(
  'director member holder minister head spokesman spokeswoman spokesperson secretary officer association department institute inspector',
);
const NO_FIELD = new WordSet(
  'has have had is are was were will would said says who which that to by with in on at',
);

/** "cabinet member for children, schools and *care leavers*", "Association of Directors of …": words of a post’s field. */
function isOfPost(words: Words, sentence: ReadSentence, { from }: Mention): boolean {
  const { reading } = words;
  for (let i = from - 1; i > sentence.from && i >= from - 7; i--) {
    const mark = words.mark(i);
    const word = mark === 0 ? words.at(i) : '';
    if (word === 'for' || word === 'of') return POSTS.has(reading, i - 1);
    // A list of fields goes on over commas and "and" only.
    if (i === from - 1 && word !== 'and' && mark !== 0x2c && mark !== 0x26) return false;
    if (NO_FIELD.has(reading, i)) return false;
  }
  return false;
}

/** "The *director had* said that": who says a thing, and nothing of how it is led. */
const saysOnly = ({ reading }: Words, { to }: Mention): boolean =>
  HAVING.has(reading, to - 1) && SAID.has(reading, to);
const HAVING = new WordSet('has have had');
const SAID = new WordSet('said told replied added explained warned written asked');

/** "Bill Harker", "Penny Cash": what people are called. */
const isOfName = (words: Words, { from, to }: Mention): boolean =>
  to === from + 1 &&
  NAMES.has(words.reading, from) &&
  words.isCapital(from) &&
  (words.isCapital(to) || words.isCapital(from - 1));
const NAMES = new WordSet(
  'bill cash price grant penny banks ward wards school bond court field frank hope faith',
);

const BODIES = new WordSet(
  'committee sub-committee sub commissioner alliance association network union federation department ombudsman institute foundation',
);

/** "the *Domestic Abuse* Commissioner", "the *Overview and Scrutiny* Committee": capitals, and a body’s noun at their end. */
function isOfBody(words: Words, { from, to }: Mention): boolean {
  const { reading } = words;
  for (let i = from; i < to; i++)
    if (words.isWord(i) && !isCapital(words, i) && words.at(i) !== 'and') return false;
  for (let i = to; i < to + 6 && i < reading.tokens.count; i++) {
    if (BODIES.has(reading, i)) return isCapital(words, i);
    const mark = words.mark(i);
    if (mark === 0x2c || mark === 0x2d || isCapital(words, i)) continue;
    const word = words.at(i);
    if (word !== 'and' && word !== 'of') return false;
  }
  return false;
}

/** Is the first letter a capital one, in whatever script? */
function isCapital({ reading: { text, tokens } }: Words, token: number): boolean {
  const unit = text.charCodeAt(tokens.start[token]!);
  if (unit < 0x80) return unit >= 0x41 && unit <= 0x5a;
  const first = String.fromCharCode(unit);
  return first !== first.toLowerCase();
}

/** Where a sum of money stands: "£45m"; -1 where none does. */
function moneyIn(words: Words, { from, to }: ReadSentence): number {
  const { mark } = words.reading.tokens;
  for (let i = from; i < to; i++) if (mark[i] === 0xa3 && words.isNumber(i + 1)) return i;
  return -1;
}

/** "£45m", "£1.2 million" */
function sumAt(words: Words, pound: number): Span {
  const to = AMOUNTS.has(words.reading, pound + 2) ? pound + 3 : pound + 2;
  const { start, end } = words.quote(pound, to);
  return { start, end };
}
const AMOUNTS = new WordSet('m k bn million billion thousand');
