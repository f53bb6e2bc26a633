/**
 * Learns the weights of themes, polarity and voice, of what is a judgement, its status and its subject from labelled
 * texts: `npm run train -- [folder …] [--cv] [--keep QUESTIONS]`. Without `--cv` it writes `src/core/lexicon/data/weights.json`; with it,
 * it prints how well the reader does on each fifth of the documents with weights learnt from the other four, beside
 * rules alone. `--keep voice,status,candidate,subject` leaves those questions as they are, which is how the shipped weights
 * were made. The same texts give the same weights.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { POLARITIES, STATUSES, VOICES } from '../../src/core/extraction/finding.js';
import { findingsOf } from '../../src/core/extraction/liveReport.js';
import { builtinData } from '../../src/core/lexicon/builtin.js';
import { Lexicon } from '../../src/core/lexicon/lexicon.js';
import type { WordsAround } from '../../src/core/extraction/wordsAround.js';
import type { WeightData } from '../../src/core/lexicon/weightData.js';
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
import { aroundOf, classifier, ranking } from './classifier.mjs';
import { pack, print } from './pack.mjs';
import type { Questions } from './rows.mjs';
import { unpack } from './unpack.mjs';
import { packWithin, within } from './within.mjs';
import { Forms } from './vocabulary.mjs';
import { isName, namesIn, withoutNames } from './names.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cv: { type: 'boolean' },
    theme: { type: 'string', default: '0,0.00003' },
    polarity: { type: 'string', default: '0,0.00006' },
    voice: { type: 'string', default: '0,0.0001' },
    least: { type: 'string', default: '8' },
    status: { type: 'string', default: '0.001,0.001' },
    candidate: { type: 'string', default: '0.0003,0.0002' },
    subject: { type: 'string', default: '0.0001,0.0003' },
    cut: { type: 'string', default: '0.6' },
    most: { type: 'string', default: '99500' },
    times: { type: 'string', default: '4' },
    keep: { type: 'string', default: '' },
  },
});
const folders =
  positionals.length > 0
    ? positionals
    : ['bench/corpus', 'bench/corpus/snippets', 'bench/corpus/sentences', '../shared/corpus/markup'];
const { weights, ...plain } = builtinData;
const present = weights && unpack(weights);
const lexicon = new Lexicon(plain);
const corpus = folders
  .filter(f => existsSync(f))
  .flatMap(f => readCorpus(f))
  .filter(d => !HELD_OUT.test(d.name));
const names = namesIn(corpus.map(d => d.text));
const nameless = (words: readonly string[]): string[] => words.map(w => (isName(w, names) ? '' : w));
const THEMES = plain.themes.map(t => t.id);
/** Lists of loose sentences have no course of speech to learn voices from, and not all of them say what is a judgement. */
const isLoose = (name: string): boolean => /^s\d-/.test(name);

/** What there is to learn from. */
interface Lessons {
  readonly sentences: readonly Example[];
  readonly statuses: readonly StatusExample[];
  readonly candidates: readonly CandidateExample[];
  readonly subjects: readonly SubjectExample[];
}

/** Answers to all questions; to those of `before`, learnt on from there, so that only what weighs something in it does. */
function answers(
  { sentences, statuses, candidates, subjects }: Lessons,
  kept: Partial<Questions>,
  rounds: number,
  before?: Questions,
): Questions {
  const least = Number(values.least);
  return {
    themes:
      kept.themes ??
      classifier({
        least,
        rounds,
        before: before?.themes,
        from: sentences,
        signsOf: e => e.themeSigns,
        classes: THEMES,
        is: (e, theme) => e.themes.includes(theme),
        penalty: values.theme,
        exclusive: false,
        // A theme that is as likely as not is told: something is given to each, since most sentences have few.
        shift: Number(values.cut),
      }),
    polarity:
      kept.polarity ??
      classifier({
        least,
        rounds,
        before: before?.polarity,
        from: sentences.filter(e => e.polarity !== undefined),
        signsOf: e => e.polaritySigns,
        classes: POLARITIES,
        is: (e, polarity) => e.polarity === polarity,
        penalty: values.polarity,
        exclusive: true,
      }),
    voice:
      kept.voice ??
      classifier({
        least,
        rounds,
        before: before?.voice,
        from: sentences.filter(e => !isLoose(e.document)),
        signsOf: e => e.voiceSigns,
        classes: VOICES,
        is: (e, voice) => e.voice === voice,
        penalty: values.voice,
        exclusive: true,
      }),
    status:
      kept.status ??
      before?.status ??
      classifier({
        least,
        from: statuses.map(e => ({ ...e, words: [] })),
        signsOf: e => [...e.signs, ...aroundOf(e)],
        classes: STATUSES,
        is: (e, status) => e.status === status,
        penalty: values.status,
        exclusive: true,
      }),
    candidate:
      kept.candidate ??
      before?.candidate ??
      classifier({
        least,
        from: candidates.map(e => ({ ...e, words: [] })),
        signsOf: e => [...e.signs, ...aroundOf(e, e.ruled)],
        classes: ['judgement'],
        is: e => e.is,
        penalty: values.candidate,
        exclusive: false,
      }),
    subject: kept.subject ?? before?.subject ?? ranking(subjects, values.subject),
  };
}

