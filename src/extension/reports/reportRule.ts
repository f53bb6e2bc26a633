import * as vscode from 'vscode';
import { readsLikeReport } from '../../core/report/detect.js';
import { sidecarNameOf } from '../../core/tagging/sidecar.js';
import { nameOf } from '../tagging/sidecarFile.js';

const MARKS = 'reports.marks';

/** What counts as a report: the settings, the text itself, a sidecar beside it, and what the person said of it. */
export class ReportRule implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor(private readonly state: vscode.Memento) {}

  dispose(): void {
    this.#changed.dispose();
  }

  async isReport(document: vscode.TextDocument): Promise<boolean> {
    const mark = this.#marks()[document.uri.toString()];
    if (mark !== undefined) return mark;
    if (document.uri.scheme === 'output' || document.uri.scheme === 'git') return false;
    if (!['plaintext', 'markdown', 'inspection-report'].includes(document.languageId)) return false;
    const settings = vscode.workspace.getConfiguration('inspectionLens.reports', document.uri);
    const detect = settings.get<string>('detect', 'auto');
    if (detect === 'never') return false;
    const fits = (pattern: string): boolean =>
      pattern !== '' && vscode.languages.match({ pattern }, document) > 0;
    const untitled = document.isUntitled;
    if (!untitled && !fits(settings.get<string>('include', '**/*.{txt,md,inspection}'))) return false;
    if (fits(settings.get<string>('exclude', ''))) return false;
    if (detect === 'always' || document.languageId === 'inspection-report') return true;
    return readsLikeReport(document.getText()) || (!untitled && (await hasSidecar(document.uri)));
  }

  /** The same of a file that is not open and fits the include pattern. `text`: what it holds. */
  async isReportFile(uri: vscode.Uri, text: string): Promise<boolean> {
    const mark = this.#marks()[uri.toString()];
    if (mark !== undefined) return mark;
    const detect = vscode.workspace
      .getConfiguration('inspectionLens.reports', uri)
      .get<string>('detect', 'auto');
    if (detect === 'never') return false;
    if (detect === 'always' || /\.inspection$|\.(inspection|release)\.txt$/.test(uri.path)) return true;
    return readsLikeReport(text) || (await hasSidecar(uri));
  }

  /** Takes the person's word for it. */
  async mark(uri: vscode.Uri, isReport: boolean): Promise<void> {
    await this.state.update(MARKS, { ...this.#marks(), [uri.toString()]: isReport });
    this.#changed.fire();
  }

  #marks(): Record<string, boolean> {
    return this.state.get<Record<string, boolean>>(MARKS, {});
  }
}

async function hasSidecar(report: vscode.Uri): Promise<boolean> {
  const sidecar = vscode.Uri.joinPath(report, '..', sidecarNameOf(nameOf(report)));
  return vscode.workspace.fs.stat(sidecar).then(
    () => true,
    () => false,
  );
}
