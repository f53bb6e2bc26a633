import type { Category } from './categories.js';

/**
 * A phrase that the reader looks for, and what it stands for.
 *
 * `phrase` is in plain words, lower case, with two conveniences, both expanded when the lexicon is compiled:
 * `improv{e,es,ed,ing}` (one of) and `(has) been` (with or without). Hyphens and spaces between words are the
 * same: "well led" also finds "well-led". An apostrophe finds both the straight and the curly one; a word also
 * finds its possessive ("council" finds "council’s") unless the lexicon has the possessive itself.
 * A `#` stands for any number token ("grade #").
 */
export interface Entry {
  /** What kind of thing it is: `grade`, `theme`, `negation`, … Names are shared by all lexicon files. */
  readonly category: Category;
  /** Which one of its kind: a theme's id, a cue's name. */
  readonly id: string;
  readonly phrase: string;
}

/** A phrase found in a paragraph: its entry, its tokens `[from, to)` and its code units `[start, end)`. */
export interface Mention {
  /** The category’s place in the list of all. */
  readonly place: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}
