/**
 * Where the paragraph that begins at `from` ends: after its last line's LF and any blank lines that follow, so that
 * paragraphs tile the text. It looks at the text from `from` on and no further than the first line of the next
 * paragraph, which is what lets an edit be re-read alone.
 *
 * A line goes on into the next where it plainly was wrapped: see `wraps`.
 */
export function paragraphEnd(text: string, from: number): number {
  let line = from;
  for (;;) {
    const lf = text.indexOf('\n', line);
    if (lf < 0) return text.length;
    const next = lf + 1;
    if (next >= text.length) return next;
    if (!wraps(text, line, lf, next)) return afterBlankLines(text, next);
    line = next;
  }
}

/** Shorter lines than this were not broken by a wrapping program. */
const WRAP_WIDTH = 60;

/** Does the line `[start, lf)` run on into the line that begins at `next`? */
function wraps(text: string, start: number, lf: number, next: number): boolean {
  // A list entry goes on under its indent.
  let at = next;
  while (at - next < 8 && text.charCodeAt(at) === 0x20) at++;
  const first = text.charCodeAt(at);
  // A word broken by a hyphen goes on, however short the line.
  if (
    text.charCodeAt(lf - 1) === 0x2d &&
    lf - start > 2 &&
    first >= 0x61 &&
    first <= 0x7a &&
    text.charCodeAt(lf - 2) !== 0x20
  )
    return true;
  if (lf - start < WRAP_WIDTH || lf - start > 200) return false;
  // A new paragraph opens with a capital, a bullet, a digit or a quotation mark; a wrapped one goes on in lower case.
  return first >= 0x61 && first <= 0x7a;
}

function afterBlankLines(text: string, from: number): number {
  let end = from;
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x0a) end = i + 1;
    else if (unit !== 0x20 && unit !== 0x09 && unit !== 0xa0) break;
  }
  return end;
}
