/** Words of a report with what stood around them: the W3C text quote selector, with a position as a hint. */
export interface QuoteSelector {
  readonly quote: string;
  /** Up to 32 UTF-16 code units of the text before the quote. */
  readonly before?: string;
  readonly after?: string;
  /** All that it takes to tell the quote from its likes, where 32 do not: it ends as `before` ends. */
  readonly wideBefore?: string;
  /** The same on the other side: it begins as `after` begins. */
  readonly wideAfter?: string;
  /** UTF-16 code units `[start, end)` in the LF text when it was last seen: a hint, quote and context decide. */
  readonly at?: readonly [number, number];
  /**
   * Only where the quote stood in the report more than once when it was tagged: which one it was, from 1, and of how
   * many. What is left of such words elsewhere proves nothing.
   */
  readonly nth?: readonly [number, number];
}

/** A passage that an analyst tagged, as the sidecar has it. */
export interface Tag extends QuoteSelector {
  /** ULID. */
  readonly id: string;
  /** Path in the codebook: `workforce/agency-staff`. */
  readonly tag: string;
  readonly note?: string;
  readonly by?: string;
  /** ISO 8601, UTC. */
  readonly created?: string;
  /** When the analyst last changed it. */
  readonly modified?: string;
}

/** An analyst's decision on a finding. */
export interface Review extends QuoteSelector {
  /** The finding's id. */
  readonly finding: string;
  readonly kind: 'judgement' | 'percentage' | 'theme';
  readonly decision: 'confirmed' | 'dismissed' | 'corrected';
  /** The finding's fields as the analyst would have them. */
  readonly correction?: Readonly<Record<string, unknown>>;
  readonly by?: string;
  readonly created?: string;
}

/** What an analyst has read: a passage, or the whole report where there is no quote. */
export interface ReadMark extends Partial<QuoteSelector> {
  readonly id: string;
  readonly by?: string;
  readonly created?: string;
}

/**
 * Where a tag stands in the report as it is now. *anchored*: exactly where the sidecar says; *moved*: the exact
 * quote, elsewhere; *suggested*: something like it, which only the analyst may accept; *orphaned*: nowhere.
 */
export type AnchorState = 'anchored' | 'moved' | 'suggested' | 'orphaned';

export interface Anchor {
  readonly state: AnchorState;
  /** UTF-16 code units in the LF text; absent where orphaned. */
  readonly start?: number;
  readonly end?: number;
  /** 0 to 1, of a suggestion. */
  readonly score?: number;
}

export interface AnchoredTag extends Tag, Anchor {}
