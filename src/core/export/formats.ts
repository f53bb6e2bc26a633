import type { ReportAnnotations } from './annotations.js';
import { toCsv } from './csv.js';
import { toJson, toJsonLines } from './json.js';

/** A form in which annotations can be written to a file. */
export interface ExportFormat {
  readonly id: string;
  /** For people. */
  readonly title: string;
  /** File ending, without the dot. */
  readonly extension: string;
  write(reports: readonly ReportAnnotations[]): string | Uint8Array;
}

/** Every format there is; the editor and the command line offer what stands here. */
export const FORMATS: readonly ExportFormat[] = [
  { id: 'csv', title: 'CSV (for spreadsheets)', extension: 'csv', write: toCsv },
  { id: 'json', title: 'JSON', extension: 'json', write: toJson },
  { id: 'jsonl', title: 'JSON Lines (a report a line)', extension: 'jsonl', write: toJsonLines },
];

export const formatOf = (id: string): ExportFormat | undefined => FORMATS.find(format => format.id === id);
