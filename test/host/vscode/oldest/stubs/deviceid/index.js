// A test run is nobody's device; the real module would write an id to the home folder.
'use strict';
exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000';
