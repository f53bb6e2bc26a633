import { readFileSync, writeSync } from 'node:fs';
import { version } from '../../package.json';
import { workInThread } from './crew.js';
import { run } from './run.js';

/** Writes all of it before going on, so that nothing is lost when the process ends; a reader that left ends us quietly. */
function write(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5); // a slow reader: wait a little
    }
  }
}

if (!workInThread())
  void run(
    process.argv.slice(2),
    {
      out: text => {
        write(1, text);
      },
      err: text => {
        write(2, text);
      },
      stdin: () => readFileSync(0),
      interactive: process.stderr.isTTY,
    },
    version,
  ).then(status => {
    process.exitCode = status;
  });
