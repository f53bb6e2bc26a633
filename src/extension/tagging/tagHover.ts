import * as vscode from 'vscode';
import type { AnchoredTag } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import { stateWord } from './tagsView.js';
import { tagsAt, type TagStore } from './tagStore.js';

const { t } = vscode.l10n;

/** Says of a tagged passage which tags it has, from whom, and with which note; each can be changed from there. */
export class TagHover implements vscode.HoverProvider {
  constructor(private readonly store: TagStore) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const here = tagsAt(this.store.peek(document.uri)?.tags ?? [], document, position).filter(
      tag => tag.state !== 'orphaned',
    );
    return here.length > 0 ? new vscode.Hover(here.map(tag => say(document.uri, tag))) : undefined;
  }
}

/** What analysts wrote is set as text, never as Markdown. */
function say(uri: vscode.Uri, tag: AnchoredTag): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = { enabledCommands: [Command.editTag, Command.removeTag, Command.acceptSuggestion] };
  text.appendMarkdown('$(tag) **').appendText(tag.tag).appendMarkdown('**');
  const by = [tag.by && t('by {0}', tag.by), tag.created?.slice(0, 10), stateWord(tag)]
    .filter(Boolean)
    .join(' · ');
  if (by) text.appendMarkdown('  \n').appendText(by);
  if (tag.note) text.appendMarkdown('\n\n').appendText(tag.note);
  const argument = encodeURIComponent(JSON.stringify([{ uri: uri.toString(), id: tag.id }]));
  const link = (title: string, command: string): string => `[${title}](command:${command}?${argument})`;
  const links = [
    ...(tag.state === 'suggested' ? [link(t('Accept Place'), Command.acceptSuggestion)] : []),
    link(t('Edit…'), Command.editTag),
    link(t('Remove'), Command.removeTag),
  ];
  return text.appendMarkdown(`\n\n${links.join(' · ')}`);
}
