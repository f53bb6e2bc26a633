import type { GradeMeaning, Lexicon } from '../lexicon/lexicon.js';
import type { FrameworkEvidence } from './draft.js';
import type { Reading } from './reading.js';

/** Weight of what the whole report says for each framework, and the years it speaks of. */
export interface Weights {
  readonly frameworks: ReadonlyMap<string, number>;
  readonly inspectorates: ReadonlyMap<string, number>;
  /** The latest year named, or 0. */
  readonly year: number;
}

const NAME = 8;
const AREA = 3;
const WORD = 1;

/** What a paragraph says for frameworks, inspectorates (`inspectorate:…`) and the report’s year (`year:…`). */
export function evidenceOf({ mentions, tokens, text }: Reading): FrameworkEvidence[] {
  const evidence: FrameworkEvidence[] = [];
  for (const { category, id } of mentions) {
    if (category === 'framework') evidence.push({ framework: id, weight: NAME });
    else if (category === 'area') evidence.push({ framework: id, weight: AREA });
    else if (category === 'framework-word') evidence.push({ framework: id, weight: WORD });
    else if (category === 'inspectorate') evidence.push({ framework: `inspectorate:${id}`, weight: 1 });
  }
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.hash[i] === 0 || tokens.end[i]! - tokens.start[i]! !== 4) continue;
    const first = text.charCodeAt(tokens.start[i]!);
    if (first !== 0x31 && first !== 0x32) continue;
    const year = Number(text.slice(tokens.start[i], tokens.end[i]));
    if (year >= 1990 && year < 2100) evidence.push({ framework: 'year', weight: year });
  }
  return evidence;
}

export function weigh(evidence: Iterable<FrameworkEvidence>): Weights {
  const frameworks = new Map<string, number>();
  const inspectorates = new Map<string, number>();
  let year = 0;
  for (const { framework, weight } of evidence) {
    if (framework === 'year') year = Math.max(year, weight);
    else if (framework.startsWith('inspectorate:')) {
      const name = framework.slice('inspectorate:'.length);
      inspectorates.set(name, (inspectorates.get(name) ?? 0) + weight);
    } else frameworks.set(framework, (frameworks.get(framework) ?? 0) + Math.min(weight, NAME));
  }
  return { frameworks, inspectorates, year };
}

/**
 * Which of its readings a judgement has in this report: the framework that the report speaks of most, by its
 * inspectorate, its years and its words. `pinned` is the framework that a setting fixes.
 */
export function settle(
  readings: readonly GradeMeaning[],
  weights: Weights,
  lexicon: Lexicon,
  pinned?: string,
): GradeMeaning {
  const fixed = readings.find(r => r.framework === pinned);
  if (fixed) return fixed;
  const score = ({ framework }: GradeMeaning): number => {
    const { inspectorate, years } = lexicon.frameworks.get(framework)!;
    const inTime = weights.year === 0 || (weights.year >= years[0] && weights.year <= (years[1] ?? 9999) + 1);
    const named = weights.inspectorates.get(inspectorate) ?? 0;
    const usual = framework === 'ofsted-social-care' ? 0.5 : 0;
    return (
      (inTime ? 20 : 0) +
      (named > 0 ? 30 + Math.min(named, 10) : 0) +
      (weights.frameworks.get(framework) ?? 0) +
      usual
    );
  };
  return readings.reduce((best, r) => (score(r) > score(best) ? r : best));
}
