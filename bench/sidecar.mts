/**
 * What a sidecar of many tags on a long report costs at the moments that a person waits for: `npx tsx
 * bench/sidecar.mts [tags] [characters] [times]`; 5,000 tags on a megabyte unless told, the best of three times. The
 * sidecar is always one that was not read before, but where an edit would find it read.
 */
import { builtinLexicon } from '../src/core/lexicon/builtin.js';
import { anchorAll } from '../src/core/tagging/anchoring.js';
import { editSidecar, type SidecarEdit } from '../src/core/tagging/edits.js';
import { Selectors } from '../src/core/tagging/selector.js';
import { newSidecar, parseSidecar } from '../src/core/tagging/sidecar.js';
import type { Tag } from '../src/core/tagging/tag.js';
import { TrackedPlaces } from '../src/core/tagging/trackedPlaces.js';
import { Random } from './anchoring/random.mjs';
import { report } from './anchoring/texts.mjs';

const [count = 5000, size = 1_000_000, times = 3] = process.argv.slice(2).map(Number);
let random = new Random(1);
const lexicon = builtinLexicon();
let text = '';
while (text.length < size) text += `${report(random)}\n\n`;

async function timed<T>(what: string, run: () => T, prepare = (): void => undefined): Promise<T> {
  let best = Infinity;
  let result!: T;
  for (let n = 0; n < times; n++) {
    prepare();
    const begun = performance.now();
    result = run();
    best = Math.min(best, performance.now() - begun);
    await Promise.resolve();
  }
  const shown = best < 10 ? best.toFixed(3) : String(Math.round(best));
  console.log(`${what.padEnd(60)}${shown.padStart(7)} ms`);
  return result;
}
/** Another sidecar is read, since the last one is not read again. */
const forget = (): void => void parseSidecar('');

const words = [...text.matchAll(/\S+/g)];
const tags = await timed(`making the selectors of ${String(count)} passages`, () => {
  random = new Random(2);
  const selectors = new Selectors(text);
  return Array.from({ length: count }, (_, n): Tag => {
    const first = Math.floor((n * (words.length - 12)) / count);
    const last = words[first + 2 + random.below(9)]!;
    return {
      id: `T${String(n)}`,
      tag: 'a/b',
      ...selectors.of(words[first]!.index, last.index + last[0].length),
    };
  });
});
const lines = tags.map(
  tag =>
    `  - id: ${tag.id}\n    tag: a/b\n    quote: ${JSON.stringify(tag.quote)}\n    before: ${JSON.stringify(tag.before)}\n    after: ${JSON.stringify(tag.after)}\n    at: ${JSON.stringify(tag.at)}\n${tag.nth ? `    nth: ${JSON.stringify(tag.nth)}\n` : ''}`,
);
const source = newSidecar('long.txt') + lines.join('');
const parsed = await timed('opening: the sidecar is read', () => parseSidecar(source), forget);
await timed('opening: its tags are anchored', () => anchorAll(text, parsed.tags, { lexicon }));
const now = `A line put in first.\n${text}`;
const moved = await timed('after a pause in typing: anchored anew, all moved', () =>
  anchorAll(now, parsed.tags, { lexicon }),
);
console.log(`  ${String(moved.filter(tag => tag.state === 'moved').length)} of ${String(count)} found again`);
const tracked = new TrackedPlaces(moved.map(({ id, start = 0, end = 0 }) => [id, { start, end }]));
await timed('a keystroke, at the beginning', () => {
  tracked.change(0, 0, 1);
});
const edits = await timed('saving: new places', () => {
  const anew = new Selectors(now);
  return moved
    .filter(tag => tag.state === 'moved')
    .map((tag): SidecarEdit => {
      const { before, after, at, nth } = anew.of(tag.start!, tag.end!);
      const changes = tag.nth ? { before, after, at, nth } : { at };
      return { type: 'updateTag', id: tag.id, changes };
    });
});
await timed('saving: every place is written', () => editSidecar(source, edits), forget);
const more: SidecarEdit = { type: 'addTag', tag: { ...tags[0]!, id: 'one-more' } };
await timed('one more tag, where somebody else wrote the file', () => editSidecar(source, [more]), forget);
await timed(
  'one more tag',
  () => editSidecar(source, [more]),
  () => void parseSidecar(source),
);
