import * as vscode from 'vscode';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { toRange } from '../reports/passages.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import { Styles, styleOf } from './styles.js';
import type { Toggles } from './toggles.js';

/** Lines around what is on the screen in which every highlight is drawn in a report that is very long. */
const AROUND = 400;
/** Findings up to which all are drawn, wherever they stand. */
const FEW = 3000;

/** Draws the findings of every report that is on the screen, in as many editors as show it. */
export class Highlighter implements vscode.Disposable {
  readonly #styles: Styles;
  readonly #parts: vscode.Disposable[];

  constructor(
    extension: vscode.Uri,
    private readonly reports: ReviewedReports,
    private readonly toggles: Toggles,
    private readonly lexicon: () => Lexicon,
  ) {
    this.#styles = new Styles(extension);
    const all = (): void => {
      for (const editor of vscode.window.visibleTextEditors) this.#draw(editor);
    };
    this.#parts = [
      this.#styles,
      reports.onDidChange(uri => {
        for (const editor of vscode.window.visibleTextEditors)
          if (editor.document.uri.toString() === uri.toString()) this.#draw(editor);
      }),
      vscode.window.onDidChangeVisibleTextEditors(all),
      vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
        if ((this.reports.get(textEditor.document.uri)?.length ?? 0) > FEW) this.#draw(textEditor);
      }),
      toggles.onDidChange(all),
    ];
    all();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  #draw(editor: vscode.TextEditor): void {
    const found = this.reports.get(editor.document.uri);
    const ranges = new Map<string, vscode.Range[]>(this.#styles.names.map(name => [name, []]));
    if (found) {
      const shown = {
        judgement: this.toggles.shows('judgements'),
        percentage: this.toggles.shows('percentages'),
        theme: this.toggles.shows('themes'),
      };
      const near = found.length > FEW ? nearby(editor) : undefined;
      for (const { finding, review } of found) {
        if (!shown[finding.kind]) continue;
        const range = toRange(editor.document, finding);
        // Judgements mark the overview ruler, so all of them are drawn.
        if (near && finding.kind !== 'judgement' && !near.contains(range)) continue;
        const dismissed = review?.decision === 'dismissed';
        ranges.get(dismissed ? 'dismissed' : styleOf(finding, this.lexicon()))!.push(range);
        if (finding.kind === 'theme' && finding.polarity !== 'neutral' && !dismissed)
          ranges.get(`polarity ${finding.polarity}`)!.push(new vscode.Range(range.start, range.start));
      }
    }
    for (const [name, list] of ranges) editor.setDecorations(this.#styles.type(name), list);
  }
}

function nearby(editor: vscode.TextEditor): vscode.Range {
  const lines = editor.visibleRanges.flatMap(range => [range.start.line, range.end.line]);
  const first = Math.max(0, Math.min(...lines) - AROUND);
  return new vscode.Range(first, 0, Math.max(0, ...lines) + AROUND, 0);
}
