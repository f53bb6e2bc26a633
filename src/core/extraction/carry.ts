import type { JudgementCarry } from './judgements.js';
import type { PercentageCarry } from './percentages.js';
import type { ThemeCarry } from './themes.js';
import type { VoiceCarry } from './voice.js';

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

/** Structural equality of plain values. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every(key => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
