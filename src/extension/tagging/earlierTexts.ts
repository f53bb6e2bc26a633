import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';

interface Repository {
  log(options: { path?: string; maxEntries?: number }): Promise<readonly { readonly hash: string }[]>;
  show(ref: string, path: string): Promise<string>;
}
interface GitApi {
  getRepository(uri: vscode.Uri): Repository | null;
}
interface GitExtension {
  getAPI(version: 1): GitApi;
}

/** Versions that are looked back through. */
const FURTHEST = 50;
/** Milliseconds that Git may take to look for its repositories. */
const PATIENCE = 10_000;

/** What reports said earlier, as far as VS Code's own Git extension can tell; nothing where there is none. */
export class EarlierTexts {
  /** The committed versions of a report (LF), the newest first. Never rejects. */
  async *of(report: vscode.Uri): AsyncGenerator<string> {
    try {
      const repository = await repositoryOf(report);
      const commits = (await repository?.log({ path: report.fsPath, maxEntries: FURTHEST })) ?? [];
      for (const { hash } of commits) yield toLf(await repository!.show(hash, report.fsPath));
    } catch {
      // No repository, or one that will not say: the other ways of anchoring remain.
    }
  }
}

async function repositoryOf(report: vscode.Uri): Promise<Repository | null> {
  const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!extension || report.scheme !== 'file') return null;
  const git = (extension.isActive ? extension.exports : await extension.activate()).getAPI(1);
  // At the start of a window Git is still looking for its repositories, and it says so too early that it is done.
  for (const end = Date.now() + PATIENCE; ;) {
    const repository = git.getRepository(report);
    if (repository || Date.now() > end) return repository;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
}
