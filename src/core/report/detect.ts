/** File names that may be reports: the endings that the settings include by default. */
export const isReportName = (name: string): boolean => /\.(txt|md|inspection)$/i.test(name);

/** Who inspects, by the names that texts use; one of them makes a text likely to be about an inspection. */
const INSPECTORATES = [
  'ofsted',
  'care quality commission',
  'cqc',
  'estyn',
  'hmicfrs',
  'care inspectorate',
  'inspectorate',
  'education and training inspectorate',
  'hm inspector',
];
/** What such texts talk of. */
const INSPECTING = [
  'inspection',
  'inspector',
  'monitoring visit',
  'focused visit',
  'report card',
  'rated ',
  'judged',
  'graded',
  'overall effectiveness',
];
const FINDINGS = [
  'requires improvement',
  'require improvement',
  'inadequate',
  'outstanding',
  'good',
  'satisfactory',
  'adequate',
  'weakness',
  'strength',
  'safeguarding',
  'assessments',
  'improvement plan',
  'leadership',
  'children',
  'pupils',
  'residents',
  'patients',
  'care',
];
/** What licences, manuals and lists of packages say, and reports do not. */
const CODE = [
  'npm ',
  'pip install',
  'import ',
  'function',
  '```',
  'github.com',
  'warranty',
  'copyright holder',
  '==',
  '{',
  'def ',
  'const ',
];

/** UTF-16 code units from the beginning that are looked at: enough to know, and the same price for a book. */
const ENOUGH = 20_000;

/**
 * Does a text read like one about an inspection of a public service? It does where it names an inspectorate or speaks
 * of inspecting, and of what inspections find, and not of code. Linear, and of the beginning only.
 */
export function readsLikeReport(text: string): boolean {
  const head = text.slice(0, ENOUGH).toLowerCase();
  const has = (words: readonly string[]): number => words.filter(word => head.includes(word)).length;
  if (has(CODE) > 2) return false;
  const [who, doing, finding] = [has(INSPECTORATES), has(INSPECTING), has(FINDINGS)];
  return (who > 0 && doing + finding >= 2) || (doing >= 2 && finding >= 3);
}
