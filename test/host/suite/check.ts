/** The few assertions that the suites need in both hosts; the worker has no `node:assert`. */
export function ok(value: unknown, message = 'expected something'): asserts value {
  if (!value) throw new Error(message);
}

export function equal(actual: unknown, expected: unknown, message = ''): void {
  const [a, e] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== e)
    throw Object.assign(new Error(`${message} expected ${e ?? 'undefined'}, got ${a ?? 'undefined'}`), {
      actual,
      expected,
    });
}

/**
 * Until `read` gives something that fits, at most `ms` milliseconds; its last value is in the error. A `read` that
 * throws has nothing yet: VS Code's own renaming leaves a moment in which a file that is being replaced is not there.
 */
export async function until<T>(
  read: () => T | PromiseLike<T>,
  fits: (value: T) => boolean = Boolean,
  what = 'it',
  ms = 8000,
): Promise<T> {
  for (const end = Date.now() + ms; ;) {
    let last: string;
    try {
      const value = await read();
      if (fits(value)) return value;
      last = JSON.stringify(value);
    } catch (error) {
      last = String(error);
    }
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last: ${last}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
