import * as vscode from 'vscode';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { type Span, toLf } from '../../core/report/text.js';
import { anchorAll } from '../../core/tagging/anchoring.js';
import type { SidecarEdit } from '../../core/tagging/edits.js';
import { type Placed, placed } from '../../core/tagging/placing.js';
import { Selectors } from '../../core/tagging/selector.js';
import { parseSidecar, reportNameOf, type Sidecar } from '../../core/tagging/sidecar.js';
import type { AnchoredTag, Tag } from '../../core/tagging/tag.js';
import { TrackedPlaces } from '../../core/tagging/trackedPlaces.js';
import { openDocument, toOffset } from '../reports/passages.js';
import type { EarlierTexts } from './earlierTexts.js';
import { tidy } from './replacement.js';
import { nameOf, readReport, readText } from './sidecarFile.js';
import type { SidecarPlace } from './sidecarPlace.js';
import type { SidecarWriter, Written } from './sidecarWriter.js';

/** The tags of one report as they stand now. */
export interface ReportTags {
  readonly report: vscode.Uri;
  readonly sidecar: vscode.Uri;
  /** `undefined`: there is no sidecar (yet). */
  readonly parsed: Sidecar | undefined;
  readonly tags: readonly AnchoredTag[];
}

interface Loaded extends ReportTags {
  /** Which reading it is of: of two at once, the one that began later knows more. */
  readonly reading: number;
  tags: readonly AnchoredTag[];
  /** Where the words of tags are by the edits since they were last read. */
  tracked?: TrackedPlaces;
  /** In which text they were found. */
  placed?: Placed;
}

/** Milliseconds of quiet after a change of the report before its tags are anchored anew. */
const QUIET = 150;

/**
 * The tags of every report that somebody has asked for: read from the sidecars, anchored in the reports, moved along
 * with edits, and read again when a sidecar changes, whoever changed it.
 */
export class TagStore implements vscode.Disposable {
  readonly #loaded = new Map<string, Loaded>();
  readonly #loading = new Map<string, Promise<ReportTags>>();
  #readings = 0;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #written = new vscode.EventEmitter<readonly Written[]>();
  readonly #unsettled = new Set<Promise<unknown>>();
  readonly #quiet = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #parts: vscode.Disposable[] = [this.#changed, this.#written];

  /** The report whose tags changed, or moved, or whose sidecar did. */
  readonly onDidChange = this.#changed.event;
  /** The writes of this window, step by step, for undoing them. */
  readonly onDidWrite = this.#written.event;

