import type { Mention } from '../lexicon/entry.js';
import type { GradeMeaning, Lexicon } from '../lexicon/lexicon.js';
import type { JudgementDraft } from './draft.js';
import type { Polarity, Reason } from './finding.js';
import { mentions, mentionsOf, type ReadSentence } from './reading.js';
import type { Words } from './words.js';

/** Grades by what they mean for polarity; the others are neither. */
const GOOD = new Set(
  'outstanding good excellent very-good exceptional strong-standard expected-standard improved-effectiveness'.split(
    ' ',
  ),
);
const BAD = new Set(
  'requires-improvement inadequate poor unsatisfactory weak needs-attention urgent-improvement declined-in-effectiveness adequate-and-needs-improvement unsatisfactory-and-needs-urgent-improvement'.split(
    ' ',
  ),
);

const NEITHER = new Set(['adequate', 'satisfactory', 'sustained-effectiveness']);
/** What the cues of a sentence say of its polarity, and what kind of cue that was. */
export interface Ruled {
  readonly polarity: Polarity;
  readonly reasons: Reason[];
  readonly by?: 'grades' | 'old grades';
  /** What praises and what blames, once denials have turned it round: "none", "one", "more" of each. */
  readonly balance?: `praise ${Amount} blame ${Amount}`;
}
type Amount = 'none' | 'one' | 'more';

type Side = 'strength' | 'weakness' | 'neutral';

/** Tokens before a word of praise in which a negation turns it round. */
const REACH = 4;
const AVERTED = new Set(['before', 'prevent', 'prevents', 'avoid', 'avoids', 'rarely', 'seldom']);

/**
 * The polarity of a sentence: what its current grades say, else the balance of praise and blame, each turned round by
 * a negation close before it (the modifiers of ConText). A contrast between the two makes it mixed; where nothing
 * praises or blames, it is what its list or voice leads one to expect: `unmarked`.
 */
export function polarityOf(
  words: Words,
  sentence: ReadSentence,
  judgements: readonly JudgementDraft[],
  unmarked: Polarity,
): Ruled {
  const own = judgements.filter(j => j.sentence.start === sentence.start);
  const current = own.filter(j => j.status === 'current' || j.status === 'negated');
  if (
    current.length > 0 &&
    current.every(j => j.status === 'negated') &&
    mentionsOf(sentence, 'blame').some(b => !own.some(j => j.start < b.end && b.start < j.end))
  )
    return { polarity: 'mixed', reasons: [], by: 'grades' };
  if (current.length > 0)
    return { polarity: ofGrades(words.reading.lexicon, current, own), reasons: [], by: 'grades' };
  if (own.length > 0) return { ...ofOldGrades(words, sentence, own), by: 'old grades' };
  if (isScope(sentence)) return { polarity: 'neutral', reasons: [] };

  const praise: Mention[] = [];
  const blame: Mention[] = mentionsOf(sentence, 'blame').filter(m => !isDenied(words, sentence, m));
  const averted = mentionsOf(sentence, 'blame').length - blame.length;
  for (const mention of mentionsOf(sentence, 'praise')) {
    if (blame.some(b => b.from < mention.to && mention.from < b.to)) continue;
    (isDenied(words, sentence, mention) ? blame : praise).push(mention);
  }
  // A bare negation speaks where nothing else does, or behind a "but".
  const weak = mentionsOf(sentence, 'weak-blame').filter(
    m => !words.isNumber(m.to) && words.at(m.to) !== 'only' && words.at(m.to) !== 'longer',
  );
  const turn = mentionsOf(sentence, 'contrast').at(-1);
  if (blame.length === 0 && weak.length > 0 && averted === 0)
    if (praise.length === 0) blame.push(weak[0]!);
    else if (turn)
      blame.push(...weak.filter(m => m.from > turn.from && praise[0]!.from < turn.from).slice(0, 1));
  if (praise.length === 0 && blame.length === 0 && averted > 0) return { polarity: 'strength', reasons: [] };
  const balance = `praise ${amount(praise.length)} blame ${amount(blame.length)}` as const;
  const say = (polarity: Polarity, cues: readonly Mention[]): Ruled => ({
    polarity,
    balance,
    reasons: cues.slice(0, 3).map(m => words.because('polarity', polarity, m)),
  });
  const intent = mentionsOf(sentence, 'intent').at(0);
  if (
    intent &&
    (sentence.voice === 'provider' || sentence.voice === 'narrator' || blame.length + praise.length === 0)
  )
    return say('neutral', [intent]);
  const measured = measureOf(sentence);
  if (measured && praise.length + blame.length <= 2) return say(measured.polarity, [measured.cue]);
  if (praise.length > 0 && blame.length > 0) {
    const between = (m: Mention): boolean => {
      const [first, last] = [
        Math.min(praise[0]!.from, blame[0]!.from),
        Math.max(praise.at(-1)!.to, blame.at(-1)!.to),
      ];
      return m.to <= last && (m.from >= first || m.from <= sentence.from + 1);
    };
    if (mentionsOf(sentence, 'contrast').some(between)) return say('mixed', [praise[0]!, blame[0]!]);
    if (praise.length === blame.length)
      return praise[0]!.from < blame[0]!.from ? say('strength', praise) : say('weakness', blame);
  }
  if (praise.length > blame.length) return say('strength', praise);
  if (blame.length > praise.length) return say('weakness', blame);
  return say(unmarked, []);
}

