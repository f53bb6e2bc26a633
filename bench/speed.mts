/**
 * How fast reports are read, beside the same job done by others in the same run: `npm run bench:speed`. Machines
 * differ, so look at the ratios. Times are medians; 1 MB is a million UTF-16 code units of generated report prose.
 */
import { Bench } from 'tinybench';
import { LiveReport } from '../src/core/extraction/liveReport.js';
import { builtinData, builtinLexicon } from '../src/core/lexicon/builtin.js';
import { Lexicon } from '../src/core/lexicon/lexicon.js';
import { wordHighlighter } from './baselines/wordHighlighter.mjs';
import { winkPipeline } from './baselines/wink.mjs';
import { prose } from './prose.mjs';

/** Median milliseconds of a run, by tinybench: half a second of runs after a tenth of warming up. */
async function milliseconds(run: () => unknown, time = 500): Promise<number> {
  const bench = new Bench({ time, warmupTime: time / 5, throws: true });
  bench.add('run', () => {
    run();
  });
  const [task] = await bench.run();
  const { result } = task!;
  if (!('latency' in result)) throw new Error('the bench has no result');
  return result.latency.p50;
}

const MB = 1_000_000;
const text = prose(MB);
const lexicon = builtinLexicon();
const scan = (): number => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
};
new LiveReport(text, lexicon); // warm

const ours = await milliseconds(() => new LiveReport(text, lexicon), 2000);
const floor = await milliseconds(scan);
const sample = text.slice(0, MB / 20);
const words = (await milliseconds(() => wordHighlighter(sample), 1000)) * 20;
const wink = (await milliseconds(() => winkPipeline(sample), 1000)) * 20;
const row = (name: string, ms: number): void => {
  console.log(
    `${name.padEnd(52)} ${(1000 / ms).toFixed(1).padStart(8)} MB/s  ${(ms / ours).toFixed(2).padStart(8)} × ours`,
  );
};
row('the whole pipeline', ours);
row('a bare scan of the characters (the floor)', floor);
row('a plain word highlighter', words);
row('wink-nlp, full pipeline', wink);

console.log(`\nlexicon compiled in ${(await milliseconds(() => new Lexicon(builtinData))).toFixed(1)} ms`);
for (const size of [1, 10]) {
  const live = new LiveReport(size === 1 ? text : prose(size * MB), lexicon);
  const middle = live.length >> 1;
  let on = false;
  const edit = (): void => {
    if (on) live.edit(middle, middle + 5, '');
    else live.edit(middle, middle, 'good ');
    on = !on;
  };
  for (let i = 0; i < 20; i++) edit();
  console.log(
    `re-reading after a one-word edit in ${String(size)} MB: ${(1000 * (await milliseconds(edit))).toFixed(0)} µs`,
  );
}

console.log('\nper character, beside prose');
for (const [name, odd] of [
  ['one word without a space', 'a'.repeat(MB)],
  ['digits', '7'.repeat(MB)],
  ['quotation marks', '“'.repeat(MB)],
  ['percent signs', '%'.repeat(MB)],
  ['“good ” over and over', 'good '.repeat(MB / 5)],
] as const)
  console.log(
    `  ${name.padEnd(40)} ${((await milliseconds(() => new LiveReport(odd, lexicon), 200)) / ours).toFixed(2)} ×`,
  );
