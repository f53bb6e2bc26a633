/**
 * How often the reader is right on a labelled corpus: `npm run bench:accuracy -- <folder with markup> [--errors]
 * [--only REGEX] [--kind WORD] [--themes] [--learning]`; `--learning` leaves out the held-out documents, `--kind`
 * prints only the errors whose description has that word. The default is the corpus beside the checkout, where there is one.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtinLexicon } from '../src/core/lexicon/builtin.js';
import { findingsOf } from '../src/core/extraction/liveReport.js';
import { HELD_OUT, readCorpus } from './corpus.mjs';
import { printScores, score } from './score.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    errors: { type: 'boolean' },
    themes: { type: 'boolean' },
    only: { type: 'string' },
    learning: { type: 'boolean' },
    kind: { type: 'string' },
  },
});
const folder = resolve(positionals[0] ?? '../shared/corpus/markup');
if (!existsSync(folder)) {
  console.error(`No labelled corpus at ${folder}: name a folder with .markup files.`);
  process.exit(2);
}
const only = values.only === undefined ? undefined : new RegExp(values.only);
const corpus = readCorpus(folder).filter(
  d => (only?.test(d.name) ?? true) && !(values.learning === true && HELD_OUT.test(d.name)),
);
const lexicon = builtinLexicon();
const scores = score(corpus.map(gold => ({ gold, findings: findingsOf(gold.text, lexicon) })));
printScores(scores, {
  errors: values.errors === true,
  themes: values.themes === true,
  ...(values.kind ? { kind: values.kind } : {}),
});
