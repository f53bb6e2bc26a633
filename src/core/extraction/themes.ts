import type { Mention } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { SignNames } from '../lexicon/weights.js';
import { type JudgementDraft, type PercentageDraft, reasonsOf, type ThemeDraft } from './draft.js';
import type { Polarity } from './finding.js';
import { polarityOf } from './polarity.js';
import { isAlone } from './gradeWords.js';
import { mentions, mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { LearntPolarity, LearntThemes } from './learnt.js';
import { SentenceSigns } from './signs.js';
import { Words } from './words.js';

export interface ThemeCarry {
  /** Themes of the line that introduces a list; its entries have them where they have none of their own. */
  readonly list: readonly string[];
  /** Whether the list holds strengths or weaknesses, where its introducing line says so. */
  readonly polarity?: Polarity;
  /** Themes of the heading above, for a grade that stands alone below it. */
  readonly heading?: readonly string[];
}
export const noTheme: ThemeCarry = { list: [] };

/** What training sees of a sentence: exactly what the reader sees. */
export type Watch = (seen: {
  readonly sentence: ReadSentence;
  readonly text: string;
  readonly themeSigns: readonly string[];
  readonly polaritySigns: readonly string[];
}) => void;

const BULLETS = new Set([0x2022, 0x2a, 0x25aa, 0x25e6, 0x2013, 0x2d, 0x28]);

/** Tells the themes of each sentence and its polarity, by phrases, by the words around and by what was learnt. */
export class ThemeReader {
  readonly #names = new SignNames();
  readonly #signs: SentenceSigns;
  readonly #themes: LearntThemes | undefined;
  readonly #polarity: LearntPolarity | undefined;

  /** `watch` is told of every sentence, for training. */
  constructor(
    lexicon: Lexicon,
    private readonly watch?: Watch | undefined,
  ) {
    this.#signs = new SentenceSigns(lexicon, this.#names);
    this.#themes = lexicon.learnt && new LearntThemes(lexicon.learnt, this.#names);
    this.#polarity = lexicon.learnt && new LearntPolarity(lexicon.learnt, this.#names);
  }

  /** One finding for each theme of each sentence. `judgements` are those of the same paragraph: a grade for one area has that area's theme. */
  read(
    reading: Reading,
    judgements: readonly JudgementDraft[],
    percentages: readonly PercentageDraft[],
    carryIn: ThemeCarry,
  ): { drafts: readonly ThemeDraft[]; carry: ThemeCarry } {
    const words = new Words(reading);
    const drafts: ThemeDraft[] = [];
    let carry = carryIn;
    let heading = carryIn.heading ?? NONE;
    for (const sentence of reading.sentences) {
      const introduces = words.mark(sentence.to - 1) === 0x3a;
      const bullet = BULLETS.has(words.mark(sentence.from)) || isNumbered(words, sentence);
      if (!bullet && !introduces && carry !== noTheme) carry = noTheme;
      if (
        !this.watch &&
        !this.#themes &&
        !bullet &&
        !introduces &&
        heading.length === 0 &&
        !mayTell(words, sentence)
      )
        continue;
      const own = within(judgements, sentence);
      const phrases = themesOf(words, sentence);
      const hasFinding = own.length > 0 || within(percentages, sentence).length > 0;
      const title = !bullet && !hasFinding && isHeading(words, sentence);
      const list = phrases.size === 0 && bullet ? carry.list : NONE;
      const signs = this.#signs.ofThemes(words, sentence, {
        phrases,
        list,
        heading,
        bullet,
        title,
        grades: own,
      });
      const themeSigns = this.watch && this.#named(signs);
      const told = this.#themes ? this.#themes.tell(words, sentence, phrases, signs) : phrases;
      const figure = isFigure(words, sentence);
      const cell =
        figure || (own.length > 0 && mentionsOf(sentence, 'grade').some(g => isAlone(sentence, g)));
      if (told.size === 0 && cell) for (const theme of heading) told.set(theme, undefined);
      // The figures of one row stand one below another under its name.
      if (!figure) heading = NONE;
      if (told.size === 0 && bullet) for (const theme of carry.list) told.set(theme, undefined);
      if (introduces) carry = { list: [...told.keys()], ...listPolarity(sentence) };
      if (told.size === 0 && !this.watch) continue;
      const unmarked =
        (bullet ? carry.polarity : undefined) ?? (sentence.voice === 'inspectorate' ? 'strength' : 'neutral');
      const ruled = polarityOf(words, sentence, judgements, unmarked);
      const moods = this.#signs.ofPolarity(ruled, bullet ? carry.polarity : undefined);
      if (this.watch)
        this.watch({
          sentence,
          text: reading.text,
          themeSigns: themeSigns!,
          polaritySigns: this.#named(moods),
        });
      if (told.size > 0 && title) {
        heading = [...told.keys()];
        continue;
      }
      const { polarity, reasons } = this.#polarity
        ? this.#polarity.tell(words, sentence, ruled, moods)
        : ruled;
      const because = reasonsOf(reasons, sentence.voiceReason);
      for (const [theme, mention] of told) {
        const { start, end } = mention ?? sentence;
        drafts.push({
          kind: 'theme',
          start,
          end,
          text: reading.text.slice(start, end),
          theme,
          polarity,
          voice: sentence.voice,
          sentence: { start: sentence.start, end: sentence.end },
          because,
        });
      }
    }
    return { drafts: drafts.length > 0 ? drafts : NONE, carry: behind(carry, heading) };
  }

  #named(signs: readonly number[]): string[] {
    return signs.map(sign => this.#names.name(sign));
  }
}

