import type { Random } from './random.mjs';

/** A text, and where the tagged passage truly is in it; `gone` where it was deleted or says something else now. */
export interface Marked {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly gone: boolean;
}

type Edit = (m: Marked, random: Random) => Marked;

/** Puts `put` in the place of `[from, to)`, which lies outside the passage or wholly within it. */
function splice(m: Marked, from: number, to: number, put: string): Marked {
  const text = m.text.slice(0, from) + put + m.text.slice(to);
  const by = put.length - (to - from);
  if (to <= m.start && (from < to || from <= m.start))
    return { ...m, text, start: m.start + by, end: m.end + by };
  if (from >= m.end) return { ...m, text };
  return { ...m, text, end: m.end + by };
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function pieces(text: string, at: RegExp): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  for (const m of text.matchAll(at)) {
    found.push({ start, end: m.index + m[0].length });
    start = m.index + m[0].length;
  }
  if (start < text.length) found.push({ start, end: text.length });
  return found;
}
const paragraphs = (text: string): Piece[] => pieces(text, /\n\n/g);
const within = (m: Marked): Piece[] => {
  const words: Piece[] = [];
  for (const w of m.text.slice(m.start, m.end).matchAll(/[\p{L}\p{M}\p{N}’]+/gu))
    words.push({ start: m.start + w.index, end: m.start + w.index + w[0].length });
  return words;
};
const outside = (m: Marked, random: Random): number => {
  for (;;) {
    const at = random.below(m.text.length + 1);
    if (at < m.start || at > m.end) return at;
    if (m.start === 0 && m.end === m.text.length) return 0;
  }
};
const WEIGHTY =
  /^(good|outstanding|inadequate|requires?|improvement|not|no|never|only|every|well|\d.*|too|although)$/i;
const TYPED = 'abcdefghijklmnopqrstuvwxyz';

const insertParagraph: Edit = (m, r) => {
  const at = r.pick(paragraphs(m.text).filter(p => p.start <= m.start || p.start >= m.end)).start;
  return splice(m, at, at, 'A paragraph that somebody put in about another matter altogether.\n\n');
};
const deletePassage: Edit = m => {
  const own = paragraphs(m.text).filter(p => p.start < m.end && m.start < p.end);
  const text = m.text.slice(0, own[0]!.start) + m.text.slice(own.at(-1)!.end);
  return { text, start: own[0]!.start, end: own[0]!.start, gone: true };
};
const deleteOther: Edit = (m, r) => {
  const others = paragraphs(m.text).filter(p => p.end <= m.start || p.start >= m.end);
  if (others.length === 0) return m;
  const p = r.pick(others);
  return splice(m, p.start, p.end, '');
};
const moveParagraph: Edit = (m, r) => {
  const all = paragraphs(`${m.text}\n\n`);
  const own = all.find(p => p.start <= m.start && m.end <= p.end);
  if (!own || m.gone) return m;
  const text = `${m.text}\n\n`;
  const moved = text.slice(own.start, own.end);
  const rest = text.slice(0, own.start) + text.slice(own.end);
  const to = r.pick([...paragraphs(rest).map(p => p.start), rest.length]);
  const start = to + (m.start - own.start);
  return {
    text: rest.slice(0, to) + moved + rest.slice(to),
    start,
    end: start + (m.end - m.start),
    gone: false,
  };
};
const typo = (m: Marked, r: Random, words: readonly Piece[]): Marked => {
  const fit = words.filter(w => w.end - w.start > 3 && !WEIGHTY.test(m.text.slice(w.start, w.end)));
  if (fit.length === 0) return m;
  const w = r.pick(fit);
  const at = w.start + 1 + r.below(w.end - w.start - 2);
  return r.below(2) ? splice(m, at, at + 1, '') : splice(m, at, at + 1, TYPED[r.below(26)]!);
};
const typoInside: Edit = (m, r) => (m.gone ? m : typo(m, r, within(m)));
const typoOutside: Edit = (m, r) => {
  const at = outside(m, r);
  return splice(m, at, at, TYPED[r.below(26)]!);
};
/** Puts another word in the place of one that carries the meaning: the passage says something else then. */
const changed =
  (what: RegExp, by: (word: string, r: Random) => string): Edit =>
  (m, r) => {
    if (m.gone) return m;
    const found = [...m.text.slice(m.start, m.end).matchAll(what)];
    if (found.length === 0) return m;
    const hit = r.pick(found);
    const put = by(hit[0], r);
    const at = m.start + hit.index;
    const after = splice(m, at, at + hit[0].length, put);
    // What was put in behind its last words leaves the passage as it was.
    const quote = m.text.slice(m.start, m.end);
    return after.text.startsWith(quote, m.start)
      ? { ...after, end: m.start + quote.length }
      : { ...after, gone: true };
  };
