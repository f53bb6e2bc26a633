import { builtinData } from '../../src/core/lexicon/builtin.js';
import { expandPhrase } from '../../src/core/lexicon/phrases.js';

/** Each plain word sequence of the lexicon's grades and themes, and what it stands for; the first meaning of each. */
export function gradesAndThemes(): { grades: Map<string, string>; themes: Map<string, string> } {
  const grades = new Map<string, string>();
  const themes = new Map<string, string>();
  const put = (into: Map<string, string>, phrase: string, id: string): void => {
    for (const words of expandPhrase(phrase)) {
      const key = words.join(' ');
      if (!into.has(key)) into.set(key, id);
    }
  };
  // The framework of today first, so that "good" and "inadequate" have the ids most reports mean.
  const frameworks = [...builtinData.frameworks].sort(
    (a, b) => Number(b.id === 'ofsted-social-care') - Number(a.id === 'ofsted-social-care'),
  );
  for (const framework of frameworks)
    for (const grade of framework.grades) for (const phrase of grade.phrases) put(grades, phrase, grade.id);
  for (const theme of builtinData.themes) for (const phrase of theme.phrases) put(themes, phrase, theme.id);
  return { grades, themes };
}
