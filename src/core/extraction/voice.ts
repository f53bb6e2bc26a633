import type { Category } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { SignNames } from '../lexicon/weights.js';
import { quotationsOf } from '../report/quotations.js';
import { CELL, type Tokens } from '../report/tokens.js';
import type { Reason, Voice } from './finding.js';
import { isAlone, isCell } from './gradeWords.js';
import { withGenre } from './genre.js';
import { LearntVoice } from './learnt.js';
import { mentions, mentionsOf, type Reading, type Unread, type Unvoiced } from './reading.js';
import { VoiceSigns } from './voiceSigns.js';
import { Words } from './words.js';

/** Who is speaking when a paragraph begins. */
export interface VoiceCarry {
  /** A quotation is still open. */
  readonly open: boolean;
  /** Who was quoted or reported last. */
  readonly speaker: Voice | undefined;
  /** Whose words the entries of the list or section are. */
  readonly section: Voice | undefined;
  /** Whether inspectors have been reported, so that what plainly goes on is theirs. */
  readonly reporting: boolean;
  /** A letter or report of the inspectors themselves, or one of the inspected body. */
  readonly own: 'inspectorate' | 'provider' | undefined;
  /** What kind of text it is, as far as it has said so. */
  readonly genre: string | undefined;
  /** Whose words the sentence before was. */
  readonly last: Voice | undefined;
  /** A blank line stands before the paragraph. */
  readonly apart: boolean;
}

export const noVoice: VoiceCarry = {
  open: false,
  speaker: undefined,
  section: undefined,
  reporting: false,
  own: undefined,
  genre: undefined,
  last: undefined,
  apart: true,
};

/** Tells whose words each sentence of a paragraph is: by quotation marks and who is named beside a verb of speech, by the section it stands in, by what went before, and by what was learnt of such sentences. */
export class VoiceReader {
  readonly #names = new SignNames();
  readonly #signs: VoiceSigns;
  readonly #learnt: LearntVoice | undefined;

  /** `watch` is told of every sentence, for training. */
  constructor(
    lexicon: Lexicon,
    private readonly watch?: WatchVoice | undefined,
  ) {
    this.#signs = new VoiceSigns(lexicon, this.#names);
    this.#learnt = lexicon.learnt && new LearntVoice(lexicon.learnt, this.#names);
  }

  /** Fills in the voices of the sentences; what it knows then of who speaks. */
  read(reading: Omit<Reading, 'sentences'>, sentences: readonly Unread[], carryIn: VoiceCarry): VoiceCarry {
    const { text, tokens } = reading;
    const words = new Words(reading);
    const { inside, open } = quotationsOf(text, tokens, carryIn.open);
    const blank = endsBlank(text);
    const apart = carryIn.apart && (blank || !text.endsWith('\n'));
    let carry = carryIn;
    for (let i = 0; i < sentences.length; i++) {
      const sentence = sentences[i]!;
      const first = i === 0;
      carry = withGenre(sentence, carry);
      const ruled = new Teller(words, inside, sentence, first).tell(carry);
      const seen = { words, sentence, inside, carry, ruled: ruled.voice, first, apart };
      let told: { voice: Voice; reasons: readonly Reason[] } = ruled;
      if (this.watch) {
        const signs = this.#signs.of(seen).map(sign => this.#names.name(sign));
        told = { voice: this.watch({ sentence, text, signs }) ?? ruled.voice, reasons: ruled.reasons };
      } else if (this.#learnt && carry.genre !== 'statistics')
        told = this.#learnt.tell(words, sentence, ruled, this.#signs.of(seen));
      sentence.voice = told.voice;
      sentence.voiceReason = told.reasons;
      carry = ruled.carry.last === told.voice ? ruled.carry : { ...ruled.carry, last: told.voice };
    }
    return carry.open === open && carry.apart === blank ? carry : { ...carry, open, apart: blank };
  }
}

/** Does the paragraph end in a blank line? */
function endsBlank(text: string): boolean {
  let lines = 0;
  for (let i = text.length - 1; i >= 0 && lines < 2; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) lines++;
    else if (unit !== 0x20 && unit !== 0x09 && unit !== 0xa0) break;
  }
  return lines > 1;
}

