import * as vscode from 'vscode';
import { type Span, toLf } from '../../core/report/text.js';
import { selectorFor } from '../../core/tagging/selector.js';
import { newIds } from '../../core/tagging/identity.js';
import { clipped } from '../highlights/wording.js';
import { Command } from '../ids.js';
import { snappedToWords, stretched, type Stretch, toRange, toSpan } from '../reports/passages.js';
import type { CodebookFile } from './codebookFile.js';
import { command, now } from './command.js';
import { askNote, type TagPick } from './tagPick.js';
import type { TagStore } from './tagStore.js';
import { type TagTarget, whichTag } from './whichTag.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

/** The commands that change a tag, put it elsewhere or take it away. */
export class ChangeTagCommands implements vscode.Disposable {
  readonly #newId = newIds();
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly codebook: CodebookFile,
    private readonly pick: TagPick,
  ) {
    const stretch = (id: string, way: Stretch): vscode.Disposable =>
      command<TagTarget>(id, argument => this.#stretch(way, argument));
    this.#parts = [
      command<TagTarget>(Command.editTag, argument => this.#editTag(argument)),
      command<TagTarget>(Command.removeTag, argument => this.#removeTag(argument)),
      command<TagTarget>(Command.reattachTag, argument => this.#reattach(argument)),
      command<TagTarget>(Command.acceptSuggestion, argument => this.#accept(argument)),
      stretch(Command.extendPassage, { by: 1, at: 'end' }),
      stretch(Command.shrinkPassage, { by: -1, at: 'end' }),
      stretch(Command.extendPassageStart, { by: 1, at: 'start' }),
      stretch(Command.shrinkPassageStart, { by: -1, at: 'start' }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  /** Makes the tagged passage at the cursor, or else the selection, longer or shorter by a word. */
  async #stretch(way: Stretch, argument?: TagTarget): Promise<void> {
    const editor = workingEditor();
    if (!argument && editor && !editor.selection.isEmpty) {
      const text = toLf(editor.document.getText());
      const span = stretched(text, snappedToWords(text, toSpan(editor.document, editor.selection)), way);
      const range = toRange(editor.document, span);
      editor.selection = new vscode.Selection(range.start, range.end);
      return;
    }
    const target = await whichTag(this.store, argument);
    if (target?.tag.start === undefined) return;
    const text = toLf((await vscode.workspace.openTextDocument(target.uri)).getText());
    const { start, end } = stretched(text, { start: target.tag.start, end: target.tag.end! }, way);
    if (start === target.tag.start && end === target.tag.end) return;
    await this.#place(target.uri, target.tag.id, text, { start, end });
    void vscode.window.setStatusBarMessage(t('$(tag) “{0}”', clipped(text.slice(start, end))), 3000);
  }

  async #editTag(argument?: TagTarget): Promise<void> {
    const target = await whichTag(this.store, argument);
    if (!target) return;
    const { uri, tag } = target;
    const book = this.codebook.place(uri);
    const picked = await this.pick.ask(this.codebook.tags(book), {
      title: t('Change the tag of “{0}”', clipped(tag.quote, 50)),
      picked: [tag.tag],
    });
    const note = picked && (await askNote(tag.note));
    if (note === undefined) return;
    const { paths } = picked!;
    const [first = tag.tag, ...others] = paths.includes(tag.tag)
      ? [tag.tag, ...paths.filter(p => p !== tag.tag)]
      : paths;
    const { state: _state, start: _start, end: _end, score: _score, ...rest } = tag;
    await this.store.edit(
      uri,
      [
        {
          type: 'updateTag',
          id: tag.id,
          // Only what was changed: a colleague may have changed the rest while the person was asked.
          changes: {
            ...(first === tag.tag ? {} : { tag: first }),
            ...(note === (tag.note ?? '') ? {} : { note: note || undefined }),
            modified: now(),
          },
        },
        ...others.map(path => ({ type: 'addTag', tag: { ...rest, id: this.#newId(), tag: path } }) as const),
      ],
      () => this.codebook.add(book, paths),
    );
    await this.pick.remember(paths);
  }

  async #removeTag(argument?: TagTarget): Promise<void> {
    const target = await whichTag(this.store, argument);
    if (!target) return;
    await this.store.edit(target.uri, [{ type: 'removeTag', id: target.tag.id }]);
    void vscode.window.setStatusBarMessage(
      t('$(tag) Tag removed. “Undo Last Tag Change” brings it back.'),
      4000,
    );
  }

  /** Puts a tag that lost its passage on the selected words. */
  async #reattach(argument?: TagTarget): Promise<void> {
    const target = await whichTag(this.store, argument);
    if (!target) return;
    const editor = vscode.window.visibleTextEditors.find(
      e => e.document.uri.toString() === target.uri.toString(),
    );
    if (!editor || editor.selection.isEmpty) {
      await vscode.window.showTextDocument(target.uri);
      void vscode.window.showInformationMessage(
        t('Select the passage that “{0}” belongs to, and run Re-attach Tag again.', target.tag.tag),
      );
      return;
    }
    const text = toLf(editor.document.getText());
    await this.#place(
      target.uri,
      target.tag.id,
      text,
      snappedToWords(text, toSpan(editor.document, editor.selection)),
    );
  }

  async #accept(argument?: TagTarget): Promise<void> {
    const target = await whichTag(this.store, argument);
    if (target?.tag.state !== 'suggested') return;
    const text = toLf((await vscode.workspace.openTextDocument(target.uri)).getText());
    await this.#place(target.uri, target.tag.id, text, { start: target.tag.start!, end: target.tag.end! });
  }

  async #place(uri: vscode.Uri, id: string, text: string, span: Span): Promise<void> {
    const none = { wideBefore: undefined, wideAfter: undefined, nth: undefined };
    const changes = { ...none, ...selectorFor(text, span.start, span.end), modified: now() };
    await this.store.edit(uri, [{ type: 'updateTag', id, changes }]);
  }
}
