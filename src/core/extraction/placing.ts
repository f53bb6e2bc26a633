import type { GradeMeaning } from '../lexicon/lexicon.js';
import type { Span } from '../report/text.js';
import {
  type JudgementDraft,
  movedMeasure,
  movedQuote,
  type PercentageDraft,
  type ThemeDraft,
} from './draft.js';
import type { JudgementFinding, PercentageFinding, Reason, ThemeFinding } from './finding.js';

type Making<T> = { -readonly [K in keyof T]: T[K] };

/**
 * Drafts of one paragraph as findings: their positions count from the start of the report, where the paragraph begins
 * at `by`. Each kind is written out, property by property in the order in which it is printed, since a copy that is
 * then changed costs several times as much. What findings in a row have in common, they share.
 */
export class Placing {
  #sentence: Span = NOWHERE;
  #reasonsOf: readonly Reason[] = NONE;
  #reasons: readonly Reason[] = NONE;

  constructor(private readonly by: number) {}

  judgement(draft: JudgementDraft, id: string, { framework, grade }: GradeMeaning): JudgementFinding {
    const { by } = this;
    const { subject, count, of, date } = draft;
    // Most are like this. An object that gets properties later keeps those in a place of their own, and costs twice.
    if (subject && count === undefined && of === undefined && date === undefined)
      return {
        kind: draft.kind,
        start: draft.start + by,
        end: draft.end + by,
        text: draft.text,
        status: draft.status,
        subject: movedQuote(subject, by),
        voice: draft.voice,
        sentence: this.#sentenceAt(draft.sentence),
        because: this.#because(draft.because),
        id,
        framework,
        grade,
      };
    const finding = {
      kind: draft.kind,
      start: draft.start + by,
      end: draft.end + by,
      text: draft.text,
      status: draft.status,
    } as Making<JudgementFinding>;
    if (subject) finding.subject = movedQuote(subject, by);
    if (count !== undefined) finding.count = count;
    if (of !== undefined) finding.of = of;
    if (date !== undefined) finding.date = date;
    finding.voice = draft.voice;
    finding.sentence = this.#sentenceAt(draft.sentence);
    finding.because = this.#because(draft.because);
    finding.id = id;
    finding.framework = framework;
    finding.grade = grade;
    return finding;
  }

  percentage(draft: PercentageDraft, id: string): PercentageFinding {
    const { by } = this;
    const { upper, measure, period, comparedWith, change } = draft;
    if (measure && !period && upper === undefined && !comparedWith && !change)
      return {
        kind: draft.kind,
        text: draft.text,
        start: draft.start + by,
        end: draft.end + by,
        value: draft.value,
        form: draft.form,
        voice: draft.voice,
        sentence: this.#sentenceAt(draft.sentence),
        because: this.#because(draft.because),
        measure: movedMeasure(measure, by),
        id,
      };
    const finding = {
      kind: draft.kind,
      text: draft.text,
      start: draft.start + by,
      end: draft.end + by,
      value: draft.value,
    } as Making<PercentageFinding>;
    if (upper !== undefined) finding.upper = upper;
    finding.form = draft.form;
    finding.voice = draft.voice;
    finding.sentence = this.#sentenceAt(draft.sentence);
    finding.because = this.#because(draft.because);
    if (measure) finding.measure = movedMeasure(measure, by);
    if (period) finding.period = movedQuote(period, by);
    if (comparedWith) finding.comparedWith = { start: comparedWith.start + by, end: comparedWith.end + by };
    if (change) finding.change = change;
    finding.id = id;
    return finding;
  }

  theme(
    { kind, start, end, text, theme, polarity, voice, sentence, because }: ThemeDraft,
    id: string,
  ): ThemeFinding {
    const { by } = this;
    return {
      kind,
      start: start + by,
      end: end + by,
      text,
      theme,
      polarity,
      voice,
      sentence: this.#sentenceAt(sentence),
      because: this.#because(because),
      id,
    };
  }

  /** The sentence that the finding before had, where it is the same. */
  #sentenceAt(sentence: Span): Span {
    const [start, end] = [sentence.start + this.by, sentence.end + this.by];
    if (this.#sentence.start !== start || this.#sentence.end !== end) this.#sentence = { start, end };
    return this.#sentence;
  }

  #because(reasons: readonly Reason[]): readonly Reason[] {
    if (reasons.length === 0) return NONE;
    if (this.#reasonsOf === reasons) return this.#reasons;
    this.#reasonsOf = reasons;
    // A list that grows keeps room for many more, and these are kept as long as the report is.
    return (this.#reasons = reasons.map(({ of, says, text, start, end }) => ({
      of,
      says,
      text,
      start: start + this.by,
      end: end + this.by,
    })));
  }
}

const NONE: readonly Reason[] = [];
const NOWHERE: Span = { start: -1, end: -1 };
