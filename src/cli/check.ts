import { basename, dirname, join } from 'node:path';
import type { Lexicon } from '../core/lexicon/lexicon.js';
import { anchorAll } from '../core/tagging/anchoring.js';
import { editSidecar, type SidecarEdit, SidecarError } from '../core/tagging/edits.js';
import { parseSidecar, reportNameOf } from '../core/tagging/sidecar.js';
import type { AnchoredTag, AnchorState } from '../core/tagging/tag.js';
import { exists, InputError, readLf, readUtf8, tidy, writeWhole } from './files.js';
import { columns, one } from './table.js';

export interface CheckedTag {
  readonly id: string;
  readonly tag: string;
  readonly state: AnchorState;
  readonly start?: number;
  readonly end?: number;
  readonly score?: number;
}

/** A sidecar held against its report. Lines and columns count from 1. */
export interface Checked {
  readonly sidecar: string;
  readonly report: string;
  readonly tags: readonly CheckedTag[];
  readonly problems: readonly Said[];
}

interface Said {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

/** Checks one sidecar; with `fix`, writes the new places of moved tags into it and nothing else. @throws InputError */
export function check(sidecar: string, lexicon: Lexicon, fix: boolean): Checked {
  if (fix) tidy(sidecar);
  const source = readUtf8(sidecar);
  const report = reportBeside(sidecar);
  const { tags, problems, writable } = parseSidecar(source);
  const said: Said[] = problems.map(({ line, column, code, message }) => ({ line, column, code, message }));
  const text = report === undefined ? undefined : readLf(report, () => new Uint8Array());
  if (text === undefined)
    said.unshift({ line: 1, column: 1, code: 'no-report', message: 'The report is not beside its sidecar' });
  let anchored: readonly AnchoredTag[] =
    text === undefined
      ? tags.map(tag => ({ ...tag, state: 'orphaned' }))
      : anchorAll(text, tags, { lexicon });
  const moved = anchored.filter(tag => tag.state === 'moved');
  if (fix && text !== undefined && writable && moved.length > 0) {
    const edits = moved.map((tag): SidecarEdit => ({
      type: 'updateTag',
      id: tag.id,
      changes: { at: [tag.start!, tag.end!] },
    }));
    try {
      const after = editSidecar(source, edits);
      if (readUtf8(sidecar) !== source)
        throw new InputError('it changed while it was checked; check it again');
      writeWhole(sidecar, after);
      anchored = anchorAll(text, parseSidecar(after).tags, { lexicon });
    } catch (error) {
      if (error instanceof SidecarError) throw new InputError(error.message);
      throw error;
    }
  }
  return {
    sidecar,
    report: report ?? join(dirname(sidecar), reportNameOf(basename(sidecar))),
    tags: anchored.map(tag => {
      const { id, state, start, end, score } = tag;
      return {
        id,
        tag: tag.tag,
        state,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
        ...(score === undefined ? {} : { score }),
      };
    }),
    problems: said,
  };
}

/** The report of a sidecar, which may be one analyst's own. */
function reportBeside(sidecar: string): string | undefined {
  const name = reportNameOf(basename(sidecar));
  const names = [name, name.slice(0, Math.max(0, name.lastIndexOf('.')))];
  return names
    .filter(Boolean)
    .map(n => join(dirname(sidecar), n))
    .find(exists);
}

/** Whether anything in it needs a person: moved tags do not, their words are there. */
export const isWell = ({ tags, problems }: Checked): boolean =>
  problems.length === 0 && tags.every(tag => tag.state === 'anchored' || tag.state === 'moved');

export function checkTable(checked: readonly Checked[]): string {
  return checked
    .map(({ sidecar, tags, problems }) => {
      const rows = [
        ...problems.map(p => [`${String(p.line)}:${String(p.column)}`, p.code, one(p.message, 90)]),
        ...tags.map(tag => [tag.state, tag.tag, tag.id]),
      ];
      return `${sidecar}\n${rows.length > 0 ? columns(rows) : '  no tags\n'}\n`;
    })
    .join('');
}
