import * as vscode from 'vscode';
import { Command } from '../ids.js';
import { toOffset, toRange } from '../reports/passages.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import { workingEditor } from '../reports/workingEditor.js';

/** Going to findings: a click in the tree, and the next or previous one from the cursor. */
export class Navigation implements vscode.Disposable {
  readonly #parts: vscode.Disposable[];

  constructor(private readonly reports: ReviewedReports) {
    this.#parts = [
      vscode.commands.registerCommand(Command.reveal, (uri: vscode.Uri, start: number, end: number) =>
        reveal(uri, start, end),
      ),
      vscode.commands.registerCommand(Command.nextFinding, () => {
        this.#go(1);
      }),
      vscode.commands.registerCommand(Command.previousFinding, () => {
        this.#go(-1);
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  #go(step: 1 | -1): void {
    const editor = workingEditor();
    const found = editor && this.reports.get(editor.document.uri);
    if (!editor || !found || found.length === 0) return;
    const at = toOffset(editor.document, editor.selection.start);
    const findings = found.map(f => f.finding);
    const next =
      step > 0
        ? (findings.find(f => f.start > at) ?? findings[0]!)
        : (findings.findLast(f => f.start < at) ?? findings.at(-1)!);
    show(editor, toRange(editor.document, next));
  }
}

/** Opens a report at a passage (UTF-16 code units of the LF text). */
export async function reveal(uri: vscode.Uri, start: number, end: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
  show(editor, toRange(document, { start, end }));
}

function show(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
