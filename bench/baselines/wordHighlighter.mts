import { builtinData } from '../../src/core/lexicon/builtin.js';
import { expandPhrase } from '../../src/core/lexicon/phrases.js';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const phrases = [
  ...new Set([
    ...builtinData.frameworks.flatMap(f => f.grades.flatMap(g => g.phrases)),
    ...builtinData.themes.flatMap(t => t.phrases),
  ]),
].flatMap(phrase => expandPhrase(phrase).map(words => words.join(' ')));
/** As highlighters do it: a pattern for each phrase, and one for percentages. */
const patterns = [...new Set(phrases)]
  .slice(0, 600)
  .map(phrase => new RegExp(`\\b${escaped(phrase)}\\b`, 'gi'));
patterns.push(/\d+%/g);

/** Every place where a phrase stands; the number of them. */
export function wordHighlighter(text: string): number {
  let found = 0;
  for (const pattern of patterns) for (const _match of text.matchAll(pattern)) found++;
  return found;
}
