import * as vscode from 'vscode';
import type { Finding } from '../../core/extraction/finding.js';
import { selectorFor } from '../../core/tagging/selector.js';
import type { Review } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import type { FindingTarget, WhichFinding } from '../reports/whichFinding.js';
import type { Analyst } from './analyst.js';
import { command, now } from './command.js';
import type { TagStore } from './tagStore.js';

interface Target extends FindingTarget {
  readonly correction?: Readonly<Record<string, unknown>>;
}

/** An analyst's decisions on findings: confirm, dismiss, correct, or none after all. They go into the sidecar. */
export class ReviewCommands implements vscode.Disposable {
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly which: WhichFinding,
    private readonly store: TagStore,
    private readonly analyst: Analyst,
    private readonly ask: (finding: Finding) => Promise<Record<string, unknown> | undefined>,
    reviewed: ReviewedReports,
  ) {
    const decide = (id: string, decision: Review['decision']): vscode.Disposable =>
      command<Target>(id, target => this.#decide(target, decision));
    this.#parts = [
      decide(Command.confirmFinding, 'confirmed'),
      decide(Command.dismissFinding, 'dismissed'),
      decide(Command.correctFinding, 'corrected'),
      command<Target>(Command.reopenFinding, target => this.#reopen(target)),
      vscode.commands.registerCommand(Command.toggleDismissed, () => {
        reviewed.toggleDismissed();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  async #decide(target: Target | undefined, decision: Review['decision']): Promise<void> {
    const found = await this.which.find(target);
    if (!found) return;
    const { uri, finding, review: earlier, text } = found;
    let correction: Review['correction'];
    if (decision === 'corrected') {
      const known = earlier?.decision === 'corrected' ? earlier.correction : undefined;
      const wanted = target?.correction ?? (await this.ask({ ...finding, ...known } as Finding));
      if (!wanted) return;
      // What was corrected before stays corrected: the grade now, its date then.
      correction = { ...known, ...wanted };
    }
    const by = await this.analyst.ask(uri);
    const review: Review = {
      // An earlier decision is changed where it stands, though the finding's id may have changed with its sentence.
      finding: earlier?.finding ?? finding.id,
      kind: finding.kind,
      ...selectorFor(text, finding.start, finding.end),
      decision,
      ...(correction ? { correction } : {}),
      ...(by ? { by } : {}),
      created: now(),
    };
    await this.store.edit(uri, [{ type: 'setReview', review }]);
  }

  async #reopen(target: Target | undefined): Promise<void> {
    const found = await this.which.find(target);
    if (found?.review)
      await this.store.edit(found.uri, [{ type: 'removeReview', finding: found.review.finding }]);
  }
}
