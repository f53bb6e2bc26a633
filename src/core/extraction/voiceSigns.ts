import { type Category, hasAnyOf, hasCategory, placeOf, setOf } from '../lexicon/categories.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { SignList, type SignNames } from '../lexicon/signNames.js';
import type { Voice } from './finding.js';
import { isCell } from './gradeWords.js';
import { mentionsOf, type Unvoiced } from './reading.js';
import type { VoiceRules } from './voiceRules.js';
import { PRONOUNS, type SignTable, signTable, who } from './voiceSignTable.js';
import { hasCells } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
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
const PRONOUN_AT = new WordSet(PRONOUNS);
const WE = 0;
/** What inspectors do: "we found" is theirs. */
const SEEN = new WordSet(
  'found saw read looked sampled visited reviewed met heard observed surveyed inspected evaluated examined spoke considered judged identified noted tracked agreed',
);
const GRADE = placeOf('grade');
const OLD = setOf('past-grade', 'past-behind');
const OTHERS = setOf('another-body', 'many-bodies', 'scale');
const BULLETS = new Set([0x2022, 0x2a, 0x25aa, 0x25a0, 0x25cf, 0x25e6, 0x2d, 0x2013]);
const STOPS = new Set([0x2e, 0x21, 0x3f, 0x201d, 0x22, 0x2019]);
/** Tokens of a sentence in which pronouns are looked for. */
const REACH = 60;

/** What is seen of a sentence that may tell whose words it is, as signs that weights may be given to. */
export class VoiceSigns {
  readonly #sign: SignTable;
  /** By kind of text: its place in the tables of signs. */
  readonly #genres: ReadonlyMap<string | undefined, number>;
  /** By cue: its category’s place, and its sign. */
  readonly #places: Uint8Array;
  readonly #cues: Int32Array;
  readonly #found = new SignList();

