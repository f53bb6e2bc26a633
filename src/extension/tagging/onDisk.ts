import { type FileHandle, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Replace } from './exclusively.js';

/** A lock that lies unchanged for so long was left there by a crash. */
const LEFT_BEHIND_AFTER = 2000;
/** So often whoever has it shows that it was not: a slow disk is no crash. */
const ALIVE_EVERY = 400;
const LOOK_AGAIN = 15;

/**
 * For files on disk, in extension hosts that have Node: runs `run` while no other window on this machine writes the
 * file, and gives it what replaces the file in one step. The file beside it that the new content goes into is the lock
 * as well: it can only be made where there is none, and it ends by taking the file's name. A kill at any moment leaves
 * the old file or the new one, and at most that lock. A window that slept for so long that another took its turn writes
 * nothing then: it waits for its next turn, and is told so.
 *
 * @throws what Node says where the folder cannot be written, and whatever `run` throws.
 */
export async function exclusivelyOnDisk<T>(path: string, run: (replace: Replace) => Promise<T>): Promise<T> {
  // A link stays a link: what it points to is replaced.
  const file = await realpath(path).catch(() => path);
  const beside = join(dirname(file), `.${basename(file)}.tmp`);
  let lock: FileHandle | undefined = await claimed(beside);
  const alive = setInterval(() => {
    const now = new Date();
    void lock?.utimes(now, now).then(undefined, () => undefined); // it has just been closed
  }, ALIVE_EVERY);
  try {
    return await run(async (bytes, isNew) => {
      if (!lock) throw new Error('replaced already');
      const mode = await stat(file).then(
        s => s.mode,
        () => undefined,
      );
      if (isNew && mode !== undefined) return false;
      await lock.writeFile(bytes);
      if (mode !== undefined) await lock.chmod(mode);
      await lock.sync();
      const own = await isOwn(lock, beside);
      await lock.close();
      lock = undefined;
      if (!own) {
        lock = await claimed(beside);
        return false;
      }
      await rename(beside, file);
      return true;
    });
  } finally {
    clearInterval(alive);
    if (lock) {
      const own = await isOwn(lock, beside);
      await lock.close();
      if (own) await unlink(beside).catch(() => undefined);
    }
  }
}

const isOwn = async (lock: FileHandle, beside: string): Promise<boolean> =>
  (await lock.stat()).ino ===
  (await stat(beside).then(
    s => s.ino,
    () => undefined,
  ));

/** Makes the lock, waiting for whoever has it. */
async function claimed(beside: string): Promise<FileHandle> {
  let [seen, since] = ['', Date.now()];
  for (;;) {
    try {
      return await open(beside, 'wx');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const now = await stat(beside).then(
      ({ ino, mtimeMs, size }) => [ino, mtimeMs, size].join(' '),
      () => '',
    );
    if (now !== seen) [seen, since] = [now, Date.now()];
    else if (now !== '' && Date.now() - since > LEFT_BEHIND_AFTER)
      await unlink(beside).catch(() => undefined);
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN * (0.5 + Math.random())));
  }
}
