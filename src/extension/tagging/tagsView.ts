import * as vscode from 'vscode';
import type { AnchoredTag } from '../../core/tagging/tag.js';
import { oneLine } from '../highlights/wording.js';
import { Command, Context, View } from '../ids.js';
import { SteadyRows } from '../sidebar/steadyRows.js';
import type { CodebookFile } from './codebookFile.js';
import { nameOf } from './sidecarFile.js';
import { tagIcon } from './tagIcon.js';
import type { TagStore } from './tagStore.js';

const { t } = vscode.l10n;

interface TagGroup {
  readonly path: string;
  readonly rows: readonly TagRow[];
}

/** A passage in the view; commands of its menu get it as their argument. */
export interface TagRow {
  readonly uri: vscode.Uri;
  readonly id: string;
  readonly tag: AnchoredTag;
}

type Row = TagGroup | TagRow;

/** Every tag of the workspace, and under each its passages. Sidecars are read when the view is first looked at. */
export class TagsView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Row | undefined>();
  readonly #view: vscode.TreeView<Row>;
  readonly #parts: vscode.Disposable[];
  #groups: TagGroup[] = [];
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
    private readonly codebook: CodebookFile,
  ) {
    this.#view = vscode.window.createTreeView(View.tags, { treeDataProvider: this, showCollapseAll: true });
    const again = (): void => {
      this.#steady.again();
    };
    this.#parts = [
      this.#changed,
      this.#steady,
      this.#view,
      store.onDidChange(again),
      codebook.onDidChange(again),
    ];
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return 'rows' in row ? [...row.rows] : [];
    this.#groups = [...(await this.#steady.get())];
    void vscode.commands.executeCommand('setContext', Context.noTags, this.#groups.length === 0);
    const adrift = this.#groups
      .flatMap(g => g.rows)
      .filter(r => r.tag.state === 'orphaned' || r.tag.state === 'suggested').length;
    this.#view.badge =
      adrift > 0 ? { value: adrift, tooltip: t('Tags whose words have changed: {0}', adrift) } : undefined;
    return this.#groups;
  }

  getParent(row: Row): Row | undefined {
    return 'rows' in row ? undefined : this.#groups.find(g => g.rows.includes(row));
  }

  getTreeItem(row: Row): vscode.TreeItem {
    if ('rows' in row) {
      const item = new vscode.TreeItem(row.path, vscode.TreeItemCollapsibleState.Expanded);
      item.id = row.path;
      item.description = String(row.rows.length);
      item.iconPath = tagIcon(this.codebook.colour(row.rows[0]?.uri, row.path));
      item.contextValue = 'tagGroup';
      item.accessibilityInformation = {
        label:
          row.rows.length === 1
            ? t('{0}, 1 passage', row.path)
            : t('{0}, {1} passages', row.path, row.rows.length),
      };
      return item;
    }
    const { tag, uri } = row;
    const item = new vscode.TreeItem(oneLine(tag.quote));
    item.id = `${uri.toString()} ${tag.id}`;
    item.description = [stateWord(tag), nameOf(uri), tag.note && oneLine(tag.note)]
      .filter(Boolean)
      .join(' · ');
    item.contextValue = `tag ${tag.state}`;
    if (tag.state === 'orphaned') item.iconPath = new vscode.ThemeIcon('debug-disconnect');
    if (tag.state === 'suggested') item.iconPath = new vscode.ThemeIcon('question');
    item.command =
      tag.start === undefined
        ? { command: Command.openSidecar, title: t('Open sidecar'), arguments: [{ uri }] }
        : { command: Command.reveal, title: t('Go to passage'), arguments: [uri, tag.start, tag.end] };
    item.accessibilityInformation = { label: `${tag.tag}: ${oneLine(tag.quote)}. ${item.description}` };
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    if ('rows' in row) return item;
    const { tag } = row;
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(tag.quote);
    if (tag.note) tooltip.appendMarkdown('\n\n').appendText(tag.note);
    tooltip
      .appendMarkdown('\n\n')
      .appendText([tag.by, tag.created, stateWord(tag) ?? t('in its place')].filter(Boolean).join(' · '));
    item.tooltip = tooltip;
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #read(): Promise<TagGroup[]> {
    const groups = new Map<string, TagRow[]>();
    for (const report of await this.store.reports()) {
      const { tags } = await this.store.get(report).then(undefined, () => ({ tags: [] }));
      for (const tag of tags) {
        const rows = groups.get(tag.tag) ?? [];
        groups.set(tag.tag, rows);
        rows.push({ uri: report, id: tag.id, tag });
      }
    }
    return [...groups].sort(([a], [b]) => a.localeCompare(b)).map(([path, rows]) => ({ path, rows }));
  }
}

/** How a tag stands, where that needs saying. */
export function stateWord(tag: AnchoredTag): string | undefined {
  switch (tag.state) {
    case 'orphaned':
      return t('orphaned: its words are gone');
    case 'suggested':
      return t('suggested place, {0}% alike', Math.round((tag.score ?? 0) * 100));
    case 'moved':
    case 'anchored':
      return undefined;
  }
}
