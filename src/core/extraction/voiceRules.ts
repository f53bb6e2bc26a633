import { type Category, hasAnyOf, hasCategory, placeOf, setOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Quotations } from '../report/quotations.js';
import { CELL } from '../report/tokens.js';
import type { Reason, Voice } from './finding.js';
import { explainsGrade, gradeFirst } from './gradeFirst.js';
import { isWholeScale } from './gradeScale.js';
import { givesShare } from './givesShare.js';
import { moveAt } from './gradeMove.js';
import { isAlone, isCell } from './gradeWords.js';
import { letterOf } from './letter.js';
import { hasRNumber, isNumberedEntry } from './lines.js';
import { mentions, mentionsOf, type Unvoiced } from './reading.js';
import { isPlaceRow } from './placeRow.js';
import { speakerOf } from './speaker.js';
import type { VoiceCarry } from './voiceCarry.js';
import { isPronoun, isPreposition, isVerbal } from './verbs.js';
import { hasCells, hasFigure, hasYear, isBullet, isTitleLine } from './voiceTokens.js';
import { WordSet } from './wordSet.js';
import type { Words } from './words.js';

const OURS = new WordSet('we our us i my');
const WHOLE = new WordSet("overall it children's services this lscb local");
const WE_HAVE = new WordSet("we've we'll we're");
const ACTING = new WordSet('have will are now plan intend');
const GRADE = placeOf('grade');
const SCALE = placeOf('scale');
const [PIPE, DOT] = [0x7c, 0x2e];
const JUDGES = setOf('praise', 'blame');
const INSPECTORS = setOf('inspectors', 'inspectorate', 'inspectorate-owner');
const SPEAKERS = setOf('inspectors', 'speech');
const NONE: readonly Reason[] = [];
/** Does a wide gap, a pipe or a line of dots part what stands at a token from its label? */
const isApart = (words: Words, token: number): boolean =>
  words.gap(token) === CELL ||
  words.mark(token - 1) === PIPE ||
  (words.mark(token - 1) === DOT && words.mark(token - 2) === DOT);
/** Tokens of a sentence in which words are looked for. */
const REACH = 60;

/** One sentence, the question who says it, and what goes on from there to the next. */
export class VoiceRules {
  /** How many of its tokens lie inside quotation marks. */
  readonly quoted: number;
  /** Whose voice it is by name, if it names them. */
  #cue: Mention | undefined;
  #speaker: Voice | undefined;
  #section: Voice | undefined;
  #reporting: boolean;
  #own: VoiceCarry['own'];
  #firm = false;

  constructor(
    readonly words: Words,
    readonly quotations: Quotations,
    readonly sentence: Unvoiced,
    /** First sentence of its paragraph. */
    readonly first: boolean,
    readonly carry: VoiceCarry,
  ) {
    this.quoted = quotations.any ? quotations.count(sentence.from, sentence.to) : 0;
    this.#speaker = carry.speaker;
    this.#section = carry.section;
    this.#reporting = carry.reporting;
    this.#own = carry.own;
  }

