import * as vscode from 'vscode';
import type { AnchoredTag } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import { toRange } from '../reports/passages.js';
import { command, now } from './command.js';
import { tagsAt, type TagStore } from './tagStore.js';
import { pickTag } from './whichTag.js';

const { t } = vscode.l10n;

/** A note in VS Code's own comments: the sidecar's tag is the truth, and this shows it. */
interface Note extends vscode.Comment {
  /** While it is being edited, what the person has written so far. */
  body: string;
  readonly report: vscode.Uri;
  readonly tag: AnchoredTag;
}

/** A thread, and what it was last told: telling it the same again would be news to VS Code, and never end. */
interface Shown {
  readonly thread: vscode.CommentThread;
  note: Note;
  said: string;
  place: string;
}

/** Notes on tags as comment threads beside their passages. */
export class Notes implements vscode.Disposable {
  readonly #controller = vscode.comments.createCommentController('inspectionLens.notes', t('Notes on tags'));
  /** By report, and in it by tag id. */
  readonly #shown = new Map<string, Map<string, Shown>>();
  readonly #parts: vscode.Disposable[];

  constructor(private readonly store: TagStore) {
    this.#controller.options = {
      prompt: t('Add a note to the tag'),
      placeHolder: t('A note on this passage'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async document =>
        placed((await this.#tags(document)) ?? []).map(tag => toRange(document, tag)),
    };
    const all = (): void => {
      for (const editor of vscode.window.visibleTextEditors) void this.#show(editor.document);
    };
    this.#parts = [
      this.#controller,
      store.onDidChange(uri => {
        for (const editor of vscode.window.visibleTextEditors)
          if (editor.document.uri.toString() === uri.toString()) void this.#show(editor.document);
      }),
      vscode.window.onDidChangeVisibleTextEditors(all),
      command<vscode.CommentReply>(Command.saveNote, reply => this.#save(reply!)),
      command<Note>(Command.editNote, async note => this.#mode(note!, vscode.CommentMode.Editing)),
      command<Note>(Command.saveNoteEdit, note => this.#saveEdit(note!)),
      command<Note>(Command.cancelNoteEdit, async note => this.#mode(note!, vscode.CommentMode.Preview)),
      command<Note>(Command.removeNote, note => this.#write(note!.report, note!.tag.id, undefined)),
    ];
    all();
  }

  dispose(): void {
    for (const threads of this.#shown.values()) for (const { thread } of threads.values()) thread.dispose();
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #tags(document: vscode.TextDocument): Promise<readonly AnchoredTag[] | undefined> {
    if (document.uri.scheme === 'output' || document.isUntitled) return undefined;
    return this.store.get(document.uri).then(
      ({ tags }) => tags,
      () => undefined,
    );
  }

  /** Shows what is different from what is shown: a thread that stays keeps its place, its fold and what is typed in it. */
  async #show(document: vscode.TextDocument): Promise<void> {
    const tags = await this.#tags(document);
    if (!tags || document.isClosed) return;
    const key = document.uri.toString();
    const shown = this.#shown.get(key) ?? new Map<string, Shown>();
    this.#shown.set(key, shown);
    const noted = new Map(placed(tags).flatMap(tag => (tag.note ? [[tag.id, tag]] : [])));
    for (const [id, { thread }] of shown)
      if (!noted.has(id)) {
        thread.dispose();
        shown.delete(id);
      }
    for (const [id, tag] of noted) {
      const said = JSON.stringify([tag.tag, tag.note, tag.by]);
      const place = JSON.stringify([tag.start, tag.end]);
      const known = shown.get(id);
      if (known?.said === said && known.place === place) continue;
      const range = toRange(document, tag);
      if (!known) {
        const note = noteOf(document.uri, tag);
        const thread = this.#controller.createCommentThread(document.uri, range, [note]);
        thread.label = tag.tag;
        thread.canReply = false;
        thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
        shown.set(id, { thread, note, said, place });
        continue;
      }
      if (known.place !== place) known.thread.range = range;
      if (known.said !== said) {
        known.note = noteOf(document.uri, tag);
        known.thread.label = tag.tag;
        known.thread.comments = [known.note];
      }
      Object.assign(known, { said, place });
    }
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
    const editor = vscode.window.visibleTextEditors.find(e => e.document === document);
    const tag = here.length < 2 ? here[0] : await pickTag(here, editor);
    if (!tag) return; // what was written stays in its box
    thread.dispose();
    await this.#write(thread.uri, tag.id, tag.note ? `${tag.note}\n${text}` : text);
  }

  #mode(note: Note, mode: vscode.CommentMode): void {
    const shown = this.#shown.get(note.report.toString())?.get(note.tag.id);
    if (!shown) return;
    shown.note = { ...noteOf(note.report, shown.note.tag), mode };
    shown.thread.comments = [shown.note];
  }

  async #saveEdit(note: Note): Promise<void> {
    const text = note.body.trim();
    if (text === note.tag.note) this.#mode(note, vscode.CommentMode.Preview);
    else await this.#write(note.report, note.tag.id, text || undefined);
  }

  #write(report: vscode.Uri, id: string, note: string | undefined): Promise<void> {
    return this.store.edit(report, [{ type: 'updateTag', id, changes: { note, modified: now() } }]);
  }
}

const noteOf = (report: vscode.Uri, tag: AnchoredTag): Note => ({
  report,
  tag,
  // Plain words: a note is nobody's Markdown to run.
  body: tag.note!,
  mode: vscode.CommentMode.Preview,
  author: { name: tag.by ?? t('no name') },
  contextValue: 'note',
  ...(tag.created && !Number.isNaN(Date.parse(tag.created))
    ? { timestamp: new Date(tag.modified ?? tag.created) }
    : {}),
});

type Placed = AnchoredTag & { readonly start: number; readonly end: number };
const placed = (tags: readonly AnchoredTag[]): Placed[] =>
  tags.filter(
    (tag): tag is Placed => tag.start !== undefined && (tag.state === 'anchored' || tag.state === 'moved'),
  );
