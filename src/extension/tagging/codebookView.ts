import * as vscode from 'vscode';
import { View } from '../ids.js';
import { SteadyRows } from '../sidebar/steadyRows.js';
import type { CodebookFile } from './codebookFile.js';
import { tagIcon } from './tagIcon.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;

/** A tag of the codebook, or one that only sidecars have; commands of the view get it as their argument. */
export interface CodebookRow {
  readonly path: string;
  readonly title: string;
  readonly description: string | undefined;
  /** Passages that have this very tag. */
  readonly passages: number;
  readonly known: boolean;
  /** A colour of the theme. */
  readonly colour: string | undefined;
}

/** The codebook as a tree, with how often each tag is used; tags that the codebook does not know are marked so. */
export class CodebookView implements vscode.TreeDataProvider<CodebookRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<CodebookRow[] | undefined>();
  readonly #view: vscode.TreeView<CodebookRow>;
  readonly #parts: vscode.Disposable[];
  #rows: readonly CodebookRow[] = [];
  /** By path: VS Code knows a row by its object, so each keeps its own. */
  #objects = new Map<string, CodebookRow>();
  /** By path: what VS Code has been told of a row. */
  #told = new Map<string, string>();
  readonly #steady = new SteadyRows(
    () => this.#view,
    () => this.rows(),
    rows => {
      this.#tell(rows);
    },
    rows => this.#lasting(rows),
  );
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly store: TagStore,
    private readonly codebook: CodebookFile,
  ) {
    const again = (): void => {
      this.#steady.again();
    };
    this.#view = vscode.window.createTreeView(View.codebook, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.#parts = [this.#changed, this.#view, store.onDidChange(again), codebook.onDidChange(again)];
  }

  async getChildren(row?: CodebookRow): Promise<CodebookRow[]> {
    if (!row) this.#rows = await this.#steady.get();
    const depth = row ? row.path.split('/').length + 1 : 1;
    const inside = row ? `${row.path}/` : '';
    return this.#rows.filter(r => r.path.startsWith(inside) && r.path.split('/').length === depth);
  }

  getParent(row: CodebookRow): CodebookRow | undefined {
    const inside = row.path.lastIndexOf('/');
    return inside < 0 ? undefined : this.#rows.find(r => r.path === row.path.slice(0, inside));
  }

  /** The rows as the objects that they have been all along, with what they say now. */
  #lasting(rows: readonly CodebookRow[]): readonly CodebookRow[] {
    this.#objects = new Map(
      rows.map(row => [row.path, Object.assign(this.#objects.get(row.path) ?? {}, row)]),
    );
    return [...this.#objects.values()];
  }

  /**
   * Tells VS Code of the rows that say something else, or of all where there are others: from being told until it has
   * them again, a menu that is open on one of them has no row.
   */
  #tell(rows: readonly CodebookRow[] = []): void {
    const before = this.#told;
    this.#told = new Map(rows.map(row => [row.path, JSON.stringify(row)]));
    const stayed = [...before.keys()].join('\n') === [...this.#told.keys()].join('\n');
    this.#changed.fire(
      stayed ? rows.filter(({ path }) => before.get(path) !== this.#told.get(path)) : undefined,
    );
  }

  /** Selects a tag in the view, where that is open: one that was just made may lie in a folded parent. */
  async show(path: string): Promise<void> {
    if (!this.#view.visible) return;
    await this.#steady.refresh();
    this.#rows = await this.#steady.get();
    const row = this.#rows.find(r => r.path === path);
    if (row) await this.#view.reveal(row, { select: true, focus: false }).then(undefined, () => undefined);
  }

  getTreeItem(row: CodebookRow): vscode.TreeItem {
    const inside = this.#rows.some(r => r.path.startsWith(`${row.path}/`));
    const item = new vscode.TreeItem(
      row.title,
      inside ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.None,
    );
    item.id = row.path;
    item.description = [
      String(row.passages),
      !row.known && t('not in the codebook'),
      row.description?.replace(/\s+/g, ' '),
    ]
      .filter(Boolean)
      .join(' · ');
    item.tooltip = row.description ?? row.path;
    item.contextValue = row.known ? 'codebookTag' : 'codebookTag unknown';
    item.iconPath = row.known ? tagIcon(row.colour) : new vscode.ThemeIcon('question');
    item.accessibilityInformation = {
      label:
        (row.passages === 1
          ? t('{0}, 1 passage', row.path)
          : t('{0}, {1} passages', row.path, row.passages)) +
        (row.known ? '' : `, ${t('not in the codebook')}`) +
        (row.description ? `. ${row.description}` : ''),
    };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  /** Every tag of the codebook and of the sidecars, parents first. */
  async rows(): Promise<CodebookRow[]> {
    const book = await this.codebook.tags(this.codebook.place());
    const counts = new Map<string, number>();
    for (const report of await this.store.reports()) {
      const { tags } = await this.store.get(report).then(undefined, () => ({ tags: [] }));
      for (const { tag } of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    const rows = new Map<string, CodebookRow>();
    for (const { path, title, description } of book)
      rows.set(path, {
        path,
        title,
        description,
        passages: counts.get(path) ?? 0,
        known: true,
        colour: this.codebook.colour(undefined, path),
      });
    for (const [used, passages] of [...counts].sort()) {
      const parts = used.split('/');
      for (let n = 1; n <= parts.length; n++) {
        const path = parts.slice(0, n).join('/');
        if (rows.has(path)) continue;
        rows.set(path, {
          path,
          title: parts[n - 1]!,
          description: undefined,
          passages: path === used ? passages : (counts.get(path) ?? 0),
          known: false,
          colour: undefined,
        });
      }
    }
    return [...rows.values()];
  }
}
