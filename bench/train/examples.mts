import { ParagraphReader, start } from '../../src/core/extraction/paragraph.js';
import type { Lexicon } from '../../src/core/lexicon/lexicon.js';
import { paragraphEnd } from '../../src/core/report/paragraphs.js';
import { fold, MARK, NUMBER, TokenBuffer, tokenise } from '../../src/core/report/tokens.js';
import type { Gold } from '../corpus.mjs';

/** A sentence as the reader sees it, with what a careful reader says of it. */
export interface Example {
  readonly document: string;
  /** Folded words; '' where a mark parts them, '#' for a number. */
  readonly words: readonly string[];
  readonly themeSigns: readonly string[];
  readonly polaritySigns: readonly string[];
  readonly themes: readonly string[];
  readonly polarity: string | undefined;
}

/** Every sentence of a labelled document that the reader finds. */
export function examplesOf(gold: Gold, lexicon: Lexicon): Example[] {
  const examples: Example[] = [];
  const tokens = new TokenBuffer();
  let at = 0;
  const reader = new ParagraphReader(lexicon, ({ sentence, text, themeSigns, polaritySigns }) => {
    const [from, to] = [at + sentence.start, at + sentence.end];
    const overlap = (s: { start: number; end: number }): number => Math.min(s.end, to) - Math.max(s.start, from);
    const label = gold.sentences.reduce((best, s) => (overlap(s) > overlap(best) ? s : best), gold.sentences[0]!);
    if (overlap(label) <= 0) return;
    const own = text.slice(sentence.start, sentence.end);
    const { count, kind, start, end } = tokenise(own, tokens);
    const words = Array.from({ length: count }, (_, i) =>
      kind[i] === MARK ? '' : kind[i] === NUMBER ? '#' : fold(own, start[i], end[i]),
    );
    examples.push({ document: gold.name, words, themeSigns, polaritySigns, themes: label.themes, polarity: label.polarity });
  });
  let carry = start;
  while (at < gold.text.length) {
    const end = paragraphEnd(gold.text, at);
    carry = reader.read(gold.text.slice(at, end), carry).carryOut;
    at = end;
  }
  return examples;
}
