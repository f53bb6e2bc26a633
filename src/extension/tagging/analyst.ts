import * as vscode from 'vscode';

/** The little of VS Code's own Git extension that tells who works here. */
interface GitExtension {
  getAPI(version: 1): {
    readonly repositories: readonly {
      getConfig(key: string): Promise<string>;
      getGlobalConfig(key: string): Promise<string>;
    }[];
  };
}

const KEPT = 'analyst';

/** Who tags: the setting, else the name given once, else git's `user.name`; asked for once where none of them says. */
export class Analyst {
  constructor(private readonly kept: vscode.Memento) {}

  /** What is known without asking. */
  name(scope?: vscode.Uri): string | undefined {
    const set = vscode.workspace.getConfiguration('inspectionLens', scope).get<string>('analyst', '').trim();
    return set || this.kept.get<string>(KEPT) || undefined;
  }

  /** The name, asking for it if need be; `undefined` where the analyst would not say, which is their right. */
  async ask(scope?: vscode.Uri): Promise<string | undefined> {
    const known = this.name(scope);
    if (known !== undefined) return known;
    if (this.kept.get<boolean>('analyst.asked')) return undefined;
    const name = (await fromGit()) ?? (await this.#fromPerson());
    await this.kept.update('analyst.asked', true);
    if (name) await this.kept.update(KEPT, name);
    return name;
  }

  async #fromPerson(): Promise<string | undefined> {
    const name = await vscode.window.showInputBox({
      title: vscode.l10n.t('Your name or initials'),
      prompt: vscode.l10n.t(
        'Kept with each tag, so that a team knows whose it is. Leave empty to tag without a name.',
      ),
    });
    return name?.trim() || undefined;
  }
}

async function fromGit(): Promise<string | undefined> {
  try {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    if (!extension?.isActive) return undefined;
    const [repository] = extension.exports.getAPI(1).repositories;
    return (
      (await repository?.getConfig('user.name')) ||
      (await repository?.getGlobalConfig('user.name')) ||
      undefined
    );
  } catch {
    return undefined; // no git here, or none that will say: the person is asked instead
  }
}
