import type { Mention } from '../lexicon/entry.js';
import type { Polarity, Reason } from './finding.js';
import type { Words } from './words.js';

/** What the cues of a sentence say of its polarity, and what kind of cue that was. */
export interface Ruled {
  readonly polarity: Polarity;
  /** The words that say so, the most telling first. */
  readonly cues: readonly Mention[];
  readonly by: 'grades' | 'old grades' | undefined;
  /** What praises and what blames, once denials have turned it round: a number of `balanceOf`. */
  readonly balance: number | undefined;
  /** What a denial has turned round: blame ("no delay"), or praise. */
  readonly turned: readonly Turned[];
  /** It says so beyond doubt, whatever was learnt. */
  readonly firm?: true;
}

export const TURNED = ['averted', 'denied'] as const;
export type Turned = (typeof TURNED)[number];
const NONE: readonly Turned[] = [];

export const ruling = (
  polarity: Polarity,
  cues: readonly Mention[],
  balance?: number,
  by?: Ruled['by'],
  turned = NONE,
): Ruled => ({
  polarity,
  cues,
  by,
  balance,
  turned,
});

/** The reasons for what was ruled; cues that share a word are one: "should ensure" and "ensure that". */
export function reasonsOfRule(words: Words, { polarity, cues }: Ruled): Reason[] {
  const reasons: Reason[] = [];
  for (let i = 0, last: Mention | undefined; i < cues.length && i < 3; i++) {
    const cue = cues[i]!;
    const shared = last && cue.start >= last.start && cue.start < last.end;
    if (shared) reasons.pop();
    last = shared && last ? { ...last, end: Math.max(last.end, cue.end) } : cue;
    reasons.push(words.because('polarity', polarity, last));
  }
  return reasons;
}

/** None, one or more of praise and blame each, as one number. */
export const balanceOf = (praise: number, blame: number): number =>
  3 * Math.min(praise, 2) + Math.min(blame, 2);

/** Does one side alone speak, or none? */
export const isOneSided = ({ balance }: Ruled): boolean =>
  balance !== undefined && (balance < 3 || balance % 3 === 0);

/** Does nothing blame? */
export const isUnblamed = ({ balance }: Ruled): boolean => balance !== undefined && balance % 3 === 0;
