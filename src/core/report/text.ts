/** A stretch of text: UTF-16 code units, `[start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The text as every position in the product refers to it: no byte-order mark, and LF for CRLF and CR
 * (which is also how VS Code counts lines).
 */
export function toLf(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body;
}

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