/** What training sees of a sentence is what the reader sees; it may say whose words they really are. */
export type WatchVoice = (seen: {
  readonly sentence: Unvoiced;
  readonly text: string;
  readonly signs: readonly string[];
}) => Voice | undefined;

interface Told {
  readonly voice: Voice;
  readonly reasons: Reason[];
  readonly carry: VoiceCarry;
}

const JUDGES = ['praise', 'blame'] as const;
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr']);
const SPEAKING = ['speech', 'finding-verb', 'inspectors', 'inspectorate'] as const;
const PRONOUNS = new Set(['he', 'she', 'they', 'i', 'we']);
/** What a line that tells whose letter or report it is begins with. */
const OPENERS = new Set(['this', 'inspection', 'date', 'inspected', 'a', 'report', 'dear']);
const OURS = new Set(['we', 'our', 'us', 'i', 'my']);
const BULLETS = new Set([0x2022, 0x2a, 0x25aa, 0x25e6, 0x2d, 0x2013]);
const PERCENT = new Set(['%']);
const REPORTS = new Set(['report']);
const RELATIVES = new Set([
  'parents',
  'parent',
  'families',
  'carers',
  'residents',
  'colleagues',
  'governors',
]);

/** One sentence and the question who says it. */
class Teller {
  private readonly tokens: Tokens;

  constructor(
    private readonly words: Words,
    private readonly inside: Uint8Array,
    private readonly sentence: Unvoiced,
    private readonly first: boolean,
  ) {
    this.tokens = words.reading.tokens;
  }

