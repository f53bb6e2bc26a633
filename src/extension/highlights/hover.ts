import * as vscode from 'vscode';
import type { Finding } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import type { ReviewedFinding } from '../../core/tagging/reviews.js';
import type { Review } from '../../core/tagging/tag.js';
import { Command } from '../ids.js';
import { toOffset, toRange } from '../reports/passages.js';
import type { ReviewedReports } from '../reports/reviewedReports.js';
import {
  clipped,
  dateWords,
  gradeTitle,
  polarityWord,
  shareWords,
  statusWord,
  themeTitle,
  voiceWords,
} from './wording.js';

const { t } = vscode.l10n;

export const REPORT_LANGUAGES: vscode.DocumentSelector = [
  { language: 'plaintext' },
  { language: 'markdown' },
  { language: 'inspection-report' },
];

/** Says of a highlight what was found, and why. Words of the report are set as text, never as Markdown. */
export class FindingHover implements vscode.HoverProvider {
  constructor(
    private readonly reports: ReviewedReports,
    private readonly lexicon: () => Lexicon,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const offset = toOffset(document, position);
    const here = (this.reports.near(document.uri, { start: offset, end: offset + 1 }) ?? []).filter(
      ({ finding }) => finding.start <= offset && offset < finding.end,
    );
    if (here.length === 0) return undefined;
    const parts = here.map(({ finding, review }) => this.#say(document.uri, finding, review));
    return new vscode.Hover(parts, toRange(document, here[0]!.finding));
  }

  #say(uri: vscode.Uri, finding: Finding, review: ReviewedFinding['review']): vscode.MarkdownString {
    const text = new vscode.MarkdownString('', true);
    text.isTrusted = {
      enabledCommands: [
        Command.tagFinding,
        Command.confirmFinding,
        Command.dismissFinding,
        Command.correctFinding,
        Command.reopenFinding,
      ],
    };
    const [head, ...rows] = this.#facts(finding);
    text.appendMarkdown('**').appendText(head!).appendMarkdown('**');
    for (const row of rows) text.appendMarkdown('  \n').appendText(row);
    text.appendMarkdown('  \n').appendText(t('Said by {0}', voiceWords(finding.voice)));
    const reasons = finding.because.filter(r => r.text.trim() !== '').slice(0, 6);
    if (reasons.length > 0) {
      text.appendMarkdown('\n\n');
      reasons.forEach(({ says, text: words }, i) => {
        if (i > 0) text.appendMarkdown('  \n');
        text
          .appendMarkdown('$(arrow-small-right) ')
          .appendText(`${says}: `)
          .appendMarkdown('*')
          .appendText(clipped(words))
          .appendMarkdown('*');
      });
    }
    if (review) text.appendMarkdown('\n\n$(account) ').appendText(decided(review));
    const argument = encodeURIComponent(JSON.stringify([{ uri: uri.toString(), id: finding.id }]));
    const link = (title: string, command: string): string => `[${title}](command:${command}?${argument})`;
    const links = [
      link(t('Tag…'), Command.tagFinding),
      link(t('Confirm'), Command.confirmFinding),
      link(t('Correct…'), Command.correctFinding),
      link(t('Dismiss'), Command.dismissFinding),
      ...(review ? [link(t('Take Back Decision'), Command.reopenFinding)] : []),
    ];
    text.appendMarkdown(`\n\n${links.join(' · ')}`);
    return text;
  }

  #facts(finding: Finding): string[] {
    const lexicon = this.lexicon();
    switch (finding.kind) {
      case 'judgement': {
        const { subject, count, of, date, framework } = finding;
        return [
          `${gradeTitle(finding, lexicon)} — ${statusWord(finding.status)}`,
          ...(subject ? [t('Of: {0}', clipped(subject.text))] : []),
          ...(count === undefined
            ? []
            : [of === undefined ? t('Number: {0}', count) : t('Number: {0} of {1}', count, of)]),
          ...(date ? [t('Given: {0}', dateWords(date))] : []),
          t('Scale: {0}', lexicon.frameworks.get(framework)?.title ?? framework),
        ];
      }
      case 'percentage': {
        const { measure, period, change, comparedWith } = finding;
        const direction: Record<string, string> = { up: t('up'), down: t('down'), same: t('unchanged') };
        return [
          shareWords(finding),
          ...(measure ? [t('Of what: {0}', clipped(measure.text))] : []),
          ...(period ? [t('When: {0}', clipped(period.text))] : []),
          ...(comparedWith
            ? [
                change
                  ? t('Compared with another figure: {0}', direction[change] ?? change)
                  : t('Compared with another figure'),
              ]
            : []),
        ];
      }
      case 'theme':
        return [`${themeTitle(finding.theme, lexicon)} — ${polarityWord(finding.polarity)}`];
    }
  }
}

function decided({ decision, by }: Review): string {
  const words: Record<Review['decision'], string> = {
    confirmed: by ? t('Confirmed by {0}', by) : t('Confirmed'),
    dismissed: by ? t('Dismissed by {0}', by) : t('Dismissed'),
    corrected: by ? t('Corrected by {0}', by) : t('Corrected'),
  };
  return words[decision];
}
