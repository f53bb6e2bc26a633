/**
 * A list that grows keeps room for a dozen more. What is kept as long as the report is has none to spare: an empty
 * list, of which there is one, and then lists as long as they have entries.
 */
export const exact = <T>(list: readonly T[]): readonly T[] =>
  list.length === 0 ? NOTHING : list.length === 1 ? [list[0]!] : list.slice();
const NOTHING: readonly never[] = [];
