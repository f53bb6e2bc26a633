/** A longer array with the same numbers, in which place `at` is free. */
export function longer<T extends Int32Array | Uint16Array>(array: T, at: number): T {
  const more = new (array.constructor as new (length: number) => T)(Math.max(2 * array.length, at + 1));
  more.set(array);
  return more;
}
