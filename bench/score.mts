import type {
  Finding,
  JudgementFinding,
  PercentageFinding,
  ThemeFinding,
} from '../src/core/extraction/finding.js';
import type { Gold, GoldLabel } from './corpus.mjs';

/** Right, spurious and missed. */
class Counts {
  right = 0;
  spurious = 0;
  missed = 0;
  get precision(): number {
    return this.right / (this.right + this.spurious || 1);
  }
  get recall(): number {
    return this.right / (this.right + this.missed || 1);
  }
  get f1(): number {
    return (2 * this.precision * this.recall) / (this.precision + this.recall || 1);
  }
}

/** How often an attribute of what was found is right. */
class Rate {
  right = 0;
  of = 0;
  add(ok: boolean): boolean {
    this.of++;
    if (ok) this.right++;
    return ok;
  }
}

export interface Scores {
  readonly kinds: ReadonlyMap<string, Counts>;
  readonly rates: ReadonlyMap<string, Rate>;
  readonly themes: ReadonlyMap<string, Counts>;
  readonly errors: readonly string[];
}

interface Read {
  readonly gold: Gold;
  readonly findings: readonly Finding[];
}

/** Counts what the labels say: spans by overlap; subject, measure and period by half of their content words. */
export function score(documents: readonly Read[]): Scores {
  const kinds = new Map(
    ['judgement', 'grade and status', 'percentage', 'comparison', 'theme'].map(k => [k, new Counts()]),
  );
  const rates = new Map<string, Rate>();
  const themes = new Map<string, Counts>();
  const errors: string[] = [];
  const rate = (name: string): Rate => rates.get(name) ?? (rates.set(name, new Rate()), rates.get(name)!);
  for (const { gold, findings } of documents) {
    const say = (what: string, at: { start: number; end: number }): void => {
      const { text, name } = gold;
      const context = `${text.slice(Math.max(0, at.start - 70), at.start)}[[${text.slice(at.start, at.end)}]]${text.slice(at.end, at.end + 60)}`;
      errors.push(`${name} ${what}: “${context.replaceAll('\n', '⏎')}”`);
    };
    const pair = <T extends Finding>(
      labels: readonly GoldLabel[],
      found: readonly T[],
      kind: string,
    ): [GoldLabel, T][] => {
      const counts = kinds.get(kind)!;
      const left = new Set(found);
      const pairs: [GoldLabel, T][] = [];
      for (const label of labels) {
        const match = [...left].find(f => f.start < label.end && label.start < f.end);
        if (match) {
          left.delete(match);
          pairs.push([label, match]);
          counts.right++;
        } else {
          counts.missed++;
          say(`missed ${kind}`, label);
        }
      }
      for (const f of left) {
        counts.spurious++;
        say(`spurious ${kind}`, f);
      }
      return pairs;
    };
    const compare = (
      name: string,
      label: GoldLabel,
      want: string | undefined,
      got: string | number | undefined,
    ): boolean => {
      const ok = rate(name).add((want ?? '') === String(got ?? ''));
      if (!ok) say(`${name} “${want ?? ''}”≠“${String(got ?? '')}”`, label);
      return ok;
    };
    const words = (
      name: string,
      label: GoldLabel,
      want: string | undefined,
      got: string | undefined,
    ): void => {
      if (want === undefined) return;
      if (!rate(name).add(likeness(want, got ?? '') >= 0.5)) say(`${name} “${want}”≠“${got ?? ''}”`, label);
    };

    const judged = findings.filter((f): f is JudgementFinding => f.kind === 'judgement');
    let both = 0;
    for (const [label, f] of pair(gold.judgements, judged, 'judgement')) {
      const { grade, status, subject, count, date } = label.attributes;
      const right = [compare('grade', label, grade, f.grade), compare('status', label, status, f.status)];
      if (right.every(Boolean)) both++;
      words('subject', label, subject, f.subject?.text);
      if (count !== undefined || f.count !== undefined) compare('count', label, count, f.count);
      if (date !== undefined || f.date !== undefined) compare('date', label, date, f.date);
      compare('voice of judgements', label, label.voice, f.voice);
    }
    const strict = kinds.get('grade and status')!;
    strict.right += both;
    strict.missed += gold.judgements.length - both;
    strict.spurious += judged.length - both;

    const shares = findings.filter((f): f is PercentageFinding => f.kind === 'percentage');
    const comparison = kinds.get('comparison')!;
    const byId = new Map(gold.percentages.map(l => [l.attributes['id'], l]));
    for (const [label, f] of pair(gold.percentages, shares, 'percentage')) {
      const { value, form, measure, period, vs } = label.attributes;
      if (!rate('value').add(Math.abs(Number(value) - f.value) < 0.06))
        say(`value ${String(value)}≠${String(f.value)}`, label);
      compare('form', label, form, f.form);
      words('measure', label, measure, f.measure?.text);
      words('period', label, period, f.period?.text);
      compare('voice of percentages', label, label.voice, f.voice);
      const other = vs === undefined ? undefined : byId.get(vs);
      const to = f.comparedWith;
      if (other && to && other.start < to.end && to.start < other.end) comparison.right++;
      else {
        if (other) {
          comparison.missed++;
          say('missed comparison', label);
        }
        const mirrored =
          to &&
          gold.percentages.some(
            l => l.start < to.end && to.start < l.end && byId.get(l.attributes['vs']) === label,
          );
        if (to && !other && !mirrored) {
          comparison.spurious++;
          say('spurious comparison', label);
        }
      }
    }

    const told = findings.filter((f): f is ThemeFinding => f.kind === 'theme');
    const all = kinds.get('theme')!;
    for (const sentence of gold.sentences) {
      const here = told.filter(
        t => (t.start + t.end) / 2 >= sentence.start && (t.start + t.end) / 2 < sentence.end,
      );
      const found = new Set(here.map(t => t.theme));
      for (const theme of new Set([...sentence.themes, ...found])) {
        const counts = themes.get(theme) ?? (themes.set(theme, new Counts()), themes.get(theme)!);
        const [wanted, got] = [sentence.themes.includes(theme), found.has(theme)];
        for (const c of [counts, all]) {
          if (wanted && got) c.right++;
          else if (wanted) c.missed++;
          else c.spurious++;
        }
        if (wanted !== got) say(`${wanted ? 'missed' : 'spurious'} theme ${theme}`, sentence);
      }
      const hit = here.find(t => sentence.themes.includes(t.theme));
      if (!hit) continue;
      if (sentence.polarity !== undefined && !rate('polarity').add(hit.polarity === sentence.polarity))
        say(`polarity ${sentence.polarity}≠${hit.polarity}`, sentence);
      if (!rate('voice of themes').add(hit.voice === sentence.voice))
        say(`voice of themes ${sentence.voice}≠${hit.voice}`, sentence);
    }
  }
  return { kinds, rates, themes, errors };
}