/** What is handed to the next paragraph. */
function behind(carry: ThemeCarry, heading: readonly string[]): ThemeCarry {
  if (heading.length > 0) return { ...carry, heading };
  if (!carry.heading) return carry;
  const { heading: _left, ...rest } = carry;
  return rest;
}

/** The drafts of one sentence. */
function within<T extends Pick<JudgementDraft, 'sentence'>>(
  drafts: readonly T[],
  { start }: ReadSentence,
): readonly T[] {
  return drafts.length === 0 ? NONE : drafts.filter(d => d.sentence.start === start);
}

const NONE: readonly never[] = [];

/** A quick look: a theme's phrase, or a sum of money. */
const mayTell = (words: Words, sentence: ReadSentence): boolean =>
  mentions(sentence, 'theme') || namesMoney(words, sentence);

/** "R1. raise the quality of teaching": an entry of a numbered list. */
function isNumbered(words: Words, { from }: ReadSentence): boolean {
  return /^r\d{1,2}$/.test(words.at(from)) || (words.at(from) === 'r' && words.isNumber(from + 1));
}

/** What an introducing line says of its list. */
function listPolarity(sentence: ReadSentence): { polarity?: Polarity } {
  if (mentions(sentence, 'weakness-list')) return { polarity: 'weakness' };
  return mentions(sentence, 'strength-list') ? { polarity: 'strength' } : {};
}

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

/** The themes of a sentence and the words that tell each first; what only names a post or a body tells none. */
function themesOf(words: Words, sentence: ReadSentence): Map<string, Mention | undefined> {
  const titles = mentionsOf(sentence, 'job-title');
  const told = new Map<string, Mention | undefined>();
  const twice = new Set<string>();
  for (const mention of mentionsOf(sentence, 'theme')) {
    if (titles.some(t => t.from <= mention.from && mention.to <= t.to)) continue;
    if (isOfPost(words, sentence, mention) || isOfBody(words, mention)) continue;
    if (told.has(mention.id)) twice.add(mention.id);
    else told.set(mention.id, mention);
  }
  if (!told.has('resources') && words.reading.lexicon.themes.has('resources') && namesMoney(words, sentence))
    told.set('resources', undefined);
  const all = [...told.keys()];
  for (const theme of all) {
    const others = YIELDS.get(theme);
    if (others && !twice.has(theme) && all.some(other => others.has(other))) told.delete(theme);
  }
  return told;
}

const POSTS = new Set(
  'director member holder minister head spokesman spokeswoman spokesperson secretary officer association department institute inspector'.split(
    ' ',
  ),
);
const NO_FIELD = new Set(
  'has have had is are was were will would said says who which that to by with in on at'.split(' '),
);

/** "cabinet member for children, schools and *care leavers*", "Association of Directors of …": words of a post’s field. */
function isOfPost(words: Words, sentence: ReadSentence, { from }: Mention): boolean {
  for (let i = from - 1; i > sentence.from && i >= from - 7; i--) {
    const word = words.at(i);
    if (word === 'for' || word === 'of') return POSTS.has(words.at(i - 1));
    if (NO_FIELD.has(word)) return false;
    // A list of fields goes on over commas and "and" only.
    if (i === from - 1 && word !== 'and' && words.mark(i) !== 0x2c && words.mark(i) !== 0x26) return false;
  }
  return false;
}

const BODIES = new Set(
  'committee sub-committee sub commissioner alliance association network union federation department ombudsman institute foundation'.split(
    ' ',
  ),
);

/** "the *Domestic Abuse* Commissioner", "the *Early Help* and Equality Committee": capitals, and a body’s noun at their end. */
function isOfBody(words: Words, { from, to }: Mention): boolean {
  const { text, tokens } = words.reading;
  const capital = (token: number): boolean => {
    const first = text.charAt(tokens.start[token]!);
    return first !== first.toLowerCase();
  };
  for (let i = from; i < to; i++) if (words.isWord(i) && !capital(i)) return false;
  for (let i = to; i < to + 6 && i < tokens.count; i++) {
    const word = words.at(i);
    if (BODIES.has(word)) return capital(i);
    if (word !== 'and' && word !== 'of' && words.mark(i) !== 0x2c && words.mark(i) !== 0x2d && !capital(i))
      return false;
  }
  return false;
}

/** A sum of money: "£45m". */
function namesMoney(words: Words, sentence: ReadSentence): boolean {
  for (let i = sentence.from; i < sentence.to; i++)
    if (words.mark(i) === 0xa3 && words.isNumber(i + 1)) return true;
  return false;
}

/** A cell of a table that holds a share alone: "61%", "about 12 per cent" is none. A bare number may be a page's. */
function isFigure(words: Words, { from, to }: ReadSentence): boolean {
  for (let i = from; i < to; i++)
    if (!words.isNumber(i) && words.isWord(i) && !/^(per|cent|pc)$/.test(words.at(i))) return false;
  return words.isNumber(from) && to > from + 1;
}

/** A line that only names what follows: no full stop, few words, and nothing that judges. */
function isHeading(words: Words, sentence: ReadSentence): boolean {
  const { tokens } = words.reading;
  const last = words.mark(sentence.to - 1);
  // "What does the home need to do to improve?": a question alone on its line, as reports head their sections.
  if (last === 0x3f && sentence.from === 0 && sentence.to === tokens.count)
    return /^(what|how|is|are|does|do)$/.test(words.at(0));
  if (
    last === 0x2e ||
    last === 0x21 ||
    last === 0x3f ||
    last === 0x201d ||
    last === 0x3b ||
    sentence.to < tokens.count
  )
    return false;
  const count = sentence.to - sentence.from;
  const tells = mentions(sentence, 'praise') || mentions(sentence, 'blame');
  return !tells && (count <= 14 || (sentence.from === 0 && count < 20));
}
