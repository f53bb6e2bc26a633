import type { Lexicon } from '../lexicon/lexicon.js';
import { anchorAll } from './anchoring.js';
import type { AnchoredTag, QuoteSelector, Tag } from './tag.js';
import type { TrackedPlaces } from './trackedPlaces.js';

/** Tags as they were found in a text (LF) before. */
export interface Placed {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly tags: readonly AnchoredTag[];
}

/**
 * Finds tags in a text (LF), and searches only for those that nothing is known of: not for what was followed edit by
 * edit and still stands there, nor for what was found, or not, in the same text before.
 */
export function placed(
  text: string,
  tags: readonly Tag[],
  lexicon: Lexicon,
  tracked: TrackedPlaces | undefined,
  before: Placed | undefined,
): readonly AnchoredTag[] {
  const known =
    before?.lexicon === lexicon && before.text === text
      ? new Map(before.tags.map(tag => [tag.id, tag]))
      : undefined;
  const found = tags.map(tag => followed(tag, tracked, text) ?? again(tag, known?.get(tag.id)));
  const others = anchorAll(
    text,
    tags.filter((_, i) => found[i] === undefined),
    { lexicon },
  )[Symbol.iterator]();
  return found.map(tag => tag ?? (others.next().value as AnchoredTag));
}

/** A tag whose words were followed edit by edit and still stand there: nothing has to be searched for. */
function followed(tag: Tag, tracked: TrackedPlaces | undefined, text: string): AnchoredTag | undefined {
  const place = tracked?.get(tag.id);
  if (!place || place.end - place.start !== tag.quote.length || !text.startsWith(tag.quote, place.start))
    return undefined;
  const state = tag.at?.[0] === place.start && tag.at[1] === place.end ? 'anchored' : 'moved';
  return { ...tag, start: place.start, end: place.end, state };
}

/** A tag as it was found, if it looks for the same. */
function again(tag: Tag, known: AnchoredTag | undefined): AnchoredTag | undefined {
  if (!known || !sameSelector(tag, known)) return undefined;
  const { state, start, end, score } = known;
  return {
    ...tag,
    state,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(score === undefined ? {} : { score }),
  };
}

const sameSelector = (a: QuoteSelector, b: QuoteSelector): boolean =>
  a.quote === b.quote &&
  a.before === b.before &&
  a.after === b.after &&
  a.wideBefore === b.wideBefore &&
  a.wideAfter === b.wideAfter &&
  samePair(a.at, b.at) &&
  samePair(a.nth, b.nth);

const samePair = (
  a: readonly [number, number] | undefined,
  b: readonly [number, number] | undefined,
): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];
