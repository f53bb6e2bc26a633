import * as vscode from 'vscode';
import type { AnchoredTag } from '../../core/tagging/tag.js';
import { clipped, oneLine } from '../highlights/wording.js';
import { toRange } from '../reports/passages.js';
import { tagsAt, type TagStore } from './tagStore.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

/** What commands on a tag get: a row of the Tags view, or a report and an id. */
export interface TagTarget {
  readonly uri: vscode.Uri | string;
  readonly id: string;
}

/** The tag meant: the given one, or the one at the cursor, asking where there are several. */
export async function whichTag(
  store: TagStore,
  argument?: TagTarget,
): Promise<{ uri: vscode.Uri; tag: AnchoredTag } | undefined> {
  const editor = workingEditor();
  const given = argument?.uri;
  const uri = typeof given === 'string' ? vscode.Uri.parse(given) : (given ?? editor?.document.uri);
  if (!uri) return undefined;
  const { tags } = await store.get(uri);
  if (argument) {
    const tag = tags.find(one => one.id === argument.id);
    if (!tag) void vscode.window.showInformationMessage(t('That tag is no longer in the sidecar.'));
    return tag && { uri, tag };
  }
  const here = editor ? tagsAt(tags, editor.document, editor.selection.active) : [];
  if (here.length === 0) void vscode.window.showInformationMessage(t('There is no tag at the cursor.'));
  const tag = here.length < 2 ? here[0] : await pickTag(innermostFirst(here), editor);
  return tag && { uri, tag };
}

/** Asks which of several tags is meant; the passage of the focused row is shown in the editor. */
export async function pickTag<T extends AnchoredTag>(
  tags: readonly T[],
  editor?: vscode.TextEditor,
): Promise<T | undefined> {
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchBackground'),
  });
  const rows = tags.map(tag => ({
    label: tag.tag,
    description: tag.by ?? '',
    detail: clipped(tag.note ? `“${oneLine(tag.quote)}” · ${tag.note}` : `“${oneLine(tag.quote)}”`),
    tag,
  }));
  const show = (row: vscode.QuickPickItem | string): void => {
    const tag = rows.find(one => one === row)?.tag;
    if (!editor || tag?.start === undefined) return;
    const range = toRange(editor.document, { start: tag.start, end: tag.end! });
    editor.setDecorations(mark, [range]);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };
  const row = await vscode.window.showQuickPick(rows, { title: t('Which tag?'), onDidSelectItem: show });
  mark.dispose();
  return row?.tag;
}

/** The shortest passage first: most likely the one that somebody who put the cursor there means. */
const innermostFirst = (tags: readonly AnchoredTag[]): AnchoredTag[] =>
  [...tags].sort((a, b) => a.end! - a.start! - (b.end! - b.start!));
