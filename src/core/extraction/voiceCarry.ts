import type { Voice } from './finding.js';

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
  /** A letter or report of the inspectors themselves, a letter of the inspected body, or what it says of itself throughout. */
  readonly own: 'inspectorate' | 'provider' | 'self' | undefined;
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
