/** What the command line reads and writes; tests give it strings. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Standard input, whole. */
  readonly stdin: () => Uint8Array;
  /** Whether progress on standard error is seen by a person. */
  readonly interactive: boolean;
}

/** Exit status: all well, problems found or some inputs failed, wrong usage. */
export const OK = 0;
export const PROBLEMS = 1;
export const USAGE = 2;

/** A command line that makes no sense; the message says what would. */
export class UsageError extends Error {}
