// The real module downloads its program when it is installed; this one takes a packaged copy.
'use strict';
exports.rgPath = require('@vscode/ripgrep-universal').rgPath;
