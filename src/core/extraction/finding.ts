import type { Span } from '../report/text.js';

/**
 * A finding, in the form that the command line prints and other programs read. Positions are UTF-16 code units
 * `[start, end)` into the report's text with LF line ends and no byte-order mark. What is not known is left out.
 */
export type Finding = JudgementFinding | PercentageFinding | ThemeFinding;
export type FindingKind = Finding['kind'];

/** Words of the report. */
export interface Quote extends Span {
  readonly text: string;
}

interface Found extends Quote {
  /** Stable: the same words in the same kind of finding keep it when text elsewhere in the report changes. */
  readonly id: string;
  readonly voice: Voice;
  readonly sentence: Span;
  /** What decided status, polarity and voice; printed only where it is asked for. */
  readonly because: readonly Reason[];
}

/** A cue: the words that decided something about a finding. */
export interface Reason extends Quote {
  readonly of: 'status' | 'polarity' | 'voice' | 'grade' | 'subject' | 'theme';
  /** What they decided: "previous", "weakness", "provider". */
  readonly says: string;
}

export interface JudgementFinding extends Found {
  readonly kind: 'judgement';
  readonly framework: string;
  /** One of the framework's grade ids. */
  readonly grade: string;
  readonly status: Status;
  readonly subject?: Quote;
  readonly count?: number;
  readonly of?: number;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
}

export interface PercentageFinding extends Found {
  readonly kind: 'percentage';
  /** Percent; fractions to one decimal; of a range the lower bound. */
  readonly value: number;
  /** Percent: the upper bound of a range. */
  readonly upper?: number;
  readonly form: 'percent' | 'fraction' | 'points';
  readonly measure?: Quote;
  readonly period?: Quote;
  /** The same measure at another time or place. */
  readonly comparedWith?: Span;
  readonly change?: 'up' | 'down' | 'same';
}

export interface ThemeFinding extends Found {
  readonly kind: 'theme';
  readonly theme: string;
  readonly polarity: Polarity;
}

export const STATUSES = ['current', 'previous', 'aspiration', 'negated', 'other'] as const;
export type Status = (typeof STATUSES)[number];
export const POLARITIES = ['strength', 'weakness', 'mixed', 'neutral'] as const;
export type Polarity = (typeof POLARITIES)[number];
export const VOICES = ['inspectorate', 'provider', 'other', 'narrator'] as const;
export type Voice = (typeof VOICES)[number];

/** Order of findings everywhere: by start, then end, then kind. */
const inTextOrder = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0);

/** Puts findings in text order. Those of a paragraph are few and nearly in order, so each is moved to its place. */
export function sortInTextOrder(findings: Finding[]): void {
  if (findings.length > FEW) {
    findings.sort(inTextOrder);
    return;
  }
  for (let i = 1; i < findings.length; i++) {
    const finding = findings[i]!;
    let at = i;
    for (; at > 0 && inTextOrder(findings[at - 1]!, finding) > 0; at--) findings[at] = findings[at - 1]!;
    findings[at] = finding;
  }
}
const FEW = 24;
