import type { Lexicon } from '../lexicon/lexicon.js';
import { type SignList, SignNames } from '../lexicon/signNames.js';
import { type JudgementDraft, type PercentageDraft, reasonsOf, type ThemeDraft } from './draft.js';
import type { Polarity, Reason } from './finding.js';
import { isAlone } from './gradeWords.js';
import { oneSideOf } from './gradePolarity.js';
import { LearntChoice, LearntThemes } from './learnt.js';
import {
  isAttendance,
  isEntry,
  isFigure,
  isHeading,
  isNamedAlone,
  isNumberedEntry,
  isSectionHead,
} from './lines.js';
import { plainlyMixed, plainPolarity } from './plainPolarity.js';
import { polarityOf } from './polarity.js';
import { mentions, mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { plainTarget } from './plainTarget.js';
import { plainTrend } from './plainTrend.js';
import { isMethod } from './method.js';
import { isOneSided, isUnblamed, reasonsOfRule, type Ruled } from './ruled.js';
import { SentenceSigns } from './signs.js';
import { sureMood } from './sureMood.js';
import { mayTell, themesOf, type ToldTheme } from './themePhrases.js';
import { hasCells } from './voiceTokens.js';
import { Words } from './words.js';

export interface ThemeCarry {
  /** Themes of the line that introduces a list; its entries have them where they have none of their own. */
  readonly list: readonly string[];
  /** Whether the list holds strengths or weaknesses, where its introducing line says so. */
  readonly polarity?: Polarity;
  /** What the grade says that its introducing line gives to all of it. */
  readonly graded?: Polarity;
  /** What the heading of a section says of the entries below it. */
  readonly section?: Polarity;
  /** Themes of the heading above, for a grade that stands alone below it. */
  readonly heading?: readonly string[];
  /** What the last sentence said; a report’s first has none before it. */
  readonly last?: Said;
}
export const noTheme: ThemeCarry = { list: [] };

/** The themes of a sentence, and its polarity if it has any. */
export interface Said {
  readonly themes: readonly string[];
  readonly polarity: Polarity | undefined;
}

/** What training sees of a sentence: exactly what the reader sees. It may say what the sentence really says. */
export type Watch = (seen: {
  readonly sentence: ReadSentence;
  readonly text: string;
  readonly themeSigns: readonly string[];
  readonly polaritySigns: readonly string[];
}) => Said | undefined;

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
    let { section } = carryIn;
    let last = carryIn.last;
    let first = true;
    for (const sentence of reading.sentences) {
      const introduces = words.mark(sentence.to - 1) === 0x3a;
      const bullet = isEntry(words, sentence);
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
      const context = { last, first };
      first = false;
      const own = within(judgements, sentence);
      const shares = within(percentages, sentence);
      const found = themesOf(words, sentence);
      const phrases = found.told;
      const title = !bullet && own.length === 0 && isHeading(words, sentence) && shares.length === 0;
      const signs = this.#signs.ofThemes(words, sentence, {
        phrases: found,
        list: phrases.length === 0 && bullet ? carry.list : NONE,
        heading,
        bullet,
        title,
        grades: own,
        ...context,
      });
      const themeSigns = this.watch && this.#names.namesOf(signs);
      let told = this.#themes ? this.#themes.tell(words, sentence, phrases, signs) : phrases;
      const row = own.length === 0 && shares.length > 0 && hasCells(words, sentence);
      const figure = isFigure(words, sentence);
      if (
        told.length === 0 &&
        heading.length > 0 &&
        (figure ||
          row ||
          (own.length > 0 && mentionsOf(sentence, 'grade').some(g => isAlone(words, sentence, g))))
      )
        told = withoutWords(heading);
      // The figures of one row stand one below another under its name, and the rows of a table under its title.
      const under = heading;
      if (!figure && !row) heading = NONE;
      if (told.length === 0 && bullet) told = withoutWords(carry.list);
      if (introduces) carry = introducing(words, sentence, told, own);
      last = SILENT;
      // A grade alone below a title is of what it names, though a name tells nothing by itself.
      if (title || (!bullet && isSectionHead(words, sentence))) section = sectionOf(sentence);
      else if (introduces && !bullet) section = sectionOf(sentence) ?? section;
      if (title) {
        const named = [...told, ...phrases].map(t => t.theme);
        // A table’s header stands below its title.
        heading = [...new Set(hasCells(words, sentence) ? [...under, ...named] : named)];
      }
      if (told.length > 0 && (isAttendance(words, sentence) || isMethod(words, sentence))) told = NONE;
      if ((told.length === 0 || title) && !this.watch) continue;
      const listed = bullet ? carry.polarity : undefined;
      const unmarked = listed ?? (sentence.voice === 'inspectorate' ? 'strength' : 'neutral');
      const ruled = inSection(
        inScope(polarityOf(words, sentence, own, unmarked), listed),
        bullet && carry.graded
          ? carry.graded
          : isOfSection(words, sentence, bullet, section)
            ? section
            : undefined,
      );
      const moods = this.#signs.ofPolarity(sentence, ruled, listed, shares, context);
      const truth = this.watch?.({
        sentence,
        text: reading.text,
        themeSigns: themeSigns!,
        polaritySigns: this.#names.namesOf(moods),
      });
      if (truth) last = truth;
      if (told.length === 0 || title) continue;
      const themes = told.map(t => t.theme);
      const { polarity, reasons } = this.#moodOf(words, sentence, ruled, moods, shares);
      const because = reasonsOf(reasons, sentence.voiceReason);
      last = truth ?? { themes, polarity };
      if (drafts === NO_DRAFTS) drafts = [];
      addDrafts(drafts, told, reading.text, sentence, polarity, because);
    }
    return { drafts, carry: behind(carry, heading, section, this.#themes || this.watch ? last : undefined) };
  }

  /** Its polarity and the reasons for it: what was learnt, where that does not only say what the rules say. */
  #moodOf(
    words: Words,
    sentence: ReadSentence,
    ruled: Ruled,
    signs: SignList,
    shares: readonly PercentageDraft[],
  ): { readonly polarity: Polarity; readonly reasons: readonly Reason[] } {
    const learnt = this.#polarity;
    const plain = ruled.by === undefined ? plainlySaid(words, sentence, shares) : undefined;
    if (plain) return plain;
    if (learnt && !ruled.firm) {
      const polarity = learnt.tell(words, sentence, signs);
      // A short sentence in which one side alone speaks is not mixed, whatever its words weigh elsewhere.
      const tooShort = polarity === 'mixed' && sentence.to - sentence.from < 14 && isOneSided(ruled);
      if (!tooShort && (polarity !== ruled.polarity || ruled.cues.length === 0))
        return { polarity, reasons: learnt.reasonsFor(words, sentence, polarity) };
    }
    return { polarity: ruled.polarity, reasons: reasonsOfRule(words, ruled) };
  }
}

