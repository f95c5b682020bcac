import { Button, Modal, Stack } from '@mantine/core';
import { useMessages } from '../../messages.tsx';
import '../../ui/dialog-form.css';

export interface UnsavedDialogProps {
  readonly opened: boolean;
  /** The profile whose changes are not saved. */
  readonly id: number;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asks before changes that are not saved are lost. */
export function UnsavedDialog({ opened, id, onKeep, onDiscard }: UnsavedDialogProps) {
  const { t } = useMessages();
  return (
    <Modal
      opened={opened}
      onClose={onKeep}
      title={t('details.leave.title', { id })}
      closeButtonProps={{ 'aria-label': t('jobs.clear.closeDialog') }}
    >
      <Stack gap="md">
        <p className="dialog-form__sentence">{t('details.leave.body')}</p>
        <div className="dialog-form__buttons">
          <Button variant="default" onClick={onDiscard}>
            {t('details.leave.discard')}
          </Button>
          <Button data-autofocus onClick={onKeep}>
            {t('details.leave.keep')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
