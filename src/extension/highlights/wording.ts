import * as vscode from 'vscode';
import type { Finding, JudgementFinding, PercentageFinding } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';

const { t } = vscode.l10n;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2016-02` as a reader writes it: "Feb 2016". */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [day === undefined ? undefined : String(Number(day)), name, year].filter(Boolean).join(' ');
}

export const gradeTitle = (finding: JudgementFinding, lexicon: Lexicon): string =>
  lexicon.frameworks.get(finding.framework)?.grades.find(g => g.id === finding.grade)?.title ?? finding.grade;

export const themeTitle = (theme: string, lexicon: Lexicon): string =>
  lexicon.themes.get(theme)?.title ?? theme;

/** `57%`, `60–70%`, `3 percentage points`. */
export function shareWords({ value, upper, form }: PercentageFinding): string {
  const number = upper === undefined ? String(value) : `${String(value)}–${String(upper)}`;
  return form === 'points' ? t('{0} percentage points', number) : `${number}%`;
}

/** A finding as a reader would name it: "inadequate · previous, Feb 2016". */
export function label(finding: Finding, lexicon: Lexicon): string {
  switch (finding.kind) {
    case 'judgement': {
      const status =
        finding.status === 'current'
          ? undefined
          : finding.status === 'other'
            ? t('other')
            : statusWord(finding.status);
      const count =
        finding.count === undefined
          ? undefined
          : finding.of === undefined
            ? String(finding.count)
            : t('{0} of {1}', finding.count, finding.of);
      const rest = [status, finding.date && dateWords(finding.date), count].filter(Boolean).join(', ');
      return rest ? `${gradeTitle(finding, lexicon)} · ${rest}` : gradeTitle(finding, lexicon);
    }
    case 'percentage':
      return [shareWords(finding), finding.measure && oneLine(finding.measure.text)]
        .filter(Boolean)
        .join(' ');
    case 'theme':
      return `${themeTitle(finding.theme, lexicon)} · ${polarityWord(finding.polarity)}`;
  }
}

/** What stands beside the label in muted letters. */
export function description(finding: Finding): string {
  switch (finding.kind) {
    case 'judgement':
      return finding.subject ? oneLine(finding.subject.text) : '';
    case 'percentage':
      return finding.period ? oneLine(finding.period.text) : '';
    case 'theme':
      return oneLine(finding.text);
  }
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** On one line, and no longer than a row or a hover has room for. */
export const clipped = (text: string, longest = 120): string => {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

export function statusWord(status: string): string {
  const words: Record<string, string> = {
    current: t('current'),
    previous: t('previous'),
    aspiration: t('aspiration'),
    negated: t('negated'),
    other: t('another body, or the scale itself'),
  };
  return words[status] ?? status;
}

export function polarityWord(polarity: string): string {
  const words: Record<string, string> = {
    strength: t('strength'),
    weakness: t('weakness'),
    mixed: t('mixed'),
    neutral: t('neutral'),
  };
  return words[polarity] ?? polarity;
}

export function voiceWords(voice: string): string {
  const words: Record<string, string> = {
    inspectorate: t('the inspectorate'),
    provider: t('the inspected body'),
    other: t('somebody else'),
    narrator: t('the writer'),
  };
  return words[voice] ?? voice;
}