  tell(): Voice {
    const { sentence, words, carry } = this;
    if (this.#has('notes-heading')) {
      this.#section = 'narrator';
      this.#speaker = undefined;
      this.#reporting = false;
      return 'narrator';
    }
    // The grades of a scale, and nothing said of anybody.
    if (namesScale(words, sentence)) {
      this.#firm = true;
      return 'narrator';
    }
    const introduces = words.mark(sentence.to - 1) === 0x3a;
    if (this.#own !== 'self') this.#own = letterOf(words, sentence, carry, this.#isHeading()) ?? this.#own;
    const speaker = speakerOf(words, sentence, this.quotations.inside, carry);
    if (speaker) {
      const { voice, cue } = speaker;
      this.#cue = cue;
      this.#firm = speaker.firm === true;
      if (speaker.aside && !introduces) return voice;
      this.#speaker = voice;
      if (voice === 'inspectorate') this.#reporting = true;
      // "Ofsted said that the council should:"
      if (introduces) this.#section = hasAnyOf(sentence, INSPECTORS) ? 'inspectorate' : voice;
      return voice;
    }
    if (this.#isQuoted())
      return carry.speaker ?? (this.#saysOurs() || !carry.reporting ? 'provider' : 'inspectorate');
    // A row of figures in a statistical release: of other bodies, in its own table.
    if (carry.genre === 'statistics' && hasCells(words, sentence) && hasFigure(words, sentence))
      return carry.own === 'inspectorate' ? 'inspectorate' : 'other';
    // A row of a table that sets many bodies side by side, unless it is a council's or an inspectorate's own.
    if (carry.genre !== 'paper' && !this.#own && hasCells(words, sentence) && isPlaceRow(words, sentence)) {
      this.#firm = true;
      return 'other';
    }
    if (this.#cell()) {
      this.#firm = this.#isRow();
      return 'inspectorate';
    }
    if (carry.section === 'narrator') return 'narrator';
    if (hasCategory(sentence, GRADE) && gradeFirst(words, sentence)) {
      this.#firm = true;
      return 'inspectorate';
    }
    // "Good: better than the minimum" explains the grade.
    if (explainsGrade(words, sentence)) {
      this.#firm = true;
      return 'narrator';
    }
    // "R1 Raise standards": so some inspectorates number what they recommend.
    if ((carry.section === 'inspectorate' || carry.own === 'inspectorate') && hasRNumber(words, sentence)) {
      this.#firm = true;
      return 'inspectorate';
    }
    const bullet =
      isBullet(words.mark(sentence.from)) ||
      this.#isNumberedLetter() ||
      (this.first && isNumberedEntry(words, sentence));
    if (bullet && carry.section) {
      // "The council says that it has:"
      this.#firm = carry.section === 'provider';
      return carry.section;
    }
    if (introduces) return this.#introduced();
    if (this.#isHeading()) {
      this.#section = this.#has('inspector-section') ? 'inspectorate' : undefined;
      this.#speaker = undefined;
      // "Children's services in Wexby are good": the verdict under the title of their own report.
      if (this.#own === 'inspectorate' && this.#isVerdict()) {
        this.#firm = true;
        return 'inspectorate';
      }
      return 'narrator';
    }
    if (!bullet && this.first) this.#section = undefined;
    if (this.#has('scope')) return carry.own === 'inspectorate' ? 'inspectorate' : 'narrator';
    return this.#plain();
  }

  /** Is what `tell` told beyond doubt, whatever stands around? */
  get firm(): boolean {
    return this.#firm;
  }

  /** Why it is the voice that `tell` told. */
  reasonsFor(voice: Voice): readonly Reason[] {
    return this.#cue ? [this.words.because('voice', voice, this.#cue)] : NONE;
  }

  /** The carry behind the sentence; `last`: whose words it turned out to be. */
  carryOn(last: Voice): VoiceCarry {
    const { carry } = this;
    if (
      carry.last === last &&
      carry.speaker === this.#speaker &&
      carry.section === this.#section &&
      carry.reporting === this.#reporting &&
      carry.own === this.#own
    )
      return carry;
    return {
      open: carry.open,
      speaker: this.#speaker,
      section: this.#section,
      reporting: this.#reporting,
      own: this.#own,
      genre: carry.genre,
      last,
      apart: carry.apart,
    };
  }

  /** Is most of it inside quotation marks? */
  #isQuoted(): boolean {
    if (this.quoted === 0) return false;
    const { from, to } = this.sentence;
    const share = this.quoted / Math.max(1, to - from);
    return share > 0.6 || (this.quotations.inside[from] === 1 && share > 0.3);
  }

  /** A line that introduces a list: its entries are whose words it is. */
  #introduced(): Voice {
    const { carry } = this;
    const theirs = this.#has('inspector-section') || this.#has('inspectors');
    if (!theirs && this.#saysWhatWeDid()) {
      this.#firm = true;
      this.#section = 'provider';
      return 'provider';
    }
    const voice = theirs
      ? 'inspectorate'
      : (carry.section ?? (carry.reporting ? 'inspectorate' : 'narrator'));
    if (voice === 'inspectorate') this.#reporting = true;
    this.#section = voice;
    return voice;
  }

  /** Plain prose: a grade given, or what goes on reporting, is the inspectors'; background and announcements are the writer's. */
  #plain(): Voice {
    const { sentence } = this;
    if (hasCategory(sentence, SCALE)) return 'narrator';
    if (this.#own === 'inspectorate') return 'inspectorate';
    const graded = hasCategory(sentence, GRADE);
    if (graded && isOfUs(this.words, sentence) && !hasYear(this.words, sentence)) {
      this.#firm = true;
      return 'provider';
    }
    if (this.#own === 'self') {
      this.#firm = true;
      return graded && !this.#has('intent') && this.#isOfOld() ? 'narrator' : 'provider';
    }
    if (this.#own === 'provider') {
      if (graded && (this.#isBackground() || hasYear(this.words, sentence))) return 'narrator';
      if (this.#saysOurs()) return 'provider';
      return graded ? 'inspectorate' : 'narrator';
    }
    // A release about inspections reports what inspectors found, of however many bodies.
    if (graded && this.carry.genre === 'statistics') return 'inspectorate';
    if (graded) {
      if (
        this.#isBackground() ||
        this.#has('another-body') ||
        (this.#has('many-bodies') && hasFigure(this.words, sentence)) ||
        hasYear(this.words, sentence)
      )
        return 'narrator';
      return this.#has('judging') || this.#has('copula') || this.#requires() ? 'inspectorate' : 'narrator';
    }
    if (this.#has('inspectorate') && this.#has('finding-verb')) return 'inspectorate';
    // A line that a text begins with and that names nobody.
    if (this.#isBareLine()) {
      this.#firm = true;
      return 'narrator';
    }
    return this.#reporting && !this.#has('intent') && this.#judges() ? 'inspectorate' : 'narrator';
  }

  /** Is it alone in the first paragraph of a text, and names nobody who might say it? */
  #isBareLine(): boolean {
    const { carry, sentence, words } = this;
    if (carry.last !== undefined || !this.#fillsParagraph() || hasAnyOf(sentence, SPEAKERS)) return false;
    // "It found that …"
    return !(isPronoun(words, sentence.from) && this.#has('finding-verb'));
  }

  /** Does it praise, blame or give a share? */
  #judges(): boolean {
    return hasAnyOf(this.sentence, JUDGES) || givesShare(this.words, this.sentence);
  }

  /** "We were judged good in 2019": does a self-evaluation tell of what it was given? */
  #isOfOld(): boolean {
    return (
      this.#isBackground() ||
      (hasYear(this.words, this.sentence) && (this.#has('judging') || this.#has('finding-verb')))
    );
  }

  /** Does it tell of a grade of old? "Gone from good to inadequate" tells of today's. */
  #isBackground(): boolean {
    return mentionsOf(this.sentence, 'past-grade').some(m => this.words.at(m.to - 1) !== 'from');
  }

  /** "Adoption requires improvement": the grade is the verb. */
  #requires(): boolean {
    const [grade] = mentionsOf(this.sentence, 'grade');
    if (!grade || grade.from === this.sentence.from) return false;
    const before = grade.from - 1;
    return (
      this.words.isWord(before) && !isPreposition(this.words, before) && isVerbal(this.words, grade.from)
    );
  }

  /** "The overall judgement is …", "It is …", "Children's services in Wexby are …": of the whole, and no heading of a part. */
  #isVerdict(): boolean {
    const { sentence, words } = this;
    const at = words.at(sentence.from) === 'the' ? sentence.from + 1 : sentence.from;
    if (!hasCategory(sentence, GRADE) || !WHOLE.has(words.reading, at)) return false;
    return words.mark(sentence.to - 1) === 0 && (this.#requires() || this.#has('copula'));
  }

  #cell(): boolean {
    const { words, sentence } = this;
    if (!hasCategory(sentence, GRADE)) return false;
    const grades = mentionsOf(sentence, 'grade');
    if (grades.length < 3 && grades.some(g => isCell(words, sentence, g) || isAlone(words, sentence, g)))
      return true;
    return hasCells(words, sentence);
  }

  /** "Adoption | Good": a label and its grades, in cells of their own. What only stands behind a colon may be a heading. */
  #isRow(): boolean {
    const { words, sentence } = this;
    const grades = mentionsOf(sentence, 'grade');
    return (
      grades.length < 3 &&
      grades.every(
        grade =>
          grade.from > sentence.from &&
          (moveAt(words, grade, grades) !== undefined ||
            (words.isCapital(grade.from) && isApart(words, grade.from))),
      )
    );
  }

  #isHeading(): boolean {
    return isTitleLine(this.words, this.sentence, this.first);
  }

  #fillsParagraph(): boolean {
    return this.first && this.sentence.to === this.words.reading.tokens.count;
  }

  #isNumberedLetter(): boolean {
    const { from } = this.sentence;
    return this.words.mark(from) === 0x28 && this.words.mark(from + 2) === 0x29;
  }

  /** "We have already:", "Since then we have:", where it is not inspectors who write. */
  #saysWhatWeDid(): boolean {
    const { words, sentence } = this;
    if (this.#own === 'inspectorate' || this.carry.genre === 'letter' || this.carry.genre === 'report')
      return false;
    if (WE_HAVE.has(words.reading, sentence.from)) return true;
    for (let i = sentence.from; i < Math.min(sentence.to - 1, sentence.from + REACH); i++)
      if (words.at(i) === 'we' && ACTING.has(words.reading, i + 1)) return true;
    return false;
  }

  #saysOurs(): boolean {
    const { from, to } = this.sentence;
    return OURS.hasAny(this.words.reading, from, Math.min(to, from + REACH));
  }

