import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Session } from './session.ts';

const RELEASE = 'thornleigh-release.release.txt';
const VISIT = 'wrenford-monitoring-visit.txt';

describe('working with tags, as a person does', () => {
  let session: Session;
  const sidecar = (of = RELEASE): string => readFileSync(join(session.workspace, `${of}.tags.yaml`), 'utf8');
  const codebook = (): string =>
    readFileSync(join(session.workspace, '.inspection-lens/codebook.yaml'), 'utf8');
  interface Entry {
    readonly tag: string;
    readonly quote: string;
    readonly note?: string;
  }
  /** The tags that a sidecar has, as `tag: quote` and, where there is one, `· note`. */
  const tags = (of = RELEASE): string[] =>
    (parse(sidecar(of)) as { tags: Entry[] }).tags.map(({ tag, quote, note }) =>
      [`${tag}: ${quote}`, note].filter(Boolean).join(' · '),
    );
  /** Waits until the sidecar has a tag, or has it no more. */
  const has = (tag: string, is = true): Promise<unknown> =>
    session.ui.until(
      () => Promise.resolve(tags()),
      all => all.includes(tag) === is,
      `${is ? '' : 'no '}“${tag}”`,
    );

  before(async () => {
    session = await Session.start({
      settings: { 'inspectionLens.analyst': 'amara', 'workbench.tips.enabled': false },
    });
    // A colleague's tag that no codebook knows.
    writeFileSync(
      join(session.workspace, `${VISIT}.tags.yaml`),
      'version: 1\ntags:\n  - id: b1\n    tag: escalation\n    quote: judged inadequate\n    by: ben\n',
    );
    await session.ui.openFile(RELEASE);
    await session.ui.openView('Inspection Lens');
    await session.ui.until(
      () => session.ui.tree('Findings'),
      rows => rows.length > 5,
      'the findings',
    );
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
    await session.ui.key('Escape');
    await session.ui.key('Escape');
  });

  it('shows the notes of a report as it opens, and no panel by itself', async () => {
    const { ui } = session;
    await ui.until(() => ui.page.locator('.comment-thread').count(), Boolean, 'the sign of a note');
    assert.equal(await ui.page.locator('.part.panel:visible').count(), 0);
  });

  it('tags by the default key, with a name typed in place', async () => {
    const { ui } = session;
    await ui.select('arly help is now offered soon');
    await ui.key('Shift+Alt+T');
    await ui.quick.waitFor();
    await ui.page.keyboard.type('early help/sooner');
    await ui.until(
      () => ui.quickRows(),
      r => r.includes('early help/sooner'),
      'the new tag on offer',
    );
    await ui.key('Enter');
    await has('early help/sooner: early help is now offered sooner');
    await ui.until(
      () => Promise.resolve(codebook()),
      text => / {2}early help:\n {4}tags:\n {6}sooner:/.test(text),
      'the tag in the codebook',
    );
  });

  it('puts the tag used last first, and takes several at once, with a note', async () => {
    const { ui } = session;
    await ui.select('is now offered');
    await ui.key('Shift+Alt+T');
    const rows = await ui.until(
      () => ui.quickRows(),
      r => r.length > 5,
      'the codebook',
    );
    assert.equal(rows[0], 'early help/sooner');
    const row = await ui.quickRow('timeliness').innerText();
    assert.match(row, /Whether something was done in time/);
    for (const name of ['timeliness', 'promise']) {
      await ui.fill(name);
      await ui.quickRow(name).click();
    }
    await ui.fill('');
    await ui.quick.getByRole('button', { name: 'Tag with a note…' }).focus();
    await ui.key('Enter');
    await ui.until(
      () => ui.quick.innerText(),
      text => text.includes('A note on this passage'),
      'the note',
    );
    await ui.page.keyboard.type('since when?');
    await ui.key('Enter');
    await has('promise: is now offered · since when?');
    await has('timeliness: is now offered · since when?');
  });

  it('draws overlapping tags so that each can be seen, and names all in the hover', async () => {
    const { ui } = session;
    await ui.key('Escape');
    const lines = await ui.until(
      async () => (await ui.drawn()).filter(d => 'early help is now offered sooner'.includes(d.text)),
      drawn => drawn.some(d => d.above.includes('double') && d.line === ''),
      'a line above the words',
    );
    assert.ok(
      lines.some(d => d.text.startsWith('early help') && d.line.includes('double') && d.above === ''),
    );
    const said = await ui.hover('now offered');
    for (const tag of ['early help/sooner', 'timeliness', 'promise', 'by amara', 'since when?'])
      assert.ok(said.includes(tag), said);
    await ui.leave();
  });

  it('asks which of several tags at the cursor is meant, the innermost first, and shows its passage', async () => {
    const { ui } = session;
    const { x, y, width, height } = await ui.box('now offered');
    await ui.page.mouse.click(x + width / 2, y + height / 2);
    await ui.run('Inspection Lens: Remove Tag');
    const rows = await ui.until(
      () => ui.quickRows(),
      r => r.length === 3,
      'the three tags',
    );
    assert.equal(rows.at(-1), 'early help/sooner');
    await ui.quickRow('promise').click();
    await has('promise: is now offered · since when?', false);
    await ui.run('Inspection Lens: Undo Last Tag Change');
    await has('promise: is now offered · since when?');
  });

  it('tags again with the last tag, and makes the passage longer, by key', async () => {
    const { ui } = session;
    await ui.select('supervision of social');
    await ui.key('Shift+Alt+G');
    await ui.until(
      () => ui.drawn(),
      drawn => drawn.some(d => d.text === 'supervision of social' && d.line.includes('double')),
      'the tag to be drawn',
    );
    await ui.key('ArrowLeft'); // nothing is selected now: the cursor is at the passage's start
    await ui.key('Control+Alt+]');
    await has('timeliness: supervision of social workers');
  });

  it('offers to tag in the menu of the editor, with the words themselves as a tag', async () => {
    const { ui } = session;
    await ui.select('some plans');
    const { x, y, width, height } = await ui.box('some plans');
    await ui.page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
    await ui.chooseFromMenu('Tag Selection…');
    await ui.quick.getByRole('button', { name: 'Use the selected words as the tag' }).click();
    await has('some plans: some plans');
  });

  it('keeps an open note on its passage while text above is typed and undone', async () => {
    const { ui } = session;
    await ui.openNotes('83% of assessments');
    const below = async (): Promise<number> => {
      const text = await ui.box('83% of assessments');
      return (await ui.notes.first().boundingBox())!.y - text.y;
    };
    await ui.notes.first().waitFor();
    const before = await below();
    await ui.editor().locator('.view-line').first().click();
    await ui.key('Control+Home');
    await ui.page.keyboard.type('A line put in first.\n');
    assert.equal(
      await ui.until(below, distance => distance === before, 'the note under its passage'),
      before,
    );
    await ui.until(
      async () => {
        await ui.key('Control+Z');
        return ui.lines();
      },
      text => text.startsWith('Thornleigh'),
      'the typing to be undone',
    );
    assert.equal(
      await ui.until(below, distance => distance === before, 'the note under its passage'),
      before,
    );
  });

  it('changes a note in its thread, and takes it away', async () => {
    const { ui } = session;
    const note = ui.notes.first();
    await note.getByRole('button', { name: 'Edit Note…' }).click();
    const box = note.locator('.edit-textarea .monaco-editor, .edit-container .monaco-editor').first();
    await box.click();
    await ui.key('Control+A');
    await ui.page.keyboard.type('Compared: it agrees.');
    assert.ok((await ui.tree('Findings')).length > 5, 'the findings stay while a note is written');
    await note.locator('.monaco-button, .monaco-text-button', { hasText: 'Save Note' }).click();
    await has('timeliness: 83% of assessments were completed within 45 working days · Compared: it agrees.');
    await note.locator('.comment-body', { hasText: 'it agrees' }).waitFor();
    await note.getByRole('button', { name: 'Remove Note' }).click();
    await has('timeliness: 83% of assessments were completed within 45 working days');
    await ui.until(
      () => ui.notes.count(),
      n => n === 0,
      'the thread to go',
    );
  });

  it('takes a new note from a thread on the passage', async () => {
    const { ui } = session;
    const { x, y, height } = await ui.box('children are seen');
    await ui.page.mouse.click(x + 10, y + height / 2);
    await ui.run('Comments: Add Comment on Current Selection');
    const box = ui.notes.first().locator('.comment-form .monaco-editor').first();
    await box.click();
    await ui.page.keyboard.type('as the Act wants');
    await ui.notes.first().locator('.monaco-button, .monaco-text-button', { hasText: 'Save Note' }).click();
    await has(
      'lived-experience: children are seen alone and their wishes and feelings are well recorded · as the Act wants',
    );
  });

  const finding = 'Inadequate · previous, Sep 2019';

  it('takes a dismissed finding out of the text and the list, shows it again, and takes the decision back', async () => {
    const { ui } = session;
    const isDrawn = async (): Promise<boolean> =>
      (await ui.drawn()).some(d => d.text === 'inadequate' && d.line.startsWith('2px dotted'));
    await ui.openFile(RELEASE);
    await ui.key('Control+Home');
    await ui.until(isDrawn, Boolean, 'the highlight');
    await ui.choose(ui.row('Findings', finding), 'Dismiss');
    await ui.until(
      () => ui.row('Findings', finding).count(),
      n => n === 0,
      'the row to go',
    );
    await ui.until(isDrawn, drawn => !drawn, 'the highlight to go');
    assert.match(sidecar(), /reviews:\n {2}- finding: .*\n {4}kind: judgement\n {4}quote: inadequate\n/);
    await ui.run('Inspection Lens: Show or Hide Dismissed Findings');
    await ui.row('Findings', finding).waitFor();
    assert.match(await ui.said('Findings', finding), /dismissed/);
    await ui.choose(ui.row('Findings', finding), 'Take Back Decision');
    await ui.until(isDrawn, Boolean, 'the highlight to come back');
    assert.doesNotMatch(sidecar(), /quote: inadequate\n/);
    await ui.run('Inspection Lens: Show or Hide Dismissed Findings');
  });

  it('shows a correction in the list and in the hover', async () => {
    const { ui } = session;
    await ui.choose(ui.row('Findings', finding), 'Correct…');
    await ui.quickRow('Grade').click();
    await ui.quickRow('Good').click();
    const corrected = 'Good · previous, Sep 2019';
    await ui.row('Findings', corrected).waitFor();
    assert.match(await ui.said('Findings', corrected), /corrected/);
    const said = await ui.hover('inadequate');
    assert.match(said, /Good — previous/);
    assert.match(said, /Corrected by amara/);
    await ui.leave();
  });

  it('tags the findings like one, those that stay ticked', async () => {
    const { ui } = session;
    await ui.choose(ui.row('Findings', 'Requires improvement to be good'), 'Tag Findings Like This…');
    const rows = await ui.until(
      () => ui.quickRows(),
      r => r.length > 1,
      'the list',
    );
    const list = await ui.quick.innerText();
    assert.match(list, /line 3/);
    await ui.quick.locator('.monaco-list-row').first().click(); // unticks it
    await ui.key('Enter');
    await ui.until(
      () => ui.quick.innerText(),
      text => text.includes('passages'),
      'the tags',
    );
    await ui.page.keyboard.type('needs work');
    await ui.quickRow('needs work').waitFor();
    await ui.key('Enter');
    await ui.until(
      () => Promise.resolve(tags().filter(tag => tag.startsWith('needs work: '))),
      made => made.length === rows.length - 1,
      'a tag for each that was ticked',
    );
    await ui.run('Inspection Lens: Undo Last Tag Change');
    await ui.until(
      () => Promise.resolve(tags().join()),
      all => !all.includes('needs work'),
      'all of them to go',
    );
    await ui.until(
      () => Promise.resolve(codebook()),
      text => !text.includes('needs work'),
      'the new tag to go too',
    );
  });

  it('tags one finding, from its row', async () => {
    const { ui } = session;
    await ui.choose(ui.row('Findings', 'Requires improvement to be good'), 'Tag Finding…');
    await ui.until(
      () => ui.quickRows(),
      rows => rows.length > 5,
      'the codebook',
    );
    await ui.page.keyboard.type('headline');
    await ui.quickRow('headline').waitFor();
    await ui.key('Enter');
    await has('headline: require improvement');
    await ui.run('Inspection Lens: Undo Last Tag Change');
    await has('headline: require improvement', false);
  });

  it('decides on the finding at the cursor, by the palette', async () => {
    const { ui } = session;
    const { x, y, width, height } = await ui.box('outstanding');
    await ui.page.mouse.click(x + width / 2, y + height / 2);
    await ui.run('Inspection Lens: Confirm');
    await ui.until(
      () => Promise.resolve(sidecar()),
      yaml => yaml.includes('decision: confirmed'),
      'the review',
    );
    await ui.until(
      () => ui.tree('Findings'),
      rows => rows.some(r => r.label === 'Outstanding' && r.description.startsWith('confirmed')),
      'the decision in the list',
    );
  });

  it('says how much of a report has been read, by whom', async () => {
    const { ui } = session;
    const described = (what: RegExp): Promise<unknown> =>
      ui.until(
        () => ui.tree('Reports'),
        rows => rows.some(r => r.label === RELEASE && what.test(r.description)),
        String(what),
      );
    await described(/^unread · \d+ tags$/);
    await ui.select('and that families speak well of');
    await ui.key('Control+Alt+R');
    await described(/^[1-9]% read by amara · /);
    await ui.choose(ui.row('Reports', RELEASE), 'Mark Report as Read');
    await described(/^100% read by amara · /);
    assert.match(await ui.said('Reports', RELEASE), /release\.txt, 100% read by amara/);
    await ui.row('Reports', RELEASE).locator('.monaco-tl-twistie').click();
    await ui.until(
      () => ui.tree('Reports'),
      rows => rows.some(r => r.label === 'amara' && r.description === '100% read'),
      'the reader',
    );
    await ui.choose(ui.row('Reports', RELEASE), 'Mark as Unread');
    await described(/^unread · /);
  });

  it('lists the codebook with what is used and what it does not know', async () => {
    const { ui } = session;
    await ui.fold('Findings');
    await ui.fold('Tags');
    await ui.fold('Reports');
    await ui.fold('Codebook');
    const rows = await ui.until(
      () => ui.tree('Codebook'),
      r => r.some(x => x.label === 'escalation'),
      'tags',
    );
    assert.match(rows.find(r => r.label === 'escalation')!.description, /^1 · not in the codebook/);
    assert.ok(rows.some(r => r.label === 'Agency staff' && r.level === 2));
    assert.match(await ui.said('Codebook', 'escalation'), /escalation, 1 passage, not in the codebook/);
    await ui.choose(ui.row('Codebook', 'escalation'), 'Add Tag to Codebook…');
    await ui.until(
      () => Promise.resolve(codebook()),
      text => / {2}escalation:\n/.test(text),
      'it in the file',
    );
    await ui.until(
      () => ui.tree('Codebook'),
      tags => tags.some(r => r.label.toLowerCase() === 'escalation' && !r.description.includes('not in')),
      'the list to say so',
    );
  });

  it('renames a tag everywhere after saying how many passages that is, and undoes it in one step', async () => {
    const { ui } = session;
    await ui.steady('Codebook');
    const before = [sidecar(), codebook()];
    await ui.choose(ui.row('Codebook', 'Timeliness'), 'Rename or Move Tag…');
    await ui.fill('delay');
    await ui.key('Enter');
    const dialog = ui.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /3 tagged passages in 1 file of tags will be rewritten/);
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await ui.row('Codebook', 'Delay').waitFor();
    await has('delay: supervision of social workers');
    await ui.run('Inspection Lens: Undo Last Tag Change');
    await ui.row('Codebook', 'Timeliness').waitFor();
    await ui.until(
      () => Promise.resolve([sidecar(), codebook()].join()),
      now => now === before.join(),
      'all to be as it was',
    );
  });

  it('moves a tag to another parent, in the codebook and everywhere', async () => {
    const { ui } = session;
    await ui.steady('Codebook');
    const before = [sidecar(), codebook()];
    await ui.choose(ui.row('Codebook', 'Timeliness'), 'Rename or Move Tag…');
    await ui.fill('workforce/timeliness');
    await ui.key('Enter');
    await ui.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Rename' }).click();
    await has('workforce/timeliness: supervision of social workers');
    await ui.run('Inspection Lens: Undo Last Tag Change');
    await ui.until(
      () => Promise.resolve([sidecar(), codebook()].join()),
      now => now === before.join(),
      'all to be as it was',
    );
    await ui.row('Codebook', 'Timeliness').waitFor();
  });

  it('merges, adds, describes and recolours tags', async () => {
    const { ui } = session;
    await ui.steady('Codebook');
    await ui.choose(ui.row('Codebook', 'some plans'), 'Merge Tag into…');
    await ui.quickRow('promise').click();
    await ui.page.locator('.monaco-dialog-box').getByRole('button', { name: 'Merge' }).click();
    await has('promise: some plans');
    await ui.until(
      () => ui.row('Codebook', 'some plans').count(),
      n => n === 0,
      'the row to go',
    );
    const says = (what: RegExp): Promise<unknown> =>
      ui.until(
        () => Promise.resolve(codebook()),
        text => what.test(text),
        String(what),
      );
    await ui.choose(ui.row('Codebook', 'Timeliness'), 'Add Tag to Codebook…');
    await ui.until(
      () => ui.quick.locator('input').inputValue(),
      v => v === 'timeliness/',
      'the parent',
    );
    await ui.page.keyboard.type('late');
    await ui.key('Enter');
    await says(/ {4}tags:\n {6}late:\n/);
    await ui.choose(ui.row('Codebook', 'late'), 'Describe Tag…');
    await ui.quick.waitFor();
    await ui.fill('Only where a date is given');
    await ui.key('Enter');
    await says(/late:\n {8}description: Only where a date is given\n/);
    const colour = (): Promise<string> =>
      ui
        .row('Codebook', 'late')
        .locator('.custom-view-tree-node-item-icon')
        .evaluate(icon => getComputedStyle(icon).color);
    // The row that is selected has the colour of the selection.
    await ui.row('Codebook', 'Promise').click();
    const before = await colour();
    await ui.choose(ui.row('Codebook', 'late'), 'Choose Colour of Tag…');
    await ui.quickRow('Green').click();
    await ui.row('Codebook', 'Promise').click();
    await ui.until(colour, now => now !== before, 'the row to have its colour');
    await says(
      /color: charts\.green\n {8}description: Only where|description: Only where.*\n {8}color: charts\.green\n/,
    );
    assert.deepEqual(await ui.notifications(), [], 'all that without a notification');
  });
});
