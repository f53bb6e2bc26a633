import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from './session.ts';

const RELEASE = 'thornleigh-release.release.txt';
const VISIT = 'wrenford-monitoring-visit.txt';
const HOUSE = 'marsh-lane-house-cqc.txt';

describe('a new analyst and their files', () => {
  let session: Session;
  const path = (name: string): string => join(session.workspace, name);
  const is = (name: string): boolean => existsSync(path(name));
  const sidecar = (of: string): string =>
    is(`${of}.tags.yaml`) ? readFileSync(path(`${of}.tags.yaml`), 'utf8') : '';
  const until = <T>(read: () => T, fits: (value: T) => boolean, what: string): Promise<T> =>
    session.ui.until(() => Promise.resolve(read()), fits, what);

  before(async () => {
    session = await Session.start({
      settings: {
        'explorer.confirmDelete': false,
        'explorer.fileNesting.enabled': false,
        'files.enableTrash': false,
      },
    });
  });
  after(async () => {
    await session.end();
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    mkdirSync('test-results', { recursive: true });
    await session.ui.page.screenshot({
      path: `test-results/${this.currentTest.title.replace(/\W+/g, '-').slice(0, 60)}.png`,
    });
  });

  async function tag(file: string, words: string): Promise<void> {
    const { ui } = session;
    await ui.openFile(file);
    await ui.key('Control+Home');
    await ui.select(words);
    await ui.run('Inspection Lens: Tag Selection…');
    await ui.quickRow('lived-experience').click();
    await ui.quick.locator('.monaco-button', { hasText: 'OK' }).click();
  }

  it('are asked for their name once, and it stands with every tag from then on', async () => {
    const { ui } = session;
    await tag(VISIT, 'The local authority is making steady');
    await ui.until(
      () => ui.quick.innerText(),
      text => text.includes('Your name or initials'),
      'the question',
    );
    await ui.fill('Nadia');
    await ui.key('Enter');
    await until(
      () => sidecar(VISIT),
      yaml => yaml.includes('by: Nadia'),
      'the name',
    );
    await tag(HOUSE, 'Marsh Lane House');
    await until(
      () => sidecar(HOUSE),
      yaml => yaml.includes('by: Nadia'),
      'the name, without a question',
    );
    assert.equal(await ui.quick.count(), 0);
  });

  for (const [report, answer, gone] of [
    [VISIT, 'Keep Tags', false],
    [HOUSE, 'Delete Tags Too', true],
  ] as const)
    it(`are asked for the tags of a report that they delete: ${answer}`, async () => {
      const { ui } = session;
      await ui.openView('Explorer');
      await ui.page
        .locator('.explorer-folders-view .monaco-list-row', { hasText: report })
        .filter({ hasNotText: '.tags.yaml' })
        .click();
      await ui.key('Delete');
      await until(
        () => is(report),
        there => !there,
        'the report to go',
      );
      await ui.until(
        () => ui.notifications(),
        said => said.includes(`The report of ${report}.tags.yaml was deleted. Delete its tags as well?`),
        'the question',
      );
      assert.ok(is(`${report}.tags.yaml`), 'before the answer nothing is deleted');
      await ui.page.locator('.notification-toast .monaco-button', { hasText: answer }).first().click();
      await ui.until(
        () => ui.notifications(),
        said => said.length === 0,
        'the question to go',
      );
      await until(
        () => is(`${report}.tags.yaml`),
        there => there !== gone,
        'the answer to be followed',
      );
    });

  it('find the sidecars of the other reports untouched', () => {
    assert.match(sidecar(RELEASE), /tag: promise/);
  });
});
