import * as vscode from 'vscode';
import { Command } from '../ids.js';

export type Layer = 'judgements' | 'percentages' | 'themes' | 'tags';
const LAYERS: Record<Layer, string> = {
  judgements: Command.toggleJudgements,
  percentages: Command.togglePercentages,
  themes: Command.toggleThemes,
  tags: Command.toggleTags,
};

/** Which layers of highlights are shown; kept in the settings, where the person set them. */
export class Toggles implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #parts: vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#parts = [
      this.#changed,
      ...Object.entries(LAYERS).map(([layer, command]) =>
        vscode.commands.registerCommand(command, () => this.#toggle(layer as Layer)),
      ),
      vscode.workspace.onDidChangeConfiguration(event => {
        if (event.affectsConfiguration('inspectionLens.highlights')) this.#changed.fire();
      }),
    ];
  }

  shows(layer: Layer): boolean {
    return vscode.workspace.getConfiguration('inspectionLens.highlights').get<boolean>(layer, true);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #toggle(layer: Layer): Promise<void> {
    const settings = vscode.workspace.getConfiguration('inspectionLens.highlights');
    const inWorkspace = settings.inspect<boolean>(layer)?.workspaceValue !== undefined;
    const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings.update(layer, !this.shows(layer), target);
  }
}
