import assert from 'node:assert/strict';
import { editSidecar, type SidecarEdit } from '../../../../src/core/tagging/edits.js';
import { RecentEdits } from '../../../../src/core/tagging/recentEdits.js';
import { newSidecar } from '../../../../src/core/tagging/sidecar.js';

const add: SidecarEdit = { type: 'addTag', tag: { id: 'a', tag: 'x', quote: 'q' } };
const noted = (note: string, modified: string): SidecarEdit => ({
  type: 'updateTag',
  id: 'a',
  changes: { note, modified },
});
const EMPTY = newSidecar('r.txt');
const lost = (source: string, ...edits: SidecarEdit[]): SidecarEdit[] => {
  const recent = new RecentEdits();
  recent.add('f', edits);
  return recent.lost('f', edits, source);
};

describe('edits that another window wrote over', () => {
  it('are made again where a tag is gone, with what became of it since', () => {
    const again = lost(EMPTY, add, noted('mine', '2026-01-02'));
    assert.deepEqual(again, [
      { type: 'addTag', tag: { id: 'a', tag: 'x', quote: 'q', note: 'mine', modified: '2026-01-02' } },
    ]);
  });

  it('are not, where the tag is there, or was taken away by this window itself', () => {
    assert.deepEqual(lost(editSidecar(EMPTY, [add]), add), []);
    assert.deepEqual(lost(EMPTY, add, { type: 'removeTag', id: 'a' }), []);
  });

  it('are made again where an older note stands, and give way to a later one', () => {
    const with_ = (note: string, modified: string): string =>
      editSidecar(EMPTY, [add, noted(note, modified)]);
    const mine = noted('mine', '2026-01-02');
    assert.deepEqual(lost(with_('theirs', '2026-01-01'), mine), [mine]);
    assert.deepEqual(lost(with_('theirs', '2026-01-03'), mine), []);
  });

  it('are left alone in a file that does not parse, and after an undo', () => {
    assert.deepEqual(lost('tags: [', add), []);
    const recent = new RecentEdits();
    recent.add('f', [add]);
    assert.ok(recent.has('f', [add]) && !recent.has('g', [add]));
    recent.clear('f');
    assert.deepEqual(recent.lost('f', [add], EMPTY), []);
    assert.ok(!recent.has('f', [add]), 'there is nothing to look after');
  });
});
