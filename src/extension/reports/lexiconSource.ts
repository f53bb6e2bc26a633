import * as vscode from 'vscode';
import type { LexiconData } from '../../core/lexicon/data.js';
import { Lexicon } from '../../core/lexicon/lexicon.js';
import { type WorkspaceFile, withWorkspace } from '../../core/lexicon/workspaceLexicon.js';
import { nameOf, readText } from '../tagging/sidecarFile.js';

/**
 * What the product knows of itself. It lies in a file beside the code, which the command line reads too.
 *
 * @throws vscode.FileSystemError where the extension is not whole.
 */
export async function readBuiltin(extension: vscode.Uri): Promise<LexiconData> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'lexicon.json'));
  return JSON.parse(new TextDecoder().decode(bytes)) as LexiconData;
}

/**
 * The lexicon: the built-in one, made when the first report needs it, so that activation does not wait for it; and
 * with the workspace's own frameworks and themes as soon as those are read, and whenever they change.
 */
export class LexiconSource implements vscode.Disposable {
  readonly #problems = vscode.languages.createDiagnosticCollection('inspection-lens-lexicon');
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parts: vscode.Disposable[];
  #lexicon: Lexicon | undefined;
  #own = false;
  #reading = Promise.resolve();

  /** The lexicon is another one now: everything has to be read again. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly builtin: LexiconData,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(
      '**/.inspection-lens/{themes.yaml,frameworks/*.yaml}',
    );
    const again = (): void => void this.load();
    this.#parts = [
      this.#problems,
      this.#changed,
      watcher,
      watcher.onDidChange(again),
      watcher.onDidCreate(again),
      watcher.onDidDelete(again),
      vscode.workspace.onDidChangeWorkspaceFolders(again),
    ];
  }

  readonly get = (): Lexicon => (this.#lexicon ??= new Lexicon(this.builtin));

  /** Reads the workspace's files, one time after the other. Never rejects: what is wrong becomes a problem in its file. */
  load(): Promise<void> {
    return (this.#reading = this.#reading
      .then(() => this.#load())
      .catch((error: unknown) => {
        this.log.error(`The workspace’s lexicon: ${String(error)}`);
      }));
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #load(): Promise<void> {
    const files = await this.#files();
    this.#problems.clear();
    if (files.length === 0 && !this.#own) return;
    const { data, problems } = withWorkspace(this.builtin, files);
    for (const { uri, name } of files)
      this.#problems.set(
        uri,
        (problems.get(name) ?? []).map(({ line, column, start, end, message }) => {
          const from = new vscode.Position(line - 1, column - 1);
          const length = Math.max(1, Math.min(end - start, 200));
          const problem = new vscode.Diagnostic(
            new vscode.Range(from, from.translate(0, length)),
            message,
            vscode.DiagnosticSeverity.Warning,
          );
          problem.source = 'Inspection Lens';
          return problem;
        }),
      );
    this.#own = files.length > 0;
    this.#lexicon = new Lexicon(data);
    this.#changed.fire();
  }

  async #files(): Promise<(WorkspaceFile & { readonly uri: vscode.Uri })[]> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const found = await Promise.all(
      folders.map(async ({ uri }) => {
        const place = vscode.Uri.joinPath(uri, '.inspection-lens');
        const frameworks = vscode.Uri.joinPath(place, 'frameworks');
        const names = await vscode.workspace.fs.readDirectory(frameworks).then(
          entries => entries.map(([name]) => name).filter(name => name.endsWith('.yaml')),
          () => [],
        );
        return [
          ...names
            .sort()
            .map(name => ({ uri: vscode.Uri.joinPath(frameworks, name), kind: 'framework' as const })),
          { uri: vscode.Uri.joinPath(place, 'themes.yaml'), kind: 'themes' as const },
        ];
      }),
    );
    const files = await Promise.all(
      found.flat().map(async ({ uri, kind }) => {
        const source = await readText(uri).then(undefined, () => undefined);
        const name = folders.length > 1 ? vscode.workspace.asRelativePath(uri) : nameOf(uri);
        return source === undefined ? [] : [{ uri, kind, source, name }];
      }),
    );
    return files.flat();
  }
}
