/** The `.vsix`: built, then packaged. */
import { createVSIX } from '@vscode/vsce';
import './build.mjs';

await createVSIX({
  packagePath: 'inspection-lens.vsix',
  dependencies: false,
  allowMissingRepository: true,
  rewriteRelativeLinks: false,
});
