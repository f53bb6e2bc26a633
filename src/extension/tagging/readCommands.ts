import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';
import { selectorFor } from '../../core/tagging/selector.js';
import { newIds } from '../../core/tagging/identity.js';
import type { ReadMark } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import { snappedToWords, toSpan } from '../reports/passages.js';
import type { Analyst } from './analyst.js';
import { command, now } from './command.js';
import type { TagStore } from './tagStore.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

export interface ReadTarget {
  readonly uri?: vscode.Uri | string;
  readonly range?: vscode.Range;
}

/** Marks what has been read, a passage or a whole report, and takes such marks away. */
export class ReadCommands implements vscode.Disposable {
  readonly #newId = newIds();
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly analyst: Analyst,
  ) {
    this.#parts = [
      command<ReadTarget>(Command.markPassageRead, argument => this.#passage(argument)),
      command<ReadTarget>(Command.markReportRead, argument => this.#report(argument)),
      command<ReadTarget>(Command.markUnread, argument => this.#unread(argument)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #passage(argument?: ReadTarget): Promise<void> {
    const uri = uriOf(argument);
    if (!uri) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const selection = vscode.window.visibleTextEditors.find(e => e.document === document)?.selection;
    const range = argument?.range ?? selection;
    if (!range) return;
    const text = toLf(document.getText());
    const span = snappedToWords(text, toSpan(document, range));
    if (span.start === span.end) {
      void vscode.window.showInformationMessage(t('Select what you have read first.'));
      return;
    }
    await this.#add(uri, selectorFor(text, span.start, span.end));
  }

  async #report(argument?: ReadTarget): Promise<void> {
    const uri = uriOf(argument);
    if (!uri) return;
    const by = this.analyst.name(uri);
    const { parsed } = await this.store.get(uri);
    if (parsed?.read.some(mark => mark.quote === undefined && mark.by === by)) return;
    await this.#add(uri, {});
  }

  async #add(uri: vscode.Uri, selector: Partial<ReadMark>): Promise<void> {
    const by = await this.analyst.ask(uri);
    const mark: ReadMark = { id: this.#newId(), ...selector, ...(by ? { by } : {}), created: now() };
    await this.store.edit(uri, [{ type: 'addRead', mark }]);
  }

  /** Takes away this analyst's marks: those that the selection touches, or all where nothing is selected. */
  async #unread(argument?: ReadTarget): Promise<void> {
    const uri = uriOf(argument);
    if (!uri) return;
    const { parsed } = await this.store.get(uri);
    const by = this.analyst.name(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const range =
      argument?.range ??
      (argument ? undefined : vscode.window.visibleTextEditors.find(e => e.document === document)?.selection);
    const span = range && !range.isEmpty ? toSpan(document, range) : undefined;
    const marks = (parsed?.read ?? []).filter(
      ({ by: whose, at }) =>
        whose === by && (!span || (at !== undefined && at[0] < span.end && span.start < at[1])),
    );
    if (marks.length > 0)
      await this.store.edit(
        uri,
        marks.map(mark => ({ type: 'removeRead', id: mark.id })),
      );
  }
}

const uriOf = (argument?: ReadTarget): vscode.Uri | undefined =>
  typeof argument?.uri === 'string'
    ? vscode.Uri.parse(argument.uri)
    : (argument?.uri ?? workingEditor()?.document.uri);
