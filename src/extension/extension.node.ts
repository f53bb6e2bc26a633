/** The extension in hosts that have Node: the browser's, and besides the lock on files that only Node can hold. */
import { activate, setExclusivelyOnDisk } from './extension.js';
import { exclusivelyOnDisk } from './tagging/onDisk.js';

setExclusivelyOnDisk(exclusivelyOnDisk);
export { activate };
