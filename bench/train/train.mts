/**
 * Learns the weights of themes, polarity and voice from labelled texts: `npm run train -- [folder …] [--cv]`. Without
 * `--cv` it writes `src/core/lexicon/data/weights.json`; with it, it prints how well the reader does on each fifth of
 * the documents with weights learnt from the other four, beside rules alone. The same texts give the same weights.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { POLARITIES, STATUSES, VOICES } from '../../src/core/extraction/finding.js';
import { findingsOf } from '../../src/core/extraction/liveReport.js';
import { builtinData } from '../../src/core/lexicon/builtin.js';
import { Lexicon } from '../../src/core/lexicon/lexicon.js';
import type { ClassifierData, WeightData } from '../../src/core/lexicon/weights.js';
import { type Gold, HELD_OUT, readCorpus } from '../corpus.mjs';
import { score } from '../score.mjs';
import { printBeside } from '../table.mjs';
import {
  type CandidateExample,
  type Example,
  examplesOf,
  judgementExamplesOf,
  type StatusExample,
  type SubjectExample,
} from './examples.mjs';
import { train } from './logistic.mjs';
import { rank } from './ranking.mjs';
import { stem } from './stem.mjs';
import { Forms, Vocabulary } from './vocabulary.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cv: { type: 'boolean' },
    theme: { type: 'string', default: '0.00013,0.0003' },
    polarity: { type: 'string', default: '0.0002,0.0003' },
    voice: { type: 'string', default: '0.0003,0.0005' },
    least: { type: 'string', default: '12' },
    status: { type: 'string', default: '0.006,0.001' },
    candidate: { type: 'string', default: '0.001,0.0005' },
    subject: { type: 'string', default: '0.0005,0.0005' },
    cut: { type: 'string', default: '0.6' },
    times: { type: 'string', default: '4' },
  },
});
const folders =
  positionals.length > 0
    ? positionals
    : ['bench/corpus', 'bench/corpus/sentences', '../shared/corpus/markup'];
const { weights: _weights, ...plain } = builtinData;
const lexicon = new Lexicon(plain);
const corpus = folders
  .filter(f => existsSync(f))
  .flatMap(f => readCorpus(f))
  .filter(d => !HELD_OUT.test(d.name));
const THEMES = plain.themes.map(t => t.id);
/** Lists of loose sentences have no course of speech to learn voices from. */
const isLoose = (name: string): boolean => /^s\d-/.test(name);

/** What there is to learn from. */
interface Lessons {
  readonly sentences: readonly Example[];
  readonly statuses: readonly StatusExample[];
  readonly candidates: readonly CandidateExample[];
  readonly subjects: readonly SubjectExample[];
}

function learn({ sentences: from, statuses: judged, candidates: graded, subjects }: Lessons): WeightData {
  const forms = new Forms([...from.map(e => e.words), ...graded.flatMap(e => [e.before, e.behind])]);
  const learnt = {
    themes: classifier(
      from,
      e => e.themeSigns,
      THEMES,
      (e, t) => e.themes.includes(t),
      values.theme,
      false,
      forms,
    ),
    polarity: classifier(
      from.filter(e => e.polarity !== undefined),
      e => e.polaritySigns,
      POLARITIES,
      (e, p) => e.polarity === p,
      values.polarity,
      true,
      forms,
    ),
    voice: classifier(
      from.filter(e => !isLoose(e.document)),
      e => e.voiceSigns,
      VOICES,
      (e, v) => e.voice === v,
      values.voice,
      true,
      forms,
    ),
    status: classifier(
      judged.map(e => ({ ...e, words: [] })),
      e => e.signs,
      STATUSES,
      (e, s) => e.status === s,
      values.status,
      true,
      forms,
    ),
    candidate: classifier(
      graded.map(e => ({ ...e, words: [] })),
      e => [...e.signs, ...aroundOf(e)],
      ['judgement'],
      e => e.is,
      values.candidate,
      false,
      forms,
      0,
    ),
    subject: ranked(subjects, values.subject),
  };
  return { forms: forms.used, ...learnt };
}

