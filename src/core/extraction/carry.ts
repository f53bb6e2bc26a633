import type { JudgementCarry } from './judgementCarry.js';
import type { PercentageCarry } from './percentages.js';
import { same } from './same.js';
import type { ThemeCarry } from './themes.js';
import type { VoiceCarry } from './voiceCarry.js';

/**
 * What a paragraph needs to know of those before it; small, plain and comparable, since an edit re-reads on only
 * while it differs from what it was. Positions in it count from the start of the paragraph that receives it (so they
 * are negative), and nothing with a position is carried further than a few paragraphs.
 */
export interface Carry {
  readonly voice: VoiceCarry;
  readonly judgement: JudgementCarry;
  readonly percentage: PercentageCarry;
  readonly theme: ThemeCarry;
}

/** `now`, or `before` where it says the same: equal carries share one object, so that comparing them later is free. */
const kept = <T>(before: T, now: T): T => (same(before, now) ? before : now);

/** The carry that goes on, sharing with the one that came whatever has not changed. */
export function carryOn(before: Carry, now: Carry): Carry {
  // These two readers hand on what came to them where they have nothing else to say.
  const { voice, judgement } = now;
  const percentage = kept(before.percentage, now.percentage);
  const theme = kept(before.theme, now.theme);
  const unchanged =
    voice === before.voice &&
    judgement === before.judgement &&
    percentage === before.percentage &&
    theme === before.theme;
  return unchanged ? before : { voice, judgement, percentage, theme };
}