  constructor(
    private readonly lexicon: () => Lexicon,
    readonly place: SidecarPlace,
    private readonly writer: SidecarWriter,
    private readonly earlier: EarlierTexts,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*.tags.yaml');
    const sidecarChanged = (uri: vscode.Uri): void => void this.readAgain(uri);
    this.#parts.push(
      watcher,
      watcher.onDidCreate(sidecarChanged),
      watcher.onDidChange(sidecarChanged),
      watcher.onDidDelete(sidecarChanged),
      vscode.workspace.onDidChangeTextDocument(event => {
        if (event.contentChanges.length === 0) return;
        if (nameOf(event.document.uri).endsWith('.tags.yaml'))
          this.#later(event.document.uri, () => {
            sidecarChanged(event.document.uri);
          });
        else this.#follow(event);
      }),
      vscode.workspace.onDidSaveTextDocument(document => void this.#refreshPlaces(document)),
      vscode.workspace.onDidCloseTextDocument(document => {
        if (nameOf(document.uri).endsWith('.tags.yaml')) sidecarChanged(document.uri);
        else if (this.#loaded.has(document.uri.toString())) void this.#reload(document.uri);
      }),
    );
    const tidyAll = (folders: readonly vscode.WorkspaceFolder[]): void => {
      for (const folder of folders) void tidy(folder).then(undefined, () => undefined); // it will be tried at the next start
    };
    tidyAll(vscode.workspace.workspaceFolders ?? []);
    this.#parts.push(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added }) => {
        tidyAll(added);
      }),
    );
  }

  /** What is known of a report's tags without reading anything. */
  peek(report: vscode.Uri): ReportTags | undefined {
    return this.#loaded.get(report.toString());
  }

  /** @throws FileTrouble where the report or its sidecar cannot be read. */
  async get(report: vscode.Uri): Promise<ReportTags> {
    const key = report.toString();
    const known = this.#loaded.get(key);
    if (known) return known;
    let loading = this.#loading.get(key);
    if (!loading) {
      loading = this.#load(report).finally(() => this.#loading.delete(key));
      this.#loading.set(key, loading);
    }
    return loading;
  }

  /** Every report of the workspace that has a sidecar, in path order. */
  async reports(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
    const sidecars = await this.sidecars(token);
    const reports = new Map<string, vscode.Uri>();
    for (const sidecar of sidecars) {
      const report = this.place.reportOf(sidecar);
      if (report) reports.set(report.toString(), report);
    }
    return [...reports.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Every sidecar of the workspace, those of other analysts too. */
  async sidecars(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
    return vscode.workspace.findFiles('**/*.tags.yaml', undefined, undefined, token);
  }

  /**
   * Writes edits into a report's sidecar, and shows them; what `also` writes after that is undone with them.
   *
   * @throws FileTrouble
   */
  edit(
    report: vscode.Uri,
    edits: readonly SidecarEdit[],
    also?: () => Promise<Written | undefined>,
  ): Promise<void> {
    return this.#whileUnsettled(this.#edit(report, edits, also));
  }

  /** After a sidecar has changed; a file that comes and goes at once, as by undoing, no watcher tells of. */
  async readAgain(sidecar: vscode.Uri): Promise<void> {
    const report = this.place.reportOf(sidecar);
    if (report) await this.#reload(report);
  }

  /** When every edit that has begun is done and told of, so that undoing takes them in their order. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#unsettled);
  }

  async #edit(
    report: vscode.Uri,
    edits: readonly SidecarEdit[],
    also?: () => Promise<Written | undefined>,
  ): Promise<void> {
    const step = [await this.writer.edit(this.place.of(report), nameOf(report), edits)];
    await this.#reload(report);
    try {
      const more = await also?.();
      if (more) step.push(more);
    } finally {
      this.#written.fire(step);
    }
  }

  /**
   * Edits several sidecars, by their own addresses, and the codebook, as one step that can be undone as one. What
   * fails stays as it was, and the rest goes on.
   *
   * @throws FileTrouble of the first that failed, after the others are done.
   */
  editAll(
    edits: ReadonlyMap<vscode.Uri, readonly SidecarEdit[]>,
    codebook?: { readonly file: vscode.Uri; readonly next: (source: string) => string },
  ): Promise<void> {
    return this.#whileUnsettled(this.#editAll(edits, codebook));
  }

  async #editAll(
    edits: ReadonlyMap<vscode.Uri, readonly SidecarEdit[]>,
    codebook?: { readonly file: vscode.Uri; readonly next: (source: string) => string },
  ): Promise<void> {
    const done: Written[] = [];
    let failure: unknown;
    if (codebook) {
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(codebook.file, '..'));
      done.push(await this.writer.change(codebook.file, (source = '') => codebook.next(source)));
    }
    for (const [sidecar, changes] of edits) {
      try {
        done.push(await this.writer.edit(sidecar, reportNameOf(nameOf(sidecar)), changes));
      } catch (error) {
        failure ??= error;
      }
      await this.readAgain(sidecar);
    }
    this.#written.fire(done);
    if (failure !== undefined) throw failure;
  }

  #whileUnsettled<T>(edit: Promise<T>): Promise<T> {
    this.#unsettled.add(edit);
    const done = (): void => void this.#unsettled.delete(edit);
    edit.then(done, done);
    return edit;
  }

  dispose(): void {
    for (const timer of this.#quiet.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #load(report: vscode.Uri): Promise<ReportTags> {
    const reading = ++this.#readings;
    const sidecar = this.place.of(report);
    const source = await readText(sidecar);
    const text = source === undefined ? undefined : await readReport(report);
    const parsed = source === undefined ? undefined : parseSidecar(source);
    const known = this.#loaded.get(report.toString());
    if (known && known.reading > reading) return known;
    // Another look at the sidecar does not forget what edits of the open report have told.
    const tracked = openDocument(report) ? known?.tracked : undefined;
    const loaded: Loaded = { reading, report, sidecar, parsed, tags: [], ...(tracked ? { tracked } : {}) };
    if (parsed && text !== undefined) this.#place(loaded, text, parsed.tags, known?.placed);
    else if (parsed) loaded.tags = parsed.tags.map(lost);
    this.#loaded.set(report.toString(), loaded);
    if (text !== undefined && loaded.tags.some(isLost)) void this.#lookBack(loaded, text);
    return loaded;
  }

  /** Tags that lost their words may be found by what git says the report was, when they were right in it. */
  async #lookBack(loaded: Loaded, text: string): Promise<void> {
    for await (const oldText of this.earlier.of(loaded.report)) {
      if (this.#loaded.get(loaded.report.toString()) !== loaded) return;
      const sources = new Map(loaded.parsed!.tags.map(tag => [tag.id, tag]));
      const found = anchorAll(
        text,
        loaded.tags.filter(isLost).map(tag => sources.get(tag.id)!),
        { lexicon: this.lexicon(), oldText },
      ).filter(tag => !isLost(tag));
      if (found.length > 0) {
        const places = new Map(found.map(tag => [tag.id, tag]));
        loaded.tags = loaded.tags.map(tag => places.get(tag.id) ?? tag);
        // From here on edits are followed, so that the old text is not needed again.
        loaded.tracked = (loaded.tracked ?? new TrackedPlaces([])).with(placesOf(found));
        this.#changed.fire(loaded.report);
      }
      if (!loaded.tags.some(isLost)) return;
    }
  }

  /** With thousands of tags on a long report, neither a pause in typing nor one more tag must search for all. */
  #place(loaded: Loaded, text: string, tags: readonly Tag[], before: Placed | undefined): void {
    const lexicon = this.lexicon();
    loaded.tags = placed(text, tags, lexicon, loaded.tracked, before);
    loaded.placed = { text, lexicon, tags: loaded.tags };
  }

  async #reload(report: vscode.Uri): Promise<void> {
    await this.#load(report).then(undefined, () => this.#loaded.delete(report.toString()));
    this.#changed.fire(report);
  }

  /** Keeps tags on their words while the report is typed in; what was typed inside one is judged when it is quiet. */
  #follow(event: vscode.TextDocumentChangeEvent): void {
    const loaded = this.#loaded.get(event.document.uri.toString());
    if (!loaded || loaded.tags.length === 0) return;
    loaded.tracked ??= new TrackedPlaces(placesOf(loaded.tags));
    move(loaded.tracked, event);
    this.#later(event.document.uri, () => {
      this.#anchorAgain(event.document, loaded);
    });
  }

  #anchorAgain(document: vscode.TextDocument, loaded: Loaded): void {
    if (document.isClosed || this.#loaded.get(document.uri.toString()) !== loaded || !loaded.parsed) return;
    const text = toLf(document.getText());
    this.#place(loaded, text, loaded.parsed.tags, loaded.placed);
    this.#changed.fire(document.uri);
  }

  /** Writes the new places of tags whose words stand elsewhere than the sidecar says, once the report is saved. */
  async #refreshPlaces(document: vscode.TextDocument): Promise<void> {
    const loaded = this.#loaded.get(document.uri.toString());
    if (!loaded?.parsed?.writable) return;
    this.#anchorAgain(document, loaded);
    const moved = loaded.tags.filter(tag => tag.state === 'moved');
    if (moved.length === 0) return;
    const selectors = new Selectors(toLf(document.getText()));
    const edits = moved.map((tag): SidecarEdit => ({
      type: 'updateTag',
      id: tag.id,
      changes: placeOf(selectors, tag),
    }));
    await this.writer.edit(loaded.sidecar, nameOf(document.uri), edits).then(undefined, () => undefined); // only a hint is stale then
    await this.#reload(document.uri);
  }

  #later(uri: vscode.Uri, run: () => void): void {
    const key = uri.toString();
    clearTimeout(this.#quiet.get(key));
    this.#quiet.set(
      key,
      setTimeout(() => {
        this.#quiet.delete(key);
        run();
      }, QUIET),
    );
  }
}

