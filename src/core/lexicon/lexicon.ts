import type { FrameworkData, LexiconData, ThemeData } from './data.js';
import type { Entry } from './entry.js';
import { Matcher } from './matcher.js';

/** Everything the reader knows about words, compiled for one pass. */
export class Lexicon {
  readonly frameworks: ReadonlyMap<string, FrameworkData>;
  readonly themes: ReadonlyMap<string, ThemeData>;
  readonly matcher: Matcher;

  constructor(data: LexiconData) {
    this.frameworks = new Map(data.frameworks.map(f => [f.id, f]));
    this.themes = new Map(data.themes.map(t => [t.id, t]));
    this.matcher = new Matcher([...grades(data), ...themes(data), ...cues(data)]);
  }
}

/** Grade words, of all frameworks together: which framework is meant is for the text to say. */
function* grades(data: LexiconData): Generator<Entry> {
  for (const framework of data.frameworks) {
    for (const grade of framework.grades)
      for (const phrase of grade.phrases) yield { category: 'grade', id: grade.id, phrase };
    for (const phrase of framework.names) yield { category: 'framework', id: framework.id, phrase };
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
