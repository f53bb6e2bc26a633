import * as vscode from 'vscode';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { toRange, toSpan } from '../reports/passages.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import { rulerOf, Styles, styleOf } from './styles.js';
import type { Toggles } from './toggles.js';

/** Lines around what is on the screen in which every highlight is drawn in a report that is very long. */
const AROUND = 400;
/** Findings up to which all are drawn, wherever they stand. */
export const FEW = 3000;
/** Milliseconds of quiet after which what shows the whole of a long report is brought up to date. */
export const QUIET = 1000;

/** Draws the findings of every report that is on the screen, in as many editors as show it. */
export class Highlighter implements vscode.Disposable {
  readonly #styles: Styles;
  readonly #parts: vscode.Disposable[];
  readonly #rulers = new Map<vscode.TextEditor, ReturnType<typeof setTimeout>>();

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
        if (this.reports.count(textEditor.document.uri) > FEW) this.#drawLines(textEditor);
      }),
      toggles.onDidChange(all),
    ];
    all();
  }

  dispose(): void {
    for (const timer of this.#rulers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#parts).dispose();
  }

  /** What is on the screen at once; the ruler of a long report when the typing rests, since VS Code moves its marks with the text. */
  #draw(editor: vscode.TextEditor): void {
    this.#drawLines(editor);
    clearTimeout(this.#rulers.get(editor));
    this.#rulers.delete(editor);
    if (this.reports.count(editor.document.uri) <= FEW) this.#drawRuler(editor);
    else
      this.#rulers.set(
        editor,
        setTimeout(() => {
          this.#rulers.delete(editor);
          if (vscode.window.visibleTextEditors.includes(editor)) this.#drawRuler(editor);
        }, QUIET),
      );
  }

  #drawRuler(editor: vscode.TextEditor): void {
    const ranges = new Map<string, vscode.Range[]>(this.#styles.rulers.map(name => [name, []]));
    if (this.toggles.shows('judgements'))
      for (const { finding, review } of this.reports.get(editor.document.uri) ?? []) {
        const name = review?.decision === 'dismissed' ? undefined : rulerOf(finding, this.lexicon());
        if (name !== undefined) ranges.get(name)!.push(toRange(editor.document, finding));
      }
    for (const [name, list] of ranges) editor.setDecorations(this.#styles.type(name), list);
  }

  #drawLines(editor: vscode.TextEditor): void {
    const { uri } = editor.document;
    const found =
      this.reports.count(uri) > FEW
        ? this.reports.near(uri, toSpan(editor.document, nearby(editor)))
        : this.reports.get(uri);
    const ranges = new Map<string, vscode.Range[]>(this.#styles.names.map(name => [name, []]));
    if (found) {
      const shown = {
        judgement: this.toggles.shows('judgements'),
        percentage: this.toggles.shows('percentages'),
        theme: this.toggles.shows('themes'),
      };
      for (const { finding, review } of found) {
        if (!shown[finding.kind]) continue;
        const range = toRange(editor.document, finding);
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
  if (lines.length === 0) return new vscode.Range(0, 0, AROUND, 0);
  const first = Math.max(0, Math.min(...lines) - AROUND);
  return new vscode.Range(first, 0, Math.max(0, ...lines) + AROUND, 0);
}
