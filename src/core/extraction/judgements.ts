import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Mention } from '../lexicon/entry.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { type Candidate, candidatesOf } from './candidates.js';
import { CandidateTeller, type WatchCandidate } from './candidateTeller.js';
import { wholeOf } from './counts.js';
import { datesIn } from './dates.js';
import type { FrameworkEvidence, JudgementDraft } from './draft.js';
import { ForeignGrades } from './foreignGrades.js';
import { frameBehind, NO_FRAME } from './frame.js';
import { offersAnswers } from './form.js';
import { evidenceOf } from './frameworks.js';
import { isWholeScale } from './gradeScale.js';
import { isAlone } from './gradeWords.js';
import {
  aged,
  type JudgementCarry,
  keepHeader,
  learn,
  remember,
  running,
  type RunningCarry,
} from './judgementCarry.js';
import { draftOf } from './judgementDraft.js';
import { StatusTeller, type WatchStatus } from './statusTeller.js';
import type { Reading, ReadSentence } from './reading.js';
import { scaleNamed } from './status.js';
import { Around, SubjectTeller, type WatchSubject } from './subjectTeller.js';
import { Words } from './words.js';

const GRADE = placeOf('grade');
const NONE: readonly Candidate[] = [];

/** Finds judgements, by grade words and what stands around them; their status by rules and by what was learnt. */
export class JudgementReader {
  readonly #candidates: CandidateTeller;
  readonly #foreign: ForeignGrades;
  readonly #tellers: { readonly statuses: StatusTeller; readonly subjects: SubjectTeller };

  /** `watch` is told of every judgement, for training. */
  constructor(
    lexicon: Lexicon,
    watch?: {
      readonly candidate: WatchCandidate;
      readonly status: WatchStatus;
      readonly subject: WatchSubject;
    },
  ) {
    this.#foreign = new ForeignGrades(lexicon);
    this.#candidates = new CandidateTeller(lexicon, watch?.candidate);
    this.#tellers = {
      statuses: new StatusTeller(lexicon, watch?.status),
      subjects: new SubjectTeller(lexicon, watch?.subject),
    };
  }

  /** The judgements of a paragraph; what it learns of the report (date, kind, subjects) goes into the carry. */
  read(
    reading: Reading,
    carryIn: JudgementCarry,
  ): { drafts: JudgementDraft[]; evidence: readonly FrameworkEvidence[]; carry: JudgementCarry } {
    const words = new Words(reading);
    const drafts: JudgementDraft[] = [];
    const carry = running(carryIn);
    let before: ReadSentence | undefined;
    for (const sentence of reading.sentences) {
      learn(words, sentence, carry);
      carry.frame = frameBehind(words, sentence, carry.frame ?? NO_FRAME);
      keepHeader(words, sentence, carry);
      if (hasCategory(sentence, GRADE)) this.#readGrades(words, sentence, before, carry, drafts);
      else {
        remember(words, sentence, carry, false, wholeOf(words, sentence));
        carry.alone = false;
      }
      before = sentence;
    }
    // Where no heading says what is spoken of, the last grade’s subject does.
    const last = drafts.at(-1)?.subject;
    if (last && !carry.subject) {
      carry.subject = last;
      carry.age = 0;
    }
    return {
      drafts,
      evidence: evidenceOf(reading),
      carry: aged(carry, carryIn, reading.text.length, isFigure(words)),
    };
  }

  /** Adds the judgements of a sentence that has grade words, and what it leaves to those behind it. */
  #readGrades(
    words: Words,
    sentence: ReadSentence,
    before: ReadSentence | undefined,
    carry: RunningCarry,
    drafts: JudgementDraft[],
  ): void {
    const candidates = offersAnswers(sentence, before, carry.frame)
      ? NONE
      : this.#foreign.without(
          this.#candidates.tell(words, sentence, candidatesOf(words, sentence)),
          carry.named,
        );
    const whole = wholeOf(words, sentence);
    if (candidates.length > 0) {
      const grades = gradesOf(candidates);
      const scale = isWholeScale(words, grades);
      const judged = {
        words,
        sentence,
        before,
        grades,
        dates: datesIn(words, sentence.from, Math.min(sentence.to, sentence.from + 400)),
        scale,
        names: scale || (grades.length > 2 && scaleNamed(words, sentence) !== undefined),
        counted: whole?.counted ?? carry.counted,
        carry,
        around: new Around(words, sentence, before),
        earlier: drafts,
      };
      const { last } = carry;
      for (const candidate of candidates) drafts.push(draftOf(judged, candidate, this.#tellers));
      // What a scale is made of says nothing of the grades behind its sentence.
      if (judged.names && words.mark(sentence.to - 1) === 0x2e) carry.last = last;
    }
    remember(words, sentence, carry, candidates.length > 0, whole);
    carry.alone =
      candidates.length === 1 && isAlone(words, sentence, candidates[0]!.mention) && carry.alone !== true;
  }
}

/** A number or a date and nothing else, as a cell that stands on a line of its own. */
function isFigure(words: Words): boolean {
  const { count } = words.reading.tokens;
  if (count === 1) return words.isNumber(0);
  return count <= LONGEST_DATE && datesIn(words, 0, count).some(d => d.from === 0 && d.to === count);
}
/** "3 March 2022", in tokens. */
const LONGEST_DATE = 3;

function gradesOf(candidates: readonly Candidate[]): Mention[] {
  const grades: Mention[] = [];
  for (const { mention } of candidates) grades.push(mention);
  return grades;
}
