import { noVoice, type VoiceCarry } from './voiceCarry.js';
import { who } from './voiceSignTable.js';

/** Stands behind the numbers of the voices. */
const SELF = 5;

/**
 * Every carry of voices that was ever handed on, made once: they are small and there are few different ones, while
 * each paragraph hands one on. Those that say the same are one object.
 */
export class VoiceCarryTable {
  readonly #known = new Map<number, VoiceCarry>();
  /** By kind of text: its number. */
  readonly #genres = new Map<string | undefined, number>();

  constructor() {
    this.#known.set(this.#keyOf(noVoice), noVoice);
  }

  /** The one that says the same as `carry` but for whether a quotation is open and a blank line stands behind. */
  of(carry: VoiceCarry, open: boolean, apart: boolean): VoiceCarry {
    const { speaker, section, reporting, own, genre, last } = carry;
    const key = this.#keyOf(carry, open, apart);
    let known = this.#known.get(key);
    if (!known)
      this.#known.set(key, (known = { open, speaker, section, reporting, own, genre, last, apart }));
    return known;
  }

  /** A number of its own for each that differs; three bits for who it is, twelve or more for the rest. */
  #keyOf(carry: VoiceCarry, open = carry.open, apart = carry.apart): number {
    let genre = this.#genres.get(carry.genre);
    if (genre === undefined) this.#genres.set(carry.genre, (genre = this.#genres.size));
    let key = genre;
    key = (key << 3) | who(carry.speaker);
    key = (key << 3) | who(carry.section);
    key = (key << 3) | who(carry.last);
    key = (key << 3) | (carry.own === 'self' ? SELF : who(carry.own));
    return (key << 3) | (carry.reporting ? 4 : 0) | (open ? 2 : 0) | (apart ? 1 : 0);
  }
}
