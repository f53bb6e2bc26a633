import * as vscode from 'vscode';
import { reviewed, type ReviewedFinding } from '../../core/tagging/reviews.js';
import { overlaps, type Span, toLf } from '../../core/report/text.js';
import type { TagStore } from '../tagging/tagStore.js';
import type { ReportStore } from './reportStore.js';

/** The findings of the open reports as the analyst has left them: what highlights and views show. */
export class ReviewedReports implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #parts: vscode.Disposable[];
  #showDismissed = false;

  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly reports: ReportStore,
    private readonly tags: TagStore,
  ) {
    this.#parts = [
      this.#changed,
      reports.onDidChangeFindings(uri => {
        this.#changed.fire(uri);
      }),
      tags.onDidChange(uri => {
        if (reports.get(uri)) this.#changed.fire(uri);
      }),
    ];
  }

  get showsDismissed(): boolean {
    return this.#showDismissed;
  }

  toggleDismissed(): void {
    this.#showDismissed = !this.#showDismissed;
    for (const uri of this.reports.reports) this.#changed.fire(uri);
  }

  /** `undefined` where the document is no open report. */
  get(uri: vscode.Uri): readonly ReviewedFinding[] | undefined {
    const report = this.reports.get(uri);
    if (!report) return undefined;
    const reviews = this.tags.peek(uri)?.parsed?.reviews ?? [];
    if (reviews.length === 0) return report.findings.map(finding => ({ finding }));
    return reviewed(report.findings, reviews, toLf(report.document.getText())).filter(
      ({ review }) => this.#showDismissed || review?.decision !== 'dismissed',
    );
  }

  /** How many findings a report has, dismissed ones among them; 0 where it is no open report. */
  count(uri: vscode.Uri): number {
    return this.reports.get(uri)?.count ?? 0;
  }

  /** Those of `get` in the paragraphs that a stretch of the text touches: far cheaper in a long report. */
  near(uri: vscode.Uri, span: Span): readonly ReviewedFinding[] | undefined {
    const report = this.reports.get(uri);
    if (!report) return undefined;
    // Which reviews have lost their finding, and look for it by its words, only all findings can say.
    if ((this.tags.peek(uri)?.parsed?.reviews ?? []).length > 0)
      return this.get(uri)!.filter(({ finding }) => overlaps(finding, span));
    return report.findingsIn(span).map(finding => ({ finding }));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }
}
