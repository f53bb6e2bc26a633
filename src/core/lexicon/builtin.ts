import data from '../../generated/lexicon.json';
import type { LexiconData } from './data.js';
import { Lexicon } from './lexicon.js';

/** What the product knows of itself; a workspace may add to it. */
export const builtinData: LexiconData = data as unknown as LexiconData;

export const builtinLexicon = (): Lexicon => new Lexicon(builtinData);
