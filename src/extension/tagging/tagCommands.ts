import * as vscode from 'vscode';
import type { Finding } from '../../core/extraction/finding.js';
import { type Span, toLf } from '../../core/report/text.js';
import { selectorFor } from '../../core/tagging/selector.js';
import { newIds } from '../../core/tagging/identity.js';
import { isLike } from '../../core/tagging/similar.js';
import type { Tag } from '../../core/tagging/tag.js';
import { clipped } from '../highlights/wording.js';
import { Command } from '../ids.js';
import { snappedToWords, toRange, toSpan } from '../reports/passages.js';
import type { ReportStore } from '../reports/reportStore.js';
import type { FindingTarget, WhichFinding } from '../reports/whichFinding.js';
import type { Analyst } from './analyst.js';
import type { CodebookFile } from './codebookFile.js';
import { command, now } from './command.js';
import { FileTrouble } from './sidecarFile.js';
import { askNote, cleaned, type Picked, type TagPick } from './tagPick.js';
import type { TagStore } from './tagStore.js';
import { workingEditor } from '../reports/workingEditor.js';

const { t } = vscode.l10n;

export interface TagSelectionArguments {
  readonly uri?: vscode.Uri | string;
  readonly range?: vscode.Range;
  readonly tags?: readonly string[];
  readonly note?: string;
}

type TagFindingArguments = FindingTarget & { readonly tags?: readonly string[] };

/** The commands that put tags on passages and findings. */
export class TagCommands implements vscode.Disposable {
  readonly #newId = newIds();
  readonly #parts: vscode.Disposable[];

  constructor(
    private readonly store: TagStore,
    private readonly reports: ReportStore,
    private readonly codebook: CodebookFile,
    private readonly pick: TagPick,
    private readonly analyst: Analyst,
    private readonly which: WhichFinding,
  ) {
    this.#parts = [
      command<TagSelectionArguments>(Command.tagSelection, argument => this.#tagSelection(argument)),
      command(Command.tagAgain, () => this.#tagAgain()),
      command<TagFindingArguments>(Command.tagFinding, argument => this.#tagFinding(argument)),
      command<TagFindingArguments>(Command.tagSimilar, argument => this.#tagSimilar(argument)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#parts).dispose();
  }

  /** Tags a passage: the given one, or the selection; with the given tags, or those picked. The ids of the new tags. */
  async #tagSelection(argument: TagSelectionArguments = {}): Promise<readonly string[] | undefined> {
    const place = await passageOf(argument);
    if (!place) return undefined;
    const { document, range } = place;
    const text = toLf(document.getText());
    const span = snappedToWords(text, toSpan(document, range));
    if (span.start === span.end) {
      void vscode.window.showInformationMessage(t('Select the words to tag first.'));
      return undefined;
    }
    if (document.isUntitled)
      throw new FileTrouble(t('Save the report first: its tags are kept in a file beside it.'));
    const words = text.slice(span.start, span.end);
    const picked = await this.#paths(document.uri, argument.tags, {
      title: t('Tag “{0}”', clipped(words, 50)),
      inVivo: words,
    });
    return picked && this.#tag(document.uri, text, [span], picked, argument.note);
  }

  /** The last tag once more, without asking; where there is none yet, the person is asked. */
  async #tagAgain(): Promise<readonly string[] | undefined> {
    const book = this.codebook.place(workingEditor()?.document.uri);
    const tags = this.pick.recentOf(await this.codebook.tags(book)).slice(0, 1);
    return this.#tagSelection({ tags });
  }

