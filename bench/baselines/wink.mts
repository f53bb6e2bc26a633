import model from 'wink-eng-lite-web-model';
import winkNlp, { type ItemEntity, type ItemSentence } from 'wink-nlp';
import type { Finding } from '../../src/core/extraction/finding.js';
import { asFindings, type Bare } from './plainFindings.mjs';
import { gradesAndThemes } from './phrases.mjs';

// One of it only: its model breaks when it is loaded a second time. Left to itself it runs every part of its pipeline.
const nlp = winkNlp(model);
const { its } = nlp;

/**
 * A general pipeline put to the same job at full length: sentences, negation, sentiment, tags, its own entities, and
 * the lexicon's grades and themes learnt as entities of one's own. Gives the number of those found.
 */
export function winkPipeline(): (text: string) => number {
  const { grades, themes } = gradesAndThemes();
  const patternsBy = new Map<string, string[]>();
  for (const [kind, phrases] of [
    ['grade', grades],
    ['theme', themes],
  ] as const)
    for (const [phrase, id] of phrases)
      // Its patterns have a syntax of their own, which apostrophes and the like break.
      if (/^[a-z ]+$/.test(phrase))
        patternsBy.set(`${kind} ${id}`, [...(patternsBy.get(`${kind} ${id}`) ?? []), phrase]);
  nlp.learnCustomEntities(
    [...patternsBy].map(([name, patterns]) => ({ name, patterns })),
    { matchValue: false, useEntity: false, usePOS: false },
  );
  return text => {
    const doc = nlp.readDoc(text);
    return doc.entities().length() + doc.customEntities().length();
  };
}

const PAST = new Set(['was', 'were', 'had', 'previously', 'formerly', 'previous', 'last', 'then']);
const WISHED = new Set(['will', 'want', 'wants', 'aim', 'hope', 'hopes', 'become', 'towards', 'until']);

/**
 * A strong general pipeline put to the job: its tokens and sentences, its negation flag, its own percentages, its
 * sentiment for polarity, and the words of the sentence for status and voice; the same grade and theme phrases.
 */
export function winkReader(): (text: string) => Finding[] {
  const { grades, themes } = gradesAndThemes();
  const longest = 9;
  return text => {
    const doc = nlp.readDoc(text);
    const values = doc.tokens().out() as string[];
    const negated = doc.tokens().out(its.negationFlag) as unknown as boolean[];
    let at = 0;
    const spans = values.map(value => {
      const start = Math.max(at, text.indexOf(value, at));
      at = start + value.length;
      return { start, end: at };
    });
    const bare: Bare[] = [];
    doc.entities().each((e: ItemEntity) => {
      if (String(e.out(its.type)) !== 'PERCENT') return;
      const [from, to] = e.out(its.span) as unknown as [number, number];
      const value = parseFloat(String(e.out()).replace(/[^\d.]/g, ''));
      if (Number.isFinite(value))
        bare.push({ kind: 'percentage', start: spans[from]!.start, end: spans[to]!.end, value });
    });
    doc.sentences().each((sentence: ItemSentence) => {
      const [from, to] = sentence.out(its.span) as unknown as [number, number];
      const words = values.slice(from, to + 1).map(w => w.toLowerCase().replaceAll('’', "'"));
      const mood = Number(sentence.out(its.sentiment));
      const polarity = mood > 0.1 ? 'strength' : mood < -0.1 ? 'weakness' : 'neutral';
      const has = (...any: string[]): boolean => any.some(w => words.includes(w));
      const voice = has('inspectors', 'ofsted') ? 'inspectorate' : has('said') ? 'provider' : 'narrator';
      for (let i = 0; i < words.length; i++)
        for (let n = Math.min(longest, words.length - i); n > 0; n--) {
          const phrase = words
            .slice(i, i + n)
            .filter(w => w !== '-')
            .join(' ')
            .replaceAll(" '", "'");
          const [grade, theme] = [grades.get(phrase), themes.get(phrase)];
          if (grade === undefined && theme === undefined) continue;
          const span = { start: spans[from + i]!.start, end: spans[from + i + n - 1]!.end, voice };
          if (grade !== undefined)
            bare.push({
              kind: 'judgement',
              ...span,
              grade,
              status: statusOf(words, negated[from + i] === true),
            });
          if (theme !== undefined) bare.push({ kind: 'theme', ...span, theme, polarity });
          i += n - 1;
          break;
        }
    });
    return asFindings(text, bare);
  };
}

function statusOf(words: readonly string[], negated: boolean): string {
  if (negated) return 'negated';
  if (words.some(w => WISHED.has(w))) return 'aspiration';
  return words.some(w => PAST.has(w)) && words.some(w => /^(19|20)\d\d$/.test(w)) ? 'previous' : 'current';
}
