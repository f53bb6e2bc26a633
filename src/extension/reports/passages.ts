import * as vscode from 'vscode';
import type { Span } from '../../core/report/text.js';

/**
 * Places in a document as the core counts them: UTF-16 code units of the text with LF line ends. VS Code counts a
 * CRLF as two, and keeps one kind of line end a document, so the two differ by one a line.
 */
export function toOffset(document: vscode.TextDocument, position: vscode.Position): number {
  const offset = document.offsetAt(position);
  return document.eol === vscode.EndOfLine.CRLF ? offset - document.validatePosition(position).line : offset;
}

export function toPosition(document: vscode.TextDocument, offset: number): vscode.Position {
  if (document.eol === vscode.EndOfLine.LF) return document.positionAt(offset);
  // The line is the last one that begins at or before the offset; its beginning counts every CRLF before it as one.
  let [low, high] = [0, document.lineCount - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (toOffset(document, new vscode.Position(middle, 0)) <= offset) low = middle;
    else high = middle - 1;
  }
  const start = toOffset(document, new vscode.Position(low, 0));
  return document.validatePosition(new vscode.Position(low, offset - start));
}

export const toRange = (document: vscode.TextDocument, span: Span): vscode.Range =>
  new vscode.Range(toPosition(document, span.start), toPosition(document, span.end));

export const toSpan = (document: vscode.TextDocument, range: vscode.Range): Span => ({
  start: toOffset(document, range.start),
  end: toOffset(document, range.end),
});

/** The document of a URI, where it is open. */
export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(d => d.uri.toString() === uri.toString() && !d.isClosed);

const WORD_LIKE = /[\p{L}\p{N}'’]/u;

/** A span widened to whole words, and narrowed by white space at its ends; empty where there is nothing but that. */
export function snappedToWords(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  if (start === end) return { start, end };
  while (start > 0 && WORD_LIKE.test(text[start]!) && WORD_LIKE.test(text[start - 1]!)) start--;
  while (end < text.length && WORD_LIKE.test(text[end - 1]!) && WORD_LIKE.test(text[end]!)) end++;
  return { start, end };
}

/** Which way a passage is stretched: longer or shorter by a word, at which of its ends. */
export interface Stretch {
  readonly by: 1 | -1;
  readonly at: 'start' | 'end';
}

/** A span longer or shorter by one word; the same where there is none more, or only one left. */
export function stretched(text: string, { start, end }: Span, { by, at }: Stretch): Span {
  const word = (i: number): boolean => WORD_LIKE.test(text[i] ?? '');
  if (at === 'end') {
    let to = end;
    if (by === 1) {
      while (to < text.length && !word(to)) to++;
      while (to < text.length && word(to)) to++;
      return { start, end: word(to - 1) ? to : end };
    }
    while (to > start && !word(to - 1)) to--;
    while (to > start && word(to - 1)) to--;
    while (to > start && !word(to - 1)) to--;
    return { start, end: to > start ? to : end };
  }
  let from = start;
  if (by === 1) {
    while (from > 0 && !word(from - 1)) from--;
    while (from > 0 && word(from - 1)) from--;
    return { start: word(from) ? from : start, end };
  }
  while (from < end && !word(from)) from++;
  while (from < end && word(from)) from++;
  while (from < end && !word(from)) from++;
  return { start: from < end ? from : start, end };
}