  #has(category: Category): boolean {
    return mentions(this.sentence, category);
  }
}

/** "We have been judged good": no inspector says so. */
function isOfUs(words: Words, { from, to }: Unvoiced): boolean {
  for (let i = from; i < Math.min(to - 2, from + REACH); i++) {
    if (words.at(i) !== 'we') continue;
    let verb = i + 1;
    while (verb < i + 5 && BEEN.has(words.reading, verb)) verb++;
    if (GIVEN.has(words.reading, verb) && PASSIVE.has(words.reading, verb - 1)) return true;
  }
  return false;
}
const BEEN = new WordSet('have had are were been now again also once still just');
const PASSIVE = new WordSet('been are were');
const GIVEN = new WordSet('judged rated graded given awarded deemed classed');

/** "Outstanding, good, requires improvement and inadequate": a whole scale and no figure but those of its steps; what a key says. */
function namesScale(words: Words, sentence: Unvoiced): boolean {
  if (!hasCategory(sentence, GRADE)) return false;
  if (words.at(sentence.from) === 'key' && words.mark(sentence.from + 1) === 0x3a) return true;
  const grades = mentionsOf(sentence, 'grade');
  if (grades.length < 3 || !isWholeScale(words, grades)) return false;
  const { from } = grades[0]!;
  return isStep(words, from - 1) || isStep(words, from - 2) || !hasFigure(words, sentence);
}

/** "4" of "4 = outstanding" */
const isStep = (words: Words, token: number): boolean =>
  words.isNumber(token) && words.at(token).length === 1;
