import type { Finding } from '../core/extraction/finding.js';

/** Columns of text, aligned; the last one as long as it is. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  );
  return rows
    .map(
      row =>
        `  ${row.map((cell, i) => (i < row.length - 1 ? cell.padEnd(widths[i]!) : cell)).join('  ')}`.trimEnd() +
        '\n',
    )
    .join('');
}

/** A finding as a row for people: place, what, how, of what, words. */
export function findingRow(finding: Finding, lines: readonly number[]): string[] {
  const at = place(finding.start, lines);
  switch (finding.kind) {
    case 'judgement': {
      const count =
        finding.count === undefined
          ? ''
          : ` ×${String(finding.count)}${finding.of === undefined ? '' : `/${String(finding.of)}`}`;
      return [
        at,
        finding.kind,
        finding.grade + count,
        [finding.status, finding.date].filter(Boolean).join(' '),
        one(finding.subject?.text ?? '', 44),
        one(finding.text, 60),
      ];
    }
    case 'percentage': {
      const value = `${String(finding.value)}${finding.upper === undefined ? '' : `–${String(finding.upper)}`}${finding.form === 'points' ? ' points' : '%'}`;
      return [
        at,
        finding.kind,
        value,
        one(finding.period?.text ?? '', 24),
        one(finding.measure?.text ?? '', 44),
        one(finding.text, 60),
      ];
    }
    case 'theme':
      return [at, finding.kind, finding.theme, finding.polarity, finding.voice, one(finding.text, 60)];
  }
}

/** Where each line of a text begins. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1);
  return starts;
}

/** `line:column`, from 1. */
export function place(offset: number, lines: readonly number[]): string {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return `${String(low + 1)}:${String(offset - lines[low]! + 1)}`;
}

export function one(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
