import * as vscode from 'vscode';
import { lastUpTo } from '../../core/tagging/sameWords.js';
import { Command } from '../ids.js';
import { stateWord } from './tagsView.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;
const SOURCE = 'Inspection Lens';

/** What is wrong in a sidecar, and which of its tags have lost their words, as problems at their lines; with what to do. */
export class SidecarProblems implements vscode.CodeActionProvider, vscode.Disposable {
  readonly #problems = vscode.languages.createDiagnosticCollection('inspection-lens');
  readonly #parts: vscode.Disposable[];

  constructor(private readonly store: TagStore) {
    this.#parts = [
      this.#problems,
      store.onDidChange(report => {
        this.#show(report);
      }),
      vscode.languages.registerCodeActionsProvider({ pattern: '**/*.tags.yaml' }, this, {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
    ];
  }

  provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const report = this.store.place.reportOf(document.uri);
    if (!report) return [];
    return context.diagnostics
      .filter(d => d.source === SOURCE && typeof d.code === 'string' && /^(suggested|orphaned) /.test(d.code))
      .flatMap(diagnostic => {
        const [state, id] = String(diagnostic.code).split(' ');
        const action = (title: string, command: string): vscode.CodeAction => {
          const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          fix.diagnostics = [diagnostic];
          fix.command = { command, title, arguments: [{ uri: report, id }] };
          return fix;
        };
        return [
          ...(state === 'suggested'
            ? [action(t('Accept the suggested place'), Command.acceptSuggestion)]
            : []),
          action(t('Re-attach to the selection in the report'), Command.reattachTag),
          action(t('Retire this tag'), Command.removeTag),
        ];
      });
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  #show(report: vscode.Uri): void {
    const known = this.store.peek(report);
    const sidecar = known?.sidecar ?? this.store.place.of(report);
    if (!known?.parsed) {
      this.#problems.delete(sidecar);
      return;
    }
    const { source, problems } = known.parsed;
    const diagnostics = problems.map(({ line, column, start, end, message, severity, code }) => {
      const from = new vscode.Position(line - 1, column - 1);
      const length = Math.max(1, Math.min(end - start, 200));
      return make(
        new vscode.Range(from, from.translate(0, length)),
        message,
        severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
        code,
      );
    });
    // Once for all of them: there may be thousands, in a long file.
    let starts: number[] | undefined;
    for (const tag of known.tags) {
      const word = stateWord(tag);
      if (word === undefined) continue;
      const at = source.indexOf(tag.id);
      starts ??= lineStarts(source);
      const line = lastUpTo(starts, Math.max(0, at));
      const severity =
        tag.state === 'orphaned' ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
      diagnostics.push(
        make(
          new vscode.Range(line, 0, line, 1000),
          `${tag.tag}: ${word}`,
          severity,
          `${tag.state} ${tag.id}`,
        ),
      );
    }
    this.#problems.set(sidecar, diagnostics);
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function make(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code: string,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = SOURCE;
  diagnostic.code = code;
  return diagnostic;
}
