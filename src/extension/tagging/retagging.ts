import * as vscode from 'vscode';
import type { SidecarEdit } from '../../core/tagging/edits.js';
import { parseSidecar } from '../../core/tagging/sidecar.js';
import { nameOf, readText } from './sidecarFile.js';

const { t } = vscode.l10n;

/** One tag, and all inside it, put in the place of another in many sidecars: what would change, before it does. */
export class Retagging {
  private constructor(
    private readonly from: string,
    private readonly to: string,
    readonly edits: ReadonlyMap<vscode.Uri, readonly SidecarEdit[]>,
    private readonly unreadable: readonly string[],
    /** Are there passages that have the new tag already? */
    readonly meetsOthers: boolean,
  ) {}

  /** Looks through the sidecars, whoever's they are: a name that only one analyst uses is no shared codebook. */
  static async prepare(
    sidecars: readonly vscode.Uri[],
    from: string,
    to: string,
    modified: string,
  ): Promise<Retagging> {
    const edits = new Map<vscode.Uri, readonly SidecarEdit[]>();
    const unreadable: string[] = [];
    let meetsOthers = false;
    for (const sidecar of sidecars) {
      const source = await readText(sidecar).then(undefined, () => undefined);
      const { tags, writable } = parseSidecar(source ?? '');
      if (source === undefined || !writable) {
        unreadable.push(nameOf(sidecar));
        continue;
      }
      meetsOthers ||= tags.some(({ tag }) => tag === to);
      const own = tags.filter(({ tag }) => tag === from || tag.startsWith(`${from}/`));
      if (own.length === 0) continue;
      edits.set(
        sidecar,
        own.map(({ id, tag }) => ({
          type: 'updateTag',
          id,
          changes: { tag: to + tag.slice(from.length), modified },
        })),
      );
    }
    return new Retagging(from, to, edits, unreadable, meetsOthers);
  }

  /** Shows how much would change; whether the person wants it. Where no passage is concerned, nobody is asked. */
  async agreed(merges: boolean): Promise<boolean> {
    const passages = [...this.edits.values()].reduce((sum, edits) => sum + edits.length, 0);
    if (passages === 0 && !merges) return true;
    const count = passages === 1 ? t('1 tagged passage') : t('{0} tagged passages', passages);
    const files = this.edits.size === 1 ? t('1 file of tags') : t('{0} files of tags', this.edits.size);
    const detail = [
      t('{0} in {1} will be rewritten.', count, files),
      merges && t('“{0}” is there already: the two become one.', this.to),
      this.unreadable.length > 0 &&
        t('What cannot be read stays as it is: {0}.', this.unreadable.slice(0, 5).join(', ')),
      t('“Undo Last Tag Change” takes it all back.'),
    ].filter(Boolean);
    const go = merges ? t('Merge') : t('Rename');
    const question = merges
      ? t('Merge “{0}” into “{1}”?', this.from, this.to)
      : t('Rename “{0}” to “{1}”?', this.from, this.to);
    const answer = await vscode.window.showInformationMessage(
      question,
      { modal: true, detail: detail.join('\n') },
      go,
    );
    return answer === go;
  }
}
