import type { Learnt } from './classifier.mjs';
import { stem } from './stem.mjs';

/** Written with a capital, and no names of anybody or anywhere: offices, bodies, times, nations, what homes and reports are called. */
const KNOWN = new Set(
  `asian camhs childrens christmas cllr cllrs col commission commissions commons conservative conservatives cottage coun cqc
  dame democrat democrats dfe down dr easter ehc england english estyn gaelic gcse gcses general gp gps gypsy
  highers hm hmi hmicfrs i i'd i'll i'm i've ilacs independents lab labour liberal lodge london lord lscb majesty mash midlands mp
  mr mrs ms mum nhs ofsted pa pc pep peps polish professor roma sats scotland sir st traveller unison
  voice wales welsh workstream ysgol jan feb mar apr jun jul aug sept oct nov dec january february march
  april june july august september october november december`
    .split(/\s+/)
    .concat('mon tues wednes thurs fri satur sun'.split(' ').flatMap(d => [`${d}day`, `${d}days`])),
);

/** How many times as often a name has a capital as it has none, where no sentence begins. */
const OFTEN = 9;

export interface Names {
  readonly all: ReadonlySet<string>;
  /** Stems of words that are none. */
  readonly others: ReadonlySet<string>;
}

/**
 * The names of people and places in some texts, folded: words that stand within sentences and hardly ever without a
 * capital. Nothing is to be learnt from who happens to have which name; the next report has others.
 */
export function namesIn(texts: Iterable<string>): Names {
  const [capital, small] = [new Map<string, number>(), new Map<string, number>()];
  for (const text of texts)
    for (const [word] of text.matchAll(/(?<=[a-z,’'] )[A-Za-z][A-Za-z’']*/g)) {
      const own = withoutOwner(word.toLowerCase().replaceAll('’', "'"));
      const counts = word.startsWith(own[0]!) ? small : capital;
      counts.set(own, (counts.get(own) ?? 0) + 1);
    }
  const hasCapital = ([word, count]: readonly [string, number]): boolean =>
    word.length > 1 && !KNOWN.has(word) && count > OFTEN * (small.get(word) ?? 0);
  const all = new Set(
    Array.from(capital)
      .filter(hasCapital)
      .map(([word]) => word),
  );
  const others = new Set(
    Array.from([...KNOWN, ...small.keys()])
      .filter(w => !all.has(w))
      .map(stem),
  );
  return { all, others };
}

const withoutOwner = (word: string): string => word.replace(/'s?$/, '');

/** Is a word, as folded, the name of anybody or anywhere? */
export const isName = (word: string, { all }: Names): boolean => all.has(withoutOwner(word));

/** What was learnt without what it says of names; a stem that other words have as well stays. */
export function withoutNames(learnt: Learnt, names: Names): Learnt {
  const own = new Set(Array.from(names.all, stem).filter(s => !names.others.has(s)));
  return { ...learnt, weights: new Map([...learnt.weights].filter(([feature]) => !hasName(feature, own))) };
}

/** Features are words, pairs of them, and signs, which may end in a word. */
function hasName(feature: string, stems: ReadonlySet<string>): boolean {
  const words = feature.split(' ');
  return feature.startsWith('@')
    ? words.length > 1 && stems.has(words.at(-1)!)
    : words.some(w => stems.has(w));
}
