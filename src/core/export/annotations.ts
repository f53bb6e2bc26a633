import type { Finding, Quote } from '../extraction/finding.js';
import type { AnchoredTag } from '../tagging/tag.js';

/** What is exported of one report. */
export interface ReportAnnotations {
  /** Relative to the folder that is exported, with forward slashes. */
  readonly path: string;
  /** SHA-256 of the UTF-8 bytes of the text with LF line ends, in hexadecimal. */
  readonly sha256: string;
  readonly findings?: readonly Finding[];
  readonly tags?: readonly AnchoredTag[];
}

/** SHA-256 of a text (LF) in hexadecimal. */
export async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** The order of a finding's fields wherever it is printed. */
const FIELDS = [
  ...['id', 'kind', 'start', 'end', 'text', 'framework', 'grade', 'status', 'subject', 'count', 'of', 'date'],
  ...[
    'value',
    'upper',
    'form',
    'measure',
    'period',
    'comparedWith',
    'change',
    'theme',
    'polarity',
    'voice',
    'sentence',
    'because',
  ],
];

/** A finding in the public form: empty optional fields are left out, and the reasons too unless they are asked for. */
export function publicFinding(finding: Finding, explain = false): Record<string, unknown> {
  const fields = finding as unknown as Record<string, unknown>;
  return Object.fromEntries(
    FIELDS.filter(name => fields[name] !== undefined && (explain || name !== 'because')).map(name => [
      name,
      plain(name, fields[name]),
    ]),
  );
}

/** Parts of a finding with just their public fields, in their order. */
function plain(name: string, value: unknown): unknown {
  if (name === 'because') return value;
  if (typeof value !== 'object' || value === null || !('start' in value)) return value;
  const { start, end, text } = value as Quote;
  return text === undefined ? { start, end } : { start, end, text };
}

/** A tag in the public form: as the sidecar has it, with where it stands now. */
export function publicTag(tag: AnchoredTag): Record<string, unknown> {
  const { id, tag: path, quote, before, after, state, start, end, score, note, by, created, modified } = tag;
  const fields = {
    id,
    tag: path,
    quote,
    before,
    after,
    state,
    start,
    end,
    score,
    note,
    by,
    created,
    modified,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
