/** Every kind of phrase that the reader asks for. Lexicon files may have no others. */
export const CATEGORIES = [
  'grade',
  'framework',
  'framework-word',
  'inspectorate',
  'area',
  'theme',
  'judging',
  'judgement-noun',
  'copula',
  'grade-negation',
  'wish',
  'past-grade',
  'past-behind',
  'page-furniture',
  'many-bodies',
  'another-body',
  'scale',
  'monitoring',
  'statistics',
  'ordinary-adverb',
  'counted',
  'number-word',
  'share-sign',
  'fraction',
  'ratio',
  'hundred-idiom',
  'period',
  'compares',
  'praise',
  'blame',
  'weak-blame',
  'not-praise',
  'contrast',
  'bad-measure',
  'good-measure',
  'goes-up',
  'goes-down',
  'strength-list',
  'weakness-list',
  'intent',
  'job-title',
  'speech',
  'finding-verb',
  'inspectors',
  'provider-role',
  'other-role',
  'notes-heading',
  'inspector-section',
  'scope',
  'genre',
  'firm-theme',
  'inspectorate-owner',
  'strength-section',
  'weakness-section',
  'sure-praise',
  'sure-blame',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** A plain object: its look-up by a name that stands in the code costs next to nothing. */
const PLACES = Object.fromEntries(CATEGORIES.map((category, place) => [category, place])) as Readonly<
  Record<Category, number>
>;

export const isCategory = (name: string): name is Category => Object.hasOwn(PLACES, name);

/** Where a category stands in the list, from 0: its bit in a `CategorySet`. */
export const placeOf = (category: Category): number => PLACES[category];

/** Which categories occur: two words of 32 bits, so that asking costs next to nothing. */
export interface CategorySet {
  readonly low: number;
  readonly high: number;
}

export const hasCategory = (set: CategorySet, place: number): boolean =>
  ((place < 32 ? set.low >>> place : set.high >>> (place - 32)) & 1) === 1;

/** Some categories together, to be asked for at once. */
export function setOf(...categories: readonly Category[]): CategorySet {
  let [low, high] = [0, 0];
  for (const place of categories.map(placeOf))
    if (place < 32) low |= 1 << place;
    else high |= 1 << (place - 32);
  return { low, high };
}

/** Does any of `these` occur? */
export const hasAnyOf = (set: CategorySet, these: CategorySet): boolean =>
  ((set.low & these.low) | (set.high & these.high)) !== 0;
