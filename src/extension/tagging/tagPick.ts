import * as vscode from 'vscode';
import type { CodebookTag } from '../../core/tagging/codebook.js';

const { t } = vscode.l10n;
const RECENT = 'tags.recent';

/** Longer passages make no tag: nobody would read it. */
const LONGEST_IN_VIVO = 60;

interface Choice extends vscode.QuickPickItem {
  readonly path?: string;
}

/** What the person chose. */
export interface Picked {
  readonly paths: string[];
  /** Do they want to write a note too? */
  readonly note: boolean;
}

/** The picker of tags: recent ones first, then the codebook; several at once; what is typed can become a tag. */
export class TagPick {
  constructor(private readonly state: vscode.Memento) {}

  /** The tags used last, newest first; what has left the codebook since, by a rename for one, is not offered again. */
  recentOf(codebook: readonly CodebookTag[]): readonly string[] {
    const recent = this.#recent;
    return codebook.length === 0 ? recent : recent.filter(path => codebook.some(tag => tag.path === path));
  }

  /**
   * `undefined` where the person went away. `inVivo`: the passage's own words, offered as a tag. The picker is there
   * before the codebook is read: what somebody types at once is meant for it, not for the report.
   */
  async ask(
    reading: Promise<readonly CodebookTag[]>,
    options: { readonly title: string; readonly picked?: readonly string[]; readonly inVivo?: string },
  ): Promise<Picked | undefined> {
    const pick = vscode.window.createQuickPick<Choice>();
    pick.title = options.title;
    pick.placeholder = t('Choose tags, or type a new one; “/” puts a tag inside another');
    pick.canSelectMany = true;
    pick.matchOnDescription = true;
    pick.matchOnDetail = true;
    pick.busy = true;
    let choices = this.#choices([], options.picked ?? []);
    let known = new Set(choices.map(choice => choice.path));
    // A “/” in the report is no place in the codebook.
    const words = cleaned((options.inVivo ?? '').replaceAll('/', '-'));
    const withNote = { iconPath: new vscode.ThemeIcon('comment'), tooltip: t('Tag with a note…') };
    const inVivo = {
      iconPath: new vscode.ThemeIcon('quote'),
      tooltip: t('Use the selected words as the tag'),
    };
    const offersWords = words !== '' && words.length <= LONGEST_IN_VIVO;
    pick.buttons = offersWords ? [inVivo, withNote] : [withNote];
    let chosen = new Set(options.picked ?? []);
    const show = (): void => {
      const typed = cleaned(pick.value);
      const isNew = (path: string): boolean => path !== '' && !known.has(path) && !chosen.has(path);
      const made = [...chosen]
        .filter(path => !known.has(path))
        .map(path => ({ label: path, path, description: t('new') }));
      const create: Choice[] = isNew(typed)
        ? [{ label: `$(add) ${typed}`, path: typed, description: t('new tag'), alwaysShow: true }]
        : [];
      const own: Choice[] =
        offersWords && isNew(words) && words !== typed
          ? [
              heading(t('in vivo')),
              { label: `$(quote) ${words}`, path: words, description: t('the selected words as a new tag') },
            ]
          : [];
      pick.items = [...made, ...choices, ...create, ...own];
      pick.selectedItems = pick.items.filter(item => item.path !== undefined && chosen.has(item.path));
      // With something typed, Enter takes the row that is shown as focused: what fits, or else the new tag.
      const fits = choices.find(c => c.path === typed) ?? choices.find(names(typed)) ?? create[0];
      if (typed !== '' && fits) pick.activeItems = [fits];
    };
    show();
    void reading.then(codebook => {
      choices = this.#choices(codebook, options.picked ?? []);
      known = new Set(choices.map(choice => choice.path));
      pick.busy = false;
      show();
    });
    return new Promise(resolve => {
      const accept = (note: boolean): void => {
        // Enter without a tick takes the focused row; so does Enter on what was just typed.
        const active = pick.activeItems[0]?.path;
        if (active !== undefined && (chosen.size === 0 || pick.value.trim() !== '')) chosen.add(active);
        if (chosen.size === 0) return; // nothing to take: the picker stays
        resolve({ paths: [...chosen], note });
        pick.hide();
      };
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
        accept(false);
      });
      pick.onDidTriggerButton(button => {
        if (button === inVivo) chosen.add(words);
        accept(button === withNote);
      });
      pick.onDidHide(() => {
        resolve(undefined);
        pick.dispose();
      });
      pick.show();
    });
  }

  async remember(paths: readonly string[]): Promise<void> {
    await this.state.update(RECENT, [...new Set([...paths, ...this.#recent])].slice(0, 12));
  }

  get #recent(): readonly string[] {
    return this.state.get<string[]>(RECENT, []);
  }

  #choices(codebook: readonly CodebookTag[], picked: readonly string[]): Choice[] {
    const row = ({ path, title, description }: CodebookTag): Choice => ({
      label: path,
      path,
      ...(sameName(title, path.split('/').at(-1)!) ? {} : { description: title }),
      ...(description === undefined ? {} : { detail: description.replace(/\s+/g, ' ') }),
    });
    const known = new Map(codebook.map(tag => [tag.path, tag]));
    const recent = [...new Set([...picked, ...this.recentOf(codebook)])].map(path => {
      const tag = known.get(path);
      return tag ? row(tag) : { label: path, path };
    });
    const rest = codebook.filter(tag => !recent.some(r => r.path === tag.path)).map(row);
    return [
      ...(recent.length > 0 ? [heading(t('recent')), ...recent] : []),
      ...(rest.length > 0 ? [heading(t('codebook')), ...rest] : []),
    ];
  }
}

/** Asks for the note on a passage; `undefined` where the person went away, `''` for none. */
export async function askNote(value = ''): Promise<string | undefined> {
  const note = await vscode.window.showInputBox({
    title: t('Note'),
    value,
    prompt: t('A note on this passage; leave empty for none.'),
  });
  return note?.trim();
}

const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });

const names =
  (typed: string) =>
  ({ path }: Choice): boolean =>
    path?.toLowerCase().includes(typed.toLowerCase()) ?? false;

/** Does a title say no more than the name does? "Agency staff" for `agency-staff`. */
const sameName = (title: string, name: string): boolean =>
  title.toLowerCase().replace(/[-_\s]+/g, ' ') === name.toLowerCase().replace(/[-_\s]+/g, ' ');

/** A tag path as it is written: no blanks around, none of its parts empty. */
export const cleaned = (path: string): string =>
  path
    .split('/')
    .map(part => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('/');
