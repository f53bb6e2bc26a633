import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding, Polarity, Quote, Status, Voice } from '../src/core/extraction/finding.js';
import { type Gold, type GoldLabel, readCorpus } from './corpus.mjs';

/**
 * What a second careful reader labelled, apart from the first, as findings of the texts in a folder: from the same
 * texts in its folder `second`. How far two readers agree is how good any reader can be. `undefined` where nobody read
 * any of them twice.
 */
export function secondReader(folder: string): ReadonlyMap<string, readonly Finding[]> | undefined {
  const second = join(folder, 'second');
  if (!existsSync(second)) return undefined;
  return new Map(readCorpus(second).map(labels => [labels.name, findingsIn(labels)]));
}

/** Labels as findings. */
export function findingsIn({ text, sentences, judgements, percentages }: Gold): Finding[] {
  const quote = (start: number, end: number): Quote => ({ text: text.slice(start, end), start, end });
  const words = (key: string, value: string | undefined): Record<string, Quote> =>
    value === undefined ? {} : { [key]: { text: value, start: 0, end: 0 } };
  const sentenceAt = (at: number): { start: number; end: number } =>
    sentences.find(s => s.start <= at && at < s.end) ?? { start: at, end: at };
  const found = (label: GoldLabel): Omit<Finding, 'kind'> => ({
    ...quote(label.start, label.end),
    id: '',
    voice: label.voice as Voice,
    sentence: sentenceAt(label.start),
    because: [],
  });
  const byId = new Map(percentages.map(p => [p.attributes['id'], p]));
  return [
    ...judgements.map(label => {
      const { grade, status, subject, count, date } = label.attributes;
      return {
        kind: 'judgement' as const,
        ...found(label),
        framework: '',
        grade: grade ?? '',
        status: status as Status,
        ...words('subject', subject),
        ...(count === undefined ? {} : { count: Number(count) }),
        ...(date === undefined ? {} : { date }),
      };
    }),
    ...percentages.map(label => {
      const { value, form, measure, period, vs } = label.attributes;
      const other = vs === undefined ? undefined : byId.get(vs);
      return {
        kind: 'percentage' as const,
        ...found(label),
        value: Number(value),
        form: form as 'percent' | 'fraction' | 'points',
        ...words('measure', measure),
        ...words('period', period),
        ...(other ? { comparedWith: { start: other.start, end: other.end } } : {}),
      };
    }),
    ...sentences.flatMap(({ start, end, themes, polarity, voice }) =>
      themes.map(theme => ({
        kind: 'theme' as const,
        ...quote(start, end),
        id: '',
        voice: voice as Voice,
        sentence: { start, end },
        because: [],
        theme,
        polarity: (polarity ?? 'neutral') as Polarity,
      })),
    ),
  ];
}
