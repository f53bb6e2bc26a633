import type { Mention } from '../lexicon/entry.js';
import { CELL } from '../report/tokens.js';
import { isQuote } from './verbs.js';
import type { Words } from './words.js';

/** The scale itself: "Exceptional / Strong standard / …", "outstanding, good, requires improvement or inadequate", a table's header. */
export function isWholeScale(words: Words, grades: readonly Mention[]): boolean {
  if (grades.length < 3) return false;
  const distinct = new Set(grades.map(g => g.id)).size;
  if (distinct < grades.length) return false;
  if (isNumbered(words, grades)) return isRanked(words, grades);
  let last = '';
  for (let i = 1; i < grades.length; i++) {
    const next = grades[i]!.from;
    let [from, to] = [grades[i - 1]!.to, next];
    // ‘Outstanding’, ‘Good’
    if (isQuote(words, from)) from++;
    if (to > from && isQuote(words, to - 1)) to--;
    const between = to - from;
    if (between > 2) return false;
    if (between > 0 && words.isWord(from) && words.at(from) !== 'or' && words.at(from) !== 'and')
      return false;
    if (between === 2 && words.isWord(to - 1) && !['or', 'and'].includes(words.at(to - 1))) return false;
    last = words.at(to - 1);
    if (between === 0 && words.gap(next) !== CELL) return false;
  }
  const isList = distinct > 3 || last === 'or';
  return (
    isRanked(words, grades) && (isList || (!words.isWord(grades[1]!.from - 1) && !isRow(words, grades[0]!)))
  );
}

/** Do the grades stand in the order of some framework's scale, best or worst first? */
function isRanked(words: Words, grades: readonly Mention[]): boolean {
  const { lexicon } = words.reading;
  return [...lexicon.frameworks.values()].some(({ id, grades: scale }) => {
    const ranks = grades.map(g => {
      const meaning = lexicon.meaningsOf(g.id).find(m => m.framework === id);
      return meaning ? scale.findIndex(grade => grade.id === meaning.grade) : -1;
    });
    return (
      !ranks.includes(-1) &&
      (ranks.every((r, i) => i === 0 || r > ranks[i - 1]!) ||
        ranks.every((r, i) => i === 0 || r < ranks[i - 1]!))
    );
  });
}

/** "4: outstanding; 3: good; 2: adequate": each behind its number, which goes up or down by one. */
function isNumbered(words: Words, grades: readonly Mention[]): boolean {
  let [last, step] = [0, 0];
  for (let i = 0; i < grades.length; i++) {
    const { from } = grades[i]!;
    const at = words.isNumber(from - 1) ? from - 1 : from - 2;
    if (!words.isNumber(at) || (at < from - 1 && words.isWord(from - 1))) return false;
    if (i > 0 && at - grades[i - 1]!.to > 1) return false;
    const number = Number(words.at(at));
    const by = number - last;
    if (i > 0 && (Math.abs(by) !== 1 || (step !== 0 && by !== step))) return false;
    [last, step] = [number, i > 0 ? by : 0];
  }
  return true;
}

/** "Leadership | Inadequate | Requires improvement | Good": three years of one row, behind its name. */
const isRow = (words: Words, { from }: Mention): boolean =>
  from > 0 && (words.mark(from - 1) === 0x7c || words.gap(from) === CELL);
