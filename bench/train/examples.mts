import type { Polarity, Status, Voice } from '../../src/core/extraction/finding.js';
import { ParagraphReader, start } from '../../src/core/extraction/paragraph.js';
import type { Candidate } from '../../src/core/extraction/subjectTeller.js';
import type { WordsAround } from '../../src/core/extraction/wordsAround.js';
import type { Lexicon } from '../../src/core/lexicon/lexicon.js';
import { paragraphEnd } from '../../src/core/report/paragraphs.js';
import { fold, MARK, NUMBER, TokenBuffer, tokenise } from '../../src/core/report/tokens.js';
import type { Gold, GoldLabel, GoldSentence } from '../corpus.mjs';
import { likeness } from '../score.mjs';

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
export interface StatusExample extends WordsAround {
  readonly document: string;
  readonly signs: readonly string[];
  readonly status: string;
}

/** All that a judgement may be said of, and which of it a careful reader says. */
export interface SubjectExample {
  readonly document: string;
  readonly candidates: readonly Pick<Candidate, 'signs' | 'words'>[];
  readonly right: readonly boolean[];
}

/** A grade word as the reader sees it, and whether a careful reader takes it for a judgement. */
export interface CandidateExample extends WordsAround {
  readonly document: string;
  readonly signs: readonly string[];
  readonly ruled: boolean;
  readonly is: boolean;
}

/**
 * Every grade word of a labelled document, and every judgement among them. `told`: the reader is told the truth of each
 * as it goes.
 */
export function judgementExamplesOf(
  gold: Gold,
  lexicon: Lexicon,
  told: boolean,
): {
  readonly candidates: CandidateExample[];
  readonly statuses: StatusExample[];
  readonly subjects: SubjectExample[];
} {
  const subjects: SubjectExample[] = [];
  const candidates: CandidateExample[] = [];
  const statuses: StatusExample[] = [];
  const document = gold.name;
  let at = 0;
  const labelOf = ({ start, end }: { start: number; end: number }): GoldLabel | undefined =>
    gold.judgements.find(j => j.start < at + end && at + start < j.end);
  const reader = new ParagraphReader(lexicon, {
    voice: () => undefined,
    theme: () => undefined,
    candidate: seen => {
      const { signs, ruled, before, behind } = seen;
      const is = labelOf(seen) !== undefined;
      candidates.push({ document, signs, ruled, before, behind, is });
      return told ? is : undefined;
    },
    status: seen => {
      const status = labelOf(seen)?.attributes['status'];
      const { signs, before, behind } = seen;
      if (status !== undefined) statuses.push({ document, signs, before, behind, status });
      return told ? (status as Status | undefined) : undefined;
    },
    subject: seen => {
      const subject = labelOf(seen)?.attributes['subject'];
      if (subject === undefined) return undefined;
      const right = seen.candidates.map(({ text }) => likeness(subject, text) >= 0.5);
      subjects.push({ document, candidates: seen.candidates, right });
      const first = right.indexOf(true);
      return told && first >= 0 ? first : undefined;
    },
  });
  let carry = start;
  while (at < gold.text.length) {
    const end = paragraphEnd(gold.text, at);
    carry = reader.read(gold.text.slice(at, end), carry).carryOut;
    at = end;
  }
  return { candidates, statuses, subjects };
}

/**
 * Every sentence of a labelled document that the reader finds. `told`: the reader is told the true voice of each as it
 * goes, so that what it sees of the next is right.
 */
export function examplesOf(gold: Gold, lexicon: Lexicon, told: boolean): Example[] {
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
    candidate: () => undefined,
    subject: () => undefined,
    voice: ({ sentence, signs }) => {
      const label = labelOf(sentence);
      if (!label) return undefined;
      seen.set(sentence.start, { label, signs });
      return told ? (label.voice as Voice) : undefined;
    },
    theme: ({ sentence, text, themeSigns, polaritySigns }) => {
      const { label, signs } = seen.get(sentence.start) ?? {};
      if (!label || !signs) return undefined;
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
      return told ? { themes, polarity: polarity as Polarity | undefined } : undefined;
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
