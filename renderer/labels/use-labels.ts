import type { LabelChange, LabelDraft, LabelKind } from '../../shared/label.ts';
import type { MessageKey } from '../../shared/messages/language.ts';
import { callCommand } from '../api.ts';
import { commandQuery } from '../command-query.ts';
import { profileListKey } from '../known-profiles.ts';
import { useMessages } from '../messages.tsx';
import { useChange } from '../use-change.ts';
import { useLiveList } from '../use-live-list.ts';

/** What each kind is called, in the middle of a sentence. */
export const labelWords: Record<LabelKind, MessageKey> = {
  group: 'labels.kind.group',
  tag: 'labels.kind.tag',
  proxy_tag: 'labels.kind.proxyTag',
};

/** All groups, tags or proxy tags. */
export function useLabels(kind: LabelKind) {
  return useLiveList({
    queryKey: commandQuery('labels.list', { kind }).queryKey,
    queryFn: () => callCommand('labels.list', { kind }),
  });
}

/** The queries that hold the names of a kind, and those whose rows show them. */
function toKeys(kind: LabelKind) {
  const own = commandQuery('labels.list', { kind }).queryKey;
  if (kind === 'proxy_tag') return { rereads: [own], alsoRereads: [['proxies.list']] };
  return { rereads: kind === 'group' ? [own, ['groups.list']] : [own], alsoRereads: [profileListKey] };
}

/** Creates a group or tag, or changes the one of that number. */
export function useSaveLabel(kind: LabelKind, onDone: (saved: { readonly id: number }) => void) {
  const { t } = useMessages();
  return useChange({
    run: (input: LabelDraft | LabelChange) =>
      'id' in input ? callCommand('labels.change', input) : callCommand('labels.create', input),
    ...toKeys(kind),
    // No profile has a new one yet.
    needsRereading: (input) => 'id' in input,
    describeDone: ({ title }) => t('labels.saved', { title }),
    failedTitle: t('labels.saveFailed'),
    onDone,
  });
}

/** Deletes a group or tag. */
export function useDeleteLabel(kind: LabelKind, onDone: () => void) {
  const { t } = useMessages();
  return useChange({
    run: ({ id }: { readonly id: number; readonly title: string }) =>
      callCommand('labels.delete', { kind, id }),
    ...toKeys(kind),
    describeDone: ({ title }) => t('labels.deleted', { title }),
    failedTitle: t('labels.deleteFailed'),
    onDone,
  });
}
