import { type Category, hasCategory, placeOf } from '../lexicon/categories.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { SignNames } from '../lexicon/weights.js';
import { CELL } from '../report/tokens.js';
import type { Voice } from './finding.js';
import { isCell } from './gradeWords.js';
import { mentions, mentionsOf, type Unvoiced } from './reading.js';
import type { VoiceCarry } from './voice.js';
import type { Words } from './words.js';

const CUES = [
  'speech',
  'finding-verb',
  'inspectors',
  'inspectorate',
  'provider-role',
  'other-role',
  'grade',
  'judging',
  'praise',
  'blame',
  'intent',
  'past-grade',
  'many-bodies',
  'another-body',
  'scale',
  'scope',
  'monitoring',
  'statistics',
  'inspector-section',
  'notes-heading',
  'share-sign',
  'fraction',
  'period',
  'theme',
  'job-title',
] as const satisfies readonly Category[];
const PRONOUNS = ['we', 'our', 'us', 'i', 'my', 'you', 'your', 'they', 'their', 'he', 'she', 'it'];
/** What inspectors do: "we found" is theirs. */
const SEEN = new Set(
  'found saw read looked sampled visited reviewed met heard observed surveyed inspected evaluated examined spoke considered judged identified noted tracked agreed'.split(
    ' ',
  ),
);
const BULLETS = new Set([0x2022, 0x2a, 0x25aa, 0x25a0, 0x25cf, 0x25e6, 0x2d, 0x2013]);
const STOPS = new Set([0x2e, 0x21, 0x3f, 0x201d, 0x22, 0x2019]);
/** Tokens of a sentence in which pronouns are looked for. */
const REACH = 60;

interface Seen {
  readonly words: Words;
  readonly sentence: Unvoiced;
  /** For each token, whether it lies inside quotation marks. */
  readonly inside: Uint8Array;
  readonly carry: VoiceCarry;
  /** What the rules say. */
  readonly ruled: Voice;
  /** First sentence of its paragraph. */
  readonly first: boolean;
  /** Blank lines stand around the paragraph. */
  readonly apart: boolean;
}

/** What is seen of a sentence that may tell whose words it is, as signs that weights may be given to. */
export class VoiceSigns {
  readonly #sign: ReturnType<typeof signsFor>;
  readonly #genres: readonly string[];
  readonly #cues: readonly { readonly place: number; readonly sign: number }[];
  /** By word: its sign outside quotation marks and inside them. */
  readonly #pronouns: ReadonlyMap<string, readonly [free: number, quoted: number]>;
  readonly #found: number[] = [];

  constructor(lexicon: Lexicon, names: SignNames) {
    this.#genres = [...lexicon.genres, 'none'];
    this.#sign = signsFor(names, this.#genres);
    this.#cues = CUES.map(cue => ({ place: placeOf(cue), sign: names.number(cue) }));
    this.#pronouns = new Map(
      PRONOUNS.map(word => [word, [names.number(`free ${word}`), names.number(`quoted ${word}`)]]),
    );
  }

  /** The signs of a sentence, valid until the next is asked for. */
  of({ words, sentence, inside, carry, ruled, first, apart }: Seen): readonly number[] {
    const { from, to } = sentence;
    const { tokens, text } = words.reading;
    const sign = this.#sign;
    const found = this.#found;
    const genre = this.#genres.indexOf(carry.genre ?? 'none');
    const [says, own, section] = [who(ruled), who(carry.own), who(carry.section)];
    const [speaker, last] = [who(carry.speaker), who(carry.last)];
    found.length = 0;
    found.push(
      sign.ruled[says]!,
      sign.own[own]!,
      sign.section[section]!,
      sign.speaker[speaker]!,
      sign.last[last]!,
      sign.genre[genre]!,
      sign.genreRuled[genre]![says]!,
      sign.genreLast[genre]![last]!,
      sign.reporting[carry.reporting ? 1 : 0]!,
      sign.ownRuled[own]![says]!,
      sign.ownLast[own]![last]!,
    );
    let quoted = 0;
    let cells = 0;
    for (let i = from; i < to; i++) {
      quoted += inside[i]!;
      if (
        i > from &&
        (tokens.gap[i] === CELL || (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === 0x7c))
      )
        cells++;
      // Pronouns are short words.
      if (tokens.hash[i] === 0 || tokens.end[i]! - tokens.start[i]! > 5 || i - from > REACH) continue;
      const pronoun = this.#pronouns.get(words.at(i));
      if (!pronoun) continue;
      const where = inside[i]!;
      found.push(pronoun[where]!);
      if (words.at(i) === 'we' && (SEEN.has(words.at(i + 1)) || SEEN.has(words.at(i + 2))))
        found.push(sign.weFound[where]!);
    }
    const share = quoted / Math.max(1, to - from);
    const how = share === 0 ? 0 : share < 0.35 ? 1 : share < 0.9 ? 2 : 3;
    found.push(sign.quoted[how]!, sign.quotedSpeaker[how]![speaker]!);
    if (how > 1) found.push(sign.mostLast[how]![last]!);
    for (const { place, sign: cue } of this.#cues) if (hasCategory(sentence, place)) found.push(cue);
    const end = words.mark(to - 1);
    const bullet = BULLETS.has(words.mark(from));
    const graded = mentions(sentence, 'grade');
    found.push((first ? sign.firstLast : sign.innerLast)[last]!);
    if (bullet) found.push(sign.bullet, sign.bulletSection[section]!, sign.bulletLast[last]!);
    if (words.isNumber(from) && (words.mark(from + 1) === 0x2e || /^\d{1,2}\.\d{1,2}$/.test(words.at(from))))
      found.push(sign.numbered);
    if (end === 0x3a) found.push(sign.introduces);
    if (cells > 0) {
      found.push(sign.row, sign.rowOwn[own]!, sign.rowGenre[genre]!);
      if (!graded) found.push(sign.rowWithoutGrade, sign.rowUngradedOwn[own]!);
    }
    if (first && to === tokens.count && to - from < 16 && !bullet && !STOPS.has(end)) {
      found.push(sign.title, sign.titleApart[apart ? 1 : 0]!, sign.titleOwn[own]!, sign.titleGenre[genre]!);
      if (graded) found.push(sign.gradedTitle[apart ? 1 : 0]!);
    }
    if (graded && mentionsOf(sentence, 'grade').some(g => isCell(words, sentence, g)))
      found.push(sign.cell[apart ? 1 : 0]!, sign.cellGenre[genre]!);
    if (to - from < 8) found.push(sign.short);
    return found;
  }
}

