import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';
import { selectorFor } from '../../core/tagging/selector.js';
import { newIds } from '../../core/tagging/identity.js';
import { isLike } from '../../core/tagging/similar.js';
import type { AnchoredTag, Tag } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import { snappedToWords, stretched, toRange, toSpan } from '../reports/passages.js';
import type { ReportStore } from '../reports/reportStore.js';
import type { Analyst } from './analyst.js';
import type { CodebookFile } from './codebookFile.js';
import { FileTrouble, nameOf } from './sidecarFile.js';
import type { TagPick } from './tagPick.js';
import { cleaned } from './tagPick.js';
import { tagsAt, type TagStore } from './tagStore.js';

const { t } = vscode.l10n;

export interface TagSelectionArguments {
  readonly uri?: vscode.Uri | string;
  readonly range?: vscode.Range;
  readonly tags?: readonly string[];
  readonly note?: string;
}

/** What commands on a tag get: a row of the Tags view, or a report and an id. */
export interface TagTarget {
  readonly uri: vscode.Uri | string;
  readonly id: string;
}

/** The commands that put tags on passages, change them and take them away. */
export class TagCommands implements vscode.Disposable {
  readonly #newId = newIds();
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly reports: ReportStore,
    private readonly codebook: CodebookFile,
    private readonly pick: TagPick,
    private readonly analyst: Analyst,
  ) {
    const command = (id: string, run: (argument?: never) => Promise<unknown>): vscode.Disposable =>
      vscode.commands.registerCommand(id, async (argument?: never) => {
        try {
          return await run(argument);
        } catch (error) {
          // What the person asked for failed, and the words say why; anything else is a fault of ours and is thrown on.
          if (!(error instanceof FileTrouble)) throw error;
          void vscode.window.showErrorMessage(error.message);
          return undefined;
        }
      });
    this.#parts = [
      command(Command.tagSelection, argument => this.tagSelection(argument)),
      command(Command.tagAgain, () => this.tagSelection({ tags: this.pick.recent.slice(0, 1) })),
      command(Command.tagFinding, argument => this.#tagFinding(argument)),
      command(Command.tagSimilar, argument => this.#tagSimilar(argument)),
      command(Command.extendPassage, argument => this.#stretch(1, argument)),
      command(Command.shrinkPassage, argument => this.#stretch(-1, argument)),
      command(Command.editTag, argument => this.#editTag(argument)),
      command(Command.removeTag, argument => this.#removeTag(argument)),
      command(Command.reattachTag, argument => this.#reattach(argument)),
      command(Command.acceptSuggestion, argument => this.#accept(argument)),
      command(Command.openSidecar, argument => this.#openSidecar(argument)),
      command(Command.openCodebook, () => this.#openCodebook()),
    ];
  }

  /** Tags a passage: the given one, or the selection; with the given tags, or those picked. The ids of the new tags. */
  async tagSelection(argument: TagSelectionArguments = {}): Promise<readonly string[] | undefined> {
    const place = await passageOf(argument);
    if (!place) return undefined;
    const { document, range } = place;
    const text = toLf(document.getText());
    const span = snappedToWords(text, toSpan(document, range));
    if (span.start === span.end) {
      void vscode.window.showInformationMessage(t('Select the words to tag first.'));
      return undefined;
    }
    if (document.isUntitled)
      throw new FileTrouble(t('Save the report first: its tags are kept in a file beside it.'));
    const words = text.slice(span.start, span.end);
    const book = this.codebook.place(document.uri);
    const paths = argument.tags?.length
      ? argument.tags.map(cleaned).filter(Boolean)
      : await this.pick.ask(await this.codebook.tags(book), {
          title: t('Tag “{0}”', short(words)),
          inVivo: words,
        });
    if (!paths || paths.length === 0) return undefined;
    return this.#tag(document.uri, text, span, paths, argument.note);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #tag(
    report: vscode.Uri,
    text: string,
    span: { start: number; end: number },
    paths: readonly string[],
    note?: string,
  ): Promise<readonly string[]> {
    return this.#tagAll(report, text, [span], paths, note);
  }

  async #tagAll(
    report: vscode.Uri,
    text: string,
    spans: readonly { start: number; end: number }[],
    paths: readonly string[],
    note?: string,
  ): Promise<readonly string[]> {
    const by = await this.analyst.ask(report);
    const created = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    const tags = spans.flatMap(span => {
      const selector = selectorFor(text, span.start, span.end);
      return paths.map((tag): Tag => ({
        id: this.#newId(),
        tag,
        ...selector,
        ...(note ? { note } : {}),
        ...(by ? { by } : {}),
        created,
      }));
    });
    await this.store.edit(
      report,
      tags.map(tag => ({ type: 'addTag', tag })),
    );
    const book = this.codebook.place(report);
    if (book) await this.codebook.add(book, paths);
    await this.pick.remember(paths);
    void vscode.window.setStatusBarMessage(t('$(tag) Tagged: {0}', paths.join(', ')), 3000);
    return tags.map(tag => tag.id);
  }

  async #tagFinding(argument?: {
    uri: vscode.Uri | string;
    id?: string;
    finding?: { id: string };
    tags?: readonly string[];
  }): Promise<readonly string[] | undefined> {
    const active = vscode.window.activeTextEditor?.document.uri;
    const uri = argument ? toUri(argument.uri) : active;
    if (!uri) return undefined;
    const id = argument?.id ?? argument?.finding?.id;
    const finding = (await this.reports.findings(uri)).find(f => f.id === id);
    if (!finding) {
      void vscode.window.showInformationMessage(t('That finding is no longer in the report.'));
      return undefined;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    const paths =
      argument?.tags ??
      (await this.pick.ask(await this.codebook.tags(this.codebook.place(uri)), {
        title: t('Tag “{0}”', short(finding.text)),
      }));
    return paths && this.#tag(uri, toLf(document.getText()), finding, paths);
  }

  /** Tags every finding of the report that is like this one, as far as the person ticks them. */
  async #tagSimilar(argument?: {
    uri: vscode.Uri | string;
    id?: string;
    finding?: { id: string };
    tags?: readonly string[];
  }): Promise<readonly string[] | undefined> {
    if (!argument) return undefined;
    const uri = toUri(argument.uri);
    const findings = await this.reports.findings(uri);
    const model = findings.find(f => f.id === (argument.id ?? argument.finding?.id));
    if (!model) return undefined;
    const document = await vscode.workspace.openTextDocument(uri);
    const text = toLf(document.getText());
    const rows = findings
      .filter(finding => isLike(model, finding))
      .map(finding => ({
        label: short(finding.text),
        description: t('line {0}', toRange(document, finding).start.line + 1),
        detail: short(text.slice(finding.sentence.start, finding.sentence.end)),
        picked: true,
        finding,
      }));
    const ticked = argument.tags
      ? rows
      : await vscode.window.showQuickPick(rows, {
          canPickMany: true,
          title: t('Tag which of {0} findings like this one?', rows.length),
        });
    if (!ticked || ticked.length === 0) return undefined;
    const paths =
      argument.tags ??
      (await this.pick.ask(await this.codebook.tags(this.codebook.place(uri)), {
        title: t('Tag {0} passages', ticked.length),
      }));
    return (
      paths &&
      this.#tagAll(
        uri,
        text,
        ticked.map(row => row.finding),
        paths,
      )
    );
  }

  /** Makes the tagged passage at the cursor, or else the selection, longer or shorter by a word. */
  async #stretch(by: 1 | -1, argument?: TagTarget): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (!argument && editor && !editor.selection.isEmpty) {
      const text = toLf(editor.document.getText());
      const span = stretched(text, snappedToWords(text, toSpan(editor.document, editor.selection)), by);
      const range = toRange(editor.document, span);
      editor.selection = new vscode.Selection(range.start, range.end);
      return;
    }
    const target = await this.#target(argument);
    if (target?.tag.start === undefined) return;
    const text = toLf((await vscode.workspace.openTextDocument(target.uri)).getText());
    const span = stretched(text, { start: target.tag.start, end: target.tag.end! }, by);
    if (span.end !== target.tag.end) await this.#place(target.uri, target.tag.id, text, span);
  }

  async #editTag(argument?: TagTarget): Promise<void> {
    const target = await this.#target(argument);
    if (!target) return;
    const { uri, tag } = target;
    const paths = await this.pick.ask(await this.codebook.tags(this.codebook.place(uri)), {
      title: t('Change the tag of “{0}”', short(tag.quote)),
      picked: [tag.tag],
    });
    if (!paths) return;
    const note = await vscode.window.showInputBox({
      title: t('Note'),
      value: tag.note ?? '',
      prompt: t('A note on this passage; leave empty for none.'),
    });
    if (note === undefined) return;
    const [first = tag.tag, ...others] = paths.includes(tag.tag)
      ? [tag.tag, ...paths.filter(p => p !== tag.tag)]
      : paths;
    const modified = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    await this.store.edit(uri, [
      // Only what was changed: a colleague may have changed the rest while the person was asked.
      {
        type: 'updateTag',
        id: tag.id,
        changes: {
          ...(first === tag.tag ? {} : { tag: first }),
          ...(note.trim() === (tag.note ?? '') ? {} : { note: note.trim() || undefined }),
          modified,
        },
      },
      ...others.map(path => {
        const { state: _state, start: _start, end: _end, score: _score, ...rest } = tag;
        return { type: 'addTag', tag: { ...rest, id: this.#newId(), tag: path } } as const;
      }),
    ]);
    const book = this.codebook.place(uri);
    if (book) await this.codebook.add(book, paths);
    await this.pick.remember(paths);
  }

  async #removeTag(argument?: TagTarget): Promise<void> {
    const target = await this.#target(argument);
    if (!target) return;
    await this.store.edit(target.uri, [{ type: 'removeTag', id: target.tag.id }]);
    void vscode.window.setStatusBarMessage(
      t('$(tag) Tag removed. “Undo Last Tag Change” brings it back.'),
      4000,
    );
  }

  /** Puts a tag that lost its passage on the selected words. */
  async #reattach(argument?: TagTarget): Promise<void> {
    const target = await this.#target(argument);
    const editor =
      target &&
      vscode.window.visibleTextEditors.find(e => e.document.uri.toString() === target.uri.toString());
    if (!target) return;
    if (!editor || editor.selection.isEmpty) {
      await vscode.window.showTextDocument(target.uri);
      void vscode.window.showInformationMessage(
        t('Select the passage that “{0}” belongs to, and run Re-attach Tag again.', target.tag.tag),
      );
      return;
    }
    const text = toLf(editor.document.getText());
    const span = snappedToWords(text, toSpan(editor.document, editor.selection));
    await this.#place(target.uri, target.tag.id, text, span);
  }

  async #accept(argument?: TagTarget): Promise<void> {
    const target = await this.#target(argument);
    if (target?.tag.state !== 'suggested') return;
    const text = toLf((await vscode.workspace.openTextDocument(target.uri)).getText());
    await this.#place(target.uri, target.tag.id, text, { start: target.tag.start!, end: target.tag.end! });
  }

  async #place(
    uri: vscode.Uri,
    id: string,
    text: string,
    span: { start: number; end: number },
  ): Promise<void> {
    const modified = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    await this.store.edit(uri, [
      {
        type: 'updateTag',
        id,
        changes: { nth: undefined, ...selectorFor(text, span.start, span.end), modified },
      },
    ]);
  }

  async #openSidecar(argument?: { uri?: vscode.Uri | string } | vscode.Uri): Promise<void> {
    const given = argument instanceof vscode.Uri ? argument : argument?.uri;
    const report = given ? toUri(given) : vscode.window.activeTextEditor?.document.uri;
    if (!report) return;
    const { sidecar, parsed } = await this.store.get(report);
    if (!parsed)
      void vscode.window.showInformationMessage(t('{0} has no tags yet, and so no sidecar.', nameOf(report)));
    else await vscode.window.showTextDocument(sidecar);
  }

  async #openCodebook(): Promise<void> {
    const book = this.codebook.place(vscode.window.activeTextEditor?.document.uri);
    if (!book) {
      void vscode.window.showInformationMessage(t('Open a folder first: the codebook is kept in it.'));
      return;
    }
    const there = await vscode.workspace.fs.stat(book).then(
      () => true,
      () => false,
    );
    if (!there) await this.codebook.add(book, ['example']);
    await vscode.window.showTextDocument(book);
  }

  /** The tag meant: the given one, or the one at the cursor, asking where there are several. */
  async #target(argument?: TagTarget): Promise<{ uri: vscode.Uri; tag: AnchoredTag } | undefined> {
    const editor = vscode.window.activeTextEditor;
    const uri = argument ? toUri(argument.uri) : editor?.document.uri;
    if (!uri) return undefined;
    const { tags } = await this.store.get(uri);
    if (argument) {
      const tag = tags.find(one => one.id === argument.id);
      if (!tag) void vscode.window.showInformationMessage(t('That tag is no longer in the sidecar.'));
      return tag && { uri, tag };
    }
    const here = editor ? tagsAt(tags, editor.document, editor.selection.active) : [];
    if (here.length === 0) void vscode.window.showInformationMessage(t('There is no tag at the cursor.'));
    if (here.length < 2) return here[0] && { uri, tag: here[0] };
    const rows = here.map(tag => ({ label: tag.tag, description: short(tag.quote), tag }));
    const row = await vscode.window.showQuickPick(rows, { title: t('Which tag?') });
    return row && { uri, tag: row.tag };
  }
}

async function passageOf({
  uri,
  range,
}: TagSelectionArguments): Promise<{ document: vscode.TextDocument; range: vscode.Range } | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (uri) {
    const document = await vscode.workspace.openTextDocument(toUri(uri));
    const own = vscode.window.visibleTextEditors.find(e => e.document === document)?.selection;
    return { document, range: range ?? own ?? new vscode.Range(0, 0, 0, 0) };
  }
  if (!editor) {
    void vscode.window.showInformationMessage(t('Open a report and select the words to tag.'));
    return undefined;
  }
  return { document: editor.document, range: range ?? editor.selection };
}

const toUri = (uri: vscode.Uri | string): vscode.Uri =>
  typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
};
