import { Button, Stack } from '@mantine/core';
import type { ProfileDetails } from '../../../shared/profile-details.ts';
import { callCommand } from '../../api.ts';
import { FailureNotice } from '../../failure-notice.tsx';
import { useMessages } from '../../messages.tsx';
import { useShowSuccess } from '../../use-toasts.ts';
import { useOnce } from './use-once.ts';

/** Asks before a code that somebody may be waiting with is taken back. */
export function TransferCancelForm({
  details,
  onClose,
}: {
  readonly details: ProfileDetails;
  readonly onClose: () => void;
}) {
  const { t } = useMessages();
  const showSuccess = useShowSuccess();
  const cancelling = useOnce(
    () => callCommand('transfers.cancel', { profileId: details.row.id }),
    () => {
      showSuccess(t('transfers.cancelled'));
      onClose();
    },
  );
  return (
    <Stack gap="md">
      <p className="dialog-form__sentence">{details.row.name}</p>
      <p className="dialog-form__sentence">{t('transfers.cancel.body')}</p>
      {cancelling.error && <FailureNotice error={cancelling.error} title={t('transfers.cancel.failed')} />}
      <div className="dialog-form__buttons">
        <Button variant="default" onClick={onClose}>
          {t('transfers.cancel.keep')}
        </Button>
        <Button loading={cancelling.isPending} onClick={() => cancelling.run(undefined)}>
          {t('transfers.cancel.start')}
        </Button>
      </div>
    </Stack>
  );
}