/** What a short statement says beyond doubt, and the words that say it. */
function plainlySaid(
  words: Words,
  sentence: ReadSentence,
  shares: readonly PercentageDraft[],
): { readonly polarity: Polarity; readonly reasons: readonly Reason[] } | undefined {
  const reason = (says: Polarity, at: number, to = at + 1): Reason => ({
    of: 'polarity',
    says,
    ...words.quote(at, to),
  });
  const because = (polarity: Polarity, ...tokens: readonly number[]) => ({
    polarity,
    reasons: tokens.map(at => reason(polarity, at)),
  });
  const sure = sureMood(words, sentence);
  if (sure) return { polarity: sure.polarity, reasons: [reason(sure.polarity, sure.at, sure.to)] };
  const plain =
    plainPolarity(words, sentence) ?? plainTrend(words, sentence) ?? plainTarget(words, sentence, shares);
  if (plain) return because(plain.polarity, plain.at);
  const mixed = plainlyMixed(words, sentence);
  return mixed && because('mixed', ...mixed);
}

/** Adds a draft for each theme of a sentence: where the words stand that tell it, else where the sentence does. */
function addDrafts(
  drafts: ThemeDraft[],
  told: readonly ToldTheme[],
  text: string,
  sentence: ReadSentence,
  polarity: Polarity,
  because: readonly Reason[],
): void {
  const { voice } = sentence;
  const place = { start: sentence.start, end: sentence.end };
  for (const { theme, span } of told) {
    const { start, end } = span ?? sentence;
    const words = text.slice(start, end);
    drafts.push({ kind: 'theme', start, end, text: words, theme, polarity, voice, sentence: place, because });
  }
}

