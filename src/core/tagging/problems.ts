import { LineCounter } from 'yaml';

export type SidecarProblemCode =
  | 'not-yaml'
  | 'merge-conflict'
  | 'too-large'
  | 'not-a-sidecar'
  | 'version'
  | 'alias'
  | 'duplicate-id'
  | 'incomplete'
  | 'wrong-type';

/** Something wrong in a sidecar. `start` and `end` are UTF-16 code units of the file; line and column count from 1. */
export interface SidecarProblem {
  readonly code: SidecarProblemCode;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** What is found wrong in a sidecar's text, in the order of finding. */
export class Problems {
  readonly all: SidecarProblem[] = [];
  /** Lines matter only where there is a problem, which is nearly never. */
  #lines: LineCounter | undefined;

  constructor(readonly source: string) {}

  add(problem: Omit<SidecarProblem, 'line' | 'column'>): void {
    const { line, col } = (this.#lines ??= this.#counted()).linePos(problem.start);
    this.all.push({
      ...problem,
      end: Math.max(problem.start, problem.end),
      line: Math.max(1, line),
      column: Math.max(1, col),
    });
  }

  #counted(): LineCounter {
    const lines = new LineCounter();
    lines.addNewLine(0);
    for (let at = this.source.indexOf('\n'); at >= 0; at = this.source.indexOf('\n', at + 1))
      lines.addNewLine(at + 1);
    return lines;
  }
}
