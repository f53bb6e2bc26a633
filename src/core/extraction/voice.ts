import type { Lexicon } from '../lexicon/lexicon.js';
import { SignNames } from '../lexicon/signNames.js';
import { Quotations } from '../report/quotations.js';
import type { Voice } from './finding.js';
import { withGenre } from './genre.js';
import { LearntChoice } from './learnt.js';
import type { Reading, Unread, Unvoiced } from './reading.js';
import { VoiceCarryTable } from './voiceCarryTable.js';
import type { VoiceCarry } from './voiceCarry.js';
import { VoiceRules } from './voiceRules.js';
import { VoiceSigns } from './voiceSigns.js';
import { Words } from './words.js';

/** Tells whose words each sentence of a paragraph is: by quotation marks and who is named beside a verb of speech, by the section it stands in, by what went before, and by what was learnt of such sentences. */
export class VoiceReader {
  readonly #names = new SignNames();
  readonly #signs: VoiceSigns;
  readonly #learnt: LearntChoice<Voice> | undefined;
  readonly #quotations = new Quotations();
  readonly #carries = new VoiceCarryTable();

  /** `watch` is told of every sentence, for training. */
  constructor(
    lexicon: Lexicon,
    private readonly watch?: WatchVoice | undefined,
  ) {
    this.#signs = new VoiceSigns(lexicon, this.#names);
    const { learnt } = lexicon;
    this.#learnt = learnt && new LearntChoice(learnt, learnt.voice, this.#names, 'voice', 1);
  }

  /** Fills in the voices of the sentences; what it knows then of who speaks. */
  read(reading: Omit<Reading, 'sentences'>, sentences: readonly Unread[], carryIn: VoiceCarry): VoiceCarry {
    const { text, tokens } = reading;
    const words = new Words(reading);
    const quotations = this.#quotations;
    quotations.find(tokens, carryIn.open);
    const blank = endsBlank(text);
    const apart = carryIn.apart && (blank || !text.endsWith('\n'));
    let carry = carryIn;
    for (let i = 0; i < sentences.length; i++) {
      const sentence = sentences[i]!;
      carry = withGenre(words, sentence, i === 0, carry);
      const rules = new VoiceRules(words, quotations, sentence, i === 0, carry);
      const ruled = rules.tell();
      let voice = ruled;
      if (this.#learnt || this.watch) {
        const signs = this.#signs.of(rules, ruled, apart);
        if (this.#learnt && !rules.firm) voice = this.#learnt.tell(words, sentence, signs);
        if (this.watch) voice = this.watch({ sentence, text, signs: this.#names.namesOf(signs) }) ?? voice;
        // What the rules go by is no reason for another voice than theirs.
        else if (voice !== ruled) sentence.voiceReason = this.#learnt!.reasonsFor(words, sentence, voice);
      }
      if (voice === ruled || this.watch) sentence.voiceReason = rules.reasonsFor(ruled);
      sentence.voice = voice;
      carry = rules.carryOn(voice);
    }
    return this.#carries.of(carry, quotations.open, blank);
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
