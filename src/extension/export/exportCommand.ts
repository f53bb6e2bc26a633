import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';
import { type ReportAnnotations, sha256 } from '../../core/export/annotations.js';
import { type ExportFormat, formatOf, FORMATS } from '../../core/export/formats.js';
import { reviewed } from '../../core/tagging/reviews.js';
import { Command } from '../ids.js';
import type { ReportStore } from '../reports/reportStore.js';
import type { ReportRule } from '../reports/reportRule.js';
import { FileTrouble, nameOf, writeText } from '../tagging/sidecarFile.js';
import type { TagStore } from '../tagging/tagStore.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

type Part = 'tags' | 'findings';
interface ExportArguments {
  readonly format?: string;
  readonly scope?: 'report' | 'workspace';
  readonly include?: readonly Part[];
  readonly target?: vscode.Uri | string;
}

/** *Export Annotations…*: asks for what it was not told, and writes one file or, when it is cancelled, none. */
export class ExportCommand implements vscode.Disposable {
  readonly #command: vscode.Disposable;

  constructor(
    private readonly reports: ReportStore,
    private readonly tags: TagStore,
    private readonly rule: ReportRule,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#command = vscode.commands.registerCommand(
      Command.exportAnnotations,
      async (argument?: ExportArguments) => {
        try {
          return await this.#export(argument ?? {});
        } catch (error) {
          if (!(error instanceof FileTrouble)) throw error;
          void vscode.window.showErrorMessage(error.message);
          return undefined;
        }
      },
    );
  }

  dispose(): void {
    this.#command.dispose();
  }

  async #export(argument: ExportArguments): Promise<vscode.Uri | undefined> {
    const active = workingEditor()?.document.uri;
    const scope =
      argument.scope ??
      (await this.#askScope(active !== undefined && this.reports.get(active) !== undefined));
    if (!scope) return undefined;
    if (scope === 'report' && !active) throw new FileTrouble(t('Open the report to export first.'));
    if (scope === 'workspace' && !vscode.workspace.workspaceFolders?.length)
      throw new FileTrouble(t('Open a folder first: there is no workspace to export.'));
    const include = argument.include ?? (await askInclude());
    if (!include || include.length === 0) return undefined;
    const format = argument.format === undefined ? await askFormat() : formatOf(argument.format);
    if (!format) {
      if (argument.format !== undefined)
        throw new FileTrouble(
          t(
            'There is no export format “{0}”. There are: {1}.',
            argument.format,
            FORMATS.map(f => f.id).join(', '),
          ),
        );
      return undefined;
    }
    const target =
      argument.target === undefined
        ? await askTarget(format, scope === 'report' ? active : undefined)
        : toUri(argument.target);
    if (!target) return undefined;

    const annotations = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: t('Exporting annotations'),
        cancellable: true,
      },
      (progress, token) =>
        this.#collect(scope === 'report' ? [active!] : undefined, include, progress, token),
    );
    if (!annotations) return undefined;
    const content = format.write(annotations);
    if (typeof content === 'string') await writeText(target, content);
    else await vscode.workspace.fs.writeFile(target, content);
    void vscode.window.setStatusBarMessage(
      t('$(check) Exported {0} reports to {1}', annotations.length, nameOf(target)),
      5000,
    );
    return target;
  }

  async #collect(
    only: readonly vscode.Uri[] | undefined,
    include: readonly Part[],
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<ReportAnnotations[] | undefined> {
    const uris = only ?? (await this.#reportsOfWorkspace(token));
    const annotations: ReportAnnotations[] = [];
    for (const uri of uris) {
      if (token.isCancellationRequested) return undefined;
      progress.report({ message: nameOf(uri), increment: 100 / uris.length });
      try {
        const document = await vscode.workspace.openTextDocument(uri);
        if (!only && !this.reports.get(uri) && !(await this.rule.isReport(document))) continue;
        const text = toLf(document.getText());
        const { tags, parsed } = await this.tags.get(uri);
        const found = include.includes('findings')
          ? reviewed(await this.reports.findings(uri), parsed?.reviews ?? [], text)
          : undefined;
        annotations.push({
          path: vscode.workspace.asRelativePath(uri, (vscode.workspace.workspaceFolders?.length ?? 0) > 1),
          sha256: await sha256(text),
          ...(include.includes('tags') ? { tags } : {}),
          ...(found
            ? { findings: found.filter(f => f.review?.decision !== 'dismissed').map(f => f.finding) }
            : {}),
        });
      } catch (error) {
        // One file that cannot be read does not stop the rest; the person hears of it.
        this.log.warn(`${uri.toString()} was left out of the export: ${String(error)}`);
        void vscode.window.showWarningMessage(t('{0} cannot be read as text and was left out.', nameOf(uri)));
      }
    }
    return annotations;
  }

  async #reportsOfWorkspace(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
    const include = vscode.workspace
      .getConfiguration('inspectionLens.reports')
      .get<string>('include', '**/*.{txt,md,inspection}');
    const found = await vscode.workspace.findFiles(include, undefined, undefined, token);
    return found.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  async #askScope(hasReport: boolean): Promise<'report' | 'workspace' | undefined> {
    if (!hasReport) return 'workspace';
    const rows = [
      { label: t('This report'), scope: 'report' as const },
      { label: t('All reports of the workspace'), scope: 'workspace' as const },
    ];
    return (await vscode.window.showQuickPick(rows, { title: t('Export annotations of') }))?.scope;
  }
}

async function askInclude(): Promise<Part[] | undefined> {
  const rows = [
    { label: t('Tags'), part: 'tags' as const, picked: true },
    { label: t('Findings'), part: 'findings' as const, picked: true },
  ];
  return (await vscode.window.showQuickPick(rows, { title: t('Export what?'), canPickMany: true }))?.map(
    row => row.part,
  );
}

async function askFormat(): Promise<ExportFormat | undefined> {
  const rows = FORMATS.map(format => ({ label: format.title, description: `.${format.extension}`, format }));
  return (await vscode.window.showQuickPick(rows, { title: t('Export as') }))?.format;
}

async function askTarget(
  format: ExportFormat,
  report: vscode.Uri | undefined,
): Promise<vscode.Uri | undefined> {
  const folder = report ? vscode.Uri.joinPath(report, '..') : vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${report ? nameOf(report) : 'annotations'}.${format.extension}`;
  return vscode.window.showSaveDialog({
    title: t('Export annotations'),
    filters: { [format.title]: [format.extension] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, name) } : {}),
  });
}

const toUri = (uri: vscode.Uri | string): vscode.Uri =>
  typeof uri === 'string' ? vscode.Uri.parse(uri) : uri;
