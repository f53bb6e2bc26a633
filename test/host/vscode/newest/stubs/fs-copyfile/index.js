// The built-in git extension imports this; Node copies files well enough for it.
'use strict';
const fs = require('node:fs/promises');
exports.copyFile = (from, to, mode) => fs.copyFile(from, to, mode);
exports.cp = (from, to, options) => fs.cp(from, to, options);
