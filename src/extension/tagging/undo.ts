import { applyPatch, createPatch } from 'diff';
import * as vscode from 'vscode';
import { Command } from '../ids.js';
import { nameOf } from './sidecarFile.js';
import type { SidecarWriter, Written } from './sidecarWriter.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;
/** Steps that can be taken back. */
const STEPS = 200;

/** Takes back changes of sidecars, last first, across reports; what others wrote in between stays. */
export class UndoTagChanges implements vscode.Disposable {
  #done: (readonly Written[])[] = [];
  #undone: (readonly Written[])[] = [];
  #turning: Promise<void> = Promise.resolve();
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly writer: SidecarWriter,
    private readonly store: TagStore,
  ) {
    this.#parts = [
      store.onDidWrite(writes => {
        const step = writes.filter(({ before, after }) => before !== after);
        if (step.length === 0) return;
        this.#done = [...this.#done, step].slice(-STEPS);
        this.#undone = [];
      }),
      vscode.commands.registerCommand(Command.undoTagChange, () => this.#next(() => this.#undo())),
      vscode.commands.registerCommand(Command.redoTagChange, () => this.#next(() => this.#redo())),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  /** One after the other, however fast the keys come. */
  #next(run: () => Promise<void>): Promise<void> {
    const turn = this.#turning.then(() => this.store.settled()).then(run);
    this.#turning = turn.then(undefined, () => undefined);
    return turn;
  }

  async #undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (!last) {
      void vscode.window.setStatusBarMessage(t('There is no tag change to undo.'), 3000);
      return;
    }
    if (!(await this.#turn(last, one => [one.after, one.before]))) return;
    this.#done.pop();
    this.#undone.push(last);
    void vscode.window.setStatusBarMessage(t('$(discard) Undone: {0}', filesOf(last)), 3000);
  }

  async #redo(): Promise<void> {
    const last = this.#undone.at(-1);
    if (!last) {
      void vscode.window.setStatusBarMessage(t('There is no tag change to redo.'), 3000);
      return;
    }
    if (!(await this.#turn(last, one => [one.before, one.after]))) return;
    this.#undone.pop();
    this.#done.push(last);
    void vscode.window.setStatusBarMessage(t('$(redo) Redone: {0}', filesOf(last)), 3000);
  }

  /** Turns each file of a step; whether any could be. What cannot is named and stays as it is. */
  async #turn(
    step: readonly Written[],
    way: (one: Written) => readonly [from: string | undefined, to: string | undefined],
  ): Promise<boolean> {
    let turned = false;
    for (const one of step) turned = (await this.#turnOne(one, ...way(one))) || turned;
    return turned;
  }

  async #turnOne({ sidecar }: Written, from = '', to?: string): Promise<boolean> {
    let failed = false;
    const { after } = await this.writer.turn(sidecar, (source = '') => {
      if (source === from) return to ?? '';
      const patched = applyPatch(source, createPatch(nameOf(sidecar), from, to ?? ''));
      failed = patched === false;
      return patched === false ? source : patched;
    });
    if (failed)
      void vscode.window.showWarningMessage(
        t(
          '{0} has changed in the same lines since, so this change cannot be undone by itself.',
          nameOf(sidecar),
        ),
      );
    // A file that came to be with the change goes with it.
    else if (to === undefined && after === '') await removeEmpty(sidecar);
    await this.store.readAgain(sidecar);
    return !failed;
  }
}

const filesOf = (step: readonly Written[]): string => {
  const names = step.map(({ sidecar }) => nameOf(sidecar));
  return names.length > 3
    ? t('{0} and {1} more', names.slice(0, 2).join(', '), names.length - 2)
    : names.join(', ');
};

async function removeEmpty(file: vscode.Uri): Promise<void> {
  const { size } = await vscode.workspace.fs.stat(file);
  if (size === 0) await vscode.workspace.fs.delete(file);
}
