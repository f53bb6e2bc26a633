import * as vscode from 'vscode';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { toLf } from '../../core/report/text.js';
import { type Coverage, coverageOf } from '../../core/tagging/coverage.js';
import { View } from '../ids.js';
import type { ReportRule } from '../reports/reportRule.js';
import { nameOf } from './sidecarFile.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;

interface ReportRow {
  readonly uri: vscode.Uri;
  readonly tags: number;
  readonly readers: readonly Coverage[];
}
interface ReaderRow {
  readonly report: ReportRow;
  readonly reader: Coverage;
}
type Row = ReportRow | ReaderRow;

/** More files than this are not opened to see whether they are reports. */
const MOST = 1000;

/** The reports of the workspace: how much of each has been read, by whom, and how many tags it has. */
export class ReportsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly #parts: vscode.Disposable[];
  #pending: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly store: TagStore,
    private readonly rule: ReportRule,
    private readonly lexicon: () => Lexicon,
  ) {
    const again = (): void => {
      clearTimeout(this.#pending);
      this.#pending = setTimeout(() => {
        this.#changed.fire(undefined);
      }, 200);
    };
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{txt,md,inspection}');
    this.#parts = [
      this.#changed,
      vscode.window.createTreeView(View.reports, { treeDataProvider: this, showCollapseAll: true }),
      store.onDidChange(again),
      rule.onDidChange(again),
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
    ];
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) return this.#read();
    return 'reader' in row ? [] : row.readers.map(reader => ({ report: row, reader }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if ('reader' in row) {
      const { by, share, spans } = row.reader;
      const item = new vscode.TreeItem(by ?? t('no name'));
      item.description = t('{0}% read', percent(share));
      item.iconPath = new vscode.ThemeIcon(share > 0.995 ? 'pass-filled' : 'person');
      item.accessibilityInformation = {
        label: t('{0} has read {1}%, {2} passages', by ?? t('no name'), percent(share), spans.length),
      };
      return item;
    }
    const { uri, readers, tags } = row;
    const most = Math.max(0, ...readers.map(r => r.share));
    const item = new vscode.TreeItem(
      nameOf(uri),
      readers.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    item.id = uri.toString();
    item.description = [
      readers.length === 0 ? t('unread') : t('{0}% read', percent(most)),
      tags > 0 && (tags === 1 ? t('1 tag') : t('{0} tags', tags)),
    ]
      .filter(Boolean)
      .join(' · ');
    item.resourceUri = uri;
    item.iconPath = new vscode.ThemeIcon(
      most > 0.995 ? 'pass-filled' : most > 0 ? 'circle-large' : 'circle-outline',
    );
    item.contextValue = 'report';
    item.tooltip = vscode.workspace.asRelativePath(uri);
    item.command = { command: 'vscode.open', title: t('Open'), arguments: [uri] };
    item.accessibilityInformation = { label: `${nameOf(uri)}, ${item.description}` };
    return item;
  }

  dispose(): void {
    clearTimeout(this.#pending);
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #read(): Promise<ReportRow[]> {
    const include = vscode.workspace
      .getConfiguration('inspectionLens.reports')
      .get<string>('include', '**/*.{txt,md,inspection}');
    const files = await vscode.workspace.findFiles(include, undefined, MOST);
    const rows = await Promise.all(
      files.map(async (uri): Promise<ReportRow[]> => {
        try {
          const document = await vscode.workspace.openTextDocument(uri);
          if (!(await this.rule.isReport(document))) return [];
          const { tags, parsed } = await this.store.get(uri);
          const readers = coverageOf(toLf(document.getText()), parsed?.read ?? [], this.lexicon());
          return [{ uri, tags: tags.length, readers }];
        } catch {
          return []; // no text: no report
        }
      }),
    );
    return rows.flat().sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }
}

const percent = (share: number): number => Math.min(100, Math.floor(share * 100 + 0.5));
