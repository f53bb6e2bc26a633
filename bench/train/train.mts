/**
 * Learns the weights of themes and polarity from labelled texts: `npm run train -- [folder …] [--cv]`. Without `--cv` it
 * writes `src/core/lexicon/data/weights.json`; with it, it prints how well weights learnt from four fifths of the
 * documents read the fifth left out, beside phrases and cues alone. The same texts give the same weights.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { builtinData } from '../../src/core/lexicon/builtin.js';
import { Lexicon } from '../../src/core/lexicon/lexicon.js';
import type { WeightData } from '../../src/core/lexicon/weights.js';
import { HELD_OUT, readCorpus } from '../corpus.mjs';
import { type Example, examplesOf } from './examples.mjs';
import { type Model, scores, train } from './logistic.mjs';
import { Vocabulary } from './vocabulary.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cv: { type: 'boolean' },
    theme: { type: 'string', default: '0.0012' },
    polarity: { type: 'string', default: '0.0012' },
    least: { type: 'string', default: '4' },
  },
});
const folders = positionals.length > 0 ? positionals : ['bench/corpus', '../shared/corpus/markup'];
const { weights: _weights, ...plain } = builtinData;
const lexicon = new Lexicon(plain);
const examples = folders
  .filter(f => existsSync(f))
  .flatMap(f => readCorpus(f))
  .filter(d => !HELD_OUT.test(d.name))
  .flatMap(gold => examplesOf(gold, lexicon));
const THEMES = plain.themes.map(t => t.id);
const POLARITIES = ['strength', 'weakness', 'mixed', 'neutral'];
const least = Number(values.least);

interface Learnt {
  readonly themes: { vocabulary: Vocabulary; model: Model };
  readonly polarity: { vocabulary: Vocabulary; model: Model };
}

/** Signs are few and seldom by chance; they pay less. */
const penalties = (names: readonly string[], weight: number): Float64Array =>
  Float64Array.from(names, name => weight * (name.startsWith('@') ? 0.25 : name.includes(' ') ? 1.2 : 1));

function learn(from: readonly Example[]): Learnt {
  const themed = from.map(e => ({ document: e.document, words: e.words, signs: e.themeSigns }));
  const themeWords = new Vocabulary(themed, least);
  const rows = themeWords.rows(themed);
  const themes = train(
    rows,
    THEMES.map(t => Float64Array.from(from, e => (e.themes.includes(t) ? 1 : 0))),
    penalties(themeWords.names, Number(values.theme)),
    false,
  );
  const judged = from.filter(e => e.polarity !== undefined);
  const moods = judged.map(e => ({ document: e.document, words: e.words, signs: e.polaritySigns }));
  const moodWords = new Vocabulary(moods, least);
  const polarity = train(
    moodWords.rows(moods),
    POLARITIES.map(p => Float64Array.from(judged, e => (e.polarity === p ? 1 : 0))),
    penalties(moodWords.names, Number(values.polarity)),
    true,
  );
  return { themes: { vocabulary: themeWords, model: themes }, polarity: { vocabulary: moodWords, model: polarity } };
}

const tally = (): { right: number; got: number; wanted: number } => ({ right: 0, got: 0, wanted: 0 });
const f1 = ({ right, got, wanted }: ReturnType<typeof tally>): string =>
  `P ${(right / got).toFixed(3)} R ${(right / wanted).toFixed(3)} F ${((2 * right) / (got + wanted)).toFixed(3)}`;

function check({ themes, polarity }: Learnt, on: readonly Example[], sums: Record<string, ReturnType<typeof tally>>): void {
  const sum = (name: string): ReturnType<typeof tally> => (sums[name] ??= tally());
  for (const e of on) {
    const score = scores(themes.model, themes.vocabulary.row(e.words, e.themeSigns));
    const got = THEMES.filter((_, i) => score[i]! > 0);
    for (const cut of [-2, -1.5, -1.25, -1, -0.75, -0.5, -0.25]) {
      const more = THEMES.filter((_, i) => score[i]! > cut);
      sum(`themes at ${cut}`).got += more.length;
      sum(`themes at ${cut}`).wanted += e.themes.length;
      sum(`themes at ${cut}`).right += more.filter(t => e.themes.includes(t)).length;
    }
    const ruled = e.themeSigns.filter(s => s.startsWith('theme ')).map(s => s.slice(6));
    for (const [name, found] of [['themes learnt', got], ['themes by phrases', ruled]] as const) {
      sum(name).got += found.length;
      sum(name).wanted += e.themes.length;
      sum(name).right += found.filter(t => e.themes.includes(t)).length;
    }
    if (e.polarity === undefined) continue;
    const mood = scores(polarity.model, polarity.vocabulary.row(e.words, e.polaritySigns));
    const best = POLARITIES[mood.indexOf(Math.max(...mood))];
    const rule = e.polaritySigns.find(s => /^(ruled|grades|old grades) /.test(s))?.split(' ').at(-1);
    for (const [name, found] of [['polarity learnt', best], ['polarity by cues', rule]] as const) {
      sum(name).got++;
      sum(name).wanted++;
      if (found === e.polarity) sum(name).right++;
    }
  }
}

console.log(`${String(examples.length)} sentences of ${String(new Set(examples.map(e => e.document)).size)} documents`);
if (values.cv === true) {
  const documents = [...new Set(examples.map(e => e.document))].sort();
  const sums: Record<string, ReturnType<typeof tally>> = {};
  for (let fold = 0; fold < 5; fold++) {
    const out = new Set(documents.filter((_, i) => i % 5 === fold));
    check(learn(examples.filter(e => !out.has(e.document))), examples.filter(e => out.has(e.document)), sums);
  }
  for (const [name, s] of Object.entries(sums)) console.log(name.padEnd(20), f1(s));
} else {
  const { themes, polarity } = learn(examples);
  const data = { themes: asData(THEMES, themes), polarity: asData(POLARITIES, polarity) };
  const json = JSON.stringify(data).replaceAll('],"', '],\n"');
  writeFileSync('src/core/lexicon/data/weights.json', `${json}\n`);
  for (const [name, { weights }] of Object.entries(data)) console.log(name, Object.keys(weights).length, 'features');
  console.log(`${String(Math.round(json.length / 1000))} KB`);
}

function asData(classes: readonly string[], { vocabulary, model }: { vocabulary: Vocabulary; model: Model }): WeightData {
  const weights: Record<string, number[]> = {};
  const rows = vocabulary.names.map((_, f) =>
    model.weights.flatMap((w, c) => {
      const hundredths = Math.round(100 * w[f]!);
      return hundredths === 0 ? [] : [c, hundredths];
    }),
  );
  const inPairs = new Set(
    vocabulary.names.flatMap((name, f) => (name.startsWith('@') || rows[f]!.length === 0 ? [] : name.split(' '))),
  );
  const first = (s: string): string => vocabulary.formsOf(s)[0]!;
  vocabulary.names.forEach((name, f) => {
    const row = rows[f]!;
    if (row.length === 0) return;
    if (name.startsWith('@')) weights[name] = row;
    else if (name.includes(' ')) weights[name.split(' ').map(first).join(' ')] = row;
    else weights[vocabulary.formsOf(name).join('|')] = row;
  });
  // A word that weighs nothing alone may weigh beside another.
  for (const s of inPairs) weights[vocabulary.formsOf(s).join('|')] ??= [];
  return { classes, bias: [...model.bias].map(b => Math.round(100 * b)), weights };
}
