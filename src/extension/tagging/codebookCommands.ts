import * as vscode from 'vscode';
import { withTag } from '../../core/tagging/codebook.js';
import { CodebookError, withField, withRenamed } from '../../core/tagging/codebookEdits.js';
import { Command } from '../ids.js';
import { askColour } from './askColour.js';
import type { CodebookFile } from './codebookFile.js';
import type { CodebookRow, CodebookView } from './codebookView.js';
import { command, now } from './command.js';
import { Retagging } from './retagging.js';
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

/** Commands on the codebook; what concerns tagged passages rewrites every sidecar of the workspace, as one step. */
export class CodebookCommands implements vscode.Disposable {
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly codebook: CodebookFile,
    private readonly view: CodebookView,
  ) {
    const on = (id: string, run: (target: Target) => Promise<unknown>): vscode.Disposable =>
      command<CodebookRow | Target>(id, row => run(row && 'known' in row ? { path: row.path } : (row ?? {})));
    this.#parts = [
      command<CodebookRow | Target>(Command.addCodebookTag, row =>
        // A tag that only sidecars have comes into the codebook as it is; under any other a new one is made.
        this.#add(row && 'known' in row && !row.known ? { value: row.path } : (row ?? {})),
      ),
      on(Command.renameCodebookTag, target => this.#rename(target)),
      on(Command.mergeCodebookTag, target => this.#merge(target)),
      on(Command.recolourCodebookTag, target => this.#recolour(target)),
      on(Command.describeCodebookTag, target => this.#describe(target)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #add({ path, value }: Target): Promise<void> {
    const parent = path === undefined ? '' : `${path}/`;
    const known = new Set((await this.view.rows()).filter(row => row.known).map(row => row.path));
    const name =
      value ??
      (await vscode.window.showInputBox({
        title: t('New tag'),
        prompt: t('“/” puts a tag inside another'),
        value: parent,
        valueSelection: [parent.length, parent.length],
        validateInput: text =>
          known.has(cleaned(text)) && `${cleaned(text)}/` !== parent
            ? t('“{0}” is in the codebook already.', cleaned(text))
            : undefined,
      }));
    const made = cleaned(name ?? '');
    if (made === '') return;
    await this.#book(source => withTag(source, made));
    await this.view.show(made);
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
        validateInput: text => (cleaned(text).startsWith(`${from}/`) ? intoItself(from) : undefined),
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
      .map(pickRow);
    const target =
      to ??
      (
        await vscode.window.showQuickPick(rows, {
          title: t('Merge “{0}” into', from),
          matchOnDetail: true,
        })
      )?.label;
    if (target !== undefined) await this.#replace(from, target, to === undefined);
  }

  /** Puts `to` in the place of `from` in the codebook and in every sidecar; a person sees first how many. */
  async #replace(from: string, to: string, ask: boolean): Promise<void> {
    if (to.startsWith(`${from}/`)) throw new CodebookError(intoItself(from));
    const retagging = await Retagging.prepare(await this.store.sidecars(), from, to, now());
    const book = this.codebook.place();
    const known = (await this.codebook.tags(book)).some(tag => tag.path === to);
    if (ask && !(await retagging.agreed(known || retagging.meetsOthers))) return;
    await this.store.editAll(
      retagging.edits,
      book && { file: book, next: source => withRenamed(source, from, to) },
    );
    if (book) await this.codebook.readAgain(book);
    await this.view.show(to);
  }

  async #recolour({ path, value }: Target): Promise<void> {
    const tag = await this.#which(path);
    if (tag === undefined) return;
    const colour = value ?? (await askColour(tag, this.codebook.colour(undefined, tag)));
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
    if (text !== undefined && text !== known)
      await this.#book(source => withField(withTag(source, tag), tag, 'description', text));
  }

  async #which(path: string | undefined): Promise<string | undefined> {
    if (path !== undefined) return path;
    const rows = (await this.view.rows()).map(pickRow);
    return (await vscode.window.showQuickPick(rows, { title: t('Which tag?'), matchOnDetail: true }))?.label;
  }

  async #book(next: (source: string) => string): Promise<void> {
    const book = this.codebook.place();
    if (!book) throw new FileTrouble(t('Open a folder first: the codebook is kept in it.'));
    await this.store.editAll(new Map(), { file: book, next });
    await this.codebook.readAgain(book);
  }
}

const intoItself = (path: string): string => t('“{0}” cannot be moved into itself.', path);

const pickRow = ({ path, passages, description }: CodebookRow): vscode.QuickPickItem => ({
  label: path,
  description: passages === 1 ? t('1 passage') : t('{0} passages', passages),
  ...(description ? { detail: description.replace(/\s+/g, ' ') } : {}),
});
