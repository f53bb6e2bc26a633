/** Takes the pictures of the README with the packaged extension: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { Session } from './session.ts';

mkdirSync('media/screenshots', { recursive: true });
for (const [name, theme] of [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const) {
  const session = await Session.start({
    settings: { 'workbench.colorTheme': theme, 'inspectionLens.analyst': 'amara' },
  });
  try {
    const { ui } = session;
    await ui.openFile('thornleigh-release.release.txt');
    await ui.openView('Inspection Lens');
    await ui.until(
      () => ui.tree('Findings'),
      rows => rows.length > 3,
      'findings',
    );
    await ui.page.waitForTimeout(1500);
    await ui.page.screenshot({ path: `media/screenshots/findings-${name}.png` });
    if (name === 'dark') continue;
    await ui.hover('inadequate');
    await ui.page.waitForTimeout(500);
    await ui.page.screenshot({ path: 'media/screenshots/hover.png' });
  } finally {
    await session.end();
  }
}