const placesOf = (tags: readonly AnchoredTag[]): [id: string, place: Span][] =>
  tags
    .filter(tag => tag.start !== undefined && !isLost(tag))
    .map(tag => [tag.id, { start: tag.start!, end: tag.end! }]);

/** Moves places along with an edit; one that it reaches into is given up. */
function move(places: TrackedPlaces, { document, contentChanges }: vscode.TextDocumentChangeEvent): void {
  const crlf = document.eol === vscode.EndOfLine.CRLF;
  // VS Code gives changes from the end of the text to its beginning, all in positions before the event.
  for (const change of contentChanges) {
    const from = change.rangeOffset - (crlf ? change.range.start.line : 0);
    const to = from + change.rangeLength - (crlf ? change.range.end.line - change.range.start.line : 0);
    places.change(from, to, toLf(change.text).length);
  }
}

/** The new place of a moved tag; where its words stand elsewhere too, also which of how many it is, and by what told. */
function placeOf(selectors: Selectors, { start, end, nth }: AnchoredTag): Partial<Tag> {
  if (nth === undefined) return { at: [start!, end!] };
  const { before, after, wideBefore, wideAfter, at, nth: now } = selectors.of(start!, end!);
  return { before, after, wideBefore, wideAfter, at, nth: now } as Partial<Tag>;
}

const isLost = (tag: AnchoredTag): boolean => tag.state === 'orphaned' || tag.state === 'suggested';
const lost = (tag: Tag): AnchoredTag => ({ ...tag, state: 'orphaned' });

/** The tags that cover a place in a document. */
export function tagsAt(
  tags: readonly AnchoredTag[],
  document: vscode.TextDocument,
  position: vscode.Position,
): AnchoredTag[] {
  const offset = toOffset(document, position);
  return tags.filter(tag => tag.start !== undefined && tag.start <= offset && offset <= tag.end!);
}
