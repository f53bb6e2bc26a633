import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { formatOf, FORMATS } from '../core/export/formats.js';
import { check, checkTable, isWell } from './check.js';
import { alone, type Outcome, together } from './crew.js';
import { annotationsOf, type Part } from './exportFolder.js';
import { EXTRACT_FORMATS, type ExtractFormat, frame } from './extract.js';
import { InputError, inputs, readUtf8, sidecars, writeWhole } from './files.js';
import { HELP } from './help.js';
import { lexiconFor } from './lexicon.js';
import { type Io, OK, PROBLEMS, USAGE, UsageError } from './io.js';

/** Runs a command line (without node and script) and gives its exit status. */
export async function run(argv: readonly string[], io: Io, version: string): Promise<number> {
  try {
    const [command, ...rest] = argv;
    if (command === '--version' || command === '-v') return print(io, `${version}\n`);
    if (command === undefined) throw new UsageError('Say what to do.');
    if (
      command === '--help' ||
      command === '-h' ||
      command === 'help' ||
      rest.includes('--help') ||
      rest.includes('-h')
    )
      return print(io, HELP);
    switch (command) {
      case 'extract':
        return await extractCommand(rest, io);
      case 'check':
        return checkCommand(rest, io);
      case 'export':
        return exportCommand(rest, io);
      default:
        throw new UsageError(`There is no command “${command}”.`);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(`inspection-lens: ${error.message}\nSee inspection-lens --help.\n`);
    return USAGE;
  }
}

async function extractCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = args(argv, {
    format: { type: 'string' },
    'files-from': { type: 'string' },
    jobs: { type: 'string' },
    out: { type: 'string' },
    explain: { type: 'boolean' },
  });
  const format = one(values['format'] ?? 'table', EXTRACT_FORMATS, '--format') as ExtractFormat;
  const jobs = values['jobs'] === undefined ? undefined : count(values['jobs'] as string, '--jobs');
  const listed = values['files-from'] as string | undefined;
  if (positionals.length === 0 && listed === undefined)
    throw new UsageError('extract needs a file or a folder.');
  const failures = new Failures(io);
  const named = [...positionals, ...(listed === undefined ? [] : listOf(listed, io, failures))];
  const all = [
    ...inputs(named, (path, why) => {
      failures.add(path, why);
    }),
  ];
  const near = named[0];
  const task = { format, explain: values['explain'] === true, near };
  const lexicon = lexiconFor(near, (path, why) => {
    failures.add(path, why);
  });
  // A thread costs more than a few reports do; standard input can be read in this one only.
  const crew = Math.min(jobs ?? availableParallelism(), Math.ceil(all.length / 32));
  const few = crew < 2 || all.some(input => input.file === '-');
  const outcomes: Iterable<Outcome> | AsyncIterable<Outcome> = few
    ? alone(all, task, lexicon, io.stdin)
    : together(all, task, crew);

  const { open, close, join } = frame(format);
  const target = values['out'] as string | undefined;
  const kept: string[] = [];
  const put = target === undefined ? io.out : (text: string) => void kept.push(text);
  put(open);
  let [first, done] = [true, 0];
  for await (const outcome of outcomes) {
    done++;
    if (io.interactive && done % 200 === 0) io.err(`\r${String(done)} of ${String(all.length)}`);
    if ('failure' in outcome) failures.add(outcome.input.path, outcome.failure);
    else if (outcome.printed !== undefined) {
      put(join(outcome.printed, first));
      first = false;
    }
  }
  if (io.interactive && done >= 200) io.err('\r\u001b[K');
  put(close);
  if (target !== undefined) write(target, kept.join(''), failures);
  return failures.status;
}

function checkCommand(argv: readonly string[], io: Io): number {
  const { values, positionals } = args(argv, { format: { type: 'string' }, fix: { type: 'boolean' } });
  const format = one(values['format'] ?? 'table', ['table', 'json'], '--format');
  if (positionals.length === 0) throw new UsageError('check needs a file or a folder.');
  const failures = new Failures(io);
  const lexicon = lexiconFor(positionals[0], (path, why) => {
    failures.add(path, why);
  });
  const checked = [
    ...sidecars(positionals, (path, why) => {
      failures.add(path, why);
    }),
  ].flatMap(sidecar => {
    try {
      return [check(sidecar, lexicon, values['fix'] === true)];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failures.add(sidecar, error.message);
      return [];
    }
  });
  io.out(format === 'json' ? `${JSON.stringify(checked, null, 2)}\n` : checkTable(checked));
  return checked.every(isWell) ? failures.status : PROBLEMS;
}

function exportCommand(argv: readonly string[], io: Io): number {
  const { values, positionals } = args(argv, {
    format: { type: 'string' },
    out: { type: 'string' },
    include: { type: 'string' },
  });
  const [folder, ...more] = positionals;
  const target = values['out'] as string | undefined;
  if (folder === undefined || more.length > 0) throw new UsageError('export needs one folder.');
  if (values['format'] === undefined || target === undefined)
    throw new UsageError('export needs --format and --out.');
  const format = formatOf(
    one(
      values['format'],
      FORMATS.map(f => f.id),
      '--format',
    ),
  );
  const include = ((values['include'] as string | undefined) ?? 'tags,findings')
    .split(',')
    .map(part => one(part.trim(), ['tags', 'findings'], '--include') as Part);
  const failures = new Failures(io);
  const failed = (path: string, why: string): void => {
    failures.add(path, why);
  };
  const annotations = annotationsOf(folder, include, lexiconFor(folder, failed), failed);
  write(target, format!.write(annotations), failures);
  return failures.status;
}

/** Names each failed input on standard error; the rest goes on. */
class Failures {
  #any = false;
  constructor(private readonly io: Io) {}

  add(path: string, why: string): void {
    this.#any = true;
    this.io.err(`inspection-lens: ${path}: ${why}\n`);
  }

  get status(): number {
    return this.#any ? PROBLEMS : OK;
  }
}

function write(target: string, content: string | Uint8Array, failures: Failures): void {
  try {
    writeWhole(target, content);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    failures.add(target, error.message);
  }
}

function listOf(file: string, io: Io, failures: Failures): string[] {
  try {
    return readUtf8(file, io.stdin)
      .split(/\r?\n/)
      .filter(line => line !== '');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    failures.add(file, error.message);
    return [];
  }
}

function args(
  argv: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
): { values: Record<string, unknown>; positionals: string[] } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('. ')[0]! : String(error));
  }
}

function one(value: unknown, choices: readonly string[], option: string): string {
  if (typeof value === 'string' && choices.includes(value)) return value;
  throw new UsageError(`${option} is one of ${choices.join(', ')}, not “${String(value)}”.`);
}

function count(value: string, option: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1)
    throw new UsageError(`${option} is a whole number from 1, not “${value}”.`);
  return n;
}

function print(io: Io, text: string): number {
  io.out(text);
  return OK;
}
