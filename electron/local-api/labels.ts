import type { Label, LabelChange, LabelDraft, LabelKind } from '../../shared/label.ts';
import type { ListReading } from '../../shared/proxy.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { ListReader, LocalApiClient } from './outcome.ts';
import { readList } from './read-list.ts';
import { writeOnce } from './write-once.ts';

const listActions = { group: 'group-list', tag: 'tag-list', proxy_tag: 'proxy-tag-list' } as const;

/** Reads all groups, tags or proxy tags. Fails like `readList`. */
export function listLabels(
  client: ListReader,
  kind: LabelKind,
  clock?: Clock,
): Promise<Result<ListReading<Label>>> {
  return readList(client, listActions[kind], ({ id, title }) => ({ id, title: title ?? '' }), clock);
}

/** Creates one and gives its id. Fails like `writeOnce`. */
export async function createLabel(
  client: LocalApiClient,
  { kind, title, sort }: LabelDraft,
): Promise<Result<{ readonly id: number }>> {
  const created =
    kind === 'group'
      ? // The page requires a sort position; the vendor's SDK sends 0 when none is given.
        await writeOnce(client, 'group-create', { title, sort: sort ?? 0 })
      : await writeOnce(client, kind === 'tag' ? 'tag-create' : 'proxy-tag-create', { title });
  return created.ok ? succeed({ id: created.value }) : created;
}

/** Renames one, and moves a group. Fails like `writeOnce`. */
export async function changeLabel(
  client: LocalApiClient,
  { kind, id, title, sort }: LabelChange,
): Promise<Result<{ readonly id: number }>> {
  const changed =
    kind === 'group'
      ? await writeOnce(client, 'group-update', { id, title, ...(sort === null ? {} : { sort }) })
      : await writeOnce(client, kind === 'tag' ? 'tag-update' : 'proxy-tag-update', { id, title });
  return changed.ok ? succeed({ id }) : changed;
}

const deleteActions = { group: 'group-delete', tag: 'tag-delete', proxy_tag: 'proxy-tag-delete' } as const;

/** Deletes one. Fails like `writeOnce`. */
export async function deleteLabel(
  client: LocalApiClient,
  { kind, id }: { readonly kind: LabelKind; readonly id: number },
): Promise<Result<{ readonly id: number }>> {
  const deleted = await writeOnce(client, deleteActions[kind], { id });
  return deleted.ok ? succeed({ id }) : deleted;
}
