import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { toLf } from '../src/core/report/text.js';
import { readCorpus } from './corpus.mjs';

/** The paragraphs of our own reports and news stories, as they stand. */
function paragraphs(): string[] {
  const texts = readCorpus(resolve('bench/corpus')).map(gold => gold.text);
  for (const name of readdirSync('samples'))
    if (name.endsWith('.txt')) texts.push(toLf(readFileSync(resolve('samples', name), 'utf8')));
  return texts.flatMap(text => text.split('\n')).filter(line => line.trim() !== '');
}

const NAMES =
  /\b(Wessingham|Northmere|Ashlow|Brayford|Hollowbrook|Strathburn|Glanfedw|Holmebridge|Thornleigh|Wrenford|Denholm|Aldridge|Marsh)\b/g;
const BEGINNINGS = 'Ald Brack Carr Dun East Fern Gar Hax Ing Kel Lang Mar Nor Oak Pen Rad Sel Tarn Wex'.split(
  ' ',
);
const ENDINGS = 'bridge by combe dale ford ham holme ley mere mouth port stead thorpe ton wick worth'.split(
  ' ',
);

/**
 * Report prose of a given length (UTF-16 code units): paragraphs of invented reports in an order drawn by lot, with
 * other names, figures and years each time, so that nothing that remembers sentences gains by it. The same text each
 * time it is asked for.
 */
export function prose(length: number): string {
  let seed = 42;
  const next = (n: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) % n;
  };
  const pick = <T,>(list: readonly T[]): T => list[next(list.length)]!;
  const source = paragraphs();
  const varied = (paragraph: string): string =>
    paragraph
      .replace(NAMES, () => pick(BEGINNINGS) + pick(ENDINGS))
      .replace(/\b\d+(?=%)/g, () => String(next(100)))
      .replace(/\b20[012]\d\b/g, () => String(2008 + next(16)));
  const parts: string[] = [];
  for (let total = 0; total < length;) {
    const part = `${varied(pick(source))}${next(3) === 0 ? '\n' : '\n\n'}`;
    parts.push(part);
    total += part.length;
  }
  return parts.join('').slice(0, length);
}
