import { useMessages } from '../../messages.tsx';
import { useOpenProfiles } from '../../profile-list/live-state-store.ts';
import { openArrangeDialog } from '../../requests/arrange-request.ts';
import { selection } from '../../selection.ts';
import { ActionMenu } from '../../ui/action-menu.tsx';
import { useAskOperation } from '../../use-ask-operation.ts';

/** What can be done with everything that is open on this computer and that the API may close; absent while nothing is. */
export function OpenedMenu() {
  const { t } = useMessages();
  const { startOrAsk, isAsking } = useAskOperation();
  const opened = useOpenProfiles();
  const profileIds = [...opened.values()].flatMap(({ canClose, profileId }) => (canClose ? profileId : []));
  const count = profileIds.length;
  if (count === 0) return null;
  return (
    <ActionMenu
      label={t('profiles.opened.menu', { count })}
      position="bottom-end"
      isBusy={isAsking}
      actions={[
        { text: t('profiles.opened.arrange'), onChoose: openArrangeDialog },
        { text: t('profiles.opened.select', { count }), onChoose: () => selection.replace(profileIds) },
        {
          text: t('profiles.opened.closeAll', { count }),
          onChoose: () => startOrAsk({ form: 'close', profileIds, preset: { kind: 'close' } }),
        },
      ]}
    />
  );
}
