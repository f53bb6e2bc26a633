import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Session } from './session.ts';

const RELEASE = 'thornleigh-release.release.txt';

describe('the packaged extension', () => {
  let session: Session;
  const sidecar = (): string => readFileSync(join(session.workspace, `${RELEASE}.tags.yaml`), 'utf8');

  before(async () => {
    session = await Session.start({
      settings: { 'inspectionLens.analyst': 'amara', 'files.simpleDialog.enable': true },
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

  it('is under 400 KB', () => {
    const { size } = statSync('inspection-lens.vsix');
    assert.ok(size < 400 * 1024, String(size));
  });

  it('draws current, previous and other grades each in its own way', async () => {
    const { ui } = session;
    await ui.openFile(RELEASE);
    const drawn = await ui.until(
      () => ui.drawn(),
      d => d.filter(x => x.line !== '').length > 8,
      'highlights',
    );
    const of = (text: string): (typeof drawn)[number] | undefined =>
      drawn.find(d => d.text === text && d.line !== '');
    assert.match(of('require improvement to be good')?.line ?? '', /^2px solid/);
    assert.notEqual(of('require improvement to be good')?.background, 'rgba(0, 0, 0, 0)');
    assert.match(of('inadequate')?.line ?? '', /^2px dotted/);
    assert.ok(drawn.some(d => d.text === '83%' && d.weight === '600'));
  });

  it('says in a hover what was found and why', async () => {
    const said = await session.ui.hover('inadequate');
    assert.match(said, /Inadequate — previous/);
    assert.match(said, /Given: Sep 2019/);
    await session.ui.leave();
  });

  it('lists the findings, and a click goes to one', async () => {
    const { ui } = session;
    await ui.openView('Inspection Lens');
    const rows = await ui.until(
      () => ui.tree('Findings'),
      r => r.length > 5,
      'the findings',
    );
    assert.equal(rows[0]?.label, 'Judgements');
    assert.ok(
      rows.some(r => r.label === 'Inadequate · previous, Sep 2019'),
      JSON.stringify(rows),
    );
    await ui.row('Findings', 'Inadequate · previous, Sep 2019').click();
    const selected = await ui.until(
      () => ui.page.locator('.statusbar').innerText(),
      t => /selected/.test(t),
      'a selection',
    );
    assert.match(selected, /10 selected/);
  });

  it('tags the selected words by the palette, into the YAML file beside the report', async () => {
    const { ui } = session;
    await ui.openFile(RELEASE);
    await ui.key('Control+Home');
    await ui.select('early help is now offered sooner');
    await ui.run('Inspection Lens: Tag Selection…');
    const rows = await ui.until(
      () => ui.quickRows(),
      r => r.length > 3,
      'the codebook',
    );
    assert.ok(rows.includes('workforce/agency-staff'), JSON.stringify(rows));
    await ui.quickRow('lived-experience').click();
    await ui.quick.locator('.monaco-button', { hasText: 'OK' }).click();
    const yaml = await ui.until(
      () => Promise.resolve(sidecar()),
      t => t.includes('early help is now offered sooner'),
      'the tag in the sidecar',
    );
    assert.match(yaml, /tag: lived-experience\n {4}quote: early help is now offered sooner/);
    assert.match(yaml, /note: Look for it in January 2024/, 'what was there is still there');
  });

  it('lists the tags with their passages', async () => {
    const rows = await session.ui.until(
      () => session.ui.tree('Tags'),
      r => r.some(x => x.label === 'early help is now offered sooner'),
      'the tag in the view',
    );
    assert.ok(rows.some(r => r.label === 'timeliness' && r.level === 1));
  });

  it('undoes the last tag change', async () => {
    await session.ui.run('Inspection Lens: Undo Last Tag Change');
    await session.ui.until(
      () => Promise.resolve(sidecar()),
      t => !t.includes('early help is now offered sooner'),
      'the tag to go',
    );
  });

  it('exports all reports through the dialogs', async () => {
    const { ui } = session;
    await ui.openFile(RELEASE);
    await ui.run('Inspection Lens: Export Annotations…');
    await ui.quickRow('All reports of the workspace').click();
    await ui.until(
      () => ui.quickRows(),
      r => r.includes('Findings'),
      'what to export',
    );
    await ui.quick.locator('.monaco-button', { hasText: 'OK' }).click();
    await ui.quickRow('CSV (for spreadsheets)').click();
    const target = join(session.workspace, 'annotations.csv');
    await ui.until(
      () => ui.quick.locator('.quick-input-box input').inputValue(),
      v => v.endsWith('annotations.csv'),
      'the save dialog',
    );
    await ui.quick.locator('.monaco-button', { hasText: 'OK' }).first().click();
    await ui.until(() => Promise.resolve(existsSync(target)), Boolean, 'the file');
    const csv = readFileSync(target, 'utf8');
    assert.match(csv, /thornleigh-release\.release\.txt,tag,/);
    assert.match(csv, /wrenford-monitoring-visit\.txt,judgement,/);
  });

  it('says one thing where nothing is selected, and nothing was shown without being asked', async () => {
    const { ui } = session;
    await ui.until(
      () => ui.notifications(),
      n => n.length === 0,
      'the progress to go',
    );
    await ui.openFile('wrenford-monitoring-visit.txt');
    await ui.run('Inspection Lens: Tag Selection…');
    assert.deepEqual(
      await ui.until(
        () => ui.notifications(),
        n => n.length > 0,
        'a message',
      ),
      ['Select the words to tag first.'],
    );
  });

  it('activates in under 50 ms by VS Code’s own count', async () => {
    const { ui } = session;
    await ui.run('Developer: Startup Performance');
    const text = await ui.until(
      async () => {
        await ui.page.locator('.tab.active', { hasText: 'Startup Performance' }).first().waitFor();
        await ui.page.locator('.monaco-editor').last().click();
        await ui.key('Control+A');
        await ui.key('Control+C');
        return ui.page.evaluate(() => navigator.clipboard.readText());
      },
      t => t.includes('inspection-lens.inspection-lens |') || /\| inspection-lens\.inspection-lens/.test(t),
      'the table of activations',
    );
    const row = text
      .split('\n')
      .find(line => line.includes('inspection-lens.inspection-lens') && line.startsWith('|'))!;
    const [, , , load, activate, finish] = row.split('|').map(cell => cell.trim());
    console.log(`      load ${load!} ms, activate ${activate!} ms, finish ${finish!} ms`);
    assert.ok(Number(activate) < 50, row);
  });
});

describe('in Restricted Mode', () => {
  let session: Session;
  before(async () => {
    session = await Session.start({ restricted: true });
  });
  after(async () => {
    await session.end();
  });

  it('highlights as ever', async () => {
    await session.ui.openFile(RELEASE);
    await session.ui.until(
      () => session.ui.drawn(),
      d => d.some(x => x.text === 'outstanding'),
      'highlights',
    );
  });
});
