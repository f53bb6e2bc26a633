import type { Finding } from '../../src/core/extraction/finding.js';

/** What a baseline knows of a finding; the rest is what a tool without an idea of judgements would assume. */
export type Bare =
  | { kind: 'judgement'; start: number; end: number; grade: string; status?: string; voice?: string }
  | { kind: 'percentage'; start: number; end: number; value: number; voice?: string }
  | { kind: 'theme'; start: number; end: number; theme: string; polarity?: string; voice?: string };

/** Bare findings in the form that the scorer reads: current, said by the writer, of no polarity, where nothing else is known. */
export const asFindings = (text: string, found: readonly Bare[]): Finding[] =>
  found.map(
    f =>
      ({
        id: '',
        text: text.slice(f.start, f.end),
        sentence: { start: f.start, end: f.end },
        because: [],
        voice: 'narrator',
        ...(f.kind === 'judgement' ? { framework: '', status: 'current' } : {}),
        ...(f.kind === 'percentage' ? { form: 'percent' } : {}),
        ...(f.kind === 'theme' ? { polarity: 'neutral' } : {}),
        ...f,
      }) as Finding,
  );
