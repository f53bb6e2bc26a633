import {
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isReportName, readsLikeReport } from '../core/report/detect.js';
import { toLf } from '../core/report/text.js';
import { sidecarNameOf } from '../core/tagging/sidecar.js';

/** A file that could not be read, and what to do about it. */
export class InputError extends Error {}

/** An input: where it is, and how it is named in results. */
export interface Input {
  /** `-` is standard input. */
  readonly file: string;
  /** With forward slashes, as it was named, or below the folder that was. */
  readonly path: string;
  /** Whether the person named the file itself: then it is a report without question. */
  readonly named: boolean;
}

const NEVER = new Set(['node_modules']);
const SIDECAR = '.tags.yaml';

/** What the arguments name: files as they are, folders with the report-like files below them, in name order. */
export function* inputs(
  args: readonly string[],
  failed: (path: string, message: string) => void,
): Generator<Input> {
  for (const arg of args) {
    if (arg === '-') {
      yield { file: '-', path: '-', named: true };
      continue;
    }
    let isFolder: boolean;
    try {
      isFolder = statSync(arg).isDirectory();
    } catch (error) {
      failed(arg, why(error));
      continue;
    }
    if (!isFolder) yield { file: arg, path: slashes(arg), named: true };
    else
      for (const file of filesBelow(arg, failed))
        if (isReportName(file)) yield { file, path: slashes(file), named: false };
  }
}

/** Every sidecar that the arguments name or that lies below them. */
export function* sidecars(
  args: readonly string[],
  failed: (path: string, message: string) => void,
): Generator<string> {
  for (const arg of args) {
    try {
      if (statSync(arg).isDirectory()) {
        for (const file of filesBelow(arg, failed)) if (file.endsWith(SIDECAR)) yield file;
      } else if (arg.endsWith(SIDECAR)) yield arg;
      else {
        const own = readdirSync(dirname(arg)).filter(
          name => name.startsWith(`${basename(arg)}.`) && name.endsWith(SIDECAR),
        );
        yield* own.sort().map(name => join(dirname(arg), name));
      }
    } catch (error) {
      failed(arg, why(error));
    }
  }
}

/** Files below a folder in name order; hidden folders, dependencies and links to folders are passed over. */
function* filesBelow(folder: string, failed: (path: string, message: string) => void): Generator<string> {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    failed(folder, why(error));
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !NEVER.has(entry.name)) yield* filesBelow(path, failed);
    } else if (entry.isFile() || entry.isSymbolicLink()) yield path;
  }
}

/** A file's text with LF line ends. @throws InputError where it cannot be read or is not UTF-8. */
export function readLf(file: string, stdin: () => Uint8Array): string {
  return toLf(readUtf8(file, stdin));
}

/** A file's text as it is. @throws InputError */
export function readUtf8(file: string, stdin?: () => Uint8Array): string {
  let bytes: Uint8Array;
  try {
    bytes = file === '-' && stdin ? stdin() : readFileSync(file);
  } catch (error) {
    throw new InputError(why(error));
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    throw new InputError('it is UTF-16; save it as UTF-8 (iconv -f UTF-16 -t UTF-8 does)');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new InputError(
      'it is not UTF-8; save it as UTF-8 (for Windows text: iconv -f WINDOWS-1252 -t UTF-8)',
    );
  }
}

/** Does a file found in a folder count as a report? As in the editor with the default settings. */
export function countsAsReport({ file, named }: Input, text: string): boolean {
  if (named || file.toLowerCase().endsWith('.inspection') || /\.(inspection|release)\.txt$/i.test(file))
    return true;
  return readsLikeReport(text) || exists(join(dirname(file), sidecarNameOf(basename(file))));
}

export const exists = (file: string): boolean => statSync(file, { throwIfNoEntry: false }) !== undefined;

/** The path below a folder, with forward slashes. */
export const below = (folder: string, file: string): string => slashes(relative(folder, file));

/**
 * Writes a whole file: into one beside it, made safe on disk, which then takes its name. A kill at any moment leaves
 * the old file or the new one.
 *
 * @throws InputError
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const beside = join(dirname(file), `.${basename(file)}.${String(process.pid)}.tmp`);
  try {
    const handle = openSync(beside, 'w');
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new InputError(why(error));
  }
}

/** Milliseconds after which what lies beside a file was left there by a crash of an editor. */
const LEFT_BEHIND_AFTER = 10_000;

/** Takes away what a killed program left beside a file; what another is writing right now stays. */
export function tidy(file: string): void {
  const folder = dirname(file);
  const left = new RegExp(
    `^\\.${basename(file).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.(?:(\\d+)\\.)?tmp$`,
  );
  for (const name of readdirSync(folder)) {
    const [match, writer] = left.exec(name) ?? [];
    if (match === undefined) continue;
    const path = join(folder, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (writer === undefined ? age > LEFT_BEHIND_AFTER : !runs(Number(writer))) rmSync(path, { force: true });
  }
}

/** Is there a program of this number? */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const slashes = (path: string): string => path.split(sep).join('/');

function why(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return 'there is no such file or folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'it is not permitted';
    case 'EISDIR':
      return 'it is a folder';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