  async #tagFinding(argument?: TagFindingArguments): Promise<readonly string[] | undefined> {
    const found = await this.which.find(argument);
    if (!found) return undefined;
    const { uri, finding, text } = found;
    const title = t('Tag “{0}”', clipped(finding.text, 50));
    const picked = await this.#paths(uri, argument?.tags, { title, inVivo: finding.text });
    return picked && this.#tag(uri, text, [finding], picked);
  }

  /** Tags every finding of the report that is like this one, as far as the person ticks them. */
  async #tagSimilar(argument?: TagFindingArguments): Promise<readonly string[] | undefined> {
    const found = await this.which.find(argument);
    if (!found) return undefined;
    const { uri, finding, text } = found;
    const alike = (await this.reports.findings(uri)).filter(other => isLike(finding, other));
    const spans = argument?.tags ? alike : await tick(uri, text, alike);
    if (!spans || spans.length === 0) return undefined;
    const title =
      spans.length === 1 ? t('Tag “{0}”', clipped(spans[0]!.text, 50)) : t('Tag {0} passages', spans.length);
    const picked = await this.#paths(uri, argument?.tags, { title });
    return picked && this.#tag(uri, text, spans, picked);
  }

  /** The tags given by a script, or those that the person picks. */
  async #paths(
    report: vscode.Uri,
    given: readonly string[] | undefined,
    options: { readonly title: string; readonly inVivo?: string },
  ): Promise<Picked | undefined> {
    if (given?.length) return { paths: given.map(cleaned).filter(Boolean), note: false };
    return this.pick.ask(this.codebook.tags(this.codebook.place(report)), options);
  }

  async #tag(
    report: vscode.Uri,
    text: string,
    spans: readonly Span[],
    { paths, note: wantsNote }: Picked,
    given?: string,
  ): Promise<readonly string[] | undefined> {
    const note = wantsNote ? await askNote() : given;
    if (paths.length === 0 || (wantsNote && note === undefined)) return undefined;
    const by = await this.analyst.ask(report);
    const created = now();
    const tags = spans.flatMap(span => {
      const selector = selectorFor(text, span.start, span.end);
      return paths.map((tag): Tag => ({
        id: this.#newId(),
        tag,
        ...selector,
        ...(note ? { note } : {}),
        ...(by ? { by } : {}),
        created,
      }));
    });
    await this.store.edit(
      report,
      tags.map(tag => ({ type: 'addTag', tag })),
      () => this.codebook.add(this.codebook.place(report), paths),
    );
    await this.pick.remember(paths);
    void vscode.window.setStatusBarMessage(t('$(tag) Tagged: {0}', paths.join(', ')), 3000);
    return tags.map(tag => tag.id);
  }
}

/** The list of like findings with their sentences, all ticked, for the person to untick some. */
async function tick(
  uri: vscode.Uri,
  text: string,
  alike: readonly Finding[],
): Promise<readonly Finding[] | undefined> {
  const document = await vscode.workspace.openTextDocument(uri);
  const rows = alike.map(finding => ({
    label: clipped(finding.text, 50),
    description: t('line {0}', toRange(document, finding).start.line + 1),
    detail: clipped(text.slice(finding.sentence.start, finding.sentence.end)),
    picked: true,
    finding,
  }));
  const ticked = await vscode.window.showQuickPick(rows, {
    canPickMany: true,
    title:
      rows.length === 1
        ? t('No other finding is like this one')
        : t('Tag which of {0} findings?', rows.length),
    placeHolder: t('Untick those that are meant otherwise'),
  });
  return ticked?.map(row => row.finding);
}

async function passageOf({
  uri,
  range,
}: TagSelectionArguments): Promise<{ document: vscode.TextDocument; range: vscode.Range } | undefined> {
  const editor = workingEditor();
  if (uri) {
    const document = await vscode.workspace.openTextDocument(
      typeof uri === 'string' ? vscode.Uri.parse(uri) : uri,
    );
    const own = vscode.window.visibleTextEditors.find(e => e.document === document)?.selection;
    return { document, range: range ?? own ?? new vscode.Range(0, 0, 0, 0) };
  }
  if (!editor) {
    void vscode.window.showInformationMessage(t('Open a report and select the words to tag.'));
    return undefined;
  }
  return { document: editor.document, range: range ?? editor.selection };
}