  constructor(lexicon: Lexicon, names: SignNames) {
    const { genres } = lexicon;
    this.#genres = new Map(
      [...genres.entries(), [genres.length, undefined] as const].map(([i, g]) => [g, i]),
    );
    this.#sign = signTable(names, [...genres, 'none']);
    this.#places = Uint8Array.from(CUES, placeOf);
    this.#cues = Int32Array.from(CUES, cue => names.number(cue));
  }

  /** The signs of a sentence, valid until the next is asked for; `apart`: blank lines stand around its paragraph. */
  of(rules: VoiceRules, ruled: Voice, apart: boolean): SignList {
    const { words, sentence, first, carry } = rules;
    const { from, to } = sentence;
    const sign = this.#sign;
    const found = this.#found;
    const genre = this.#genres.get(carry.genre)!;
    const [says, own, section] = [
      who(ruled),
      who(carry.own === 'self' ? 'provider' : carry.own),
      who(carry.section),
    ];
    const [speaker, last] = [who(carry.speaker), who(carry.last)];
    found.count = 0;
    found.push(sign.ruled[says]!);
    found.push(sign.own[own]!);
    found.push(sign.section[section]!);
    found.push(sign.speaker[speaker]!);
    found.push(sign.last[last]!);
    found.push(sign.genre[genre]!);
    found.push(sign.genreRuled[genre]![says]!);
    found.push(sign.genreLast[genre]![last]!);
    found.push(sign.reporting[carry.reporting ? 1 : 0]!);
    found.push(sign.ownRuled[own]![says]!);
    found.push(sign.ownLast[own]![last]!);
    this.#seePronouns(words, sentence, rules.quotations.inside);
    const share = rules.quoted / Math.max(1, to - from);
    const how = share === 0 ? 0 : share < 0.35 ? 1 : share < 0.9 ? 2 : 3;
    found.push(sign.quoted[how]!);
    found.push(sign.quotedSpeaker[how]![speaker]!);
    if (how > 1) found.push(sign.mostLast[how]![last]!);
    this.#seeCues(sentence);
    const end = words.mark(to - 1);
    const bullet = isEntry(words.mark(from));
    const graded = hasCategory(sentence, GRADE);
    found.push((first ? sign.firstLast : sign.innerLast)[last]!);
    if (bullet) {
      found.push(sign.bullet);
      found.push(sign.bulletSection[section]!);
      found.push(sign.bulletLast[last]!);
    }
    if (words.isNumber(from) && (words.mark(from + 1) === 0x2e || /^\d{1,2}\.\d{1,2}$/.test(words.at(from))))
      found.push(sign.numbered);
    if (end === 0x3a) found.push(sign.introduces);
    if (hasCells(words, sentence)) {
      found.push(sign.row);
      found.push(sign.rowOwn[own]!);
      found.push(sign.rowGenre[genre]!);
      if (!graded) {
        found.push(sign.rowWithoutGrade);
        found.push(sign.rowUngradedOwn[own]!);
      }
    }
    if (first && to === words.reading.tokens.count && to - from < 16 && !bullet && !STOPS.has(end)) {
      found.push(sign.title);
      found.push(sign.titleApart[apart ? 1 : 0]!);
      found.push(sign.titleOwn[own]!);
      found.push(sign.titleGenre[genre]!);
      if (graded) found.push(sign.gradedTitle[apart ? 1 : 0]!);
    }
    const cell = graded ? mentionsOf(sentence, 'grade').find(g => isCell(words, sentence, g)) : undefined;
    if (cell) {
      // "Wellbeing: Good" is a row of grades; "Wellbeing: good" may as well be a heading.
      const [letter, how] = [words.isCapital(cell.from) ? 1 : 0, apart ? 1 : 0];
      found.push(sign.cell[how]!);
      found.push(sign.cellGenre[genre]!);
      found.push(sign.cellLetter[letter]![how]!);
      found.push(sign.cellLetterLast[letter]![last]!);
    }
    if (graded) this.#seeGrade(sentence, says, own, genre, last, how);
    if (to - from < 8) found.push(sign.short);
    return found;
  }

  /** A grade of old is the writer’s background, another’s too; today’s is the inspectors’: so each speaks by itself. */
  #seeGrade(
    sentence: Unvoiced,
    says: number,
    own: number,
    genre: number,
    last: number,
    quoted: number,
  ): void {
    const [sign, found] = [this.#sign.graded, this.#found];
    found.push(sign.ruled[says]!);
    found.push(sign.own[own]!);
    found.push(sign.genre[genre]!);
    found.push(sign.last[last]!);
    found.push(sign.quoted[quoted]!);
    if (hasAnyOf(sentence, OLD)) {
      found.push(sign.past[own]!);
      found.push(sign.pastRuled[says]!);
    }
    if (hasAnyOf(sentence, OTHERS)) {
      found.push(sign.others[own]!);
      found.push(sign.othersRuled[says]!);
    }
  }

  #seeCues(sentence: Unvoiced): void {
    const [places, cues] = [this.#places, this.#cues];
    for (let i = 0; i < places.length; i++) if (hasCategory(sentence, places[i]!)) this.#found.push(cues[i]!);
  }

  #seePronouns({ reading }: Words, { from, to }: Unvoiced, inside: Uint8Array): void {
    const end = Math.min(to, from + REACH + 1);
    const found = [0, 0];
    let weFound = 0;
    for (let i = from; i < end; i++) {
      const pronoun = PRONOUN_AT.placeAt(reading, i);
      if (pronoun < 0) continue;
      const where = inside[i]!;
      found[where]! |= 1 << pronoun;
      if (pronoun === WE && (SEEN.has(reading, i + 1) || SEEN.has(reading, i + 2))) weFound |= 1 << where;
    }
    // Each once, however often it stands there: so it was learnt.
    for (let where = 0; where < 2; where++) {
      for (let pronoun = 0, left = found[where]!; left !== 0; pronoun++, left >>>= 1)
        if ((left & 1) === 1) this.#found.push(this.#sign.pronoun[where]![pronoun]!);
      if (((weFound >>> where) & 1) === 1) this.#found.push(this.#sign.weFound[where]!);
    }
  }
}

const isEntry = (mark: number): boolean => mark !== 0 && BULLETS.has(mark);
