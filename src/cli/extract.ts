import { createHash } from 'node:crypto';
import type { Lexicon } from '../core/lexicon/lexicon.js';
import { findingsOf } from '../core/extraction/liveReport.js';
import type { ReportAnnotations } from '../core/export/annotations.js';
import { toCsv } from '../core/export/csv.js';
import { plainReport, toJsonLines } from '../core/export/json.js';
import { countsAsReport, type Input, readLf } from './files.js';
import { columns, findingRow, lineStarts } from './table.js';

export const EXTRACT_FORMATS = ['table', 'json', 'jsonl', 'csv'] as const;
export type ExtractFormat = (typeof EXTRACT_FORMATS)[number];

/** A report read and printed, `undefined` where the file is none. */
export type Printed = string | undefined;

/** Reads reports one by one and prints each in the wanted form. */
export class Extractor {
  constructor(
    readonly format: ExtractFormat,
    readonly explain: boolean,
    readonly lexicon: Lexicon,
    readonly stdin: () => Uint8Array,
  ) {}

  /** @throws InputError */
  print(input: Input): Printed {
    const text = readLf(input.file, this.stdin);
    if (!countsAsReport(input, text)) return undefined;
    const findings = findingsOf(text, this.lexicon);
    const report: ReportAnnotations = {
      path: input.path,
      sha256: createHash('sha256').update(text).digest('hex'),
      findings,
    };
    switch (this.format) {
      case 'json':
        return JSON.stringify(plainReport(report, this.explain), null, 2).replace(/^/gm, '  ');
      case 'jsonl':
        return toJsonLines([report], this.explain);
      case 'csv':
        return toCsv([report]);
      case 'table': {
        const lines = lineStarts(text);
        const rows = findings.flatMap(finding => {
          const row = findingRow(finding, lines);
          const why = this.explain
            ? finding.because.map(r => ['', '', '', `${r.says}:`, '', r.text.replace(/\s+/g, ' ')])
            : [];
          return [row, ...why];
        });
        return `${input.path}\n${rows.length > 0 ? columns(rows) : '  no findings\n'}\n`;
      }
    }
  }
}

/** Puts printed reports together: what stands before, between and after them. */
export function frame(format: ExtractFormat): {
  readonly open: string;
  readonly close: string;
  join(printed: string, first: boolean): string;
} {
  if (format === 'json')
    return { open: '[', close: '\n]\n', join: (printed, first) => `${first ? '\n' : ',\n'}${printed}` };
  // One table: the column names of the first report stand for all.
  if (format === 'csv')
    return {
      open: '',
      close: '',
      join: (printed, first) => (first ? printed : printed.slice(printed.indexOf('\n') + 1)),
    };
  return { open: '', close: '', join: printed => printed };
}
