import { type Category, hasAnyOf, hasCategory, placeOf, setOf } from '../lexicon/categories.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { SignList, type SignNames } from '../lexicon/signNames.js';
import type { JudgementDraft, PercentageDraft } from './draft.js';
import { POLARITIES, type Polarity, STATUSES, VOICES } from './finding.js';
import type { ReadSentence } from './reading.js';
import { type Ruled, TURNED } from './ruled.js';
import type { PhraseThemes } from './themePhrases.js';
import type { Said } from './themes.js';
import { CHANGES, changeOf, goingOf, measuredIn, MEASURES } from './trend.js';
import type { Words } from './words.js';

/** Kinds of cue whose number in a sentence says something about it. */
const CUES = [
  'praise',
  'blame',
  'weak-blame',
  'not-praise',
  'contrast',
  'intent',
  'bad-measure',
  'good-measure',
  'goes-up',
  'goes-down',
  'scope',
  'grade',
  'judging',
  'finding-verb',
  'speech',
  'fraction',
  'share-sign',
  'period',
  'compares',
  'inspectors',
  'provider-role',
  'other-role',
  'monitoring',
  'statistics',
] as const satisfies readonly Category[];
const CUE_SET = setOf(...CUES);

/** What is seen of a sentence besides its words, as signs that weights of themes and polarity may be given to. */
export class SentenceSigns {
  readonly #sign: ReturnType<typeof signsFor>;
  readonly #themes: ReadonlyMap<
    string,
    Readonly<Record<'theme' | 'twice' | 'yielded' | 'list' | 'heading' | 'before' | 'above', number>>
  >;
  readonly #cues: readonly { readonly place: number; readonly one: number; readonly more: number }[];
  readonly #found = new SignList();
  /** How many of them may tell the polarity too. */
  #moods = 0;

