import type { Finding } from '../../src/core/extraction/finding.js';
import { asFindings, type Bare } from './plainFindings.mjs';
import { gradesAndThemes } from './phrases.mjs';

const escaped = (text: string): string =>
  text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '[\\s-]+');
const { grades, themes } = gradesAndThemes();

/** As highlighters do it: one long alternative for each colour, and a pattern for percentages. */
const anyOf = (words: Iterable<string>): RegExp =>
  new RegExp(
    `\\b(${[...words]
      .sort((a, b) => b.length - a.length)
      .map(escaped)
      .join('|')})\\b`,
    'gi',
  );
const gradeWords = anyOf(grades.keys());
const themeWords = anyOf(themes.keys());
const percent = /\d+%/g;
const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s-]+/g, ' ');

/** The plain highlighter that people use today: every grade word, every `\d+%`, every theme phrase. */
export function wordHighlighter(text: string): Finding[] {
  const found: Bare[] = [];
  const straight = text.replaceAll('’', "'");
  for (const m of straight.matchAll(gradeWords))
    found.push({
      kind: 'judgement',
      start: m.index,
      end: m.index + m[0].length,
      grade: grades.get(plain(m[0])) ?? '',
    });
  for (const m of text.matchAll(percent))
    found.push({ kind: 'percentage', start: m.index, end: m.index + m[0].length, value: parseInt(m[0], 10) });
  for (const m of straight.matchAll(themeWords))
    found.push({
      kind: 'theme',
      start: m.index,
      end: m.index + m[0].length,
      theme: themes.get(plain(m[0])) ?? '',
    });
  return asFindings(text, found);
}