const formsOf = ({ sentences, statuses, candidates, subjects }: Lessons): Forms =>
  new Forms([
    ...(present?.forms ?? []).map(forms => forms.filter(w => !isName(w, names))),
    ...sentences.map(e => e.words),
    ...[...candidates, ...statuses].flatMap(e => [e.before, e.behind]),
    ...subjects.flatMap(e => e.candidates.map(c => c.words.map(word => word.slice(word.indexOf(' ') + 1)))),
  ]);

/** All that can be learnt, at once and whatever its size. */
const learnAll = (lessons: Lessons, kept: Partial<Questions>): WeightData =>
  pack(answers(lessons, kept, 120), formsOf(lessons));

/**
 * What of it fits. What is worth least is left out in steps, and the rest learns each time to do without it (as
 * Han and others 2015 prune and train in turn).
 */
function learn(lessons: Lessons, kept: Partial<Questions>): WeightData {
  const forms = formsOf(lessons);
  const most = Number(values.most);
  let learnt = answers(lessons, kept, 250);
  for (const part of [3, 1.8, 1.25, 0.99])
    learnt = answers(lessons, kept, 80, within(learnt, forms, part * most));
  return packWithin(learnt, forms, most);
}

/** Most of our own texts were written to be hard; those beside the checkout are as texts come, and count more. */
const isPlain = (name: string): boolean => !/^([a-y]\d\d-|s\d-)/.test(name);
const weighted = <E extends { readonly document: string }>(examples: Iterable<readonly E[]>): E[] =>
  [...examples]
    .flat()
    .flatMap(e => Array.from({ length: isPlain(e.document) ? Number(values.times) : 1 }, () => e));

/** The lessons of documents as the reader comes to them; `told`: it is told the truth of what it has read. */
function lessonsOf(documents: readonly Gold[], reader: Lexicon, told: boolean): Lessons {
  const graded = documents.filter(d => !isLoose(d.name)).map(gold => judgementExamplesOf(gold, reader, told));
  const around = <E extends WordsAround>(e: E): E => ({
    ...e,
    before: nameless(e.before),
    behind: nameless(e.behind),
  });
  return {
    sentences: weighted(
      documents.map(gold => examplesOf(gold, reader, told).map(e => ({ ...e, words: nameless(e.words) }))),
    ),
    statuses: weighted(graded.map(g => g.statuses.map(around))),
    candidates: weighted(graded.map(g => g.candidates.map(around))),
    subjects: weighted(
      graded.map(g =>
        g.subjects.map(s => ({
          ...s,
          candidates: s.candidates.map(c => ({
            ...c,
            words: c.words.filter(w => !isName(w.slice(w.indexOf(' ') + 1), names)),
          })),
        })),
      ),
    ),
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
    const reader = new Lexicon({ ...plain, weights: learnAll(without(told, out), kept) });
    return lessonsOf(
      documents.filter(d => out.has(d.name)),
      reader,
      false,
    );
  });
  return joined([told, ...unaided]);
}

/** What was learnt earlier and is to stay. */
const kept: Partial<Questions> = Object.fromEntries(
  Object.entries(present?.learnt ?? {})
    .filter(([question]) => values.keep.split(',').includes(question))
    .map(([question, learnt]) => [question, withoutNames(learnt, names)]),
);
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
    const learnt = new Lexicon({ ...plain, weights: learn(lessons, {}) });
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
  const data = learn(withUnaided(corpus, told), kept);
  const json = print(data);
  writeFileSync('src/core/lexicon/data/weights.json', json);
  console.log(
    `${String(data.count)} words that weigh something, ${String(Math.round(json.length / 1000))} KB`,
  );
}