const gradeFlip = changed(/\b(good|outstanding|inadequate|requires improvement)\b/g, (word, r) =>
  r.pick(['good', 'outstanding', 'inadequate', 'requires improvement'].filter(g => g !== word)),
);
const numberChanged = changed(/\d+/g, (word, r) => String((Number(word) + 1 + r.below(40)) % 100));
const negated = changed(/\b(is|are|were|visit|speak|know)\b/g, word => `${word} not`);
/** The passage's sentence once more, elsewhere: side by side nobody could say which is the copy. */
const duplicated: Edit = (m, r) => {
  const all = paragraphs(m.text);
  const sentences = pieces(m.text, /[.”](?= |\n|$)\s*/g);
  const own = sentences.find(s => s.start <= m.start && m.end <= s.end);
  const others = all.filter(p => p.end <= m.start || p.start > m.end);
  if (!own || others.length === 0) return m;
  const at = r.pick(others).start;
  return splice(m, at, at, `${m.text.slice(own.start, own.end).trim()} `);
};
const emojiBefore: Edit = m => splice(m, 0, 0, '🙂 👩‍👧 ');
const recomposed =
  (form: 'NFC' | 'NFD'): Edit =>
  m => {
    const before = m.text.slice(0, m.start).normalize(form);
    const own = m.text.slice(m.start, m.end).normalize(form);
    return {
      ...m,
      text: before + own + m.text.slice(m.end).normalize(form),
      start: before.length,
      end: before.length + own.length,
    };
  };
const noBreak: Edit = (m, r) => ({
  ...m,
  text: m.text.replace(/ /g, s => (r.below(3) === 0 ? '\u00a0' : s)),
});
const rewrapped: Edit = (m, r) => {
  const width = 40 + r.below(70);
  let column = 0;
  const text = [...m.text.matchAll(/\S+|\s+/g)]
    .map(([piece]) => {
      if (/\n/.test(piece)) column = 0;
      else if (piece === ' ' && column >= width) {
        column = 0;
        return '\n';
      } else column += piece.length;
      return piece;
    })
    .join('');
  return { ...m, text };
};
/** Reports are read with LF line ends: a file that came back from another system with CRLF is the same text. */
const crlf: Edit = m => ({ ...m, text: m.text.replace(/\n/g, '\r\n').replace(/\r\n/g, '\n') });

export const SINGLE: Readonly<Record<string, Edit>> = {
  'insert a paragraph': insertParagraph,
  'delete the passage': deletePassage,
  'delete another paragraph': deleteOther,
  'move the paragraph': moveParagraph,
  'typo inside': typoInside,
  'typo outside': typoOutside,
  'grade flip': gradeFlip,
  'number changed': numberChanged,
  'negation put in': negated,
  'duplicated sentence': duplicated,
  CRLF: crlf,
  'emoji before': emojiBefore,
  'to NFC': recomposed('NFC'),
  'to NFD': recomposed('NFD'),
  'no-break spaces': noBreak,
  're-wrapped': rewrapped,
};
const kinds = Object.keys(SINGLE);
const INSIDE = new Set([
  'move the paragraph',
  'delete the passage',
  'typo inside',
  'grade flip',
  'number changed',
  'negation put in',
]);
export const EDITS: Readonly<Record<string, Edit>> = {
  ...SINGLE,
  'two or three of these': (m, r) =>
    // A copy whose original is then moved, deleted or changed is a passage that moved: that is left to “move the paragraph”.
    Array.from({ length: 2 + r.below(2) }, () => r.pick(kinds))
      .filter((kind, _, all) => !INSIDE.has(kind) || !all.includes('duplicated sentence'))
      .reduce((marked, kind) => (marked.gone ? marked : SINGLE[kind]!(marked, r)), m),
};
