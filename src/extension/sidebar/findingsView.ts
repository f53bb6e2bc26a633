import * as vscode from 'vscode';
import type { Finding, FindingKind } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import type { ReviewedFinding } from '../../core/tagging/reviews.js';
import { FEW, QUIET } from '../highlights/highlighter.js';
import { description, label, voiceWords } from '../highlights/wording.js';
import { Command, View } from '../ids.js';
import { toOffset } from '../reports/passages.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

interface Group {
  readonly kind: FindingKind;
  readonly uri: vscode.Uri;
  rows: readonly FindingRow[];
}

/** A row of the view; commands of its menu get it as their argument. */
export interface FindingRow {
  readonly uri: vscode.Uri;
  readonly finding: Finding;
  readonly review?: ReviewedFinding['review'];
}

type Row = Group | FindingRow;

const KINDS: readonly FindingKind[] = ['judgement', 'percentage', 'theme'];
const ICONS: Record<FindingKind, string> = { judgement: 'law', percentage: 'graph', theme: 'symbol-keyword' };

/** The findings of the active report, by kind and in text order. */
export class FindingsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Row[] | undefined>();
  readonly #view: vscode.TreeView<Row>;
  readonly #parts: vscode.Disposable[];
  readonly onDidChangeTreeData = this.#changed.event;
  #uri: vscode.Uri | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #groups: readonly Group[] = [];

  constructor(
    private readonly reports: ReviewedReports,
    private readonly lexicon: () => Lexicon,
  ) {
    this.#view = vscode.window.createTreeView(View.findings, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#parts = [
      this.#changed,
      this.#view,
      reports.onDidChange(uri => {
        if (
          this.#uri === undefined ||
          uri.toString() === this.#uri.toString() ||
          this.#active()?.toString() === uri.toString()
        )
          this.#refreshSoon(uri);
      }),
      vscode.window.onDidChangeActiveTextEditor(editor => {
        // A webview or a panel in front is no reason to lose the list; another document is.
        if (editor) this.#refresh();
        else if (vscode.window.visibleTextEditors.length === 0) this.#refresh();
      }),
      vscode.window.onDidChangeTextEditorSelection(event => {
        this.#follow(event);
      }),
    ];
    this.#refresh();
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return 'kind' in row ? this.#groupItem(row) : this.#findingItem(row);
  }

  getChildren(row?: Row): Row[] {
    if (!row) return [...this.#groups];
    return 'kind' in row ? [...row.rows] : [];
  }

  getParent(row: Row): Row | undefined {
    return 'kind' in row ? undefined : this.#groups.find(group => group.kind === row.finding.kind);
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if ('kind' in row) return item;
    const tooltip = new vscode.MarkdownString();
    tooltip
      .appendText(row.finding.text)
      .appendMarkdown('  \n')
      .appendText(t('Said by {0}', voiceWords(row.finding.voice)));
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    vscode.Disposable.from(...this.#parts).dispose();
  }

  #active(): vscode.Uri | undefined {
    return workingEditor()?.document.uri;
  }

  /** At once, but in a long report, whose every finding moves with a keystroke, when the typing rests. */
  #refreshSoon(uri: vscode.Uri): void {
    clearTimeout(this.#timer);
    if (this.reports.count(uri) <= FEW) this.#refresh();
    else
      this.#timer = setTimeout(() => {
        this.#refresh();
      }, QUIET);
  }

  #refresh(): void {
    const uri = this.#active();
    const found = uri && this.reports.get(uri);
    this.#uri = found ? uri : undefined;
    const groups = found ? groupsOf(uri!, found) : [];
    const empty = found?.length === 0;
    this.#view.message = empty ? t('This report has no judgements, percentages or themes.') : '';
    this.#view.description = found ? uri!.path.slice(uri!.path.lastIndexOf('/') + 1) : '';
    this.#show(groups);
  }

  /**
   * Tells VS Code only what is different: from its being told until it has the rows again, a menu that is open on one
   * has nothing to be about.
   */
  #show(groups: readonly Group[]): void {
    const key = (of: readonly Group[]): string =>
      of.map(({ uri, kind }) => `${uri.toString()} ${kind}`).join();
    if (key(groups) !== key(this.#groups)) {
      this.#groups = groups;
      this.#changed.fire(undefined);
      return;
    }
    const changed = this.#groups.filter((group, i) => {
      const { rows } = groups[i]!;
      const different =
        rows.length !== group.rows.length || !rows.every((row, n) => sameRow(row, group.rows[n]!));
      if (different) group.rows = rows;
      return different;
    });
    if (changed.length > 0) this.#changed.fire(changed);
  }

  #groupItem({ kind, uri, rows }: Group): vscode.TreeItem {
    const titles: Record<FindingKind, string> = {
      judgement: t('Judgements'),
      percentage: t('Percentages'),
      theme: t('Themes'),
    };
    const count = rows.length;
    const collapsed =
      kind === 'theme' ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.Expanded;
    const item = new vscode.TreeItem(titles[kind], collapsed);
    item.id = `${uri.toString()} ${kind}`;
    item.description = String(count);
    item.iconPath = new vscode.ThemeIcon(ICONS[kind]);
    item.contextValue = 'group';
    item.accessibilityInformation = { label: t('{0}, {1} findings', titles[kind], count) };
    return item;
  }

  #findingItem(row: FindingRow): vscode.TreeItem {
    const { finding, review, uri } = row;
    const name = label(finding, this.lexicon());
    const item = new vscode.TreeItem(name);
    item.id = `${uri.toString()} ${finding.id}`;
    const decision: Record<string, string> = {
      confirmed: t('confirmed'),
      dismissed: t('dismissed'),
      corrected: t('corrected'),
    };
    item.description = [review && decision[review.decision], description(finding)]
      .filter(Boolean)
      .join(' · ');
    item.contextValue = `finding ${review?.decision ?? 'open'}`;
    item.command = {
      command: Command.reveal,
      title: t('Go to finding'),
      arguments: [uri, finding.start, finding.end],
    };
    item.accessibilityInformation = { label: `${name}. ${item.description}. ${finding.text}` };
    return item;
  }

  /** Selects the finding at the cursor, where the view is open. */
  #follow({ textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    if (!this.#view.visible || textEditor.document.uri.toString() !== this.#uri?.toString()) return;
    const offset = toOffset(textEditor.document, selections[0]!.active);
    for (const { kind, rows } of this.#groups) {
      const row = rows.find(r => r.finding.start <= offset && offset <= r.finding.end);
      if (!row) continue;
      if (this.#view.selection[0] !== row && kind !== 'theme')
        void this.#view.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
      return;
    }
  }
}

function groupsOf(uri: vscode.Uri, found: readonly ReviewedFinding[]): Group[] {
  return KINDS.map(kind => ({
    kind,
    uri,
    rows: found.filter(f => f.finding.kind === kind).map(f => ({ uri, ...f })),
  })).filter(group => group.rows.length > 0);
}

/** A finding that has neither moved nor changed is the same object, unless the analyst has corrected it. */
const sameRow = (a: FindingRow, b: FindingRow): boolean =>
  (a.finding === b.finding && a.review === b.review) || JSON.stringify(a) === JSON.stringify(b);
