import { hasCategory, placeOf } from '../lexicon/categories.js';
import type { Frame } from './frame.js';
import { mentionsOf, type Unvoiced } from './reading.js';

const PAGE_FURNITURE = placeOf('page-furniture');
/** An answer that may be ticked has no more words than this. */
const LONGEST = 16;

/** "Was this page useful?", "Rate our service": what a page asks of its readers. */
export const asksReaders = (sentence: Unvoiced): boolean => hasCategory(sentence, PAGE_FURNITURE);

/** "Outstanding | Good | Not for me": the answers that a page offers to what it has asked just before. */
export function offersAnswers(
  sentence: Unvoiced,
  before: Unvoiced | undefined,
  frame: Frame | undefined,
): boolean {
  const asked = before ? asksReaders(before) : frame?.section === 'form';
  return asked && sentence.to - sentence.from <= LONGEST && mentionsOf(sentence, 'grade').length > 1;
}
