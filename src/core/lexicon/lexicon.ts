import { isCategory } from './categories.js';
import type { CueData, FrameworkData, LexiconData, ThemeData } from './data.js';
import type { Entry } from './entry.js';
import { Matcher } from './matcher.js';
import { expandPhrase } from './phrases.js';
import { WeightReader } from './weightReader.js';
import { Weights } from './weights.js';

/** A grade that a phrase may mean: that of one framework. */
export interface GradeMeaning {
  readonly framework: string;
  readonly grade: string;
}

/** Everything the reader knows about words, compiled for one pass. */
export class Lexicon {
  readonly frameworks: ReadonlyMap<string, FrameworkData>;
  readonly themes: ReadonlyMap<string, ThemeData>;
  readonly matcher: Matcher;
  /** What was learnt from labelled texts. */
  readonly learnt: Weights | undefined;
  /** Kinds of text that it can tell apart. */
  readonly genres: readonly string[];
  readonly #meanings = new Map<string, GradeMeaning[]>();

  constructor(data: LexiconData) {
    this.frameworks = new Map(data.frameworks.map(f => [f.id, f]));
    this.themes = new Map(data.themes.map(t => [t.id, t]));
    for (const framework of data.frameworks)
      for (const grade of framework.grades)
        for (const phrase of grade.phrases) this.#mean(phrase, { framework: framework.id, grade: grade.id });
    const { weights } = data;
    const reader = weights && new WeightReader(weights);
    this.matcher = new Matcher(
      [...this.#grades(), ...names(data), ...fields(data), ...themes(data), ...cues(data.cues)],
      reader?.forms.flat(),
    );
    this.learnt = reader && new Weights(reader, this.matcher);
    this.genres = Object.keys(data.cues['genre'] ?? {});
  }

  /** Every phrase that may be a grade: the ids of mentions of that category. */
  get gradePhrases(): Iterable<string> {
    return this.#meanings.keys();
  }

  /** What a mention of the category `grade` may mean, by its id: one grade for each framework that has the phrase. */
  meaningsOf(id: string): readonly GradeMeaning[] {
    return this.#meanings.get(id) ?? [];
  }

  #mean(phrase: string, meaning: GradeMeaning): void {
    for (const words of expandPhrase(phrase)) {
      const id = words.join(' ');
      const known = this.#meanings.get(id) ?? [];
      if (!known.some(m => m.framework === meaning.framework)) this.#meanings.set(id, [...known, meaning]);
    }
  }

  /** Each grade phrase once, whichever frameworks have it: which of them is meant is for the text to say. */
  *#grades(): Generator<Entry> {
    for (const phrase of this.#meanings.keys()) yield { category: 'grade', id: phrase, phrase };
  }
}

function* names({ frameworks }: LexiconData): Generator<Entry> {
  for (const { id, names } of frameworks)
    for (const phrase of names) yield { category: 'framework', id, phrase };
}

/** What speaks for a framework a little: its inspectorate's name, words of its field, what it grades. */
function* fields({ frameworks }: LexiconData): Generator<Entry> {
  for (const { id, inspectorate, words = [], areas = [] } of frameworks) {
    yield {
      category: 'inspectorate',
      id: inspectorate,
      phrase: inspectorate.replace(/[^\p{L}\p{N}' ]/gu, ' '),
    };
    for (const phrase of words) yield { category: 'framework-word', id, phrase };
    for (const phrase of areas) yield { category: 'area', id, phrase };
  }
}

function* themes(data: LexiconData): Generator<Entry> {
  for (const { id, phrases, firm = [] } of data.themes) {
    for (const phrase of phrases) yield { category: 'theme', id, phrase };
    for (const phrase of firm) yield { category: 'firm-theme', id, phrase };
  }
}

function* cues(data: CueData): Generator<Entry> {
  for (const [name, phrases] of Object.entries(data)) {
    if (!isCategory(name)) throw new RangeError(`cues have no category “${name}”`);
    const category = name;
    const byId = Array.isArray(phrases)
      ? { [category]: phrases as readonly string[] }
      : (phrases as Record<string, readonly string[]>);
    for (const [id, list] of Object.entries(byId)) for (const phrase of list) yield { category, id, phrase };
  }
}
