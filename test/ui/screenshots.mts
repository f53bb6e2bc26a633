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
    await ui.leave(); // the mouse still rests on the activity bar, whose name would cover the tags
    await ui.page.waitForTimeout(1500);
    await ui.page.screenshot({ path: `media/screenshots/findings-${name}.png` });
    if (name === 'dark') continue;
    await ui.hover('inadequate');
    await ui.page.waitForTimeout(500);
    await ui.page.screenshot({ path: 'media/screenshots/hover.png' });
    await ui.leave();
    await ui.select('early help is now offered sooner');
    await ui.key('Shift+Alt+T');
    await ui.quickRow('timeliness').waitFor();
    await ui.page.waitForTimeout(500);
    await ui.page.screenshot({ path: 'media/screenshots/tagging.png' });
  } finally {
    await session.end();
  }
}
