/**
 * How fast reports are read, beside the same job done by others in the same run: `npm run bench:speed`. Machines
 * differ, so look at the ratios. Times are medians; 1 MB is a million UTF-16 code units of our own reports, taken
 * apart and shuffled (see `prose.mts`). It is bundled as the product is, since what runs TypeScript as it stands gives
 * every closure a name anew, and that costs more than some of what is measured.
 */
import { Bench } from 'tinybench';
import { LiveReport } from '../src/core/extraction/liveReport.js';
import { builtinData, builtinLexicon } from '../src/core/lexicon/builtin.js';
import { Lexicon } from '../src/core/lexicon/lexicon.js';
import { wordHighlighter } from './baselines/wordHighlighter.mjs';
import { winkPipeline } from './baselines/wink.mjs';
import { prose } from './prose.mjs';

/** Median milliseconds of a run, by tinybench: half a second of runs, and no fewer than five, after warming up. */
async function milliseconds(run: () => unknown, time = 500): Promise<number> {
  const bench = new Bench({ time, iterations: 5, warmupTime: time / 5, warmupIterations: 1, throws: true });
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
for (let i = 0; i < 5; i++) new LiveReport(text, lexicon); // warm

const reading = await milliseconds(() => new LiveReport(text, lexicon), 3000);
const whole = await milliseconds(() => new LiveReport(text, lexicon).findings, 3000);
const floor = await milliseconds(scan);
// The peers are slow, so they get a part of it, which no peer's price a character grows with.
const part = 50_000;
const sample = text.slice(0, part);
const highlighted = (await milliseconds(() => wordHighlighter(sample), 500)) * (MB / part);
const general = winkPipeline();
const wink = (await milliseconds(() => general(sample), 1000)) * (MB / part);
const row = (name: string, ms: number): void => {
  console.log(
    `${name.padEnd(56)} ${(1000 / ms).toFixed(2).padStart(8)} MB/s  ${(whole / ms).toFixed(2).padStart(8)} × as fast as we are`,
  );
};
row('the whole pipeline, findings put together', whole);
row('the whole pipeline, findings as yet unasked for', reading);
row('a bare scan of the characters (the floor)', floor);
row('a plain word highlighter', highlighted);
row('wink-nlp, full pipeline, our phrases as custom entities', wink);

console.log(`\nlexicon compiled in ${(await milliseconds(() => new Lexicon(builtinData))).toFixed(1)} ms`);
// The same stretch in the middle of both, edited here and there: paragraphs differ in what they cost.
const stretch = prose(24_000);
for (const size of [1, 10]) {
  const rest = size === 1 ? text : prose(size * MB);
  const half = rest.length >> 1;
  const live = new LiveReport(`${rest.slice(0, half)}\n\n${stretch}\n\n${rest.slice(half)}`, lexicon);
  const places = Array.from({ length: 16 }, (_, i) => half + 4000 + i * 1000);
  let [turn, on] = [0, false];
  let middle = half;
  const edit = (): void => {
    if (on) live.edit(middle, middle + 5, '');
    else {
      middle = places[turn++ % places.length]!;
      live.edit(middle, middle, 'good ');
    }
    on = !on;
  };
  for (let i = 0; i < 200; i++) {
    edit();
    live.findingsIn(middle - 4000, middle + 4000);
  }
  const microseconds = async (then?: () => unknown): Promise<string> =>
    (
      1000 *
      (await milliseconds(() => {
        edit();
        then?.();
      }))
    ).toFixed(0);
  console.log(`after a one-word edit in ${String(size)} MB`);
  console.log(`  re-reading                          ${await microseconds()} µs`);
  console.log(
    `  … and the findings of 8,000 characters around it  ${await microseconds(() => live.findingsIn(middle - 4000, middle + 4000))} µs`,
  );
  console.log(`  … and all findings                  ${await microseconds(() => live.findings)} µs`);
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
    `  ${name.padEnd(40)} ${((await milliseconds(() => new LiveReport(odd, lexicon), 200)) / reading).toFixed(2)} ×`,
  );
