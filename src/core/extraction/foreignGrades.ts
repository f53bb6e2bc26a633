import { hasAnyOf, placeOf, setOf } from '../lexicon/categories.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { Candidate } from './candidates.js';
import type { Grounds } from './gradeWords.js';
import type { ReadSentence } from './reading.js';

const INSPECTORATE = placeOf('inspectorate');
const AREA = placeOf('area');
const NAMING = setOf('inspectorate', 'area');
/** What makes a word a grade whoever has been named. */
const SURE: ReadonlySet<Grounds> = new Set(['cell', 'quoted', 'judging', 'noun']);
const USUAL = 'Ofsted';

/**
 * Grades that only some inspectorates give, and that anybody says of anything: "support is very good" is no grade of
 * the Care Inspectorate’s where only others have been named.
 */
export class ForeignGrades {
  /** By grade phrase: whose it is; undefined for what the usual inspectorate says as well. */
  readonly #whose = new Map<string, ReadonlySet<string> | undefined>();

  constructor(private readonly lexicon: Lexicon) {}

  /** `named`: the inspectorates that the report has named so far. */
  without(candidates: readonly Candidate[], named: readonly string[]): readonly Candidate[] {
    // Whose report it is, may be said at its end.
    if (named.length === 0) return candidates;
    return candidates.some(c => this.#isForeign(c, named))
      ? candidates.filter(c => !this.#isForeign(c, named))
      : candidates;
  }

  #isForeign({ mention, grounds }: Candidate, named: readonly string[]): boolean {
    if (SURE.has(grounds)) return false;
    const whose = this.#whoseIs(mention.id);
    return whose !== undefined && !named.some(name => whose.has(name));
  }

  #whoseIs(id: string): ReadonlySet<string> | undefined {
    if (this.#whose.has(id)) return this.#whose.get(id);
    const { lexicon } = this;
    const whose = new Set(
      lexicon.meaningsOf(id).map(({ framework }) => lexicon.frameworks.get(framework)!.inspectorate),
    );
    const foreign = whose.has(USUAL) ? undefined : whose;
    this.#whose.set(id, foreign);
    return foreign;
  }
}

/**
 * The inspectorates named so far, with those of a sentence. A long name of what is graded names who grades it: nobody
 * else has "the impact of leaders on social work practice with children and families".
 */
export function withNamed(
  { frameworks }: Lexicon,
  sentence: ReadSentence,
  named: readonly string[],
): readonly string[] {
  if (!hasAnyOf(sentence, NAMING)) return named;
  let all = named;
  for (const { place, id, from, to } of sentence.mentions) {
    const isOwnArea = place === AREA && to - from >= LONG;
    const name = place === INSPECTORATE ? id : isOwnArea ? frameworks.get(id)?.inspectorate : undefined;
    if (name !== undefined && !all.includes(name)) all = [...all, name];
  }
  return all;
}
/** In tokens. */
const LONG = 7;
