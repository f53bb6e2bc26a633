import type { Finding } from '../extraction/finding.js';

/** Is a finding like another: the same grade and status, the same theme and polarity, or a share of the same form? */
export function isLike(a: Finding, b: Finding): boolean {
  if (a.kind === 'judgement' && b.kind === 'judgement') return a.grade === b.grade && a.status === b.status;
  if (a.kind === 'theme' && b.kind === 'theme') return a.theme === b.theme && a.polarity === b.polarity;
  return a.kind === 'percentage' && b.kind === 'percentage' && a.form === b.form;
}
