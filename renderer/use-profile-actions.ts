import type { MessageKey } from '../shared/messages/language.ts';
import type { OpenOptions } from '../shared/operation.ts';
import type { ProfileId } from '../shared/profile.ts';
import { openProfileDetails } from './requests/details-request.ts';
import { type OperationForm, openOperationDialog } from './requests/operation-request.ts';
import { useAskOperation } from './use-ask-operation.ts';

/** Something that can be done with profiles, wherever it is offered: selection bar, context menu, palette. */
export interface ProfileAction {
  /** Unique; stable across languages. */
  readonly key: string;
  readonly label: MessageKey;
  /** The few that stand as buttons in the selection bar; the others are in its menu. */
  readonly isMain: boolean;
  /** Only for a single profile; not offered for more. */
  readonly isForOne?: boolean;
  /** Waits for the start of another one of its kind. */
  readonly isBusy: boolean;
  /** At least one profile. Opens a dialog, or starts at once where that is safe. */
  readonly run: (profileIds: readonly ProfileId[]) => void;
}

/** Leaves everything to ixBrowser. */
const plainOpening: OpenOptions = {
  fingerprint: 'own',
  switches: [],
  loadInfoPage: null,
  loadExtensions: null,
  backUpCookies: null,
  cookies: null,
};

/** All actions on profiles, in the order in which they are offered. */
export function useProfileActions(): readonly ProfileAction[] {
  const { startOrAsk, isAsking } = useAskOperation();
  const withDialog = (form: OperationForm, label: MessageKey, isMain: boolean): ProfileAction => ({
    key: form,
    label,
    isMain,
    isBusy: false,
    run: (profileIds) => openOperationDialog({ form, profileIds }),
  });
  const atOnce = (kind: 'open' | 'close', label: MessageKey): ProfileAction => ({
    key: kind,
    label,
    isMain: true,
    isBusy: isAsking,
    run: (profileIds) => startOrAsk({ form: kind, profileIds, preset: { kind } }),
  });
  const openWith = (
    key: string,
    label: MessageKey,
    fingerprint: OpenOptions['fingerprint'],
  ): ProfileAction => ({
    key,
    label,
    isMain: false,
    isBusy: false,
    run: (profileIds) =>
      openOperationDialog({
        form: 'open',
        profileIds,
        preset: { kind: 'open', options: { ...plainOpening, fingerprint } },
      }),
  });
  return [
    withDialog('clear_cache', 'profiles.selection.clearCache', true),
    atOnce('open', 'profiles.selection.open'),
    atOnce('close', 'profiles.selection.close'),
    withDialog('set_proxy', 'profiles.selection.setProxy', true),
    withDialog('move_to_group', 'profiles.selection.moveToGroup', false),
    withDialog('copy', 'profiles.selection.copy', false),
    openWith('open_with', 'profiles.selection.openWith', 'own'),
    openWith('open_random', 'profiles.selection.openRandom', 'random'),
    withDialog('reset_open_state', 'profiles.selection.resetOpenState', false),
    withDialog('delete', 'profiles.selection.delete', false),
    {
      key: 'details',
      label: 'profiles.selection.details',
      isMain: false,
      isBusy: false,
      isForOne: true,
      run: ([first]) => first !== undefined && openProfileDetails(first),
    },
  ];
}
