import type { Random } from './random.mjs';

const PLACES = ['Tarnbrook', 'Pellworth', 'Llanfé', 'Wrenford', 'Saint-Élan', 'Holmebridge'];
const GRADES = ['good', 'outstanding', 'inadequate', 'requires improvement'];
const AREAS = ['early help', 'the quality of education', 'help and protection', 'leadership', 'care leavers'];

const NAMES = ['Dray', 'Marsh', 'Okoro', 'Vale', 'Iqbal', 'Thorne'];
const TEAMS = [
  'the night team',
  'the north hub',
  'the court team',
  'the virtual school',
  'the youth service',
];
const WHEN = ['last spring', 'in the autumn', 'since the visit', 'before Easter', 'over two years'];
const n = (r: Random, most: number): string => String(1 + r.below(most));

const SENTENCES: readonly ((r: Random) => string)[] = [
  r =>
    `Inspectors judged ${r.pick(AREAS)} in ${r.pick(PLACES)} to be ${r.pick(GRADES)} in ${String(2009 + r.below(15))}.`,
  r => `${r.pick(AREAS).replace(/^./, c => c.toUpperCase())} is ${r.pick(GRADES)} ${r.pick(WHEN)}.`,
  r =>
    `Only ${n(r, 98)}% of assessments were completed within timescales, compared with ${n(r, 98)}% a year earlier.`,
  r =>
    `Social workers of ${r.pick(TEAMS)} visit children often and know them well, as ${n(r, 40)} files showed.`,
  r =>
    `Supervision in ${r.pick(TEAMS)} is not always regular, and managers do not challenge drift and delay.`,
  r =>
    `“We are proud of our staff in ${r.pick(PLACES)},” said Councillor ${r.pick(NAMES)} – “and we will do more.”`,
  r =>
    `The council told families in the café at ${r.pick(PLACES)} that ${n(r, 30)} new posts would be filled.`,
  r =>
    `Thresholds are understood by ${r.pick(TEAMS)}, although ${n(r, 20)} referrals waited too long for a decision.`,
  r =>
    `Children’s views shape their plans ${r.pick(WHEN)}, and ${r.pick(['no', 'every'])} child waits for an advocate.`,
  r =>
    `Care leavers speak well of ${r.pick(TEAMS)}, who stay in touch with them after the age of ${n(r, 25)}.`,
];

const LEADS = [
  '',
  '',
  '',
  'In Pellworth, ',
  'As at the last visit, ',
  'For most children, ',
  'At Wrenford, ',
  'More recently, ',
];
const TAILS = [
  '',
  '',
  '',
  ', as parents told us',
  ', which is new',
  ' (see paragraph 14)',
  ', unlike two years ago',
  ' – a gain',
];

/** With a beginning and an end that vary, as sentences of one pattern do in real reports. */
function varied(sentence: string, r: Random): string {
  const lead = sentence.startsWith('“') ? '' : r.pick(LEADS);
  const body = lead === '' ? sentence : sentence[0]!.toLowerCase() + sentence.slice(1);
  return lead + (body.endsWith('.') ? `${body.slice(0, -1)}${r.pick(TAILS)}.` : body);
}

/** An invented report of some paragraphs, from sentences of few patterns, none of which stands in it twice. */
export function report(random: Random): string {
  const used = new Set<string>();
  const sentence = (): string => {
    for (;;) {
      const text = varied(random.pick(SENTENCES)(random), random);
      if (used.has(text)) continue;
      used.add(text);
      return text;
    }
  };
  return Array.from({ length: 6 + random.below(14) }, () =>
    Array.from({ length: 1 + random.below(5) }, sentence).join(' '),
  ).join('\n\n');
}
