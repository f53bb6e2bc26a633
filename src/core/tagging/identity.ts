import { monotonicFactory } from 'ulid';

/** Ids for tags: ULIDs, in order even within a millisecond. The randomness is the platform's, in Node as in a worker. */
export const newIds = (): (() => string) =>
  monotonicFactory(() => crypto.getRandomValues(new Uint8Array(1))[0]! / 256);
