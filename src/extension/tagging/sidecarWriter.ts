import * as vscode from 'vscode';
import { editSidecar, type SidecarEdit, SidecarError } from '../../core/tagging/edits.js';
import { newSidecar, parseSidecar } from '../../core/tagging/sidecar.js';
import { FileTrouble, nameOf, readText, writeText } from './sidecarFile.js';
import { openDocument } from '../reports/passages.js';

/** What a write did: the sidecar's text before (`undefined`: there was none) and after. */
export interface Written {
  readonly sidecar: vscode.Uri;
  readonly before: string | undefined;
  readonly after: string;
}

/** How often a write begins again when the file changes under it, before it gives up. */
const ATTEMPTS = 8;

/** Milliseconds after a write at which to look whether another window wrote over it. */
const PAUSES = [120, 400];

/**
 * The one writer of sidecars in this window: changes to a file wait for each other, each reads what is there, makes
 * its edit, looks whether the file is still what was read, and writes; what somebody else wrote meanwhile is read and
 * the edit is made on that.
 */
export class SidecarWriter {
  /** Ids of tags that this window took away. */
  readonly #removed = new Set<string>();
  readonly #waiting = new Map<string, Promise<unknown>>();

  /**
   * Makes the edits in the sidecar of a report, which comes to be if need be.
   *
   * @throws FileTrouble where the file cannot be read or written, or does not parse and so must not be touched.
   */
  async edit(sidecar: vscode.Uri, reportName: string, edits: readonly SidecarEdit[]): Promise<Written> {
    const written = await this.#edit(sidecar, reportName, edits);
    void this.#see(sidecar, reportName, edits);
    return written;
  }

  /**
   * Two windows may both find the file unchanged and then write one after the other. Neither can lock it through VS
   * Code's file system, so the one whose additions are gone a moment later makes them again.
   */
  async #see(sidecar: vscode.Uri, reportName: string, edits: readonly SidecarEdit[]): Promise<void> {
    for (const pause of PAUSES) {
      await new Promise(resolve => setTimeout(resolve, pause));
      const source = await readText(sidecar).then(undefined, () => undefined);
      if (source === undefined) return;
      const ids = new Set(parseSidecar(source).tags.map(tag => tag.id));
      const lost = edits.filter(edit => edit.type === 'addTag' && !ids.has(edit.tag.id));
      // A tag that this window itself took away again in the meantime is not lost.
      const again = lost.filter(edit => edit.type === 'addTag' && !this.#removed.has(edit.tag.id));
      if (again.length > 0) await this.#edit(sidecar, reportName, again).then(undefined, () => undefined);
    }
  }

  #edit(sidecar: vscode.Uri, reportName: string, edits: readonly SidecarEdit[]): Promise<Written> {
    for (const edit of edits) {
      if (edit.type === 'removeTag') this.#removed.add(edit.id);
      if (edit.type === 'addTag') this.#removed.delete(edit.tag.id);
    }
    return this.change(sidecar, source => {
      const current = source === undefined || source.trim() === '' ? newSidecar(reportName) : source;
      try {
        return editSidecar(current, edits);
      } catch (error) {
        if (!(error instanceof SidecarError)) throw error;
        const problem = parseSidecar(current).problems.find(p => p.severity === 'error');
        throw new FileTrouble(
          problem
            ? vscode.l10n.t(
                '{0}, line {1}: {2}. It is left as it is until that is mended.',
                nameOf(sidecar),
                problem.line,
                problem.message,
              )
            : error.message,
        );
      }
    });
  }

  /** Writes the new name of a report into its sidecar; one that does not parse stays as it is. @throws FileTrouble */
  async rename(sidecar: vscode.Uri, report: string): Promise<void> {
    await this.change(sidecar, (source = '') => {
      try {
        return editSidecar(source, [{ type: 'setReport', report }]);
      } catch {
        return source;
      }
    });
  }

  /** As `change`, where what is taken away is meant to be gone: for undoing. @throws FileTrouble */
  turn(sidecar: vscode.Uri, next: (source: string | undefined) => string): Promise<Written> {
    return this.change(sidecar, source => {
      const after = next(source);
      const left = new Set(parseSidecar(after).tags.map(tag => tag.id));
      for (const { id } of parseSidecar(source ?? '').tags) if (!left.has(id)) this.#removed.add(id);
      for (const id of left) this.#removed.delete(id);
      return after;
    });
  }

  /** Replaces a sidecar's text by what `next` makes of it. @throws FileTrouble */
  change(sidecar: vscode.Uri, next: (source: string | undefined) => string): Promise<Written> {
    const key = sidecar.toString();
    const before = this.#waiting.get(key) ?? Promise.resolve();
    const run = before.then(
      () => this.#change(sidecar, next),
      () => this.#change(sidecar, next),
    );
    this.#waiting.set(key, run);
    const done = (): void => {
      if (this.#waiting.get(key) === run) this.#waiting.delete(key);
    };
    run.then(done, done);
    return run;
  }

  async #change(sidecar: vscode.Uri, next: (source: string | undefined) => string): Promise<Written> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = await readText(sidecar);
      const after = next(before);
      if (after === before) return { sidecar, before, after };
      const open = openDocument(sidecar);
      if (open?.isDirty) {
        // The analyst is writing in it: the change joins theirs, and is saved when they save.
        await replaceText(open, after);
        return { sidecar, before, after };
      }
      if ((await readText(sidecar)) !== before) continue;
      await writeText(sidecar, after);
      return { sidecar, before, after };
    }
    throw new FileTrouble(
      vscode.l10n.t('{0} is being changed by another program all the time. Try again.', nameOf(sidecar)),
    );
  }
}

/** Makes the document read `after`, touching only the stretch that differs, so that cursors and folds stay. */
async function replaceText(document: vscode.TextDocument, after: string): Promise<void> {
  const now = document.getText();
  let [start, tail] = [0, 0];
  const shorter = Math.min(now.length, after.length);
  while (start < shorter && now[start] === after[start]) start++;
  while (tail < shorter - start && now[now.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(now.length - tail));
  edit.replace(document.uri, range, after.slice(start, after.length - tail));
  if (!(await vscode.workspace.applyEdit(edit)))
    throw new FileTrouble(vscode.l10n.t('{0} could not be changed in its editor.', nameOf(document.uri)));
}
