import type { Lexicon } from '../lexicon/lexicon.js';
import { type SignList, SignNames } from '../lexicon/signNames.js';
import { type JudgementDraft, type PercentageDraft, reasonsOf, type ThemeDraft } from './draft.js';
import type { Polarity, Reason } from './finding.js';
import { isAlone } from './gradeWords.js';
import { LearntChoice, LearntThemes } from './learnt.js';
import { polarityOf } from './polarity.js';
import { mentions, mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { isOneSided, reasonsOfRule, type Ruled } from './ruled.js';
import { SentenceSigns } from './signs.js';
import { mayTell, themesOf, type ToldTheme } from './themePhrases.js';
import { Words } from './words.js';
import { WordSet } from './wordSet.js';

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
const isBullet = (mark: number): boolean => mark !== 0 && BULLETS.has(mark);

/** Tells the themes of each sentence and its polarity, by phrases, by the words around and by what was learnt. */
export class ThemeReader {
  readonly #names = new SignNames();
  readonly #signs: SentenceSigns;
  readonly #themes: LearntThemes | undefined;
  readonly #polarity: LearntChoice<Polarity> | undefined;

  /** `watch` is told of every sentence, for training. */
  constructor(
    lexicon: Lexicon,
    private readonly watch?: Watch | undefined,
  ) {
    this.#signs = new SentenceSigns(lexicon, this.#names);
    const { learnt } = lexicon;
    this.#themes = learnt && new LearntThemes(learnt, this.#names, lexicon.themes);
    this.#polarity = learnt && new LearntChoice(learnt, learnt.polarity, this.#names, 'polarity', 3);
  }

  /** One finding for each theme of each sentence. `judgements` are those of the same paragraph: a grade for one area has that area's theme. */
  read(
    reading: Reading,
    judgements: readonly JudgementDraft[],
    percentages: readonly PercentageDraft[],
    carryIn: ThemeCarry,
  ): { drafts: readonly ThemeDraft[]; carry: ThemeCarry } {
    const words = new Words(reading);
    let drafts: ThemeDraft[] = NO_DRAFTS;
    let carry = carryIn;
    let heading = carryIn.heading ?? NONE;
    for (const sentence of reading.sentences) {
      const introduces = words.mark(sentence.to - 1) === 0x3a;
      const bullet = isBullet(words.mark(sentence.from)) || isNumbered(words, sentence);
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
      const found = themesOf(words, sentence);
      const phrases = found.told;
      const title =
        !bullet &&
        own.length === 0 &&
        isHeading(words, sentence) &&
        within(percentages, sentence).length === 0;
      const signs = this.#signs.ofThemes(words, sentence, {
        phrases: found,
        list: phrases.length === 0 && bullet ? carry.list : NONE,
        heading,
        bullet,
        title,
        grades: own,
      });
      const themeSigns = this.watch && this.#names.namesOf(signs);
      let told = this.#themes ? this.#themes.tell(words, sentence, phrases, signs) : phrases;
      const figure = isFigure(words, sentence);
      if (
        told.length === 0 &&
        heading.length > 0 &&
        (figure || (own.length > 0 && mentionsOf(sentence, 'grade').some(g => isAlone(sentence, g))))
      )
        told = withoutWords(heading);
      // The figures of one row stand one below another under its name.
      if (!figure) heading = NONE;
      if (told.length === 0 && bullet) told = withoutWords(carry.list);
      if (introduces) carry = { list: told.map(t => t.theme), ...listPolarity(sentence) };
      if (told.length === 0 && !this.watch) continue;
      const listed = bullet ? carry.polarity : undefined;
      const unmarked = listed ?? (sentence.voice === 'inspectorate' ? 'strength' : 'neutral');
      const ruled = polarityOf(words, sentence, own, unmarked);
      const moods = this.#signs.ofPolarity(ruled, listed);
      this.watch?.({
        sentence,
        text: reading.text,
        themeSigns: themeSigns!,
        polaritySigns: this.#names.namesOf(moods),
      });
      if (told.length > 0 && title) {
        heading = told.map(t => t.theme);
        continue;
      }
      const { polarity, reasons } = this.#moodOf(words, sentence, ruled, moods);
      const because = reasonsOf(reasons, sentence.voiceReason);
      if (drafts === NO_DRAFTS) drafts = [];
      const place = { start: sentence.start, end: sentence.end };
      for (const { theme, span } of told) {
        const { start, end } = span ?? sentence;
        drafts.push({
          kind: 'theme',
          start,
          end,
          text: reading.text.slice(start, end),
          theme,
          polarity,
          voice: sentence.voice,
          sentence: place,
          because,
        });
      }
    }
    return { drafts, carry: behind(carry, heading) };
  }

  /** Its polarity and the reasons for it: what was learnt, where that does not only say what the rules say. */
  #moodOf(
    words: Words,
    sentence: ReadSentence,
    ruled: Ruled,
    signs: SignList,
  ): { readonly polarity: Polarity; readonly reasons: readonly Reason[] } {
    const learnt = this.#polarity;
    if (learnt) {
      const polarity = learnt.tell(words, sentence, signs);
      // A short sentence in which one side alone speaks is not mixed, whatever its words weigh elsewhere.
      const tooShort = polarity === 'mixed' && sentence.to - sentence.from < 14 && isOneSided(ruled);
      if (!tooShort && (polarity !== ruled.polarity || ruled.cues.length === 0))
        return { polarity, reasons: learnt.reasonsFor(words, sentence, polarity) };
    }
    return { polarity: ruled.polarity, reasons: reasonsOfRule(words, ruled) };
  }
}

/** Themes that a sentence has from a line above it: no words of its own tell them. */
const withoutWords = (themes: readonly string[]): readonly ToldTheme[] =>
  themes.map(theme => ({ theme, span: undefined }));

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
  if (drafts.length === 0) return NONE;
  const own: T[] = [];
  for (let i = 0; i < drafts.length; i++) if (drafts[i]!.sentence.start === start) own.push(drafts[i]!);
  return own;
}

const NONE: readonly never[] = [];
/** The one empty list of the many paragraphs without any; nothing is added to it. */
const NO_DRAFTS: ThemeDraft[] = [];

/** "R1. raise the quality of teaching": an entry of a numbered list. */
function isNumbered(words: Words, { from }: ReadSentence): boolean {
  const { text, tokens } = words.reading;
  // Most sentences do not begin with an "R" at all.
  if ((text.charCodeAt(tokens.start[from]!) | 0x20) !== 0x72 || tokens.end[from]! - tokens.start[from]! > 3)
    return false;
  return /^r\d{1,2}$/.test(words.at(from)) || (words.at(from) === 'r' && words.isNumber(from + 1));
}

/** What an introducing line says of its list. */
function listPolarity(sentence: ReadSentence): { polarity?: Polarity } {
  if (mentions(sentence, 'weakness-list')) return { polarity: 'weakness' };
  return mentions(sentence, 'strength-list') ? { polarity: 'strength' } : {};
}

const PER_CENT = new WordSet('per cent pc');

/** A cell of a table that holds a share alone: "61%", "about 12 per cent" is none. A bare number may be a page's. */
function isFigure(words: Words, { from, to }: ReadSentence): boolean {
  if (!words.isNumber(from) || to === from + 1) return false;
  for (let i = from + 1; i < to; i++)
    if (!words.isNumber(i) && words.isWord(i) && !PER_CENT.has(words.reading, i)) return false;
  return true;
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
