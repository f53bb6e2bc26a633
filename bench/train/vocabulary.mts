import type { Rows } from './logistic.mjs';
import { stem } from './stem.mjs';

/** Forms that count as one word. */
export interface Word {
  readonly stem: string;
  /** The letters that all have in common. */
  readonly prefix: string;
  /** What each has behind them, with `|` between. */
  readonly endings: string;
}

/** Which forms each stem has in the texts learnt from. */
export class Forms {
  readonly #forms = new Map<string, Set<string>>();

  constructor(sentences: readonly (readonly string[])[]) {
    for (const words of sentences)
      for (const word of words)
        if (word) this.#forms.set(stem(word), (this.#forms.get(stem(word)) ?? new Set()).add(word));
  }

  /** The words of some stems, each once, sorted. */
  of(stems: Iterable<string>): Word[] {
    return Array.from(new Set(stems), own => {
      const forms = [...(this.#forms.get(own) ?? [own])].sort();
      const [first, last] = [forms[0]!, forms.at(-1)!];
      let shared = 0;
      while (shared < first.length && first[shared] === last[shared]) shared++;
      return {
        stem: own,
        prefix: first.slice(0, shared),
        endings: forms.map(form => form.slice(shared)).join('|'),
      };
    }).sort((a, b) => compared(a.prefix, b.prefix) || compared(a.endings, b.endings));
  }
}

/** By code units, as everywhere. */
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Numbers for features: words by their stem, pairs of neighbours, signs. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly names: string[] = [];

  /** Words that stand in at least `least` sentences of at least two documents, pairs likewise; every sign. */
  constructor(
    sentences: readonly { document: string; words: readonly string[]; signs: readonly string[] }[],
    least: number,
  ) {
    const seen = new Map<string, { count: number; documents: Set<string> }>();
    for (const { document, words, signs } of sentences) {
      for (const feature of new Set([...featuresOf(words), ...signs.map(s => `@${s}`)])) {
        const entry = seen.get(feature) ?? { count: 0, documents: new Set() };
        entry.count++;
        entry.documents.add(document);
        seen.set(feature, entry);
      }
    }
    for (const [feature, { count, documents }] of seen) {
      if (count < least * (feature.includes(' ') && !feature.startsWith('@') ? 1.5 : 1) || documents.size < 2)
        continue;
      this.#numbers.set(feature, this.names.push(feature) - 1);
    }
  }

  row(words: readonly string[], signs: readonly string[]): number[] {
    const all = new Set([...featuresOf(words), ...signs.map(s => `@${s}`)]);
    return [...all].flatMap(f => this.#numbers.get(f) ?? []);
  }

  rows(sentences: readonly { words: readonly string[]; signs: readonly string[] }[]): Rows {
    return { features: sentences.map(s => this.row(s.words, s.signs)), width: this.names.length };
  }
}

/** Stems of a sentence, and its pairs of neighbours. Each counts once: a long sentence is no surer than a short one. */
function* featuresOf(words: readonly string[]): Generator<string> {
  let before = '';
  for (const word of words) {
    const own = word && stem(word);
    if (own) yield own;
    if (own && before) yield `${before} ${own}`;
    before = own;
  }
}
