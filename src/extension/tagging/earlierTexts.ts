import * as vscode from 'vscode';
import { toLf } from '../../core/report/text.js';

interface Repository {
  log(options: {
    path?: string;
    maxEntries?: number;
  }): Promise<readonly { readonly hash: string; readonly commitDate?: Date }[]>;
  show(ref: string, path: string): Promise<string>;
}
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): Repository | null };
}

/** What reports said earlier, as far as VS Code's own Git extension can tell; nothing where there is none. */
export class EarlierTexts {
  /** The report (LF) as it was committed last at or before a time (ISO 8601), or `undefined`. Never rejects. */
  async before(report: vscode.Uri, when: string): Promise<string | undefined> {
    try {
      const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
      if (!extension || report.scheme !== 'file') return undefined;
      const git = extension.isActive ? extension.exports : await extension.activate();
      const repository = git.getAPI(1).getRepository(report);
      if (!repository) return undefined;
      const commits = await repository.log({ path: report.fsPath, maxEntries: 200 });
      const commit = commits.find(({ commitDate }) => commitDate && commitDate.toISOString() <= when);
      return commit && toLf(await repository.show(commit.hash, report.fsPath));
    } catch {
      return undefined; // no repository, or one that will not say: the other ways of anchoring remain
    }
  }
}
