import * as vscode from 'vscode';
import { Command } from '../ids.js';
import type { ReportRule } from './reportRule.js';
import type { ReportStore } from './reportStore.js';
import { workingEditor } from './workingEditor.js';

/** *Treat as Inspection Report / Not a Report*: turns the active document into one, or back. */
export function treatAsReport(rule: ReportRule, reports: ReportStore): vscode.Disposable {
  return vscode.commands.registerCommand(Command.treatAsReport, async (uri?: vscode.Uri) => {
    const target = uri ?? workingEditor()?.document.uri;
    if (!target) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Open the text file first.'));
      return;
    }
    const isReport = reports.get(target) === undefined;
    await rule.mark(target, isReport);
    const message = isReport
      ? vscode.l10n.t('Read as an inspection report')
      : vscode.l10n.t('No longer read as a report');
    void vscode.window.setStatusBarMessage(message, 3000);
  });
}
