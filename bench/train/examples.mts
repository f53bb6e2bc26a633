import type { Status, Voice } from '../../src/core/extraction/finding.js';
import { ParagraphReader, start } from '../../src/core/extraction/paragraph.js';
import type { Lexicon } from '../../src/core/lexicon/lexicon.js';
import { paragraphEnd } from '../../src/core/report/paragraphs.js';
import { fold, MARK, NUMBER, TokenBuffer, tokenise } from '../../src/core/report/tokens.js';
import type { Gold, GoldSentence } from '../corpus.mjs';

/** A sentence as the reader sees it, with what a careful reader says of it. */
export interface Example {
  readonly document: string;
  /** Folded words; '' where a mark parts them, '#' for a number. */
  readonly words: readonly string[];
  readonly voiceSigns: readonly string[];
  readonly themeSigns: readonly string[];
  readonly polaritySigns: readonly string[];
  readonly themes: readonly string[];
  readonly polarity: string | undefined;
  readonly voice: string;
}

/** A judgement as the reader sees it, with what a careful reader says of it. */
export interface StatusExample {
  readonly document: string;
  readonly signs: readonly string[];
  readonly status: string;
}

/**
 * Every judgement of a labelled document that the reader finds and the labels have. The reader is told the true status
 * of each as it goes.
 */
export function statusExamplesOf(gold: Gold, lexicon: Lexicon): StatusExample[] {
  const examples: StatusExample[] = [];
  let at = 0;
  const reader = new ParagraphReader(lexicon, {
    voice: () => undefined,
    theme: () => undefined,
    status: ({ start, end, signs }) => {
      const status = gold.judgements.find(j => j.start < at + end && at + start < j.end)?.attributes[
        'status'
      ];
      if (status !== undefined) examples.push({ document: gold.name, signs, status });
      return status as Status | undefined;
    },
  });
  let carry = start;
  while (at < gold.text.length) {
    const end = paragraphEnd(gold.text, at);
    carry = reader.read(gold.text.slice(at, end), carry).carryOut;
    at = end;
  }
  return examples;
}

/**
 * Every sentence of a labelled document that the reader finds. The reader is told the true voice of each sentence as
 * it goes, so that what it sees of the next is right.
 */
export function examplesOf(gold: Gold, lexicon: Lexicon): Example[] {
  const examples: Example[] = [];
  const tokens = new TokenBuffer();
  const seen = new Map<number, { label: GoldSentence; signs: readonly string[] }>();
  let at = 0;
  const labelOf = ({ start, end }: { start: number; end: number }): GoldSentence | undefined => {
    const overlap = (s: { start: number; end: number }): number =>
      Math.min(s.end, at + end) - Math.max(s.start, at + start);
    const best = gold.sentences.reduce((b, s) => (overlap(s) > overlap(b) ? s : b), gold.sentences[0]!);
    return overlap(best) > 0 ? best : undefined;
  };
  const reader = new ParagraphReader(lexicon, {
    status: () => undefined,
    voice: ({ sentence, signs }) => {
      const label = labelOf(sentence);
      if (!label) return undefined;
      seen.set(sentence.start, { label, signs });
      return label.voice as Voice;
    },
    theme: ({ sentence, text, themeSigns, polaritySigns }) => {
      const { label, signs } = seen.get(sentence.start) ?? {};
      if (!label || !signs) return;
      const own = text.slice(sentence.start, sentence.end);
      const { count, kind, start, end } = tokenise(own, tokens);
      const words = Array.from({ length: count }, (_, i) =>
        kind[i] === MARK ? '' : kind[i] === NUMBER ? '#' : fold(own, start[i], end[i]),
      );
      const { themes, polarity, voice } = label;
      examples.push({
        document: gold.name,
        words,
        voiceSigns: signs,
        themeSigns,
        polaritySigns,
        themes,
        polarity,
        voice,
      });
    },
  });
  let carry = start;
  while (at < gold.text.length) {
    const end = paragraphEnd(gold.text, at);
    seen.clear();
    carry = reader.read(gold.text.slice(at, end), carry).carryOut;
    at = end;
  }
  return examples;
}
