import * as vscode from 'vscode';
import { LiveReport } from '../../core/extraction/liveReport.js';
import type { Finding } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { type Span, toLf } from '../../core/report/text.js';
import { Context } from '../ids.js';
import { toOffset } from './passages.js';
import type { ReportRule } from './reportRule.js';
import { workingEditor } from './workingEditor.js';

/** A report that is open in VS Code. */
export interface OpenReport {
  readonly document: vscode.TextDocument;
  /** All of them; in a long report that is dear after an edit, so ask only for what is needed. */
  readonly findings: readonly Finding[];
  /** How many there are. */
  readonly count: number;
  /** Those in the paragraphs that a stretch of the text touches. */
  findingsIn(span: Span): readonly Finding[];
}

/** Milliseconds of quiet after typing before views and highlights are told. */
const QUIET = 60;

/** The open reports, each read as it is typed. */
export class ReportStore implements vscode.Disposable {
  readonly #open = new Map<string, { document: vscode.TextDocument; live: LiveReport }>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #parts: vscode.Disposable[];

  /** Findings of an open report changed, or it was opened or closed, or became a report or none. */
  readonly onDidChangeFindings = this.#changed.event;

  constructor(
    private readonly lexicon: () => Lexicon,
    private readonly rule: ReportRule,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#parts = [
      this.#changed,
      vscode.workspace.onDidOpenTextDocument(document => void this.#consider(document)),
      vscode.workspace.onDidCloseTextDocument(document => {
        this.#forget(document.uri);
      }),
      vscode.workspace.onDidChangeTextDocument(event => {
        this.#edit(event);
      }),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (
          event.affectsConfiguration('inspectionLens.reports') ||
          event.affectsConfiguration('inspectionLens.framework')
        )
          this.#considerAll(true);
      }),
      vscode.window.onDidChangeActiveTextEditor(() => {
        this.#setContext();
      }),
      rule.onDidChange(() => {
        this.#considerAll(false);
      }),
    ];
  }

  /** Looks at what was open before. */
  async start(): Promise<void> {
    await Promise.all(vscode.workspace.textDocuments.map(document => this.#consider(document)));
  }

  /** Reads every open report again: what the reader knows has changed. */
  readAnew(): void {
    this.#considerAll(true);
  }

  get(uri: vscode.Uri): OpenReport | undefined {
    const open = this.#open.get(uri.toString());
    if (!open) return undefined;
    const { document, live } = open;
    return {
      document,
      get findings() {
        return live.findings;
      },
      count: live.count,
      findingsIn: ({ start, end }) => live.findingsIn(start, end),
    };
  }

  get reports(): readonly vscode.Uri[] {
    return [...this.#open.values()].map(({ document }) => document.uri);
  }

  /** Findings of any report, open or not. @throws where it cannot be opened as text. */
  async findings(uri: vscode.Uri): Promise<readonly Finding[]> {
    const open = this.get(uri);
    if (open) return open.findings;
    const document = await vscode.workspace.openTextDocument(uri);
    return new LiveReport(toLf(document.getText()), this.lexicon(), pinned(uri)).findings;
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#parts).dispose();
  }

  #considerAll(anew: boolean): void {
    for (const document of vscode.workspace.textDocuments) {
      if (anew) this.#open.delete(document.uri.toString());
      void this.#consider(document);
    }
  }

  async #consider(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    const isReport = await this.rule.isReport(document);
    if (document.isClosed) return;
    if (isReport && !this.#open.has(key)) {
      this.#open.set(key, { document, live: this.#read(document) });
      this.#changed.fire(document.uri);
    } else if (!isReport) this.#forget(document.uri);
    this.#setContext();
  }

  #read(document: vscode.TextDocument): LiveReport {
    return new LiveReport(toLf(document.getText()), this.lexicon(), pinned(document.uri));
  }

  #forget(uri: vscode.Uri): void {
    if (!this.#open.delete(uri.toString())) return;
    clearTimeout(this.#timers.get(uri.toString()));
    this.#changed.fire(uri);
    this.#setContext();
  }

  #edit({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    if (contentChanges.length === 0) return;
    const open = this.#open.get(document.uri.toString());
    if (!open) {
      // What begins as an empty file may become a report while it is written or pasted.
      if (document.uri.scheme !== 'output')
        this.#later(document.uri, () => void this.#consider(document), 500);
      return;
    }
    const crlf = document.eol === vscode.EndOfLine.CRLF;
    try {
      // VS Code gives changes from the end of the text to its beginning, all in positions before the event.
      for (const change of contentChanges) {
        const from = change.rangeOffset - (crlf ? change.range.start.line : 0);
        const cut = change.rangeLength - (crlf ? change.range.end.line - change.range.start.line : 0);
        open.live.edit(from, from + cut, toLf(change.text));
      }
      const end = toOffset(document, document.lineAt(document.lineCount - 1).range.end);
      if (open.live.length !== end) open.live = this.#read(document);
    } catch (error) {
      this.log.warn(`${document.uri.toString()} was read anew: ${String(error)}`);
      open.live = this.#read(document);
    }
    this.#later(
      document.uri,
      () => {
        this.#changed.fire(document.uri);
        this.#setContext();
      },
      QUIET,
    );
  }

  #later(uri: vscode.Uri, run: () => void, pause: number): void {
    const key = uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        run();
      }, pause),
    );
  }

  #setContext(): void {
    const active = workingEditor()?.document.uri;
    const open = active && this.#open.get(active.toString());
    void vscode.commands.executeCommand('setContext', Context.isReport, open !== undefined);
    void vscode.commands.executeCommand('setContext', Context.hasFindings, (open?.live.count ?? 0) > 0);
  }
}

const pinned = (uri: vscode.Uri): string | undefined =>
  vscode.workspace.getConfiguration('inspectionLens', uri).get<string>('framework') || undefined;
