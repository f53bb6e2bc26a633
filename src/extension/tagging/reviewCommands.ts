import * as vscode from 'vscode';
import type { Finding } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { toLf } from '../../core/report/text.js';
import { selectorFor } from '../../core/tagging/selector.js';
import type { Review } from '../../core/tagging/tag.js';
import { polarityWord, statusWord } from '../highlights/wording.js';
import { Command } from '../ids.js';
import type { ReportStore } from '../reports/reportStore.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import type { Analyst } from './analyst.js';
import { FileTrouble } from './sidecarFile.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;

interface Target {
  readonly uri: vscode.Uri | string;
  readonly id?: string;
  readonly finding?: { readonly id: string };
  readonly correction?: Readonly<Record<string, unknown>>;
}

/** An analyst's decisions on findings: confirm, dismiss, correct. They go into the sidecar. */
export class ReviewCommands implements vscode.Disposable {
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly reports: ReportStore,
    private readonly store: TagStore,
    private readonly analyst: Analyst,
    private readonly lexicon: () => Lexicon,
    reviewed: ReviewedReports,
  ) {
    const command = (id: string, decision: Review['decision']): vscode.Disposable =>
      vscode.commands.registerCommand(id, (target: Target) => this.#decide(target, decision));
    this.#parts = [
      command(Command.confirmFinding, 'confirmed'),
      command(Command.dismissFinding, 'dismissed'),
      command(Command.correctFinding, 'corrected'),
      vscode.commands.registerCommand(Command.toggleDismissed, () => {
        reviewed.toggleDismissed();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #decide(target: Target | undefined, decision: Review['decision']): Promise<void> {
    if (!target) return;
    const uri = typeof target.uri === 'string' ? vscode.Uri.parse(target.uri) : target.uri;
    const id = target.id ?? target.finding?.id;
    const finding = (await this.reports.findings(uri)).find(f => f.id === id);
    if (!finding) {
      void vscode.window.showInformationMessage(t('That finding is no longer in the report.'));
      return;
    }
    const correction =
      decision === 'corrected' ? (target.correction ?? (await this.#ask(finding))) : undefined;
    if (decision === 'corrected' && !correction) return;
    const text = toLf((await vscode.workspace.openTextDocument(uri)).getText());
    const by = await this.analyst.ask(uri);
    const review: Review = {
      finding: finding.id,
      kind: finding.kind,
      ...selectorFor(text, finding.start, finding.end),
      decision,
      ...(correction ? { correction } : {}),
      ...(by ? { by } : {}),
      created: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    };
    try {
      await this.store.edit(uri, [{ type: 'setReview', review }]);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      void vscode.window.showErrorMessage(error.message);
    }
  }

  /** Which field is wrong, and what it should be. */
  async #ask(finding: Finding): Promise<Record<string, unknown> | undefined> {
    const fields = this.#fields(finding);
    const rows = [...fields].map(([field, { title, now }]) => ({ label: title, description: now, field }));
    const row =
      rows.length === 1
        ? rows[0]
        : await vscode.window.showQuickPick(rows, { title: t('What should be corrected?') });
    if (!row) return undefined;
    const { choices, title, now } = fields.get(row.field)!;
    if (!choices) {
      const value = await vscode.window.showInputBox({ title, value: now });
      return value === undefined
        ? undefined
        : { [row.field]: Number.isFinite(Number(value)) && value.trim() !== '' ? Number(value) : value };
    }
    const choice = await vscode.window.showQuickPick(
      choices.map(([value, label]) => ({ label, value })),
      { title },
    );
    return choice && { [row.field]: choice.value };
  }

  #fields(
    finding: Finding,
  ): Map<string, { title: string; now: string; choices?: (readonly [string, string])[] }> {
    const lexicon = this.lexicon();
    switch (finding.kind) {
      case 'judgement': {
        const grades = lexicon.frameworks.get(finding.framework)?.grades ?? [];
        const statuses = ['current', 'previous', 'aspiration', 'negated', 'other'];
        return new Map([
          [
            'status',
            {
              title: t('Status'),
              now: statusWord(finding.status),
              choices: statuses.map(s => [s, statusWord(s)] as const),
            },
          ],
          [
            'grade',
            { title: t('Grade'), now: finding.grade, choices: grades.map(g => [g.id, g.title] as const) },
          ],
          ['date', { title: t('Date'), now: finding.date ?? '' }],
        ]);
      }
      case 'percentage':
        return new Map([['value', { title: t('Value, in percent'), now: String(finding.value) }]]);
      case 'theme': {
        const polarities = ['strength', 'weakness', 'mixed', 'neutral'];
        return new Map([
          [
            'polarity',
            {
              title: t('Polarity'),
              now: polarityWord(finding.polarity),
              choices: polarities.map(p => [p, polarityWord(p)] as const),
            },
          ],
          [
            'theme',
            {
              title: t('Theme'),
              now: finding.theme,
              choices: [...lexicon.themes.values()].map(x => [x.id, x.title] as const),
            },
          ],
        ]);
      }
    }
  }
}
