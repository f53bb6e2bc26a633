import type { Lexicon } from '../lexicon/lexicon.js';
import { categoriesOf } from '../lexicon/categories.js';
import { splitSentences } from '../report/sentences.js';
import { TokenBuffer, tokenise } from '../report/tokens.js';
import type { Carry } from './carry.js';
import type { Draft, FrameworkEvidence } from './draft.js';
import { noJudgement, readJudgements } from './judgements.js';
import { noPercentage, readPercentages } from './percentages.js';
import type { Reading } from './reading.js';
import { noTheme, readThemes, type Watch } from './themes.js';
import { noVoice, readVoices, type WatchVoice } from './voice.js';

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
  #words: Int32Array = new Int32Array(256);

  /** `watch` is told of every sentence, for training. */
  constructor(
    readonly lexicon: Lexicon,
    readonly watch?: { readonly theme: Watch; readonly voice: WatchVoice },
  ) {}

  read(text: string, carryIn: Carry): ParagraphFindings {
    const { matcher } = this.lexicon;
    const tokens = tokenise(text, this.#tokens);
    const words = (this.#words = matcher.intern(text, tokens, this.#words));
    const mentions = matcher.match(text, tokens, words);
    let next = 0;
    const split = splitSentences(text, tokens).map(sentence => {
      const first = next;
      while (next < mentions.length && mentions[next]!.from < sentence.to) next++;
      const { start, end, from, to } = sentence;
      const own = mentions.slice(first, next);
      return { start, end, from, to, mentions: own, categories: categoriesOf(own) };
    });
    const unvoiced = { text, tokens, words, mentions, lexicon: this.lexicon };
    const voices = readVoices(unvoiced, split, carryIn.voice, this.watch?.voice);
    const reading: Reading = { ...unvoiced, sentences: voices.sentences };
    const judgements = readJudgements(reading, carryIn.judgement);
    const percentages = readPercentages(reading, carryIn.percentage);
    const themes = readThemes(reading, judgements.drafts, percentages.drafts, carryIn.theme, this.watch?.theme);
    return {
      drafts: [...judgements.drafts, ...percentages.drafts, ...themes.drafts],
      evidence: judgements.evidence,
      carryOut: {
        voice: voices.carry,
        judgement: judgements.carry,
        percentage: percentages.carry,
        theme: themes.carry,
      },
    };
  }
}
