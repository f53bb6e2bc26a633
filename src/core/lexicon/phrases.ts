/** An error in a lexicon's phrase, said in the words of whoever writes lexicons. */
export class PhraseError extends Error {}

const LIMIT = 512;

/**
 * All the plain word sequences that a phrase stands for: `improv{e,ed} (very) much` gives four.
 * Linear in what it prints, and no more than 512 of them.
 *
 * @throws PhraseError where brackets do not match, a phrase is empty, or it stands for too many.
 */
export function expandPhrase(phrase: string): string[][] {
  const sequences = expandChunk(phrase).filter(w => w.length > 0);
  if (sequences.length === 0) throw new PhraseError(`“${phrase}” has no words`);
  return sequences;
}

/**
 * The parts of a phrase, parted by the blanks and hyphens outside of its brackets: it stands for whatever each of
 * them stands for, one behind another. Few phrases share all their words, but most share these.
 */
export function chunksOf(phrase: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i <= phrase.length; i++) {
    const c = phrase.charCodeAt(i);
    if (c === OPEN || c === BRACE) depth++;
    else if (c === CLOSE || c === END_BRACE) depth--;
    else if (i === phrase.length || ((c === 0x20 || c === 0x2d) && depth === 0)) {
      if (i > from) chunks.push(phrase.slice(from, i));
      from = i + 1;
    }
  }
  return chunks;
}
const [OPEN, CLOSE, BRACE, END_BRACE] = [0x28, 0x29, 0x7b, 0x7d];

/** As `expandPhrase`, for a part that may also stand for no words at all: one empty sequence then. @throws PhraseError */
export function expandChunk(phrase: string): string[][] {
  let forms = [''];
  for (let i = 0; i < phrase.length;) {
    const open = phrase[i]!;
    if (open === '{' || open === '(') {
      const close = phrase.indexOf(open === '{' ? '}' : ')', i);
      if (close < 0) throw new PhraseError(`“${phrase}”: “${open}” is never closed`);
      const inner = phrase.slice(i + 1, close);
      if (/[{}()]/.test(inner)) throw new PhraseError(`“${phrase}”: brackets may not stand inside brackets`);
      const choices = open === '{' ? inner.split(',') : ['', ...inner.split(',')];
      forms = forms.flatMap(form => choices.map(choice => form + choice));
      if (forms.length > LIMIT)
        throw new PhraseError(`“${phrase}” stands for more than ${String(LIMIT)} phrases`);
      i = close + 1;
    } else if (open === '}' || open === ')') {
      throw new PhraseError(`“${phrase}”: “${open}” was never opened`);
    } else {
      const from = i;
      while (i < phrase.length && !BRACKETS.includes(phrase[i]!)) i++;
      const plain = phrase.slice(from, i);
      forms = forms.length === 1 ? [forms[0]! + plain] : forms.map(form => form + plain);
    }
  }
  return forms.map(words);
}
const BRACKETS = '{}()';

function words(text: string): string[] {
  const folded = text.toLowerCase().replaceAll('’', "'");
  // Most are one word, or none.
  if (!SEAM.test(folded)) return folded === '' ? [] : [folded];
  return folded.split(SEAMS).filter(Boolean);
}
const SEAM = /[\s-]/;
const SEAMS = /[\s-]+/;
