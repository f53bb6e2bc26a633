import { type Category, hasCategory, placeOf } from '../lexicon/categories.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { SignNames } from '../lexicon/weights.js';
import type { JudgementDraft } from './draft.js';
import type { Polarity, Voice } from './finding.js';
import type { Ruled } from './polarity.js';
import type { ReadSentence } from './reading.js';
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

/** What is seen of a sentence besides its words, as signs that weights of themes and polarity may be given to. */
export class SentenceSigns {
  readonly #sign: ReturnType<typeof signsFor>;
  readonly #themes: ReadonlyMap<
    string,
    { readonly theme: number; readonly list: number; readonly heading: number }
  >;
  readonly #cues: readonly { readonly place: number; readonly one: number; readonly more: number }[];
  readonly #found: number[] = [];
  readonly #moods: number[] = [];

  constructor(lexicon: Lexicon, names: SignNames) {
    this.#sign = signsFor(names);
    this.#themes = new Map(
      [...lexicon.themes.keys()].map(theme => [
        theme,
        {
          theme: names.number(`theme ${theme}`),
          list: names.number(`list ${theme}`),
          heading: names.number(`heading ${theme}`),
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
  ofThemes(
    words: Words,
    sentence: ReadSentence,
    {
      phrases,
      list,
      heading,
      bullet,
      title,
      grades,
    }: {
      readonly phrases: ReadonlyMap<string, unknown>;
      /** Themes of the line that introduces a list. */
      readonly list: readonly string[];
      readonly heading: readonly string[];
      readonly bullet: boolean;
      readonly title: boolean;
      readonly grades: readonly JudgementDraft[];
    },
  ): readonly number[] {
    const sign = this.#sign;
    const [found, moods] = [this.#found, this.#moods];
    moods.length = 0;
    moods.push(sign.voice[sentence.voice]);
    for (const theme of list) moods.push(this.#themes.get(theme)!.list);
    for (const theme of heading) moods.push(this.#themes.get(theme)!.heading);
    if (bullet) moods.push(sign.bullet);
    if (title) moods.push(sign.title);
    for (const { status } of grades) moods.push(sign.grade[status]);
    for (const { place, one, more } of this.#cues) {
      if (!hasCategory(sentence, place)) continue;
      moods.push(one);
      if (isTwice(sentence, place)) moods.push(more);
    }
    if (words.mark(sentence.to - 1) === 0x3a) moods.push(sign.introduces);
    if (sentence.to - sentence.from < 8) moods.push(sign.short);
    if (sentence.to - sentence.from > 30) moods.push(sign.long);
    found.length = 0;
    for (const number of moods) found.push(number);
    for (const theme of phrases.keys()) found.push(this.#themes.get(theme)!.theme);
    return found;
  }

  /** What may tell its polarity: all but its themes, and what the rules say. To be asked for behind `ofThemes`. */
  ofPolarity(ruled: Ruled, list: Polarity | undefined): readonly number[] {
    const sign = this.#sign;
    const moods = this.#moods;
    moods.push(
      (ruled.by === 'grades' ? sign.grades : ruled.by === 'old grades' ? sign.oldGrades : sign.ruled)[
        ruled.polarity
      ],
    );
    if (ruled.balance) moods.push(sign.balance[ruled.balance]);
    if (list) moods.push(sign.listed[list]);
    return moods;
  }
}

function isTwice({ mentions }: ReadSentence, place: number): boolean {
  let seen = false;
  for (let i = 0; i < mentions.length; i++)
    if (mentions[i]!.place === place) {
      if (seen) return true;
      seen = true;
    }
  return false;
}

const VOICES = ['inspectorate', 'provider', 'other', 'narrator'] as const satisfies readonly Voice[];
const POLARITIES = ['strength', 'weakness', 'mixed', 'neutral'] as const satisfies readonly Polarity[];
const STATUSES = [
  'current',
  'previous',
  'aspiration',
  'negated',
  'other',
] as const satisfies readonly JudgementDraft['status'][];
const AMOUNTS = ['none', 'one', 'more'] as const;
const BALANCES = AMOUNTS.flatMap(praise => AMOUNTS.map(blame => `praise ${praise} blame ${blame}` as const));

function signsFor(names: SignNames) {
  const each = <T extends string>(of: readonly T[], name: (what: T) => string): Record<T, number> =>
    Object.fromEntries(of.map(what => [what, names.number(name(what))])) as Record<T, number>;
  return {
    voice: each(VOICES, v => `voice ${v}`),
    grade: each(STATUSES, s => `grade ${s}`),
    ruled: each(POLARITIES, p => `ruled ${p}`),
    grades: each(POLARITIES, p => `grades ${p}`),
    oldGrades: each(POLARITIES, p => `old grades ${p}`),
    listed: each(POLARITIES, p => `list ${p}`),
    balance: each(BALANCES, b => b),
    bullet: names.number('bullet'),
    title: names.number('title'),
    introduces: names.number('introduces'),
    short: names.number('short'),
    long: names.number('long'),
  };
}