/** Themes that a sentence has from a line above it: no words of its own tell them. */
const withoutWords = (themes: readonly string[]): readonly ToldTheme[] =>
  themes.map(theme => ({ theme, span: undefined }));

/** What is handed to the next paragraph. */
function behind(
  { list, polarity, graded }: ThemeCarry,
  heading: readonly string[],
  section: Polarity | undefined,
  last: Said | undefined,
): ThemeCarry {
  const carry: { -readonly [K in keyof ThemeCarry]: ThemeCarry[K] } = { list };
  if (polarity) carry.polarity = polarity;
  if (graded) carry.graded = graded;
  if (section) carry.section = section;
  if (heading.length > 0) carry.heading = heading;
  if (last) carry.last = last;
  return carry;
}
/** A sentence without a theme. */
const SILENT: Said = { themes: [], polarity: undefined };

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

/** Is a sentence an entry of the section? What a paper recommends to its committee is none. */
function isOfSection(
  words: Words,
  sentence: ReadSentence,
  bullet: boolean,
  section: Polarity | undefined,
): boolean {
  if (sentence.voice === 'inspectorate')
    return bullet || isNumberedEntry(words, sentence) || isNamedAlone(words, sentence);
  return bullet && section === 'strength';
}

/** What needs to improve is a weakness, however it is put; a strength is one unless the entry itself blames. */
function inSection(ruled: Ruled, section: Polarity | undefined): Ruled {
  if (!section || ruled.by !== undefined || ruled.firm || ruled.polarity === 'mixed') return ruled;
  return section === 'weakness' || isUnblamed(ruled) ? { ...ruled, polarity: section, firm: true } : ruled;
}

/** "What needs to improve", "Strengths": what a heading says of the entries below it. */
function sectionOf(heading: ReadSentence): Polarity | undefined {
  const weakness = mentions(heading, 'weakness-section');
  // "Major strengths  Important weaknesses": the heads of two columns.
  if (mentions(heading, 'strength-section')) return weakness ? undefined : 'strength';
  return weakness ? 'weakness' : undefined;
}

function introducing(
  words: Words,
  sentence: ReadSentence,
  told: readonly ToldTheme[],
  own: readonly JudgementDraft[],
): ThemeCarry {
  const graded = oneSideOf(words.reading.lexicon, own);
  return { list: told.map(t => t.theme), ...listPolarity(sentence), ...(graded ? { graded } : {}) };
}

/** What an introducing line says of its list. */
function listPolarity(sentence: ReadSentence): { polarity?: Polarity } {
  if (mentions(sentence, 'weakness-list')) return { polarity: 'weakness' };
  if (mentions(sentence, 'strength-list')) return { polarity: 'strength' };
  return mentions(sentence, 'scope') ? { polarity: 'neutral' } : {};
}

/** "Inspectors looked at: the quality of plans": what was looked at is not said to be good or bad. */
const inScope = (ruled: Ruled, listed: Polarity | undefined): Ruled =>
  listed === 'neutral' && ruled.by === undefined
    ? { ...ruled, polarity: 'neutral', cues: NONE, firm: true }
    : ruled;