  constructor(lexicon: Lexicon, names: SignNames) {
    this.#sign = signsFor(names);
    this.#themes = new Map(
      [...lexicon.themes.keys()].map(theme => [
        theme,
        {
          theme: names.number(`theme ${theme}`),
          twice: names.number(`twice ${theme}`),
          yielded: names.number(`yields ${theme}`),
          list: names.number(`list ${theme}`),
          heading: names.number(`heading ${theme}`),
          before: names.number(`before ${theme}`),
          above: names.number(`above ${theme}`),
        },
      ]),
    );
    this.#cues = CUES.map(cue => ({
      place: placeOf(cue),
      one: names.number(cue),
      more: names.number(`${cue}s`),
    }));
  }

  /** What may tell the themes of a sentence; valid until the next is asked for. */
  ofThemes(words: Words, sentence: ReadSentence, seen: ThemeSeen): SignList {
    const sign = this.#sign;
    const found = this.#found;
    found.count = 0;
    found.push(sign.voice[whichOf(VOICES, sentence.voice)]!);
    for (const theme of seen.list) found.push(this.#themes.get(theme)!.list);
    for (const theme of seen.heading) found.push(this.#themes.get(theme)!.heading);
    if (seen.bullet) found.push(sign.bullet);
    if (seen.title) found.push(sign.title);
    this.#addGrades(seen.grades);
    this.#count(sentence);
    const length = sentence.to - sentence.from;
    if (words.mark(sentence.to - 1) === 0x3a) found.push(sign.introduces);
    if (length < 8) found.push(sign.short);
    if (length > 30) found.push(sign.long);
    this.#moods = found.count;
    const { told, twice, yielded } = seen.phrases;
    for (const { theme } of told) found.push(this.#themes.get(theme)!.theme);
    for (const theme of twice) found.push(this.#themes.get(theme)!.twice);
    for (const theme of yielded) found.push(this.#themes.get(theme)!.yielded);
    const before = seen.last?.themes ?? [];
    for (let i = 0; i < before.length; i++) {
      const sign = this.#themes.get(before[i]!);
      if (sign) found.push(seen.first ? sign.above : sign.before);
    }
    return found;
  }

  /** Each status that a grade has, once: a table of a scale is no surer of anything than one grade of it. */
  #addGrades(grades: readonly JudgementDraft[]): void {
    let found = 0;
    for (let i = 0; i < grades.length; i++) {
      const status = whichOf(STATUSES, grades[i]!.status);
      if (((found >>> status) & 1) === 0) this.#found.push(this.#sign.grade[status]!);
      found |= 1 << status;
    }
  }

  /** Each cue that there is, and whether there are more of its kind. */
  #count(sentence: ReadSentence): void {
    const { mentions } = sentence;
    if (!hasAnyOf(sentence, CUE_SET)) return;
    let [low, high, moreLow, moreHigh] = [0, 0, 0, 0];
    for (let i = 0; i < mentions.length; i++) {
      const { place } = mentions[i]!;
      const bit = 1 << (place & 31);
      if (place < 32) {
        moreLow |= low & bit;
        low |= bit;
      } else {
        moreHigh |= high & bit;
        high |= bit;
      }
    }
    for (let i = 0; i < this.#cues.length; i++) {
      const { place, one, more } = this.#cues[i]!;
      if (!hasCategory(sentence, place)) continue;
      this.#found.push(one);
      if ((((place < 32 ? moreLow : moreHigh) >>> (place & 31)) & 1) === 1) this.#found.push(more);
    }
  }

  /** What may tell its polarity: all but its themes, and what the rules say. To be asked for behind `ofThemes`. */
  ofPolarity(
    sentence: ReadSentence,
    { polarity, by, balance, turned }: Ruled,
    list: Polarity | undefined,
    shares: readonly PercentageDraft[],
    { last, first }: Context,
  ): SignList {
    const sign = this.#sign;
    const found = this.#found;
    found.count = this.#moods;
    const ruled = by === 'grades' ? sign.grades : by === 'old grades' ? sign.oldGrades : sign.ruled;
    found.push(ruled[whichOf(POLARITIES, polarity)]!);
    if (balance !== undefined) found.push(sign.balance[balance]!);
    if (list) found.push(sign.listed[whichOf(POLARITIES, list)]!);
    for (let i = 0; i < turned.length; i++) found.push(sign.turned[turned[i]!]);
    const measured = measuredIn(sentence);
    const going = goingOf(sentence);
    if (going) found.push(sign.goes[measured][going.way]);
    const change = changeOf(shares);
    if (change) found.push(sign.figures[measured][change]);
    if (last) found.push((first ? sign.above : sign.before)[last.polarity ?? 'none']);
    return found;
  }
}

/** What the sentence before said, and whether it stands in the paragraph above. */
interface Context {
  readonly last: Said | undefined;
  readonly first: boolean;
}

/** What is known of a sentence before its themes are. */
interface ThemeSeen extends Context {
  readonly phrases: PhraseThemes;
  /** Themes of the line that introduces a list. */
  readonly list: readonly string[];
  readonly heading: readonly string[];
  readonly bullet: boolean;
  readonly title: boolean;
  readonly grades: readonly JudgementDraft[];
}

/** The place of a word among a few. */
function whichOf<T extends string>(of: readonly T[], what: T): number {
  let i = 0;
  while (of[i] !== what) i++;
  return i;
}

const AMOUNTS = ['none', 'one', 'more'] as const;
/** In the order of `balanceOf`. */
const BALANCES = AMOUNTS.flatMap(praise => AMOUNTS.map(blame => `praise ${praise} blame ${blame}`));

function signsFor(names: SignNames) {
  const each = (of: readonly string[], name: (what: string) => string): readonly number[] =>
    of.map(what => names.number(name(what)));
  const named = <T extends string, V>(of: readonly T[], make: (what: T) => V): Readonly<Record<T, V>> =>
    Object.fromEntries(of.map(what => [what, make(what)])) as Record<T, V>;
  return {
    voice: each(VOICES, v => `voice ${v}`),
    grade: each(STATUSES, s => `grade ${s}`),
    ruled: each(POLARITIES, p => `ruled ${p}`),
    grades: each(POLARITIES, p => `grades ${p}`),
    oldGrades: each(POLARITIES, p => `old grades ${p}`),
    listed: each(POLARITIES, p => `list ${p}`),
    balance: each(BALANCES, b => b),
    before: named([...POLARITIES, 'none'], what => names.number(`before ${what}`)),
    above: named([...POLARITIES, 'none'], what => names.number(`above ${what}`)),
    turned: named(TURNED, what => names.number(what)),
    goes: named(MEASURES, measure => named(['up', 'down'], way => names.number(`${measure} goes ${way}`))),
    figures: named(MEASURES, measure => named(CHANGES, way => names.number(`${measure} figures ${way}`))),
    bullet: names.number('bullet'),
    title: names.number('title'),
    introduces: names.number('introduces'),
    short: names.number('short'),
    long: names.number('long'),
  };
}
