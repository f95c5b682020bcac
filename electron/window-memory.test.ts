import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultViewMemory, type ViewDraft } from '../shared/profile-view.ts';
import { writeCheckedFile } from './checked-file.ts';
import { openWindowMemory } from './window-memory.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'window-memory-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const draft: ViewDraft = {
  id: null,
  name: 'EU shops',
  filter: { ...defaultViewMemory.filter, groups: ['Shop-EU'] },
  sort: { key: 'name', direction: 'ascending' },
  columns: [{ key: 'note', width: 300, isHidden: false, isPinned: true }],
  isGrouped: true,
};
const { id: _id, name: _name, ...content } = draft;

describe('what the window remembers', () => {
  it('is there again at the next start', () => {
    openWindowMemory(folder).update({ ...content });
    expect(openWindowMemory(folder).get()).toEqual({
      memory: { ...defaultViewMemory, ...content },
      saved: [],
      repaired: [],
    });
  });

  it('is as at the first start when the file is damaged, and the file is kept', () => {
    fs.writeFileSync(path.join(folder, 'window.json'), '{"version":1,"data":{"mem');
    expect(openWindowMemory(folder).get()).toEqual({
      memory: defaultViewMemory,
      saved: [],
      repaired: ['file'],
    });
    expect(fs.readdirSync(folder)).toContainEqual(expect.stringMatching(/^window\.corrupt-\d+\.json$/));
  });

  it('falls back to the file before it when the last one is damaged', () => {
    const memory = openWindowMemory(folder);
    memory.update({ isGrouped: true });
    memory.update({ sort: { key: 'id', direction: 'descending' } });
    fs.writeFileSync(path.join(folder, 'window.json'), 'x');
    expect(openWindowMemory(folder).get().memory).toEqual({ ...defaultViewMemory, isGrouped: true });
  });

  it('loses only the part that does not fit', () => {
    writeCheckedFile(path.join(folder, 'window.json'), {
      memory: { columns: [{ key: 'a', width: 'wide' }], isGrouped: true, ofAnotherVersion: 1 },
      views: [{ name: 'not a view' }],
    });
    const { memory, repaired } = openWindowMemory(folder).get();
    expect(memory).toEqual({ ...defaultViewMemory, isGrouped: true });
    expect(repaired).toEqual(['columns', 'saved']);
  });

  it('keeps a column that this version does not know', () => {
    const columns = [{ key: 'fromTheFuture', width: null, isHidden: false, isPinned: false }];
    openWindowMemory(folder).update({ columns });
    expect(openWindowMemory(folder).get().memory.columns).toEqual(columns);
  });

  it('stays as it was when it cannot be written', () => {
    const memory = openWindowMemory(folder);
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, '');
    expect(memory.update({ isGrouped: true })).toMatchObject({ ok: false, error: { code: 'file_failed' } });
    expect(memory.get().memory.isGrouped).toBe(false);
  });
});

describe('saved views', () => {
  it('are saved, changed under the same number, and deleted', () => {
    const memory = openWindowMemory(folder, () => 5);
    const saved = memory.save(draft);
    if (!saved.ok) throw new Error(saved.error.message);
    expect(saved.value).toMatchObject({ name: 'EU shops', changedAt: 5 });
    memory.update({ viewId: saved.value.id });
    memory.save({ ...draft, id: saved.value.id, name: 'Europe' });
    expect(
      openWindowMemory(folder)
        .get()
        .saved.map(({ name }) => name),
    ).toEqual(['Europe']);
    memory.delete(saved.value.id);
    expect(openWindowMemory(folder).get()).toMatchObject({ saved: [], memory: { viewId: null } });
    expect(memory.save({ ...draft, id: saved.value.id })).toMatchObject({ error: { code: 'not_found' } });
  });

  it('come back from a file as new ones, with a name of their own', () => {
    const memory = openWindowMemory(folder);
    const saved = memory.save(draft);
    if (!saved.ok) throw new Error(saved.error.message);
    const text = `\uFEFF${JSON.stringify(saved.value)}`;
    memory.importView(text);
    memory.importView(text);
    const { saved: views } = openWindowMemory(folder).get();
    expect(views.map(({ name }) => name)).toEqual(['EU shops', 'EU shops (2)', 'EU shops (3)']);
    expect(new Set(views.map(({ id }) => id)).size).toBe(3);
  });

  it.each([
    ['text that is no JSON', 'hello', 'file'],
    ['another kind of file', '{"format":"profile-panel-recipe"}', 'format'],
  ])('are not read from %s', (_what, text, detail) => {
    expect(openWindowMemory(folder).importView(text)).toMatchObject({
      error: { code: 'invalid_input', detail },
    });
  });
});
