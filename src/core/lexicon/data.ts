import type { WeightData } from './weightData.js';

/** The lexicons as they stand in YAML, built in (`data/`) or a workspace's own. */
export interface LexiconData {
  readonly frameworks: readonly FrameworkData[];
  readonly themes: readonly ThemeData[];
  readonly cues: CueData;
  /** Learnt weights; without them themes, polarity and voice are left to phrases and cues alone. */
  readonly weights?: WeightData;
}

/** A scale of grades and who used it when. */
export interface FrameworkData {
  readonly id: string;
  readonly title: string;
  /** Whose it is. Its name in a text speaks for all its frameworks. */
  readonly inspectorate: string;
  /** Phrases that name the framework, or that its reports alone have: they speak for it wherever they stand. */
  readonly names: readonly string[];
  /** Phrases that its reports often have, though others have them too: they count for little. */
  readonly words?: readonly string[];
  /** What it grades, as its reports call it. */
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
  /** Phrases of a workspace: where one stands the theme is told, whatever was learnt. */
  readonly firm?: readonly string[];
}

/** Category → its phrases, or category → id → its phrases. */
export type CueData = Readonly<
  Record<string, readonly string[] | Readonly<Record<string, readonly string[]>>>
>;
