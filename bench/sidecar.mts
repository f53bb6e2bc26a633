/**
 * What a sidecar of many tags on a long report costs at the moments that a person waits for: `npx tsx
 * bench/sidecar.mts [tags] [characters]`; 5,000 tags on a megabyte unless told.
 */
import { builtinLexicon } from '../src/core/lexicon/builtin.js';
import { anchorAll } from '../src/core/tagging/anchoring.js';
import { editSidecar, type SidecarEdit } from '../src/core/tagging/edits.js';
import { Selectors } from '../src/core/tagging/selector.js';
import { newSidecar, parseSidecar } from '../src/core/tagging/sidecar.js';
import type { Tag } from '../src/core/tagging/tag.js';
import { Random } from './anchoring/random.mjs';
import { report } from './anchoring/texts.mjs';

const [count = 5000, size = 1_000_000] = process.argv.slice(2).map(Number);
const random = new Random(1);
const lexicon = builtinLexicon();
let text = '';
while (text.length < size) text += `${report(random)}\n\n`;

async function timed<T>(what: string, run: () => T): Promise<T> {
  const begun = performance.now();
  const result = run();
  console.log(`${what.padEnd(60)}${String(Math.round(performance.now() - begun)).padStart(7)} ms`);
  await Promise.resolve();
  return result;
}

const words = [...text.matchAll(/\S+/g)];
const selectors = new Selectors(text);
const tags = await timed(`making the selectors of ${String(count)} passages`, () =>
  Array.from({ length: count }, (_, n): Tag => {
    const first = Math.floor((n * (words.length - 12)) / count);
    const last = words[first + 2 + random.below(9)]!;
    return {
      id: `T${String(n)}`,
      tag: 'a/b',
      ...selectors.of(words[first]!.index, last.index + last[0].length),
    };
  }),
);
const lines = tags.map(
  tag =>
    `  - id: ${tag.id}\n    tag: a/b\n    quote: ${JSON.stringify(tag.quote)}\n    before: ${JSON.stringify(tag.before)}\n    after: ${JSON.stringify(tag.after)}\n    at: ${JSON.stringify(tag.at)}\n${tag.nth ? `    nth: ${JSON.stringify(tag.nth)}\n` : ''}`,
);
const source = newSidecar('long.txt') + lines.join('');
const parsed = await timed('opening: the sidecar is read', () => parseSidecar(source));
await timed('opening: its tags are anchored', () => anchorAll(text, parsed.tags, { lexicon }));
const now = `A line put in first.\n${text}`;
const moved = await timed('after a pause in typing: anchored anew, all moved', () =>
  anchorAll(now, parsed.tags, { lexicon }),
);
console.log(`  ${String(moved.filter(tag => tag.state === 'moved').length)} of ${String(count)} found again`);
const anew = new Selectors(now);
const edits = await timed('saving: new places', () =>
  moved
    .filter(tag => tag.state === 'moved')
    .map((tag): SidecarEdit => {
      const { before, after, at, nth } = anew.of(tag.start!, tag.end!);
      const changes = tag.nth ? { before, after, at, nth } : { at };
      return { type: 'updateTag', id: tag.id, changes };
    }),
);
await timed('saving: every place is written', () => editSidecar(source, edits));
await timed('one more tag', () =>
  editSidecar(source, [{ type: 'addTag', tag: { ...tags[0]!, id: 'one-more' } }]),
);
