import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { ReportAnnotations } from '../core/export/annotations.js';
import { findingsOf } from '../core/extraction/liveReport.js';
import type { Lexicon } from '../core/lexicon/lexicon.js';
import { anchorAll } from '../core/tagging/anchoring.js';
import { reviewed } from '../core/tagging/reviews.js';
import { parseSidecar, sidecarNameOf } from '../core/tagging/sidecar.js';
import { below, countsAsReport, exists, inputs, InputError, readLf, readUtf8 } from './files.js';

export type Part = 'tags' | 'findings';

/** The annotations of every report below a folder, in name order, as *Export Annotations* writes them. */
export function annotationsOf(
  folder: string,
  include: readonly Part[],
  lexicon: Lexicon,
  failed: (path: string, why: string) => void,
): ReportAnnotations[] {
  const all: ReportAnnotations[] = [];
  for (const input of inputs([folder], failed)) {
    try {
      const text = readLf(input.file, () => new Uint8Array());
      if (!countsAsReport(input, text)) continue;
      const sidecar = join(dirname(input.file), sidecarNameOf(basename(input.file)));
      const parsed = parseSidecar(exists(sidecar) ? readUtf8(sidecar) : '');
      for (const { line, message } of parsed.problems) failed(sidecar, `line ${String(line)}: ${message}`);
      const findings = include.includes('findings')
        ? reviewed(findingsOf(text, lexicon), parsed.reviews, text)
        : undefined;
      all.push({
        path: below(folder, input.file),
        sha256: createHash('sha256').update(text).digest('hex'),
        ...(include.includes('tags') ? { tags: anchorAll(text, parsed.tags, { lexicon }) } : {}),
        ...(findings
          ? { findings: findings.filter(f => f.review?.decision !== 'dismissed').map(f => f.finding) }
          : {}),
      });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed(input.path, error.message);
    }
  }
  return all;
}
