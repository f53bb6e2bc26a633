import { publicFinding, publicTag, type ReportAnnotations } from './annotations.js';

/** A report's annotations as a plain value, in the public form. */
export function plainReport(
  { path, sha256, findings, tags }: ReportAnnotations,
  explain = false,
): Record<string, unknown> {
  return {
    path,
    sha256,
    ...(findings ? { findings: findings.map(f => publicFinding(f, explain)) } : {}),
    ...(tags ? { tags: tags.map(publicTag) } : {}),
  };
}

/** An array of reports, indented for people and diffs. */
export const toJson = (reports: readonly ReportAnnotations[], explain = false): string =>
  `${JSON.stringify(
    reports.map(report => plainReport(report, explain)),
    null,
    2,
  )}\n`;

/** A report a line. */
export const toJsonLines = (reports: readonly ReportAnnotations[], explain = false): string =>
  reports.map(report => `${JSON.stringify(plainReport(report, explain))}\n`).join('');
