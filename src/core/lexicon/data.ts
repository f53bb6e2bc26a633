/** The lexicons as they stand in YAML, built in (`data/`) or a workspace's own. */
export interface LexiconData {
  readonly frameworks: readonly FrameworkData[];
  readonly themes: readonly ThemeData[];
  readonly cues: CueData;
}

/** A scale of grades and who used it when. */
export interface FrameworkData {
  readonly id: string;
  readonly title: string;
  readonly inspectorate: string;
  /** Phrases that name the inspectorate or the framework in a text, and so speak for this framework. */
  readonly names: readonly string[];
  /** Words of its field, which speak for it a little. */
  readonly words?: readonly string[];
  /** What it grades. */
  readonly areas?: readonly string[];
  /** First and last year in use; `null` where it still is. */
  readonly years: readonly [number, number | null];
  /** Best first. */
  readonly grades: readonly GradeData[];
}

export interface GradeData {
  readonly id: string;
  readonly title: string;
  readonly phrases: readonly string[];
}

export interface ThemeData {
  readonly id: string;
  readonly title: string;
  readonly phrases: readonly string[];
}

/** Category → its phrases, or category → id → its phrases. */
export type CueData = Readonly<
  Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>
>;
