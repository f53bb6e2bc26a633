import type { Finding } from '../../src/core/extraction/finding.js';
import { asFindings, type Bare } from './plainFindings.mjs';
import { gradesAndThemes } from './phrases.mjs';

const { grades, themes } = gradesAndThemes();

/** Phrases by their first word, longest first: one pattern of all of them no longer compiles. */
function byFirstWord(phrases: ReadonlyMap<string, string>): Map<string, { words: string[]; id: string }[]> {
  const by = new Map<string, { words: string[]; id: string }[]>();
  for (const [phrase, id] of phrases) {
    const words = phrase.split(' ');
    const known = by.get(words[0]!) ?? [];
    known.push({ words, id });
    by.set(words[0]!, known);
  }
  for (const known of by.values()) known.sort((a, b) => b.words.length - a.words.length);
  return by;
}

const gradeWords = byFirstWord(grades);
const themeWords = byFirstWord(themes);
const percent = /\d+%/g;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Every place of a phrase, words parted by blanks or hyphens; none overlaps another. */
function* places(
  text: string,
  words: readonly Word[],
  phrases: ReadonlyMap<string, { words: string[]; id: string }[]>,
): Generator<{ start: number; end: number; id: string }> {
  for (let i = 0; i < words.length; i++) {
    const found = phrases
      .get(words[i]!.word)
      ?.find(phrase =>
        phrase.words.every(
          (word, k) =>
            words[i + k]?.word === word &&
            (k === 0 || /^[\s-]+$/.test(text.slice(words[i + k - 1]!.end, words[i + k]!.start))),
        ),
      );
    if (!found) continue;
    const last = i + found.words.length - 1;
    yield { start: words[i]!.start, end: words[last]!.end, id: found.id };
    i = last;
  }
}

/** The plain highlighter that people use today: every grade word, every `\d+%`, every theme phrase. */
export function wordHighlighter(text: string): Finding[] {
  const found: Bare[] = [];
  const straight = text.replaceAll('’', "'").toLowerCase();
  const words = [...straight.matchAll(/[a-z0-9]+(?:'[a-z]+)*/g)].map(m => ({
    word: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
  for (const { start, end, id } of places(straight, words, gradeWords))
    found.push({ kind: 'judgement', start, end, grade: id });
  for (const m of text.matchAll(percent))
    found.push({ kind: 'percentage', start: m.index, end: m.index + m[0].length, value: parseInt(m[0], 10) });
  for (const { start, end, id } of places(straight, words, themeWords))
    found.push({ kind: 'theme', start, end, theme: id });
  return asFindings(text, found);
}
