import * as vscode from 'vscode';

/**
 * Replacing a file through VS Code's file system, which can neither write nor rename over a file in one step: it takes
 * the old file away before it renames. So the new text goes whole into a file beside it first, and at every moment one
 * of the two is there whole; `duringReplacement` reads in that moment, and `tidy` finishes what a crash left half done.
 *
 * @param isNew there was no file: one that is there by now stays, and the answer is `false`.
 */
export async function replaceBeside(uri: vscode.Uri, bytes: Uint8Array, isNew: boolean): Promise<boolean> {
  const { folder, name } = placeOf(uri);
  // The size tells a finished file from a broken one; the rest keeps two windows from writing into one.
  const own = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
  const beside = vscode.Uri.joinPath(folder, `.${name}.${String(bytes.length)}-${own}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(beside, bytes);
    for (let attempt = 1; ; attempt++)
      try {
        await vscode.workspace.fs.rename(beside, uri, { overwrite: !isNew });
        return true;
      } catch (error) {
        if (isNew && error instanceof vscode.FileSystemError && error.code === 'FileExists') {
          await vscode.workspace.fs.delete(beside);
          return false;
        }
        // VS Code looks at the file once it has its name, and another window may have taken it away by then. To rename
        // again what has its name already would take away what the other put there.
        if (!(await isThere(beside))) return true;
        // Another window may have taken the old file away in the same moment, or put its own there.
        if (attempt === ATTEMPTS) throw error;
        await new Promise(resolve => setTimeout(resolve, 20 * attempt * (0.5 + Math.random())));
      }
  } catch (error) {
    await vscode.workspace.fs.delete(beside).then(undefined, () => undefined); // it may never have come to be
    throw error;
  }
}

const ATTEMPTS = 12;

/** What a file that is missing will hold when the replacing of it is done; `undefined` where it is simply not there. */
export async function duringReplacement(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  const { folder, name } = placeOf(uri);
  if (!OURS.test(name)) return undefined;
  for (let attempt = 0; attempt < 20; attempt++) {
    const names = await namesIn(folder);
    const source = names.includes(name) ? uri : await newestWhole(folder, name, names);
    if (source === undefined) {
      // A file beside it that was seen in the folder and is gone by now has taken its name: look again.
      if (names.some(other => parseName(other)?.target === name)) continue;
      return undefined;
    }
    try {
      return await vscode.workspace.fs.readFile(source);
    } catch {
      // Between the look into the folder and the reading it took its name: look again.
    }
  }
  return undefined;
}

/** Of the files beside a missing one the newest that was written to its end: crashes may have left older ones. */
async function newestWhole(
  folder: vscode.Uri,
  target: string,
  names: readonly string[],
): Promise<vscode.Uri | undefined> {
  let newest: { uri: vscode.Uri; mtime: number } | undefined;
  for (const parsed of names.map(parseName)) {
    if (parsed?.target !== target || parsed.size === undefined) continue;
    const uri = vscode.Uri.joinPath(folder, parsed.name);
    const stat = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
    if (stat?.size === parsed.size && stat.mtime >= (newest?.mtime ?? 0)) newest = { uri, mtime: stat.mtime };
  }
  return newest?.uri;
}

/** How long a file beside another must lie unchanged to have been left there by a crash. */
const LEFT_BEHIND_AFTER = 5000;

/**
 * Tidies what crashes left in the folders below: a whole file whose target is gone takes its place, others go. Another
 * window may be writing right now, so only what stays as it is for some seconds counts as left behind.
 */
export async function tidy(root: vscode.WorkspaceFolder): Promise<void> {
  const pattern = new vscode.RelativePattern(root, '**/.*.tmp');
  const found = (await vscode.workspace.findFiles(pattern, null)).filter(
    uri => parseName(placeOf(uri).name) !== undefined,
  );
  const before = await Promise.all(found.map(stamp));
  if (found.length === 0) return;
  await new Promise(resolve => setTimeout(resolve, LEFT_BEHIND_AFTER));
  for (const [i, beside] of found.entries()) {
    const now = await stamp(beside);
    if (now === undefined || now !== before[i]) continue;
    const { folder, name } = placeOf(beside);
    const { target } = parseName(name)!;
    const names = await namesIn(folder);
    const last = names.includes(target) ? undefined : await newestWhole(folder, target, names);
    await (
      last?.path === beside.path
        ? vscode.workspace.fs.rename(beside, vscode.Uri.joinPath(folder, target))
        : vscode.workspace.fs.delete(beside)
    ).then(undefined, () => undefined); // a read-only folder: nothing of ours is in it, and nothing can be tidied
  }
}

/** Files that are replaced this way. */
const OURS = /(?:\.tags\.yaml|^codebook\.yaml)$/;
/** `.marlow.txt.tags.yaml.812-1x9.tmp` here, `.marlow.txt.tags.yaml.tmp` by Node (`exclusively`), `….4711.tmp` by the command line. */
const BESIDE = /^\.(.+?\.tags\.yaml|codebook\.yaml)(?:\.(?:(\d+)-\w+|\d+))?\.tmp$/;

function parseName(
  name: string,
): { readonly name: string; readonly target: string; readonly size?: number } | undefined {
  const [, target, size] = BESIDE.exec(name) ?? [];
  if (target === undefined) return undefined;
  return { name, target, ...(size === undefined ? {} : { size: Number(size) }) };
}

const isThere = (uri: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

const stamp = (uri: vscode.Uri): Thenable<string | undefined> =>
  vscode.workspace.fs.stat(uri).then(
    ({ mtime, size }) => `${String(mtime)} ${String(size)}`,
    () => undefined,
  );

async function namesIn(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  return entries.map(([name]) => name);
}

const placeOf = (uri: vscode.Uri): { readonly folder: vscode.Uri; readonly name: string } => ({
  folder: vscode.Uri.joinPath(uri, '..'),
  name: uri.path.slice(uri.path.lastIndexOf('/') + 1),
});
