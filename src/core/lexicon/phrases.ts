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
      forms = forms.map(form => form + open);
      i++;
    }
  }
  const sequences = forms.map(words).filter(w => w.length > 0);
  if (sequences.length === 0) throw new PhraseError(`“${phrase}” has no words`);
  return sequences;
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[\s-]+/)
    .filter(Boolean);
}
