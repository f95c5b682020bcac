import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {
  defaultViewMemory,
  type RememberedViews,
  type SavedView,
  savedView,
  type ViewDraft,
  type ViewId,
  type ViewMemory,
  type ViewMemoryPatch,
  viewMemory,
} from '../shared/profile-view.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { readCheckedFile, writeCheckedFile } from './checked-file.ts';
import { failForFile } from './file-failure.ts';

/** Columns, filters and saved views. What is written fails with `file_failed`; then the old state holds. */
export interface WindowMemory {
  get(): RememberedViews;
  update(patch: ViewMemoryPatch): Result<ViewMemory>;
  /** Fails with `not_found` when the draft names a view that is not there, `wrong_state` when there are 200. */
  save(draft: ViewDraft): Result<SavedView>;
  /** Deleting what is not there changes nothing. */
  delete(id: ViewId): Result<{ readonly id: ViewId }>;
  find(id: ViewId): SavedView | null;
  /**
   * Stores the view of an exported file as a new one; a name that is taken gets a number. Fails with
   * `invalid_input`, `detail` names the first field that does not fit.
   */
  importView(text: string): Result<SavedView>;
}

/** Largest file with a view that is read, in bytes. */
export const largestViewFile = 256 * 1024;
const mostViews = 200;

/**
 * Opens `window.json` in the folder. What cannot be read costs that part only: a damaged file is put aside, a
 * part that does not fit is as at the first start, a saved view that does not fit is left out.
 */
export function openWindowMemory(folder: string, now: () => number = Date.now): WindowMemory {
  const file = path.join(folder, 'window.json');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { data, isDamaged } = readCheckedFile(file);
  const repaired: string[] = isDamaged ? ['file'] : [];
  let memory = readMemory(data.memory, repaired);
  let views = readViews(data.views, repaired);

  function store(nextMemory: ViewMemory, nextViews: ReadonlyMap<ViewId, SavedView>): Result<null> {
    try {
      writeCheckedFile(file, { memory: nextMemory, views: [...nextViews.values()] });
    } catch (error) {
      return failForFile('What the window remembers could not be saved.', error);
    }
    memory = nextMemory;
    views = nextViews;
    return succeed(null);
  }

  function put(view: SavedView): Result<SavedView> {
    if (!views.has(view.id) && views.size >= mostViews) {
      return fail('wrong_state', 'There are too many saved views.', { detail: String(mostViews) });
    }
    const stored = store(memory, new Map([...views, [view.id, view]]));
    return stored.ok ? succeed(view) : stored;
  }

  return {
    get: () => ({ memory, saved: sortByName(views), repaired }),
    update(patch) {
      const changes = Object.entries(patch).filter(([, value]) => value !== undefined);
      const stored = store(viewMemory.parse({ ...memory, ...Object.fromEntries(changes) }), views);
      return stored.ok ? succeed(memory) : stored;
    },
    save({ id, ...content }) {
      if (id !== null && !views.has(id)) return fail('not_found', 'There is no such view.');
      return put(
        savedView.parse({
          format: 'profile-panel-view',
          version: 1,
          id: id ?? randomUUID(),
          ...content,
          changedAt: now(),
        }),
      );
    },
    delete(id) {
      const stored = store(
        memory.viewId === id ? { ...memory, viewId: null } : memory,
        new Map([...views].filter(([key]) => key !== id)),
      );
      return stored.ok ? succeed({ id }) : stored;
    },
    find: (id) => views.get(id) ?? null,
    importView(text) {
      const parsed = parseView(text);
      if (!parsed.ok) return parsed;
      const names = new Set(Array.from(views.values(), ({ name }) => name));
      return put({
        ...parsed.value,
        id: savedView.shape.id.parse(randomUUID()),
        name: toFreeName(parsed.value.name, names),
        changedAt: now(),
      });
    },
  };
}

/** Each part by itself: one that does not fit must not cost the others. */
function readMemory(stored: unknown, repaired: string[]): ViewMemory {
  if (typeof stored !== 'object' || stored === null) return defaultViewMemory;
  let memory = defaultViewMemory;
  for (const key of Object.keys(viewMemory.shape)) {
    if (!Object.hasOwn(stored, key)) continue;
    const merged = viewMemory.safeParse({ ...memory, [key]: Reflect.get(stored, key) });
    if (merged.success) memory = merged.data;
    else repaired.push(key);
  }
  return memory;
}

function readViews(stored: unknown, repaired: string[]): ReadonlyMap<ViewId, SavedView> {
  const entries = Array.isArray(stored) ? stored : [];
  const readable = entries.flatMap((entry) => savedView.safeParse(entry).data ?? []);
  if (readable.length < entries.length) repaired.push('saved');
  return new Map(readable.map((view) => [view.id, view]));
}

function parseView(text: string): Result<SavedView> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Any text can be chosen in the dialog.
    return fail('invalid_input', 'The file is not JSON.', { detail: 'file' });
  }
  const parsed = savedView.safeParse(value);
  if (parsed.success) return succeed(parsed.data);
  return fail('invalid_input', 'The file is not a saved view.', {
    detail: parsed.error.issues[0]?.path.join('.') || 'file',
  });
}

function toFreeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const candidate = `${name.slice(0, 60 - ending.length)}${ending}`;
    if (!taken.has(candidate)) return candidate;
  }
}

function sortByName(views: ReadonlyMap<ViewId, SavedView>): readonly SavedView[] {
  return [...views.values()].sort((a, b) => a.name.localeCompare(b.name));
}
