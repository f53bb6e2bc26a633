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

/** Until `read` gives something that fits, at most `ms` milliseconds; its last value is in the error. */
export async function until<T>(
  read: () => T | PromiseLike<T>,
  fits: (value: T) => boolean = Boolean,
  what = 'it',
  ms = 8000,
): Promise<T> {
  for (const end = Date.now() + ms; ;) {
    const value = await read();
    if (fits(value)) return value;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}; last: ${JSON.stringify(value)}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
