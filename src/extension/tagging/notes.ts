import * as vscode from 'vscode';
import type { AnchoredTag } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import { toRange } from '../reports/passages.js';
import { FileTrouble } from './sidecarFile.js';
import { tagsAt, type TagStore } from './tagStore.js';

const { t } = vscode.l10n;

/** A note in VS Code's own comments: the sidecar's tag is the truth, and this shows it. */
interface Note extends vscode.Comment {
  readonly report: vscode.Uri;
  readonly tag: AnchoredTag;
}

/** Notes on tags as comment threads beside their passages. */
export class Notes implements vscode.Disposable {
  readonly #controller = vscode.comments.createCommentController('inspectionLens.notes', t('Notes on tags'));
  readonly #threads = new Map<string, vscode.CommentThread[]>();
  readonly #states = new Map<string, string>();
  readonly #parts: vscode.Disposable[];

  constructor(private readonly store: TagStore) {
    this.#controller.options = {
      prompt: t('Add a note to the tag'),
      placeHolder: t('A note on this passage'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: document =>
        placed(store.peek(document.uri)?.tags ?? []).map(tag => toRange(document, tag)),
    };
    const all = (): void => {
      for (const editor of vscode.window.visibleTextEditors) this.#show(editor.document);
    };
    this.#parts = [
      this.#controller,
      store.onDidChange(uri => {
        for (const editor of vscode.window.visibleTextEditors)
          if (editor.document.uri.toString() === uri.toString()) this.#show(editor.document);
      }),
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.commands.registerCommand(Command.saveNote, (reply: vscode.CommentReply) => this.#save(reply)),
      vscode.commands.registerCommand(Command.editNote, (note: Note) => this.#edit(note)),
      vscode.commands.registerCommand(Command.removeNote, (note: Note) => this.#set(note, undefined)),
    ];
    all();
  }

  dispose(): void {
    for (const threads of this.#threads.values()) for (const thread of threads) thread.dispose();
    vscode.Disposable.from(...this.#parts).dispose();
  }

  #show(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const tags = placed(this.store.peek(document.uri)?.tags ?? []).filter(tag => tag.note);
    // Only what is different is shown anew: a thread comes with an editor of its own, which is news again.
    const state = JSON.stringify(tags.map(({ id, tag, start, end, note }) => [id, tag, start, end, note]));
    if ((this.#states.get(key) ?? '[]') === state) return;
    this.#states.set(key, state);
    for (const thread of this.#threads.get(key) ?? []) thread.dispose();
    this.#threads.set(
      key,
      tags.map(tag => {
        const note: Note = {
          report: document.uri,
          tag,
          // Plain words: a note is nobody's Markdown to run.
          body: tag.note!,
          mode: vscode.CommentMode.Preview,
          author: { name: tag.by ?? t('no name') },
          contextValue: 'note',
          ...(tag.created && !Number.isNaN(Date.parse(tag.created))
            ? { timestamp: new Date(tag.modified ?? tag.created) }
            : {}),
        };
        const thread = this.#controller.createCommentThread(document.uri, toRange(document, tag), [note]);
        thread.label = tag.tag;
        thread.canReply = false;
        thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
        return thread;
      }),
    );
  }

  /** A new note: on the tag of the passage, asking where there are several. */
  async #save({ thread, text }: vscode.CommentReply): Promise<void> {
    const document = await vscode.workspace.openTextDocument(thread.uri);
    const { tags } = await this.store.get(thread.uri);
    const place = thread.range?.start ?? new vscode.Position(0, 0);
    const end = thread.range?.end ?? place;
    const here = placed([...tagsAt(tags, document, end), ...tagsAt(tags, document, place)]).filter(
      (tag, i, all) => all.findIndex(other => other.id === tag.id) === i,
    );
    const rows = here.map(tag => ({ label: tag.tag, description: tag.note ?? '', tag }));
    const row =
      rows.length < 2 ? rows[0] : await vscode.window.showQuickPick(rows, { title: t('Which tag?') });
    thread.dispose();
    if (!row) return;
    const { tag } = row;
    await this.#write(thread.uri, tag.id, tag.note ? `${tag.note}\n${text}` : text);
  }

  async #edit(note: Note): Promise<void> {
    const text = await vscode.window.showInputBox({
      title: t('Note'),
      value: note.tag.note ?? '',
      prompt: t('A note on this passage; leave empty for none.'),
    });
    if (text !== undefined) await this.#set(note, text.trim() || undefined);
  }

  #set(note: Note, text: string | undefined): Promise<void> {
    return this.#write(note.report, note.tag.id, text);
  }

  async #write(report: vscode.Uri, id: string, note: string | undefined): Promise<void> {
    const modified = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
    try {
      await this.store.edit(report, [{ type: 'updateTag', id, changes: { note, modified } }]);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      void vscode.window.showErrorMessage(error.message);
    }
  }
}

type Placed = AnchoredTag & { readonly start: number; readonly end: number };
const placed = (tags: readonly AnchoredTag[]): Placed[] =>
  tags.filter(
    (tag): tag is Placed => tag.start !== undefined && (tag.state === 'anchored' || tag.state === 'moved'),
  );
