import * as vscode from 'vscode';
import type { Finding } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { toLf } from '../../core/report/text.js';
import { reviewed, type ReviewedFinding } from '../../core/tagging/reviews.js';
import { description, label } from '../highlights/wording.js';
import type { TagStore } from '../tagging/tagStore.js';
import { toOffset } from './passages.js';
import type { ReportStore } from './reportStore.js';
import { workingEditor } from './workingEditor.js';

const { t } = vscode.l10n;

/** What commands on a finding get: a row of the Findings view, or a report and an id. */
export interface FindingTarget {
  readonly uri: vscode.Uri | string;
  readonly id?: string;
  readonly finding?: { readonly id: string };
}

export interface FoundFinding {
  readonly uri: vscode.Uri;
  /** As it was read, without the analyst's corrections. */
  readonly finding: Finding;
  readonly review: ReviewedFinding['review'];
  /** The whole report, with LF. */
  readonly text: string;
}

/** The finding that a command is about: the given one, or the one at the cursor, asking where there are several. */
export class WhichFinding {
  constructor(
    private readonly reports: ReportStore,
    private readonly store: TagStore,
    private readonly lexicon: () => Lexicon,
  ) {}

  async find(target?: FindingTarget): Promise<FoundFinding | undefined> {
    const editor = workingEditor();
    const given = target?.uri;
    const uri = typeof given === 'string' ? vscode.Uri.parse(given) : (given ?? editor?.document.uri);
    if (!uri) return undefined;
    const findings = await this.reports.findings(uri);
    const text = toLf((await vscode.workspace.openTextDocument(uri)).getText());
    const { parsed } = await this.store.get(uri);
    const reviews = reviewed(findings, parsed?.reviews ?? [], text);
    const all = findings.map((finding, i) => ({ uri, finding, review: reviews[i]!.review, text }));
    if (target) {
      const id = target.id ?? target.finding?.id;
      const found = all.find(one => one.finding.id === id);
      if (!found) void vscode.window.showInformationMessage(t('That finding is no longer in the report.'));
      return found;
    }
    const at = editor ? toOffset(editor.document, editor.selection.active) : -1;
    const here = all.filter(({ finding }) => finding.start <= at && at <= finding.end);
    if (here.length === 0) void vscode.window.showInformationMessage(t('There is no finding at the cursor.'));
    return here.length < 2 ? here[0] : this.#pick(here);
  }

  async #pick(here: readonly FoundFinding[]): Promise<FoundFinding | undefined> {
    const rows = here.map(found => ({
      label: label(found.finding, this.lexicon()),
      description: description(found.finding),
      found,
    }));
    return (await vscode.window.showQuickPick(rows, { title: t('Which finding?') }))?.found;
  }
}
