import * as vscode from 'vscode';
import type { CodebookTag } from '../../core/tagging/codebook.js';

const { t } = vscode.l10n;
const RECENT = 'tags.recent';

interface Choice extends vscode.QuickPickItem {
  readonly path?: string;
}

/** The picker of tags: recent ones first, then the codebook; several at once; what is typed can become a tag. */
export class TagPick {
  constructor(private readonly state: vscode.Memento) {}

  get recent(): readonly string[] {
    return this.state.get<string[]>(RECENT, []);
  }

  /** `undefined` where the person went away. `inVivo`: the passage's own words, offered as a tag. */
  async ask(
    codebook: readonly CodebookTag[],
    options: { readonly title: string; readonly picked?: readonly string[]; readonly inVivo?: string },
  ): Promise<string[] | undefined> {
    const pick = vscode.window.createQuickPick<Choice>();
    pick.title = options.title;
    pick.placeholder = t('Choose tags, or type a new one; “/” puts a tag inside another');
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    const choices = this.#choices(codebook, options.picked ?? []);
    let chosen = new Set(options.picked ?? []);
    const show = (): void => {
      const typed = cleaned(pick.value);
      const known = choices.some(c => c.path === typed);
      const made = [...chosen]
        .filter(path => !choices.some(c => c.path === path))
        .map(path => ({ label: path, path, description: t('new') }));
      const create: Choice[] =
        typed !== '' && !known && !chosen.has(typed)
          ? [{ label: `$(add) ${typed}`, path: typed, description: t('new tag'), alwaysShow: true }]
          : [];
      const vivo = cleaned(options.inVivo ?? '');
      const words: Choice[] =
        vivo !== '' &&
        vivo.length <= 60 &&
        typed === '' &&
        !choices.some(c => c.path === vivo) &&
        !chosen.has(vivo)
          ? [{ label: `$(quote) ${vivo}`, path: vivo, description: t('the selected words as a new tag') }]
          : [];
      pick.items = [...create, ...made, ...choices, ...words];
      pick.selectedItems = pick.items.filter(item => item.path !== undefined && chosen.has(item.path));
    };
    show();
    return new Promise(resolve => {
      pick.onDidChangeValue(show);
      pick.onDidChangeSelection(items => {
        // Rows that the filter hides lose their tick in this event on some versions: only what is on the list counts.
        const listed = new Set(pick.items.map(item => item.path));
        chosen = new Set([
          ...[...chosen].filter(path => !listed.has(path)),
          ...items.flatMap(item => item.path ?? []),
        ]);
      });
      pick.onDidAccept(() => {
        // Enter on a typed name, or on one row, takes it without a tick.
        const active = pick.activeItems[0]?.path;
        if (chosen.size === 0 && active !== undefined) chosen.add(active);
        else if (cleaned(pick.value) !== '' && active === cleaned(pick.value)) chosen.add(active);
        resolve(chosen.size > 0 ? [...chosen] : undefined);
        pick.hide();
      });
      pick.onDidHide(() => {
        resolve(undefined);
        pick.dispose();
      });
      pick.show();
    });
  }

  async remember(paths: readonly string[]): Promise<void> {
    await this.state.update(RECENT, [...new Set([...paths, ...this.recent])].slice(0, 12));
  }

  #choices(codebook: readonly CodebookTag[], picked: readonly string[]): Choice[] {
    const row = ({ path, title, description }: CodebookTag): Choice => ({
      label: path,
      path,
      ...(title !== path && title !== path.split('/').at(-1) ? { description: title } : {}),
      ...(description === undefined ? {} : { detail: description.replace(/\s+/g, ' ') }),
    });
    const known = new Map(codebook.map(tag => [tag.path, tag]));
    const recent = [...new Set([...picked, ...this.recent])].map(path => {
      const tag = known.get(path);
      return tag ? row(tag) : { label: path, path };
    });
    const rest = codebook.filter(tag => !recent.some(r => r.path === tag.path)).map(row);
    const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
    return [
      ...(recent.length > 0 ? [heading(t('recent')), ...recent] : []),
      ...(rest.length > 0 ? [heading(t('codebook')), ...rest] : []),
    ];
  }
}

/** A tag path as it is written: no blanks around, none of its parts empty. */
export const cleaned = (path: string): string =>
  path
    .split('/')
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('/');
