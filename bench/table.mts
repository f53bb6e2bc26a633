import type { Scores } from './score.mjs';

const KINDS = ['judgement', 'grade and status', 'percentage', 'comparison', 'theme'];
const RATES = [
  'grade',
  'status',
  'subject',
  'count',
  'date',
  'value',
  'form',
  'measure',
  'period',
  'polarity',
  'voice of judgements',
  'voice of percentages',
  'voice of themes',
];
const three = (n: number): string => n.toFixed(3);

/** Precision, recall and F1 of each kind, and how often each attribute is right, one column for each reader. */
export function printBeside(title: string, readers: ReadonlyMap<string, Scores>): void {
  console.log(`\n${title}`);
  console.log(''.padEnd(24) + [...readers.keys()].map(name => name.padEnd(26)).join(''));
  for (const kind of KINDS) {
    const cells = [...readers.values()].map(({ kinds }) => {
      const c = kinds.get(kind)!;
      return `P ${three(c.precision)} R ${three(c.recall)} F ${three(c.f1)}`.padEnd(26);
    });
    const c = [...readers.values()][0]!.kinds.get(kind)!;
    console.log(`${`${kind} (${String(c.right + c.missed)})`.padEnd(24)}${cells.join('')}`);
  }
  for (const name of RATES) {
    const cells = [...readers.values()].map(({ rates }) => {
      const rate = rates.get(name);
      return (rate ? `${three(rate.right / (rate.of || 1))} of ${String(rate.of)}` : '–').padEnd(26);
    });
    console.log(`  ${name.padEnd(22)}${cells.join('')}`);
  }
}

/** One line for each document: F1 of each kind, and the share of right attributes. */
export function printDocuments(documents: ReadonlyMap<string, Scores>): void {
  const heads = [
    'judgement',
    'strict',
    'percent',
    'compared',
    'theme',
    'status',
    'subject',
    'measure',
    'polarity',
    'voice',
  ];
  console.log(`\n${'document'.padEnd(38)}${heads.map(h => h.padStart(10)).join('')}`);
  for (const [name, { kinds, rates }] of documents) {
    const f1 = (kind: string): string => {
      const c = kinds.get(kind)!;
      return c.right + c.missed + c.spurious === 0 ? '–' : three(c.f1);
    };
    const share = (rate: string): string => {
      const r = rates.get(rate);
      return r ? three(r.right / (r.of || 1)) : '–';
    };
    const cells = [
      ...KINDS.map(f1),
      ...['status', 'subject', 'measure', 'polarity', 'voice of themes'].map(share),
    ];
    console.log(name.padEnd(38) + cells.map(c => c.padStart(10)).join(''));
  }
}
