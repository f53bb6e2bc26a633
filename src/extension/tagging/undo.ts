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
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly writer: SidecarWriter,
    store: TagStore,
  ) {
    this.#parts = [
      store.onDidWrite(writes => {
        const step = writes.filter(({ before, after }) => before !== after);
        if (step.length === 0) return;
        this.#done = [...this.#done, step].slice(-STEPS);
        this.#undone = [];
      }),
      vscode.commands.registerCommand(Command.undoTagChange, () => this.#undo()),
      vscode.commands.registerCommand(Command.redoTagChange, () => this.#redo()),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #undo(): Promise<void> {
    const last = this.#done.at(-1);
    if (!last) {
      void vscode.window.setStatusBarMessage(t('There is no tag change to undo.'), 3000);
      return;
    }
    if (!(await this.#turn(last, one => [one.after, one.before ?? '']))) return;
    this.#done.pop();
    this.#undone.push(last);
  }

  async #redo(): Promise<void> {
    const last = this.#undone.at(-1);
    if (!last || !(await this.#turn(last, one => [one.before ?? '', one.after]))) return;
    this.#undone.pop();
    this.#done.push(last);
  }

  /** Turns each file of a step; whether any could be. What cannot is named and stays as it is. */
  async #turn(
    step: readonly Written[],
    way: (one: Written) => readonly [from: string, to: string],
  ): Promise<boolean> {
    let turned = false;
    for (const one of step) turned = (await this.#turnOne(one, ...way(one))) || turned;
    return turned;
  }

  async #turnOne({ sidecar }: Written, from: string, to: string): Promise<boolean> {
    let failed = false;
    await this.writer.turn(sidecar, (source = '') => {
      if (source === from) return to;
      const patched = applyPatch(source, createPatch(nameOf(sidecar), from, to));
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
    return !failed;
  }
}