/** Signs are few and seldom by chance; they pay less. */
const penalties = (names: readonly string[], weight: number): Float64Array =>
  Float64Array.from(names, name => {
    if (/^@[<>]1? /.test(name)) return weight;
    return weight * (name.startsWith('@') ? 0.25 : name.includes(' ') ? 1.2 : 1);
  });

/** Words around a grade word as signs, by where they stand: what `AroundWeights` asks for. */
function aroundOf({ before, behind, ruled }: CandidateExample): string[] {
  const how = ruled ? '+' : '-';
  const side = (mark: string, words: readonly string[]): string[] => [
    ...new Set(words.filter(Boolean).map(word => `${mark} ${stem(word)}`)),
    ...(words[0] ? [`${mark}1 ${stem(words[0])}`, `${mark}1${how} ${stem(words[0])}`] : []),
  ];
  return [...side('<', before), ...side('>', behind)];
}
/** As the vocabulary names them. */
const AROUND = /^@([<>]1?[+-]?) (.+)$/;

function classifier<E extends Pick<Example, 'document' | 'words'>>(
  from: readonly E[],
  signsOf: (e: E) => readonly string[],
  classes: readonly string[],
  is: (e: E, cls: string) => boolean,
  penalty: string,
  exclusive: boolean,
  forms: Forms,
  // A theme that is as likely as not is told: something is given to each, since most sentences have few.
  shift = exclusive ? 0 : Number(values.cut),
): ClassifierData {
  const sentences = from.map(e => ({ document: e.document, words: e.words, signs: signsOf(e) }));
  const vocabulary = new Vocabulary(sentences, Number(values.least));
  const targets = classes.map(cls => Float64Array.from(from, e => (is(e, cls) ? 1 : 0)));
  const [lasso, ridge] = penalty.split(',').map(p => penalties(vocabulary.names, Number(p)));
  const { bias, weights } = train(vocabulary.rows(sentences), targets, lasso!, ridge!, exclusive);
  const rows = vocabulary.names.map((_, f) =>
    weights
      .flatMap((w, c) => {
        const hundredths = Math.round(100 * w[f]!);
        return Math.abs(hundredths) < 9 ? [] : `${String.fromCharCode(97 + c)}${String(hundredths)}`;
      })
      .join(''),
  );
  const data: Record<string, string> = {};
  vocabulary.names.forEach((name, f) => {
    const row = rows[f]!;
    if (row === '') return;
    const around = AROUND.exec(name);
    const words = (): string =>
      name
        .split(' ')
        .map(word => forms.firstOf(word))
        .join(' ');
    const key = around ? `${around[1]!} ${forms.firstOf(around[2]!)}` : name.startsWith('@') ? name : words();
    data[key] = row;
  });
  return { classes, bias: [...bias].map(b => Math.round(100 * (b + shift))), weights: data };
}

/** Signs that two documents have and no fewer than four candidates: the rest is chance. */
function ranked(from: readonly SubjectExample[], penalty: string): WeightData['subject'] {
  const vocabulary = new Vocabulary(
    from.flatMap(e => e.candidates.map(signs => ({ document: e.document, words: [], signs }))),
    4,
  );
  const [lasso, ridge] = penalty.split(',').map(Number);
  const groups = from.map(e => ({
    rows: e.candidates.map(signs => vocabulary.row([], signs)),
    right: e.right,
  }));
  const weights = rank(groups, vocabulary.names.length, lasso!, ridge!);
  const data: Record<string, string> = {};
  vocabulary.names.forEach((name, f) => {
    const hundredths = Math.round(100 * weights[f]!);
    if (Math.abs(hundredths) >= 3) data[name] = `a${String(hundredths)}`;
  });
  return { weights: data };
}

/** Most of our own texts were written to be hard; those beside the checkout are as texts come, and count more. */
const isPlain = (name: string): boolean => !/^([a-u]\d\d-|s\d-)/.test(name);
const weighted = <E extends { readonly document: string }>(examples: Iterable<readonly E[]>): E[] =>
  [...examples]
    .flat()
    .flatMap(e => Array.from({ length: isPlain(e.document) ? Number(values.times) : 1 }, () => e));

