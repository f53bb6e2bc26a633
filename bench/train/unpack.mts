import { PLACES } from '../../src/core/lexicon/aroundRows.js';
import { PHRASE_PLACES } from '../../src/core/lexicon/phraseWeights.js';
import {
  PARTS,
  QUESTIONS,
  RULED,
  SUBJECT_PARTS,
  type WeightData,
} from '../../src/core/lexicon/weightData.js';
import { type Row, WeightReader } from '../../src/core/lexicon/weightReader.js';
import type { Learnt } from './classifier.mjs';
import type { Questions } from './rows.mjs';
import { stem } from './stem.mjs';

const LISTS = {
  status: ['status around', PLACES],
  candidate: ['candidate around', PLACES],
  subject: ['subject words', PHRASE_PLACES],
} as const;

/** What was learnt, from the form in which it is shipped, and the forms of all its words; the parts of examples are not known any more. */
export function unpack(data: WeightData): {
  readonly learnt: Questions;
  readonly forms: WeightReader['forms'];
} {
  const reader = new WeightReader(data);
  const stems = reader.forms.map(([form]) => stem(form!));
  const weightsOf = ({ count, classes, weights }: Row, width: number, parts: number, from = 0): number[] => {
    const own = new Array<number>(width).fill(0);
    for (let i = 0; i < count; i++) {
      const cls = classes[i]! - from;
      if (cls >= 0 && cls < width) own[cls] = weights[i]! / parts;
    }
    return own;
  };
  const all = Object.fromEntries(
    QUESTIONS.map(question => {
      const { classes, bias } =
        question === 'subject' ? { classes: ['subject'], bias: [0] } : data.questions[question];
      const parts = question === 'subject' ? SUBJECT_PARTS : PARTS;
      const width = classes.length;
      const weights = new Map<string, readonly number[]>();
      reader.eachSign(question, (sign, row) => {
        for (let part = 0; part <= width; part++) {
          const own = weightsOf(row, width, parts, part * width);
          const name = part === 0 ? `@${sign}` : `@${sign}${RULED}${classes[part - 1]!}`;
          if (own.some(w => w !== 0)) weights.set(name, own);
        }
      });
      const [section, places] = question in LISTS ? LISTS[question as keyof typeof LISTS] : [undefined, []];
      for (const place of places)
        reader.eachWord(section!, (word, row) =>
          weights.set(`@${place} ${stems[word - 1]!}`, weightsOf(row, width, parts)),
        );
      const learnt: Learnt = {
        classes,
        bias: bias.map(b => b / PARTS),
        weights,
        shares: new Map(),
        spread: classes.map(() => 1),
      };
      return [question, learnt];
    }),
  ) as unknown as Record<(typeof QUESTIONS)[number], Learnt & { weights: Map<string, readonly number[]> }>;
  const take = (name: string, row: Row): void => {
    let from = 0;
    for (const question of ['themes', 'polarity', 'voice'] as const) {
      const own = weightsOf(row, all[question].classes.length, PARTS, from);
      from += own.length;
      if (own.some(w => w !== 0)) all[question].weights.set(name, own);
    }
  };
  for (const first of stems) {
    take(first, reader.row('words'));
    reader.eachWord('words', (second, row) => {
      take(`${first} ${stems[second - 1]!}`, row);
    });
  }
  return { learnt: all, forms: reader.forms };
}
