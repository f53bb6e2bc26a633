import type { Lexicon } from '../lexicon/lexicon.js';
import { SentenceEnds, splitSentences } from '../report/sentences.js';
import { TokenBuffer, tokenise } from '../report/tokens.js';
import { type Carry, carryOn } from './carry.js';
import type { Draft, FrameworkEvidence } from './draft.js';
import { exact } from './exact.js';
import { noJudgement } from './judgementCarry.js';
import { JudgementReader } from './judgements.js';
import type { WatchCandidate } from './candidateTeller.js';
import type { WatchStatus } from './statusTeller.js';
import type { WatchSubject } from './subjectTeller.js';
import { noPercentage, readPercentages } from './percentages.js';
import { weigh } from './learnt.js';
import type { Reading } from './reading.js';
import { SentencePool } from './sentencePool.js';
import { partRows } from './spacedRows.js';
import { noTheme, ThemeReader, type Watch } from './themes.js';
import { VoiceReader, type WatchVoice } from './voice.js';
import { noVoice } from './voiceCarry.js';

/** What reading one paragraph gives. */
export interface ParagraphFindings {
  readonly drafts: readonly Draft[];
  readonly evidence: readonly FrameworkEvidence[];
  readonly carryOut: Carry;
}

/** The carry at the beginning of a report. */
export const start: Carry = {
  voice: noVoice,
  judgement: noJudgement,
  percentage: noPercentage,
  theme: noTheme,
};

/** Reads paragraphs one by one, as an editor's tokeniser reads lines: what came before reaches it only as the carry. */
export class ParagraphReader {
  readonly #tokens = new TokenBuffer();
  readonly #ends = new SentenceEnds();
  readonly #sentences = new SentencePool();
  readonly #voices: VoiceReader;
  readonly #judgements: JudgementReader;
  readonly #themes: ThemeReader;
  #words: Int32Array = new Int32Array(256);
  #sums: Int32Array = new Int32Array(256);

  /** `watch` is told of every sentence, for training. */
  constructor(
    readonly lexicon: Lexicon,
    watch?: {
      readonly theme: Watch;
      readonly voice: WatchVoice;
      readonly status: WatchStatus;
      readonly subject: WatchSubject;
      readonly candidate: WatchCandidate;
    },
  ) {
    this.#voices = new VoiceReader(lexicon, watch?.voice);
    this.#judgements = new JudgementReader(lexicon, watch);
    this.#themes = new ThemeReader(lexicon, watch?.theme);
  }

  read(text: string, carryIn: Carry): ParagraphFindings {
    const { lexicon } = this;
    const { matcher, learnt } = lexicon;
    const tokens = tokenise(text, this.#tokens);
    const words = (this.#words = matcher.intern(text, tokens, this.#words));
    const mentions = matcher.match(tokens, words);
    partRows(text, this.#tokens, mentions);
    const width = learnt?.width ?? 0;
    const ends = splitSentences(text, tokens, this.#ends);
    const sentences = this.#sentences.withMentions(ends, tokens, mentions, width);
    if (this.#sums.length < width * sentences.length)
      this.#sums = new Int32Array(2 * width * sentences.length);
    const sums = this.#sums;
    if (learnt) weigh(learnt, words, sentences, sums);
    const reading: Reading = { text, tokens, words, sentences, mentions, lexicon, sums };
    const voice = this.#voices.read(reading, sentences, carryIn.voice);
    const judgements = this.#judgements.read(reading, carryIn.judgement);
    const percentages = readPercentages(reading, carryIn.percentage);
    const themes = this.#themes.read(reading, judgements.drafts, percentages.drafts, carryIn.theme);
    this.#sentences.forget(sentences.length);
    return {
      drafts: joined(judgements.drafts, percentages.drafts, themes.drafts),
      evidence: judgements.evidence,
      carryOut: carryOn(carryIn, {
        voice,
        judgement: judgements.carry,
        percentage: percentages.carry,
        theme: themes.carry,
      }),
    };
  }
}

const READERS = new WeakMap<Lexicon, ParagraphReader>();

/**
 * The reader of a lexicon, one for all its reports: its tables of signs take longer to make than a short report to
 * read, and it keeps nothing of what it has read.
 */
export function readerOf(lexicon: Lexicon): ParagraphReader {
  let reader = READERS.get(lexicon);
  if (!reader) READERS.set(lexicon, (reader = new ParagraphReader(lexicon)));
  return reader;
}

/** The drafts of all kinds as one list. */
function joined(a: readonly Draft[], b: readonly Draft[], c: readonly Draft[]): readonly Draft[] {
  const count = a.length + b.length + c.length;
  if (a.length === count) return exact(a);
  if (b.length === count) return exact(b);
  if (c.length === count) return exact(c);
  return a.concat(b, c);
}
