import * as vscode from 'vscode';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { type Coverage, coverageOf } from '../../core/tagging/coverage.js';
import { Context, View } from '../ids.js';
import type { ReportRule } from '../reports/reportRule.js';
import { SteadyRows } from '../sidebar/steadyRows.js';
import { nameOf, readReport } from './sidecarFile.js';
import type { Analyst } from './analyst.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;

interface ReportRow {
  readonly uri: vscode.Uri;
  readonly tags: number;
  readonly readers: readonly Coverage[];
  /** Has the analyst of this window marked anything in it as read? */
  readonly own: boolean;
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
  readonly #known = new Map<string, { readonly state: string; readonly isReport: boolean }>();
  /** What people said of their files, counted. */
  #generation = 0;
  readonly #view: vscode.TreeView<Row>;
  readonly #steady = new SteadyRows(
    () => this.#view,
    () => this.#read(),
    () => {
      this.#changed.fire(undefined);
    },
  );
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly store: TagStore,
    private readonly rule: ReportRule,
    private readonly analyst: Analyst,
    private readonly lexicon: () => Lexicon,
  ) {
    const again = (): void => {
      this.#steady.again();
    };
    this.#view = vscode.window.createTreeView(View.reports, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.{txt,md,inspection}');
    this.#parts = [
      this.#changed,
      this.#view,
      this.#steady,
      store.onDidChange(again),
      rule.onDidChange(() => {
        this.#generation++;
        again();
      }),
      watcher,
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
    ];
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (!row) {
      const rows = [...(await this.#steady.get())];
      void vscode.commands.executeCommand('setContext', Context.noReports, rows.length === 0);
      return rows;
    }
    return 'reader' in row ? [] : row.readers.map(reader => ({ report: row, reader }));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if ('reader' in row) {
      const { by, share, spans } = row.reader;
      const item = new vscode.TreeItem(by ?? t('no name'));
      item.description = t('{0}% read', percent(share));
      item.iconPath = new vscode.ThemeIcon(share > 0.995 ? 'pass-filled' : 'person');
      item.accessibilityInformation = {
        label: t('{0} has read {1}%, passages: {2}', by ?? t('no name'), percent(share), spans.length),
      };
      return item;
    }
    const { uri, readers, tags, own } = row;
    const most = Math.max(0, ...readers.map(r => r.share));
    const item = new vscode.TreeItem(
      nameOf(uri),
      readers.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None,
    );
    item.id = uri.toString();
    item.description = [coverageWords(readers), tags > 0 && (tags === 1 ? t('1 tag') : t('{0} tags', tags))]
      .filter(Boolean)
      .join(' · ');
    item.resourceUri = uri;
    item.iconPath = new vscode.ThemeIcon(
      most > 0.995 ? 'pass-filled' : most > 0 ? 'circle-large' : 'circle-outline',
    );
    item.contextValue = own ? 'report read' : 'report';
    item.tooltip = vscode.workspace.asRelativePath(uri);
    item.command = { command: 'vscode.open', title: t('Open'), arguments: [uri] };
    item.accessibilityInformation = { label: `${nameOf(uri)}, ${item.description}` };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #read(): Promise<ReportRow[]> {
    const settings = vscode.workspace.getConfiguration('inspectionLens.reports');
    const include = settings.get<string>('include', '**/*.{txt,md,inspection}');
    const exclude = settings.get<string>('exclude', '');
    const files = await vscode.workspace.findFiles(include, exclude === '' ? undefined : exclude, MOST);
    const rows: ReportRow[] = [];
    // A few at a time: the disk may be at the other end of a slow line.
    for (let i = 0; i < files.length; i += 16)
      rows.push(...(await Promise.all(files.slice(i, i + 16).map(uri => this.#row(uri)))).flat());
    return rows.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Reads the file itself: opening a document for each would have VS Code close it again, and tell everybody. */
  async #row(uri: vscode.Uri): Promise<ReportRow[]> {
    try {
      if (!(await this.#isReport(uri))) return [];
      const { tags, parsed } = await this.store.get(uri);
      const marks = parsed?.read ?? [];
      const readers =
        marks.length > 0 ? coverageOf((await readReport(uri)) ?? '', marks, this.lexicon()) : [];
      const own = marks.some(mark => mark.by === this.analyst.name(uri));
      return [{ uri, tags: tags.length, readers, own }];
    } catch {
      return []; // no text: no report
    }
  }

  /** Remembered while the file stays as it is. */
  async #isReport(uri: vscode.Uri): Promise<boolean> {
    const { mtime, size } = await vscode.workspace.fs.stat(uri);
    const state = `${String(mtime)} ${String(size)} ${String(this.#generation)}`;
    const known = this.#known.get(uri.toString());
    if (known?.state === state) return known.isReport;
    const isReport = await this.rule.isReportFile(uri, (await readReport(uri)) ?? '');
    this.#known.set(uri.toString(), { state, isReport });
    return isReport;
  }
}

/** How much has been read, by whom: up to two people by name, more as a number. */
function coverageWords(readers: readonly Coverage[]): string {
  const [first, second, third] = readers;
  if (!first) return t('unread');
  const share = ({ by, share }: Coverage): string => t('{0} {1}%', by ?? t('no name'), percent(share));
  if (!second) return t('{0}% read by {1}', percent(first.share), first.by ?? t('no name'));
  if (!third) return t('read by {0}', `${share(first)}, ${share(second)}`);
  return t('up to {0}% read by {1} people', percent(Math.max(...readers.map(r => r.share))), readers.length);
}

const percent = (share: number): number => Math.min(100, Math.floor(share * 100 + 0.5));
