/** A picture of the packaged extension: `tsx test/ui/look.mts <file of samples/> <picture.png> [colour theme]`. */
import { Session } from './session.ts';

const [file = 'thornleigh-release.release.txt', picture = 'look.png', theme = 'Default Dark Modern'] =
  process.argv.slice(2);
const session = await Session.start({
  settings: { 'workbench.colorTheme': theme, 'inspectionLens.analyst': 'amara' },
});
try {
  const { ui } = session;
  await ui.openFile(file);
  await ui.openView('Inspection Lens');
  await ui.until(
    () => ui.tree('Findings'),
    rows => rows.length > 3,
    'findings',
  );
  await ui.page.waitForTimeout(1500);
  await ui.page.screenshot({ path: picture });
} finally {
  await session.end();
}
