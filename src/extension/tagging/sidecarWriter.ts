import * as vscode from 'vscode';
import { editSidecar, type SidecarEdit, SidecarError } from '../../core/tagging/edits.js';
import { RecentEdits } from '../../core/tagging/recentEdits.js';
import { newSidecar, parseSidecar } from '../../core/tagging/sidecar.js';
import { FileTrouble, nameOf, readText, writing } from './sidecarFile.js';
import { openDocument } from '../reports/passages.js';

/** What a write did: the sidecar's text before (`undefined`: there was none) and after. */
export interface Written {
  readonly sidecar: vscode.Uri;
  readonly before: string | undefined;
  readonly after: string;
}

/** How often a write begins again when the file changes under it, before it gives up. */
const ATTEMPTS = 24;

/** Milliseconds after which a file that is not there is looked for again, one after the other. */
const LOOKS = [20, 60, 160];

/** Milliseconds after a write at which to look whether another window wrote over it. */
const PAUSES = [120, 400, 1000, 3000, 8000];

/**
 * The one writer of sidecars in this window: changes to a file wait for each other, each reads what is there, makes
 * its edit, looks whether the file is still what was read, and writes; what somebody else wrote meanwhile is read and
 * the edit is made on that. So of two changes of one field the later stays, and both sides' additions do.
 */
export class SidecarWriter {
  readonly #recent = new RecentEdits();
  readonly #waiting = new Map<string, Promise<unknown>>();
  /** Files that this window has read, or written, with something in them. */
  readonly #known = new Set<string>();

  /**
   * Makes the edits in the sidecar of a report, which comes to be if need be.
   *
   * @throws FileTrouble where the file cannot be read or written, or does not parse and so must not be touched.
   */
  async edit(sidecar: vscode.Uri, reportName: string, edits: readonly SidecarEdit[]): Promise<Written> {
    if (sidecar.scheme === 'file') return this.#edit(sidecar, reportName, edits);
    this.#recent.add(sidecar.toString(), edits);
    const written = await this.#edit(sidecar, reportName, edits);
    void this.#see(sidecar, reportName, edits);
    return written;
  }

  /**
   * Two windows may both find the file unchanged and then write one after the other, where its file system knows no
   * lock that holds for both (see `exclusively`). So the one whose edits are gone a moment later makes them again.
   */
  async #see(sidecar: vscode.Uri, reportName: string, edits: readonly SidecarEdit[]): Promise<void> {
    for (const pause of PAUSES) {
      await new Promise(resolve => setTimeout(resolve, pause));
      if (!this.#recent.has(sidecar.toString(), edits)) return; // undone since
      const source = await readText(sidecar).then(undefined, () => undefined);
      if (source === undefined) continue; // it may be back at the next look
      const again = this.#recent.lost(sidecar.toString(), edits, source);
      if (again.length > 0) await this.#edit(sidecar, reportName, again).then(undefined, () => undefined);
    }
    this.#recent.forget(sidecar.toString(), edits);
  }

  #edit(sidecar: vscode.Uri, reportName: string, edits: readonly SidecarEdit[]): Promise<Written> {
    return this.change(sidecar, source => {
      const current = hasContent(source) ? source : newSidecar(reportName);
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
    this.#recent.clear(sidecar.toString());
    return this.change(sidecar, next);
  }

  /** Replaces a file's text by what `next` makes of it. @throws FileTrouble */
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
    let before = await this.#read(sidecar);
    let after = next(before);
    if (after === before) return { sidecar, before, after };
    return writing(sidecar, async replace => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const now = await (hasContent(before) ? this.#read(sidecar) : readText(sidecar));
        if (now !== before) {
          [before, after] = [now, next(now)];
          if (after === now) return { sidecar, before, after };
          if (attempt > 2) await new Promise(resolve => setTimeout(resolve, 40 * Math.random()));
          continue;
        }
        const open = openDocument(sidecar);
        // Where the analyst is writing in it, the change joins theirs, and is saved when they save.
        if (open?.isDirty) await replaceText(open, after);
        else if (!(await replace(after, before === undefined))) continue;
        this.#known.add(sidecar.toString());
        return { sidecar, before, after };
      }
      throw new FileTrouble(
        vscode.l10n.t('{0} is being changed by another program all the time. Try again.', nameOf(sidecar)),
      );
    });
  }

  /**
   * A file that is missing, or empty, may be there again in a moment: another window or a sync folder is replacing it,
   * and to begin a new one now would lose all that was in it.
   */
  async #read(file: vscode.Uri): Promise<string | undefined> {
    const key = file.toString();
    let source = await readText(file);
    // Other windows on the same disk replace a file in one step, so one that was never there need not be waited for.
    for (const pause of file.scheme !== 'file' || this.#known.has(key) ? LOOKS : []) {
      if (hasContent(source)) break;
      await new Promise(resolve => setTimeout(resolve, pause));
      source = await readText(file);
    }
    if (hasContent(source)) this.#known.add(key);
    else this.#known.delete(key);
    return source;
  }
}

const hasContent = (source: string | undefined): source is string => (source ?? '').trim() !== '';

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
