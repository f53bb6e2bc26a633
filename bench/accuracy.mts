/**
 * How often the reader is right on a labelled corpus, beside two baselines and, where texts were labelled twice, a second
 * careful reader: `npm run bench:accuracy -- [folder with markup] [--errors] [--kind WORD] [--themes] [--only REGEX]
 * [--learning | --held-out]`. `--errors` prints our misses in context (those with WORD in
 * their description), never of held-out documents unless `--only` names them. The default is the corpus beside the
 * checkout where there is one, else our own texts that nobody wrote rules for.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findingsOf } from '../src/core/extraction/liveReport.js';
import { builtinLexicon } from '../src/core/lexicon/builtin.js';
import { winkReader } from './baselines/wink.mjs';
import { wordHighlighter } from './baselines/wordHighlighter.mjs';
import { type Gold, HELD_OUT, readCorpus } from './corpus.mjs';
import { printScores, score } from './score.mjs';
import { secondReader } from './secondReader.mjs';
import { printBeside, printDocuments } from './table.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean' },
    themes: { type: 'boolean' },
    only: { type: 'string' },
    learning: { type: 'boolean' },
    'held-out': { type: 'boolean' },
    kind: { type: 'string' },
  },
});
const beside = '../shared/corpus/markup';
const folder = resolve(positionals[0] ?? (existsSync(beside) ? beside : 'bench/corpus/unread'));
if (!existsSync(folder)) {
  console.error(`No labelled corpus at ${folder}: name a folder with .markup files.`);
  process.exit(2);
}
const only = values.only === undefined ? undefined : new RegExp(values.only);
const corpus = readCorpus(folder).filter(d => only?.test(d.name) ?? true);
const held = corpus.filter(d => HELD_OUT.test(d.name));
const learnt = corpus.filter(d => !HELD_OUT.test(d.name));
const lexicon = builtinLexicon();
const ours = (text: string): ReturnType<typeof findingsOf> => findingsOf(text, lexicon);
const readers = new Map([
  ['Inspection Lens', ours],
  ['word highlighter', wordHighlighter],
  ['wink-nlp', winkReader()],
]);

const second = secondReader(folder);

const groups: [string, Gold[]][] = [
  ['Documents that the rules were written with', values['held-out'] === true ? [] : learnt],
  [
    'Documents held out at first (see the notes on which were read later)',
    values.learning === true ? [] : held,
  ],
];
for (const [title, documents] of groups) {
  if (documents.length === 0) continue;
  const scores = new Map(
    [...readers].map(([name, read]) => [
      name,
      score(documents.map(gold => ({ gold, findings: read(gold.text) }))),
    ]),
  );
  const twice = documents.filter(({ name }) => second?.has(name));
  if (twice.length === documents.length)
    scores.set(
      'a second careful reader',
      score(twice.map(gold => ({ gold, findings: second!.get(gold.name)! }))),
    );
  printBeside(`${title}: ${String(documents.length)}`, scores);
  printDocuments(new Map(documents.map(gold => [gold.name, score([{ gold, findings: ours(gold.text) }])])));
  const mayShow = documents === learnt || only !== undefined;
  if (values.themes === true || (values.errors === true && mayShow))
    printScores(scores.get('Inspection Lens')!, {
      themes: values.themes === true,
      errors: values.errors === true && mayShow,
      ...(values.kind ? { kind: values.kind } : {}),
    });
}
