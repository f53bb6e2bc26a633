// The extension host watches its parent from JavaScript as well, so the native thread is not missed.
'use strict';
exports.start = () => {};
