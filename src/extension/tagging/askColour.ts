import * as vscode from 'vscode';

const { t } = vscode.l10n;

/** Asks for the colour of a tag: one of those that every theme has, or one's own. */
export async function askColour(tag: string, known: string | undefined): Promise<string | undefined> {
  const title = t('Colour of “{0}”', tag);
  const names = {
    'charts.red': t('Red'),
    'charts.orange': t('Orange'),
    'charts.yellow': t('Yellow'),
    'charts.green': t('Green'),
    'charts.blue': t('Blue'),
    'charts.purple': t('Purple'),
  };
  const rows: (vscode.QuickPickItem & { value?: string })[] = [
    ...Object.entries(names).map(([value, label]) => ({
      label,
      value,
      ...(value === known ? { description: t('now') } : {}),
    })),
    { label: t('Another colour…') },
  ];
  const row = await vscode.window.showQuickPick(rows, { title });
  if (!row || row.value !== undefined) return row?.value;
  return vscode.window.showInputBox({
    title,
    value: known?.startsWith('#') ? known : '#',
    prompt: t('A colour as #rrggbb'),
    validateInput: text =>
      /^#[0-9a-f]{6}$/i.test(text) ? undefined : t('Six digits or letters a to f after “#”'),
  });
}
