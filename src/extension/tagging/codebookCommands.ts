import * as vscode from 'vscode';
import { withTag } from '../../core/tagging/codebook.js';
import { CodebookError, withField, withRenamed } from '../../core/tagging/codebookEdits.js';
import type { SidecarEdit } from '../../core/tagging/edits.js';
import { Command } from '../ids.js';
import type { CodebookFile } from './codebookFile.js';
import type { CodebookRow, CodebookView } from './codebookView.js';
import { FileTrouble } from './sidecarFile.js';
import { cleaned } from './tagPick.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;

/** What a script gives: which tag, and what to make of it. */
interface Target {
  readonly path?: string;
  readonly to?: string;
  readonly value?: string;
}

const COLOURS = ['red', 'orange', 'yellow', 'green', 'blue', 'purple'];

/** Commands on the codebook; what concerns tagged passages rewrites every sidecar of the workspace, as one step. */
export class CodebookCommands implements vscode.Disposable {
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly codebook: CodebookFile,
    private readonly view: CodebookView,
  ) {
    const command = (id: string, run: (target: Target) => Promise<unknown>): vscode.Disposable =>
      vscode.commands.registerCommand(id, async (row?: CodebookRow | Target) => {
        try {
          await run(row && 'known' in row ? { path: row.path } : (row ?? {}));
        } catch (error) {
          if (!(error instanceof FileTrouble || error instanceof CodebookError)) throw error;
          void vscode.window.showErrorMessage(error.message);
        }
      });
    this.#parts = [
      command(Command.addCodebookTag, target => this.#add(target)),
      command(Command.renameCodebookTag, target => this.#rename(target)),
      command(Command.mergeCodebookTag, target => this.#merge(target)),
      command(Command.recolourCodebookTag, target => this.#recolour(target)),
      command(Command.describeCodebookTag, target => this.#describe(target)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #add({ path, value }: Target): Promise<void> {
    const parent = path === undefined ? '' : `${path}/`;
    const name =
      value ??
      (await vscode.window.showInputBox({
        title: t('New tag'),
        value: parent,
        valueSelection: [parent.length, parent.length],
      }));
    const made = cleaned(name ?? '');
    if (made !== '') await this.#book(source => withTag(source, made));
  }

  async #rename({ path, to }: Target): Promise<void> {
    const from = await this.#which(path);
    if (from === undefined) return;
    const name =
      to ??
      (await vscode.window.showInputBox({
        title: t('Rename or move “{0}”', from),
        prompt: t('“/” puts a tag inside another'),
        value: from,
        valueSelection: [from.lastIndexOf('/') + 1, from.length],
      }));
    const target = cleaned(name ?? '');
    if (target === '' || target === from) return;
    await this.#replace(from, target, to === undefined);
  }

  async #merge({ path, to }: Target): Promise<void> {
    const from = await this.#which(path);
    if (from === undefined) return;
    const rows = (await this.view.rows())
      .filter(row => row.path !== from && !row.path.startsWith(`${from}/`))
      .map(row => ({ label: row.path, description: String(row.passages) }));
    const target =
      to ?? (await vscode.window.showQuickPick(rows, { title: t('Merge “{0}” into', from) }))?.label;
    if (target !== undefined) await this.#replace(from, target, to === undefined);
  }

  /** Puts `to` in the place of `from` in the codebook and in every sidecar; a person sees first how many. */
  async #replace(from: string, to: string, ask: boolean): Promise<void> {
    if (to.startsWith(`${from}/`)) throw new CodebookError(t('“{0}” cannot be moved into itself.', from));
    const modified = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const edits = new Map<vscode.Uri, SidecarEdit[]>();
    let passages = 0;
    for (const report of await this.store.reports()) {
      const { tags } = await this.store.get(report);
      const own = tags.filter(({ tag }) => tag === from || tag.startsWith(`${from}/`));
      passages += own.length;
      if (own.length > 0)
        edits.set(
          report,
          own.map(({ id, tag }) => ({
            type: 'updateTag',
            id,
            changes: { tag: to + tag.slice(from.length), modified },
          })),
        );
    }
    if (ask) {
      const go = t('Change {0} Passages', passages);
      const answer = await vscode.window.showInformationMessage(
        t('“{0}” becomes “{1}”', from, to),
        {
          modal: true,
          detail: t(
            '{0} tagged passages in {1} reports are rewritten. “Undo Last Tag Change” takes it back.',
            passages,
            edits.size,
          ),
        },
        go,
      );
      if (answer !== go) return;
    }
    const book = this.codebook.place();
    await this.store.editAll(edits, book && { file: book, next: source => withRenamed(source, from, to) });
  }

  async #recolour({ path, value }: Target): Promise<void> {
    const tag = await this.#which(path);
    if (tag === undefined) return;
    const rows = COLOURS.map(colour => ({ label: colour, value: `charts.${colour}` }));
    const colour =
      value ?? (await vscode.window.showQuickPick(rows, { title: t('Colour of “{0}”', tag) }))?.value;
    if (colour !== undefined)
      await this.#book(source => withField(withTag(source, tag), tag, 'color', colour));
  }

  async #describe({ path, value }: Target): Promise<void> {
    const tag = await this.#which(path);
    if (tag === undefined) return;
    const known = (await this.view.rows()).find(row => row.path === tag)?.description ?? '';
    const text =
      value ??
      (await vscode.window.showInputBox({
        title: t('When to use “{0}”, and when not', tag),
        value: known,
      }));
    if (text !== undefined)
      await this.#book(source => withField(withTag(source, tag), tag, 'description', text));
  }

  async #which(path: string | undefined): Promise<string | undefined> {
    if (path !== undefined) return path;
    const rows = (await this.view.rows()).map(row => ({
      label: row.path,
      description: String(row.passages),
    }));
    return (await vscode.window.showQuickPick(rows, { title: t('Which tag?') }))?.label;
  }

  async #book(next: (source: string) => string): Promise<void> {
    const book = this.codebook.place();
    if (!book) throw new FileTrouble(t('Open a folder first: the codebook is kept in it.'));
    await this.store.editAll(new Map(), { file: book, next });
  }
}
