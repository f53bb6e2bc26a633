import type { JudgementCarry } from './judgementCarry.js';
import type { PercentageCarry } from './percentages.js';
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

/** Structural equality of plain values, where what is not known may be left out or undefined. It is asked once or twice a paragraph, so it makes no objects. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in left) if (!same(left[key], right[key])) return false;
  for (const key in right) if (right[key] !== undefined && left[key] === undefined) return false;
  return true;
}

/** `now`, or `before` where it says the same: equal carries share one object, so that comparing them later is free. */
export const kept = <T>(before: T, now: T): T => (same(before, now) ? before : now);

/** The carry that goes on, sharing with the one that came whatever has not changed. */
export function carryOn(before: Carry, now: Carry): Carry {
  const voice = kept(before.voice, now.voice);
  const judgement = kept(before.judgement, now.judgement);
  const percentage = kept(before.percentage, now.percentage);
  const theme = kept(before.theme, now.theme);
  const unchanged =
    voice === before.voice &&
    judgement === before.judgement &&
    percentage === before.percentage &&
    theme === before.theme;
  return unchanged ? before : { voice, judgement, percentage, theme };
}