/** Voices by their place; the last stands for none. */
const WHO = ['inspectorate', 'provider', 'other', 'narrator', 'none'] as const;

function who(voice: Voice | undefined): number {
  switch (voice) {
    case 'inspectorate':
      return 0;
    case 'provider':
      return 1;
    case 'other':
      return 2;
    case 'narrator':
      return 3;
    case undefined:
      return 4;
  }
}

/** The signs' numbers, in tables by what they are about, so that none is looked up by name while reading. */
function signsFor(names: SignNames, genres: readonly string[]) {
  const one = (name: string): number => names.number(name);
  const each = (name: (what: string) => string, of: readonly string[] = WHO): readonly number[] =>
    of.map(what => one(name(what)));
  const pairs = (
    name: (first: string, second: string) => string,
    of: readonly string[],
  ): readonly (readonly number[])[] => of.map(first => each(second => name(first, second)));
  const shares = ['none', 'some', 'most', 'all'];
  const apart = ['close', 'apart'];
  return {
    ruled: each(v => `ruled ${v}`),
    own: each(v => `own ${v}`),
    section: each(v => `section ${v}`),
    speaker: each(v => `speaker ${v}`),
    last: each(v => `last ${v}`),
    genre: each(g => `genre ${g}`, genres),
    genreRuled: pairs((g, v) => `genre ${g} ${v}`, genres),
    genreLast: pairs((g, v) => `genre ${g} last ${v}`, genres),
    reporting: each(is => `reporting ${is}`, ['false', 'true']),
    ownRuled: pairs((o, v) => `own ${o} ${v}`, WHO),
    ownLast: pairs((o, v) => `own ${o} last ${v}`, WHO),
    weFound: each(where => `${where} we found`, ['free', 'quoted']),
    quoted: each(how => `quoted ${how}`, shares),
    quotedSpeaker: pairs((how, v) => `quoted ${how} speaker ${v}`, shares),
    mostLast: pairs((how, v) => `${how} last ${v}`, shares),
    firstLast: each(v => `first last ${v}`),
    innerLast: each(v => `inner last ${v}`),
    bullet: one('bullet'),
    bulletSection: each(v => `bullet section ${v}`),
    bulletLast: each(v => `bullet last ${v}`),
    numbered: one('numbered'),
    introduces: one('introduces'),
    row: one('row'),
    rowOwn: each(v => `row own ${v}`),
    rowGenre: each(g => `row genre ${g}`, genres),
    rowWithoutGrade: one('row without grade'),
    rowUngradedOwn: each(v => `row ungraded own ${v}`),
    title: one('title'),
    titleApart: each(how => `title ${how}`, apart),
    titleOwn: each(v => `title own ${v}`),
    titleGenre: each(g => `title genre ${g}`, genres),
    gradedTitle: each(how => `graded title ${how}`, apart),
    cell: each(how => `cell ${how}`, apart),
    cellGenre: each(g => `cell genre ${g}`, genres),
    short: one('short'),
  };
}
