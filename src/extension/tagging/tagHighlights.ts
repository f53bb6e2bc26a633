import * as vscode from 'vscode';
import type { Toggles } from '../highlights/toggles.js';
import { toRange } from '../reports/passages.js';
import type { CodebookFile } from './codebookFile.js';
import { stateWord } from './tagsView.js';
import { tagsAt, type TagStore } from './tagStore.js';

const { t } = vscode.l10n;
const DEFAULT = 'inspectionLens.tag';

/** Draws tagged passages: a band in the tag's colour under the words, and a bar beside their lines. */
export class TagHighlights implements vscode.Disposable {
  readonly #types = new Map<
    string,
    { band: vscode.TextEditorDecorationType; bar: vscode.TextEditorDecorationType }
  >();
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly codebook: CodebookFile,
    private readonly toggles: Toggles,
  ) {
    const all = (): void => {
      for (const editor of vscode.window.visibleTextEditors) void this.#draw(editor);
    };
    this.#parts = [
      store.onDidChange(uri => {
        for (const editor of vscode.window.visibleTextEditors)
          if (editor.document.uri.toString() === uri.toString()) void this.#draw(editor);
      }),
      codebook.onDidChange(all),
      toggles.onDidChange(all),
      vscode.window.onDidChangeVisibleTextEditors(all),
    ];
    all();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
    for (const { band, bar } of this.#types.values()) vscode.Disposable.from(band, bar).dispose();
  }

  async #draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (document.uri.scheme === 'output' || document.isUntitled) return;
    const known = await this.store.get(document.uri).then(undefined, () => undefined);
    await this.codebook.tags(this.codebook.place(document.uri));
    if (document.isClosed) return;
    const bands = new Map<string, vscode.Range[]>([...this.#types.keys()].map(colour => [colour, []]));
    for (const tag of this.toggles.shows('tags') ? (known?.tags ?? []) : []) {
      if (tag.start === undefined || tag.state === 'orphaned' || tag.state === 'suggested') continue;
      const colour = this.codebook.colour(document.uri, tag.tag) ?? DEFAULT;
      const ranges = bands.get(colour) ?? [];
      bands.set(colour, ranges);
      ranges.push(toRange(document, { start: tag.start, end: tag.end! }));
    }
    for (const [colour, ranges] of bands) {
      const { band, bar } = this.#type(colour);
      editor.setDecorations(band, ranges);
      editor.setDecorations(bar, ranges);
    }
  }

  #type(colour: string): { band: vscode.TextEditorDecorationType; bar: vscode.TextEditorDecorationType } {
    const known = this.#types.get(colour);
    if (known) return known;
    const hex = colour.startsWith('#');
    const paint = hex ? colour : new vscode.ThemeColor(colour);
    const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
    const band = vscode.window.createTextEditorDecorationType({
      rangeBehavior,
      borderWidth: '0 0 4px 0',
      borderStyle: 'double',
      borderColor: paint,
      ...(hex
        ? { backgroundColor: `${colour}1f` }
        : { backgroundColor: new vscode.ThemeColor('inspectionLens.tagBackground') }),
      overviewRulerColor: paint,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    });
    const bar = vscode.window.createTextEditorDecorationType({
      rangeBehavior,
      isWholeLine: true,
      borderWidth: '0 0 0 3px',
      borderStyle: 'solid',
      borderColor: paint,
    });
    const types = { band, bar };
    this.#types.set(colour, types);
    return types;
  }
}

/** Says of a tagged passage which tags it has, from whom, and with which note. */
export class TagHover implements vscode.HoverProvider {
  constructor(private readonly store: TagStore) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const here = tagsAt(this.store.peek(document.uri)?.tags ?? [], document, position).filter(
      tag => tag.state !== 'orphaned',
    );
    if (here.length === 0) return undefined;
    return new vscode.Hover(
      here.map(tag => {
        const text = new vscode.MarkdownString('', true);
        text.appendMarkdown('$(tag) **').appendText(tag.tag).appendMarkdown('**');
        const by = [tag.by && t('by {0}', tag.by), tag.created?.slice(0, 10), stateWord(tag)]
          .filter(Boolean)
          .join(' · ');
        if (by) text.appendMarkdown('  \n').appendText(by);
        if (tag.note) text.appendMarkdown('\n\n').appendText(tag.note);
        return text;
      }),
    );
  }
}