/** The lessons of documents as the reader comes to them; `told`: it is told the truth of what it has read. */
function lessonsOf(documents: readonly Gold[], reader: Lexicon, told: boolean): Lessons {
  const graded = documents.map(gold => judgementExamplesOf(gold, reader, told));
  return {
    sentences: weighted(documents.map(gold => examplesOf(gold, reader, told))),
    statuses: weighted(graded.map(g => g.statuses)),
    candidates: weighted(graded.map(g => g.candidates)),
    subjects: weighted(graded.map(g => g.subjects)),
  };
}

const joined = (lessons: readonly Lessons[]): Lessons => ({
  sentences: lessons.flatMap(l => l.sentences),
  statuses: lessons.flatMap(l => l.statuses),
  candidates: lessons.flatMap(l => l.candidates),
  subjects: lessons.flatMap(l => l.subjects),
});

function without({ sentences, statuses, candidates, subjects }: Lessons, out: ReadonlySet<string>): Lessons {
  const stays = (e: { readonly document: string }): boolean => !out.has(e.document);
  return {
    sentences: sentences.filter(stays),
    statuses: statuses.filter(stays),
    candidates: candidates.filter(stays),
    subjects: subjects.filter(stays),
  };
}

/** The names of a fifth of the documents, then of the next. */
function fifths(documents: readonly Gold[]): ReadonlySet<string>[] {
  const names = documents.map(d => d.name).sort();
  return [0, 1, 2, 3, 4].map(fold => new Set(names.filter((_, i) => i % 5 === fold)));
}

/**
 * The lessons with those of a reader whom nobody tells the truth of what went before: each fifth of the documents is
 * read with what was learnt from the other four. So it learns how far to trust what it has said itself, as in DAgger
 * (Ross, Gordon and Bagnell 2011).
 */
function withUnaided(documents: readonly Gold[], told: Lessons): Lessons {
  const unaided = fifths(documents).map(out => {
    const reader = new Lexicon({ ...plain, weights: learn(without(told, out)) });
    return lessonsOf(
      documents.filter(d => out.has(d.name)),
      reader,
      false,
    );
  });
  return joined([told, ...unaided]);
}

const told = lessonsOf(corpus, lexicon, true);
console.log(`${String(told.sentences.length)} sentences of ${String(corpus.length)} documents`);
if (values.cv === true) {
  const read = (
    name: string,
    lexicons: (gold: Gold) => Lexicon,
    of: (name: string) => boolean,
  ): [string, ReturnType<typeof score>] => [
    name,
    score(
      corpus
        .filter(d => !isLoose(d.name) && of(d.name))
        .map(gold => ({ gold, findings: findingsOf(gold.text, lexicons(gold)) })),
    ),
  ];
  const lexicons = new Map<string, Lexicon>();
  for (const out of fifths(corpus)) {
    const lessons = withUnaided(
      corpus.filter(d => !out.has(d.name)),
      without(told, out),
    );
    const learnt = new Lexicon({ ...plain, weights: learn(lessons) });
    for (const name of out) lexicons.set(name, learnt);
  }
  for (const [what, of] of [
    ['all texts', () => true],
    ['texts as they come', isPlain],
  ] as const)
    printBeside(
      `Each fifth by weights of the other four: ${what}`,
      new Map([read('learnt', gold => lexicons.get(gold.name)!, of), read('rules alone', () => lexicon, of)]),
    );
} else {
  const data = learn(withUnaided(corpus, told));
  const json = JSON.stringify(data).replaceAll('","', '",\n"');
  writeFileSync('src/core/lexicon/data/weights.json', `${json}\n`);
  for (const name of ['themes', 'polarity', 'voice', 'status', 'candidate'] as const)
    console.log(name, Object.keys(data[name].weights).length, 'features');
  console.log(`${String(Math.round(json.length / 1000))} KB`);
}
