import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Lexicon } from '../core/lexicon/lexicon.js';
import { type ExtractFormat, Extractor, type Printed } from './extract.js';
import { type Input, InputError } from './files.js';
import { lexiconFor } from './lexicon.js';

/** What became of an input: what it printed, or why it failed. */
export type Outcome = { readonly input: Input } & (
  { readonly printed: Printed } | { readonly failure: string }
);

interface Task {
  readonly format: ExtractFormat;
  readonly explain: boolean;
  /** Beside what the workspace's own lexicon is looked for; `undefined` for none. */
  readonly near: string | undefined;
}

/** Inputs sent to a worker at a time: enough that messages cost little, few enough that results come in order soon. */
const BATCH = 16;

/** Reads inputs in this thread, one after the other. */
export function* alone(
  inputs: Iterable<Input>,
  { format, explain }: Task,
  lexicon: Lexicon,
  stdin: () => Uint8Array,
): Generator<Outcome> {
  const extractor = new Extractor(format, explain, lexicon, stdin);
  for (const input of inputs) yield read(extractor, input);
}

/** Reads inputs in worker threads; outcomes come in the order of the inputs, and no more than a few batches wait. */
export async function* together(inputs: Iterable<Input>, task: Task, jobs: number): AsyncGenerator<Outcome> {
  const workers = Array.from({ length: jobs }, () => new Hand(task));
  try {
    const queue: Promise<Outcome[]>[] = [];
    let next = 0;
    const source = batches(inputs);
    for (let batch = source.next(); !batch.done || queue.length > 0;) {
      while (!batch.done && queue.length < jobs * 2) {
        queue.push(workers[next++ % jobs]!.read(batch.value));
        batch = source.next();
      }
      yield* await queue.shift()!;
    }
  } finally {
    await Promise.all(workers.map(worker => worker.end()));
  }
}

class Hand {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (outcomes: Outcome[]) => void; reject: (error: Error) => void }[] = [];

  constructor(task: Task) {
    this.#worker = new Worker(__filename, { workerData: task });
    this.#worker.on('message', (outcomes: Outcome[]) => {
      this.#waiting.shift()?.resolve(outcomes);
    });
    this.#worker.on('error', error => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  read(batch: readonly Input[]): Promise<Outcome[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(batch);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** The work of a worker thread; this file is its entry as it is the command line's. Whether there was any. */
export function workInThread(): boolean {
  if (isMainThread || !parentPort) return false;
  const { format, explain, near } = workerData as Task;
  const extractor = new Extractor(format, explain, lexiconFor(near), () => new Uint8Array());
  parentPort.on('message', (batch: Input[]) => {
    parentPort!.postMessage(batch.map(input => read(extractor, input)));
  });
  return true;
}

function read(extractor: Extractor, input: Input): Outcome {
  try {
    return { input, printed: extractor.print(input) };
  } catch (error) {
    if (error instanceof InputError) return { input, failure: error.message };
    return {
      input,
      failure: `it could not be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function* batches(inputs: Iterable<Input>): Generator<Input[]> {
  let batch: Input[] = [];
  for (const input of inputs) {
    batch.push(input);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
