import type { FrameworkData, LexiconData, ThemeData } from './data.js';
import type { Entry } from './entry.js';
import { Matcher } from './matcher.js';
import { expandPhrase } from './phrases.js';

/** Everything the reader knows about words, compiled for one pass. */
export class Lexicon {
  readonly frameworks: ReadonlyMap<string, FrameworkData>;
  readonly themes: ReadonlyMap<string, ThemeData>;
  /** What a grade phrase may mean: its words → the grades that frameworks use them for. Keys are ids of `grade` mentions. */
  readonly gradeReadings: ReadonlyMap<string, readonly GradeReading[]>;
  readonly matcher: Matcher;

  constructor(data: LexiconData) {
    this.frameworks = new Map(data.frameworks.map(f => [f.id, f]));
    this.themes = new Map(data.themes.map(t => [t.id, t]));
    this.gradeReadings = readings(data);
    const grades = [...this.gradeReadings.keys()].map(phrase => ({ category: 'grade', id: phrase, phrase }));
    this.matcher = new Matcher([...grades, ...frameworks(data), ...themes(data), ...cues(data)]);
  }
}

/** A grade of one framework. */
export interface GradeReading {
  readonly framework: string;
  readonly grade: string;
}

/** Grade phrases of all frameworks together, each once: which framework is meant is for the text to say. */
function readings(data: LexiconData): Map<string, GradeReading[]> {
  const byPhrase = new Map<string, GradeReading[]>();
  for (const { id: framework, grades } of data.frameworks)
    for (const { id: grade, phrases } of grades)
      for (const words of phrases.flatMap(expandPhrase)) {
        const phrase = words.join(' ');
        const known = byPhrase.get(phrase) ?? [];
        byPhrase.set(phrase, known);
        if (!known.some(r => r.framework === framework && r.grade === grade))
          known.push({ framework, grade });
      }
  return byPhrase;
}

/** What speaks for a framework: its names much, words of its field a little. */
function* frameworks(data: LexiconData): Generator<Entry> {
  for (const { id, inspectorate, names, words = [], areas = [] } of data.frameworks) {
    yield {
      category: 'inspectorate',
      id: inspectorate,
      phrase: inspectorate.replace(/[^\p{L}\p{N}' ]/gu, ' '),
    };
    for (const phrase of names) yield { category: 'framework', id, phrase };
    for (const phrase of words) yield { category: 'framework-word', id, phrase };
    for (const phrase of areas) yield { category: 'area', id, phrase };
  }
}

function* themes(data: LexiconData): Generator<Entry> {
  for (const theme of data.themes)
    for (const phrase of theme.phrases) yield { category: 'theme', id: theme.id, phrase };
}

function* cues(data: LexiconData): Generator<Entry> {
  for (const [category, phrases] of Object.entries(data.cues)) {
    const byId = Array.isArray(phrases)
      ? { [category]: phrases as readonly string[] }
      : (phrases as Record<string, readonly string[]>);
    for (const [id, list] of Object.entries(byId)) for (const phrase of list) yield { category, id, phrase };
  }
}
