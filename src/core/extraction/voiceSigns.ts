import type { Category } from '../lexicon/categories.js';
import { CELL } from '../report/tokens.js';
import type { Voice } from './finding.js';
import { isCell } from './gradeWords.js';
import { mentions, mentionsOf, type Unvoiced } from './reading.js';
import type { VoiceCarry } from './voice.js';
import type { Words } from './words.js';

const CUES = [
  'speech',
  'finding-verb',
  'inspectors',
  'inspectorate',
  'provider-role',
  'other-role',
  'grade',
  'judging',
  'praise',
  'blame',
  'intent',
  'past-grade',
  'many-bodies',
  'another-body',
  'scale',
  'scope',
  'monitoring',
  'statistics',
  'inspector-section',
  'notes-heading',
  'share-sign',
  'fraction',
  'period',
  'theme',
  'job-title',
] as const satisfies readonly Category[];
const PRONOUNS = new Set(['we', 'our', 'us', 'i', 'my', 'you', 'your', 'they', 'their', 'he', 'she', 'it']);
/** What inspectors do: "we found" is theirs. */
const SEEN = new Set(
  'found saw read looked sampled visited reviewed met heard observed surveyed inspected evaluated examined spoke considered judged identified noted tracked agreed'.split(
    ' ',
  ),
);
const BULLETS = new Set([0x2022, 0x2a, 0x25aa, 0x25a0, 0x25cf, 0x25e6, 0x2d, 0x2013]);

interface Seen {
  readonly words: Words;
  readonly sentence: Unvoiced;
  /** For each token, whether it lies inside quotation marks. */
  readonly inside: Uint8Array;
  readonly carry: VoiceCarry;
  /** What the rules say. */
  readonly ruled: Voice;
  /** First sentence of its paragraph. */
  readonly first: boolean;
  /** Blank lines stand around the paragraph. */
  readonly apart: boolean;
}

/** What is seen of a sentence that may tell whose words it is, as names that weights may be given to. */
export function voiceSigns({ words, sentence, inside, carry, ruled, first, apart }: Seen): string[] {
  const { from, to } = sentence;
  const { tokens } = words.reading;
  const genre = carry.genre ?? 'none';
  const signs = [
    `ruled ${ruled}`,
    `own ${carry.own ?? 'none'}`,
    `section ${carry.section ?? 'none'}`,
    `speaker ${carry.speaker ?? 'none'}`,
    `last ${carry.last ?? 'none'}`,
    `genre ${genre}`,
    `genre ${genre} ${ruled}`,
    `genre ${genre} last ${carry.last ?? 'none'}`,
    `reporting ${String(carry.reporting)}`,
    `own ${carry.own ?? 'none'} ${ruled}`,
    `own ${carry.own ?? 'none'} last ${carry.last ?? 'none'}`,
  ];
  let quoted = 0;
  let cells = 0;
  for (let i = from; i < to; i++) {
    quoted += inside[i]!;
    if (i > from && (tokens.gap[i] === CELL || words.mark(i) === 0x7c)) cells++;
    if (i - from > 60 || words.mark(i) !== 0) continue;
    const word = words.at(i);
    if (!PRONOUNS.has(word)) continue;
    const where = inside[i] === 1 ? 'quoted' : 'free';
    signs.push(`${where} ${word}`);
    if (word === 'we' && (SEEN.has(words.at(i + 1)) || SEEN.has(words.at(i + 2))))
      signs.push(`${where} we found`);
  }
  const share = quoted / Math.max(1, to - from);
  const how = share === 0 ? 'none' : share < 0.35 ? 'some' : share < 0.9 ? 'most' : 'all';
  signs.push(`quoted ${how}`, `quoted ${how} speaker ${carry.speaker ?? 'none'}`);
  if (how === 'most' || how === 'all') signs.push(`${how} last ${carry.last ?? 'none'}`);
  for (const cue of CUES) if (mentions(sentence, cue)) signs.push(cue);
  const last = words.mark(to - 1);
  const stopped = [0x2e, 0x21, 0x3f, 0x201d, 0x22, 0x2019].includes(last);
  const bullet = BULLETS.has(words.mark(from));
  const numbered =
    words.isNumber(from) && (words.mark(from + 1) === 0x2e || /^\d{1,2}\.\d{1,2}$/.test(words.at(from)));
  if (first) signs.push(`first last ${carry.last ?? 'none'}`);
  else signs.push(`inner last ${carry.last ?? 'none'}`);
  if (bullet)
    signs.push('bullet', `bullet section ${carry.section ?? 'none'}`, `bullet last ${carry.last ?? 'none'}`);
  if (numbered) signs.push('numbered');
  if (last === 0x3a) signs.push('introduces');
  if (cells > 0) signs.push('row', `row own ${carry.own ?? 'none'}`, `row genre ${genre}`);
  if (cells > 0 && !mentions(sentence, 'grade'))
    signs.push('row without grade', `row ungraded own ${carry.own ?? 'none'}`);
  if (first && !stopped && !bullet && to === tokens.count && to - from < 16) {
    signs.push(
      'title',
      apart ? 'title apart' : 'title close',
      `title own ${carry.own ?? 'none'}`,
      `title genre ${genre}`,
    );
    if (mentions(sentence, 'grade')) signs.push(apart ? 'graded title apart' : 'graded title close');
  }
  if (mentionsOf(sentence, 'grade').some(g => isCell(words, sentence, g)))
    signs.push(apart ? 'cell apart' : 'cell close', `cell genre ${genre}`);
  if (to - from < 8) signs.push('short');
  return signs;
}
