import type { Rows } from './logistic.mjs';
import { stem } from './stem.mjs';

/** Which forms each stem has in the texts learnt from; the first, by letters, stands for all. */
export class Forms {
  readonly #forms = new Map<string, Set<string>>();
  readonly #used = new Set<string>();

  constructor(sentences: readonly (readonly string[])[]) {
    for (const words of sentences)
      for (const word of words)
        if (word) this.#forms.set(stem(word), (this.#forms.get(stem(word)) ?? new Set()).add(word));
  }

  firstOf(of: string): string {
    this.#used.add(of);
    return this.#of(of)[0]!;
  }

  /** The forms of each stem that was asked for, joined by "|"; "+" stands for the first. */
  get used(): string[] {
    const short = ([first, ...others]: readonly string[]): string =>
      [
        first!,
        ...others.map(form => (form.startsWith(first!) ? `+${form.slice(first!.length)}` : form)),
      ].join('|');
    return [...this.#used].map(of => short(this.#of(of))).sort();
  }

  #of(of: string): string[] {
    return [...(this.#forms.get(of) ?? [])].sort();
  }
}

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
