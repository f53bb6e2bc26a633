/**
 * What becomes of tags when their report is edited: seeded edits of invented reports, each with the truth known, for
 * our anchoring and for that of the Hypothesis client: `npm run bench:anchoring -- [--edits N] [--seed N]
 * [--examples N]`. Ends with status 1 where ours has put any tag in a wrong place without asking.
 */
import { parseArgs } from 'node:util';
import { builtinLexicon } from '../src/core/lexicon/builtin.js';
import { anchorAll } from '../src/core/tagging/anchoring.js';
import { selectorFor } from '../src/core/tagging/selector.js';
import { EDITS, type Marked } from './anchoring/edits.mjs';
import { hypothesisMatch } from './anchoring/hypothesis.mjs';
import { Random } from './anchoring/random.mjs';
import { report } from './anchoring/texts.mjs';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '25500' },
    seed: { type: 'string', default: '1' },
    examples: { type: 'string', default: '0' },
  },
});
const random = new Random(Number(values.seed));
const lexicon = builtinLexicon();
const kinds = Object.entries(EDITS);

class Tally {
  kept = 0;
  wrong = 0;
  rightSuggestion = 0;
  wrongSuggestion = 0;
  rightOrphan = 0;
  orphan = 0;
  milliseconds = 0;
}
const tallies = new Map(kinds.map(([kind]) => [kind, [new Tally(), new Tally()] as const]));
let examples = Number(values.examples);
const rounds = Math.ceil(Number(values.edits) / kinds.length);

/** A passage of whole words, from three words to a sentence or so. */
function passage(text: string): { start: number; end: number } {
  const words = [...text.matchAll(/[^\s]+/g)];
  const first = random.below(words.length - 3);
  const last = Math.min(words.length - 1, first + 2 + random.below(12));
  const start = words[first]!.index;
  const stop = text.indexOf('\n\n', start);
  const end = Math.min(words[last]!.index + words[last]![0].length, stop < 0 ? text.length : stop);
  return { start, end };
}

const isThere = (truth: Marked, place: { start: number; end: number }): boolean =>
  !truth.gone && Math.abs(place.start - truth.start) <= 2 && Math.abs(place.end - truth.end) <= 2;

for (let round = 0; round < rounds; round++) {
  for (const [kind, edit] of kinds) {
    const text = report(random);
    const span = passage(text);
    const selector = selectorFor(text, span.start, span.end);
    const truth = edit({ text, ...span, gone: false }, random);
    const [ours, theirs] = tallies.get(kind)!;

    let begun = performance.now();
    const [tag] = anchorAll(truth.text, [{ id: 'x', tag: 'x', ...selector }], { lexicon });
    ours.milliseconds += performance.now() - begun;
    const place = { start: tag!.start ?? -9, end: tag!.end ?? -9 };
    if (tag!.state === 'orphaned') {
      ours.orphan++;
      if (truth.gone) ours.rightOrphan++;
    } else if (tag!.state === 'suggested') {
      if (isThere(truth, place)) ours.rightSuggestion++;
      else ours.wrongSuggestion++;
    } else if (isThere(truth, place)) ours.kept++;
    else {
      ours.wrong++;
      if (examples-- > 0)
        console.log(
          `${kind}: “${selector.quote}” at ${String(span.start)}, truly ${truth.gone ? 'gone' : String(truth.start)}, ${tag!.state} on “${truth.text.slice(place.start, place.end)}” at ${String(place.start)}\n  was …${text.slice(Math.max(0, span.start - 60), span.end + 60)}…\n  is  …${truth.text.slice(Math.max(0, place.start - 60), place.end + 60)}…\n  selector ${JSON.stringify(selector)}\n  now …${truth.text.slice(Math.max(0, truth.start - 60), truth.end + 60)}…\n`,
        );
    }

    begun = performance.now();
    const match = hypothesisMatch(truth.text, selector);
    theirs.milliseconds += performance.now() - begun;
    if (!match) {
      theirs.orphan++;
      if (truth.gone) theirs.rightOrphan++;
    } else if (isThere(truth, match)) theirs.kept++;
    else theirs.wrong++;
  }
}

const head = [
  'kept',
  'WRONG',
  'suggested',
  '(right)',
  'orphaned',
  '(rightly)',
  'kept',
  'WRONG',
  'orphaned',
  '(rightly)',
];
console.log(`${String(rounds * kinds.length)} edits, seed ${values.seed}`);
console.log(''.padEnd(26) + 'Inspection Lens'.padEnd(60) + 'Hypothesis');
console.log(''.padEnd(26) + head.map(h => h.padEnd(10)).join(''));
const row = (name: string, a: Tally, b: Tally): void => {
  const cells = [
    a.kept,
    a.wrong,
    a.rightSuggestion + a.wrongSuggestion,
    a.rightSuggestion,
    a.orphan,
    a.rightOrphan,
    b.kept,
    b.wrong,
    b.orphan,
    b.rightOrphan,
  ];
  console.log(name.padEnd(26) + cells.map(c => String(c).padEnd(10)).join(''));
};
const sum = (which: 0 | 1): Tally => {
  const total = new Tally();
  for (const pair of tallies.values())
    for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += pair[which][key];
  return total;
};
for (const [kind, [a, b]] of tallies) row(kind, a, b);
const [ours, theirs] = [sum(0), sum(1)];
row('all', ours, theirs);
const perSecond = (t: Tally): string =>
  Math.round((1000 * rounds * kinds.length) / t.milliseconds).toLocaleString('en-GB');
console.log(`tags anchored a second: ours ${perSecond(ours)}, Hypothesis ${perSecond(theirs)}`);
if (ours.wrong > 0) process.exitCode = 1;
