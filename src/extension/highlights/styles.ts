import * as vscode from 'vscode';
import type { Finding, JudgementFinding, Status } from '../../core/extraction/finding.js';
import type { Lexicon } from '../../core/lexicon/lexicon.js';

/** The four steps of the grade colours, best first; longer scales share them by rank. */
export const GRADE_COLOURS = ['outstanding', 'good', 'requiresImprovement', 'inadequate'] as const;

/** Which step a grade has: by its rank on its framework's scale, so that any scale takes its place. */
export function stepOf({ framework, grade }: JudgementFinding, lexicon: Lexicon): number {
  const grades = lexicon.frameworks.get(framework)?.grades ?? [];
  const rank = grades.findIndex(g => g.id === grade);
  if (rank < 0 || grades.length < 2) return 2;
  const share = rank / (grades.length - 1);
  return share < 0.2 ? 0 : share < 0.5 ? 1 : share < 0.9 ? 2 : 3;
}

const theme = (name: string): vscode.ThemeColor => new vscode.ThemeColor(`inspectionLens.${name}`);
const line = (width: number, style: string, colour: string): vscode.DecorationRenderOptions => ({
  borderWidth: `0 0 ${String(width)}px 0`,
  borderStyle: style,
  borderColor: theme(colour),
});

const STATUS: Record<Exclude<Status, 'other'>, (colour: string) => vscode.DecorationRenderOptions> = {
  current: colour => ({ backgroundColor: theme(`${colour}Background`), ...line(2, 'solid', colour) }),
  previous: colour => line(2, 'dotted', colour),
  aspiration: colour => line(2, 'dashed', colour),
  // A theme colour cannot be named inside text-decoration, but the variable that VS Code makes of it can.
  negated: colour => ({
    textDecoration: `line-through 1.5px var(--vscode-inspectionLens-${colour.replaceAll('.', '-')})`,
    ...line(1, 'dotted', colour),
  }),
};

/** Every way in which a finding is drawn: one decoration type each, made once. */
export class Styles implements vscode.Disposable {
  readonly #types = new Map<string, vscode.TextEditorDecorationType>();

  constructor(extension: vscode.Uri) {
    const ruler = (colour: string): vscode.DecorationRenderOptions => ({
      overviewRulerColor: theme(colour),
      overviewRulerLane: vscode.OverviewRulerLane.Right,
    });
    for (const step of GRADE_COLOURS) {
      for (const [status, draw] of Object.entries(STATUS))
        this.#add(`judgement ${step} ${status}`, draw(`grade.${step}`));
      this.#add(`ruler ${step}`, ruler(`grade.${step}`));
    }
    this.#add('judgement other', line(1, 'solid', 'grade.other'));
    this.#add('dismissed', { opacity: '0.6', ...line(1, 'dotted', 'grade.other') });
    this.#add('percentage', { fontWeight: '600' });
    this.#add('theme', line(1, 'dotted', 'theme'));
    for (const polarity of ['strength', 'weakness', 'mixed']) {
      const icon = (kind: string): vscode.Uri =>
        vscode.Uri.joinPath(extension, 'media', 'polarity', `${polarity}-${kind}.svg`);
      this.#add(`polarity ${polarity}`, {
        light: { gutterIconPath: icon('light'), gutterIconSize: '60%' },
        dark: { gutterIconPath: icon('dark'), gutterIconSize: '60%' },
      });
    }
  }

  /** Of what is drawn on the lines themselves. */
  get names(): readonly string[] {
    return [...this.#types.keys()].filter(name => !name.startsWith('ruler'));
  }

  /** Of what marks the overview ruler. */
  get rulers(): readonly string[] {
    return [...this.#types.keys()].filter(name => name.startsWith('ruler'));
  }

  type(name: string): vscode.TextEditorDecorationType {
    return this.#types.get(name)!;
  }

  dispose(): void {
    for (const type of this.#types.values()) type.dispose();
  }

  #add(name: string, options: vscode.DecorationRenderOptions): void {
    const rangeBehavior = vscode.DecorationRangeBehavior.ClosedClosed;
    this.#types.set(name, vscode.window.createTextEditorDecorationType({ rangeBehavior, ...options }));
  }
}

/** The name of the style of a finding. */
export function styleOf(finding: Finding, lexicon: Lexicon): string {
  if (finding.kind !== 'judgement') return finding.kind;
  if (finding.status === 'other') return 'judgement other';
  return `judgement ${GRADE_COLOURS[stepOf(finding, lexicon)]!} ${finding.status}`;
}

/** The name of the style that marks a finding in the overview ruler; `undefined` for most. */
export const rulerOf = (finding: Finding, lexicon: Lexicon): string | undefined =>
  finding.kind === 'judgement' && finding.status === 'current'
    ? `ruler ${GRADE_COLOURS[stepOf(finding, lexicon)]!}`
    : undefined;
