/* eslint-disable @typescript-eslint/no-require-imports -- the order matters: mocha first, then the files that need its globals */
require('mocha/mocha.js');

const browserMocha = (
  globalThis as unknown as {
    mocha: { setup(options: object): void; run(done: (failures: number) => void): void };
  }
).mocha;

/** The entry of the suites in the browser's worker host. (mocha takes `module.exports` for itself when it is loaded, so ours comes after.) */
module.exports = {
  run: () =>
    new Promise<void>((resolve, reject) => {
      browserMocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 20_000 });
      require('suite:files');
      browserMocha.run(failures => {
        if (failures > 0) reject(new Error(`${String(failures)} tests failed`));
        else resolve();
      });
    }),
};
