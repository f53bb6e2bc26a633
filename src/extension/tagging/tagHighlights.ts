import * as vscode from 'vscode';
import type { AnchoredTag } from '../../core/tagging/tag.js';
import type { Toggles } from '../highlights/toggles.js';
import { toRange } from '../reports/passages.js';
import type { CodebookFile } from './codebookFile.js';
import { levelsOf } from './tagLevels.js';
import type { TagStore } from './tagStore.js';

const DEFAULT = 'inspectionLens.tag';

/** Lines of a tag by its level: below the words, above them, and both where three or more overlap. */
const LINES = ['0 0 4px 0', '4px 0 0 0', '4px 0 4px 0'];

/** Draws tagged passages: a tinted band with a double line in the tag's colour. */
export class TagHighlights implements vscode.Disposable {
  /** By colour and level. */
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();
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
    vscode.Disposable.from(...this.#parts, ...this.#types.values()).dispose();
  }

  async #draw(editor: vscode.TextEditor): Promise<void> {
    const { document } = editor;
    if (document.uri.scheme === 'output' || document.isUntitled) return;
    const known = await this.store.get(document.uri).then(undefined, () => undefined);
    await this.codebook.tags(this.codebook.place(document.uri));
    if (document.isClosed) return;
    const tags = this.toggles.shows('tags') ? drawn(known?.tags ?? []) : [];
    const ranges = new Map<vscode.TextEditorDecorationType, vscode.Range[]>();
    for (const type of this.#types.values()) ranges.set(type, []);
    levelsOf(tags).forEach((level, i) => {
      const type = this.#type(this.codebook.colour(document.uri, tags[i]!.tag) ?? DEFAULT, level);
      const list = ranges.get(type) ?? [];
      ranges.set(type, list);
      list.push(toRange(document, tags[i]!));
    });
    for (const [type, list] of ranges) editor.setDecorations(type, list);
  }

  #type(colour: string, level: number): vscode.TextEditorDecorationType {
    const key = `${colour} ${String(level)}`;
    const known = this.#types.get(key);
    if (known) return known;
    const hex = colour.startsWith('#');
    const paint = hex ? colour : new vscode.ThemeColor(colour);
    const type = vscode.window.createTextEditorDecorationType({
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      borderWidth: LINES[level]!,
      borderStyle: 'double',
      borderColor: paint,
      backgroundColor: hex ? `${colour}1f` : new vscode.ThemeColor('inspectionLens.tagBackground'),
      overviewRulerColor: paint,
      overviewRulerLane: vscode.OverviewRulerLane.Left,
    });
    this.#types.set(key, type);
    return type;
  }
}

type Drawn = AnchoredTag & { readonly start: number; readonly end: number };
const drawn = (tags: readonly AnchoredTag[]): Drawn[] =>
  tags.filter(
    (tag): tag is Drawn => tag.start !== undefined && tag.state !== 'orphaned' && tag.state !== 'suggested',
  );
