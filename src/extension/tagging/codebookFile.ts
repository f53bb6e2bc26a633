import * as vscode from 'vscode';
import {
  allTags,
  type CodebookTag,
  NEW_CODEBOOK,
  parseCodebook,
  withTag,
} from '../../core/tagging/codebook.js';
import { FileTrouble, nameOf, readText } from './sidecarFile.js';
import type { SidecarWriter, Written } from './sidecarWriter.js';

/** The codebook of a workspace folder: read when it changes, extended when an analyst makes a tag. */
export class CodebookFile implements vscode.Disposable {
  readonly #read = new Map<string, readonly CodebookTag[]>();
  readonly #problems = vscode.languages.createDiagnosticCollection('inspection-lens-codebook');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parts: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(private readonly writer: SidecarWriter) {
    const watcher = vscode.workspace.createFileSystemWatcher('**/.inspection-lens/codebook.yaml');
    const again = (uri: vscode.Uri): void => void this.readAgain(uri);
    this.#parts = [
      this.#problems,
      this.#changed,
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
    ];
  }

  /** Where the codebook of a report stands, whether or not it exists; `undefined` with no folder open. */
  place(report?: vscode.Uri): vscode.Uri | undefined {
    const folder =
      (report && vscode.workspace.getWorkspaceFolder(report)) ?? vscode.workspace.workspaceFolders?.[0];
    return folder && vscode.Uri.joinPath(folder.uri, '.inspection-lens', 'codebook.yaml');
  }

  /** Tags of a codebook, parents first; none where it is missing or does not parse (which its diagnostics say). */
  async tags(codebook: vscode.Uri | undefined): Promise<readonly CodebookTag[]> {
    if (!codebook) return [];
    const known = this.#read.get(codebook.toString());
    if (known) return known;
    const source = await readText(codebook).then(undefined, () => undefined);
    const { tags, problems } = parseCodebook(source ?? '');
    this.#problems.set(
      codebook,
      problems.map(({ line, column, start, end, message }) => {
        const from = new vscode.Position(line - 1, column - 1);
        return new vscode.Diagnostic(
          new vscode.Range(from, from.translate(0, Math.max(1, end - start))),
          message,
          vscode.DiagnosticSeverity.Warning,
        );
      }),
    );
    const all = [...allTags(tags)];
    this.#read.set(codebook.toString(), all);
    return all;
  }

  /** The colour of a tag, or of the nearest of its parents that has one. What was not read yet has none. */
  colour(report: vscode.Uri | undefined, path: string): string | undefined {
    const tags = this.#read.get(this.place(report)?.toString() ?? '') ?? [];
    for (let name = path; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const colour = tags.find(tag => tag.path === name)?.color;
      if (colour !== undefined) return colour;
    }
    return undefined;
  }

  /** Puts new tags into the codebook; what was written, if anything. @throws FileTrouble */
  async add(codebook: vscode.Uri | undefined, paths: readonly string[]): Promise<Written | undefined> {
    if (!codebook) return undefined;
    const extended = (source = NEW_CODEBOOK): string => {
      try {
        return paths.reduce(withTag, source);
      } catch (error) {
        throw new FileTrouble(
          `${nameOf(codebook)}: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    };
    const source = await readText(codebook);
    if (extended(source) === (source ?? NEW_CODEBOOK)) return undefined;
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(codebook, '..'));
    const written = await this.writer.change(codebook, extended);
    await this.readAgain(codebook);
    return written;
  }

  /** After the file has changed: not every file system tells of that at once. */
  async readAgain(codebook: vscode.Uri): Promise<void> {
    this.#read.delete(codebook.toString());
    await this.tags(codebook);
    this.#changed.fire();
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }
}
