import * as vscode from 'vscode';
import { sidecarNameOf } from '../../core/tagging/sidecar.js';
import { FileTrouble, nameOf } from './sidecarFile.js';
import type { SidecarWriter } from './sidecarWriter.js';

const { t } = vscode.l10n;

/** Keeps sidecars with their reports when those are moved, renamed or deleted in the Explorer. */
export class FollowReports implements vscode.Disposable {
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly writer: SidecarWriter,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.#parts = [
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) void this.#rename(oldUri, newUri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        void this.#delete(files);
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #rename(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    for (const sidecar of await sidecarsOf(from)) {
      const target = vscode.Uri.joinPath(to, '..', nameOf(to) + nameOf(sidecar).slice(nameOf(from).length));
      try {
        await vscode.workspace.fs.rename(sidecar, target, { overwrite: false });
        await this.writer.rename(target, nameOf(to));
      } catch (error) {
        this.log.warn(`${sidecar.toString()} did not follow its report: ${String(error)}`);
        void vscode.window.showWarningMessage(
          error instanceof FileTrouble
            ? error.message
            : t(
                '{0} could not follow its report, since {1} is there already or the folder is read-only. Its tags are safe where they are.',
                nameOf(sidecar),
                nameOf(target),
              ),
        );
      }
    }
  }

  async #delete(reports: readonly vscode.Uri[]): Promise<void> {
    const sidecars = (await Promise.all(reports.map(sidecarsOf))).flat();
    if (sidecars.length === 0) return;
    const remove = t('Delete Tags Too');
    const answer = await vscode.window.showWarningMessage(
      sidecars.length === 1
        ? t('The report of {0} was deleted. Delete its tags as well?', nameOf(sidecars[0]!))
        : t('{0} files with tags belong to what was deleted. Delete them as well?', sidecars.length),
      remove,
      t('Keep Tags'),
    );
    if (answer !== remove) return;
    for (const sidecar of sidecars)
      await vscode.workspace.fs
        .delete(sidecar, { useTrash: true })
        .then(undefined, () => vscode.workspace.fs.delete(sidecar))
        .then(undefined, error => {
          this.log.warn(`${sidecar.toString()} was not deleted: ${String(error)}`);
        });
  }
}

/** The sidecars beside where a report stood: the shared one, and each analyst's. None for a sidecar or a folder. */
async function sidecarsOf(report: vscode.Uri): Promise<vscode.Uri[]> {
  const name = nameOf(report);
  if (name.endsWith('.tags.yaml')) return [];
  const folder = vscode.Uri.joinPath(report, '..');
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries
    .map(([entry]) => entry)
    .filter(
      entry =>
        entry === sidecarNameOf(name) || (entry.startsWith(`${name}.`) && entry.endsWith('.tags.yaml')),
    )
    .map(entry => vscode.Uri.joinPath(folder, entry));
}
