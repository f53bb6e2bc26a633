import { hasCategory, placeOf } from '../lexicon/categories.js';
import { hashOf } from '../report/tokens.js';
import { type PercentageDraft, shifted } from './draft.js';
import type { Quote } from './finding.js';
import { goesOn } from './openLine.js';
import { noPercentage, type PercentageCarry } from './percentageCarry.js';
import { ProseShares } from './proseShares.js';
import type { Reading, ReadSentence } from './reading.js';
import type { OpenDraft } from './shareDraft.js';
import { cellsOf, isRule, readRow, readStacked, stackBehind } from './shareTables.js';
import { Words } from './words.js';

export { noPercentage, type PercentageCarry } from './percentageCarry.js';

/** Finds the percentages and shares of a paragraph, what they measure and which are compared. */
export function readPercentages(
  reading: Reading,
  carry: PercentageCarry,
): { drafts: readonly PercentageDraft[]; carry: PercentageCarry } {
  const words = new Words(reading);
  const { sentences, text } = reading;
  const [only] = sentences;
  if (only && sentences.length === 1 && only.to - only.from <= 14 && cellsOf(words, only).length < 2) {
    const { stack, draft } = readStacked(words, only, carry.stack);
    if (stack) {
      const open = draft ? noPercentage : goesOn(words, sentences, [], 0);
      return { drafts: draft ? [draft] : [], carry: { ...open, stack: stackBehind(stack, -text.length) } };
    }
  }
  const drafts: OpenDraft[] = [];
  const prose = new ProseShares(words, sentences, drafts, carry);
  let columns = carry.columns;
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]!;
    const holds = mayHold(reading, sentence);
    const cells = cellsOf(words, sentence);
    if (cells.length < 2) {
      columns = undefined;
      if (holds) prose.read(i);
      else prose.pass();
    } else if (holds) for (const draft of readRow(words, sentence, cells, columns ?? [])) drafts.push(draft);
    else if (!isRule(words, sentence)) columns = cells.slice(1).map(c => words.quote(c.from, c.to));
  }
  if (columns) return { drafts, carry: { columns: behind(columns, text.length) } };
  return { drafts, carry: goesOn(words, sentences, drafts, prose.earlier) };
}

const behind = (columns: readonly Quote[], by: number): readonly Quote[] => columns.map(c => shifted(c, -by));

const PERCENT = 0x25;
const POINTS = hashOf('points');
const SIGNS = [placeOf('share-sign'), placeOf('fraction'), placeOf('ratio'), placeOf('number-word')] as const;

/** A quick look: a percent sign, or a word that makes a share. */
function mayHold({ text, tokens }: Reading, sentence: ReadSentence): boolean {
  for (let k = 0; k < SIGNS.length; k++) if (hasCategory(sentence, SIGNS[k]!)) return true;
  const { hash, start } = tokens;
  for (let i = sentence.from; i < sentence.to; i++)
    if (
      (hash[i] === 0 && text.charCodeAt(start[i]!) === PERCENT) ||
      (hash[i] === POINTS && text.charCodeAt(start[i]!) === 0x70)
    )
      return true;
  return false;
}
