import * as vscode from 'vscode';
import { View } from '../ids.js';
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
}

/** The codebook as a tree, with how often each tag is used; tags that the codebook does not know are marked so. */
export class CodebookView implements vscode.TreeDataProvider<CodebookRow>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<CodebookRow | undefined>();
  readonly #parts: vscode.Disposable[];
  #rows: readonly CodebookRow[] = [];
  #pending: ReturnType<typeof setTimeout> | undefined;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    private readonly store: TagStore,
    private readonly codebook: CodebookFile,
  ) {
    const again = (): void => {
      clearTimeout(this.#pending);
      this.#pending = setTimeout(() => {
        this.#changed.fire(undefined);
      }, 150);
    };
    this.#parts = [
      this.#changed,
      vscode.window.createTreeView(View.codebook, { treeDataProvider: this, showCollapseAll: true }),
      store.onDidChange(again),
      codebook.onDidChange(again),
    ];
  }

  async getChildren(row?: CodebookRow): Promise<CodebookRow[]> {
    if (!row) this.#rows = await this.rows();
    const depth = row ? row.path.split('/').length + 1 : 1;
    const inside = row ? `${row.path}/` : '';
    return this.#rows.filter(r => r.path.startsWith(inside) && r.path.split('/').length === depth);
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
    item.iconPath = row.known
      ? tagIcon(this.codebook.colour(undefined, row.path))
      : new vscode.ThemeIcon('question');
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
    clearTimeout(this.#pending);
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
        });
      }
    }
    return [...rows.values()];
  }
}