const amount = (n: number): Amount => (n === 0 ? 'none' : n === 1 ? 'one' : 'more');

/** "Repeat referrals went up": what is counted is better when there is less of it. */
function measureOf(sentence: ReadSentence): { polarity: Polarity; cue: Mention } | undefined {
  const cue = mentionsOf(sentence, 'bad-measure').at(0);
  if (!cue) return undefined;
  const [up, down] = [mentionsOf(sentence, 'goes-up').at(0), mentionsOf(sentence, 'goes-down').at(0)];
  if (up && !down) return { polarity: 'weakness', cue: up };
  return down && !up ? { polarity: 'strength', cue: down } : undefined;
}

function ofGrades(
  lexicon: Lexicon,
  current: readonly JudgementDraft[],
  all: readonly JudgementDraft[],
): Polarity {
  const kinds = new Set(current.map(j => side(lexicon, j, j.status === 'negated')));
  const previous = all.filter(j => j.status === 'previous').map(j => side(lexicon, j, false));
  if (kinds.has('strength') && kinds.has('weakness')) return 'mixed';
  const [only] = kinds;
  // A rise from a bad grade is a strength, whatever the grade is now.
  if (only === 'neutral' && previous.includes('weakness')) return 'strength';
  return only === 'neutral' ? 'strength' : (only ?? 'neutral');
}

function ofOldGrades(
  words: Words,
  sentence: ReadSentence,
  own: readonly JudgementDraft[],
): { polarity: Polarity; reasons: Reason[] } {
  const previous = own.filter(j => j.status === 'previous').map(j => side(words.reading.lexicon, j, false));
  if (previous.includes('strength') && previous.includes('weakness'))
    return { polarity: 'mixed', reasons: [] };
  const blame = mentionsOf(sentence, 'blame').filter(b => !own.some(j => j.start < b.end && b.start < j.end));
  const praise = mentionsOf(sentence, 'praise').filter(
    p => !own.some(j => j.start < p.end && p.start < j.end),
  );
  if (
    own.every(j => j.status === 'aspiration' || j.status === 'other' || j.status === 'previous') &&
    sentence.voice === 'inspectorate'
  ) {
    if (praise.length > 0 && blame.length > 0) return { polarity: 'mixed', reasons: [] };
    if (praise.length > 0)
      return { polarity: 'strength', reasons: [words.because('polarity', 'strength', praise[0]!)] };
    if (blame.length > 0)
      return { polarity: 'weakness', reasons: [words.because('polarity', 'weakness', blame[0]!)] };
  }
  return { polarity: 'neutral', reasons: [] };
}

function side(lexicon: Lexicon, { readings }: JudgementDraft, negated: boolean): Side {
  const own = readings[0] ? sideOf(lexicon, readings[0]) : 'neutral';
  if (!negated || own === 'neutral') return own;
  return own === 'strength' ? 'weakness' : 'strength';
}

/** A grade that the product does not know counts by its place on its scale: the upper half is good, the lower bad. */
function sideOf(lexicon: Lexicon, { framework, grade }: GradeMeaning): Side {
  if (GOOD.has(grade)) return 'strength';
  if (BAD.has(grade)) return 'weakness';
  if (NEITHER.has(grade)) return 'neutral';
  const scale = lexicon.frameworks.get(framework)?.grades ?? [];
  const place = scale.findIndex(g => g.id === grade);
  const middle = (scale.length - 1) / 2;
  return place < middle ? 'strength' : place > middle ? 'weakness' : 'neutral';
}

/** Does a negation stand close before the word, in the same clause? */
function isDenied(words: Words, sentence: ReadSentence, mention: Mention): boolean {
  for (let i = Math.max(sentence.from, mention.from - 2 * REACH); i < mention.from; i++)
    if (mention.category === 'blame' && AVERTED.has(words.at(i))) return true;
  return mentionsOf(sentence, 'not-praise', Math.max(sentence.from, mention.from - REACH), mention.from).some(
    denial => {
      for (let i = denial.to; i < mention.from; i++)
        if (words.mark(i) !== 0 || ['and', 'but', 'only'].includes(words.at(i))) return false;
      return true;
    },
  );
}

const isScope = (sentence: ReadSentence): boolean => mentions(sentence, 'scope');