const CONTENTLESS =
  /^(the|a|an|of|for|in|to|and|its|their|is|are|were|was|been|being|by|on|at|with|that|which)$/;
const contentWords = (text: string): string[] =>
  (
    text
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[a-z0-9%']+/g) ?? []
  ).filter(w => !CONTENTLESS.test(w));

/** Dice coefficient of the content words of two phrases, 0 to 1. */
export function likeness(a: string, b: string): number {
  const [x, rest] = [contentWords(a), contentWords(b)];
  const total = x.length + rest.length;
  if (total === 0) return 1;
  let common = 0;
  for (const word of x) {
    const at = rest.indexOf(word);
    if (at < 0) continue;
    rest.splice(at, 1);
    common++;
  }
  return (2 * common) / total;
}

const row = (name: string, c: Counts): string =>
  `${name.padEnd(26)} P ${c.precision.toFixed(3)}  R ${c.recall.toFixed(3)}  F1 ${c.f1.toFixed(3)}  of ${String(c.right + c.missed)}`;

export function printScores(
  scores: Scores,
  show: { errors?: boolean; themes?: boolean; kind?: string } = {},
): void {
  for (const [kind, counts] of scores.kinds) console.log(row(kind, counts));
  for (const [name, r] of scores.rates)
    console.log(`  ${name.padEnd(24)} ${(r.right / (r.of || 1)).toFixed(3)}  of ${String(r.of)}`);
  if (show.themes)
    for (const [theme, counts] of [...scores.themes].sort()) console.log(row(`    ${theme}`, counts));
  if (show.errors)
    for (const error of scores.errors) if (!show.kind || error.includes(show.kind)) console.log(error);
}
