import { useMemo } from 'react';
import { useKnownProfiles } from '../../known-profiles.ts';
import { useMessages } from '../../messages.tsx';
import { type OperationFormProps, OperationFrame } from '../../start-job/operation-frame.tsx';
import { type ListedProfile, ProfileList } from '../../start-job/profile-list.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says that there is no way back, and names every profile that was chosen. */
export function DeleteForm({ preset: _, ...frame }: OperationFormProps) {
  const { t } = useMessages();
  const { profileIds } = frame;
  const known = useKnownProfiles(profileIds, profileIds.length);
  const profiles = useMemo((): readonly ListedProfile[] => {
    const rows = new Map(known.map((row) => [row.id, row]));
    return profileIds.map((profileId) => {
      const row = rows.get(profileId);
      return { profileId, profileName: row?.name ?? '', groupName: row?.groupName ?? '' };
    });
  }, [known, profileIds]);
  return (
    <OperationFrame {...frame} kind="delete" operation={{ kind: 'delete' }}>
      <Notice tone="bad">{t('operation.delete.consequence')}</Notice>
      <ProfileList profiles={profiles} label={t('operation.delete.name')} />
    </OperationFrame>
  );
}
