import type { Finding } from '../extraction/finding.js';
import type { AnchoredTag } from '../tagging/tag.js';
import type { ReportAnnotations } from './annotations.js';

const COLUMNS = [
  ...['report', 'type', 'id', 'start', 'end', 'text', 'tag', 'state', 'note', 'by', 'created'],
  ...[
    'framework',
    'grade',
    'status',
    'subject',
    'count',
    'of',
    'date',
    'value',
    'upper',
    'form',
    'measure',
    'period',
    'change',
  ],
  ...['theme', 'polarity', 'voice'],
];

type Row = Record<string, string | number | undefined>;

/**
 * One table for tags and findings: a row each, a column a field. It begins with a byte-order mark, without which Excel
 * takes UTF-8 for something else; cells that a spreadsheet would run as formulas get an apostrophe in front.
 */
export function toCsv(reports: readonly ReportAnnotations[]): string {
  const rows = reports.flatMap(({ path, tags = [], findings = [] }) => [
    ...tags.map(tag => ({ report: path, ...tagRow(tag) })),
    ...findings.map(finding => ({ report: path, ...findingRow(finding) })),
  ]);
  return csv([COLUMNS, ...rows.map(row => COLUMNS.map(column => (row as Row)[column]))]);
}

/** RFC 4180 with CRLF line ends. (By hand: the libraries for it carry Node's Buffer into the browser.) */
export const csv = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  `\ufeff${rows.map(row => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const text = /^[-=+@\t\r\uff0d\uff1d\uff0b\uff20]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const tagRow = ({ id, tag, quote, state, start, end, note, by, created }: AnchoredTag): Row => ({
  type: 'tag',
  id,
  start,
  end,
  text: quote,
  tag,
  state,
  note,
  by,
  created,
});

function findingRow(finding: Finding): Row {
  const quote = (name: string): string | undefined =>
    (finding as unknown as Record<string, { text?: string } | undefined>)[name]?.text;
  const plain = Object.fromEntries(
    Object.entries(finding).filter(([, value]) => typeof value !== 'object'),
  ) as Row;
  return {
    ...plain,
    type: finding.kind,
    subject: quote('subject'),
    measure: quote('measure'),
    period: quote('period'),
  };
}