  tell(carry: VoiceCarry): Told {
    const { sentence } = this;
    const introduces = this.#mark(sentence.to - 1) === 0x3a;
    const quoted = this.#quotedShare();
    const bullet = BULLETS.has(this.#mark(sentence.from)) || this.#isNumberedLetter();
    const next = { ...carry };
    if (this.#has('notes-heading'))
      return {
        voice: 'narrator',
        reasons: [],
        carry: { ...next, section: 'narrator', speaker: undefined, reporting: false },
      };
    const letter = this.#letterOf();
    if (letter) next.own = letter;
    const speaker = this.#speaker(carry);
    if (speaker) {
      const { voice, cue } = speaker;
      next.speaker = voice;
      if (voice === 'inspectorate') next.reporting = true;
      if (introduces) next.section = voice;
      return { voice, reasons: [this.#reason(voice, cue)], carry: next };
    }
    if (quoted > 0.6 || (this.inside[sentence.from] === 1 && quoted > 0.3)) {
      const voice =
        carry.speaker ?? (this.#says(OURS) ? 'provider' : carry.reporting ? 'inspectorate' : 'provider');
      return { voice, reasons: [], carry: next };
    }
    if (carry.section === 'narrator')
      return { voice: this.#cell() ? 'inspectorate' : 'narrator', reasons: [], carry: next };
    if (this.#cell()) return { voice: 'inspectorate', reasons: [], carry: next };
    if (carry.genre === 'statistics' && this.#isRow()) return { voice: 'narrator', reasons: [], carry: next };
    if (bullet && carry.section) return { voice: carry.section, reasons: [], carry: next };
    if (introduces) {
      const voice: Voice =
        this.#has('inspector-section') || this.#has('inspectors')
          ? 'inspectorate'
          : (carry.section ?? (carry.reporting ? 'inspectorate' : 'narrator'));
      if (voice === 'inspectorate') next.reporting = true;
      return { voice, reasons: [], carry: { ...next, section: voice } };
    }
    if (this.#isHeading()) {
      const section = this.#has('inspector-section') ? 'inspectorate' : undefined;
      return { voice: 'narrator', reasons: [], carry: { ...next, section, speaker: undefined } };
    }
    if (!bullet && this.first) next.section = undefined;
    if (this.#has('scope'))
      return { voice: carry.own === 'inspectorate' ? 'inspectorate' : 'narrator', reasons: [], carry: next };
    return { voice: this.#plain(next), reasons: [], carry: next };
  }

  /** Plain prose: a grade given, or what goes on reporting, is the inspectors'; background and announcements are the writer's. */
  #plain(carry: VoiceCarry): Voice {
    if (this.#has('scale')) return 'narrator';
    if (carry.own === 'inspectorate') return 'inspectorate';
    if (carry.own === 'provider') {
      if (this.#has('grade') && (this.#isBackground() || this.#namesYear())) return 'narrator';
      if (this.#says(OURS)) return 'provider';
      return this.#has('grade') ? 'inspectorate' : 'narrator';
    }
    if (this.#has('grade')) {
      const past =
        this.#isBackground() ||
        this.#has('another-body') ||
        (this.#has('many-bodies') && this.#hasNumber()) ||
        this.#has('scale') ||
        this.#namesYear();
      return past ? 'narrator' : this.#has('judging') || this.#has('copula') ? 'inspectorate' : 'narrator';
    }
    if (this.#has('inspectorate') && this.#has('finding-verb')) return 'inspectorate';
    const judges = JUDGES.some(c => this.#has(c)) || this.#hasShare();
    if (carry.reporting && judges && !this.#has('intent')) return 'inspectorate';
    return 'narrator';
  }

  /** Who is named with a verb of speech, or a pronoun that stands for the last speaker. */
  #speaker(carry: VoiceCarry): { voice: Voice; cue: Mention } | undefined {
    const { sentence } = this;
    if (!SPEAKING.some(category => mentions(sentence, category))) return undefined;
    const outside = (m: Mention): boolean => this.inside[m.from] === 0;
    const speech = mentionsOf(sentence, 'speech').filter(outside);
    const finding = mentionsOf(sentence, 'finding-verb').filter(outside);
    const inspectors = sentence.mentions.filter(
      m => (m.category === 'inspectors' || m.category === 'inspectorate') && outside(m),
    );
    const people = sentence.mentions.filter(
      m => (m.category === 'provider-role' || m.category === 'other-role') && outside(m),
    );
    const verb = speech[0];
    if (verb) {
      const said = this.#word(verb.from - 1);
      const named = TITLES.has(this.#word(verb.from - 2));
      if (carry.speaker && (['he', 'she', 'they'].includes(said) || named))
        return { voice: carry.speaker, cue: verb };
      // An inspector by title speaks for the inspectorate, whoever else is named.
      const ranked = [...people, ...inspectors].sort((a, b) => distance(a, verb) - distance(b, verb));
      const body = inspectors.find(m => distance(m, verb) < 10);
      const role = people.find(m => distance(m, verb) < 14);
      if (
        body &&
        (!role || role.id === 'provider-role' ? isOfficial(role, this.#word(role?.from ?? -1)) : false)
      )
        return { voice: 'inspectorate', cue: body };
      const other = people.find(m => m.category === 'other-role' && distance(m, verb) < 12);
      if (
        other &&
        !people.some(m => m.category === 'provider-role' && distance(m, verb) < distance(other, verb))
      )
        return { voice: 'other', cue: other };
      if (role) return { voice: role.category === 'other-role' ? 'other' : 'provider', cue: role };
      if (ranked[0] && ranked[0].category.startsWith('inspector'))
        return { voice: 'inspectorate', cue: ranked[0] };
      const near = PRONOUNS.has(this.#word(verb.from - 1)) || PRONOUNS.has(this.#word(verb.to));
      if (near && carry.speaker) return { voice: carry.speaker, cue: verb };
    }
    const stranger = people.find(
      m => m.category === 'other-role' && finding.some(v => distance(m, v) < 6 && m.from < v.from),
    );
    if (stranger && inspectors.length === 0) return { voice: 'other', cue: stranger };
    const found = finding.find(v => inspectors.some(i => distance(i, v) < 8));
    if (found) return { voice: 'inspectorate', cue: found };
    if (inspectors.length > 0 && this.#wordBefore(inspectors[0]!.from, 'to', 'according'))
      return { voice: 'inspectorate', cue: inspectors[0]! };
    const byPronoun = finding.find(
      v =>
        ['they', 'it', 'he', 'she'].includes(this.#word(v.from - 1)) ||
        TITLES.has(this.#word(v.from - 2)) ||
        (this.#word(v.from - 1) === 'also' && this.#word(v.from - 2) === 'they'),
    );
    if (byPronoun && carry.reporting && carry.speaker === 'inspectorate')
      return { voice: 'inspectorate', cue: byPronoun };
    return undefined;
  }

  /** Does the sentence open or belong to somebody's own letter or report? */
  #letterOf(): VoiceCarry['own'] {
    const { from, to } = this.sentence;
    if (!OPENERS.has(this.#word(from)) && !(to - from < 12 && this.#has('inspectorate'))) return undefined;
    const begins = (...words: string[]): boolean => words.every((word, i) => this.#word(from + i) === word);
    if (begins('this', 'letter') || begins('this', 'report', 'summarises')) return 'inspectorate';
    if (['dates', 'date', 'report'].some(word => begins('inspection', word))) return 'inspectorate';
    if (
      begins('date', 'of', 'inspection') ||
      begins('inspected', 'on') ||
      begins('a', 'report', 'on') ||
      begins('report', 'card')
    )
      return 'inspectorate';
    if (to - from < 12 && this.#has('inspectorate') && this.#says(REPORTS)) return 'inspectorate';
    if (begins('dear') && RELATIVES.has(this.#word(from + 1))) return 'provider';
    return undefined;
  }

  /** Does it tell of a grade of old? "Gone from good to inadequate" tells of today's. */
  #isBackground(): boolean {
    return mentionsOf(this.sentence, 'past-grade').some(m => this.#word(m.to - 1) !== 'from');
  }

  #hasShare(): boolean {
    return this.#has('share-sign') || this.#has('fraction') || this.#has('ratio') || this.#says(PERCENT);
  }

  /** Does the sentence name a year, as background does? */
  #namesYear(): boolean {
    const { from, to } = this.sentence;
    for (let i = from; i < Math.min(to, from + 60); i++)
      if (this.words.isNumber(i) && /^(19|20)\d\d$/.test(this.#word(i))) return true;
    return false;
  }

  #quotedShare(): number {
    const { from, to } = this.sentence;
    let count = 0;
    for (let i = from; i < to; i++) count += this.inside[i]!;
    return count / Math.max(1, to - from);
  }

  #hasNumber(): boolean {
    const { from, to } = this.sentence;
    for (let i = from; i < Math.min(to, from + 60); i++)
      if (this.words.isNumber(i) && !/^(19|20)\d\d$/.test(this.#word(i))) return true;
    return false;
  }

  #cell(): boolean {
    if (!this.#has('grade')) return false;
    const grades = mentionsOf(this.sentence, 'grade');
    if (
      grades.length < 3 &&
      grades.some(g => isCell(this.words, this.sentence, g) || isAlone(this.sentence, g))
    )
      return true;
    const { from, to } = this.sentence;
    for (let i = from + 1; i < to; i++)
      if (this.tokens.gap[i] === CELL || this.#mark(i) === 0x7c) return true;
    return false;
  }

  /** A row of a table with a figure in it. */
  #isRow(): boolean {
    const { from, to } = this.sentence;
    let cells = 0;
    for (let i = from + 1; i < to; i++) if (this.tokens.gap[i] === CELL || this.#mark(i) === 0x7c) cells++;
    return cells > 0 && this.#hasNumber();
  }

  #isHeading(): boolean {
    const { from, to } = this.sentence;
    const last = this.#mark(to - 1);
    return (
      this.first &&
      to === this.tokens.count &&
      to - from <= 14 &&
      ![0x2e, 0x21, 0x3f, 0x201d, 0x3b].includes(last) &&
      !BULLETS.has(this.#mark(from))
    );
  }

  #isNumberedLetter(): boolean {
    const { from } = this.sentence;
    return this.#mark(from) === 0x28 && this.#mark(from + 2) === 0x29;
  }

  #has(category: Category): boolean {
    return mentions(this.sentence, category);
  }

  #says(words: ReadonlySet<string>): boolean {
    const { from, to } = this.sentence;
    for (let i = from; i < Math.min(to, from + 60); i++) if (words.has(this.#word(i))) return true;
    return false;
  }

  #word(i: number): string {
    return this.words.at(i);
  }

  #wordBefore(i: number, last: string, before: string): boolean {
    return this.#word(i - 1) === last && this.#word(i - 2) === before;
  }

  #mark(i: number): number {
    return this.words.mark(i);
  }

  #reason(voice: Voice, cue: Mention): Reason {
    return this.words.because('voice', voice, cue);
  }
}

const distance = (a: Mention, b: Mention): number => (a.from < b.from ? b.from - a.to : a.from - b.to);

/** A role that inspectorates have too: "CQC's deputy director", "chief inspector". */
const isOfficial = (role: Mention | undefined, word: string): boolean =>
  role === undefined || ['director', 'deputy', 'chief', 'interim'].includes(word);
