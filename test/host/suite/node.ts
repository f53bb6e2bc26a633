import Mocha from 'mocha';

/** The entry of the suites in a Node extension host. */
export function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 20_000, color: false });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the files need mocha's globals, which are there only now
  require('suite:files');
  return new Promise((resolve, reject) => {
    mocha.run(failures => {
      if (failures > 0) reject(new Error(`${String(failures)} tests failed`));
      else resolve();
    });
  });
}
