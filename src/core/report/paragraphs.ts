/**
 * Where the paragraph that begins at `from` ends: after its last line's LF and any blank lines that follow, so that
 * paragraphs tile the text. It looks at the text from `from` on and no further than the first line of the next
 * paragraph, which is what lets an edit be re-read alone.
 *
 * A line goes on into the next where it plainly was wrapped: see `wraps`.
 */
export function paragraphEnd(text: string, from: number): number {
  let line = from;
  // The longest line so far that plainly was wrapped: how wide the wrapping program wrote.
  let width = 0;
  for (;;) {
    const lf = text.indexOf('\n', line);
    if (lf < 0) return text.length;
    const next = lf + 1;
    if (next >= text.length) return next;
    if (!wraps(text, line, lf, next) && !isFull(text, line, lf, next, width))
      return afterBlankLines(text, next);
    // A narrow column tells nothing of the lines beside it.
    if (lf - line >= WRAP_WIDTH || !isNarrow(text, line, lf, next)) width = Math.max(width, lf - line);
    line = next;
  }
}

/** How far in a column may begin. */
const WIDEST = 160;

/** Shorter lines than this were not broken by a wrapping program. */
const WRAP_WIDTH = 60;

/** Does the line `[start, lf)` run on into the line that begins at `next`? */
function wraps(text: string, start: number, lf: number, next: number): boolean {
  // A list entry goes on under its indent.
  let at = next;
  while (at - next < 8 && text.charCodeAt(at) === 0x20) at++;
  const first = text.charCodeAt(at);
  const small = first >= 0x61 && first <= 0x7a;
  // A word broken by a hyphen goes on, however short the line, and however far in its column of a table stands.
  if (text.charCodeAt(lf - 1) === 0x2d && lf - start > 2 && text.charCodeAt(lf - 2) !== 0x20) {
    let goesOn = at;
    while (goesOn - next < WIDEST && text.charCodeAt(goesOn) === 0x20) goesOn++;
    const unit = text.charCodeAt(goesOn);
    if (unit >= 0x61 && unit <= 0x7a) return true;
  }
  // "Overall experiences and progress of / children and young people": a narrow column of a table.
  if (small && isNarrow(text, start, lf, next)) return true;
  if (lf - start < WRAP_WIDTH || lf - start > 200) return false;
  if (endsEntry(text, start, lf) || text.charCodeAt(at + 1) === 0x29) return false;
  // A new paragraph opens with a capital, a bullet, a digit or a quotation mark; a wrapped one goes on in lower case.
  return small && !(hasTab(text, start, lf) && hasTab(text, next, next + WRAP_WIDTH));
}

/** Does a tab stand in `[start, end)`, before the line ends? Rows of a table follow each other, and are not wrapped. */
function hasTab(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0x09) return true;
    if (unit === 0x0a) return false;
  }
  return false;
}

/** "… for two years;", "… for two years; and": an entry of a list, behind which the next comes. */
function endsEntry(text: string, start: number, lf: number): boolean {
  const last = text.charCodeAt(lf - 1);
  if (last === SEMICOLON) return true;
  const joint = last === 0x64 ? 'and' : last === 0x72 ? 'or' : undefined;
  const at = joint ? lf - joint.length - 2 : start;
  return at > start && text.charCodeAt(at) === SEMICOLON && text.slice(at + 2, lf) === joint;
}
const SEMICOLON = 0x3b;

/** Words that no line of its own ends in. */
const UNFINISHED = new Set(
  'the a an of in on at by to for from with and or than that as is are was were be been its their our this under into over between about only just which who has have had'.split(
    ' ',
  ),
);

/** A line that asks for more, and no entry "b)" nor row behind it. */
const isNarrow = (text: string, start: number, lf: number, next: number): boolean =>
  lf - start > 8 &&
  lf - start < WRAP_WIDTH &&
  text.charCodeAt(next + 1) !== 0x29 &&
  endsUnfinished(text, start, lf) &&
  !isRow(text, start, lf);

function endsUnfinished(text: string, start: number, lf: number): boolean {
  const word = text.slice(Math.max(start, lf - 12), lf);
  return UNFINISHED.has(word.slice(word.lastIndexOf(' ') + 1));
}

/**
 * Does the line run on into one that begins with a capital or a figure? Where its last word asks for more ("better
 * than the / 63%"), or where it is as full as the lines before it that were wrapped.
 */
function isFull(text: string, start: number, lf: number, next: number, width: number): boolean {
  if (lf - start < 40 || lf - start > 200) return false;
  const first = text.charCodeAt(next);
  const isWord =
    (first >= 0x30 && first <= 0x39) || (first >= 0x41 && first <= 0x5a) || first === 0xa3 || first === 0x28;
  const last = text.charCodeAt(lf - 1);
  if (!isWord || last < 0x30 || (last > 0x39 && last < 0x41)) return false;
  if (isRow(text, start, lf) || endsEntry(text, start, lf)) return false;
  if (endsUnfinished(text, start, lf)) return true;
  if (width === 0) return false;
  let end = next;
  while (end < text.length && end - next < 40 && text.charCodeAt(end) > 0x20) end++;
  return lf - start + 1 + (end - next) > width;
}

/** A tab, a pipe or a wide gap: a line of a table. */
function isRow(text: string, start: number, lf: number): boolean {
  for (let i = start; i < lf; i++) {
    const unit = text.charCodeAt(i);
    if (
      unit === 0x09 ||
      unit === 0x7c ||
      (unit === 0x20 && i > start + 8 && text.charCodeAt(i + 1) === 0x20 && text.charCodeAt(i + 2) === 0x20)
    )
      return true;
  }
  return false;
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
