import type * as vscode from 'vscode';

/**
 * The rows of a tree that take time to read. They are read first, and VS Code is told only then, and only where they
 * are different: from its being told until it has the rows, a menu that is open on one has nothing to be about.
 */
export class SteadyRows<T> implements vscode.Disposable {
  #rows: readonly T[] | undefined;
  #said = '';
  #turn = 0;
  #latest: Promise<void> = Promise.resolve();
  #pending: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: () => vscode.TreeView<unknown>,
    private readonly read: () => Promise<readonly T[]>,
    /** Is given the rows, or nothing where nobody looks. */
    private readonly changed: (rows?: readonly T[]) => void,
    /** Rows as they are kept: not asked of a reading that a later one has overtaken. */
    private readonly lasting: (rows: readonly T[]) => readonly T[] = rows => rows,
  ) {}

  async get(): Promise<readonly T[]> {
    if (this.#rows) return this.#rows;
    return this.#keep(await this.read());
  }

  /** Something has changed; what else changes in the next moment is seen with it. */
  again(): void {
    clearTimeout(this.#pending);
    this.#pending = setTimeout(() => void this.refresh(), 150);
  }

  /** Reads the rows anew; when it is through, `get` gives what was read last. */
  refresh(): Promise<void> {
    return (this.#latest = this.#refresh(++this.#turn));
  }

  async #refresh(turn: number): Promise<void> {
    if (!this.view().visible) {
      // Nobody looks: they are read when somebody does.
      this.#rows = undefined;
      this.changed();
      return;
    }
    const rows = await this.read();
    // Somebody has begun to read after us, and so knows more.
    if (turn !== this.#turn) return this.#latest;
    if (this.#rows && JSON.stringify(rows) === this.#said) return;
    this.changed(this.#keep(rows));
  }

  dispose(): void {
    clearTimeout(this.#pending);
  }

  #keep(rows: readonly T[]): readonly T[] {
    this.#said = JSON.stringify(rows);
    return (this.#rows = this.lasting(rows));
  }
}
