import { CATEGORIES, type Category, placeOf } from '../lexicon/categories.js';
import type { SignNames } from '../lexicon/signNames.js';
import { MARK, TokenBuffer, tokenise } from '../report/tokens.js';
import type { Quote } from './finding.js';
import type { Unvoiced } from './reading.js';
import { WordTable } from './wordTable.js';

/** Kinds of nouns that are graded, or that are not. */
const KINDS = [
  [
    'body',
    'school schools service services home homes council councils authority authorities trust college hospital force forces provider providers nursery setting settings academy agency agencies department borough county city lessons teaching area areas unit centre practice region club surgery',
  ],
  [
    'person',
    'director leader councillor inspectors inspector chief executive secretary minister spokesman spokeswoman head headteacher staff people children pupils families parents workers',
  ],
  [
    'time',
    'january february march april may june july august september october november december year years month months time week weeks day days spring summer autumn winter term',
  ],
  [
    'inspection',
    'inspection inspections visit visits report reports review letter ofsted estyn cqc inspectorate inspector inspectors',
  ],
  [
    'worth',
    'rating ratings grade grades judgement judgements verdict verdicts result outcome outcomes progress improvement improvements journey step place label word',
  ],
] as const;
/** Where the head of a phrase ends. */
const BREAK = 1 << KINDS.length;

/** Phrases of the lexicon that name what is graded, or something else. */
const NAMES = [
  'area',
  'inspectorate',
  'inspectors',
  'provider-role',
  'other-role',
  'another-body',
  'counted',
  'judgement-noun',
  'theme',
  'period',
  'job-title',
  'many-bodies',
] as const satisfies readonly Category[];
/** No phrase of the lexicon begins as many code units before something and reaches into it. */
const LONGEST = 80;

/** What a noun phrase is by its own words: signs, and which of its tokens are its first word and its head (-1: none). */
export interface Parts {
  readonly signs: readonly number[];
  readonly first: number;
  readonly head: number;
}

/** Signs that a noun phrase has by its own words, whatever is said of it. */
export class SubjectWords {
  readonly #kinds = new WordTable(kinds());
  readonly #sign: ReturnType<typeof signsFor>;
  /** Those of the noun phrase asked about last. */
  readonly tokens = new TokenBuffer();

  constructor(names: SignNames) {
    this.#sign = signsFor(names);
  }

  /** What words are that stand in one of the sentences, or nowhere near. */
  of(quote: Quote, sentences: readonly (Unvoiced | undefined)[]): Parts {
    const sign = this.#sign;
    const { text } = quote;
    const tokens = tokenise(text, this.tokens);
    const signs: number[] = [];
    let [count, all, headKinds] = [0, 0, 0];
    let [first, head] = [-1, -1];
    let [last, ended] = [-1, false];
    for (let i = 0; i < tokens.count; i++) {
      if (tokens.kind[i] === MARK) continue;
      const kind = this.#kinds.at({ tokens }, i);
      if ((kind & BREAK) !== 0) ended ||= count > 0;
      else if (!ended) {
        headKinds = kind;
        head = i;
      }
      if (count === 0) first = i;
      all |= kind;
      count++;
      last = i;
    }
    signs.push(sign.lengths[count <= 1 ? 0 : count <= 2 ? 1 : count <= 4 ? 2 : count <= 7 ? 3 : 4]!);
    const unit = text.charCodeAt(0);
    if (unit >= 0x41 && unit <= 0x5a) signs.push(sign.capital);
    if (last >= 0 && (text.charCodeAt(tokens.end[last]! - 1) | 0x20) === 0x73) signs.push(sign.plural);
    for (let kind = 0; kind < KINDS.length; kind++) {
      if (((all >>> kind) & 1) === 1) signs.push(sign.has[kind]!);
      if (((headKinds >>> kind) & 1) === 1) signs.push(sign.head[kind]!);
    }
    for (const sentence of sentences) if (sentence) this.#addNames(quote, sentence, signs);
    return { signs, first, head };
  }

  #addNames({ start, end }: Quote, { start: first, end: behind, mentions }: Unvoiced, signs: number[]): void {
    if (start < first || start >= behind) return;
    let [low, high] = [0, mentions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mentions[middle]!.start < end) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0 && mentions[i]!.start > start - LONGEST; i--) {
      const mention = mentions[i]!;
      const named = this.#sign.names[mention.place];
      if (!named || mention.end <= start) continue;
      const sign = mention.start <= start && mention.end >= end ? named.is : named.within;
      if (!signs.includes(sign)) signs.push(sign);
    }
  }
}

function kinds(): Map<string, number> {
  const bits = new Map<string, number>();
  KINDS.forEach(([, words], kind) => {
    for (const word of words.split(' ')) bits.set(word, (bits.get(word) ?? 0) | (1 << kind));
  });
  for (const word of 'of for in on at to with'.split(' ')) bits.set(word, BREAK);
  return bits;
}

function signsFor(names: SignNames) {
  const named: ({ readonly is: number; readonly within: number } | undefined)[] = CATEGORIES.map(
    () => undefined,
  );
  for (const name of NAMES)
    named[placeOf(name)] = { is: names.number(`is ${name}`), within: names.number(`in ${name}`) };
  return {
    lengths: [1, 2, 4, 7, 'more'].map(n => names.number(`words ${String(n)}`)),
    capital: names.number('capital'),
    plural: names.number('plural'),
    has: KINDS.map(([kind]) => names.number(`has ${kind}`)),
    head: KINDS.map(([kind]) => names.number(`head ${kind}`)),
    names: named,
  };
}
