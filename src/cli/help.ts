export const HELP = `inspection-lens: reads inspection reports

  inspection-lens extract <file or folder>… [--format table|json|jsonl|csv] [--files-from FILE|-]
                          [--jobs N] [--out FILE] [--explain]
      The judgements, percentages and themes of every report. “-” is standard input.
      --explain says which words decided each finding.

  inspection-lens check <file or folder>… [--format table|json] [--fix]
      Every sidecar against its report: which tags are in their place, moved, suggested or orphaned.
      --fix writes the new place of moved tags, and nothing else.

  inspection-lens export <folder> --format csv|json|jsonl --out FILE [--include tags,findings]
      Tags and findings of all reports below a folder, in one file.

  inspection-lens --version | --help

In a folder, .txt, .md and .inspection files that read like an inspection text, or have a sidecar, count as
reports; a file that is named always does. Exit status: 0 all well; 1 problems found, or some inputs failed
(each is named on standard error, the rest are done); 2 wrong usage.
`;
