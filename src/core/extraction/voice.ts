import type { Mention } from '../lexicon/entry.js';
import type { Sentence } from '../report/sentences.js';
import type { Tokens } from '../report/tokens.js';
import type { ReadSentence } from './reading.js';

/** Who is speaking when a paragraph begins. */
export interface VoiceCarry {
  readonly open: boolean;
}

export const noVoice: VoiceCarry = { open: false };

/** Says whose words each sentence of a paragraph is. */
export function readVoices(
  _text: string,
  _tokens: Tokens,
  sentences: readonly (Sentence & { readonly mentions: readonly Mention[] })[],
  carry: VoiceCarry,
): { sentences: ReadSentence[]; carry: VoiceCarry } {
  return { sentences: sentences.map(s => ({ ...s, voice: 'narrator', voiceReason: [] })), carry };
}
