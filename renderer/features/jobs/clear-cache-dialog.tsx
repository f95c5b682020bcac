import { Modal } from '@mantine/core';
import type { ProfileId } from '../../../shared/profile.ts';
import { useMessages } from '../../messages.tsx';
import { ClearCacheForm } from './clear-cache-form.tsx';

export interface ClearCacheDialogProps {
  /** The selected profiles; changes while the dialog is open are not followed. */
  readonly profileIds: readonly ProfileId[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks what to clear, checks which profiles can be, and starts the job. */
export function ClearCacheDialog({ profileIds, opened, onClose }: ClearCacheDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('jobs.clear.title', { count: profileIds.length })}
      size={600}
      classNames={{ title: 'clear-cache-form__title', body: 'clear-cache-form__body' }}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <ClearCacheForm profileIds={profileIds} onClose={onClose} />
    </Modal>
  );
}
