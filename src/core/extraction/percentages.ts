import type { PercentageDraft } from './draft.js';
import { measureOf, periodOf } from './measure.js';
import { mentionsOf, type Reading, type ReadSentence } from './reading.js';
import { type Share, sharesIn } from './shares.js';
import { Words } from './words.js';

export type PercentageCarry = Readonly<Record<string, never>>;
export const noPercentage: PercentageCarry = {};

const PERCENT = 0x25;

/** Finds the percentages and shares of a paragraph, what they measure and which are compared. */
export function readPercentages(
  reading: Reading,
  carry: PercentageCarry,
): { drafts: PercentageDraft[]; carry: PercentageCarry } {
  const words = new Words(reading);
  const drafts: PercentageDraft[] = [];
  for (const sentence of reading.sentences)
    if (mayHold(reading, sentence)) drafts.push(...read(words, sentence));
  return { drafts, carry };
}

/** A quick look: a percent sign, or a word that makes a share. */
function mayHold({ text, tokens }: Reading, sentence: ReadSentence): boolean {
  if (
    sentence.mentions.some(
      m => m.category === 'share-sign' || m.category === 'fraction' || m.category === 'ratio',
    )
  )
    return true;
  for (let i = sentence.from; i < sentence.to; i++)
    if (tokens.hash[i] === 0 && text.charCodeAt(tokens.start[i]!) === PERCENT) return true;
  return false;
}

function read(words: Words, sentence: ReadSentence): PercentageDraft[] {
  const shares = sharesIn(words, sentence);
  const drafts: PercentageDraft[] = [];
  shares.forEach((share, i) => {
    const [previous, next] = [shares[i - 1], shares[i + 1]];
    const compared = previous && isCompared(words, sentence, previous, share);
    // The second of two compared figures is of what the first is.
    const measure =
      (compared ? drafts[i - 1]!.measure : undefined) ?? measureOf(words, sentence, share, next);
    const period = periodOf(words, sentence, share, previous, next);
    const quote = words.quote(share.from, share.to);
    drafts.push({
      kind: 'percentage',
      ...quote,
      value: share.value,
      ...(share.upper === undefined ? {} : { upper: share.upper }),
      form: share.form,
      ...(measure ? { measure } : {}),
      ...(period ? { period } : {}),
      voice: sentence.voice,
      sentence: { start: sentence.start, end: sentence.end },
      because: [...sentence.voiceReason],
    });
    if (!compared || !previous) return;
    // "from A to B" tells of B; "A, compared with B" of A.
    const [later, earlier] = compared === 'from-to' ? [i, i - 1] : [i - 1, i];
    const [now, then] = [drafts[later]!, drafts[earlier]!];
    const change = now.value > then.value ? 'up' : now.value < then.value ? 'down' : 'same';
    drafts[later] = { ...now, comparedWith: { start: then.start, end: then.end }, change };
  });
  return drafts;
}

function isCompared(
  words: Words,
  sentence: ReadSentence,
  a: Share,
  b: Share,
): 'from-to' | 'with' | undefined {
  if (a.form === 'points' || b.form === 'points' || b.from - a.to > 24) return undefined;
  if (words.at(a.from - 1) === 'from' && endsIn(words, 'to', a.to, b.from)) return 'from-to';
  return mentionsOf(sentence, 'compares', a.to, b.from).length > 0 ? 'with' : undefined;
}

/** Does the way to token `to` end in the word ("… in June to almost 71%")? */
function endsIn(words: Words, word: string, from: number, to: number): boolean {
  for (let i = to - 1; i >= Math.max(from, to - 3); i--) if (words.at(i) === word) return true;
  return false;
}
