import * as vscode from 'vscode';
import { type Finding, POLARITIES, STATUSES } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';
import { gradeTitle, polarityWord, statusWord, themeTitle } from '../highlights/wording.js';

const { t } = vscode.l10n;

/** A field that can be corrected: by choosing, or by writing what `wrong` has nothing against. */
interface Field {
  readonly field: string;
  readonly title: string;
  readonly now: string;
  readonly choices?: readonly (readonly [value: string, label: string])[];
  readonly wrong?: (text: string) => string | undefined;
  readonly read?: (text: string) => unknown;
}

/** Asks which field of a finding is wrong, and what it should be. */
export async function askCorrection(
  finding: Finding,
  lexicon: Lexicon,
): Promise<Record<string, unknown> | undefined> {
  const rows = fieldsOf(finding, lexicon).map(field => ({
    label: field.title,
    description: field.now,
    field,
  }));
  const row =
    rows.length === 1
      ? rows[0]
      : await vscode.window.showQuickPick(rows, { title: t('What should be corrected?') });
  if (!row) return undefined;
  const { field, title, now, choices, wrong, read } = row.field;
  if (choices) {
    const choice = await vscode.window.showQuickPick(
      choices.map(([value, label]) => ({
        label,
        value,
        ...(label === now ? { description: t('now') } : {}),
      })),
      { title },
    );
    return choice && { [field]: choice.value };
  }
  const text = await vscode.window.showInputBox({
    title,
    value: now,
    validateInput: value => wrong?.(value),
  });
  return text === undefined ? undefined : { [field]: read ? read(text) : text.trim() };
}

function fieldsOf(finding: Finding, lexicon: Lexicon): Field[] {
  switch (finding.kind) {
    case 'judgement': {
      const grades = lexicon.frameworks.get(finding.framework)?.grades ?? [];
      return [
        {
          field: 'status',
          title: t('Status'),
          now: statusWord(finding.status),
          choices: STATUSES.map(s => [s, statusWord(s)] as const),
        },
        {
          field: 'grade',
          title: t('Grade'),
          now: gradeTitle(finding, lexicon),
          choices: grades.map(g => [g.id, g.title] as const),
        },
        {
          field: 'date',
          title: t('Date, such as 2016-02'),
          now: finding.date ?? '',
          wrong: text =>
            /^\d{4}(-\d{2}){0,2}$/.test(text.trim())
              ? undefined
              : t('A year, a month or a day: 2016, 2016-02, 2016-02-09'),
        },
      ];
    }
    case 'percentage':
      return [
        {
          field: 'value',
          title: t('Value, in percent'),
          now: String(finding.value),
          wrong: text =>
            text.trim() !== '' && Number.isFinite(Number(text)) ? undefined : t('A number, such as 57.5'),
          read: Number,
        },
      ];
    case 'theme': {
      return [
        {
          field: 'polarity',
          title: t('Polarity'),
          now: polarityWord(finding.polarity),
          choices: POLARITIES.map(p => [p, polarityWord(p)] as const),
        },
        {
          field: 'theme',
          title: t('Theme'),
          now: themeTitle(finding.theme, lexicon),
          choices: [...lexicon.themes.values()].map(x => [x.id, x.title] as const),
        },
      ];
    }
  }
}
